import { DomainError, type Context } from '@lien-ket/kernel';
import type { DebtorListView, Page } from '@lien-ket/contracts';
import type { Runtime } from '@lien-ket/runtime';
import { pageFrom, type PageQuery } from '@lien-ket/service';
import { dutyOfPeriod } from '../provision/duties.js';
import { PlanQueries } from '../provision/plan.queries.js';
import type { PlanRow } from '../provision/plan.rows.js';
import { DebtorListRow } from './debtorlist.rows.js';

export interface DebtorListFilter {
  readonly state?: 'proposed' | 'confirmed';
  readonly planId?: string;
}

export class DebtorListQueries {
  private readonly plans: PlanQueries;

  constructor(private readonly runtime: Runtime) {
    this.plans = new PlanQueries(runtime);
  }

  async list(ctx: Context, filter: DebtorListFilter, page: PageQuery): Promise<Page<DebtorListView>> {
    const [rows, total] = await this.runtime.db.use(ctx, async (db) => {
      const query = db.getRepository(DebtorListRow).createQueryBuilder('l');
      if (filter.planId) query.andWhere('l.planId = :planId', { planId: filter.planId });
      if (filter.state)
        query.andWhere(`l.confirmed IS ${filter.state === 'confirmed' ? 'NOT NULL' : 'NULL'}`);
      const all = await query.getCount();
      if (page.after)
        query.andWhere('(l.periodKey, l.id::text) < (:key, :id)', { key: page.after[0], id: page.after[1] });
      query.orderBy('l.period_key', 'DESC').addOrderBy('l.id::text', 'DESC');
      return [await query.limit(page.limit + 1).getMany(), all] as const;
    });
    const plans = await this.plans.byIds(
      ctx,
      rows.map(({ planId }) => planId),
    );
    const { items, ...rest } = pageFrom(rows, page.limit, total, ({ periodKey, id }) => [periodKey, id]);
    return {
      ...rest,
      items: items.flatMap(
        (row) =>
          viewOf(
            row,
            plans.find(({ id }) => id === row.planId),
            ctx.businessDate,
          ) ?? [],
      ),
    };
  }

  /** @throws DomainError notFound */
  async one(ctx: Context, id: string): Promise<DebtorListView> {
    const row = await this.runtime.db.use(ctx, (db) => db.getRepository(DebtorListRow).findOneBy({ id }));
    const plan = row ? await this.plans.byId(ctx, row.planId) : null;
    const view = row && viewOf(row, plan ?? undefined, ctx.businessDate);
    if (!view) throw new DomainError('notFound', 'notFound');
    return view;
  }

  /** Which of the ids are of lists that exist. */
  async known(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.runtime.db.use(
      ctx,
      async (db) =>
        (await db.query('SELECT id FROM debtor_list WHERE id = ANY($1)', [[...ids]])) as { id: string }[],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

function viewOf(row: DebtorListRow, plan: PlanRow | undefined, day: string): DebtorListView | undefined {
  const { id, revision, planId, provisionId, periodKey, proposed, confirmed, bySystem } = row;
  const duty = plan && dutyOfPeriod(plan, provisionId, periodKey, day);
  if (!duty) return undefined;
  const { provision, occurrence } = duty;
  return {
    id,
    revision,
    planId,
    planNumber: plan.number,
    provisionId,
    title: provision.what,
    period: { key: periodKey, label: occurrence.label, ...occurrence.period },
    dueOn: occurrence.dueOn ?? null,
    receiverId: provision.receiver?.organisationId ?? null,
    proposed,
    confirmed,
    confirmedBySystem: bySystem,
    example: plan.example,
  };
}
