import type { ObligationView } from '@lien-ket/contracts';
import { isWorkingDay, workingDayOnOrBefore } from '@lien-ket/calendar';
import type { Translate } from '../messages/translate.js';
import { day, weekdayOf } from './dates.js';

type Due = Pick<ObligationView, 'state' | 'dueOn' | 'daysLeft' | 'signal' | 'historic' | 'daysLateAtSending'>;

const WAITING: readonly ObligationView['state'][] = ['open', 'extensionRequested', 'retracted', 'sentBack'];

/** Whether the debtor has still to send something. */
export const isWaiting = ({ state }: Pick<ObligationView, 'state'>): boolean => WAITING.includes(state);

/** "còn 9 ngày (hết thứ Năm 14/12/2023)". What is only history is never called late. */
export function dueWords(due: Due, t: Translate): string {
  if (!due.dueOn) return t('due.none');
  const when = { weekday: t(`weekday.${weekdayOf(due.dueOn)}`), day: day(due.dueOn) };
  if (due.historic || due.state === 'unknownOutcome') return t('due.until', when);
  if (!isWaiting(due)) return sentWords(due, t) ?? t('due.until', when);
  if (due.daysLeft === null) return t('due.until', when);
  if (due.daysLeft === 0) return t('due.today', when);
  if (due.daysLeft > 0)
    return t('due.left', {
      n: due.daysLeft,
      ...when,
      day: [when.day, ...lastWorked(due.dueOn, t)].join('; '),
    });
  return t('due.over', { n: -due.daysLeft, ...when });
}

/** A printed date never moves; where nobody works on it, the last day on which somebody does is said beside it. */
function lastWorked(dueOn: string, t: Translate): string[] {
  return isWorkingDay(dueOn) ? [] : [t('due.lastWorkingDay', { day: day(workingDayOnOrBefore(dueOn)) })];
}

function sentWords({ daysLateAtSending }: Due, t: Translate): string | undefined {
  if (daysLateAtSending === null) return undefined;
  return daysLateAtSending > 0 ? t('due.late', { n: daysLateAtSending }) : t('due.closed');
}
