import fc from 'fast-check';
import { comparePartial, formatDate, formatPartialDate, parsePartialDate } from './partial-date.js';

describe('parsePartialDate', () => {
  it.each([
    ['ngày tháng 02 năm 2025', { year: 2025, month: 2 }],
    ['Kiên Giang, ngày tháng 02 năm 2025', { year: 2025, month: 2 }],
    ['ngày … tháng 02 năm 2025', { year: 2025, month: 2 }],
    ['…/02/2025', { year: 2025, month: 2 }],
    ['Trà Vinh, ngày tháng năm 2016', { year: 2016 }],
    ['ngày  02  tháng  10  năm 2023', { year: 2023, month: 10, day: 2 }],
    ['Tiền Giang, ngày  02  tháng  10  năm 2023 ', { year: 2023, month: 10, day: 2 }],
    ['TP. Hồ Chí Minh, ngày 26 tháng 9 năm 2023'.normalize('NFD'), { year: 2023, month: 9, day: 26 }],
    ['Ngày, ... 10 ... tháng . 03 .. năm 2025', { year: 2025, month: 3, day: 10 }],
    ['28/01/2025', { year: 2025, month: 1, day: 28 }],
    ['26 /9/ 2023', { year: 2023, month: 9, day: 26 }],
    ['28.01.2025', { year: 2025, month: 1, day: 28 }],
    ['tháng 12 năm 2022', { year: 2022, month: 12 }],
    ['12/2015', { year: 2015, month: 12 }],
    ['năm 2016', { year: 2016 }],
    ['ngày 5 tháng năm 2025', { year: 2025, day: 5 }],
  ])('%s', (text, date) => expect(parsePartialDate(text)).toEqual(date));

  it.each([
    '',
    'Ngày, tháng, năm',
    '31/02/2025',
    '29/2/2023',
    '10/13/2025',
    '0/1/2025',
    '28/01/25',
    'ngày 5, tháng 02 năm 2025x',
    'hôm nay',
  ])('is no date: %s', (text) => expect(parsePartialDate(text)).toBeUndefined());

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parsePartialDate(text)));
  });

  it('reads back what formatPartialDate prints', () => {
    const date = fc.record(
      {
        year: fc.integer({ min: 1945, max: 2099 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
      },
      { requiredKeys: ['year'] },
    );
    fc.assert(
      fc.property(date, (value) => expect(parsePartialDate(formatPartialDate(value))).toEqual(value)),
    );
  });
});

describe('formatting', () => {
  it.each([
    [{ year: 2025, month: 2 }, '… tháng 02 năm 2025'],
    [{ year: 2023, month: 10, day: 2 }, '02 tháng 10 năm 2023'],
    [{ year: 2024, month: 6, day: 5 }, '05 tháng 6 năm 2024'],
    [{ year: 2016 }, 'năm 2016'],
  ])('%j', (date, text) => expect(formatPartialDate(date)).toBe(text));

  it('a day is dd/mm/yyyy', () => expect(formatDate('2024-06-05')).toBe('05/06/2024'));
});

describe('comparePartial', () => {
  const february = { year: 2025, month: 2 };

  it.each([
    [february, { year: 2025, month: 3, day: 10 }, -1],
    [february, { year: 2024 }, 1],
    [february, { year: 2025, month: 2, day: 10 }, undefined],
    [february, february, undefined],
    [february, { year: 2025 }, undefined],
    [{ year: 2025, month: 2, day: 1 }, { year: 2025, month: 2, day: 1 }, 0],
    [{ year: 2025, month: 2, day: 1 }, { year: 2025, month: 2, day: 2 }, -1],
  ])('%j with %j', (one, other, order) => {
    expect(comparePartial(one, other)).toBe(order);
    expect(comparePartial(other, one)).toBe(order === undefined ? undefined : 0 - order);
  });
});
