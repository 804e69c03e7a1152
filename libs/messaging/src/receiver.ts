import { uuidFrom, type Clock, type Context } from '@lien-ket/kernel';
import { observe, type Reading } from '@lien-ket/telemetry';
import type { Arrived } from './broker.js';
import type { Consumer, Handler } from './consumer.js';
import { contextOfTenant } from './contexts.js';
import { addressOf } from './topics.js';
import { Unreadable, decodeMessage, isTick } from './wire.js';

/** What of a broker's message is kept when it can't be read: all of it. */
export interface Unread {
  readonly id: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly reason: string;
  readonly message: Arrived;
}

/** Where the receiver keeps its place and what it could not read: in the service's own schema of the tenant. */
export interface ReceiverStore {
  parkUnread(ctx: Context, unread: Unread): Promise<void>;
  /** Up to which sequence number the topic's partition has been handled. */
  handled(ctx: Context, place: string, seq: number): Promise<void>;
}

export interface ReceiverParts {
  readonly consumer: Consumer;
  readonly handlers: readonly Handler[];
  readonly store: ReceiverStore;
  readonly clock: Clock;
  /** Resolves when the service's own projections have read the event: what a handler looks up must be there. */
  readonly current: (ctx: Context, seq: number) => Promise<void>;
  /** Somebody has appended: readers of the tenant's log may look. */
  readonly onMessage: (tenant: string) => void;
}

/**
 * One service's way in from a broker: reads, refuses, hands to the handlers, keeps its place. Twice is once (inbox and
 * command ids), unreadable is parked, and what may become better rejects, so that the broker's place stays.
 */
export class Receiver {
  private readonly places = new Map<string, { readonly tenant: string; seq: number; at: string }>();

  constructor(private readonly parts: ReceiverParts) {
    observe('lk.consumer.lag', () => this.readLags());
  }

  async take(message: Arrived): Promise<void> {
    const address = addressOf(message.topic);
    if (!address) throw new Error(`topic ${message.topic} is none of ours`);
    const ctx = contextOfTenant(address.tenant, this.parts.clock);
    try {
      const decoded = decodeMessage(message);
      if (isTick(decoded)) return await this.reached(ctx, message, decoded.head);
      this.parts.onMessage(address.tenant);
      const handlers = this.parts.handlers.filter(({ type }) => type === decoded.type);
      if (handlers.length > 0) await this.parts.current(ctx, decoded.seq);
      await this.parts.consumer.deliver(handlers, decoded);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      await this.parts.store.parkUnread(ctx, unreadOf(message, error.message));
    }
  }

  /** Time of the last tick of each place, for the watchdog. */
  lastSeen(topic: string, partition: number): string | undefined {
    return this.places.get(`${topic}/${partition}`)?.at;
  }

  private async reached(ctx: Context, { topic, partition }: Arrived, head: number): Promise<void> {
    const place = `${topic}/${partition}`;
    const known = this.places.get(place);
    this.places.set(place, { tenant: ctx.tenantId, seq: head, at: ctx.now });
    if (known?.seq === head) return;
    this.parts.onMessage(ctx.tenantId);
    await this.parts.store.handled(ctx, place, head);
  }

  private *readLags(): Iterable<Reading> {
    const heads = new Map<string, number>();
    for (const { tenant, seq } of this.places.values())
      heads.set(tenant, Math.max(heads.get(tenant) ?? 0, seq));
    for (const [place, { tenant, seq }] of this.places)
      yield {
        value: (heads.get(tenant) ?? seq) - seq,
        attributes: { 'lk.tenant': tenant, 'messaging.destination.name': place },
      };
  }
}

/** The same broken message is the same parked message, however often it comes. */
export function unreadOf(message: Arrived, reason: string): Unread {
  const { topic, partition, offset } = message;
  const id = uuidFrom('unread', topic, String(partition), offset);
  return { id, topic, partition, offset, reason, message };
}
