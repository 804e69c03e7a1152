import { mustHaveHappened } from './activity.days.js';

const today = '2025-03-11';
const refused = (day: string, begins?: string): string => {
  try {
    mustHaveHappened(day, { today, pointer: '/happenedOn', begins });
  } catch (error) {
    return (error as { code: string }).code;
  }
  return '';
};

it.each([
  ['today', today, undefined, ''],
  ['tomorrow', '2025-03-12', undefined, 'activity.dayToCome'],
  ['long before the plan, while it is prepared', '2015-01-01', '2025-06-01', ''],
  ['a year with a wrong digit', '1905-03-11', '2025-01-01', 'activity.dayLongPast'],
  ['the same where no time is printed', '1905-03-11', undefined, 'activity.dayLongPast'],
  ['what an old plan printed', '2004-05-01', '2004-01-01', ''],
])('a result is dated by the day it happened: %s', (_, day, begins, code) => {
  expect(refused(day, begins)).toBe(code);
});
