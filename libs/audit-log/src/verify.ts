import { parseBundle, type Bundle, type BundleEvent, type BundleStream } from './bundle.js';
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { NO_HASH, leafHash } from './hashing.js';
import { HeadsTree, headEntry, type Head } from './heads.js';
import { encodeLeaf, headOf, streamHash } from './leaf.js';
import { parseNote } from './note.js';
import { faultsOfPage, type Fold } from './pages.js';
import { faultsOfKeys } from './person-keys.js';
import { parsePolicy } from './policy.js';
import { verifyInclusion } from './proofs.js';
import { RunningRoot } from './tree.js';
import { Trust } from './trust.js';
import { fault, worstOf, type AuditFault, type FaultCode, type Verdict } from './verdict.js';

export interface Verification {
  readonly verdict: Verdict;
  readonly first?: AuditFault;
  readonly faults: readonly AuditFault[];
  readonly checkpoint?: Checkpoint;
  readonly scope?: Bundle['scope'];
  readonly events: number;
  readonly streams: readonly string[];
  /** Names, as the policy gives them, of those who cosigned. */
  readonly witnesses: readonly string[];
  readonly operators: readonly string[];
  /** The page in it was made again from the events and compared. */
  readonly folded: boolean;
}

const NOT_READ: readonly AuditFault[] = [{ code: 'bundle.unreadable' }];
const UNREADABLE: Verification = {
  ...worstOf(NOT_READ),
  faults: NOT_READ,
  events: 0,
  streams: [],
  witnesses: [],
  operators: [],
  folded: false,
};

/**
 * Verifies a bundle against a policy that came another way; without one the verdict is at best CANNOT-DECIDE.
 * @param fold without it the page in the bundle is not looked at
 */
export function verifyBundle(file: Uint8Array, policyText: string | undefined, fold?: Fold): Verification {
  const bundle = parseBundle(file);
  const note = bundle && parseNote(bundle.checkpoint);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!bundle || !note || !checkpoint) return UNREADABLE;
  const policy = policyText === undefined ? undefined : parsePolicy(policyText);
  const trust = new Trust(bundle, note, checkpoint, policy);
  const ofContents = new Contents(bundle, checkpoint).faults();
  // Of events that are not all there, or not genuine, nothing can be made that a page could be compared with.
  const folds = ofContents.length === 0 && bundle.page !== undefined ? fold : undefined;
  const faults = [
    ...trust.ofPolicy(policyText !== undefined),
    ...trust.ofSignatures(),
    ...ofContents,
    ...(folds ? faultsOfPage(bundle, folds) : []),
    ...faultsOfKeys(bundle),
  ];
  const witnesses = trust.cosigners;
  return {
    ...worstOf(faults),
    faults,
    checkpoint,
    scope: bundle.scope,
    events: bundle.events.length,
    streams: bundle.streams.map(({ stream }) => stream),
    witnesses,
    operators: witnesses.filter((name) => policy?.operators.has(name)),
    folded: folds !== undefined,
  };
}

interface Leafed {
  readonly event: BundleEvent;
  /** Undefined where no leaf can be made of the event. */
  readonly hash: Buffer | undefined;
}

/** Steps 5 to 9: what is in the bundle, against the checkpoint. */
class Contents {
  private readonly leafed: readonly Leafed[];
  private readonly byStream = new Map<string, Leafed[]>();

  constructor(
    private readonly bundle: Bundle,
    private readonly checkpoint: Checkpoint,
  ) {
    this.leafed = bundle.events.map((event) => ({ event, hash: hashOf(event) }));
    for (const { stream } of bundle.streams) this.byStream.set(stream, []);
    for (const one of this.leafed) {
      const known = this.byStream.get(one.event.stream);
      if (known) known.push(one);
      else this.byStream.set(one.event.stream, [one]);
    }
  }

  faults(): AuditFault[] {
    const isLog = this.bundle.scope.kind === 'log';
    return [
      ...this.ofOrder(),
      ...this.leafed.flatMap((one) => this.ofEvent(one, isLog)),
      ...(isLog
        ? this.ofLog()
        : [...this.bundle.streams.flatMap((one) => this.ofHead(one)), ...this.ofScope()]),
      ...[...this.byStream].flatMap(([stream, events]) => ofChain(stream, events)),
      ...this.bundle.streams.flatMap((one) => this.ofEnd(one)),
    ];
  }

  private ofOrder(): AuditFault[] {
    const { events } = this.bundle;
    const wrong = events.find(({ seq }, at) => at > 0 && (events[at - 1]?.seq ?? 0) >= seq);
    return wrong ? [fault('event.order', wrong.seq)] : [];
  }

  private ofEvent({ event, hash }: Leafed, isLog: boolean): AuditFault[] {
    const { seq, proof } = event;
    const { size, root } = this.checkpoint;
    if (!hash) return [fault('event.header', seq)];
    if (isLog || verifyInclusion({ index: seq - 1, size, leaf: hash, root, proof })) return [];
    return [fault('event.inclusion', seq)];
  }

  private ofLog(): AuditFault[] {
    const { size, root, streams, headsRoot } = this.checkpoint;
    const beyond = this.leafed.find(({ event }) => event.seq > size);
    if (beyond) return [fault('log.beyond', beyond.event.seq)];
    if (this.leafed.length < size) return [fault('log.gap', this.firstMissing())];
    const running = new RunningRoot();
    for (const { hash } of this.leafed) running.add(hash ?? NO_HASH);
    const heads = new HeadsTree([...this.byStream].map(headOfStream));
    const sameHeads = heads.count === streams && heads.root.equals(headsRoot);
    return [
      ...(running.root().equals(root) ? [] : [fault('log.root', size)]),
      ...(sameHeads ? [] : [fault('log.heads', size)]),
    ];
  }

  private firstMissing(): number {
    const at = this.leafed.findIndex(({ event }, index) => event.seq !== index + 1);
    return at < 0 ? this.leafed.length + 1 : at + 1;
  }

  private ofHead({ stream, revision, leaf, index, proof }: BundleStream): AuditFault[] {
    const { streams: size, headsRoot: root } = this.checkpoint;
    const entry = leafHash(headEntry({ stream: streamHash(stream), revision, leaf }));
    return verifyInclusion({ index, size, leaf: entry, root, proof }) ? [] : [fault('stream.head', stream)];
  }

  private ofScope(): AuditFault[] {
    const { scope } = this.bundle;
    if (scope.kind === 'log' || this.byStream.has(`${scope.kind}-${scope.id}`)) return [];
    return [fault('scope.missing', `${scope.kind}-${scope.id}`)];
  }

  private ofEnd({ stream, revision, leaf }: BundleStream): AuditFault[] {
    const last = this.byStream.get(stream)?.at(-1);
    if (!last || last.event.revision < revision) return [fault('stream.tail', stream)];
    if (last.event.revision > revision) return [fault('stream.beyond', stream)];
    return last.hash?.equals(leaf) ? [] : [fault('stream.head', stream)];
  }
}

function ofChain(stream: string, events: readonly Leafed[]): AuditFault[] {
  const faults = new Set<FaultCode>();
  let before: Leafed | undefined;
  for (const { event, hash } of events) {
    const expected = (before?.event.revision ?? -1) + 1;
    if (event.revision < expected) faults.add('stream.order');
    if (event.revision > expected) faults.add('stream.gap');
    const previous = event.revision === 0 ? NO_HASH : before?.hash;
    if (event.revision === expected && !previous?.equals(event.previous)) faults.add('stream.chain');
    before = { event, hash };
  }
  return [...faults].map((code) => fault(code, stream));
}

function headOfStream([stream, events]: readonly [string, readonly Leafed[]]): Head {
  const last = events.at(-1);
  return {
    stream: streamHash(stream),
    revision: last?.event.revision ?? 0,
    leaf: last?.hash ?? NO_HASH,
  };
}

function hashOf({
  seq,
  stream,
  revision,
  recordedAt,
  previous,
  header,
  data,
}: BundleEvent): Buffer | undefined {
  const head = headOf(header);
  if (!head) return undefined;
  return leafHash(
    encodeLeaf({ seq, stream, revision, recordedAt, previous, ...head, bytes: { header, data } }),
  );
}
