import type { BundleEvent } from './bundle.js';
import { NO_HASH, leafHash } from './hashing.js';
import { encodeLeaf, headOf } from './leaf.js';
import { fault, type AuditFault, type FaultCode } from './verdict.js';

/** The leaf hash of an event; undefined where no leaf can be made of it. */
export function hashOf(event: BundleEvent): Buffer | undefined {
  const { seq, stream, revision, recordedAt, previous } = event;
  const head = headOf(event.header);
  if (!head) return undefined;
  const { eventId, type } = head;
  // The event has its own bytes as members: one object less for each of a million.
  return leafHash(encodeLeaf({ seq, stream, revision, recordedAt, previous, eventId, type, bytes: event }));
}

/** A hash as text of one byte a character: a Buffer kept for each stream would keep its whole slab. */
const kept = (hash: Buffer): string => hash.toString('latin1');
const START = kept(NO_HASH);

/** Step 9: the events of one stream in the order of the file. Holds no more than the last of them. */
export class Chain {
  /** Of the last event; −1 before the first. */
  revision = -1;
  private leaf: string | undefined;
  private codes: Set<FaultCode> | undefined;

  add({ revision, previous }: BundleEvent, hash: Buffer | undefined): void {
    const expected = this.revision + 1;
    if (revision < expected) this.found('stream.order');
    if (revision > expected) this.found('stream.gap');
    const before = revision === 0 ? START : this.leaf;
    if (revision === expected && before !== kept(previous)) this.found('stream.chain');
    this.revision = revision;
    this.leaf = hash && kept(hash);
  }

  /** Leaf hash of the last event; undefined where it has none. */
  get last(): Buffer | undefined {
    return this.leaf === undefined ? undefined : Buffer.from(this.leaf, 'latin1');
  }

  faults(stream: string): AuditFault[] {
    return [...(this.codes ?? [])].map((code) => fault(code, stream));
  }

  private found(code: FaultCode): void {
    (this.codes ??= new Set()).add(code);
  }
}
