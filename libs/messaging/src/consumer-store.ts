import type { Context, Recorded } from '@lien-ket/kernel';

export type Standing = 'free' | 'done' | 'blocked';

/** What is kept of a parked message: it is read again from the log. `stream` is the order that it holds up. */
export type Parkable = Pick<Recorded, 'header' | 'seq' | 'type' | 'stream'>;

/** What a handler has done with a message. */
export interface Done {
  readonly handler: string;
  readonly message: string;
}

/** Where a consumer's cursor, inbox and parked messages lie: in the service's own schema of the tenant. */
export interface ConsumerStore {
  cursor(ctx: Context): Promise<number>;
  /**
   * What stands in the way of each handler: nothing, that this message was done or parked before, or that an earlier one
   * of the stream is parked for it (order within a stream is kept).
   */
  standings(
    ctx: Context,
    handlers: readonly string[],
    message: { readonly id: string; readonly stream: string },
  ): Promise<readonly Standing[]>;
  /** Which of many messages, each with its handlers, some handler has neither done nor parked. */
  open(
    ctx: Context,
    messages: readonly { readonly id: string; readonly handlers: readonly string[] }[],
  ): Promise<ReadonlySet<string>>;
  /** A crash before it lets the handlers do the same again: their appends have the same command ids. */
  note(ctx: Context, done: readonly Done[]): Promise<void>;
  advance(ctx: Context, seq: number): Promise<void>;
  park(ctx: Context, handler: string, event: Parkable, reason: string, attempts: number): Promise<void>;
  parked(ctx: Context): Promise<readonly { readonly handler: string }[]>;
}

export interface ConsumerLog {
  log(
    ctx: Context,
    range: { after: number; until?: number; types?: readonly string[] },
  ): AsyncIterable<readonly Recorded[]>;
}
