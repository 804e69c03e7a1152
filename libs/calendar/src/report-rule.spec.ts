import { reportRuleOf } from './report-rule.js';
import type { ReportRule } from './report-rule.js';
import { parseTimeExpression } from './time-expression.js';

describe('reportRuleOf', () => {
  it.each<[string, ReportRule]>([
    ['trước ngày 15 tháng 12 hàng năm', { kind: 'yearlyBefore', month: 12, day: 15 }],
    ['trong tháng 12 hàng năm', { kind: 'yearlyWithin', month: 12 }],
    ['trong tháng 12 năm 2023', { kind: 'onceWithin', year: 2023, month: 12 }],
    ['vào tháng 12/2023', { kind: 'onceWithin', year: 2023, month: 12 }],
    ['trước ngày 04/9/2020', { kind: 'onceBefore', date: '2020-09-04' }],
    ['trước ngày 13/3', { kind: 'onceBefore', date: '2025-03-13' }],
    ['trước ngày 29/2', { kind: 'undated' }],
    ['Định kỳ (quý, 6 tháng, cả năm)', { kind: 'cycles', quarter: true, halfYear: true, year: true }],
    [
      'định kỳ ... theo quý và báo cáo tổng kết năm',
      { kind: 'cycles', quarter: true, halfYear: false, year: true },
    ],
    ['khi có yêu cầu', { kind: 'onRequest' }],
    ['định kỳ', { kind: 'undated' }],
    ['hàng tháng', { kind: 'undated' }],
    ['Quý IV', { kind: 'undated' }],
    ['sớm nhất có thể', { kind: 'undated' }],
  ])('%s', (printed, rule) => {
    const context = { year: 2025 };
    expect(reportRuleOf(parseTimeExpression(printed, context), context)).toEqual(rule);
  });
});
