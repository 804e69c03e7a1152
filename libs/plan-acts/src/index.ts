export {
  NO_ACTIVITY,
  correctedIn,
  evolveActivity,
  isGone,
  type ActivityFold,
  type Gone,
  type Planned,
} from './activity-fold.js';
export { NO_DIRECTIVE, evolveDirective, type Deadline, type DirectiveFold } from './directive-fold.js';
export { changed, holdsSomething, meet, sectionsAbove, standsUnder, touched } from './changes.js';
export {
  NOTHING_YET,
  actsAt,
  actsInForce,
  annulled,
  applyAct,
  applyChange,
  concernedBy,
  corrected,
  documentOf,
  effectiveOf,
  expired,
  firstDayOf,
  inForce,
  inOrder,
  isAct,
  isKnown,
  lastDayOf,
  leadsOfItem,
  neverHadForce,
} from './plan-acts.js';
export type { PlanAct, PlanAtPoint, Point, RecordedPlanEvent, Replacement } from './plan-acts.js';
export { partiesChange, sharedEver, sharedWithOf } from './parties.js';
export { planPage, printedPlan, type PlanPage, type StoredPlanEvent } from './plan-page.js';
export { givingWay } from './superseded.js';
export { amendmentTakenBack } from './taken-back.js';
export { diffPlans } from './plan-diff.js';
export { NO_PLAN, evolvePlan, type PlanFold } from './plan-fold.js';
export { planAfter, planStep, reasonOf } from './plan-history.js';
