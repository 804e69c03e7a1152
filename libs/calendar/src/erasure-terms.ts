import { addDays, type IsoDate } from '@lien-ket/kernel';
import { VIETNAM_CALENDAR, addWorkingDays, type WorkingCalendar } from './working-days.js';

/**
 * Decree 356/2025/NĐ-CP on a person's request to erase (Law 91/2025/QH15 Art. 14): answered within 2 working days, carried
 * out within 20 days, the longest term that it names.
 */
const ANSWER_WORKING_DAYS = 2;
const CARRY_OUT_DAYS = 20;

export interface ErasureTerms {
  /** The last day to say whether it is done. */
  readonly answerBy: IsoDate;
  /** The last day to do it. */
  readonly carryOutBy: IsoDate;
}

export function erasureTerms(
  receivedOn: IsoDate,
  calendar: WorkingCalendar = VIETNAM_CALENDAR,
): ErasureTerms {
  return {
    answerBy: addWorkingDays(receivedOn, ANSWER_WORKING_DAYS, calendar),
    carryOutBy: addDays(receivedOn, CARRY_OUT_DAYS),
  };
}
