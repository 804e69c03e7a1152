import type { IsoDate } from '@lien-ket/kernel';
import { addDays, daysBetween } from './days.js';
import type { DayWindow } from './days.js';
import { VIETNAM_CALENDAR, workingDayOnOrAfter, workingDayOnOrBefore } from './working-days.js';
import type { WorkingCalendar } from './working-days.js';

/**
 * Where a day stands to a due date. `days`: calendar days left, or gone since. The due day itself counts to 24:00.
 * Whether anything may be called overdue at all (quá hạn) is the caller's to know: no information is not lateness.
 */
export interface Lateness {
  readonly kind: 'notDue' | 'dueSoon' | 'dueToday' | 'overdue';
  readonly days: number;
}

/** Calendar days before a due date on which to remind; the first also begins "sắp đến hạn" (`dueSoon`). */
export const REMINDER_STEPS: readonly number[] = [7, 3, 1];
/** Calendar days after a due date on which to urge (đôn đốc). A default of the product; no document states it. */
export const OVERDUE_STEPS: readonly number[] = [1, 3, 7];

export function lateness(dueOn: IsoDate, onDay: IsoDate, soonDays = Math.max(...REMINDER_STEPS)): Lateness {
  const left = daysBetween(onDay, dueOn);
  if (left === 0) return { kind: 'dueToday', days: 0 };
  if (left < 0) return { kind: 'overdue', days: -left };
  return { kind: left <= soonDays ? 'dueSoon' : 'notDue', days: left };
}

/**
 * The days to remind on, in order. A step on a day off moves to the working day before: the due date stays as printed
 * (14/12 is a Saturday in 2024 and a Sunday in 2025), so people must hear of it while they are at work. Steps that meet
 * on one day remind once.
 */
export function reminderDays(
  dueOn: IsoDate,
  steps: readonly number[] = REMINDER_STEPS,
  calendar: WorkingCalendar = VIETNAM_CALENDAR,
): readonly IsoDate[] {
  return ordered(steps.map((step) => workingDayOnOrBefore(addDays(dueOn, -step), calendar)));
}

/** The days to urge on after the due date; a step on a day off waits for the working day after. */
export function overdueSteps(
  dueOn: IsoDate,
  steps: readonly number[] = OVERDUE_STEPS,
  calendar: WorkingCalendar = VIETNAM_CALENDAR,
): readonly IsoDate[] {
  return ordered(steps.map((step) => workingDayOnOrAfter(addDays(dueOn, step), calendar)));
}

function ordered(days: readonly IsoDate[]): readonly IsoDate[] {
  return [...new Set(days)].sort();
}

/**
 * An item whose window began before its plan was in force ("Tháng 4", "Quý III, IV" in a plan of 26/9/2023) was never
 * wholly a duty under that plan: it asks for its result and is never overdue.
 */
export function windowBeforeInForce(
  window: DayWindow,
  inForceFrom: IsoDate,
): { readonly beganBeforeInForce: boolean } {
  return { beganBeforeInForce: window.from < inForceFrom };
}
