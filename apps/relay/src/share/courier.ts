import { shareEvents } from '@lien-ket/contracts';
import { DomainError, type Clock, type Context } from '@lien-ket/kernel';
import { contextOfTenant } from '@lien-ket/messaging';
import type { Runtime } from '@lien-ket/runtime';
import type { ShareInbox } from './share-inbox.js';

/**
 * The only code that holds two tenants (DESIGN §4.7), in the embedded platform: carries `share-<to>` of one log into
 * `received-<from>` of the other. Both streams count alike, so that a message is taken once; nothing lies between the two
 * logs, so there is no gap to ask about.
 */
export class Courier {
  readonly name = 'courier';
  private readonly delivered = new Map<string, number>();
  /** Up to which sequence number a tenant's log was looked through for what is new. */
  private readonly positions = new Map<string, number>();
  /** Pairs in which all that was shared has arrived: they rest until something new is shared. */
  private readonly resting = new Set<string>();

  constructor(
    private readonly runtime: Runtime,
    private readonly inbox: ShareInbox,
    private readonly tenants: () => readonly string[],
    private readonly clock: Clock,
  ) {}

  /** Carries what the tenant has shared to everybody else; a pair that waits delays no other. */
  async catchUp(ctx: Context, until: number): Promise<{ errors: readonly unknown[] }> {
    await this.wakePairs(ctx, until);
    const errors: unknown[] = [];
    const deliver = async (to: string): Promise<void> => {
      try {
        await this.carry(ctx, to);
        this.resting.add(pairOf(ctx, to));
      } catch (error) {
        if (!(error instanceof DomainError && error.code === 'share.held')) errors.push(error);
      }
    };
    const awake = this.tenants().filter((to) => to !== ctx.tenantId && !this.resting.has(pairOf(ctx, to)));
    await Promise.all(awake.map(deliver));
    return { errors };
  }

  /** One look at what the tenant has shared since, instead of one at each of its pairs. */
  private async wakePairs(ctx: Context, until: number): Promise<void> {
    const after = this.positions.get(ctx.tenantId);
    if (after !== undefined && after < until) {
      const types = [shareEvents.shared.type];
      for await (const batch of this.runtime.recent.log(ctx, { after, until, types }))
        for (const { stream } of batch) this.resting.delete(pairOf(ctx, stream.slice('share-'.length)));
    }
    this.positions.set(ctx.tenantId, Math.max(after ?? 0, until));
  }

  private async carry(from: Context, to: string): Promise<void> {
    const pair = pairOf(from, to);
    const waiting = await this.runtime.store.read(from, `share-${to}`, {
      from: (this.delivered.get(pair) ?? -1) + 1,
    });
    if (waiting.length === 0) return;
    const receiver = contextOfTenant(to, this.clock);
    const last = await this.inbox.last(receiver, from.tenantId);
    for (const message of waiting.filter(({ revision }) => revision > last))
      await this.inbox.take(receiver, from.tenantId, message);
    this.delivered.set(pair, waiting.at(-1)?.revision ?? last);
  }
}

function pairOf(from: Context, to: string): string {
  return `${from.tenantId}/${to}`;
}
