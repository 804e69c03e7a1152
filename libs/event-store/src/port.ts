import type {
  Context,
  EventHeader,
  Recorded,
  StoredBytes,
  StreamName,
  TenantId,
  Uuid,
} from '@lien-ket/kernel';

/** Largest event, header and data together (DESIGN: a larger act is several events in one append). */
export const MAX_EVENT_BYTES = 256 * 1024;

/** The expected revision of a stream that must not exist yet. */
export const NO_STREAM = -1;

/** One event ready to be stored: ids fixed, bytes serialised once. A retry sends the same bytes. */
export interface EncodedEvent extends StoredBytes {
  readonly id: Uuid;
  readonly type: string;
  readonly businessDate: string;
  readonly effectiveOn?: string;
}

export interface Appended {
  readonly outcome: 'appended' | 'repeated';
  /** Sequence number in the tenant's log of the last event of the append. */
  readonly seq: number;
  /** Revision in the stream of the last event of the append. */
  readonly revision: number;
  readonly recordedAt: string;
}

/** The stream is not where the writer expected it. */
export class RevisionConflict extends Error {
  constructor(
    readonly stream: StreamName,
    readonly expected: number,
    readonly current: number,
  ) {
    super(`stream ${stream}: expected revision ${expected}, is ${current}`);
    this.name = 'RevisionConflict';
  }
}

/** An event as read, with its bytes; header and data may be parsed only when they are first asked for. */
export type StoredEvent = Recorded & { readonly bytes: StoredBytes };

export interface ReadRange {
  /** First revision wanted, default 0. */
  readonly from?: number;
  /** Last revision wanted, default the newest. */
  readonly to?: number;
}

export interface LogRange {
  /** Sequence number after which to begin; 0 begins at the first event. */
  readonly after: number;
  /** Last sequence number wanted, default the head at the time of the call. */
  readonly until?: number;
  /** Only these types; default all that the role may see. */
  readonly types?: readonly string[];
  /** Events fetched per round trip where the log is read in pages, default 500. */
  readonly batch?: number;
}

/**
 * The event store of one service, one log per tenant. Two drivers pass one contract suite.
 * Every call needs a context: without one there is no tenant, and so no store.
 */
export interface EventStore {
  /**
   * Appends to one stream, all or nothing. The same event ids at the same expected revision are written once and
   * answered as the first time.
   * @throws RevisionConflict when the stream is elsewhere; DomainError tooLarge before anything is written.
   */
  append(
    ctx: Context,
    stream: StreamName,
    events: readonly EncodedEvent[],
    expectedRevision: number,
  ): Promise<Appended>;
  /** A stream in revision order; empty when it does not exist. */
  read(ctx: Context, stream: StreamName, range?: ReadRange): Promise<StoredEvent[]>;
  /** The log in order, gap-free as far as the role may see it; ends at `until`. */
  log(ctx: Context, range: LogRange): AsyncIterable<readonly StoredEvent[]>;
  /** Sequence number of the newest event of the tenant's log, 0 when empty. */
  head(ctx: Context): Promise<number>;
}

/**
 * Called in process right after a commit, so that readers need not poll.
 * @param types of the newest events up to `seq`, oldest first, where the driver knows that they follow one another
 */
export type AppendListener = (tenantId: TenantId, seq: number, types?: readonly string[]) => void;

export type { EventHeader };
