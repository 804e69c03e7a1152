import type { IsoDate } from '@lien-ket/kernel';
import { addWorkingDays } from './working-days.js';

/** Working days between the day an act holds from and the day it was recorded that need no explanation. */
const USUAL_WORKING_DAYS = 5;

/** In force more than five working days before it was recorded: to be looked at, not necessarily wrong. */
export function isBackdated(effectiveOn: IsoDate | null | undefined, businessDate: IsoDate): boolean {
  return !!effectiveOn && addWorkingDays(effectiveOn, USUAL_WORKING_DAYS) < businessDate;
}
