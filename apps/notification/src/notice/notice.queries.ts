import type { Context } from '@lien-ket/kernel';
import type { NoticeView, Page } from '@lien-ket/contracts';
import type { Runtime } from '@lien-ket/runtime';
import { pageFrom, sortOf, type PageQuery, type SortKeys } from '@lien-ket/service';

/** Notices made for one organisation on one day. */
export interface DayOfNotices {
  readonly organisationId: string;
  readonly notices: number;
}

/** A line of a digest: what it is about, without anything that a person wrote. */
export interface NoticeLine {
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly example: boolean;
}

type Row = NoticeView & { readonly seq: number };

const SORTS: Readonly<Record<string, SortKeys<Row>>> = { entered: [{ sql: 'n.seq', of: ({ seq }) => seq }] };
const MINE = `EXISTS (SELECT 1 FROM unnest($1::uuid[], $2::text[]) AS mine(organisation, role)
  WHERE mine.organisation = n.organisation_id AND mine.role = ANY(n.roles))`;

export class NoticeQueries {
  constructor(private readonly runtime: Runtime) {}

  /** Notices to the (organisation, role) pairs that the reader holds today, newest first. */
  async mine(ctx: Context, unread: boolean | undefined, page: PageQuery): Promise<Page<NoticeView>> {
    const held = ctx.assignments;
    const values: unknown[] = [
      held.map(({ organisationId }) => organisationId),
      held.map(({ role }) => role),
      ctx.actor.account,
    ];
    const from = `FROM notice n LEFT JOIN notice_read r ON r.notice_id = n.id AND r.account = $3
      WHERE ${MINE} ${unread === undefined ? '' : `AND r.account IS ${unread ? '' : 'NOT'} NULL`}`;
    const counted = await this.query<{ n: number }>(ctx, `SELECT count(*)::int AS n ${from}`, values);
    const { keys, direction } = sortOf(page, SORTS);
    const after = page.after ? `AND n.seq ${direction === 'ASC' ? '>' : '<'} $4` : '';
    const rows = await this.query<Row>(
      ctx,
      `SELECT n.id, n.revision, n.kind, n.params, n.link, n.on_day::text AS "on", r.account IS NOT NULL AS read,
              n.example, n.seq ${from} ${after} ORDER BY n.seq ${direction} LIMIT ${page.limit + 1}`,
      page.after ? [...values, page.after[0]] : values,
    );
    const { items, ...rest } = pageFrom(rows, page, counted[0]?.n ?? 0, (row) =>
      keys.map((key) => key.of(row)),
    );
    return { ...rest, items: items.map(({ seq: _seq, ...view }) => view) };
  }

  async madeOn(ctx: Context, day: string): Promise<DayOfNotices[]> {
    return this.query(
      ctx,
      `SELECT organisation_id AS "organisationId", count(*)::int AS notices FROM notice
        WHERE on_day = $1 GROUP BY 1 ORDER BY 1`,
      [day],
    );
  }

  async linesOf(ctx: Context, organisationId: string, day: string): Promise<NoticeLine[]> {
    return this.query(
      ctx,
      'SELECT kind, params, example FROM notice WHERE organisation_id = $1 AND on_day = $2 ORDER BY seq',
      [organisationId, day],
    );
  }

  private query<R>(ctx: Context, sql: string, values: readonly unknown[]): Promise<R[]> {
    return this.runtime.db.use(ctx, async (db) => (await db.query(sql, [...values])) as R[]);
  }
}
