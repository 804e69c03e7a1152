import type { Context } from '@lien-ket/kernel';
import type { NeedView, Page, ReportListItem } from '@lien-ket/contracts';
import type { Runtime } from '@lien-ket/runtime';
import { pageFrom, type Conditions, type PageQuery, type SortKeys } from '@lien-ket/service';
import { conditionsOf } from './obligation.filter.js';
import { viewerOf } from './viewer.js';

export interface ReportFilter {
  readonly state?: ReportListItem['state'];
  readonly planId?: string;
  readonly campaignId?: string;
  readonly organisationId?: string;
}

type PlacedNeed = NeedView & { readonly place: number };
const REPORT_SORTS: Readonly<Record<string, SortKeys<ReportListItem>>> = {
  sentOn: [
    { sql: `v->>'sentOn'`, of: ({ sentOn }) => sentOn },
    { sql: 'o.id::text', of: ({ obligationId }) => obligationId },
    { sql: `(v->>'version')::int`, of: ({ version }) => version, cast: 'int' },
  ],
};
const NEED_SORTS: Readonly<Record<string, SortKeys<PlacedNeed>>> = {
  id: [
    { sql: 'o.id::text', of: ({ obligationId }) => obligationId },
    { sql: 'part.place', of: ({ place }) => place, cast: 'bigint' },
  ],
};

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
    const { keys, order } = where.after(page, REPORT_SORTS);
    const rows = await this.query<ReportListItem>(
      ctx,
      `SELECT o.id AS "obligationId", (v->>'version')::int AS version, v->>'state' AS state,
              o.fold->'opened'->>'title' AS title, o.plan_id AS "planId",
              o.fold->'opened'->>'planNumber' AS "planNumber", o.campaign_id AS "campaignId",
              o.fold->'opened'->'period' AS period, o.debtor_id AS "debtorId",
              o.fold->'opened'->'receiver' AS receiver, v->>'sentOn' AS "sentOn",
              (v->>'daysLate')::int AS "daysLate", v->'report' AS report, v->>'note' AS note, o.example
         ${from} ${where.where}
        ORDER BY ${order} LIMIT ${page.limit + 1}`,
      where.values,
    );
    return pageFrom(rows, page, total, (row) => keys.map((key) => key.of(row)));
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
    const { keys, order } = where.after(page, NEED_SORTS);
    const rows = await this.query<PlacedNeed>(
      ctx,
      `SELECT o.id AS "obligationId", o.campaign_id AS "campaignId", o.fold->'opened'->>'title' AS campaign,
              o.debtor_id AS "debtorId", part.of->>'heading' AS heading, part.of->>'text' AS text,
              (v->>'version')::int AS version, v->>'sentOn' AS "sentOn", v->>'state' AS state, o.example,
              part.place::int AS place
         ${from} ${where.where} ORDER BY ${order} LIMIT ${page.limit + 1}`,
      where.values,
    );
    const { items, ...rest } = pageFrom(rows, page, total, (row) => keys.map((key) => key.of(row)));
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
