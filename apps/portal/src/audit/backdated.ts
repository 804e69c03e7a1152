import { addWorkingDays } from '@lien-ket/calendar';
import type { AuditEventView } from '@lien-ket/contracts';

/** Working days between the day an act holds from and the day it was recorded that need no explanation. */
const USUAL_WORKING_DAYS = 5;

/** In force more than five working days before it was recorded: to be looked at, not necessarily wrong. */
export function isBackdated({
  effectiveOn,
  businessDate,
}: Pick<AuditEventView, 'effectiveOn' | 'businessDate'>): boolean {
  return effectiveOn !== null && addWorkingDays(effectiveOn, USUAL_WORKING_DAYS) < businessDate;
}
