export { isBackdated } from './backdated.js';
export type { DayWindow } from './days.js';
export { erasureTerms, type ErasureTerms } from './erasure-terms.js';
export { VIETNAM_HOLIDAYS } from './holidays.js';
export type { Holiday, HolidayStatus } from './holidays.js';
export {
  OVERDUE_STEPS,
  REMINDER_STEPS,
  lateness,
  overdueSteps,
  reminderDays,
  windowBeforeInForce,
} from './lateness.js';
export type { Lateness } from './lateness.js';
export { TWO_WORKING_DAYS_AFTER_CUT_OFF, occurrences } from './occurrences.js';
export type { OccurrenceOptions, ReportOccurrence } from './occurrences.js';
export { comparePartial, formatDate, formatPartialDate, parsePartialDate } from './partial-date.js';
export { BEFORE_DAY_EXCLUDES_IT, lastDayBefore, reportRuleOf } from './report-rule.js';
export type { BeforeDayOption, ReportRule } from './report-rule.js';
export { periodKey, periodLabel, periodOfKey, reportingWindow } from './reporting-windows.js';
export type { ReportingPeriod } from './reporting-windows.js';
export { FIRST_MONTH_OF_QUARTER, parseTimeExpression } from './time-expression.js';
export type { Every, TimeContext, TimeExpression, TimeMeaning, WindowBasis } from './time-expression.js';
export {
  VIETNAM_CALENDAR,
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayBefore,
  workingCalendar,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './working-days.js';
export type { WorkingCalendar } from './working-days.js';
export { day, instant, printedDate } from './words.js';
