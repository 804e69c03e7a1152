import { createHash } from 'node:crypto';
import type { Context, StreamName } from '@lien-ket/kernel';
import type { EventStore, StoredEvent } from './port.js';

/** An event as it moves from one driver to another: all that must be the same afterwards. */
export interface MovedEvent {
  readonly seq: number;
  readonly stream: StreamName;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly header: Buffer;
  readonly data: Buffer;
}

/** One end of a move. */
export interface LogEnd {
  readonly name: string;
  head(): Promise<number>;
  events(after: number, until: number): AsyncIterable<readonly MovedEvent[]>;
}

export interface LogTarget extends LogEnd {
  /** Events that follow the last one, as they are; all of them or a beginning of them. */
  write(events: readonly MovedEvent[]): Promise<void>;
}

export interface Proof {
  readonly events: number;
  /** SHA-256 over number, stream, revision, id, type, `recordedAt`, header and data of every event, in order. */
  readonly digest: string;
}

export interface Moved extends Proof {
  /** How many were written now; fewer than `events` when an earlier run was interrupted. */
  readonly copied: number;
}

/** Why a log is not moved; nothing was lost, and the same command goes on where it stopped. */
export class MoveRefused extends Error {}

/** The log of a tenant as a store shows it; the store's service must see the whole of it. */
export function endOf(name: string, store: EventStore, ctx: Context): LogEnd {
  return {
    name,
    head: () => store.head(ctx),
    async *events(after, until) {
      for await (const batch of store.log(ctx, { after, until })) yield batch.map(movedOf);
    },
  };
}

function movedOf({
  seq,
  stream,
  revision,
  type,
  recordedAt,
  header: { id },
  bytes,
}: StoredEvent): MovedEvent {
  return { seq, stream, revision, id, type, recordedAt, ...bytes };
}

/**
 * Copies what the target lacks and proves that both hold the same. What the target has already is compared first, so an
 * interrupted move goes on, and a log that went another way is refused.
 * @throws MoveRefused
 */
export async function moveLog(
  from: LogEnd,
  to: LogTarget,
  onProgress: (seq: number, of: number) => void = () => undefined,
): Promise<Moved> {
  const [until, there] = [await from.head(), await to.head()];
  if (there > until)
    throw new MoveRefused(`${to.name} has ${there} events and ${from.name} only ${until}: nothing to move`);
  await proveSame(from, to, there);
  for await (const events of from.events(there, until)) {
    await to.write(events);
    onProgress(events.at(-1)?.seq ?? there, until);
  }
  const proof = await proveSame(from, to, until);
  const [left, arrived] = [await from.head(), await to.head()];
  if (left !== until || arrived !== until)
    throw new MoveRefused(
      `somebody writes: ${from.name} is at ${left}, ${to.name} at ${arrived}, not ${until}`,
    );
  return { ...proof, copied: until - there };
}

/** @throws MoveRefused when the first `until` events are not the same at both ends */
export async function proveSame(one: LogEnd, other: LogEnd, until: number): Promise<Proof> {
  const [left, right] = [await proofOf(one, until), await proofOf(other, until)];
  if (left.events !== until || right.events !== until || left.digest !== right.digest)
    throw new MoveRefused(
      `the first ${until} events differ: ${one.name} ${left.events} ${left.digest}, ${other.name} ${right.events} ${right.digest}`,
    );
  return left;
}

export async function proofOf(end: LogEnd, until: number): Promise<Proof> {
  const hash = createHash('sha256');
  let events = 0;
  for await (const batch of end.events(0, until))
    for (const event of batch) {
      events += 1;
      for (const part of partsOf(event)) hash.update(`${part.length}:`).update(part);
    }
  return { events, digest: hash.digest('hex') };
}

function partsOf({ seq, stream, revision, id, type, recordedAt, header, data }: MovedEvent): Buffer[] {
  const text = [String(seq), stream, String(revision), id, type, recordedAt];
  return [...text.map((part) => Buffer.from(part)), header, data];
}
