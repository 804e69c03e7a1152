import type { FieldChange } from '@lien-ket/contracts';
import {
  NOTHING_YET,
  actsAt,
  applyAct,
  documentOf,
  effectiveOf,
  type RecordedPlanEvent,
} from './plan-acts.js';
import { diffPlans } from './plan-diff.js';
import { NO_PLAN, evolvePlan } from './plan-fold.js';

/** What a plan is after these events, decided acts of days to come included. */
export function planAfter(events: readonly RecordedPlanEvent[]): ReturnType<typeof applyAct> {
  const at = actsAt(events).reduce(applyAct, NOTHING_YET);
  if (at.content) return at;
  const fold = events.reduce(evolvePlan, NO_PLAN);
  return { ...at, content: fold.content, state: fold.state };
}

/** What one event changed of a plan: of its content, of its head, and of an act that it corrects. */
export function planStep(earlier: readonly RecordedPlanEvent[], event: RecordedPlanEvent): FieldChange[] {
  const changes = diffPlans(planAfter(earlier), planAfter([...earlier, event]));
  return [...changes, ...correctedFields(event, earlier)];
}

/** What a correction changed of the act that it names, beyond what the plan says. */
function correctedFields(event: RecordedPlanEvent, earlier: readonly RecordedPlanEvent[]): FieldChange[] {
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
