import type { BundleEvent } from './bundle.js';
import { Chain, hashOf } from './chain.js';
import type { Checkpoint } from './checkpoint.js';
import { NO_HASH } from './hashing.js';
import { rootOfHeads } from './heads.js';
import { streamHash } from './leaf.js';
import { RunningRoot } from './tree.js';
import { fault, type AuditFault } from './verdict.js';

/**
 * Steps 5 to 9 of a whole log, event by event against its checkpoint. What it holds grows with the streams of the log and
 * not with its events.
 */
export class LogContents {
  private readonly chains = new Map<string, Chain>();
  private readonly root = new RunningRoot();
  private readonly headless: AuditFault[] = [];
  private count = 0;
  private last = 0;
  private disorder: number | undefined;
  private beyond: number | undefined;
  private missing: number | undefined;

  constructor(private readonly checkpoint: Checkpoint) {}

  add(event: BundleEvent): void {
    const { seq, stream } = event;
    const hash = hashOf(event);
    if (this.count > 0 && seq <= this.last) this.disorder ??= seq;
    if (seq > this.checkpoint.size) this.beyond ??= seq;
    this.count += 1;
    if (seq !== this.count) this.missing ??= this.count;
    this.last = seq;
    if (!hash) this.headless.push(fault('event.header', seq));
    this.root.add(hash ?? NO_HASH);
    (this.chains.get(stream) ?? this.begun(stream)).add(event, hash);
  }

  /** Under a copy of the name: one that was cut out of a line would keep the whole line. */
  private begun(stream: string): Chain {
    const chain = new Chain();
    this.chains.set(Buffer.from(stream).toString(), chain);
    return chain;
  }

  faults(): AuditFault[] {
    return [
      ...(this.disorder === undefined ? [] : [fault('event.order', this.disorder)]),
      ...this.headless,
      ...this.ofLog(),
      ...[...this.chains].flatMap(([stream, chain]) => chain.faults(stream)),
    ];
  }

  private ofLog(): AuditFault[] {
    const { size, root, streams, headsRoot } = this.checkpoint;
    if (this.beyond !== undefined) return [fault('log.beyond', this.beyond)];
    if (this.count < size) return [fault('log.gap', this.missing ?? this.count + 1)];
    const heads = [...this.chains].map(([stream, chain]) => {
      return { stream: streamHash(stream), revision: chain.revision, leaf: chain.last ?? NO_HASH };
    });
    const isEnd = heads.length === streams && rootOfHeads(heads).equals(headsRoot);
    return [
      ...(this.root.root().equals(root) ? [] : [fault('log.root', size)]),
      ...(isEnd ? [] : [fault('log.heads', size)]),
    ];
  }
}
