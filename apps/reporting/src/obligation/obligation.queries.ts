import { DomainError, answersTo, type Context } from '@lien-ket/kernel';
import { successionOf } from '@lien-ket/access';
import type { ObligationState, ObligationView, OwnReports, Page, ReportSource } from '@lien-ket/contracts';
import type { Runtime } from '@lien-ket/runtime';
import { VIETNAMESE, pageFrom, type PageQuery, type SortKeys } from '@lien-ket/service';
import { conditionsOf, type ObligationFilter } from './obligation.filter.js';
import { ObligationRow } from './obligation.rows.js';
import { sourceOf, viewOf } from './obligation.view.js';
import { viewerOf } from './viewer.js';

interface Sorted {
  readonly id: string;
  readonly due: string;
  readonly title: string;
}
const ID = { sql: 'o.id', of: ({ id }: Sorted) => id, cast: 'uuid' };
const SORTS: Readonly<Record<string, SortKeys<Sorted>>> = {
  dueOn: [{ sql: 'sort_on', of: ({ due }) => due, cast: 'date' }, ID],
  title: [{ sql: `fold->'opened'->>'title' ${VIETNAMESE}`, of: ({ title }) => title }, ID],
};
/** What a decision on another tenant's report rests on. */
export interface ForeignObligation {
  readonly tenant: string;
  readonly revision: number;
  readonly state: ObligationState;
  readonly version: number;
  readonly dueOn: string | null;
  /** The day asked for, while an extension waits. */
  readonly proposedOn?: string;
  /** Of our organisations, those that answer for the named receiver. */
  readonly receivers: readonly string[];
}

/** What is owed under a provision of a plan, as it was opened. */
export interface OwedUnderPlan {
  readonly id: string;
  readonly provisionId: string;
  readonly periodKey: string;
  readonly debtorId: string;
}

const OWED = `('open', 'extensionRequested', 'sentBack', 'retracted')`;
/** A report is in that was not retracted. */
export const ANSWERED = `('sent', 'received', 'accepted', 'sentBack')`;
/** Duties still owed by organisations whose last day was before `$1`. */
export const OWED_BY_ENDED = `FROM obligation o JOIN directory_organisation d ON d.id = o.debtor_id
  WHERE d.ended_on < $1 AND o.origin_tenant IS NULL AND o.state IN ${OWED} AND NOT o.historic`;

export class ObligationQueries {
  constructor(private readonly runtime: Runtime) {}

  async list(ctx: Context, filter: ObligationFilter, page: PageQuery): Promise<Page<ObligationView>> {
    const viewer = await viewerOf(this.runtime, ctx);
    const named = filter.q ? await this.organisationsNamed(ctx, filter.q) : [];
    const counted = conditionsOf(viewer, filter, ctx.businessDate, named);
    const total = await this.count(ctx, counted);
    const where = conditionsOf(viewer, filter, ctx.businessDate, named);
    const { keys, order } = where.after(page, SORTS);
    const ids = await this.query<Sorted>(
      ctx,
      `SELECT id, sort_on::text AS due, fold->'opened'->>'title' AS title FROM obligation o ${where.where}
        ORDER BY ${order} LIMIT ${page.limit + 1}`,
      where.values,
    );
    const rows = await this.rows(
      ctx,
      ids.map(({ id }) => id),
    );
    const { items, next } = pageFrom(ids, page, total, (row) => keys.map((key) => key.of(row)));
    return {
      items: items.flatMap(({ id }) => {
        const row = rows.get(id);
        return (row && viewOf(row, ctx.businessDate, viewer)) ?? [];
      }),
      next,
      total,
    };
  }

  /** @throws DomainError notFound also for what the person may not see */
  async one(ctx: Context, id: string): Promise<ObligationView> {
    const row = await this.row(ctx, id);
    const viewer = await viewerOf(this.runtime, ctx);
    const seen =
      viewer.all ||
      viewer.own.includes(row.debtorId) ||
      (row.receiverId !== null && viewer.receiving.includes(row.receiverId));
    const view = seen ? viewOf(row, ctx.businessDate, viewer) : undefined;
    if (!view) throw new DomainError('notFound', 'notFound');
    return view;
  }

  /** Reports to the debtor under the same plan for the same time; who has not reported stands there too. */
  async sources(ctx: Context, id: string): Promise<ReportSource[]> {
    await this.one(ctx, id);
    const { planId, debtorId, fold } = await this.row(ctx, id);
    if (planId === null || !fold.opened) return [];
    const { period } = fold.opened;
    const rows = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(ObligationRow).find({
        where: { planId, receiverId: debtorId },
        order: { sortOn: 'ASC', id: 'ASC' },
      }),
    );
    return rows.flatMap((row) => sourceOf(row, period) ?? []);
  }

  /** True for what fell due while history was loaded; a row that is not there yet has not. */
  async isLapsed(ctx: Context, id: string): Promise<boolean> {
    return (await this.rows(ctx, [id])).get(id)?.lapsed ?? false;
  }

  /** @throws DomainError notFound */
  private async row(ctx: Context, id: string): Promise<ObligationRow> {
    const row = (await this.rows(ctx, [id])).get(id);
    if (!row) throw new DomainError('notFound', 'notFound');
    return row;
  }

  /** Another tenant's obligation to us, as it was shared; undefined for one of our own. */
  async foreign(ctx: Context, id: string): Promise<ForeignObligation | undefined> {
    const row = (await this.rows(ctx, [id])).get(id);
    if (!row?.originTenant) return undefined;
    const { originTenant: tenant, revision, fold } = row;
    const { state, dueOn, versions, extension } = fold;
    const receivers = await this.receiversOf(ctx, row.receiverId);
    const asked = extension ? { proposedOn: extension.proposedOn } : {};
    return { tenant, revision, state, version: versions.length, dueOn, receivers, ...asked };
  }

  /** Who may answer for a receiver on the business day: itself or, once it has ended, its successors. */
  async receiversOf(ctx: Context, receiverId: string | null): Promise<readonly string[]> {
    if (receiverId === null) return [];
    return successionOf(await this.runtime.directory.organisations(ctx), receiverId, ctx.businessDate);
  }

  /** Which of the ids are of obligations that exist. */
  async known(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.query<{ id: string }>(ctx, 'SELECT id FROM obligation WHERE id = ANY($1)', [ids]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Of the ids, those of which a report is in that was not retracted: its receiver may have read it. */
  async answered(ctx: Context, ids: readonly string[]): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      ctx,
      `SELECT id FROM obligation WHERE id = ANY($1) AND state IN ${ANSWERED} ORDER BY id`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** What organisations owe whose last day lies before the day. */
  async owedByEnded(ctx: Context, day: string): Promise<{ id: string; endedOn: string }[]> {
    return this.query(ctx, `SELECT o.id, d.ended_on::text AS "endedOn" ${OWED_BY_ENDED} ORDER BY o.id`, [
      day,
    ]);
  }

  /** What waits for a successor of one organisation, or went to another debtor than the first and is owed still. */
  async passedOn(ctx: Context, debtorId: string): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      ctx,
      `SELECT id FROM obligation WHERE origin_tenant IS NULL AND (state = 'awaitsSuccessor' AND debtor_id = $1
          OR state IN ('awaitsSuccessor', 'unknownOutcome', ${OWED.slice(1)} AND fold->'opened'->>'debtorId' <> debtor_id::text)
        ORDER BY id`,
      [debtorId],
    );
    return rows.map(({ id }) => id);
  }

  /** What is still owed under a plan and falls due on a day or later. */
  async owedUnderPlan(ctx: Context, planId: string, from: string): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      ctx,
      `SELECT id FROM obligation
        WHERE plan_id = $1 AND origin_tenant IS NULL AND sort_on >= $2 AND state IN ('awaitsSuccessor', ${OWED.slice(1)} ORDER BY id`,
      [planId, from],
    );
    return rows.map(({ id }) => id);
  }

  /** What provisions of a plan asked for and falls due on a day or later: owed still, or fallen away by itself. */
  async underProvisions(
    ctx: Context,
    planId: string,
    from: string,
  ): Promise<{ owed: OwedUnderPlan[]; fallen: OwedUnderPlan[] }> {
    const rows = await this.query<OwedUnderPlan & { isFallen: boolean }>(
      ctx,
      `SELECT id, fold->'opened'->>'provisionId' AS "provisionId", fold->'opened'->'period'->>'key' AS "periodKey",
              fold->'opened'->>'debtorId' AS "debtorId", state = 'waived' AS "isFallen" FROM obligation
        WHERE plan_id = $1 AND origin_tenant IS NULL AND sort_on >= $2 AND fold->'opened' ? 'provisionId'
          AND (state IN ('awaitsSuccessor', ${OWED.slice(1)} OR (state = 'waived' AND fold->'waived' ? 'because'))
        ORDER BY id`,
      [planId, from],
    );
    return {
      owed: rows.filter(({ isFallen }) => !isFallen),
      fallen: rows.filter(({ isFallen }) => isFallen),
    };
  }

  /** What is owed between organisations of this tenant; of what is history only that nothing is known of it. */
  async owedWithin(ctx: Context): Promise<OwnReports> {
    const [figures] = await this.query<OwnReports>(
      ctx,
      `SELECT count(*) FILTER (WHERE o.state IN ${OWED} AND NOT historic)::int AS open,
              count(*) FILTER (WHERE o.state IN ${OWED} AND NOT historic AND due_on < $1)::int AS overdue,
              count(*) FILTER (WHERE o.state = 'awaitsSuccessor' AND NOT historic)::int AS "awaitsSuccessor",
              count(*) FILTER (WHERE o.state = 'unknownOutcome')::int AS "noInformation"
         FROM obligation o WHERE origin_tenant IS NULL AND NOT example`,
      [ctx.businessDate],
    );
    return figures ?? { open: 0, overdue: 0, awaitsSuccessor: 0, noInformation: 0 };
  }

  private async rows(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, ObligationRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(ObligationRow).createQueryBuilder('o').where('o.id IN (:...ids)', { ids }).getMany(),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async organisationsNamed(ctx: Context, q: string): Promise<string[]> {
    const organisations = await this.runtime.directory.organisations(ctx);
    return organisations.filter(({ name, aliases }) => answersTo([name, ...aliases], q)).map(({ id }) => id);
  }

  private async count(
    ctx: Context,
    { where, values }: { where: string; values: readonly unknown[] },
  ): Promise<number> {
    const rows = await this.query<{ n: number }>(
      ctx,
      `SELECT count(*)::int AS n FROM obligation o ${where}`,
      values,
    );
    return rows[0]?.n ?? 0;
  }

  private query<Row>(ctx: Context, sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.runtime.db.use(ctx, async (db) => (await db.query(sql, [...values])) as Row[]);
  }
}
