import type { AmendmentView, PlanActView, PlanListItem } from '@lien-ket/contracts';
import { actsAt, documentOf, isAct, isKnown, reasonOf, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import type { AmendmentRow, PlanRow } from './plan.rows.js';

/** What a list reads of a plan. */
export type ListedPlan = Omit<PlanRow, 'year' | 'borne' | 'search' | 'events'>;

export function amendmentView(row: AmendmentRow): AmendmentView {
  return { ...row, ownerId: row.ownerId ?? '', state: row.state as AmendmentView['state'] };
}

export function listItem(row: ListedPlan, day: string): PlanListItem {
  const { id, revision, title, number, symbol, issuedOn, example, items, activities, amendments, ownerId } =
    row;
  const state = stateOn(row, day);
  const origin =
    row.originTenant && row.receivedAt
      ? { tenant: row.originTenant, receivedAt: row.receivedAt.toISOString() }
      : null;
  return {
    id,
    revision,
    title,
    number,
    symbol,
    issuedOn,
    state,
    expired: isOver(row, day),
    example,
    items,
    activities,
    amendments,
    ownerId,
    origin,
  };
}

/** A plan's own page counts nothing: it shows the whole. */
export function headOf(
  row: ListedPlan,
  day: string,
): Omit<PlanListItem, 'items' | 'activities' | 'amendments'> {
  const { items: _items, activities: _activities, amendments: _amendments, ...head } = listItem(row, day);
  return head;
}

function stateOn({ state, endsOn }: ListedPlan, day: string): PlanRow['state'] {
  return endsOn !== null && endsOn > day ? 'issued' : state;
}

function isOver(row: ListedPlan, day: string): boolean {
  const { lastDay } = row;
  return stateOn(row, day) === 'issued' && lastDay !== null && lastDay < day;
}

export function actViews(events: readonly RecordedPlanEvent[], knownAt: string | undefined): PlanActView[] {
  const corrections = events.flatMap((event) =>
    event.type === 'lk.agreement.plan.entryCorrected.v1' && isKnown(event, knownAt) ? [event] : [],
  );
  // What its paper says as we know it; the day of the entry stays, and the correction beside it.
  const standing = new Map(actsAt(events, knownAt).map((act) => [act.id, act]));
  return events
    .filter(
      (event) =>
        isKnown(event, knownAt) && (isAct(event) || event.type === 'lk.agreement.plan.entryCorrected.v1'),
    )
    .map((event) => ({
      eventId: event.id,
      type: event.type,
      effectiveOn: event.effectiveOn ?? null,
      businessDate: event.businessDate,
      recordedAt: event.recordedAt,
      document: documentOf(standing.get(event.id) ?? event),
      reason: reasonOf(standing.get(event.id) ?? event),
      correctedBy: corrections.findLast(({ data }) => data.corrects === event.id)?.id ?? null,
      enteredInError: isAct(event) && !standing.has(event.id),
    }));
}
