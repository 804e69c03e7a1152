import { refuseDayToCome } from './day-to-come.js';
import type { PartialDate } from './dates.js';
import { DomainError } from './errors.js';

const told = (said: PartialDate | string | undefined): string => {
  try {
    refuseDayToCome(said, '2024-03-15', { code: 'x.dayToCome', pointer: '/date' });
    return 'taken';
  } catch (error) {
    return error instanceof DomainError ? `${error.kind} ${error.code} ${error.faults[0]?.pointer}` : 'other';
  }
};
const REFUSED = 'invalid x.dayToCome /date';

it.each<[string, PartialDate | string | undefined, string]>([
  ['no day', undefined, 'taken'],
  ['today', '2024-03-15', 'taken'],
  ['tomorrow', '2024-03-16', REFUSED],
  ['today as printed', { year: 2024, month: 3, day: 15 }, 'taken'],
  ['tomorrow as printed', { year: 2024, month: 3, day: 16 }, REFUSED],
  ['a day of this month that is not printed', { year: 2024, month: 3 }, 'taken'],
  ['the next month', { year: 2024, month: 4 }, REFUSED],
  ['this year', { year: 2024 }, 'taken'],
  ['the next year', { year: 2025 }, REFUSED],
])('%s', (_name, said, outcome) => {
  expect(told(said)).toBe(outcome);
});
