export { changed, holdsSomething, meet, standsUnder, touched } from './changes.js';
export {
  NOTHING_YET,
  actsAt,
  actsInForce,
  applyAct,
  applyChange,
  concernedBy,
  documentOf,
  effectiveOf,
  expired,
  inForce,
  isAct,
  isKnown,
  lastDayOf,
  leadsOfItem,
} from './plan-acts.js';
export type { PlanAct, PlanAtPoint, Point, RecordedPlanEvent } from './plan-acts.js';
export { partiesChange, sharedEver, sharedWithOf } from './parties.js';
export { planPage, printedPlan, type PlanPage, type StoredPlanEvent } from './plan-page.js';
