import fc from 'fast-check';
import { addDays } from './days.js';
import { lateness, overdueSteps, reminderDays, windowBeforeInForce } from './lateness.js';
import { parseTimeExpression } from './time-expression.js';
import { isWorkingDay } from './working-days.js';

describe('lateness', () => {
  it.each([
    ['2023-12-05', { kind: 'notDue', days: 9 }],
    ['2023-12-06', { kind: 'notDue', days: 8 }],
    ['2023-12-07', { kind: 'dueSoon', days: 7 }],
    ['2023-12-13', { kind: 'dueSoon', days: 1 }],
    ['2023-12-14', { kind: 'dueToday', days: 0 }],
    ['2023-12-15', { kind: 'overdue', days: 1 }],
    ['2024-01-14', { kind: 'overdue', days: 31 }],
  ])('of 14/12/2023 on %s', (onDay, expected) => expect(lateness('2023-12-14', onDay)).toEqual(expected));
});

describe('reminders', () => {
  it('move to the working day before; the due date does not', () => {
    expect(reminderDays('2024-12-14', [7, 3, 1])).toEqual(['2024-12-06', '2024-12-11', '2024-12-13']);
    expect(reminderDays('2025-12-14', [7, 3, 1])).toEqual(['2025-12-05', '2025-12-11', '2025-12-12']);
  });

  it('that meet on one day remind once', () => {
    expect(reminderDays('2024-02-15', [3, 1])).toEqual(['2024-02-07']);
  });

  it('after the due date wait for the working day after', () => {
    expect(overdueSteps('2024-12-14', [1, 3, 7])).toEqual(['2024-12-16', '2024-12-17', '2024-12-23']);
  });

  it('are always on working days, before and after the due date', () => {
    const day = fc.integer({ min: 0, max: 2500 }).map((days) => addDays('2020-01-01', days));
    fc.assert(
      fc.property(day, (dueOn) => {
        for (const at of reminderDays(dueOn)) expect(at < dueOn && isWorkingDay(at)).toBe(true);
        for (const at of overdueSteps(dueOn)) expect(at > dueOn && isWorkingDay(at)).toBe(true);
      }),
    );
  });
});

describe('items of a plan of 26/9/2023', () => {
  it.each([
    ['Tháng 4', true],
    ['Tháng 9', true],
    ['Quý III, IV', true],
    ['Quý III', true],
    ['Cả năm', true],
    ['Quý IV', false],
    ['Tháng 12', false],
  ])('%s', (printed, began) => {
    const { window } = parseTimeExpression(printed, { year: 2023 });
    expect(window && windowBeforeInForce(window, '2023-09-26')).toEqual({ beganBeforeInForce: began });
  });

  it('a window that begins with the plan did not begin before it', () => {
    const window = { from: '2023-09-26', to: '2023-12-31' };
    expect(windowBeforeInForce(window, '2023-09-26')).toEqual({ beganBeforeInForce: false });
  });
});
