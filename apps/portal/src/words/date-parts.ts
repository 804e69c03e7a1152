import { isIsoDate, isoDate } from '@lien-ket/kernel';

/** A date as printed, part by part as it is typed; null is a part that was emptied again. */
export interface DateParts {
  readonly year?: number | null;
  readonly month?: number | null;
  readonly day?: number | null;
}

export type DatePart = keyof DateParts;

const within = (value: number, max: number) => Number.isInteger(value) && value >= 1 && value <= max;

/** The part without which what was typed is no date: a day needs its month, and either its year. */
export function partMissing({ year, month, day }: DateParts): DatePart | undefined {
  if (day && !month) return 'month';
  return (day || month) && !year ? 'year' : undefined;
}

/** The day that does not exist, as one writes it: 31/2/2025. A part that is none by itself is said at its own field. */
export function noSuchDay({ year, month, day }: DateParts): string | undefined {
  if (!year || !month || !day || !within(year, 9999) || !within(month, 12) || !within(day, 31))
    return undefined;
  return isIsoDate(isoDate(year, month, day)) ? undefined : `${day}/${month}/${year}`;
}
