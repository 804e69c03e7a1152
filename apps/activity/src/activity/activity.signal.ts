import { lateness } from '@lien-ket/calendar';
import type { ActivitySignal, ActivityState } from '@lien-ket/contracts';
import type { ActivityFold } from '@lien-ket/plan-acts';

/** What a signal follows from. */
export interface Signalling {
  readonly state: ActivityState;
  /** Last day of its time, where its words say one. */
  readonly lastDay: string | null;
  readonly beganBefore: boolean;
  /** Over before it was entered. */
  readonly historic: boolean;
  /** Of its progress. */
  readonly entries: number;
}

export function signallingOf({
  state,
  definition,
  beganBeforeInForce,
  planned,
  progress,
}: ActivityFold): Signalling {
  return {
    state,
    lastDay: definition?.window?.to ?? null,
    beganBefore: beganBeforeInForce,
    historic: planned?.historic === true,
    entries: progress.length,
  };
}

export const SETTLED: readonly ActivityState[] = [
  'done',
  'cancelled',
  'enteredInError',
  'reportedDone',
  'carriedOver',
];

/**
 * What a business day says of an activity. Overdue needs a duty that was open on the platform while it ran; what ended
 * before, or began before its plan was in force, asks for its result and is never late (LIVES, mistake 7).
 */
export function signalOf(
  { state, lastDay, beganBefore, historic, entries }: Signalling,
  today: string,
  liveSince: string | null,
): ActivitySignal {
  if (SETTLED.includes(state) || lastDay === null) return 'none';
  const late = lateness(lastDay, today);
  const notLived = historic || liveSince === null || lastDay < liveSince;
  if (late.kind === 'overdue' && notLived) return entries === 0 ? 'noInformation' : 'none';
  if (late.kind === 'overdue') return beganBefore ? 'beganBeforeInForce' : 'overdue';
  if (beganBefore) return 'beganBeforeInForce';
  return late.kind === 'dueSoon' || late.kind === 'dueToday' ? 'dueSoon' : 'none';
}
