import {
  difficultyEvents,
  type ActivityListItem,
  type ActivityState,
  type Origin,
  type Page,
} from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import type { ActivityFold } from '@lien-ket/plan-acts';
import { heldAt } from '@lien-ket/read-model';
import type { Runtime } from '@lien-ket/runtime';
import {
  Conditions,
  heldPage,
  momentOf,
  type Moment,
  type PageQuery,
  type SortKeys,
} from '@lien-ket/service';
import { NOW, conditionsOf, type ActivityFilter, type Said } from './activity.filter.js';
import { saidOf, type ItemSaid } from './activity.ranges.js';
import { signalOf, type Signalling } from './activity.signal.js';

const WAITING = `CASE WHEN i.awaits THEN 'awaitingTrigger' ELSE 'planned' END`;
/**
 * What an activity was by its plan's clock and by its own: what is done or goes on elsewhere stays so, whatever becomes of
 * its plan; what the plan takes back, as known later, stands where its work had brought it.
 */
const STATE = `(CASE
  WHEN w.state IN ('done', 'carriedOver') THEN w.state
  WHEN i.gone IS NOT NULL THEN i.gone
  WHEN w.state IS NULL OR w.state IN ('planned', 'awaitingTrigger') THEN ${WAITING}
  WHEN w.state IN ('cancelled', 'enteredInError') THEN CASE WHEN w.entries > 0 THEN 'inProgress' ELSE ${WAITING} END
  ELSE w.state END)`;

const THEN: Said = {
  planId: 'i.plan_id',
  search: `coalesce(i.search, ${NOW.search})`,
  organisations: `coalesce(i.organisations, ${NOW.organisations})`,
  state: STATE,
  lastDay: `CASE WHEN i.awaits IS NULL THEN ${NOW.lastDay} ELSE i.last_day END`,
  beganBefore: `coalesce(i.began_before, ${NOW.beganBefore})`,
  historic: NOW.historic,
  entries: 'coalesce(w.entries, 0)',
};

interface Listed extends Omit<Signalling, 'state'> {
  readonly id: string;
  readonly originTenant: string | null;
  readonly receivedAt: Date | null;
  readonly revision: number;
  readonly planId: string;
  readonly itemOrder: number;
  readonly said: ItemSaid | null;
  /** Where nothing is said by the plan. */
  readonly fold: ActivityFold | null;
  readonly state: ActivityState;
  readonly lastProgressOn: string | null;
  readonly open: number;
}

const ID = { sql: 'h.id', of: ({ id }: Listed) => id };
const SORTS: Readonly<Record<string, SortKeys<Listed>>> = {
  printed: [
    { sql: 'h.plan_id', of: ({ planId }) => planId },
    { sql: 'h.item_order', of: ({ itemOrder }) => itemOrder },
    ID,
  ],
  until: [
    { sql: `coalesce(h.last_day, 'infinity')`, of: ({ lastDay }) => lastDay ?? 'infinity', cast: 'date' },
    ID,
  ],
  state: [{ sql: 'h.state', of: ({ state }) => state }, ID],
};

const SETTLING = ['resolved', 'resolutionConfirmed', 'declined', 'reopened'] as const;
const TYPES = SETTLING.map((name) => `'${difficultyEvents[name].type}'`).join(', ');

/** Difficulties that no step up to the day had settled, or that were opened again after it. */
const openOn = (day: string): string => `(SELECT count(*)::int FROM difficulty d
  WHERE d.activity_id = g.id AND d.raised_on <= ${day}::date AND coalesce((
    SELECT step->>'type' = '${difficultyEvents.reopened.type}'
      FROM jsonb_array_elements(d.steps) WITH ORDINALITY AS one(step, place)
     WHERE step->>'businessDate' <= (${day}::date)::text AND step->>'type' IN (${TYPES})
     ORDER BY place DESC LIMIT 1), true))`;

/** Each row of a page by its keys: a join of the tables would read all of them. */
const wholeOn = (day: string, done: string): string => `SELECT g.id, a.origin_tenant AS "originTenant",
    a.received_at AS "receivedAt", a.revision, g.plan_id, g.plan_id AS "planId", g.item_order,
    g.item_order AS "itemOrder", i.said,
    CASE WHEN i.said IS NULL THEN a.fold END AS fold, ${STATE} AS state, g.last_day, g.last_day::text AS "lastDay",
    ${THEN.beganBefore} AS "beganBefore", ${NOW.historic} AS historic, coalesce(w.entries, 0) AS entries,
    w.last_progress_on::text AS "lastProgressOn", ${openOn(day)} AS open
  FROM page g
  CROSS JOIN LATERAL (SELECT * FROM activity WHERE id = g.id LIMIT 1) a
  CROSS JOIN LATERAL (SELECT * FROM item_range WHERE id = g.id AND valid_from = g.said_from AND step = g.said_step
    LIMIT 1) i
  LEFT JOIN ${done} w ON true`;

const CHOSEN = `a.id, i.plan_id, a.item_order, ${THEN.lastDay} AS last_day, i.valid_from AS said_from, i.step AS said_step`;

/**
 * Whether it is listed at all, where nothing else is asked of what was done: its work need be looked up only of what the
 * plan never meant.
 */
const listedIn = (work: string): string => `(CASE WHEN i.gone = 'enteredInError'
  THEN (SELECT ${STATE} FROM (SELECT 1) one LEFT JOIN ${work} w ON true) ELSE '' END)`;

interface Asking {
  readonly runtime: Runtime;
  readonly ctx: Context;
  readonly liveSince: string | null;
}

/**
 * The activities of the plans in force on a day, as known then, with what had been done in them: by their ranges, neither a
 * plan nor an activity is folded (docs/adr/0042, 0047).
 */
export async function activitiesAsOf(
  { runtime, ctx, liveSince }: Asking,
  { asOf, knownAt, ...filter }: ActivityFilter & Partial<Moment>,
  asked: PageQuery,
): Promise<Page<ActivityListItem>> {
  const { moment, page, key } = momentOf({ asOf, knownAt }, asked, ctx.businessDate);
  const where = new Conditions();
  const held = (table: string, of: string, values: Conditions): string =>
    heldAt(table, of, moment, (value) => values.place(value));
  const said = held('item_range', 'a', where);
  const work = held('work_range', 'a', where);
  const isByWork = Boolean(filter.state ?? filter.signal) || page.sort.endsWith('state');
  const listed = isByWork ? THEN : { ...THEN, state: listedIn(work) };
  const days = { today: moment.asOf, liveSince };
  for (const [sql, ...values] of conditionsOf(filter, { said: listed, ctx, days })) where.and(sql, ...values);
  const all = `SELECT ${CHOSEN}, ${isByWork ? STATE : 'NULL'} AS state
    FROM activity a CROSS JOIN ${said} i ${isByWork ? `LEFT JOIN ${work} w ON true` : ''} ${where.where}`;
  const shown = await runtime.db.use(ctx, (db) =>
    heldPage<Listed>((sql, values) => db.query(sql, values), {
      all,
      values: where.values,
      whole: (beside) => wholeOn(beside.place(moment.asOf), held('work_range', 'g', beside)),
      sorts: SORTS,
      page,
      key,
    }),
  );
  return { ...shown, items: shown.items.map((row) => listItem(row, moment.asOf, liveSince)) };
}

export function originOf({
  originTenant,
  receivedAt,
}: Pick<Listed, 'originTenant' | 'receivedAt'>): Origin | null {
  return originTenant && receivedAt ? { tenant: originTenant, receivedAt: receivedAt.toISOString() } : null;
}

function listItem(row: Listed, asOf: string, liveSince: string | null): ActivityListItem {
  const { id, revision, planId, fold, state, lastProgressOn, open } = row;
  const said = row.said ?? saidOf(fold?.planned ?? null, fold?.definition ?? null);
  return {
    ...{ id, revision, planId, ...said, state },
    signal: signalOf(row, asOf, liveSince),
    lastProgressOn,
    openDifficulties: open,
    origin: originOf(row),
  };
}
