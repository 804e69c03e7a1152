import type { Page, ParticipationView } from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { pageRows, type PageQuery } from '@lien-ket/service';
import type { TakenOver } from '../activity/activity.partners.js';
import { ParticipationRow } from './participation.rows.js';

export class ParticipationQueries {
  constructor(private readonly runtime: Runtime) {}

  async list(
    ctx: Context,
    filter: { readonly activityId?: string; readonly origin?: 'own' | 'received' },
    page: PageQuery,
  ): Promise<Page<ParticipationView>> {
    const shown = await this.runtime.db.use(ctx, (db) => {
      const query = db.getRepository(ParticipationRow).createQueryBuilder('p');
      if (filter.activityId) query.andWhere('p.activity_id = :activityId', filter);
      if (filter.origin)
        query.andWhere(filter.origin === 'own' ? 'p.origin_tenant IS NULL' : 'p.origin_tenant IS NOT NULL');
      return pageRows(query, page, { entered: [{ sql: 'p.seq', of: ({ seq }) => seq }] });
    });
    return { ...shown, items: shown.items.map(viewOf) };
  }

  async one(ctx: Context, id: string): Promise<ParticipationView> {
    return viewOf(await this.row(ctx, id));
  }

  async ofActivity(ctx: Context, activityId: string): Promise<ParticipationView[]> {
    const rows = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(ParticipationRow).find({ where: { activityId }, order: { seq: 'ASC' } }),
    );
    return rows.map(viewOf);
  }

  /**
   * What the participant last reported in one of our activities; undefined when it has reported nothing.
   * @throws DomainError notFound
   */
  async reported(ctx: Context, id: string, activityId: string): Promise<TakenOver | undefined> {
    const { fold, revision, tenant, originTenant, ...row } = await this.row(ctx, id);
    if (originTenant === null || row.activityId !== activityId) throw new DomainError('notFound', 'notFound');
    const last = fold.entries.findLast(({ kind }) => kind !== 'proposal');
    if (!last) return undefined;
    const { text, happenedOn, kind } = last;
    // Of another's part that is done the activity is not: only its lead says that.
    const done = kind === 'done' && fold.joined?.role === 'lead';
    return { participation: { tenant, id, revision }, text, happenedOn, done };
  }

  private async row(ctx: Context, id: string): Promise<ParticipationRow> {
    const row = await this.runtime.db.use(ctx, (db) => db.getRepository(ParticipationRow).findOneBy({ id }));
    if (!row) throw new DomainError('notFound', 'notFound');
    return row;
  }
}

function viewOf(row: ParticipationRow): ParticipationView {
  const { id, revision, tenant, state, fold, originTenant, receivedAt, progressBy } = row;
  const { joined, entries } = fold;
  return {
    id,
    revision,
    tenant,
    activity: { tenant: row.ownerTenant, activityId: row.activityId },
    title: joined?.title ?? '',
    organisation: joined?.organisation.printed ?? '',
    organisationId: joined?.organisation.organisationId ?? null,
    role: joined?.role ?? 'attend',
    state,
    note: joined?.note ?? null,
    entries: entries.map((entry) => ({
      ...entry,
      correctable: originTenant === null && entry.kind === 'progress',
      corrections: progressBy[entry.eventId]?.corrections ?? [],
    })),
    example: joined?.example ?? false,
    origin:
      originTenant && receivedAt ? { tenant: originTenant, receivedAt: receivedAt.toISOString() } : null,
  };
}
