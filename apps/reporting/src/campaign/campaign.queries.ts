import { DomainError, foldForSearch, type Context } from '@lien-ket/kernel';
import type { CampaignView, Page } from '@lien-ket/contracts';
import type { Runtime } from '@lien-ket/runtime';
import { pageRows, type PageQuery, type SortKeys } from '@lien-ket/service';
import { ANSWERED } from '../obligation/obligation.queries.js';
import { CampaignRow } from './campaign.rows.js';

const SORTS: Readonly<Record<string, SortKeys<CampaignRow>>> = {
  launchedOn: [
    { sql: 'c.launched_on', of: ({ launchedOn }) => launchedOn, cast: 'date' },
    { sql: 'c.id', of: ({ id }) => id, cast: 'uuid' },
  ],
};

interface Answered {
  readonly id: string;
  readonly owed: number;
  readonly answered: number;
}

export class CampaignQueries {
  constructor(private readonly runtime: Runtime) {}

  async list(ctx: Context, q: string | undefined, page: PageQuery): Promise<Page<CampaignView>> {
    const shown = await this.runtime.db.use(ctx, (db) => {
      const query = db.getRepository(CampaignRow).createQueryBuilder('c');
      if (q) query.andWhere('position(:q in c.search) > 0', { q: foldForSearch(q) });
      return pageRows(query, page, SORTS);
    });
    return { ...shown, items: await this.views(ctx, shown.items) };
  }

  /** @throws DomainError notFound */
  async one(ctx: Context, id: string): Promise<CampaignView> {
    const row = await this.runtime.db.use(ctx, (db) => db.getRepository(CampaignRow).findOneBy({ id }));
    const [view] = row ? await this.views(ctx, [row]) : [];
    if (!view) throw new DomainError('notFound', 'notFound');
    return view;
  }

  /** Campaigns that name an organisation, or of which it was confirmed. */
  async asking(ctx: Context, organisationId: string): Promise<string[]> {
    const rows = await this.runtime.db.use(
      ctx,
      async (db) =>
        (await db.query(
          'SELECT id FROM campaign WHERE position($1 in data::text) > 0 OR position($1 in confirmed::text) > 0 ORDER BY id',
          [organisationId],
        )) as { id: string }[],
    );
    return rows.map(({ id }) => id);
  }

  /** Who was asked and has sent a report that was not retracted, itself or who took over: its receiver may have read it. */
  async answered(ctx: Context, id: string): Promise<string[]> {
    const rows = await this.runtime.db.use(
      ctx,
      async (db) =>
        (await db.query(
          `SELECT DISTINCT fold->'opened'->>'debtorId' AS id FROM obligation
            WHERE campaign_id = $1 AND state IN ${ANSWERED} ORDER BY 1`,
          [id],
        )) as { id: string }[],
    );
    return rows.map((row) => row.id);
  }

  private async views(ctx: Context, rows: readonly CampaignRow[]): Promise<CampaignView[]> {
    const counts = await this.answers(
      ctx,
      rows.map(({ id }) => id),
    );
    const receivers = rows.flatMap(({ data }) => data.receiver.organisationId ?? []);
    const under = await this.runtime.directory.under(ctx, receivers);
    return rows.map(({ id, revision, launchedOn, data, confirmed, corrections }) => {
      const { owed, answered } = counts.get(id) ?? { owed: 0, answered: 0 };
      const proposed = under
        .filter(({ parentId }) => parentId === data.receiver.organisationId)
        .map((one) => one.id);
      const asked = { ...debtorsOf(data, confirmed), proposed };
      return { ...data, id, revision, launchedOn, owed, answered, ...asked, corrections };
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

function debtorsOf(
  { requests }: CampaignRow['data'],
  confirmed: CampaignRow['confirmed'],
): Pick<CampaignView, 'confirmed' | 'unconfirmed'> {
  const later = requests.map((_, index) =>
    confirmed.filter(({ request }) => request === index).flatMap(({ debtors }) => debtors),
  );
  const known = requests.map(
    ({ debtors }, index) =>
      debtors.some(({ organisationId }) => organisationId !== undefined) || later[index]?.length !== 0,
  );
  return { confirmed: later, unconfirmed: known.flatMap((yes, index) => (yes ? [] : [index])) };
}
