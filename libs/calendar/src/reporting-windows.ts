import { dayOf } from './days.js';
import type { DayWindow } from './days.js';
import { printedMonth, romanQuarter } from './vietnamese-text.js';

/** One reporting period (kỳ báo cáo); its last day is the cut-off (chốt số liệu). */
export type ReportingPeriod =
  | { readonly cycle: 'month'; readonly year: number; readonly month: number }
  | { readonly cycle: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly cycle: 'halfYear'; readonly year: number; readonly half: number }
  | { readonly cycle: 'year'; readonly year: number };

/**
 * Periods run from the 15th to the 14th: a month 15→14; a quarter from the 15th of the month before it to the 14th of
 * its last month; half-years 15/12→14/6 and 15/6→14/12; the year 15/12→14/12. So Q1+Q2 = first half, Q3+Q4 = second
 * half, both halves = the year, to the day. Sources: Khánh Hòa Decision 01/2023/QĐ-UBND and the press note on SBV
 * Circular 09/2019/TT-NHNN; that Article 12 of Decree 09/2019/NĐ-CP says the same is not verified.
 */
export function reportingWindow(period: ReportingPeriod): DayWindow {
  switch (period.cycle) {
    case 'month':
      return endingIn(period.year, period.month, 1);
    case 'quarter':
      return endingIn(period.year, period.quarter * 3, 3);
    case 'halfYear':
      return endingIn(period.year, period.half * 6, 6);
    case 'year':
      return endingIn(period.year, 12, 12);
  }
}

const CUT_OFF_DAY = 14;

function endingIn(year: number, lastMonth: number, months: number): DayWindow {
  return { from: dayOf(year, lastMonth - months, CUT_OFF_DAY + 1), to: dayOf(year, lastMonth, CUT_OFF_DAY) };
}

/** Stable for ever: obligations keep it. "2023-07", "2023-Q3", "2024-H1", "2023". */
export function periodKey(period: ReportingPeriod): string {
  switch (period.cycle) {
    case 'month':
      return `${period.year}-${String(period.month).padStart(2, '0')}`;
    case 'quarter':
      return `${period.year}-Q${period.quarter}`;
    case 'halfYear':
      return `${period.year}-H${period.half}`;
    case 'year':
      return String(period.year);
  }
}

/** The period of a key; undefined for one that is a mere date. */
export function periodOfKey(key: string): ReportingPeriod | undefined {
  const [, said, part = ''] = /^(\d{4})(?:-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/.exec(key) ?? [];
  if (!said) return undefined;
  const year = Number(said);
  const number = Number(part.replace(/\D/, ''));
  if (part === '') return { cycle: 'year', year };
  if (part.startsWith('Q')) return { cycle: 'quarter', year, quarter: number };
  if (part.startsWith('H')) return { cycle: 'halfYear', year, half: number };
  return { cycle: 'month', year, month: number };
}

export function periodLabel(period: ReportingPeriod): string {
  switch (period.cycle) {
    case 'month':
      return `Tháng ${printedMonth(period.month)} năm ${period.year}`;
    case 'quarter':
      return `Quý ${romanQuarter(period.quarter)} năm ${period.year}`;
    case 'halfYear':
      return `6 tháng ${period.half === 1 ? 'đầu' : 'cuối'} năm ${period.year}`;
    case 'year':
      return `Năm ${period.year}`;
  }
}
