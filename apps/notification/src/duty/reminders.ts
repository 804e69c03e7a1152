import { daysBetween, type Role } from '@lien-ket/kernel';
import { OVERDUE_STEPS, overdueSteps, reminderDays } from '@lien-ket/calendar';

/** What is said of a duty on a day, and to whom. */
export interface Reminder {
  readonly kind: 'obligationDueSoon' | 'obligationOverdue';
  readonly to: 'debtor' | 'focal';
  readonly roles: readonly Role[];
  /** Days left until it is due, or gone since. */
  readonly days: number;
  /** Which step of the ladder; one step is said once. */
  readonly step: string;
}

/**
 * Đôn đốc goes up one step at a time and never leaves the tenant: after 1 day to who does the work, after 3 to the
 * head who signs, after 7 to the focal agency. A choice of the product; no document states it.
 */
const LADDER: readonly { readonly to: Reminder['to']; readonly roles: readonly Role[] }[] = [
  { to: 'debtor', roles: ['officer'] },
  { to: 'debtor', roles: ['head'] },
  { to: 'focal', roles: ['focal', 'region-coordinator'] },
];

/** Steps that fall on one day (a weekend between) are all said, each to its own. */
export function remindersOn(day: string, dueOn: string): readonly Reminder[] {
  const soon = reminderDays(dueOn).includes(day)
    ? [
        {
          kind: 'obligationDueSoon' as const,
          to: 'debtor' as const,
          roles: ['officer', 'head'] as const,
          days: daysBetween(day, dueOn),
          step: day,
        },
      ]
    : [];
  const overdue = OVERDUE_STEPS.flatMap((step, index) => {
    const rung = LADDER[index];
    if (!rung || !overdueSteps(dueOn, [step]).includes(day)) return [];
    return [
      { kind: 'obligationOverdue' as const, ...rung, days: daysBetween(dueOn, day), step: String(step) },
    ];
  });
  return [...soon, ...overdue];
}
