import { foldForSearch, fullDay } from '@lien-ket/kernel';
import type { PlanContent, PlanState } from '@lien-ket/contracts';
import {
  NOTHING_YET,
  actsInForce,
  annulled,
  applyAct,
  effectiveOf,
  lastDayOf,
  neverHadForce,
  type PlanAtPoint,
  type RecordedPlanEvent,
} from '@lien-ket/plan-acts';

/** What a list says of a plan's content and its paper. */
export interface PlanColumns {
  readonly title: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  /** Last day of its last horizon; null where the plan says no end. */
  readonly lastDay: string | null;
  readonly example: boolean;
  readonly items: number;
  readonly activities: number;
  /** Title and number without diacritics, for search. */
  readonly search: string;
}

/** What a list says of a plan from a day on, until the next one. */
export interface PlanRange extends PlanColumns {
  readonly validFrom: string;
  readonly state: PlanState;
  readonly amendments: number;
}

export function columnsOf(
  content: PlanContent | null,
  { number, symbol, date }: Pick<PlanAtPoint, 'number' | 'symbol' | 'date'>,
): PlanColumns {
  const title = content?.title ?? '';
  return {
    title,
    number,
    symbol,
    issuedOn: (date && fullDay(date)) ?? null,
    lastDay: lastDayOf({ content }),
    example: content?.example ?? false,
    items: content?.items.length ?? 0,
    activities: content?.items.filter(({ becomesActivity }) => becomesActivity).length ?? 0,
    search: foldForSearch(`${title} ${number ?? ''} ${number ?? ''}/${symbol ?? ''}`),
  };
}

/** After all days that a document can name. */
const LAST_DAY = '9999-12-31';

/**
 * The plan on each day on which something of it changes, as all of the events tell it: `inForce` of every day at once, as
 * an act gives way only to what is in force by its own day.
 */
export function rangesOf(events: readonly RecordedPlanEvent[]): PlanRange[] {
  const acts = actsInForce(events, { asOf: LAST_DAY });
  const isAnnulled = neverHadForce(acts);
  const ranges: PlanRange[] = [];
  let at = NOTHING_YET;
  let amendments = 0;
  for (const [index, act] of acts.entries()) {
    at = applyAct(at, act);
    if (act.type === 'lk.agreement.plan.amended.v1') amendments += 1;
    const [day, next] = [effectiveOf(act), acts[index + 1]];
    if (!at.content || (next && effectiveOf(next) === day)) continue;
    const { state } = isAnnulled ? annulled(at) : at;
    const range = { validFrom: day, state, amendments, ...columnsOf(at.content, at) };
    const before = ranges.at(-1);
    if (!before || !saysSame({ ...before, validFrom: day }, range)) ranges.push(range);
  }
  return ranges;
}

const FIELDS = [
  'validFrom',
  'title',
  'number',
  'symbol',
  'issuedOn',
  'lastDay',
  'state',
  'example',
  'items',
  'activities',
  'amendments',
  'search',
] as const satisfies readonly (keyof PlanRange)[];

export function saysSame(one: PlanRange, other: PlanRange): boolean {
  return FIELDS.every((field) => one[field] === other[field]);
}
