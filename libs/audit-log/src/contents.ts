import type { Bundle, BundleStream } from './bundle.js';
import { Chain, hashOf } from './chain.js';
import type { Checkpoint } from './checkpoint.js';
import { leafHash } from './hashing.js';
import { headEntry } from './heads.js';
import { streamHash } from './leaf.js';
import { LogContents } from './log-contents.js';
import { verifyInclusion } from './proofs.js';
import { fault, type AuditFault } from './verdict.js';

/** Steps 5 to 9: what is in the bundle, against the checkpoint. */
export function faultsOfContents(bundle: Bundle, checkpoint: Checkpoint): AuditFault[] {
  if (bundle.scope.kind !== 'log') return new Contents(bundle, checkpoint).faults();
  const log = new LogContents(checkpoint);
  for (const event of bundle.events) log.add(event);
  return log.faults();
}

/** Of some streams: each event by its proof, each stream by its entry in the heads. */
class Contents {
  private readonly chains = new Map<string, Chain>();
  private readonly ofEvents: AuditFault[] = [];

  constructor(
    private readonly bundle: Bundle,
    private readonly checkpoint: Checkpoint,
  ) {
    const { size, root } = checkpoint;
    for (const { stream } of bundle.streams) this.chains.set(stream, new Chain());
    for (const event of bundle.events) {
      const { seq, proof } = event;
      const leaf = hashOf(event);
      this.chains.get(event.stream)?.add(event, leaf);
      if (!leaf) this.ofEvents.push(fault('event.header', seq));
      else if (!verifyInclusion({ index: seq - 1, size, leaf, root, proof }))
        this.ofEvents.push(fault('event.inclusion', seq));
    }
  }

  faults(): AuditFault[] {
    const { streams } = this.bundle;
    return [
      ...this.ofOrder(),
      ...this.ofEvents,
      ...streams.flatMap((one) => this.ofHead(one)),
      ...this.ofScope(),
      ...[...this.chains].flatMap(([stream, chain]) => chain.faults(stream)),
      ...streams.flatMap((one) => this.ofEnd(one)),
    ];
  }

  private ofOrder(): AuditFault[] {
    const { events } = this.bundle;
    const wrong = events.find(({ seq }, at) => at > 0 && (events[at - 1]?.seq ?? 0) >= seq);
    return wrong ? [fault('event.order', wrong.seq)] : [];
  }

  private ofHead({ stream, revision, leaf, index, proof }: BundleStream): AuditFault[] {
    const { streams: size, headsRoot: root } = this.checkpoint;
    const entry = leafHash(headEntry({ stream: streamHash(stream), revision, leaf }));
    return verifyInclusion({ index, size, leaf: entry, root, proof }) ? [] : [fault('stream.head', stream)];
  }

  private ofScope(): AuditFault[] {
    const { scope } = this.bundle;
    if (scope.kind === 'log' || this.chains.has(`${scope.kind}-${scope.id}`)) return [];
    return [fault('scope.missing', `${scope.kind}-${scope.id}`)];
  }

  private ofEnd({ stream, revision, leaf }: BundleStream): AuditFault[] {
    const chain = this.chains.get(stream);
    if (!chain || chain.revision < revision) return [fault('stream.tail', stream)];
    if (chain.revision > revision) return [fault('stream.beyond', stream)];
    return chain.last?.equals(leaf) ? [] : [fault('stream.head', stream)];
  }
}
