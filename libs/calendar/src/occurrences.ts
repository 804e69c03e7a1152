import type { IsoDate } from '@lien-ket/kernel';
import { lastDayOfMonth, yearOf } from './days.js';
import type { DayWindow } from './days.js';
import { formatDate } from './partial-date.js';
import { periodKey, periodLabel, reportingWindow } from './reporting-windows.js';
import type { ReportingPeriod } from './reporting-windows.js';
import { lastDayBefore, lastDayBeforeIn } from './report-rule.js';
import type { BeforeDayOption, ReportRule } from './report-rule.js';
import { VIETNAM_CALENDAR, addWorkingDays } from './working-days.js';
import type { WorkingCalendar } from './working-days.js';

/**
 * The one rule by which a due date is derived where none is printed: "02 ngày làm việc kể từ ngày chốt số liệu"
 * (2 working days after the cut-off, the cut-off day not counted). Source: Khánh Hòa Decision 01/2023/QĐ-UBND. It
 * binds no other province, so the day is always marked as derived.
 */
export const TWO_WORKING_DAYS_AFTER_CUT_OFF = 'TWO_WORKING_DAYS_AFTER_CUT_OFF';

/** One report owed under a rule. */
export interface ReportOccurrence {
  /** Stable for ever: "2023", "2023-Q3", "2024-H1"; of a single report its printed date, "2020-09-04", "2023-12". */
  readonly key: string;
  /** What it reports on (kỳ báo cáo). None where the text does not say: single reports, early yearly last days. */
  readonly period?: DayWindow;
  /** Last day of the figures (chốt số liệu). */
  readonly cutOff?: IsoDate;
  /** Last day for sending (hạn gửi); never moved by weekends or holidays. */
  readonly dueOn?: IsoDate;
  readonly dueBasis: 'printed' | 'derived' | 'none';
  /** There when and only when `dueBasis` is `derived`. */
  readonly dueRule?: typeof TWO_WORKING_DAYS_AFTER_CUT_OFF;
  readonly label: string;
  /**
   * Keys of the shorter reports that make this one up to the day: H1 = Q1 + Q2, a year = H1 + H2 (or its quarters
   * where no half-years are owed). Q2 and H1 close on one day, so do Q4, H2 and the year: the shortest is written, the
   * longer is compiled (tổng hợp) from what it includes, and nothing is entered twice. A key may be of a period before
   * the duty began; then there is no such report and the longer one says so.
   */
  readonly includes: readonly string[];
}

export interface OccurrenceOptions extends BeforeDayOption {
  /** `none`: this tenant does not use `TWO_WORKING_DAYS_AFTER_CUT_OFF`. */
  readonly derivedDue?: typeof TWO_WORKING_DAYS_AFTER_CUT_OFF | 'none';
  readonly calendar?: WorkingCalendar;
}

/**
 * The reports owed in a range of days, ordered by the day they fall on, at one day the shorter period first. A report
 * belongs to the range that holds its printed last day or, where none is printed, its cut-off; so neighbouring ranges
 * never share one and never lose one.
 */
export function occurrences(
  rule: ReportRule,
  range: DayWindow,
  options: OccurrenceOptions = {},
): readonly ReportOccurrence[] {
  return candidates(rule, range, options).filter((report) => {
    const day = report.dueBasis === 'printed' ? report.dueOn : report.cutOff;
    return day !== undefined && range.from <= day && day <= range.to;
  });
}

function candidates(
  rule: ReportRule,
  range: DayWindow,
  options: OccurrenceOptions,
): readonly ReportOccurrence[] {
  switch (rule.kind) {
    case 'yearlyBefore':
      return yearsOf(range).map((year) =>
        yearly(
          yearOf(lastDayBeforeIn(year, rule.month, rule.day)),
          lastDayBeforeIn(year, rule.month, rule.day, options),
        ),
      );
    case 'yearlyWithin':
      return yearsOf(range).map((year) => yearly(year, lastDayOfMonth(year, rule.month)));
    case 'onceBefore': {
      const label = `Trước ngày ${formatDate(rule.date)}`;
      return [once(rule.date, lastDayBefore(rule.date, options), label)];
    }
    case 'onceWithin': {
      const month: ReportingPeriod = { cycle: 'month', year: rule.year, month: rule.month };
      return [once(periodKey(month), lastDayOfMonth(rule.year, rule.month), periodLabel(month))];
    }
    case 'cycles':
      return yearsOf(range).flatMap((year) => cyclesOf(year, rule, options));
    case 'quarterly':
      return yearsOf(range).flatMap((year) =>
        cyclesOf(year, { quarter: true, halfYear: false, year: false }, options),
      );
    case 'onRequest':
    case 'undated':
      return [];
  }
}

/** "Before 1 January" falls due in the year before, hence one year more at the end. */
function yearsOf(range: DayWindow): readonly number[] {
  const first = yearOf(range.from);
  return Array.from({ length: Math.max(0, yearOf(range.to) + 2 - first) }, (_, index) => first + index);
}

/**
 * A yearly report with a printed last day. Its year is that of the last day as `BEFORE_DAY_EXCLUDES_IT` counts it, so
 * that the key is the same whatever the tenant's option. It reports on that year's window when the window is over by
 * then ("trước ngày 15 tháng 12", "trong tháng 12"); of an earlier last day ("trước ngày 31 tháng 3") the text does not
 * say which twelve months are meant, so there is neither period nor cut-off.
 */
function yearly(year: number, dueOn: IsoDate): ReportOccurrence {
  const named: ReportingPeriod = { cycle: 'year', year };
  const window = reportingWindow(named);
  return {
    key: periodKey(named),
    ...(dueOn >= window.to ? { period: window, cutOff: window.to } : {}),
    dueOn,
    dueBasis: 'printed',
    label: periodLabel(named),
    includes: [],
  };
}

function once(key: string, dueOn: IsoDate, label: string): ReportOccurrence {
  return { key, dueOn, dueBasis: 'printed', label, includes: [] };
}

interface CycleChoice {
  readonly quarter: boolean;
  readonly halfYear: boolean;
  readonly year: boolean;
}

function cyclesOf(
  year: number,
  choice: CycleChoice,
  options: OccurrenceOptions,
): readonly ReportOccurrence[] {
  const quarter = (number: number): ReportingPeriod => ({ cycle: 'quarter', year, quarter: number });
  const half = (number: number): ReportingPeriod => ({ cycle: 'halfYear', year, half: number });
  const quarters = (...numbers: number[]): readonly ReportingPeriod[] =>
    choice.quarter ? numbers.map(quarter) : [];
  const reports: ReportOccurrence[] = [];
  for (const number of [1, 2]) {
    const ownQuarters = quarters(number * 2 - 1, number * 2);
    reports.push(...ownQuarters.map((period) => cyclic(period, [], options)));
    if (choice.halfYear) reports.push(cyclic(half(number), ownQuarters, options));
  }
  const parts = choice.halfYear ? [half(1), half(2)] : quarters(1, 2, 3, 4);
  if (choice.year) reports.push(cyclic({ cycle: 'year', year }, parts, options));
  return reports;
}

function cyclic(
  period: ReportingPeriod,
  parts: readonly ReportingPeriod[],
  options: OccurrenceOptions,
): ReportOccurrence {
  const window = reportingWindow(period);
  const said = {
    key: periodKey(period),
    period: window,
    cutOff: window.to,
    label: periodLabel(period),
    includes: parts.map(periodKey),
  };
  if (options.derivedDue === 'none') return { ...said, dueBasis: 'none' };
  const dueOn = addWorkingDays(window.to, 2, options.calendar ?? VIETNAM_CALENDAR);
  return { ...said, dueOn, dueBasis: 'derived', dueRule: TWO_WORKING_DAYS_AFTER_CUT_OFF };
}
