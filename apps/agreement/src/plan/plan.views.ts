import type { AmendmentView, FieldChange, PlanActView, PlanListItem } from '@lien-ket/contracts';
import {
  NOTHING_YET,
  actsAt,
  applyAct,
  documentOf,
  effectiveOf,
  isAct,
  isKnown,
  type RecordedPlanEvent,
} from '@lien-ket/plan-acts';
import { planDecider } from './plan.decider.js';
import type { AmendmentRow, PlanRow } from './plan.rows.js';

export function amendmentView(row: AmendmentRow): AmendmentView {
  return { ...row, ownerId: row.ownerId ?? '', state: row.state as AmendmentView['state'] };
}

export function stateAfter(events: readonly RecordedPlanEvent[]): ReturnType<typeof applyAct> {
  const at = actsAt(events).reduce(applyAct, NOTHING_YET);
  if (at.content) return at;
  const fold = events.reduce(planDecider.evolve, planDecider.initialState());
  return { ...at, content: fold.content, state: fold.state };
}

export function listItem(row: PlanRow, day: string): PlanListItem {
  const { id, revision, title, number, issuedOn, example, items, activities, amendments, ownerId } = row;
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
export function headOf(row: PlanRow, day: string): Omit<PlanListItem, 'items' | 'activities' | 'amendments'> {
  const { items: _items, activities: _activities, amendments: _amendments, ...head } = listItem(row, day);
  return head;
}

function stateOn({ state, endsOn }: PlanRow, day: string): PlanRow['state'] {
  return endsOn !== null && endsOn > day ? 'issued' : state;
}

function isOver(row: PlanRow, day: string): boolean {
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
      correctedBy: corrections.find(({ data }) => data.corrects === event.id)?.id ?? null,
    }));
}

/** What a correction changed of the act that it names, beyond what the plan says. */
export function correctedFields(
  event: RecordedPlanEvent,
  earlier: readonly RecordedPlanEvent[],
): FieldChange[] {
  if (event.type !== 'lk.agreement.plan.entryCorrected.v1') return [];
  const { corrects } = event.data;
  const find = (events: readonly RecordedPlanEvent[]) => actsAt(events).find(({ id }) => id === corrects);
  const [before, after] = [find(earlier), find([...earlier, event])];
  // Of the issue the plan itself shows all of it.
  if (!before || !after || isIssue(before)) return [];
  const day = fieldChange('effectiveOn', effectiveOf(before), effectiveOf(after));
  return [
    ...fieldChange('document', documentOf(before), documentOf(after)),
    ...fieldChange('reason', reasonOf(before), reasonOf(after)),
    ...fieldChange('text', textOf(before), textOf(after)),
    ...day,
  ];
}

const isIssue = ({ type }: RecordedPlanEvent): boolean => type === 'lk.agreement.plan.issued.v1';
const textOf = ({ data }: RecordedPlanEvent): string | null =>
  'text' in data && typeof data.text === 'string' ? data.text : null;

function fieldChange(field: string, before: unknown, after: unknown): FieldChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ kind: 'changed', of: 'plan', id: null, label: 'plan', field, before, after }];
}

export function reasonOf(event: RecordedPlanEvent): string | null {
  if (event.type === 'lk.agreement.plan.commented.v1') return event.data.text ?? null;
  if ('reason' in event.data && typeof event.data.reason === 'string') return event.data.reason;
  return 'reasons' in event.data ? event.data.reasons : null;
}
