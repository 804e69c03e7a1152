import { formatDate, parsePartialDate } from '@lien-ket/calendar';

export { day, instant, printedDate } from '@lien-ket/calendar';

export function weekdayOf(value: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return new Date(`${value.slice(0, 10)}T00:00:00Z`).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

/** The ISO day of what was typed (8/12/2023, 08-12-2023, 8.12.2023); undefined for a day that does not exist. */
export function typedDay(text: string): string | undefined {
  const date = parsePartialDate(text);
  if (date?.month === undefined || date.day === undefined) return undefined;
  const [month, day] = [date.month, date.day].map((part) => String(part).padStart(2, '0'));
  return `${date.year}-${month}-${day}`;
}

/** An ISO day that exists: anything else in a day field is what was typed there. */
export function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && typedDay(formatDate(value)) === value;
}
