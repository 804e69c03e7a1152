import type { IsoDate, PartialDate } from '@lien-ket/kernel';
import { dayExists } from './days.js';
import { normaliseVietnamese, printedMonth } from './vietnamese-text.js';

/** What stands before the date on its line: "Kiên Giang, ". No digits, so that no part of a date is lost in it. */
const PLACE = String.raw`(?:[^\d,]*,)?`;
const DAY_MONTH_YEAR = new RegExp(
  String.raw`^${PLACE}(?:ngày )?(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})$`,
);
const MONTH_YEAR = new RegExp(String.raw`^${PLACE}(?:ngày )?[….]*/?(\d{1,2})/((?:19|20)\d{2})$`);
const IN_WORDS = new RegExp(
  String.raw`^${PLACE}(?:ngày ?)?(\d{1,2} )?tháng (\d{1,2} )?năm ((?:19|20)\d{2})$`,
);
const YEAR = new RegExp(String.raw`^${PLACE}(?:năm )?((?:19|20)\d{2})$`);

/**
 * A date as a Vietnamese document prints it. Blanks left for the pen stay unknown: "ngày tháng 02 năm 2025" has no
 * day, and 01 is never put in its place. Undefined for what is not a date or names a day that does not exist.
 */
export function parsePartialDate(text: string): PartialDate | undefined {
  const line = normaliseVietnamese(text);
  const slashed = DAY_MONTH_YEAR.exec(line);
  if (slashed) return checked(slashed[4], slashed[3], slashed[1]);
  const monthYear = MONTH_YEAR.exec(line);
  if (monthYear) return checked(monthYear[2], monthYear[1], undefined);
  const plain = line.replaceAll(/[….]+/g, ' ').replaceAll(/\s+/g, ' ').replaceAll(', ', ',').trim();
  const words = IN_WORDS.exec(plain);
  if (words) return checked(words[3], words[2], words[1]);
  const year = YEAR.exec(plain);
  return year ? checked(year[1], undefined, undefined) : undefined;
}

function checked(
  yearText: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
): PartialDate | undefined {
  const year = Number(yearText);
  const month = monthText === undefined ? undefined : Number(monthText);
  const day = dayText === undefined ? undefined : Number(dayText);
  // A day without its month is judged by a month of 31 days: nothing more is known.
  if (!dayExists(year, month ?? 1, day ?? 1)) return undefined;
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

/** "02 tháng 10 năm 2023", "… tháng 02 năm 2025", "năm 2016": what stands after the word "ngày". */
export function formatPartialDate(date: PartialDate): string {
  const year = `năm ${date.year}`;
  if (date.month === undefined && date.day === undefined) return year;
  const day = date.day === undefined ? '…' : String(date.day).padStart(2, '0');
  const month = date.month === undefined ? '…' : printedMonth(date.month);
  return `${day} tháng ${month} ${year}`;
}

/** dd/mm/yyyy. */
export function formatDate(day: IsoDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/**
 * Order of two printed dates, or undefined where the order hangs on a part that one of them does not have: a draft
 * of "… tháng 02 năm 2025" is neither before nor after nor on 10/02/2025.
 */
export function comparePartial(one: PartialDate, other: PartialDate): -1 | 0 | 1 | undefined {
  if (one.year !== other.year) return one.year < other.year ? -1 : 1;
  if (one.month === undefined || other.month === undefined) return undefined;
  if (one.month !== other.month) return one.month < other.month ? -1 : 1;
  if (one.day === undefined || other.day === undefined) return undefined;
  if (one.day === other.day) return 0;
  return one.day < other.day ? -1 : 1;
}
