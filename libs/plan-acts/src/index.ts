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
  meet,
  touched,
} from './plan-acts.js';
export type { PlanAct, PlanAtPoint, Point, RecordedPlanEvent } from './plan-acts.js';
export { planPage, printedPlan, type PlanPage, type StoredPlanEvent } from './plan-page.js';
