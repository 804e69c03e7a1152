import fc from 'fast-check';
import { addDays } from './days.js';
import { TWO_WORKING_DAYS_AFTER_CUT_OFF, occurrences } from './occurrences.js';
import type { ReportRule } from './report-rule.js';
import { reportingWindow } from './reporting-windows.js';

const TERM = { from: '2023-10-02', to: '2025-12-31' };

describe('reporting windows run from the 15th to the 14th', () => {
  it.each([
    [{ cycle: 'month', year: 2024, month: 1 }, '2023-12-15', '2024-01-14'],
    [{ cycle: 'month', year: 2024, month: 7 }, '2024-06-15', '2024-07-14'],
    [{ cycle: 'quarter', year: 2024, quarter: 1 }, '2023-12-15', '2024-03-14'],
    [{ cycle: 'quarter', year: 2024, quarter: 3 }, '2024-06-15', '2024-09-14'],
    [{ cycle: 'halfYear', year: 2024, half: 1 }, '2023-12-15', '2024-06-14'],
    [{ cycle: 'halfYear', year: 2024, half: 2 }, '2024-06-15', '2024-12-14'],
    [{ cycle: 'year', year: 2024 }, '2023-12-15', '2024-12-14'],
  ] as const)('%j', (period, from, to) => expect(reportingWindow(period)).toEqual({ from, to }));
});

describe('reports with a printed last day', () => {
  it('"trước ngày 15 tháng 12 hàng năm": the last day is the 14th, on a weekend too', () => {
    const reports = occurrences({ kind: 'yearlyBefore', month: 12, day: 15 }, TERM);
    expect(reports.map(({ key, dueOn }) => [key, dueOn])).toEqual([
      ['2023', '2023-12-14'],
      ['2024', '2024-12-14'],
      ['2025', '2025-12-14'],
    ]);
    expect(reports[0]).toEqual({
      key: '2023',
      period: { from: '2022-12-15', to: '2023-12-14' },
      cutOff: '2023-12-14',
      dueOn: '2023-12-14',
      dueBasis: 'printed',
      label: 'Năm 2023',
      includes: [],
    });
  });

  it('a tenant may count the printed day itself; keys and periods stay', () => {
    const rule: ReportRule = { kind: 'yearlyBefore', month: 12, day: 15 };
    const [strict] = occurrences(rule, TERM);
    const [mild] = occurrences(rule, TERM, { beforeIncludesDay: true });
    expect(mild).toEqual({ ...strict, dueOn: '2023-12-15' });
  });

  it('"trong tháng 12 hàng năm": due on the last day of the month', () => {
    const reports = occurrences({ kind: 'yearlyWithin', month: 12 }, TERM);
    expect(reports.map(({ dueOn, cutOff }) => [dueOn, cutOff])).toEqual([
      ['2023-12-31', '2023-12-14'],
      ['2024-12-31', '2024-12-14'],
      ['2025-12-31', '2025-12-14'],
    ]);
  });

  it('an early last day says neither period nor cut-off', () => {
    const [report] = occurrences(
      { kind: 'yearlyBefore', month: 3, day: 1 },
      { from: '2024-01-01', to: '2024-12-31' },
    );
    expect(report).toEqual({
      key: '2024',
      dueOn: '2024-02-29',
      dueBasis: 'printed',
      label: 'Năm 2024',
      includes: [],
    });
  });

  it('"trước ngày 01 tháng 01" falls in the year before, under one key for every tenant', () => {
    const rule: ReportRule = { kind: 'yearlyBefore', month: 1, day: 1 };
    const range = { from: '2023-12-01', to: '2024-01-31' };
    expect(occurrences(rule, range).map(({ key, dueOn }) => [key, dueOn])).toEqual([['2023', '2023-12-31']]);
    expect(occurrences(rule, range, { beforeIncludesDay: true })).toMatchObject([
      { key: '2023', dueOn: '2024-01-01' },
    ]);
  });

  it('29 February in a year without one', () => {
    const rule: ReportRule = { kind: 'yearlyBefore', month: 2, day: 29 };
    const range = { from: '2023-01-01', to: '2023-12-31' };
    expect(occurrences(rule, range)).toMatchObject([{ dueOn: '2023-02-28' }]);
    expect(occurrences(rule, range, { beforeIncludesDay: true })).toMatchObject([{ dueOn: '2023-02-28' }]);
  });

  it('single reports keep the printed date as key and claim no period', () => {
    const before: ReportRule = { kind: 'onceBefore', date: '2020-09-04' };
    expect(occurrences(before, { from: '2020-08-26', to: '2020-12-31' })).toEqual([
      {
        key: '2020-09-04',
        dueOn: '2020-09-03',
        dueBasis: 'printed',
        label: 'Trước ngày 04/09/2020',
        includes: [],
      },
    ]);
    expect(occurrences({ kind: 'onceWithin', year: 2023, month: 12 }, TERM)).toEqual([
      { key: '2023-12', dueOn: '2023-12-31', dueBasis: 'printed', label: 'Tháng 12 năm 2023', includes: [] },
    ]);
    expect(occurrences(before, TERM)).toEqual([]);
  });
});

describe('"Định kỳ (quý, 6 tháng, cả năm)"', () => {
  const ALL: ReportRule = { kind: 'cycles', quarter: true, halfYear: true, year: true };
  const YEAR_2024 = { from: '2024-01-01', to: '2024-12-31' };

  it('orders by cut-off, the shorter first, and says what each is compiled from', () => {
    expect(
      occurrences(ALL, YEAR_2024).map(({ key, label, cutOff, includes }) => [key, label, cutOff, includes]),
    ).toEqual([
      ['2024-Q1', 'Quý I năm 2024', '2024-03-14', []],
      ['2024-Q2', 'Quý II năm 2024', '2024-06-14', []],
      ['2024-H1', '6 tháng đầu năm 2024', '2024-06-14', ['2024-Q1', '2024-Q2']],
      ['2024-Q3', 'Quý III năm 2024', '2024-09-14', []],
      ['2024-Q4', 'Quý IV năm 2024', '2024-12-14', []],
      ['2024-H2', '6 tháng cuối năm 2024', '2024-12-14', ['2024-Q3', '2024-Q4']],
      ['2024', 'Năm 2024', '2024-12-14', ['2024-H1', '2024-H2']],
    ]);
  });

  it('a year without half-years includes its quarters', () => {
    const reports = occurrences({ kind: 'cycles', quarter: true, halfYear: false, year: true }, YEAR_2024);
    expect(reports.at(-1)?.includes).toEqual(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']);
  });

  it('derives a due date by the named rule, marked so; a tenant may do without', () => {
    const rule: ReportRule = { kind: 'quarterly' };
    expect(
      occurrences(rule, YEAR_2024).map(({ dueOn, dueBasis, dueRule }) => [dueOn, dueBasis, dueRule]),
    ).toEqual(
      // 14/6 is a Friday; 14/9 and 14/12 are Saturdays.
      ['2024-03-18', '2024-06-18', '2024-09-17', '2024-12-17'].map((day) => [
        day,
        'derived',
        TWO_WORKING_DAYS_AFTER_CUT_OFF,
      ]),
    );
    for (const report of occurrences(rule, YEAR_2024, { derivedDue: 'none' })) {
      expect(report).toMatchObject({ dueBasis: 'none', period: expect.anything() });
      expect(report.dueOn).toBeUndefined();
    }
  });

  it('reports on request and undated duties have no dates', () => {
    expect(occurrences({ kind: 'onRequest' }, TERM)).toEqual([]);
    expect(occurrences({ kind: 'undated' }, TERM)).toEqual([]);
  });
});

describe('any rule and range', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2019-01-01', days));
  const range = fc
    .tuple(day, day)
    .map(([one, other]) => (one <= other ? { from: one, to: other } : { from: other, to: one }));
  const month = fc.integer({ min: 1, max: 12 });
  const printedDay = fc.record({ month, day: fc.integer({ min: 1, max: 28 }) });
  const rule: fc.Arbitrary<ReportRule> = fc.oneof(
    printedDay.map((value) => ({ kind: 'yearlyBefore' as const, ...value })),
    month.map((value) => ({ kind: 'yearlyWithin' as const, month: value })),
    day.map((date) => ({ kind: 'onceBefore' as const, date })),
    fc
      .record({ quarter: fc.boolean(), halfYear: fc.boolean(), year: fc.boolean() })
      .map((value) => ({ kind: 'cycles' as const, ...value })),
    fc.constant({ kind: 'quarterly' as const }),
  );
  const decisive = (report: { dueBasis: string; dueOn?: string; cutOff?: string }): string =>
    (report.dueBasis === 'printed' ? report.dueOn : report.cutOff) ?? '';

  it('gives distinct keys in order, inside the range', () => {
    fc.assert(
      fc.property(rule, range, (said, within) => {
        const reports = occurrences(said, within);
        const days = reports.map(decisive);
        expect(days).toEqual([...days].sort());
        expect(new Set(reports.map(({ key }) => key)).size).toBe(reports.length);
        for (const at of days) expect(within.from <= at && at <= within.to).toBe(true);
      }),
    );
  });

  it('each cycle is without gap or overlap, and includes fill the longer period', () => {
    fc.assert(
      fc.property(range, (within) => {
        const reports = occurrences({ kind: 'cycles', quarter: true, halfYear: true, year: true }, within);
        for (const shape of [/-Q/, /-H/, /^\d{4}$/]) {
          const periods = reports.filter(({ key }) => shape.test(key)).map(({ period }) => period);
          periods
            .slice(1)
            .forEach((period, index) => expect(period?.from).toBe(addDays(periods[index]?.to ?? '', 1)));
        }
        for (const report of reports) {
          const parts = reports.filter(({ key }) => report.includes.includes(key));
          if (parts.length < report.includes.length || parts.length === 0) continue;
          expect({ from: parts[0]?.period?.from, to: parts.at(-1)?.period?.to }).toEqual(report.period);
        }
      }),
    );
  });

  it('two neighbouring ranges give what the whole gives', () => {
    fc.assert(
      fc.property(rule, range, fc.integer({ min: 0, max: 4000 }), (said, whole, offset) => {
        const middle = addDays(whole.from, offset);
        if (middle >= whole.to) return;
        const first = occurrences(said, { from: whole.from, to: middle });
        const second = occurrences(said, { from: addDays(middle, 1), to: whole.to });
        expect([...first, ...second]).toEqual(occurrences(said, whole));
      }),
    );
  });

  it('a printed last day is the day before the printed one, whatever weekday or holiday it is', () => {
    fc.assert(
      fc.property(printedDay, fc.integer({ min: 2019, max: 2030 }), (printed, year) => {
        const said: ReportRule = { kind: 'yearlyBefore', ...printed };
        const at = `${year}-${String(printed.month).padStart(2, '0')}-${String(printed.day).padStart(2, '0')}`;
        const dueDays = occurrences(said, { from: addDays(at, -1), to: addDays(at, -1) }).map(
          ({ dueOn }) => dueOn,
        );
        expect(dueDays).toEqual([addDays(at, -1)]);
      }),
    );
  });
});
