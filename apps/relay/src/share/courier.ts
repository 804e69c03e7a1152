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

  constructor(
    private readonly runtime: Runtime,
    private readonly inbox: ShareInbox,
    private readonly tenants: () => readonly string[],
    private readonly clock: Clock,
  ) {}

  /** Carries what the tenant has shared to everybody else; a pair that waits delays no other. */
  async catchUp(ctx: Context): Promise<{ applied: number; errors: readonly unknown[] }> {
    const errors: unknown[] = [];
    for (const to of this.tenants().filter((tenant) => tenant !== ctx.tenantId)) {
      try {
        await this.carry(ctx, to);
      } catch (error) {
        if (!(error instanceof DomainError && error.code === 'share.held')) errors.push(error);
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
    const last = await this.inbox.last(receiver, from.tenantId);
    for (const message of waiting.filter(({ revision }) => revision > last))
      await this.inbox.take(receiver, from.tenantId, message);
    this.delivered.set(pair, waiting.at(-1)?.revision ?? last);
  }
}
