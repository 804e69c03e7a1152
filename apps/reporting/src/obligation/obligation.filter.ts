import { REMINDER_STEPS } from '@lien-ket/calendar';
import { addDays, foldForSearch } from '@lien-ket/kernel';
import type { ObligationState, ObligationView } from '@lien-ket/contracts';
import { Conditions } from '@lien-ket/service';
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
