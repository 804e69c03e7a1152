import type { IsoDate } from '@lien-ket/kernel';
import { addDays, dayExists, dayOf, lastDayOfMonth } from './days.js';
import { contextYear } from './time-expression.js';
import type { TimeContext, TimeExpression } from './time-expression.js';

/** When a report is owed (nghĩa vụ báo cáo), as the provision prints it. */
export type ReportRule =
  /** "trước ngày 15 tháng 12 hàng năm" */
  | { readonly kind: 'yearlyBefore'; readonly month: number; readonly day: number }
  /** "trong tháng 12 hàng năm": due on the month's last day. */
  | { readonly kind: 'yearlyWithin'; readonly month: number }
  /** "trước ngày 04/9/2020"; `date` is the printed one. */
  | { readonly kind: 'onceBefore'; readonly date: IsoDate }
  /** "trong tháng 12 năm 2023", "vào tháng 12/2023" */
  | { readonly kind: 'onceWithin'; readonly year: number; readonly month: number }
  /** "Định kỳ (quý, 6 tháng, cả năm)" */
  | {
      readonly kind: 'cycles';
      readonly quarter: boolean;
      readonly halfYear: boolean;
      readonly year: boolean;
    }
  /** "theo quý" */
  | { readonly kind: 'quarterly' }
  /** "khi có yêu cầu" */
  | { readonly kind: 'onRequest' }
  /** A duty without a said time. */
  | { readonly kind: 'undated' };

/**
 * "Trước ngày 15" (before the 15th) excludes the 15th: the last day is the 14th, to 24:00. It agrees with the
 * reporting year's cut-off on 14 December. Usage differs, so a tenant may set `beforeIncludesDay`.
 */
export const BEFORE_DAY_EXCLUDES_IT = 'BEFORE_DAY_EXCLUDES_IT';

export interface BeforeDayOption {
  /** Overrides `BEFORE_DAY_EXCLUDES_IT` for one tenant: the printed day itself is the last one. */
  readonly beforeIncludesDay?: boolean;
}

/** The last day of "trước ngày <printed>". A weekend or holiday does not move it. */
export function lastDayBefore(printed: IsoDate, options: BeforeDayOption = {}): IsoDate {
  return options.beforeIncludesDay ? printed : addDays(printed, -1);
}

/** The same for a day printed without its year; 29 February counts as 1 March − 1 where the year has none. */
export function lastDayBeforeIn(
  year: number,
  month: number,
  day: number,
  options: BeforeDayOption = {},
): IsoDate {
  if (options.beforeIncludesDay && !dayExists(year, month, day)) return lastDayOfMonth(year, month);
  return lastDayBefore(dayOf(year, month, day), options);
}

/**
 * The rule that a report provision's printed time states. A time that names no last day for a report (a quarter, a
 * period, a monthly rhythm) is `undated`: a person sets the term, the platform does not.
 */
export function reportRuleOf(expression: TimeExpression, context: TimeContext = {}): ReportRule {
  const year = ('year' in expression ? expression.year : undefined) ?? contextYear(context);
  switch (expression.kind) {
    case 'before': {
      const { month, day } = expression;
      if (expression.yearly) return { kind: 'yearlyBefore', month, day };
      if (year === undefined || !dayExists(year, month, day)) return { kind: 'undated' };
      return { kind: 'onceBefore', date: dayOf(year, month, day) };
    }
    case 'within':
      if (expression.yearly) return { kind: 'yearlyWithin', month: expression.month };
      return onceWithin(year, [expression.month]);
    case 'month':
      return onceWithin(year, expression.months);
    case 'recurring':
      return recurringRule(expression);
    case 'onDemand':
      return { kind: 'onRequest' };
    case 'day':
    case 'quarters':
    case 'earlyQuarter':
    case 'halfYear':
    case 'year':
    case 'period':
    case 'unknown':
      return { kind: 'undated' };
  }
}

function onceWithin(year: number | undefined, months: readonly number[]): ReportRule {
  const [month] = months;
  if (year === undefined || month === undefined || months.length > 1) return { kind: 'undated' };
  return { kind: 'onceWithin', year, month };
}

function recurringRule({ every }: Extract<TimeExpression, { kind: 'recurring' }>): ReportRule {
  if (every.length === 0 || every.includes('month')) return { kind: 'undated' };
  const says = { quarter: every.includes('quarter'), halfYear: every.includes('halfYear') };
  return { kind: 'cycles', ...says, year: every.includes('year') };
}
