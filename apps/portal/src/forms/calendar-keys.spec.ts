import { dayByKey } from './calendar-keys.js';

it.each([
  ['ArrowRight', '2023-12-06'],
  ['ArrowLeft', '2023-12-04'],
  ['ArrowDown', '2023-12-12'],
  ['ArrowUp', '2023-11-28'],
  ['PageDown', '2024-01-05'],
  ['PageUp', '2023-11-05'],
  ['Enter', undefined],
  ['5', undefined],
])('%s leads from 05/12/2023 to %s', (key, to) => {
  expect(dayByKey(key, '2023-12-05')).toBe(to);
});

it('a month later ends on the last day where there is no such one, and nothing leads before the earliest', () => {
  expect(dayByKey('PageDown', '2024-01-31')).toBe('2024-02-29');
  expect(dayByKey('ArrowUp', '2023-12-05', '2023-12-02')).toBe('2023-12-02');
});
