import type { Page, PlanListItem } from '@lien-ket/contracts';
import { foldForSearch, type Context } from '@lien-ket/kernel';
import { heldAt } from '@lien-ket/read-model';
import type { Runtime } from '@lien-ket/runtime';
import { Conditions, heldPage, momentOf, type Moment, type PageQuery } from '@lien-ket/service';
import { SORTS_AS_OF, type PlanFilter } from './plan.filter.js';
import { listItem, type ListedPlan } from './plan.views.js';

const COLUMNS = `p.id, p.origin_tenant AS "originTenant", p.received_at AS "receivedAt", p.revision,
  p.owner_id AS "ownerId", v.title, v.number, v.symbol, v.issued_on, v.issued_on::text AS "issuedOn",
  v.last_day::text AS "lastDay", v.state, NULL AS "endsOn", v.example, v.items, v.activities, v.amendments`;

/** Each row of a page by its key: a join of the two tables would read all of both. */
const WHOLE = `SELECT ${COLUMNS} FROM page g
  CROSS JOIN LATERAL (SELECT * FROM plan WHERE id = g.id LIMIT 1) p
  CROSS JOIN LATERAL (SELECT * FROM plan_range
    WHERE id = g.id AND valid_from = g.valid_from AND step = g.step LIMIT 1) v`;

/** The column of a range by which a page is sorted. */
function sortedBy({ sort }: PageQuery): string {
  const column = { issuedOn: 'issued_on', title: 'title', number: 'number' }[sort.replace('-', '')];
  if (!column) throw new Error(`no column for the sort ${sort}`);
  return `v.${column}`;
}

/** The plans that were in force on a day, as known then: by their ranges, no plan is folded (docs/adr/0042). */
export async function plansAsOf(
  runtime: Runtime,
  ctx: Context,
  { asOf, knownAt, ...filter }: PlanFilter & Partial<Moment>,
  asked: PageQuery,
): Promise<Page<PlanListItem>> {
  const { moment, page, key } = momentOf({ asOf, knownAt }, asked, ctx.businessDate);
  const where = new Conditions();
  const held = heldAt('plan_range', 'p', moment, (value) => where.place(value));
  if (filter.q) where.and('v.search LIKE ?', `%${foldForSearch(filter.q)}%`);
  if (filter.state === 'expired') where.and(`v.state = 'issued' AND v.last_day < ?`, moment.asOf);
  else if (filter.state) where.and('v.state = ?', filter.state);
  if (filter.origin) where.and(`p.origin_tenant IS ${filter.origin === 'own' ? '' : 'NOT'} NULL`);
  const all = `SELECT p.id, v.valid_from, v.step, ${sortedBy(page)} FROM plan p CROSS JOIN ${held} v ${where.where}`;
  const shown = await runtime.db.use(ctx, (db) =>
    heldPage<ListedPlan>((sql, values) => db.query(sql, values), {
      all,
      values: where.values,
      whole: () => WHOLE,
      sorts: SORTS_AS_OF,
      page,
      key,
    }),
  );
  return { ...shown, items: shown.items.map((row) => listItem(row, moment.asOf)) };
}
