import { DomainError, streamOf, uuidFrom, type Context } from '@lien-ket/kernel';
import { foldEvents } from '@lien-ket/event-store';
import type { Runtime } from '@lien-ket/runtime';
import { numberDecider, type NumberCommand } from './number.decider.js';
import type { PlanQueries } from './plan.queries.js';

/** Number, symbol and date as a command gives them. */
export interface Numbered {
  readonly number?: string;
  readonly symbol?: string;
  readonly date?: { readonly year: number };
}

/** After this long an act that holds a number without bearing it has died with its process. */
const ABANDONED_AFTER_MS = 60_000;

/** Case and blanks around make no other symbol. */
export function sameSymbol(symbol: string): string {
  return symbol.trim().toLocaleUpperCase('vi');
}

/** Number and symbol are unique per issuer and year: held in a stream of their own before the act that bears them. */
export class Numbers {
  constructor(
    private readonly runtime: Runtime,
    private readonly plans: PlanQueries,
  ) {}

  /**
   * Does the work while the plan holds the number; frees it again when the work is refused.
   * @throws DomainError conflict plan.numberTaken, naming the plan that bears or holds it
   */
  async holding<T>(
    ctx: Context,
    planId: string,
    { number, symbol = '', date }: Numbered,
    work: () => Promise<T>,
  ): Promise<T> {
    if (!number || !date) return work();
    const { year } = date;
    const bearer = await this.plans.numberTaken(ctx, number, symbol, year, planId);
    if (bearer) throw new DomainError('conflict', 'plan.numberTaken', { plan: bearer });
    const id = uuidFrom('number', ctx.tenantId, String(year), number, sameSymbol(symbol));
    const held = await this.heldFor(ctx, id);
    const mayTakeOver =
      held.since !== undefined && Date.parse(ctx.now) - Date.parse(held.since) > ABANDONED_AFTER_MS;
    const turn = String(held.revision);
    await this.send(ctx, id, turn, { type: 'take', planId, number, symbol, year, mayTakeOver });
    try {
      return await work();
    } catch (error) {
      const took = held.planId !== planId;
      if (took && error instanceof DomainError) await this.send(ctx, id, turn, { type: 'free', planId });
      throw error;
    }
  }

  private async heldFor(
    ctx: Context,
    id: string,
  ): Promise<{ planId: string | null; revision: number; since?: string }> {
    const history = await this.runtime.store.read(ctx, streamOf('number', id));
    const last = history.at(-1);
    return { ...foldEvents(numberDecider, history), revision: history.length, since: last?.recordedAt };
  }

  private async send(ctx: Context, id: string, turn: string, command: NumberCommand): Promise<void> {
    const commandId = uuidFrom('number', command.type, id, command.planId, turn, ctx.correlationId);
    await this.runtime.handle(ctx, numberDecider, { id, commandId, name: command.type, command });
  }
}
