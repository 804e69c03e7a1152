import type { HistoryChange } from '@lien-ket/contracts';
import { foldForSearch } from '@lien-ket/kernel';
import {
  NO_ACTIVITY,
  evolveActivity,
  planStep,
  type ActivityFold,
  type RecordedPlanEvent,
} from '@lien-ket/plan-acts';
import type { Happened } from './happened.js';
import { groundsOf } from './history.grounds.js';
import type { HistoryRow } from './history.rows.js';
import {
  activityFacts,
  differences,
  entryFacts,
  factsOf,
  labelOf,
  leftOut,
  type Facts,
} from './history.facts.js';
import { isThing, lastingScopes, passingScopes } from './history.scopes.js';

/** What is kept of a record to tell what the next event changes. */
export interface Held {
  readonly label: string;
  readonly scopes: readonly string[];
  readonly facts?: Facts;
  readonly activity?: ActivityFold;
  /** Of a plan: its acts and corrections, and of its drafting what the newest draft needs. */
  readonly plan?: readonly RecordedPlanEvent[];
}

export const NOTHING_HELD: Held = { label: '', scopes: [] };

/** Long values are found by their beginning. */
const SEARCHED = 20_000;

/** One event: the row that tells it, and what is held of its record from now on. Pure. */
export function tell(
  one: Happened,
  before: Held,
  inherited: readonly string[],
): { readonly row: HistoryRow; readonly held: Held } {
  const { recorded, event, actor, origin, record } = one;
  const { changes, ...kept } = stepOf(one, before);
  const label = labelOf(event.data) ?? before.label;
  const scopes = [...new Set([...before.scopes, ...lastingScopes(one), ...inherited])];
  const { kind: grounds, document, reason, record: groundRecord, corrects } = groundsOf(one);
  const row: HistoryRow = {
    seq: recorded.seq,
    event: recorded.header.id,
    said: event.id,
    type: event.type,
    kind: record.kind,
    record: record.id,
    label,
    origin,
    recordedAt: recorded.recordedAt,
    businessDate: event.businessDate,
    effectiveOn: event.effectiveOn ?? null,
    actor,
    grounds,
    document,
    reason,
    groundRecord,
    corrects,
    causation: recorded.header.causationId ?? null,
    changes: [...changes],
    fields: [...new Set(changes.map(({ field, kind }) => field ?? kind))],
    scopes: [...new Set([...scopes, ...passingScopes(one, changes)])],
    search: searchOf(label, reason, document, changes),
  };
  return { row, held: { ...kept, label, scopes } };
}

type Step = Pick<Held, 'facts' | 'activity' | 'plan'> & { readonly changes: readonly HistoryChange[] };

function stepOf(one: Happened, before: Held): Step {
  if (one.record.kind === 'plan') return planOf(one.event as RecordedPlanEvent, before.plan ?? []);
  if (one.record.kind === 'activity') return activityOf(one, before);
  const { facts = {} } = before;
  const said = factsOf(one.event.data);
  const label = labelOf(one.event.data) ?? before.label;
  // An entry that is corrected is said as a whole: what it leaves out had been typed and does not stand in the paper.
  const after = { ...leftOut(one.event.type), ...said };
  return { facts: { ...facts, ...after }, changes: differences(pick(facts, after), after, label) };
}

function activityOf(one: Happened, { activity = NO_ACTIVITY, label }: Held): Step {
  const after = evolveActivity(activity, one.event as Parameters<typeof evolveActivity>[1]);
  const title = after.definition?.title ?? label;
  const corrected = groundsOf(one).corrects;
  // A correction tells what of its entry changed, whichever entries came after that one.
  const factsIn = (fold: ActivityFold): Facts => {
    const entry = fold.progress.find(({ eventId }) => eventId === corrected);
    return entry ? entryFacts(entry) : activityFacts(fold);
  };
  return { activity: after, changes: differences(factsIn(activity), factsIn(after), title) };
}

function planOf(event: RecordedPlanEvent, earlier: readonly RecordedPlanEvent[]): Step {
  const superseded = event.type === 'lk.agreement.plan.revised.v1';
  const needed = superseded ? earlier.filter(({ type }) => type !== event.type) : earlier;
  return { plan: [...needed, event], changes: planStep(earlier, event) };
}

function pick(facts: Facts, named: Facts): Facts {
  return Object.fromEntries(Object.keys(named).map((key) => [key, facts[key]]));
}

function searchOf(
  label: string,
  reason: string | null,
  document: HistoryRow['document'],
  changes: readonly HistoryChange[],
): string {
  const paper = document ? [document.number, document.symbol].filter(Boolean).join('/') : '';
  const values = changes.flatMap((change) => [
    change.label,
    ...wordsIn(change.before),
    ...wordsIn(change.after),
  ]);
  return foldForSearch([...new Set([label, reason ?? '', paper, ...values])].join(' ').slice(0, SEARCHED));
}

/** What a person may have read in a value: no ids, no sealed fields. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  return isThing(value) ? Object.values(value).flatMap(wordsIn) : [];
}
