import type { Actor } from './context.js';
import type { IsoDate, Instant } from './dates.js';
import type { StreamName, TenantId, Uuid } from './ids.js';

/** How an act's in-force date is known: printed in the document, derived by a named rule, or estimated by a person. */
export type EffectiveBasis =
  | { readonly kind: 'printed' }
  | { readonly kind: 'derived'; readonly rule: string }
  | { readonly kind: 'estimated'; readonly by: string };

/** An event as a decider returns it: contract type, data, and the clocks of an act or fact. */
export interface NewEvent<T extends string = string, D = unknown> {
  readonly type: T;
  readonly data: D;
  readonly effectiveOn?: IsoDate;
  readonly basis?: EffectiveBasis;
}

/** What is stored beside the data: serialised once, never rewritten. */
export interface EventHeader {
  readonly id: Uuid;
  readonly type: string;
  readonly businessDate: IsoDate;
  readonly effectiveOn?: IsoDate;
  readonly basis?: EffectiveBasis;
  readonly actor: Actor;
  readonly command: { readonly id: Uuid; readonly name: string; readonly hash: string };
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
}

/** An event as read from the log. `seq` is its count 1..n in the tenant's log. */
export interface Recorded<T extends string = string, D = unknown> {
  readonly tenant: TenantId;
  readonly seq: number;
  readonly stream: StreamName;
  /** 0-based, contiguous within the stream. */
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly type: T;
  readonly header: EventHeader;
  readonly data: D;
}

/** Bytes of an event, as stored, sent and hashed. */
export interface StoredBytes {
  readonly header: Buffer;
  readonly data: Buffer;
}
