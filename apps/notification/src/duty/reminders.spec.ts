import { addDays } from '@lien-ket/kernel';
import { remindersOn } from './reminders.js';

/** Every reminder of a due date, as `day kind to roles days`. */
function ladderOf(dueOn: string): string[] {
  const days = Array.from({ length: 60 }, (_, index) => addDays(dueOn, index - 30));
  return days.flatMap((day) =>
    remindersOn(day, dueOn).map(
      ({ kind, to, roles, days: count }) => `${day} ${kind} ${to} ${roles.join('+')} ${count}`,
    ),
  );
}

describe('reminders', () => {
  it('of 14/12/2023, a Thursday', () => {
    expect(ladderOf('2023-12-14')).toEqual([
      '2023-12-07 obligationDueSoon debtor officer+head 7',
      '2023-12-11 obligationDueSoon debtor officer+head 3',
      '2023-12-13 obligationDueSoon debtor officer+head 1',
      '2023-12-15 obligationOverdue debtor officer 1',
      '2023-12-18 obligationOverdue debtor head 4',
      '2023-12-21 obligationOverdue focal focal+region-coordinator 7',
    ]);
  });

  it('of 14/12/2024, a Saturday: before it on working days before, after it on working days after', () => {
    expect(ladderOf('2024-12-14')).toEqual([
      '2024-12-06 obligationDueSoon debtor officer+head 8',
      '2024-12-11 obligationDueSoon debtor officer+head 3',
      '2024-12-13 obligationDueSoon debtor officer+head 1',
      '2024-12-16 obligationOverdue debtor officer 2',
      '2024-12-17 obligationOverdue debtor head 3',
      '2024-12-23 obligationOverdue focal focal+region-coordinator 9',
    ]);
  });

  it('steps that meet on one day are said to each of their own', () => {
    // Friday: both one and three days later are at the weekend or on Monday.
    expect(ladderOf('2023-12-15').slice(3)).toEqual([
      '2023-12-18 obligationOverdue debtor officer 3',
      '2023-12-18 obligationOverdue debtor head 3',
      '2023-12-22 obligationOverdue focal focal+region-coordinator 7',
    ]);
  });

  it('nothing on the due day itself', () => {
    expect(remindersOn('2023-12-14', '2023-12-14')).toEqual([]);
  });
});
