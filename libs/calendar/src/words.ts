import { formatDate, formatPartialDate } from './partial-date.js';

type Printed = {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
};

/** dd/mm/yyyy of a day or an instant; a dash for none. */
export function day(value: string | null | undefined): string {
  return value ? formatDate(value.slice(0, 10)) : '–';
}

const AT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** dd/mm/yyyy hh:mm:ss in Viet Nam of an instant. */
export function instant(value: string): string {
  return AT.format(new Date(value)).replace(',', '');
}

/** A printed date: in full as dd/mm/yyyy, else with what is missing left open ("… tháng 02 năm 2025"). */
export function printedDate({ year, month, day: dayOfMonth }: Printed): string {
  if (month !== undefined && dayOfMonth !== undefined)
    return [String(dayOfMonth).padStart(2, '0'), String(month).padStart(2, '0'), year].join('/');
  return formatPartialDate({
    year,
    ...(month === undefined ? {} : { month }),
    ...(dayOfMonth === undefined ? {} : { day: dayOfMonth }),
  });
}
