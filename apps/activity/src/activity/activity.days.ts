import { DomainError, refuseDayToCome, type IsoDate } from '@lien-ket/kernel';

/** Wide enough for what is prepared long ahead; a year with a wrong digit mostly lies far beyond it. */
const YEARS_BEFORE = 10;

interface Happened {
  readonly today: IsoDate;
  readonly pointer: string;
  /** First day of the activity's printed time, where it says one. */
  readonly begins?: IsoDate | undefined;
}

/**
 * A result is dated by the day it happened: never by one to come, nor by one so long before the activity's time, else
 * before today, that a digit was typed wrong.
 * @throws DomainError invalid activity.dayToCome, activity.dayLongPast
 */
export function mustHaveHappened(day: IsoDate, { today, pointer, begins = today }: Happened): void {
  refuseDayToCome(day, today, { code: 'activity.dayToCome', pointer });
  const year = Number((begins < today ? begins : today).slice(0, 4)) - YEARS_BEFORE;
  const code = 'activity.dayLongPast';
  if (Number(day.slice(0, 4)) < year)
    throw new DomainError('invalid', code, { year }, [{ pointer, code, params: { year } }]);
}
