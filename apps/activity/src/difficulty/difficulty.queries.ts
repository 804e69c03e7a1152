import type { DifficultyView, Page } from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { pageRows, type PageQuery, type SortKeys } from '@lien-ket/service';
import { DifficultyRow } from './difficulty.rows.js';

const SORTS: Readonly<Record<string, SortKeys<DifficultyRow>>> = {
  entered: [{ sql: 'd.seq', of: ({ seq }) => seq }],
  dueOn: [
    { sql: `coalesce(d.due_on, 'infinity')`, of: ({ dueOn }) => dueOn ?? 'infinity', cast: 'date' },
    { sql: 'd.seq', of: ({ seq }) => seq },
  ],
};

export class DifficultyQueries {
  constructor(private readonly runtime: Runtime) {}

  async list(
    ctx: Context,
    filter: { activityId?: string; state?: string; origin?: 'own' | 'received' },
    page: PageQuery,
  ): Promise<Page<DifficultyView>> {
    const shown = await this.runtime.db.use(ctx, (db) => {
      const query = db.getRepository(DifficultyRow).createQueryBuilder('d');
      if (filter.activityId) query.andWhere('d.activity_id = :activityId', { activityId: filter.activityId });
      if (filter.state) query.andWhere('d.state = :state', { state: filter.state });
      if (filter.origin) query.andWhere(`d.origin_tenant IS ${filter.origin === 'own' ? '' : 'NOT '}NULL`);
      return pageRows(query, page, SORTS);
    });
    return { ...shown, items: shown.items.map(view) };
  }

  async one(ctx: Context, id: string): Promise<DifficultyView> {
    return view(await this.row(ctx, id));
  }

  /** The tenant that passed the difficulty to us. @throws DomainError notFound for an own or unknown one */
  async partnerOf(ctx: Context, id: string): Promise<string> {
    const { originTenant } = await this.row(ctx, id);
    if (!originTenant) throw new DomainError('conflict', 'difficulty.own');
    return originTenant;
  }

  private async row(ctx: Context, id: string): Promise<DifficultyRow> {
    const row = await this.runtime.db.use(ctx, (db) => db.getRepository(DifficultyRow).findOneBy({ id }));
    if (!row) throw new DomainError('notFound', 'notFound');
    return row;
  }
}

function view(row: DifficultyRow): DifficultyView {
  const {
    id,
    revision,
    state,
    text,
    activityId,
    planId: about,
    field,
    fold,
    raisedOn,
    dueOn,
    steps,
    originTenant,
    receivedAt,
  } = row;
  return {
    id,
    revision,
    state,
    text,
    activityId,
    planId: about,
    field,
    raisedBy: fold.raisedBy,
    raisedOn,
    assignedTo: fold.assignedTo,
    authority: fold.authority?.printed ?? null,
    amendments: fold.amendments.map(({ planId, amendmentId, document }) => ({
      planId,
      amendmentId,
      document,
    })),
    dueOn,
    steps,
    example: fold.example,
    origin:
      originTenant && receivedAt ? { tenant: originTenant, receivedAt: receivedAt.toISOString() } : null,
  };
}
