/** A calendar day, `YYYY-MM-DD`, without time or zone. Comparable as text. */
export type IsoDate = string & { readonly __isoDate?: never };

/** An instant in UTC, ISO 8601 with `Z`; as text two of them compare only when their fractions are equally long. */
export type Instant = string & { readonly __instant?: never };

/**
 * A date as a document prints it. A missing day or month stays missing ("tháng 02 năm 2025"):
 * it is never filled with 01 and never compared as a day.
 */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for an existing day of the Gregorian calendar, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  const match = ISO_DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The day a partial date names when it names one, else undefined. */
export function fullDay(date: PartialDate): IsoDate | undefined {
  if (date.month === undefined || date.day === undefined) return undefined;
  return isoDate(date.year, date.month, date.day);
}

export function isoDate(year: number, month: number, day: number): IsoDate {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Whether the first instant is at or before the second, to the millisecond, however either is written. */
export function isAtOrBefore(first: Instant, second: Instant): boolean {
  return Date.parse(first) <= Date.parse(second);
}

/** Adds whole days; negative goes back. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The calendar day of an instant at Asia/Ho_Chi_Minh (UTC+7 all year, no daylight saving since 1975). */
export function dayInHoChiMinh(instant: Instant): IsoDate {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
}
