import {
  categories,
  receivedEvents,
  refusalOfContent,
  shareEvents,
  type Crossing,
} from '@lien-ket/contracts';
import {
  DomainError,
  categoryOf,
  idOf,
  isUuid,
  uuidFrom,
  type Context,
  type Recorded,
} from '@lien-ket/kernel';
import { appendEvents } from '@lien-ket/event-store';
import type { Runtime } from '@lien-ket/runtime';

const CATEGORIES = new Set(categories().map(({ category }) => category));
/** Name under which a refused crossing is parked in the receiver's relay. */
export const COURIER = 'courier';

/** What became of a crossing: kept, kept before, or not the next one (then the last number kept is told). */
export type Taken =
  { readonly outcome: 'taken' | 'known' } | { readonly outcome: 'gap'; readonly last: number };

/**
 * What one tenant keeps of what another shares with it: stream `received-<from>`, each number once and in order, before
 * anything acts on it (DESIGN §4.7). What may not be taken is parked, and the pair waits behind it.
 */
export class ShareInbox {
  private readonly lasts = new Map<string, number>();
  /** Pairs that were found free: only what this process parks holds one up, or what another one would park, too. */
  private readonly free = new Set<string>();

  constructor(private readonly runtime: Runtime) {}

  /** The last number kept of a sharer; -1 before the first. */
  async last(receiver: Context, from: string): Promise<number> {
    const pair = `${from}/${receiver.tenantId}`;
    const known = this.lasts.get(pair);
    if (known !== undefined) return known;
    const found = (await this.runtime.store.read(receiver, streamOf(from))).length - 1;
    this.lasts.set(pair, found);
    return found;
  }

  /** @throws DomainError unavailable share.held while the pair waits for an administrator */
  async take(receiver: Context, from: string, message: Recorded): Promise<Taken> {
    const last = await this.last(receiver, from);
    if (message.revision <= last) return { outcome: 'known' };
    if (message.revision > last + 1) return { outcome: 'gap', last };
    await this.refuseHeld(receiver, from);
    const reason = refusalOf(message, from, receiver.tenantId);
    if (reason !== undefined) return this.park(receiver, from, message, reason);
    const { origin, content } = message.data as Crossing;
    await this.keep(receiver, from, message, {
      type: receivedEvents.received.type,
      data: { origin, content, number: message.revision },
      effectiveOn: origin.effectiveOn,
    });
    return { outcome: 'taken' };
  }

  /** Gives a parked crossing up: its number is kept with the reason, so that the next one can follow. */
  async discard(ctx: Context, from: string, number: number, reason: string): Promise<void> {
    const last = await this.last(ctx, from);
    if (number !== last + 1) return;
    const stream = streamOf(from);
    const command = {
      id: uuidFrom('discard', ctx.tenantId, from, String(number)),
      name: 'discard',
      hash: '',
    };
    const events = [{ type: receivedEvents.refused.type, data: { number, reason } }];
    await appendEvents(this.runtime.store, ctx, { stream, command, events, revision: last });
    this.lasts.set(`${from}/${ctx.tenantId}`, number);
  }

  private async keep(
    receiver: Context,
    from: string,
    message: Recorded,
    event: { readonly type: string; readonly data: unknown; readonly effectiveOn?: string },
  ): Promise<void> {
    const command = { id: uuidFrom('receive', message.header.id), name: 'receive', hash: '' };
    const { correlationId, id: causationId, traceparent } = message.header;
    const ctx = { ...receiver, correlationId, causationId, traceparent };
    const entry = { stream: streamOf(from), command, events: [event], revision: message.revision - 1 };
    try {
      await appendEvents(this.runtime.store, ctx, entry);
      this.lasts.set(`${from}/${receiver.tenantId}`, message.revision);
    } catch (error) {
      // Another process of this relay may have kept it: what is known of the stream is read anew.
      this.lasts.delete(`${from}/${receiver.tenantId}`);
      throw error;
    }
  }

  private async refuseHeld(receiver: Context, from: string): Promise<void> {
    const pair = `${from}/${receiver.tenantId}`;
    if (this.free.has(pair)) return;
    if (await this.runtime.consumerRows.blocked(receiver, COURIER, streamOf(from)))
      throw new DomainError('unavailable', 'share.held', { from });
    this.free.add(pair);
  }

  private async park(receiver: Context, from: string, message: Recorded, reason: string): Promise<never> {
    // Kept with its number in the pair's stream: that is what an administrator decides about.
    const event = { ...message, stream: streamOf(from), seq: message.revision };
    this.free.delete(`${from}/${receiver.tenantId}`);
    await this.runtime.consumerRows.park(receiver, COURIER, event, reason, 1);
    throw new DomainError('unavailable', 'share.held', { from });
  }
}

function streamOf(from: string): string {
  return `received-${from}`;
}

/** Hostile until checked: the origin must be the sharer itself, a stream of a known kind, a type that may cross. */
export function refusalOf(message: Pick<Recorded, 'data'>, from: string, to: string): string | undefined {
  const parsed = shareEvents.shared.schema.safeParse(message.data);
  if (!parsed.success) return 'not a crossing';
  const { origin, content, to: addressee } = parsed.data;
  if (addressee !== to) return `addressed to ${addressee}`;
  if (origin.tenant !== from) return `claims to come from ${origin.tenant}`;
  if (!CATEGORIES.has(categoryOf(origin.stream)) || !isUuid(idOf(origin.stream)))
    return `stream ${origin.stream} is none of ours`;
  return refusalOfContent(origin.type, content);
}
