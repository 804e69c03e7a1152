import { isDay, typedDay } from './dates.js';

it('reads a day as offices write it', () => {
  for (const text of ['8/12/2023', '08-12-2023', ' 8.12.2023 ']) expect(typedDay(text)).toBe('2023-12-08');
});

it('knows what is no day: one that does not exist, one without its day, and words', () => {
  for (const text of ['31/02/2025', '8/13/2023', 'abc', '12/2023', '8/12/23', '']) {
    expect(typedDay(text)).toBeUndefined();
    expect(isDay(text)).toBe(false);
  }
});

it('tells the day of a field from what was typed there', () => {
  expect(isDay('2024-02-29')).toBe(true);
  for (const value of ['2025-02-29', '8/12/2023']) expect(isDay(value)).toBe(false);
});
