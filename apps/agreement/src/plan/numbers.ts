import type { DocumentRef } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { actsAt, documentOf, type PlanAct, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import type { Runtime } from '@lien-ket/runtime';
import { HeldNumbers } from './held-numbers.js';
import { isSame, numberTaken, type PlanBearer } from './number.decider.js';
import type { PlanQueries } from './plan.queries.js';

/** Number, symbol and date as a command gives them. */
export type Numbered = Pick<DocumentRef, 'number' | 'symbol' | 'date'>;

/** A number of a year, and the document that bears it. */
export interface Borne extends PlanBearer {
  readonly key: string;
  /** Of the paper that ends a plan: it may be the very plan that takes its place, and may end several. */
  readonly ends?: true;
}

/** What a command is about to give a number to. */
export interface Numbering {
  readonly bearer: PlanBearer;
  readonly numbered: Numbered;
  readonly ends?: true;
  /** What it bore before, where a correction gives it another number. */
  readonly before?: Numbered;
}

const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/** Case, blanks and kinds of dashes make no other symbol, zeros before it no other number. Undefined without a year. */
export function numberKey({ number, symbol = '', date }: Numbered): string | undefined {
  return number && date ? keyOf(date.year, number, symbol) : undefined;
}

/** A number or symbol without what makes it no other one. */
export function plain(said: string): string {
  return said.normalize('NFC').replace(/\s/gu, '').replace(DASHES, '-').toLocaleUpperCase('vi');
}

export function keyOf(year: number, number: string, symbol = ''): string {
  return [year, plain(number).replace(/^0+(?=.)/, ''), plain(symbol)].join('/');
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
  private readonly held: HeldNumbers;

  constructor(
    runtime: Runtime,
    private readonly plans: PlanQueries,
  ) {
    this.held = new HeldNumbers(runtime);
  }

  /**
   * Does the work while the document holds the number; frees it again when the work is refused, and when it is done
   * the number that the document bore by mistake.
   * @throws DomainError conflict plan.numberTaken, naming the plan that bears or holds it
   */
  async holding<T>(ctx: Context, numbering: Numbering | undefined, work: () => Promise<T>): Promise<T> {
    if (!numbering) return work();
    const done = await this.giving(ctx, numbering, work);
    const [key, before] = [numbering.numbered, numbering.before ?? numbering.numbered].map(numberKey);
    if (before !== undefined && before !== key) await this.held.free(ctx, before, numbering.bearer);
    return done;
  }

  private async giving<T>(ctx: Context, numbering: Numbering, work: () => Promise<T>): Promise<T> {
    const key = numberKey(numbering.numbered);
    if (key === undefined) return work();
    const { bearer, ends } = numbering;
    const asked = { ...bearer, ...(ends ? { ends } : {}) };
    const taken = (await this.plans.bearing(ctx, key)).find((one) => clash(one, asked));
    if (taken) throw numberTaken(bearer, taken);
    if (ends) return work();
    const { number = '', symbol = '', date } = numbering.numbered;
    const year = date?.year ?? 0;
    return this.held.during(ctx, key, { ...bearer, number, symbol, year }, work);
  }
}
