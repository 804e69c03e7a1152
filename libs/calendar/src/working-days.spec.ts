import fc from 'fast-check';
import { addDays, isWeekend } from './days.js';
import { VIETNAM_HOLIDAYS } from './holidays.js';
import {
  VIETNAM_CALENDAR,
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayBefore,
  workingCalendar,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './working-days.js';

describe('holidays', () => {
  it('are in order, do not overlap, name their source, and cover 2020 to 2026', () => {
    const ends = VIETNAM_HOLIDAYS.flatMap(({ from, to }) => (from === to ? [from] : [from, to]));
    expect(ends).toEqual([...new Set(ends)].sort());
    for (const { source } of VIETNAM_HOLIDAYS) expect(source).toMatch(/Điều|Công văn/);
    expect([...VIETNAM_CALENDAR.years]).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  it.each([
    [2020, 10],
    [2021, 11],
    [2022, 11],
    [2023, 11],
    [2024, 11],
    [2025, 11],
    [2026, 11],
  ])('%i has as many days off as the code gives, besides those in lieu', (year, count) => {
    const own = VIETNAM_HOLIDAYS.filter(
      ({ from, name }) => from.startsWith(String(year)) && !name.startsWith('Nghỉ bù'),
    );
    expect(workingCalendar(own).daysOff.size).toBe(count);
  });

  it('give one day in lieu for each weekend day they meet', () => {
    const inLieu = workingCalendar(VIETNAM_HOLIDAYS.filter(({ name }) => name.startsWith('Nghỉ bù')));
    const own = workingCalendar(VIETNAM_HOLIDAYS.filter(({ name }) => !name.startsWith('Nghỉ bù')));
    expect(inLieu.daysOff.size).toBe([...own.daysOff].filter(isWeekend).length);
    expect([...inLieu.daysOff].filter(isWeekend)).toEqual([]);
  });

  it.each(['2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17'])(
    'the first day of Tết, %s, is off',
    (day) => expect(isWorkingDay(day)).toBe(false),
  );
});

describe('working days', () => {
  it.each([
    ['2024-12-13', true],
    ['2024-12-14', false],
    ['2025-12-14', false],
    ['2024-09-03', false],
    ['2020-09-03', true],
    ['2023-05-03', false],
    ['2023-05-04', true],
  ])('%s', (day, worked) => expect(isWorkingDay(day)).toBe(worked));

  it('skip weekends and holidays', () => {
    expect(addWorkingDays('2024-12-14', 2)).toBe('2024-12-17');
    expect(addWorkingDays('2024-02-07', 1)).toBe('2024-02-15');
    expect(addWorkingDays('2024-02-15', -1)).toBe('2024-02-07');
    expect(addWorkingDays('2024-12-14', 0)).toBe('2024-12-14');
  });

  it('31/12/2023 is a Sunday: the last working day is 29/12', () => {
    expect(lastWorkingDayBefore('2023-12-31')).toBe('2023-12-29');
    expect(workingDayOnOrBefore('2023-12-31')).toBe('2023-12-29');
    expect(lastWorkingDayBefore('2023-12-29')).toBe('2023-12-28');
    expect(workingDayOnOrBefore('2023-12-29')).toBe('2023-12-29');
    expect(workingDayOnOrAfter('2023-12-31')).toBe('2024-01-02');
  });

  it('a tenant adds an exchanged day', () => {
    const exchange = {
      from: '2024-04-29',
      to: '2024-04-29',
      name: 'Hoán đổi',
      status: 'decided',
      source: 'Quyết định',
    } as const;
    const calendar = workingCalendar([...VIETNAM_HOLIDAYS, exchange], ['2024-05-04']);
    expect(isWorkingDay('2024-04-29', calendar)).toBe(false);
    expect(isWorkingDay('2024-05-04', calendar)).toBe(true);
    expect(isWorkingDay('2024-05-04')).toBe(false);
  });

  it('any step lands on a working day and leads back', () => {
    const day = fc.integer({ min: 0, max: 2500 }).map((days) => addDays('2020-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const there = addWorkingDays(from, count);
        expect(isWorkingDay(there)).toBe(true);
        expect(addWorkingDays(there, -count)).toBe(workingDayOnOrBefore(from));
      }),
    );
  });
});
