import type { Clock, Context } from '@lien-ket/kernel';
import {
  Unreadable,
  addressOf,
  contextOfTenant,
  decodeMessage,
  forgery,
  isTick,
  topicOf,
  unreadOf,
  type Arrived,
  type Outgoing,
  type PublisherKeys,
  type Sender,
} from '@lien-ket/messaging';
import type { Runtime } from '@lien-ket/runtime';
import type { ShareInbox } from './share-inbox.js';

/** Asks a sharer to send again what comes after a number; travels on the pair's way back. */
export const RESEND = 'lk.relay.resend';
/** Tells the number of the last crossing sent, once a day: who has less asks for the rest. */
export const LAST = 'lk.relay.last';

export interface ShareReceiverParts {
  readonly runtime: Runtime;
  readonly inbox: ShareInbox;
  readonly sender: Sender;
  readonly keys: PublisherKeys;
  readonly clock: Clock;
  readonly serves: (tenant: string) => boolean;
  /** Sends `share-<to>` again from behind a number. */
  readonly resend: (ctx: Context, to: string, after: number) => Promise<void>;
}

/** The receiver's end of the pairs over a broker: signature, number, right, and then the tenant's own log. */
export class ShareReceiver {
  constructor(private readonly parts: ShareReceiverParts) {}

  async take(message: Arrived): Promise<void> {
    const address = addressOf(message.topic);
    if (address?.kind !== 'share' || !this.parts.serves(address.to))
      throw new Error(`topic ${message.topic} is none of ours`);
    const receiver = contextOfTenant(address.to, this.parts.clock);
    try {
      await this.read(receiver, address.tenant, message);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      await this.parts.runtime.consumerRows.parkUnread(receiver, unreadOf(message, error.message));
    }
  }

  private async read(receiver: Context, from: string, message: Arrived): Promise<void> {
    const forged = await forgery(message, from, this.parts.keys);
    if (forged !== undefined) throw new Unreadable(forged);
    const type = message.headers['ce_type']?.toString('utf8');
    if (type === RESEND) return this.parts.resend(receiver, from, numberIn(message, 'after'));
    if (type === LAST) return this.compare(receiver, from, numberIn(message, 'last'));
    const decoded = decodeMessage(message);
    if (isTick(decoded)) return;
    const taken = await this.parts.inbox.take(receiver, from, decoded);
    if (taken.outcome !== 'gap') return;
    await this.ask(receiver, from, taken.last);
    // Held until what is missing has come: the broker keeps the order, so it comes behind this one and both are asked for.
  }

  private async compare(receiver: Context, from: string, last: number): Promise<void> {
    const have = await this.parts.inbox.last(receiver, from);
    if (have < last) await this.ask(receiver, from, have);
  }

  private async ask(receiver: Context, from: string, after: number): Promise<void> {
    await this.parts.sender.send([controlMessage(receiver.tenantId, from, RESEND, { after })]);
  }
}

/** A word between two relays; signed by the sender's relay like every other. */
export function controlMessage(tenant: string, to: string, type: string, value: object): Outgoing {
  return {
    topic: topicOf({ kind: 'share', tenant, to }),
    key: `share-${to}`,
    headers: { ce_specversion: '1.0', ce_type: type, ce_tenant: tenant, ce_source: `/lien-ket/${tenant}` },
    value: Buffer.from(JSON.stringify(value)),
  };
}

function numberIn({ value }: Arrived, name: string): number {
  try {
    const found = (JSON.parse(value?.toString('utf8') ?? '') as Record<string, unknown>)[name];
    if (typeof found === 'number' && Number.isSafeInteger(found)) return found;
  } catch {
    // Said below, as any other fault of a message.
  }
  throw new Unreadable(`no ${name}`);
}
