import type { IsoDate } from '@lien-ket/kernel';

/** Whole days, both ends included. */
export interface DayWindow {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const DAY_MS = 86_400_000;

// The kernel has the same arithmetic, but its index also exports node:crypto code, and this library is bundled
// for the browser: only the kernel's types may be imported here.

function utc(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function fromUtc(at: number): IsoDate {
  return new Date(at).toISOString().slice(0, 10);
}

/** A day past the end of its month rolls over: day 0 is the last day of the month before. */
export function dayOf(year: number, month: number, day: number): IsoDate {
  return fromUtc(Date.UTC(year, month - 1, day));
}

export function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4));
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return fromUtc(utc(day) + days * DAY_MS);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

export function isWeekend(day: IsoDate): boolean {
  const weekday = new Date(utc(day)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function lastDayOfMonth(year: number, month: number): IsoDate {
  return dayOf(year, month, daysInMonth(year, month));
}

/** Without a year, 29 February exists: some year has it. */
export function dayExists(year: number | undefined, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year ?? 2024, month);
}

/** Calendar months `first`..`last` of one year, as activities use them (reports have windows of their own). */
export function monthsWindow(year: number, first: number, last: number): DayWindow {
  return { from: dayOf(year, first, 1), to: lastDayOfMonth(year, last) };
}

/** Calendar quarters `first`..`last` (quý) of one year. */
export function quartersWindow(year: number, first: number, last: number): DayWindow {
  return monthsWindow(year, first * 3 - 2, last * 3);
}

export function yearsWindow(first: number, last: number): DayWindow {
  return { from: dayOf(first, 1, 1), to: dayOf(last, 12, 31) };
}
