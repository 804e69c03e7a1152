import {
  categories,
  receivedEvents,
  refusalOfContent,
  shareEvents,
  type Crossing,
} from '@lien-ket/contracts';
import { categoryOf, idOf, isUuid, uuidFrom, type Clock, type Context } from '@lien-ket/kernel';
import { appendEvents, type StoredEvent } from '@lien-ket/event-store';
import { contextOfTenant } from '@lien-ket/messaging';
import type { Runtime } from '@lien-ket/runtime';
import { RefusedCrossingRow } from './share.rows.js';

const CATEGORIES = new Set(categories().map(({ category }) => category));

/**
 * The only code that holds two tenants (DESIGN §4.7), in the embedded platform: carries `share-<to>` of one log into
 * `received-<from>` of the other. Both streams count alike, so that a message is taken once and a gap is seen.
 */
export class Courier {
  readonly name = 'courier';
  private readonly delivered = new Map<string, number>();

  constructor(
    private readonly runtime: Runtime,
    private readonly tenants: () => readonly string[],
    private readonly clock: Clock,
  ) {}

  /** Carries what the tenant has shared to everybody else. */
  async catchUp(ctx: Context): Promise<{ applied: number; errors: readonly unknown[] }> {
    const errors: unknown[] = [];
    for (const to of this.tenants().filter((tenant) => tenant !== ctx.tenantId)) {
      try {
        await this.carry(ctx, to);
      } catch (error) {
        errors.push(error);
      }
    }
    return { applied: 0, errors };
  }

  private async carry(from: Context, to: string): Promise<void> {
    const pair = `${from.tenantId}/${to}`;
    const waiting = await this.runtime.store.read(from, `share-${to}`, {
      from: (this.delivered.get(pair) ?? -1) + 1,
    });
    if (waiting.length === 0) return;
    const receiver = contextOfTenant(to, this.clock);
    const stream = `received-${from.tenantId}`;
    const last = this.delivered.get(pair) ?? (await this.runtime.store.read(receiver, stream)).length - 1;
    this.delivered.set(pair, last);
    for (const message of waiting.filter(({ revision }) => revision > last)) {
      const reason = refusalOf(message, from.tenantId, to);
      if (reason) return this.refuse(receiver, from.tenantId, message.revision, reason);
      await this.take(receiver, stream, message);
      this.delivered.set(pair, message.revision);
    }
  }

  private async take(receiver: Context, stream: string, message: StoredEvent): Promise<void> {
    const { origin, content } = message.data as Crossing;
    const command = { id: uuidFrom('receive', message.header.id), name: 'receive', hash: '' };
    const { correlationId, id: causationId, traceparent } = message.header;
    const ctx = { ...receiver, correlationId, causationId, traceparent };
    const data = { origin, content, number: message.revision };
    const events = [{ type: receivedEvents.received.type, data, effectiveOn: origin.effectiveOn }];
    await appendEvents(this.runtime.store, ctx, { stream, command, events, revision: message.revision - 1 });
  }

  private async refuse(receiver: Context, fromTenant: string, number: number, reason: string): Promise<void> {
    await this.runtime.db.use(receiver, (db) =>
      db.getRepository(RefusedCrossingRow).save({ fromTenant, number, reason }),
    );
    throw new Error(`crossing ${number} from ${fromTenant} to ${receiver.tenantId} refused: ${reason}`);
  }
}

/** Hostile until checked: the origin must be the sharer itself, a stream of a known kind, a type that may cross. */
export function refusalOf(message: Pick<StoredEvent, 'data'>, from: string, to: string): string | undefined {
  const parsed = shareEvents.shared.schema.safeParse(message.data);
  if (!parsed.success) return 'not a crossing';
  const { origin, content, to: addressee } = parsed.data;
  if (addressee !== to) return `addressed to ${addressee}`;
  if (origin.tenant !== from) return `claims to come from ${origin.tenant}`;
  if (!CATEGORIES.has(categoryOf(origin.stream)) || !isUuid(idOf(origin.stream)))
    return `stream ${origin.stream} is none of ours`;
  return refusalOfContent(origin.type, content);
}
