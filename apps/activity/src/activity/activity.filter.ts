import { REMINDER_STEPS } from '@lien-ket/calendar';
import type { ActivitySignal, ActivityState } from '@lien-ket/contracts';
import { addDays, foldForSearch, type Context } from '@lien-ket/kernel';
import { SETTLED, type Signalling } from './activity.signal.js';

export interface ActivityFilter {
  readonly planId?: string;
  readonly q?: string;
  readonly state?: string;
  readonly signal?: ActivitySignal;
  readonly organisationId?: string;
  readonly lead?: 'mine';
  readonly origin?: 'own' | 'received';
}

/** Where a filter finds what it asks for: in the row of the activity itself, or in those of a moment. */
export type Said = Readonly<Record<'planId' | 'search' | 'organisations' | keyof Signalling, string>>;

export const NOW: Said = {
  planId: 'a.plan_id',
  search: 'a.search',
  organisations: 'a.organisations',
  state: 'a.state',
  lastDay: `(a.fold->'definition'->'window'->>'to')::date`,
  beganBefore: `(a.fold->>'beganBeforeInForce')::boolean`,
  historic: `(a.fold->'planned'->>'historic')::boolean`,
  entries: `jsonb_array_length(a.fold->'progress')`,
};

/** What was entered by mistake is found by its state only: it is no activity of its plan. */
const NO_ACTIVITY: ActivityState = 'enteredInError';

/** The days that a signal depends on. */
export interface SignalDays {
  readonly today: string;
  readonly liveSince: string | null;
}

/** What was asked for of rows of `activity` (as `a`): each `?` stands for the next value. */
export type Condition = readonly [sql: string, ...values: unknown[]];

export function conditionsOf(
  filter: ActivityFilter,
  { said, ctx, days }: { readonly said: Said; readonly ctx: Context; readonly days: SignalDays },
): Condition[] {
  const { planId, q, state, signal, organisationId, lead, origin } = filter;
  const all: Condition[] = [];
  if (planId) all.push([`${said.planId} = ?`, planId]);
  if (q) all.push([`${said.search} LIKE ?`, `%${foldForSearch(q)}%`]);
  all.push(state ? [`${said.state} = ?`, state] : [`${said.state} <> '${NO_ACTIVITY}'`]);
  if (origin) all.push([`a.origin_tenant IS ${origin === 'own' ? '' : 'NOT'} NULL`]);
  if (lead) all.push([`${said.organisations} && ?::uuid[]`, mine(ctx)]);
  if (organisationId) all.push([`? = ANY(${said.organisations})`, organisationId]);
  if (signal) all.push(signalIs(signal, said, days));
  return all;
}

function mine(ctx: Context): string[] {
  return ctx.assignments.map(({ organisationId }) => organisationId);
}

/** The rules of `signalOf` for the database; a test asks both of the same activities. */
function signalIs(signal: ActivitySignal, said: Said, { today, liveSince }: SignalDays): Condition {
  const { state, lastDay, beganBefore, historic, entries } = said;
  const soon = addDays(today, Math.max(...REMINDER_STEPS));
  // Before the first lived day nothing is late: a day after all others stands for it.
  const since = liveSince ?? '9999-12-31';
  const sql = `(CASE
  WHEN ${state} IN (${SETTLED.map((one) => `'${one}'`).join(', ')}) OR ${lastDay} IS NULL THEN 'none'
  WHEN ${lastDay} < ?::date AND (${historic} OR ${lastDay} < ?::date)
    THEN CASE WHEN ${entries} = 0 THEN 'noInformation' ELSE 'none' END
  WHEN ${beganBefore} THEN 'beganBeforeInForce'
  WHEN ${lastDay} < ?::date THEN 'overdue'
  WHEN ${lastDay} <= ?::date THEN 'dueSoon'
  ELSE 'none' END) = ?`;
  return [sql, today, since, today, soon, signal];
}
