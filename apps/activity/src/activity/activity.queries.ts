import type { ActivityListItem, ActivityView, Page, ProgressView } from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import type { ActivityFold } from '@lien-ket/plan-acts';
import type { Runtime } from '@lien-ket/runtime';
import { pageRows, type Moment, type PageQuery, type SortKeys } from '@lien-ket/service';
import { activitiesAsOf, originOf } from './activity.as-of.js';
import {
  NOW,
  conditionsOf,
  type ActivityFilter,
  type Condition,
  type SignalDays,
} from './activity.filter.js';
import { mayLead } from './activity.partners.js';
import { saidOf } from './activity.ranges.js';
import { ParticipationQueries } from '../participation/participation.queries.js';
import { ActivityRow, LiveSinceRow, PlanChangeRow } from './activity.rows.js';
import { signalOf, signallingOf } from './activity.signal.js';

interface Asking {
  query(sql: string, values: unknown[]): Promise<unknown>;
}
const ID = { sql: 'a.id', of: ({ id }: ActivityRow) => id };
/** As printed in its plan; by the last day of its time, those without one last; by state. */
const SORTS: Readonly<Record<string, SortKeys<ActivityRow>>> = {
  printed: [
    { sql: 'a.plan_id', of: ({ planId }) => planId },
    { sql: 'a.item_order', of: ({ itemOrder }) => itemOrder },
    ID,
  ],
  until: [
    { sql: `coalesce(${NOW.lastDay}, 'infinity')`, of: (row) => lastDayOf(row) ?? 'infinity', cast: 'date' },
    ID,
  ],
  state: [{ sql: 'a.state', of: ({ state }) => state }, ID],
};

function lastDayOf({ fold }: ActivityRow): string | undefined {
  return fold.definition?.window?.to;
}

export class ActivityQueries {
  constructor(private readonly runtime: Runtime) {}

  async list(
    ctx: Context,
    filter: ActivityFilter & Partial<Moment>,
    page: PageQuery,
  ): Promise<Page<ActivityListItem>> {
    const liveSince = await this.liveSince(ctx);
    if (filter.asOf ?? filter.knownAt)
      return activitiesAsOf({ runtime: this.runtime, ctx, liveSince }, filter, page);
    const days = { today: ctx.businessDate, liveSince };
    const [shown, difficulties] = await this.runtime.db.use(ctx, async (db) => {
      const query = db.getRepository(ActivityRow).createQueryBuilder('a');
      for (const [sql, values] of named(conditionsOf(filter, { said: NOW, ctx, days })))
        query.andWhere(sql, values);
      const rows = await pageRows(query, page, SORTS);
      return [rows, await openDifficulties(db, rows.items)] as const;
    });
    const items = shown.items.map((row) => listItem(row, difficulties.get(row.id) ?? 0, days));
    return { ...shown, items };
  }

  async one(ctx: Context, id: string): Promise<ActivityView> {
    const liveSince = await this.liveSince(ctx);
    const [row, open] = await this.runtime.db.use(ctx, async (db) => {
      const found = await db.getRepository(ActivityRow).findOneBy({ id });
      return [found, (await openDifficulties(db, found ? [found] : [])).get(id) ?? 0] as const;
    });
    if (!row?.fold.definition) throw new DomainError('notFound', 'notFound');
    const { definition, progress } = row.fold;
    return {
      ...listItem(row, open, { today: ctx.businessDate, liveSince }),
      concerned: row.organisations,
      mayLead: row.originTenant !== null && mayLead(definition, ctx.tenantId),
      definition,
      sectionTitle: definition.sectionTitle ?? null,
      progress: progress.map((entry) => entryOf(row, entry)),
      postponedUntil: row.fold.postponedUntil,
      sameAs: row.fold.sameAs,
      carriedOverTo: row.fold.carriedOverTo,
      carriedOverFrom: await this.carriedFrom(ctx, row.carriedFrom),
      participations: await new ParticipationQueries(this.runtime).ofActivity(ctx, id),
    };
  }

  /** Whether another tenant's activity was shared with us. */
  async received(ctx: Context, tenant: string, id: string): Promise<boolean> {
    return this.runtime.db.use(ctx, (db) =>
      db.getRepository(ActivityRow).existsBy({ id, originTenant: tenant }),
    );
  }

  /** Plans that change on a day, by what was recorded up to a position. */
  async plansChangingOn(ctx: Context, day: string): Promise<string[]> {
    const rows = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(PlanChangeRow).findBy({ effectiveOn: day }),
    );
    return rows.map(({ planId }) => planId);
  }

  private async carriedFrom(ctx: Context, id: string | null): Promise<ActivityView['carriedOverFrom']> {
    if (id === null) return null;
    const row = await this.runtime.db.use(ctx, (db) => db.getRepository(ActivityRow).findOneBy({ id }));
    return row ? { planId: row.planId, activityId: row.id } : null;
  }

  private async liveSince(ctx: Context): Promise<string | null> {
    const row = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(LiveSinceRow).findOneBy({ one: true }),
    );
    return row?.day ?? null;
  }
}

function entryOf(
  { progressBy, originTenant }: ActivityRow,
  {
    eventId,
    text,
    happenedOn,
    businessDate,
    figures,
    links,
    evidence,
    taken,
  }: ActivityFold['progress'][number],
): ProgressView {
  const { corrections = [], ...actor } = progressBy[eventId] ?? { role: '' };
  const said = { eventId, text, happenedOn, businessDate, figures, links, evidence: evidence ?? [] };
  return { ...said, actor, correctable: originTenant === null && !taken, corrections };
}

/** Difficulties still open, by activity. */
async function openDifficulties(
  db: Asking,
  rows: readonly ActivityRow[],
): Promise<ReadonlyMap<string, number>> {
  if (rows.length === 0) return new Map();
  const found = (await db.query(
    `SELECT activity_id AS id, count(*)::int AS n FROM difficulty
      WHERE activity_id = ANY($1) AND state NOT IN ('resolved', 'confirmed', 'declined') GROUP BY 1`,
    [rows.map(({ id }) => id)],
  )) as { id: string; n: number }[];
  return new Map(found.map(({ id, n }) => [id, n]));
}

function listItem(row: ActivityRow, open: number, { today, liveSince }: SignalDays): ActivityListItem {
  const { id, revision, planId, state, fold } = row;
  return {
    id,
    revision,
    planId,
    ...saidOf(fold.planned, fold.definition),
    state,
    signal: signalOf(signallingOf(fold), today, liveSince),
    lastProgressOn: fold.progress.at(-1)?.happenedOn ?? null,
    openDifficulties: open,
    origin: originOf(row),
  };
}

/** Each `?` as a name of its own, as a query builder takes them. */
function named(conditions: readonly Condition[]): [string, Record<string, unknown>][] {
  return conditions.map(([sql, ...values], index) => {
    let next = 0;
    const text = sql.replaceAll('?', () => `:c${index}_${next++}`);
    return [text, Object.fromEntries(values.map((value, place) => [`c${index}_${place}`, value]))];
  });
}
