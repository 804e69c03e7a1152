import { DomainError, foldForSearch, type Context } from '@lien-ket/kernel';
import type { CampaignView, Page } from '@lien-ket/contracts';
import type { Runtime } from '@lien-ket/runtime';
import { pageFrom, type PageQuery } from '@lien-ket/service';
import { CampaignRow } from './campaign.rows.js';

interface Answered {
  readonly id: string;
  readonly owed: number;
  readonly answered: number;
}

export class CampaignQueries {
  constructor(private readonly runtime: Runtime) {}

  async list(ctx: Context, q: string | undefined, page: PageQuery): Promise<Page<CampaignView>> {
    const [rows, total] = await this.runtime.db.use(ctx, async (db) => {
      const query = db.getRepository(CampaignRow).createQueryBuilder('c');
      if (q) query.andWhere('position(:q in c.search) > 0', { q: foldForSearch(q) });
      const all = await query.getCount();
      if (page.after)
        query.andWhere('(c.launchedOn, c.id) < (:day::date, :id::uuid)', {
          day: page.after[0],
          id: page.after[1],
        });
      query.orderBy('c.launchedOn', 'DESC').addOrderBy('c.id', 'DESC');
      return [await query.limit(page.limit + 1).getMany(), all] as const;
    });
    const { items, ...rest } = pageFrom(rows, page.limit, total, ({ launchedOn, id }) => [launchedOn, id]);
    return { ...rest, items: await this.views(ctx, items) };
  }

  /** @throws DomainError notFound */
  async one(ctx: Context, id: string): Promise<CampaignView> {
    const row = await this.runtime.db.use(ctx, (db) => db.getRepository(CampaignRow).findOneBy({ id }));
    const [view] = row ? await this.views(ctx, [row]) : [];
    if (!view) throw new DomainError('notFound', 'notFound');
    return view;
  }

  private async views(ctx: Context, rows: readonly CampaignRow[]): Promise<CampaignView[]> {
    const counts = await this.answers(
      ctx,
      rows.map(({ id }) => id),
    );
    return rows.map(({ id, revision, launchedOn, data }) => {
      const { owed, answered } = counts.get(id) ?? { owed: 0, answered: 0 };
      return { ...data, id, revision, launchedOn, owed, answered };
    });
  }

  private async answers(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Answered>> {
    if (ids.length === 0) return new Map();
    const rows = await this.runtime.db.use(
      ctx,
      async (db) =>
        (await db.query(
          `SELECT campaign_id AS id, count(*)::int AS owed,
                  count(*) FILTER (WHERE state IN ('sent', 'received', 'accepted'))::int AS answered
             FROM obligation WHERE campaign_id = ANY($1) GROUP BY 1`,
          [[...ids]],
        )) as Answered[],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
