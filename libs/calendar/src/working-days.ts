import type { IsoDate } from '@lien-ket/kernel';
import { addDays, isWeekend, yearOf } from './days.js';
import { VIETNAM_HOLIDAYS } from './holidays.js';
import type { Holiday } from './holidays.js';

/** Which days are worked. Only terms counted in working days, and reminders, look at it; printed dates never do. */
export interface WorkingCalendar {
  readonly daysOff: ReadonlySet<IsoDate>;
  /** Weekend days worked in exchange for a day off (hoán đổi ngày làm việc). */
  readonly workedWeekends: ReadonlySet<IsoDate>;
  /** Years whose holidays are known. In another year only weekends are days off, which a caller must say. */
  readonly years: ReadonlySet<number>;
}

export function workingCalendar(
  holidays: readonly Holiday[],
  workedWeekends: readonly IsoDate[] = [],
): WorkingCalendar {
  const daysOff = new Set<IsoDate>();
  for (const { from, to } of holidays)
    for (let day = from; day <= to; day = addDays(day, 1)) daysOff.add(day);
  const years = new Set([...daysOff].map(yearOf));
  return { daysOff, workedWeekends: new Set(workedWeekends), years };
}

export const VIETNAM_CALENDAR: WorkingCalendar = workingCalendar(VIETNAM_HOLIDAYS);

export function isWorkingDay(day: IsoDate, calendar: WorkingCalendar = VIETNAM_CALENDAR): boolean {
  if (calendar.daysOff.has(day)) return false;
  return !isWeekend(day) || calendar.workedWeekends.has(day);
}

/** The `count`-th working day after `day`, which itself is not counted; negative goes back, 0 is `day` as it is. */
export function addWorkingDays(
  day: IsoDate,
  count: number,
  calendar: WorkingCalendar = VIETNAM_CALENDAR,
): IsoDate {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(Math.trunc(count)); left > 0; left -= 1) {
    at = nearestWorkingDay(addDays(at, step), step, calendar);
  }
  return at;
}

/** The last working day strictly before `day`. */
export function lastWorkingDayBefore(day: IsoDate, calendar: WorkingCalendar = VIETNAM_CALENDAR): IsoDate {
  return addWorkingDays(day, -1, calendar);
}

/** `day` where it is worked, else the working day before it. */
export function workingDayOnOrBefore(day: IsoDate, calendar: WorkingCalendar = VIETNAM_CALENDAR): IsoDate {
  return nearestWorkingDay(day, -1, calendar);
}

/** `day` where it is worked, else the working day after it. */
export function workingDayOnOrAfter(day: IsoDate, calendar: WorkingCalendar = VIETNAM_CALENDAR): IsoDate {
  return nearestWorkingDay(day, 1, calendar);
}

function nearestWorkingDay(day: IsoDate, step: 1 | -1, calendar: WorkingCalendar): IsoDate {
  let at = day;
  while (!isWorkingDay(at, calendar)) at = addDays(at, step);
  return at;
}
