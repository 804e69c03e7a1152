/** States of things as their lists name them: what a list may be asked for, and what its rows say. */

export const PLAN_STATES = [
  'draft',
  'consulting',
  'submitted',
  'retracted',
  'sentBack',
  'signed',
  'issued',
  'recalled',
  'replaced',
  'repealed',
  'annulled',
  'closed',
] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const AMENDMENT_STATES = ['proposed', 'submitted', 'retracted', 'sentBack', 'decided'] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

export const ACTIVITY_STATES = [
  'planned',
  'awaitingTrigger',
  'inProgress',
  'suspended',
  'postponed',
  'reportedDone',
  'done',
  'cancelled',
  /** Never was one: our entry of its plan was wrong. Counted nowhere. */
  'enteredInError',
  'carriedOver',
] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

export const DIFFICULTY_STATES = [
  'raised',
  'received',
  'assigned',
  'submittedToCommittee',
  'petitioned',
  'answered',
  'resolved',
  'confirmed',
  'declined',
  'reopened',
] as const;
export type DifficultyState = (typeof DIFFICULTY_STATES)[number];

export const OBLIGATION_STATES = [
  'open',
  'extensionRequested',
  'sent',
  'retracted',
  'received',
  'sentBack',
  'accepted',
  'waived',
  'awaitsSuccessor',
  'unknownOutcome',
] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];
