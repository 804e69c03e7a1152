import type { Context } from '@lien-ket/kernel';
import type { NeedView, Page, ReportListItem } from '@lien-ket/contracts';
import type { Runtime } from '@lien-ket/runtime';
import { pageFrom, type PageQuery } from '@lien-ket/service';
import { conditionsOf, type Conditions } from './obligation.filter.js';
import { viewerOf } from './viewer.js';

export interface ReportFilter {
  readonly state?: ReportListItem['state'];
  readonly planId?: string;
  readonly campaignId?: string;
  readonly organisationId?: string;
}

/** Versions as they were sent, newest first; drafts never. */
export class ReportQueries {
  constructor(private readonly runtime: Runtime) {}

  async list(
    ctx: Context,
    { state, ...filter }: ReportFilter,
    page: PageQuery,
  ): Promise<Page<ReportListItem>> {
    const viewer = await viewerOf(this.runtime, ctx);
    const conditions = (): Conditions => {
      const where = conditionsOf(viewer, filter, ctx.businessDate);
      return state ? where.and(`v->>'state' = ?`, state) : where;
    };
    const from = `FROM obligation o CROSS JOIN LATERAL jsonb_array_elements(o.fold->'versions') v`;
    const total = await this.count(ctx, from, conditions());
    const where = conditions();
    if (page.after)
      where.and(`(v->>'sentOn', o.id::text, (v->>'version')::int) < (?, ?, ?::int)`, ...page.after);
    const rows = await this.query<ReportListItem>(
      ctx,
      `SELECT o.id AS "obligationId", (v->>'version')::int AS version, v->>'state' AS state,
              o.fold->'opened'->>'title' AS title, o.plan_id AS "planId",
              o.fold->'opened'->>'planNumber' AS "planNumber", o.campaign_id AS "campaignId",
              o.fold->'opened'->'period' AS period, o.debtor_id AS "debtorId",
              o.fold->'opened'->'receiver' AS receiver, v->>'sentOn' AS "sentOn",
              (v->>'daysLate')::int AS "daysLate", v->'report' AS report, v->>'note' AS note, o.example
         ${from} ${where.where}
        ORDER BY v->>'sentOn' DESC, o.id::text DESC, (v->>'version')::int DESC LIMIT ${page.limit + 1}`,
      where.values,
    );
    return pageFrom(rows, page.limit, total, ({ sentOn, obligationId, version }) => [
      sentOn,
      obligationId,
      version,
    ]);
  }

  /** Answers to campaigns, by heading as the answer orders them; retracted and returned versions stand aside. */
  async needs(
    ctx: Context,
    filter: Pick<ReportFilter, 'campaignId' | 'organisationId'>,
    page: PageQuery,
  ): Promise<Page<NeedView>> {
    const viewer = await viewerOf(this.runtime, ctx);
    const conditions = (): Conditions =>
      conditionsOf(viewer, filter, ctx.businessDate)
        .and('campaign_id IS NOT NULL')
        .and(`v->>'state' IN ('sent', 'received', 'accepted')`);
    const from = `FROM obligation o CROSS JOIN LATERAL jsonb_array_elements(o.fold->'versions') v
      CROSS JOIN LATERAL jsonb_array_elements(v->'report'->'parts') WITH ORDINALITY AS part(of, place)`;
    const total = await this.count(ctx, from, conditions());
    const where = conditions();
    if (page.after) where.and(`(o.id::text, part.place) > (?, ?::bigint)`, ...page.after);
    const rows = await this.query<NeedView & { place: number }>(
      ctx,
      `SELECT o.id AS "obligationId", o.campaign_id AS "campaignId", o.fold->'opened'->>'title' AS campaign,
              o.debtor_id AS "debtorId", part.of->>'heading' AS heading, part.of->>'text' AS text,
              (v->>'version')::int AS version, v->>'sentOn' AS "sentOn", v->>'state' AS state, o.example,
              part.place::int AS place
         ${from} ${where.where} ORDER BY o.id::text, part.place LIMIT ${page.limit + 1}`,
      where.values,
    );
    const { items, ...rest } = pageFrom(rows, page.limit, total, ({ obligationId, place }) => [
      obligationId,
      place,
    ]);
    return { ...rest, items: items.map(({ place: _place, ...need }) => need) };
  }

  private async count(ctx: Context, from: string, { where, values }: Conditions): Promise<number> {
    const rows = await this.query<{ n: number }>(ctx, `SELECT count(*)::int AS n ${from} ${where}`, values);
    return rows[0]?.n ?? 0;
  }

  private query<Row>(ctx: Context, sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.runtime.db.use(ctx, async (db) => (await db.query(sql, [...values])) as Row[]);
  }
}
