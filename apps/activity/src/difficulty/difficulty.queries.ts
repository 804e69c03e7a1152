import type { DifficultyView, Page } from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { pageFrom, type PageQuery } from '@lien-ket/service';
import { DifficultyRow } from './difficulty.rows.js';

export class DifficultyQueries {
  constructor(private readonly runtime: Runtime) {}

  async list(
    ctx: Context,
    filter: { activityId?: string; state?: string },
    page: PageQuery,
  ): Promise<Page<DifficultyView>> {
    const [rows, total] = await this.runtime.db.use(ctx, async (db) => {
      const query = db.getRepository(DifficultyRow).createQueryBuilder('d');
      if (filter.activityId) query.andWhere('d.activity_id = :activityId', { activityId: filter.activityId });
      if (filter.state) query.andWhere('d.state = :state', { state: filter.state });
      const all = await query.getCount();
      if (page.after) query.andWhere('d.seq < :seq', { seq: page.after[0] });
      return [
        await query
          .orderBy('d.seq', 'DESC')
          .limit(page.limit + 1)
          .getMany(),
        all,
      ] as const;
    });
    const shown = pageFrom(rows, page.limit, total, ({ seq }) => [seq]);
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
    planId,
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
    planId,
    field,
    raisedBy: fold.raisedBy,
    raisedOn,
    assignedTo: fold.assignedTo,
    dueOn,
    steps,
    example: fold.example,
    origin:
      originTenant && receivedAt ? { tenant: originTenant, receivedAt: receivedAt.toISOString() } : null,
  };
}
