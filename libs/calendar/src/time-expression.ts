import type { IsoDate } from '@lien-ket/kernel';
import { dayExists, dayOf, monthsWindow, quartersWindow, yearOf, yearsWindow } from './days.js';
import type { DayWindow } from './days.js';
import { readTime } from './time-readers.js';

/** How often, where the text says it. */
export type Every = 'month' | 'quarter' | 'halfYear' | 'year';

/**
 * What a time expression (thời gian thực hiện) says. A year stands here only where it is printed; a missing one may
 * come from the plan and then shows in the window only.
 */
export type TimeMeaning =
  /** "ngày 05/6/2024", "ngày 27 tháng 9"; a day left blank stays unknown. */
  | { readonly kind: 'day'; readonly year?: number; readonly month: number; readonly day?: number }
  /** "Tháng 12", "vào tháng 12/2023", "Tháng 9, 10", "tháng 9 - 12". */
  | { readonly kind: 'month'; readonly months: readonly number[]; readonly year?: number }
  /** "trong tháng 12 năm 2023", "trong tháng 12 hàng năm". */
  | { readonly kind: 'within'; readonly month: number; readonly year?: number; readonly yearly: boolean }
  /** "Quý III, IV"; in printed order. */
  | { readonly kind: 'quarters'; readonly quarters: readonly number[]; readonly year?: number }
  /** "đầu quý IV năm 2024": no day is said; see `FIRST_MONTH_OF_QUARTER`. */
  | { readonly kind: 'earlyQuarter'; readonly quarter: number; readonly year?: number }
  /** "6 tháng đầu năm 2024", "6 tháng cuối năm". */
  | { readonly kind: 'halfYear'; readonly half: 1 | 2; readonly year?: number }
  /** "Cả năm", "năm 2023". */
  | { readonly kind: 'year'; readonly year?: number }
  /** "giai đoạn 2024 – 2025", "năm 2023 và giai đoạn 2024 - 2025". */
  | { readonly kind: 'period'; readonly fromYear: number; readonly toYear: number }
  /** "trước ngày 13/3/2025", "trước ngày 15 tháng 12 hàng năm": says an end and no beginning, so no window. */
  | {
      readonly kind: 'before';
      readonly year?: number;
      readonly month: number;
      readonly day: number;
      readonly yearly: boolean;
    }
  /** "hàng năm", "định kỳ (quý, 6 tháng, cả năm)", "thường xuyên": says no beginning and no end, so no window. */
  | {
      readonly kind: 'recurring';
      readonly every: readonly Every[];
      readonly continuous: boolean;
      readonly alsoOnDemand: boolean;
    }
  /** "Theo nhu cầu thực tế của các địa phương", "khi có yêu cầu". */
  | { readonly kind: 'onDemand' }
  /** Not understood: the printed text is all there is. */
  | { readonly kind: 'unknown' };

/**
 * "Đầu quý" (beginning of a quarter) is read as its first month. No source fixes it; the text names no day, so the
 * window is marked as derived by this rule and shown so.
 */
export const FIRST_MONTH_OF_QUARTER = 'FIRST_MONTH_OF_QUARTER';

/** `printed`: the text says it all; `context`: the year is the plan's; `derived`: by the named rule. */
export type WindowBasis =
  | { readonly kind: 'printed' }
  | { readonly kind: 'context' }
  | {
      readonly kind: 'derived';
      readonly rule: typeof FIRST_MONTH_OF_QUARTER;
      readonly year: 'printed' | 'context';
    };

export type TimeExpression = TimeMeaning & {
  /** Exactly as written; never replaced by what was read from it. */
  readonly printed: string;
  readonly window?: DayWindow;
  /** There when and only when `window` is. */
  readonly basis?: WindowBasis;
};

/** What the place of the text says: the year of its heading, or the horizon of its plan. */
export interface TimeContext {
  readonly year?: number;
  readonly horizon?: { readonly from?: IsoDate; readonly to?: IsoDate };
}

/** Reads a printed time. Never throws and never guesses: what it cannot read whole is `unknown`. */
export function parseTimeExpression(printed: string, context: TimeContext): TimeExpression {
  const meaning = readTime(printed);
  const printedYear = 'year' in meaning ? meaning.year : undefined;
  const window = windowOf(meaning, printedYear ?? contextYear(context));
  if (!window) return { ...meaning, printed };
  return { ...meaning, printed, window, basis: basisOf(meaning, printedYear) };
}

/** The one year of the context. A plan of several years gives none: "Tháng 12" of 2024–2025 is in either. */
export function contextYear(context: TimeContext): number | undefined {
  if (context.year !== undefined) return context.year;
  const { from, to } = context.horizon ?? {};
  if (from === undefined || to === undefined || yearOf(from) !== yearOf(to)) return undefined;
  return yearOf(from);
}

function basisOf(meaning: TimeMeaning, printedYear: number | undefined): WindowBasis {
  const year = printedYear === undefined && meaning.kind !== 'period' ? 'context' : 'printed';
  if (meaning.kind === 'earlyQuarter') return { kind: 'derived', rule: FIRST_MONTH_OF_QUARTER, year };
  return { kind: year };
}

function windowOf(meaning: TimeMeaning, year: number | undefined): DayWindow | undefined {
  if (meaning.kind === 'period') return yearsWindow(meaning.fromYear, meaning.toYear);
  if (year === undefined) return undefined;
  switch (meaning.kind) {
    case 'day': {
      if (meaning.day === undefined || !dayExists(year, meaning.month, meaning.day)) return undefined;
      const day = dayOf(year, meaning.month, meaning.day);
      return { from: day, to: day };
    }
    case 'month':
      return spanOf(meaning.months, (first, last) => monthsWindow(year, first, last));
    case 'within':
      return meaning.yearly ? undefined : monthsWindow(year, meaning.month, meaning.month);
    case 'quarters':
      return spanOf(meaning.quarters, (first, last) => quartersWindow(year, first, last));
    case 'earlyQuarter':
      return monthsWindow(year, meaning.quarter * 3 - 2, meaning.quarter * 3 - 2);
    case 'halfYear':
      return quartersWindow(year, meaning.half * 2 - 1, meaning.half * 2);
    case 'year':
      return yearsWindow(year, year);
    case 'before':
    case 'recurring':
    case 'onDemand':
    case 'unknown':
      return undefined;
  }
}

/**
 * First to last of what is named. A list that does not rise ("Quý IV, I") may run into the next year: the text does
 * not say, so there is no window.
 */
function spanOf(
  named: readonly number[],
  window: (first: number, last: number) => DayWindow,
): DayWindow | undefined {
  const rises = named.every((value, index) => index === 0 || value > (named[index - 1] ?? 0));
  const [first, last] = [named[0], named.at(-1)];
  return rises && first !== undefined && last !== undefined ? window(first, last) : undefined;
}
