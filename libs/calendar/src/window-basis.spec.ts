import { FIRST_MONTH_OF_QUARTER, parseTimeExpression } from './time-expression.js';

describe('the basis of a window', () => {
  it.each([
    ['Tháng 12/2023', {}, { kind: 'printed' }],
    ['giai đoạn 2024 - 2025', { year: 2023 }, { kind: 'printed' }],
    ['Tháng 12', { year: 2023 }, { kind: 'context' }],
    ['Tháng 12', { horizon: { from: '2023-10-02', to: '2023-12-31' } }, { kind: 'context' }],
    ['đầu quý IV năm 2024', {}, { kind: 'derived', rule: FIRST_MONTH_OF_QUARTER, year: 'printed' }],
    ['đầu quý IV', { year: 2023 }, { kind: 'derived', rule: FIRST_MONTH_OF_QUARTER, year: 'context' }],
  ] as const)('%s', (printed, context, basis) => {
    expect(parseTimeExpression(printed, context).basis).toEqual(basis);
  });
});
