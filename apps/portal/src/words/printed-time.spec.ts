import { namesMonth } from './printed-time.js';

describe('a printed time', () => {
  it.each([
    ['Tháng 12', true],
    ['vào tháng 12/2023', true],
    ['tháng 12 năm 2024', false],
    ['Tháng 1', false],
    ['Quý III, IV', false],
    ['Cả năm', false],
    [null, false],
  ])('%p names December 2023: %p', (time, named) => {
    expect(namesMonth(time, { year: 2023, month: 12 })).toBe(named);
  });
});
