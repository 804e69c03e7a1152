import type { StreamName } from '@lien-ket/kernel';
import type { Stamp } from './stamp.js';

/** Where an event stands in the server's log. Opaque outside the driver: it has holes. */
export interface LogPlace {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event as the server gives it, before it is counted. */
export interface WireEvent extends Stamp {
  readonly place: LogPlace;
  readonly stream: StreamName;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly header: Buffer;
  readonly data: Buffer;
}

export interface WireProposal {
  readonly id: string;
  readonly type: string;
  readonly data: Buffer;
  readonly metadata: Uint8Array;
}

/** `conflict`: where the stream stands instead. */
export type WireOutcome =
  { readonly kind: 'written' } | { readonly kind: 'conflict'; readonly current: number };

/** What the driver needs of a KurrentDB. Calls are repeated until their outcome is known, or fail as unavailable. */
export interface KurrentLink {
  append(stream: StreamName, events: readonly WireProposal[], expected: number): Promise<WireOutcome>;
  stream(stream: StreamName, from: number, count: number): Promise<WireEvent[]>;
  /** Counted events from a place on, that one included; from the beginning without one. */
  all(from: LogPlace | undefined, count: number): Promise<WireEvent[]>;
  /** Tells of counted events after the place until it ends; answers how to end it. */
  follow(after: LogPlace | undefined, ears: Ears): () => void;
  /** Whether the log has moved away, and nobody may append here any more. */
  fenced(): Promise<boolean>;
  fence(closed: boolean): Promise<void>;
  close(): Promise<void>;
}

export interface Ears {
  heard(place: LogPlace): void;
  ended(error: unknown): void;
}

/** Where it is noted that a log has moved away: of no type that counts. */
export const FENCE = { stream: 'fence', closed: 'fence.closed', opened: 'fence.opened' } as const;

/** The wire names of our events begin so; nothing else is counted. */
export const COUNTED_PREFIX = 'lk.';

/**
 * The rule by which a sequence number is counted, fixed for ever: an event counts when it is of one of our types in a
 * stream that is not the server's own. Statistics, metadata, links and what else a server keeps do not.
 */
export function counts({ stream, type }: { readonly stream: string; readonly type: string }): boolean {
  return type.startsWith(COUNTED_PREFIX) && !stream.startsWith('$');
}

export function isBefore(one: LogPlace, other: LogPlace): boolean {
  return one.commit === other.commit ? one.prepare < other.prepare : one.commit < other.commit;
}

export function isSame(one: LogPlace, other: LogPlace): boolean {
  return one.commit === other.commit && one.prepare === other.prepare;
}
