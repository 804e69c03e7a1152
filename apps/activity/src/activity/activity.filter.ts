import { REMINDER_STEPS } from '@lien-ket/calendar';
import type { ActivitySignal, ActivityState } from '@lien-ket/contracts';
import { addDays, foldForSearch, type Context } from '@lien-ket/kernel';
import { SETTLED } from './activity.signal.js';

export interface ActivityFilter {
  readonly planId?: string;
  readonly q?: string;
  readonly state?: string;
  readonly signal?: ActivitySignal;
  readonly organisationId?: string;
  readonly lead?: 'mine';
  readonly origin?: 'own' | 'received';
}

type Condition = readonly [sql: string, values: Record<string, unknown>];

/** Last day of the activity's time, where its words say one. */
export const LAST_DAY = `(a.fold->'definition'->'window'->>'to')::date`;

/** What was entered by mistake is found by its state only: it is no activity of its plan. */
const NO_ACTIVITY: ActivityState = 'enteredInError';

/** Rows of `activity` (as `a`) that were asked for. */
export function conditionsOf(filter: ActivityFilter, ctx: Context, liveSince: string | null): Condition[] {
  const { planId, q, state, signal, organisationId, lead, origin } = filter;
  const all: Condition[] = [];
  if (planId) all.push(['a.plan_id = :planId', { planId }]);
  if (q) all.push(['a.search LIKE :q', { q: `%${foldForSearch(q)}%` }]);
  all.push(state ? ['a.state = :state', { state }] : [`a.state <> '${NO_ACTIVITY}'`, {}]);
  if (origin) all.push([origin === 'own' ? 'a.origin_tenant IS NULL' : 'a.origin_tenant IS NOT NULL', {}]);
  if (lead) all.push(['a.organisations && ARRAY[:...mine]::uuid[]', { mine: mine(ctx) }]);
  if (organisationId) all.push([':organisationId = ANY(a.organisations)', { organisationId }]);
  if (signal) all.push([`${SIGNAL} = :signal`, { signal, ...daysOf(ctx, liveSince) }]);
  return all;
}

function mine(ctx: Context): string[] {
  const ids = ctx.assignments.map(({ organisationId }) => organisationId);
  return ids.length > 0 ? ids : ['00000000-0000-4000-8000-000000000000'];
}

function daysOf(ctx: Context, liveSince: string | null): Record<string, unknown> {
  const today = ctx.businessDate;
  // Before the first lived day nothing is late: a day after all others stands for it.
  return { today, soon: addDays(today, Math.max(...REMINDER_STEPS)), since: liveSince ?? '9999-12-31' };
}

const BEGAN_BEFORE = `(a.fold->>'beganBeforeInForce')::boolean`;
const NOT_LIVED = `((a.fold->'planned'->>'historic')::boolean OR ${LAST_DAY} < :since::date)`;

/** The rules of `signalOf` for the database; a test asks both of the same activities. */
const SIGNAL = `(CASE
  WHEN a.state IN (${SETTLED.map((one) => `'${one}'`).join(', ')}) OR ${LAST_DAY} IS NULL THEN 'none'
  WHEN ${LAST_DAY} < :today::date AND ${NOT_LIVED}
    THEN CASE WHEN jsonb_array_length(a.fold->'progress') = 0 THEN 'noInformation' ELSE 'none' END
  WHEN ${BEGAN_BEFORE} THEN 'beganBeforeInForce'
  WHEN ${LAST_DAY} < :today::date THEN 'overdue'
  WHEN ${LAST_DAY} <= :soon::date THEN 'dueSoon'
  ELSE 'none' END)`;
