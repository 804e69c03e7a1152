import type { DocumentRef } from '@lien-ket/contracts';
import { DomainError, streamOf, uuidFrom, type Context } from '@lien-ket/kernel';
import { foldEvents } from '@lien-ket/event-store';
import { actsAt, documentOf, type PlanAct, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import type { Runtime } from '@lien-ket/runtime';
import { bearerOf, isSame, numberDecider, type Bearer, type NumberCommand } from './number.decider.js';
import type { PlanQueries } from './plan.queries.js';

/** Number, symbol and date as a command gives them. */
export type Numbered = Pick<DocumentRef, 'number' | 'symbol' | 'date'>;

/** A number of a year, and the document that bears it. */
export interface Borne extends Bearer {
  readonly key: string;
  /** Of the paper that ends a plan: it may be the very plan that takes its place, and may end several. */
  readonly ends?: true;
}

/** What a command is about to give a number to. */
export interface Numbering {
  readonly bearer: Bearer;
  readonly numbered: Numbered;
  readonly ends?: true;
  /** What it bore before, where a correction gives it another number. */
  readonly before?: Numbered;
}

/** After this long an act that holds a number without bearing it has died with its process. */
const ABANDONED_AFTER_MS = 60_000;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/** Case, blanks and kinds of dashes make no other symbol, zeros before it no other number. Undefined without a year. */
export function numberKey({ number, symbol = '', date }: Numbered): string | undefined {
  if (!number || !date) return undefined;
  const plain = (said: string): string =>
    said.normalize('NFC').replace(/\s/gu, '').replace(DASHES, '-').toLocaleUpperCase('vi');
  return [date.year, plain(number).replace(/^0+(?=.)/, ''), plain(symbol)].join('/');
}

/** The numbers that a plan and its acts bear, corrections in place. */
export function borneBy(planId: string, events: readonly RecordedPlanEvent[]): Borne[] {
  return actsAt(events).flatMap((act) => {
    const key = numberKey(documentOf(act) ?? {});
    return key === undefined ? [] : bearersOf(planId, act).map((bearer) => ({ ...bearer, key }));
  });
}

function bearersOf(planId: string, act: PlanAct): Omit<Borne, 'key'>[] {
  if (act.type === 'lk.agreement.plan.issued.v1') return [{ planId }];
  if (act.type === 'lk.agreement.plan.amended.v1') return [{ planId, amendmentId: act.data.amendmentId }];
  return act.type === 'lk.agreement.plan.ended.v1' ? [{ planId, ends: true }] : [];
}

/** Whether two that bear one number cannot be the same document. */
function clash(one: Omit<Borne, 'key'>, other: Omit<Borne, 'key'>): boolean {
  if (one.ends && other.ends) return false;
  if (!one.ends && !other.ends) return !isSame(one, other);
  return one.amendmentId !== undefined || other.amendmentId !== undefined || one.planId === other.planId;
}

/**
 * Number and symbol are unique per issuer and year, of plans and of the documents that amend or end them: held in a
 * stream of their own before the act that bears them.
 */
export class Numbers {
  constructor(
    private readonly runtime: Runtime,
    private readonly plans: PlanQueries,
  ) {}

  /**
   * Does the work while the document holds the number; frees it again when the work is refused, and when it is done
   * the number that the document bore by mistake.
   * @throws DomainError conflict plan.numberTaken, naming the plan that bears or holds it
   */
  async holding<T>(ctx: Context, numbering: Numbering | undefined, work: () => Promise<T>): Promise<T> {
    if (!numbering) return work();
    const done = await this.giving(ctx, numbering, work);
    const [key, before] = [numbering.numbered, numbering.before ?? numbering.numbered].map(numberKey);
    if (before !== undefined && before !== key) await this.free(ctx, before, numbering.bearer);
    return done;
  }

  private async giving<T>(ctx: Context, numbering: Numbering, work: () => Promise<T>): Promise<T> {
    const key = numberKey(numbering.numbered);
    if (key === undefined) return work();
    const { bearer, ends } = numbering;
    const asked = { ...bearer, ...(ends ? { ends } : {}) };
    const taken = (await this.plans.bearing(ctx, key)).find((one) => clash(one, asked));
    if (taken) throw new DomainError('conflict', 'plan.numberTaken', { plan: taken.planId });
    return ends ? work() : this.held(ctx, key, numbering, work);
  }

  private async held<T>(
    ctx: Context,
    key: string,
    { bearer, numbered }: Numbering,
    work: () => Promise<T>,
  ): Promise<T> {
    const { number = '', symbol = '', date } = numbered;
    const id = uuidFrom('number', ctx.tenantId, key);
    const held = await this.heldFor(ctx, id);
    const mayTakeOver =
      held.since !== undefined && Date.parse(ctx.now) - Date.parse(held.since) > ABANDONED_AFTER_MS;
    const turn = String(held.revision);
    const year = date?.year ?? 0;
    await this.send(ctx, id, turn, { type: 'take', ...bearer, number, symbol, year, mayTakeOver });
    try {
      return await work();
    } catch (error) {
      const took = held.heldBy === null || !isSame(held.heldBy, bearer);
      if (took && error instanceof DomainError) await this.send(ctx, id, turn, { type: 'free', ...bearer });
      throw error;
    }
  }

  private async free(ctx: Context, key: string, bearer: Bearer): Promise<void> {
    const id = uuidFrom('number', ctx.tenantId, key);
    const { heldBy, revision } = await this.heldFor(ctx, id);
    if (heldBy && isSame(heldBy, bearer))
      await this.send(ctx, id, String(revision), { type: 'free', ...bearer });
  }

  private async heldFor(
    ctx: Context,
    id: string,
  ): Promise<{ heldBy: Bearer | null; revision: number; since?: string }> {
    const history = await this.runtime.store.read(ctx, streamOf('number', id));
    const last = history.at(-1);
    return { ...foldEvents(numberDecider, history), revision: history.length, since: last?.recordedAt };
  }

  private async send(ctx: Context, id: string, turn: string, command: NumberCommand): Promise<void> {
    const { planId, amendmentId = planId } = bearerOf(command);
    const commandId = uuidFrom('number', command.type, id, amendmentId, turn, ctx.correlationId);
    await this.runtime.handle(ctx, numberDecider, { id, commandId, name: command.type, command });
  }
}
