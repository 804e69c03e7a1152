import { addDays } from '@lien-ket/kernel';
import type { Translate } from '../messages/translate.js';
import { day } from './dates.js';

/** The first day that a field takes, and what is said of one before it. */
export interface Earliest {
  readonly day: string;
  readonly fault: string;
}

interface Term {
  /** The present due date; null where none is known. */
  readonly dueOn: string | null;
  readonly today: string;
}

function earliestOf(
  byTerm: string | undefined,
  today: string,
  words: { term: string; past: string },
): Earliest {
  return byTerm !== undefined && byTerm >= today
    ? { day: byTerm, fault: words.term }
    : { day: today, fault: words.past };
}

/** A report sent back keeps its days: neither before the present due date nor before today (ADR 0044). */
export function returnedUntil({ dueOn, today }: Term, t: Translate): Earliest {
  return earliestOf(dueOn ?? undefined, today, {
    term: t('obligations.newDueShortens', { day: day(dueOn) }),
    past: t('obligations.newDueInPast'),
  });
}

/** More time is a day after the present due date, and none that is over. */
export function extendedUntil({ dueOn, today }: Term, t: Translate): Earliest {
  return earliestOf(dueOn === null ? undefined : addDays(dueOn, 1), today, {
    term: t('obligations.extensionNotLater', { day: day(dueOn) }),
    past: t('obligations.newDueInPast'),
  });
}
