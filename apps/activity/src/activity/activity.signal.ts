import { lateness } from '@lien-ket/calendar';
import type { ActivitySignal, ActivityState } from '@lien-ket/contracts';
import type { ActivityFold } from '@lien-ket/plan-acts';

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
export function signalOf(fold: ActivityFold, today: string, liveSince: string | null): ActivitySignal {
  const { definition, planned, state } = fold;
  if (SETTLED.includes(state) || !definition?.window) return 'none';
  const { to } = definition.window;
  const late = lateness(to, today);
  const notLived = planned?.historic === true || liveSince === null || to < liveSince;
  if (late.kind === 'overdue' && notLived) return fold.progress.length === 0 ? 'noInformation' : 'none';
  if (late.kind === 'overdue') return fold.beganBeforeInForce ? 'beganBeforeInForce' : 'overdue';
  if (fold.beganBeforeInForce) return 'beganBeforeInForce';
  return late.kind === 'dueSoon' || late.kind === 'dueToday' ? 'dueSoon' : 'none';
}
