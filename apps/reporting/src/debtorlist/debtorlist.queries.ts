import { DomainError, type Context } from '@lien-ket/kernel';
import type { DebtorListView, Page } from '@lien-ket/contracts';
import type { Runtime } from '@lien-ket/runtime';
import { pageRows, type PageQuery, type SortKeys } from '@lien-ket/service';
import { dutyOfPeriod } from '../provision/duties.js';
import { PlanQueries } from '../provision/plan.queries.js';
import type { PlanRow } from '../provision/plan.rows.js';
import { DebtorListRow } from './debtorlist.rows.js';

export interface DebtorListFilter {
  readonly state?: 'proposed' | 'confirmed';
  readonly planId?: string;
}

const SORTS: Readonly<Record<string, SortKeys<DebtorListRow>>> = {
  period: [
    { sql: 'l.period_key', of: ({ periodKey }) => periodKey },
    { sql: 'l.id::text', of: ({ id }) => id },
  ],
};

export class DebtorListQueries {
  private readonly plans: PlanQueries;

  constructor(private readonly runtime: Runtime) {
    this.plans = new PlanQueries(runtime);
  }

  async list(ctx: Context, filter: DebtorListFilter, page: PageQuery): Promise<Page<DebtorListView>> {
    const shown = await this.runtime.db.use(ctx, (db) => {
      const query = db.getRepository(DebtorListRow).createQueryBuilder('l');
      if (filter.planId) query.andWhere('l.planId = :planId', { planId: filter.planId });
      if (filter.state)
        query.andWhere(`l.confirmed IS ${filter.state === 'confirmed' ? 'NOT NULL' : 'NULL'}`);
      return pageRows(query, page, SORTS);
    });
    const plans = await this.plans.byIds(
      ctx,
      shown.items.map(({ planId }) => planId),
    );
    return {
      ...shown,
      items: shown.items.flatMap(
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

  /** Those who owe by the confirmed lists of a plan: by provision and period, as `listKey` names them. */
  async confirmedUnder(ctx: Context, planId: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.runtime.db.use(ctx, (db) => db.getRepository(DebtorListRow).findBy({ planId }));
    return new Map(rows.flatMap((row) => (row.confirmed ? [[listKey(row), row.confirmed]] : [])));
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

export const listKey = ({
  provisionId,
  periodKey,
}: {
  readonly provisionId: string;
  readonly periodKey: string;
}): string => `${provisionId} ${periodKey}`;

function viewOf(row: DebtorListRow, plan: PlanRow | undefined, day: string): DebtorListView | undefined {
  const { id, revision, planId, provisionId, periodKey, proposed, confirmed, bySystem, corrections } = row;
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
    corrections,
    example: plan.example,
  };
}
