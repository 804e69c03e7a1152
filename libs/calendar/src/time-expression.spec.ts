import { parseTimeExpression } from './time-expression.js';
import type { TimeContext, TimeMeaning } from './time-expression.js';

type Window = readonly [from: string, to: string];
type Row = readonly [printed: string, context: TimeContext, meaning: TimeMeaning, window?: Window];

const PLAN_2023: TimeContext = { year: 2023 };
const NO_CONTEXT: TimeContext = {};
const YEAR_2023: Window = ['2023-01-01', '2023-12-31'];

const recurring = (
  every: Extract<TimeMeaning, { kind: 'recurring' }>['every'],
  continuous = false,
  alsoOnDemand = false,
): TimeMeaning => ({ kind: 'recurring', every, continuous, alsoOnDemand });

function check([printed, context, meaning, window]: Row): void {
  const read = parseTimeExpression(printed, context);
  expect(read).toMatchObject({ ...meaning, printed });
  expect(read.window).toEqual(window && { from: window[0], to: window[1] });
  expect(read.basis === undefined).toBe(window === undefined);
}

/** Not `it.each`: Jest would fill the missing window of a short row with its own callback. */
function table(rows: readonly Row[]): void {
  for (const row of rows) it(row[0], () => check(row));
}

describe('the printed forms of the documents', () => {
  table([
    ['Tháng 12', PLAN_2023, { kind: 'month', months: [12] }, ['2023-12-01', '2023-12-31']],
    ['tháng 12/2023', NO_CONTEXT, { kind: 'month', months: [12], year: 2023 }, ['2023-12-01', '2023-12-31']],
    [
      'vào tháng 12/2023',
      NO_CONTEXT,
      { kind: 'month', months: [12], year: 2023 },
      ['2023-12-01', '2023-12-31'],
    ],
    ['Quý III, IV', PLAN_2023, { kind: 'quarters', quarters: [3, 4] }, ['2023-07-01', '2023-12-31']],
    ['Quý III', PLAN_2023, { kind: 'quarters', quarters: [3] }, ['2023-07-01', '2023-09-30']],
    [
      'đầu quý IV năm 2024',
      NO_CONTEXT,
      { kind: 'earlyQuarter', quarter: 4, year: 2024 },
      ['2024-10-01', '2024-10-31'],
    ],
    [
      'vào đầu quý IV năm 2024',
      PLAN_2023,
      { kind: 'earlyQuarter', quarter: 4, year: 2024 },
      ['2024-10-01', '2024-10-31'],
    ],
    ['Cả năm', PLAN_2023, { kind: 'year' }, YEAR_2023],
    ['năm 2023', NO_CONTEXT, { kind: 'year', year: 2023 }, YEAR_2023],
    [
      '2024 - 2025',
      NO_CONTEXT,
      { kind: 'period', fromYear: 2024, toYear: 2025 },
      ['2024-01-01', '2025-12-31'],
    ],
    [
      'giai đoạn 2024 – 2025',
      NO_CONTEXT,
      { kind: 'period', fromYear: 2024, toYear: 2025 },
      ['2024-01-01', '2025-12-31'],
    ],
    [
      'năm 2023 và giai đoạn 2024-2025',
      NO_CONTEXT,
      { kind: 'period', fromYear: 2023, toYear: 2025 },
      ['2023-01-01', '2025-12-31'],
    ],
    [
      'giai đoạn năm 2023 - 2025',
      NO_CONTEXT,
      { kind: 'period', fromYear: 2023, toYear: 2025 },
      ['2023-01-01', '2025-12-31'],
    ],
    ['khi có yêu cầu', PLAN_2023, { kind: 'onDemand' }],
    [
      '(Chi tiết khi có đề xuất của doanh nghiệp, hợp tác xã trên địa bàn tỉnh)',
      PLAN_2023,
      { kind: 'onDemand' },
    ],
    ['trước ngày 15 tháng 12 hàng năm', PLAN_2023, { kind: 'before', month: 12, day: 15, yearly: true }],
    ['trước ngày 13/3/2025', PLAN_2023, { kind: 'before', year: 2025, month: 3, day: 13, yearly: false }],
    ['trước ngày **04/9/2020**', NO_CONTEXT, { kind: 'before', year: 2020, month: 9, day: 4, yearly: false }],
    ['trong tháng 12', PLAN_2023, { kind: 'within', month: 12, yearly: false }, ['2023-12-01', '2023-12-31']],
    [
      'trong tháng 12 năm 2023.',
      NO_CONTEXT,
      { kind: 'within', month: 12, year: 2023, yearly: false },
      ['2023-12-01', '2023-12-31'],
    ],
    ['trong tháng 12 hàng năm', PLAN_2023, { kind: 'within', month: 12, yearly: true }],
    ['định kỳ (quý, 6 tháng, cả năm)', PLAN_2023, recurring(['quarter', 'halfYear', 'year'])],
    ['Định kỳ (*quý, 6 tháng, cả năm*)', PLAN_2023, recurring(['quarter', 'halfYear', 'year'])],
    ['hàng năm', PLAN_2023, recurring(['year'])],
    ['thường xuyên', PLAN_2023, recurring([], true)],
    [
      'ngày 05/6/2024',
      NO_CONTEXT,
      { kind: 'day', year: 2024, month: 6, day: 5 },
      ['2024-06-05', '2024-06-05'],
    ],
    [
      'ngày 27 tháng 9 năm 2023',
      NO_CONTEXT,
      { kind: 'day', year: 2023, month: 9, day: 27 },
      ['2023-09-27', '2023-09-27'],
    ],
    ['ngày tháng 02 năm 2025', NO_CONTEXT, { kind: 'day', year: 2025, month: 2 }],
  ]);
});

/** Every time that the reading of the three annotated documents found, with the year of its heading. */
describe('every annotated time', () => {
  const plan2025: TimeContext = { horizon: { from: '2024-01-01', to: '2025-12-31' } };
  table([
    ['năm 2023', PLAN_2023, { kind: 'year', year: 2023 }, YEAR_2023],
    [
      'giai đoạn 2023 - 2030',
      plan2025,
      { kind: 'period', fromYear: 2023, toYear: 2030 },
      ['2023-01-01', '2030-12-31'],
    ],
    ['hàng năm', plan2025, recurring(['year'])],
    ['định kỳ', plan2025, recurring([])],
    ['Thường xuyên; khi có yêu cầu', PLAN_2023, recurring([], true, true)],
    ['định kỳ ... theo quý và báo cáo tổng kết năm', PLAN_2023, recurring(['quarter', 'year'])],
    ['định kỳ hàng năm', PLAN_2023, recurring(['year'])],
    ['định kỳ', PLAN_2023, recurring([])],
    ['Hằng năm', PLAN_2023, recurring(['year'])],
    ['Tháng 9', PLAN_2023, { kind: 'month', months: [9] }, ['2023-09-01', '2023-09-30']],
    ['Tháng 12', PLAN_2023, { kind: 'month', months: [12] }, ['2023-12-01', '2023-12-31']],
    ['Quý III, IV', PLAN_2023, { kind: 'quarters', quarters: [3, 4] }, ['2023-07-01', '2023-12-31']],
    ['Cả năm', PLAN_2023, { kind: 'year' }, YEAR_2023],
    ['Theo nhu cầu thực tế của các địa phương', PLAN_2023, { kind: 'onDemand' }],
    ['Tháng 4', PLAN_2023, { kind: 'month', months: [4] }, ['2023-04-01', '2023-04-30']],
    ['Quý III', PLAN_2023, { kind: 'quarters', quarters: [3] }, ['2023-07-01', '2023-09-30']],
    ['Quý IV', PLAN_2023, { kind: 'quarters', quarters: [4] }, ['2023-10-01', '2023-12-31']],
    ['thường xuyên', plan2025, recurring([], true)],
  ]);
});

describe('other ways to write and to scan the same', () => {
  table([
    [
      'Quý  III ,  IV'.normalize('NFD'),
      PLAN_2023,
      { kind: 'quarters', quarters: [3, 4] },
      ['2023-07-01', '2023-12-31'],
    ],
    ['QUÝ III VÀ QUÝ IV', PLAN_2023, { kind: 'quarters', quarters: [3, 4] }, ['2023-07-01', '2023-12-31']],
    ['Quý lll, lV', PLAN_2023, { kind: 'quarters', quarters: [3, 4] }, ['2023-07-01', '2023-12-31']],
    ['Quý I V', PLAN_2023, { kind: 'quarters', quarters: [4] }, ['2023-10-01', '2023-12-31']],
    [
      'quý 3,4/2024',
      PLAN_2023,
      { kind: 'quarters', quarters: [3, 4], year: 2024 },
      ['2024-07-01', '2024-12-31'],
    ],
    [
      'Quý I - III năm 2024',
      NO_CONTEXT,
      { kind: 'quarters', quarters: [1, 2, 3], year: 2024 },
      ['2024-01-01', '2024-09-30'],
    ],
    ['quí 2', PLAN_2023, { kind: 'quarters', quarters: [2] }, ['2023-04-01', '2023-06-30']],
    ['tháng12 / 2023', NO_CONTEXT, { kind: 'month', months: [12], year: 2023 }, ['2023-12-01', '2023-12-31']],
    ['12/2023', NO_CONTEXT, { kind: 'month', months: [12], year: 2023 }, ['2023-12-01', '2023-12-31']],
    [
      'Tháng\u00a02/2024',
      NO_CONTEXT,
      { kind: 'month', months: [2], year: 2024 },
      ['2024-02-01', '2024-02-29'],
    ],
    ['Tháng 9, 10', PLAN_2023, { kind: 'month', months: [9, 10] }, ['2023-09-01', '2023-10-31']],
    [
      'từ tháng 9 đến tháng 12 năm 2023',
      NO_CONTEXT,
      { kind: 'month', months: [9, 10, 11, 12], year: 2023 },
      ['2023-09-01', '2023-12-31'],
    ],
    [
      '6 tháng đầu năm 2024',
      NO_CONTEXT,
      { kind: 'halfYear', half: 1, year: 2024 },
      ['2024-01-01', '2024-06-30'],
    ],
    ['6 tháng cuối năm', PLAN_2023, { kind: 'halfYear', half: 2 }, ['2023-07-01', '2023-12-31']],
    [
      'từ năm 2024 đến hết năm 2025',
      NO_CONTEXT,
      { kind: 'period', fromYear: 2024, toYear: 2025 },
      ['2024-01-01', '2025-12-31'],
    ],
    ['vào tháng 12 hằng năm', PLAN_2023, { kind: 'within', month: 12, yearly: true }],
    ['trước 15/12', PLAN_2023, { kind: 'before', month: 12, day: 15, yearly: false }],
    ['ngày 27/9', PLAN_2023, { kind: 'day', month: 9, day: 27 }, ['2023-09-27', '2023-09-27']],
    ['Thường xuyên, cả năm', PLAN_2023, recurring([], true)],
    ['hàng quý', PLAN_2023, recurring(['quarter'])],
    ['định kì hàng tháng', PLAN_2023, recurring(['month'])],
  ]);
});

describe('what the text does not say is not made up', () => {
  table([
    ['Tháng 12', NO_CONTEXT, { kind: 'month', months: [12] }],
    ['Tháng 12', { horizon: { from: '2024-01-01', to: '2025-12-31' } }, { kind: 'month', months: [12] }],
    ['Tháng 12', { horizon: { from: '2024-01-01' } }, { kind: 'month', months: [12] }],
    ['Cả năm', NO_CONTEXT, { kind: 'year' }],
    ['Quý IV, I', PLAN_2023, { kind: 'quarters', quarters: [4, 1] }],
    ['ngày 29/2', PLAN_2023, { kind: 'day', month: 2, day: 29 }],
    ...[
      '…',
      'Tháng 13',
      'Tháng 0',
      'Quý V',
      'Quý 5',
      'Quý 11',
      'quỹ III',
      'ngày 31/02/2024',
      'trước ngày 30 tháng 2',
      'trước ngày 15/12/2023 hàng năm',
      'từ tháng 9',
      'sau Tết',
      'cuối năm 2024',
      'dự kiến tháng 12',
      'tháng 1 2',
      'năm 2023 và giai đoạn 2025 - 2026',
      '2025 - 2024',
      'theo nhu cầu, trong quý III',
      'khi có yêu cầu trước ngày 15',
      'Tháng 12 hoặc tháng 01',
      'Hội nghị tháng 12',
      'thường xuyên từ quý III',
      'Tháng 12 - 9',
      'năm 23',
    ].map((text): Row => [text, PLAN_2023, { kind: 'unknown' }]),
  ]);
});

it('an empty cell is unknown', () => check(['', PLAN_2023, { kind: 'unknown' }]));
