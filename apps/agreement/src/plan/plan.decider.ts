import type { PlanEvent } from '@lien-ket/contracts';
import { unreachable, type Decider } from '@lien-ket/kernel';
import { requireTouch } from '@lien-ket/access';
import { NOTHING_YET, actsAt, applyAct, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import { checked } from './plan.changes.js';
import { comment, decideComment } from './plan.consultation.js';
import { correctEntry } from './plan.corrections.js';
import {
  EDITABLE,
  amend,
  endingAct,
  followParties,
  issue,
  mayBe,
  mustBeNew,
  recordAmendment,
  recordIssued,
  type Of,
  type PlanFold,
  type SentPlan,
} from './plan.rules.js';

/** Kế hoạch: drafted, reviewed, signed, numbered and issued; afterwards changed by acts only. */
export const planDecider: Decider<PlanFold, SentPlan, PlanEvent> = {
  aggregate: 'plan',
  initialState: () => ({
    exists: false,
    state: 'draft',
    ownerId: undefined,
    content: null,
    signed: null,
    events: [],
  }),
  decide,
  evolve,
};

function decide(command: SentPlan, plan: PlanFold): readonly PlanEvent[] {
  switch (command.type) {
    case 'recordIssued':
      mustBeNew(plan);
      return [recordIssued(command)];
    case 'issue':
      return [issue(command, plan)];
    case 'amend':
      return [amend(command, plan)];
    case 'recordAmendment':
      return [recordAmendment(command, plan)];
    case 'correctEntry':
      return [correctEntry(command, plan)];
    case 'followParties':
      return followParties(command, plan);
    case 'rectify':
    case 'recall':
    case 'end':
    case 'close':
      return [endingAct(command, plan)];
    case 'comment':
      return [comment(command, plan)];
    case 'decideComment':
      return [decideComment(command, plan)];
    case 'create':
    case 'revise':
    case 'consult':
    case 'submit':
    case 'retract':
    case 'sendBack':
    case 'sign':
      return [drafting(command, plan)];
  }
  return unreachable(command);
}

type Drafting =
  Of<'create'> | Of<'revise'> | Of<'consult'> | Of<'submit'> | Of<'retract'> | Of<'sendBack'> | Of<'sign'>;

/** Before the plan is issued: dự thảo, lấy ý kiến, trình, rút, trả lại, ký. */
function drafting(command: Drafting, plan: PlanFold): PlanEvent {
  switch (command.type) {
    case 'create':
      mustBeNew(plan);
      return {
        type: 'lk.agreement.plan.drafted.v1',
        data: { content: checked(command.content), ownerId: command.ownerId ?? '' },
      };
    case 'revise':
      requireTouch(command.by, [plan.ownerId]);
      mayBe(plan, EDITABLE);
      return { type: 'lk.agreement.plan.revised.v1', data: { content: checked(command.content) } };
    case 'consult':
      mayBe(plan, EDITABLE);
      return {
        type: 'lk.agreement.plan.consulted.v1',
        data: { organisations: command.organisations, dueOn: command.dueOn },
      };
    case 'submit':
      requireTouch(command.by, [plan.ownerId]);
      mayBe(plan, EDITABLE);
      return {
        type: 'lk.agreement.plan.submitted.v1',
        data: { note: command.note, document: command.document },
      };
    case 'retract':
      requireTouch(command.by, [plan.ownerId]);
      mayBe(plan, ['submitted']);
      return { type: 'lk.agreement.plan.retracted.v1', data: { note: command.note } };
    case 'sendBack':
      mayBe(plan, ['submitted']);
      return { type: 'lk.agreement.plan.sentBack.v1', data: { reasons: command.reasons } };
    case 'sign':
      mayBe(plan, ['submitted']);
      return { type: 'lk.agreement.plan.signed.v1', data: { signer: command.signer } };
  }
  return unreachable(command);
}

function evolve(plan: PlanFold, event: RecordedPlanEvent): PlanFold {
  const next = { ...plan, exists: true, events: [...plan.events, event] };
  switch (event.type) {
    case 'lk.agreement.plan.drafted.v1':
      return { ...next, state: 'draft', content: event.data.content, ownerId: event.data.ownerId };
    case 'lk.agreement.plan.revised.v1':
      return { ...next, content: event.data.content };
    case 'lk.agreement.plan.consulted.v1':
      return { ...next, state: 'consulting' };
    case 'lk.agreement.plan.commented.v1':
    case 'lk.agreement.plan.commentDecided.v1':
    case 'lk.agreement.plan.partiesChanged.v1':
      return next;
    case 'lk.agreement.plan.submitted.v1':
      return { ...next, state: 'submitted' };
    case 'lk.agreement.plan.retracted.v1':
      return { ...next, state: 'retracted' };
    case 'lk.agreement.plan.sentBack.v1':
      return { ...next, state: 'sentBack' };
    case 'lk.agreement.plan.signed.v1':
      return { ...next, state: 'signed', signed: { signer: event.data.signer } };
    case 'lk.agreement.plan.issued.v1':
    case 'lk.agreement.plan.amended.v1':
    case 'lk.agreement.plan.recalled.v1':
    case 'lk.agreement.plan.ended.v1':
    case 'lk.agreement.plan.rectified.v1':
    case 'lk.agreement.plan.closed.v1':
    case 'lk.agreement.plan.entryCorrected.v1': {
      const at = actsAt(next.events).reduce(applyAct, NOTHING_YET);
      return { ...next, state: at.state, content: at.content };
    }
  }
  return unreachable(event);
}
