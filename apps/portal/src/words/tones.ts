import type {
  ActivitySignal,
  ActivityState,
  AgreementView,
  AmendmentView,
  DifficultyState,
  ErasureState,
  ObligationState,
  ObligationView,
  PlanState,
} from '@lien-ket/contracts';

/** Colours by meaning. `unknown` (grey) and `late` (red) are never the same, and only a real lateness is `late`. */
export type Tone = 'plain' | 'busy' | 'wait' | 'good' | 'late' | 'unknown' | 'ended';

export const PLAN_TONES: Readonly<Record<PlanState, Tone>> = {
  draft: 'plain',
  consulting: 'busy',
  submitted: 'wait',
  retracted: 'plain',
  sentBack: 'wait',
  signed: 'wait',
  issued: 'good',
  recalled: 'ended',
  replaced: 'ended',
  repealed: 'ended',
  annulled: 'ended',
  closed: 'ended',
};
export const AMENDMENT_TONES: Readonly<Record<AmendmentView['state'], Tone>> = {
  proposed: 'plain',
  submitted: 'wait',
  retracted: 'plain',
  sentBack: 'wait',
  decided: 'good',
};
export const ACTIVITY_TONES: Readonly<Record<ActivityState, Tone>> = {
  planned: 'plain',
  awaitingTrigger: 'plain',
  inProgress: 'busy',
  suspended: 'wait',
  postponed: 'wait',
  reportedDone: 'wait',
  done: 'good',
  cancelled: 'ended',
  enteredInError: 'plain',
  carriedOver: 'ended',
};
type Signal = Exclude<ActivitySignal | ObligationView['signal'], 'none'>;
export const SIGNAL_TONES: Readonly<Record<Signal, Tone>> = {
  dueSoon: 'wait',
  dueToday: 'wait',
  overdue: 'late',
  beganBeforeInForce: 'unknown',
  noInformation: 'unknown',
};
export const DIFFICULTY_TONES: Readonly<Record<DifficultyState, Tone>> = {
  raised: 'wait',
  received: 'busy',
  assigned: 'busy',
  submittedToCommittee: 'wait',
  petitioned: 'wait',
  answered: 'busy',
  resolved: 'wait',
  confirmed: 'good',
  declined: 'ended',
  reopened: 'wait',
};
export const OBLIGATION_TONES: Readonly<Record<ObligationState, Tone>> = {
  open: 'plain',
  extensionRequested: 'wait',
  sent: 'busy',
  retracted: 'plain',
  received: 'busy',
  sentBack: 'wait',
  accepted: 'good',
  waived: 'ended',
  awaitsSuccessor: 'wait',
  unknownOutcome: 'unknown',
};
export const ERASURE_TONES: Readonly<Record<ErasureState, Tone>> = {
  requested: 'wait',
  assessed: 'wait',
  approved: 'busy',
  erased: 'good',
  refused: 'ended',
  answered: 'good',
};
export const ANSWER_TONES: Readonly<Record<AgreementView['answers'][number]['answer'], Tone>> = {
  recorder: 'plain',
  confirmed: 'good',
  refused: 'late',
  confirmedOnPaper: 'good',
  awaited: 'unknown',
  stale: 'wait',
};
