import type { SelectQueryBuilder } from 'typeorm';
import {
  planEvents,
  type HistoryEntry,
  type HistoryScope,
  type Page,
  type WhyView,
} from '@lien-ket/contracts';
import { DomainError, foldForSearch, isUuid, type Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { pageRows, type PageQuery, type listOf } from '@lien-ket/service';
import { HistoryRow } from './history.rows.js';
import { tokenOf } from './history.scopes.js';
import { madeBy, stepsOf, withIssue, type WhyQuery } from './history.why.js';
import { entryOf } from './history.views.js';

export type HistoryFilter = ReturnType<typeof listOf<'history'>>['filter'];

/** What every role of the tenant reads on the pages of these records; the rest of the log is the auditor's. */
const READABLE = [
  'plan',
  'amendment',
  'activity',
  'agreement',
  'confirmation',
  'acknowledgement',
  'participation',
];
const WHOLE_LOG = /^auditor$/;

type Query = SelectQueryBuilder<HistoryRow>;

/** Answers from the history's rows: nothing is folded again for a page. */
export class HistoryQueries {
  constructor(private readonly runtime: Pick<Runtime, 'db' | 'directory'>) {}

  async list(ctx: Context, filter: HistoryFilter, page: PageQuery): Promise<Page<HistoryEntry>> {
    const { scope = 'all', id } = filter;
    const token =
      scope === 'all'
        ? undefined
        : scope === 'province'
          ? `province:${id ?? ctx.tenantId}`
          : await this.tokenFor(ctx, scope, id);
    const shown = await this.runtime.db.use(ctx, (db) => {
      const query = this.visible(ctx, db.getRepository(HistoryRow).createQueryBuilder('h'));
      if (token !== undefined) query.andWhere('h.scopes @> ARRAY[:token]', { token });
      narrow(query, filter);
      return pageRows(query, page, { seq: [{ sql: 'h.seq', of: ({ seq }) => seq }] });
    });
    const items = await this.entries(ctx, shown.items, filter.seq !== undefined);
    return { ...shown, items };
  }

  async why(ctx: Context, asked: WhyQuery): Promise<WhyView> {
    const token = await this.tokenFor(ctx, asked.scope, asked.id);
    const kind = asked.scope === 'item' ? 'plan' : asked.scope;
    const rows = await this.runtime.db.use(ctx, (db) =>
      this.visible(ctx, db.getRepository(HistoryRow).createQueryBuilder('h'))
        .andWhere('h.scopes @> ARRAY[:token]', { token })
        .andWhere('h.kind = :kind', { kind })
        .andWhere('h.fields && ARRAY[:...fields]', { fields: [asked.field, 'added', 'removed'] })
        .orderBy('h.seq')
        .getMany(),
    );
    const own = rows.flatMap((row) => madeBy(row, asked));
    const made = withIssue(own, await this.issueOf(ctx, own[0]?.row));
    const entries = await this.entries(
      ctx,
      made.map(({ row }) => row),
      false,
    );
    const steps = stepsOf(made, entries, ctx.businessDate);
    const { scope, id, field } = asked;
    return {
      scope,
      id,
      field,
      value: steps.findLast(({ standing }) => standing === 'stands')?.after ?? null,
      steps,
    };
  }

  /** The act that issued the plan, where the plan's own entries are asked about. */
  private async issueOf(ctx: Context, first: HistoryRow | undefined): Promise<HistoryRow | null> {
    if (first?.kind !== 'plan') return null;
    const { record, origin } = first;
    const token = tokenOf('plan', record, origin?.tenant ?? null);
    return this.runtime.db.use(ctx, (db) =>
      this.visible(ctx, db.getRepository(HistoryRow).createQueryBuilder('h'))
        .andWhere('h.scopes @> ARRAY[:token]', { token })
        .andWhere('h.record = :record AND h.type = :type', { record, type: planEvents.issued.type })
        .getOne(),
    );
  }

  private visible(ctx: Context, query: Query): Query {
    const all = ctx.assignments.some(({ role }) => WHOLE_LOG.test(role));
    return all ? query : query.andWhere('h.kind IN (:...readable)', { readable: READABLE });
  }

  /**
   * The token of what is asked for: our own thing, else one that another tenant shared.
   * @throws DomainError invalid without an id; notFound, a foreign thing looks the same
   */
  async tokenFor(
    ctx: Context,
    scope: Exclude<HistoryScope, 'all' | 'province'>,
    id: string | undefined,
  ): Promise<string> {
    if (id === undefined)
      throw new DomainError('invalid', 'query.invalid', {}, [{ pointer: '/id', code: 'field.required' }]);
    const own = tokenOf(scope, id, null);
    const token = await this.runtime.db.use(ctx, async (db) => {
      const ours: unknown[] = await db.query('SELECT FROM history_entry WHERE scopes @> ARRAY[$1] LIMIT 1', [
        own,
      ]);
      if (ours.length > 0) return own;
      // Only now, since it looks at all that was ever received.
      const [theirs]: { token: string }[] = await db.query(
        `SELECT token FROM (
           SELECT DISTINCT $1 || '@' || (origin ->> 'tenant') AS token FROM history_entry WHERE origin IS NOT NULL
         ) candidate WHERE EXISTS (SELECT FROM history_entry WHERE scopes @> ARRAY[token]) ORDER BY token LIMIT 1`,
        [own],
      );
      return theirs?.token;
    });
    if (token === undefined) throw new DomainError('notFound', 'notFound');
    return token;
  }

  private async entries(ctx: Context, rows: readonly HistoryRow[], whole: boolean): Promise<HistoryEntry[]> {
    const events = rows.map(({ event }) => event);
    const causes = rows.flatMap(({ causation }) => (causation && isUuid(causation) ? [causation] : []));
    const said = rows.map(({ said: id }) => id);
    const tied = await this.runtime.db.use(ctx, (db) =>
      this.visible(
        ctx,
        db
          .getRepository(HistoryRow)
          .createQueryBuilder('h')
          .select([
            'h.seq',
            'h.event',
            'h.type',
            'h.kind',
            'h.record',
            'h.label',
            'h.causation',
            'h.corrects',
          ])
          .where(
            '(h.causation = ANY(:events) OR h.event = ANY(CAST(:causes AS uuid[])) OR h.corrects = ANY(CAST(:said AS uuid[])))',
            {
              events,
              causes,
              said,
            },
          )
          .orderBy('h.seq')
          .limit(TIES),
      ).getMany(),
    );
    const acting = rows.flatMap(({ actor }) => actor.organisationId ?? []);
    const organisations = await this.runtime.directory.byIds(ctx, acting);
    const names = new Map(organisations.map(({ id, name }) => [id, name]));
    return rows.map((row) => entryOf(row, { tied, organisations: names, whole }));
  }
}

/** Entries that the ones of a page are tied to, in all. */
const TIES = 2_000;

function narrow(query: Query, filter: HistoryFilter): void {
  const { seq, field, actor, organisationId, cause, kind, from, to, knownFrom, knownTo, q } = filter;
  const when = (sql: string, name: string, value: unknown): void => {
    if (value !== undefined) query.andWhere(sql, { [name]: value });
  };
  when('h.seq = :one', 'one', seq);
  when('h.fields @> ARRAY[:field]', 'field', field);
  when(`(h.actor ->> 'account' = :actor OR h.actor ->> 'role' = :actor)`, 'actor', actor);
  when(`h.actor ->> 'organisationId' = :organisationId`, 'organisationId', organisationId);
  when('h.grounds = :cause', 'cause', cause);
  when('h.kind = :ofKind', 'ofKind', kind);
  when('coalesce(h.effective_on, h.business_date) >= :from', 'from', from);
  when('coalesce(h.effective_on, h.business_date) <= :to', 'to', to);
  when('h.business_date >= :knownFrom', 'knownFrom', knownFrom);
  when('h.business_date <= :knownTo', 'knownTo', knownTo);
  when('strpos(h.search, :q) > 0', 'q', q === undefined ? undefined : foldForSearch(q));
}
