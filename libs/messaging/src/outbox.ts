import { EVENTS, contractOf, shareEvents } from '@lien-ket/contracts';
import type { Context, Recorded, StoredBytes } from '@lien-ket/kernel';
import { observe, type Reading } from '@lien-ket/telemetry';
import type { Outgoing, Sender } from './broker.js';
import { serviceTopics, topicOf } from './topics.js';
import { encodeMessage, encodeTick } from './wire.js';

export type WithBytes = Recorded & { readonly bytes: StoredBytes };

/** The tenant's log as the relay reads it. */
export interface OutboxLog {
  log(
    ctx: Context,
    range: { after: number; until?: number; types?: readonly string[] },
  ): AsyncIterable<readonly WithBytes[]>;
  head(ctx: Context): Promise<number>;
}

/** How far a tenant's log has been published; kept by the relay, moved only after the broker's acknowledgement. */
export interface OutboxCursor {
  read(ctx: Context): Promise<number>;
  advance(ctx: Context, seq: number): Promise<void>;
}

/** Signs what crosses to another tenant; within a tenant the broker's rights are enough. */
export type Sign = (tenant: string, message: Outgoing) => Outgoing;

const TYPES = [...EVENTS.filter(({ public: open }) => open).map(({ type }) => type), shareEvents.shared.type];
/** One send stays well under the broker's limit of a batch (1 MiB), also when all of it goes to one partition. */
const SEND_BYTES = 640 * 1024;
const SEND_MESSAGES = 500;

/**
 * The event store's own log is the outbox: what it holds is published in its order, and the cursor moves after the
 * broker has acknowledged. Whatever fails is sent again from the cursor: twice is allowed, never is not.
 */
export class Outbox {
  readonly name = 'outbox';
  private readonly positions = new Map<string, number>();
  private readonly heads = new Map<string, number>();
  private readonly ticked = new Map<string, number>();

  constructor(
    private readonly log: OutboxLog,
    private readonly cursor: OutboxCursor,
    private readonly sender: Sender,
    private readonly sign: Sign,
  ) {
    observe('lk.relay.lag', () => this.readLags());
  }

  /** Publishes everything up to the head. @throws what the broker says; the cursor stands where it was acknowledged */
  async catchUp(ctx: Context, until: number): Promise<{ errors: readonly unknown[] }> {
    this.heads.set(ctx.tenantId, until);
    const after = this.positions.get(ctx.tenantId) ?? (await this.cursor.read(ctx));
    if (after >= until) {
      this.positions.set(ctx.tenantId, after);
      return { errors: [] };
    }
    for await (const batch of this.log.log(ctx, { after, until, types: TYPES }))
      for (const part of partsOf(batch.map((event) => this.messageOf(event)))) {
        await this.sender.send(part.map(({ message }) => message));
        await this.moved(ctx, part.at(-1)?.seq ?? after);
      }
    await this.moved(ctx, until);
    return { errors: [] };
  }

  /** Publishes again what was shared with a tenant that has missed some of it. */
  async resend(ctx: Context, events: readonly WithBytes[]): Promise<void> {
    for (const part of partsOf(events.map((event) => this.messageOf(event))))
      await this.sender.send(part.map(({ message }) => message));
  }

  /** Tells every consumer how far the log is published; `always` also when nothing was since the last time. */
  async tick(ctx: Context, always: boolean): Promise<void> {
    const head = this.positions.get(ctx.tenantId);
    if (head === undefined || (!always && this.ticked.get(ctx.tenantId) === head)) return;
    const messages: Outgoing[] = [];
    for (const topic of serviceTopics(ctx.tenantId))
      for (const partition of await this.sender.partitions(topic))
        messages.push(encodeTick(topic, partition, ctx.tenantId, head));
    if (messages.length > 0) await this.sender.send(messages);
    this.ticked.set(ctx.tenantId, head);
  }

  /** Up to which sequence number a tenant's log is published, as far as this process knows. */
  position(tenantId: string): number {
    return this.positions.get(tenantId) ?? 0;
  }

  lag(tenantId: string): number {
    return (this.heads.get(tenantId) ?? 0) - (this.positions.get(tenantId) ?? 0);
  }

  private messageOf(event: WithBytes): { readonly seq: number; readonly message: Outgoing } {
    const { seq, tenant, type } = event;
    if (type !== shareEvents.shared.type) {
      const service = contractOf(type)?.service ?? 'relay';
      return { seq, message: encodeMessage(topicOf({ kind: 'service', tenant, service }), event) };
    }
    const { to } = event.data as { readonly to: string };
    return { seq, message: this.sign(tenant, encodeMessage(topicOf({ kind: 'share', tenant, to }), event)) };
  }

  private async moved(ctx: Context, seq: number): Promise<void> {
    await this.cursor.advance(ctx, seq);
    this.positions.set(ctx.tenantId, seq);
  }

  private *readLags(): Iterable<Reading> {
    for (const tenant of this.heads.keys())
      yield { value: this.lag(tenant), attributes: { 'lk.tenant': tenant } };
  }
}

interface Part {
  readonly seq: number;
  readonly message: Outgoing;
}

/** In order, cut so that each part is one send that the broker takes. */
function partsOf(messages: readonly Part[]): Part[][] {
  const parts: Part[][] = [];
  let bytes = 0;
  for (const one of messages) {
    const size = sizeOf(one.message);
    const last = parts.at(-1);
    if (last && last.length < SEND_MESSAGES && bytes + size <= SEND_BYTES) {
      last.push(one);
      bytes += size;
    } else {
      parts.push([one]);
      bytes = size;
    }
  }
  return parts;
}

function sizeOf({ headers, value, key = '' }: Outgoing): number {
  const named = Object.entries(headers).reduce(
    (sum, [name, content]) => sum + name.length + Buffer.byteLength(content) + 8,
    0,
  );
  return value.length + key.length + named;
}
