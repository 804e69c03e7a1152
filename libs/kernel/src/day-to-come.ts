import { isoDate, type IsoDate, type PartialDate } from './dates.js';
import { DomainError } from './errors.js';

/** The earliest day that a date can mean: that of a partial one is its first. */
export function earliestDay({ year, month = 1, day = 1 }: PartialDate): IsoDate {
  return isoDate(year, month, day);
}

/**
 * What is on paper already, or has happened already, bears no day to come. Each kind of thing has its own stable code.
 * @throws DomainError invalid, by the code
 */
export function refuseDayToCome(
  said: PartialDate | IsoDate | undefined,
  today: IsoDate,
  { code, pointer }: { readonly code: string; readonly pointer: string },
): void {
  if (said === undefined) return;
  const day = typeof said === 'string' ? said : earliestDay(said);
  if (day > today) throw new DomainError('invalid', code, { today }, [{ pointer, code, params: { today } }]);
}
