import { noSuchDay, partMissing } from './date-parts.js';

it.each([
  [{ day: 31, month: 2, year: 2025 }, '31/2/2025'],
  [{ day: 29, month: 2, year: 2023 }, '29/2/2023'],
  [{ day: 31, month: 11, year: 2023 }, '31/11/2023'],
  [{ day: 29, month: 2, year: 2024 }, undefined],
  [{ day: 31, month: 12, year: 2023 }, undefined],
  // A month 13 is a fault of the month alone.
  [{ day: 5, month: 13, year: 2023 }, undefined],
  [{ day: 31, month: 2 }, undefined],
  [{ month: 2, year: 2025 }, undefined],
])('of %j no such day is %s', (parts, said) => expect(noSuchDay(parts)).toBe(said));

it.each([
  [{ day: 5, month: 12 }, 'year'],
  [{ month: 12 }, 'year'],
  [{ day: 5, year: 2023 }, 'month'],
  [{ day: 5 }, 'month'],
  [{ month: 12, year: 2023 }, undefined],
  [{ year: 2023 }, undefined],
  [{ day: null, month: null, year: null }, undefined],
  [{}, undefined],
])('of %j what is missing is %s: what was typed is never dropped unsaid', (parts, part) =>
  expect(partMissing(parts)).toBe(part),
);
