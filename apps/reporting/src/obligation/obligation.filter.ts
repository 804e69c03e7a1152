import { REMINDER_STEPS } from '@lien-ket/calendar';
import { addDays, foldForSearch } from '@lien-ket/kernel';
import type { ObligationState, ObligationView } from '@lien-ket/contracts';
import { sortOf, type PageQuery, type SortKeys } from '@lien-ket/service';
import type { Viewer } from './viewer.js';

export interface ObligationFilter {
  /** Mine to send, or mine to receive. */
  readonly role?: 'debtor' | 'receiver';
  readonly state?: ObligationState;
  readonly signal?: ObligationView['signal'];
  readonly planId?: string;
  readonly campaignId?: string;
  readonly organisationId?: string;
  readonly q?: string;
}

const OWED = `state IN ('open', 'extensionRequested', 'sentBack', 'retracted')`;
const SOON_DAYS = Math.max(...REMINDER_STEPS);

/** Conditions and their values; `$n` are numbered as they come. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly all: string[] = [];

  /** Each `?` in the condition stands for the next value. */
  and(condition: string, ...values: readonly unknown[]): this {
    let next = 0;
    this.all.push(
      condition.replaceAll('?', () => {
        this.values.push(values[next]);
        next += 1;
        return `$${this.values.length}`;
      }),
    );
    return this;
  }

  /** The condition of a page after its cursor; answers the keys of its sort and the order of its rows. */
  after<Row>(
    page: PageQuery,
    sorts: Readonly<Record<string, SortKeys<Row>>>,
  ): { readonly keys: SortKeys<Row>; readonly order: string } {
    const { keys, direction } = sortOf(page, sorts);
    if (page.after) {
      const places = keys.map(({ cast }) => (cast ? `?::${cast}` : '?')).join(', ');
      const compare = direction === 'ASC' ? '>' : '<';
      this.and(`(${keys.map(({ sql }) => sql).join(', ')}) ${compare} (${places})`, ...page.after);
    }
    return { keys, order: keys.map(({ sql }) => `${sql} ${direction}`).join(', ') };
  }

  get where(): string {
    return this.all.length > 0 ? `WHERE ${this.all.map((one) => `(${one})`).join(' AND ')}` : '';
  }
}

/** Rows of `obligation` that the person may see and asked for; `named` are organisations whose name the search says. */
export function conditionsOf(
  viewer: Viewer,
  filter: ObligationFilter,
  day: string,
  named: readonly string[] = [],
): Conditions {
  const where = new Conditions();
  const { own, receiving } = viewer;
  if (!viewer.all) where.and('debtor_id = ANY(?) OR receiver_id = ANY(?)', own, receiving);
  if (filter.role === 'debtor') where.and('debtor_id = ANY(?)', own);
  if (filter.role === 'receiver')
    where.and('receiver_id = ANY(?) OR (origin_tenant IS NOT NULL AND ?)', receiving, viewer.all);
  if (filter.state) where.and('o.state = ?', filter.state);
  if (filter.planId) where.and('plan_id = ?', filter.planId);
  if (filter.campaignId) where.and('campaign_id = ?', filter.campaignId);
  if (filter.organisationId)
    where.and('debtor_id = ? OR receiver_id = ?', filter.organisationId, filter.organisationId);
  if (filter.q) where.and('position(? in search) > 0 OR debtor_id = ANY(?)', foldForSearch(filter.q), named);
  if (filter.signal) bySignal(where, filter.signal, day);
  return where;
}

/** The same rules as a view's signal, for the database. */
function bySignal(where: Conditions, signal: ObligationView['signal'], day: string): void {
  const soon = addDays(day, SOON_DAYS);
  switch (signal) {
    case 'noInformation':
      where.and(`o.state = 'unknownOutcome'`);
      return;
    case 'overdue':
      where.and(`o.${OWED} AND NOT historic AND due_on < ?::date`, day);
      return;
    case 'dueToday':
      where.and(`o.${OWED} AND NOT historic AND due_on = ?::date`, day);
      return;
    case 'dueSoon':
      where.and(`o.${OWED} AND NOT historic AND due_on > ?::date AND due_on <= ?::date`, day, soon);
      return;
    case 'none':
      where.and(`o.state <> 'unknownOutcome'`);
      where.and(`NOT (o.${OWED}) OR historic OR due_on IS NULL OR due_on > ?::date`, soon);
      return;
  }
}
