export { day, instant, printedDate } from '@lien-ket/calendar';

export function weekdayOf(value: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return new Date(`${value.slice(0, 10)}T00:00:00Z`).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}
