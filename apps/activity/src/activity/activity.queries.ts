import { lateness } from '@lien-ket/calendar';
import type {
  ActivityListItem,
  ActivitySignal,
  ActivityState,
  ActivityView,
  Page,
} from '@lien-ket/contracts';
import { DomainError, foldForSearch, type Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { pageFrom, type PageQuery } from '@lien-ket/service';
import type { ActivityFold } from './activity.evolve.js';
import { ParticipationQueries } from '../participation/participation.queries.js';
import { ActivityRow, LiveSinceRow, PlanChangeRow } from './activity.rows.js';

export interface ActivityFilter {
  readonly planId?: string;
  readonly q?: string;
  readonly state?: string;
  readonly lead?: 'mine';
  readonly origin?: 'own' | 'received';
}

type Counted = ActivityRow & { readonly openDifficulties: number };
const OPEN_DIFFICULTIES = `(SELECT count(*)::int FROM difficulty d WHERE d.activity_id = a.id AND d.state NOT IN ('resolved', 'confirmed', 'declined'))`;

export class ActivityQueries {
  constructor(private readonly runtime: Runtime) {}

  async list(ctx: Context, filter: ActivityFilter, page: PageQuery): Promise<Page<ActivityListItem>> {
    const liveSince = await this.liveSince(ctx);
    const [rows, total] = await this.runtime.db.use(ctx, async (db) => {
      const query = db
        .getRepository(ActivityRow)
        .createQueryBuilder('a')
        .addSelect(OPEN_DIFFICULTIES, 'open_difficulties');
      if (filter.planId) query.andWhere('a.plan_id = :planId', { planId: filter.planId });
      if (filter.q) query.andWhere('a.search LIKE :q', { q: `%${foldForSearch(filter.q)}%` });
      if (filter.state) query.andWhere('a.state = :state', { state: filter.state });
      if (filter.origin)
        query.andWhere(filter.origin === 'own' ? 'a.origin_tenant IS NULL' : 'a.origin_tenant IS NOT NULL');
      if (filter.lead) query.andWhere('a.organisations && ARRAY[:...mine]::uuid[]', { mine: mine(ctx) });
      const all = await query.getCount();
      if (page.after)
        query.andWhere('(a.plan_id, a.item_order, a.id) > (:plan, :order, :id)', {
          plan: page.after[0],
          order: page.after[1],
          id: page.after[2],
        });
      query
        .orderBy('a.plan_id')
        .addOrderBy('a.item_order')
        .addOrderBy('a.id')
        .limit(page.limit + 1);
      return [await counted(query), all] as const;
    });
    const shown = pageFrom(rows, page.limit, total, (row) => [row.planId, row.itemOrder, row.id]);
    return { ...shown, items: shown.items.map((row) => listItem(row, ctx.businessDate, liveSince)) };
  }

  async one(ctx: Context, id: string): Promise<ActivityView> {
    const liveSince = await this.liveSince(ctx);
    const [row] = await this.runtime.db.use(ctx, (db) =>
      counted(
        db
          .getRepository(ActivityRow)
          .createQueryBuilder('a')
          .addSelect(OPEN_DIFFICULTIES, 'open_difficulties')
          .where('a.id = :id', { id }),
      ),
    );
    if (!row?.fold.definition) throw new DomainError('notFound', 'notFound');
    const { definition, progress } = row.fold;
    return {
      ...listItem(row, ctx.businessDate, liveSince),
      definition,
      sectionTitle: definition.sectionTitle ?? null,
      progress: progress.map(({ eventId, text, happenedOn, businessDate, figures, links, evidence }) => ({
        eventId,
        text,
        happenedOn,
        businessDate,
        figures,
        links,
        evidence: evidence ?? [],
        actor: { role: '' },
      })),
      postponedUntil: row.fold.postponedUntil,
      sameAs: row.fold.sameAs,
      carriedOverTo: row.fold.carriedOverTo,
      carriedOverFrom: await this.carriedFrom(ctx, row.carriedFrom),
      participations: await new ParticipationQueries(this.runtime).ofActivity(ctx, id),
    };
  }

  /** Plans that change on a day, by what was recorded up to a position. */
  async plansChangingOn(ctx: Context, day: string, seq: number): Promise<string[]> {
    if (this.runtime.runner.position(ctx) < seq) await this.runtime.runner.catchUp(ctx);
    const rows = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(PlanChangeRow).findBy({ effectiveOn: day }),
    );
    return rows.map(({ planId }) => planId);
  }

  private async carriedFrom(ctx: Context, id: string | null): Promise<ActivityView['carriedOverFrom']> {
    if (id === null) return null;
    const row = await this.runtime.db.use(ctx, (db) => db.getRepository(ActivityRow).findOneBy({ id }));
    return row ? { planId: row.planId, activityId: row.id } : null;
  }

  private async liveSince(ctx: Context): Promise<string | null> {
    const row = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(LiveSinceRow).findOneBy({ one: true }),
    );
    return row?.day ?? null;
  }
}

async function counted(query: {
  getRawAndEntities(): Promise<{ entities: ActivityRow[]; raw: { open_difficulties: number }[] }>;
}): Promise<Counted[]> {
  const { entities, raw } = await query.getRawAndEntities();
  return entities.map((row, index) => ({ ...row, openDifficulties: raw[index]?.open_difficulties ?? 0 }));
}

function mine(ctx: Context): string[] {
  const ids = ctx.assignments.map(({ organisationId }) => organisationId);
  return ids.length > 0 ? ids : ['00000000-0000-4000-8000-000000000000'];
}

function listItem(row: Counted, today: string, liveSince: string | null): ActivityListItem {
  const { id, revision, planId, state, fold, originTenant, receivedAt, openDifficulties } = row;
  const { planned, definition } = fold;
  return {
    id,
    revision,
    planId,
    planNumber: planned?.planNumber ?? null,
    itemId: planned?.itemId ?? '',
    title: definition?.title ?? '',
    printedNumber: definition?.printedNumber ?? null,
    leads: (definition?.leads ?? []).map(({ printed }) => printed),
    time: definition?.time ?? null,
    scope: definition?.scope ?? null,
    field: definition?.field ?? null,
    partnerTenants: definition?.partnerTenants ?? [],
    state,
    signal: signalOf(fold, today, liveSince),
    lastProgressOn: fold.progress.at(-1)?.happenedOn ?? null,
    openDifficulties,
    example: planned?.example ?? false,
    origin:
      originTenant && receivedAt ? { tenant: originTenant, receivedAt: receivedAt.toISOString() } : null,
  };
}

const SETTLED: readonly ActivityState[] = ['done', 'cancelled', 'reportedDone', 'carriedOver'];

/**
 * What a business day says of an activity. Overdue needs a duty that was open on the platform while it ran; what ended
 * before, or began before its plan was in force, asks for its result and is never late (LIVES, mistake 7).
 */
export function signalOf(fold: ActivityFold, today: string, liveSince: string | null): ActivitySignal {
  const { definition, planned, state } = fold;
  if (SETTLED.includes(state) || !definition?.window) return 'none';
  const { to } = definition.window;
  const late = lateness(to, today);
  const notLived = planned?.historic === true || liveSince === null || to < liveSince;
  if (late.kind === 'overdue' && notLived) return fold.progress.length === 0 ? 'noInformation' : 'none';
  if (late.kind === 'overdue') return fold.beganBeforeInForce ? 'beganBeforeInForce' : 'overdue';
  if (fold.beganBeforeInForce) return 'beganBeforeInForce';
  return late.kind === 'dueSoon' || late.kind === 'dueToday' ? 'dueSoon' : 'none';
}
