import type { PlanEvent } from '@lien-ket/contracts';
import { refuseDayPast, unreachable, type Decider } from '@lien-ket/kernel';
import { requireTouch } from '@lien-ket/access';
import { NO_PLAN, evolvePlan, type PlanFold } from '@lien-ket/plan-acts';
import { mustBeKnown } from '../registers/unknown-names.js';
import { comment, decideComment } from './plan.consultation.js';
import { checked } from './plan.content.js';
import { correctEntry } from './plan.corrections.js';
import { mustKeepOrder } from './plan.order.js';
import { mustBeWritten } from './plan.paper.js';
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
  type SentPlan,
} from './plan.rules.js';

/** Kế hoạch: drafted, reviewed, signed, numbered and issued; afterwards changed by acts only. */
export const planDecider: Decider<PlanFold, SentPlan, PlanEvent> = {
  aggregate: 'plan',
  initialState: () => NO_PLAN,
  decide(command, plan) {
    const events = decided(command, plan);
    if ('unknown' in command) mustBeKnown(command.unknown);
    return events;
  },
  evolve: evolvePlan,
};

function decided(command: SentPlan, plan: PlanFold): readonly PlanEvent[] {
  switch (command.type) {
    case 'recordIssued':
      mustBeNew(plan);
      return [recordIssued(command)];
    case 'issue':
      return [issue(command, plan)];
    case 'followParties':
      return followParties(command, plan);
    case 'amend':
    case 'recordAmendment':
    case 'correctEntry':
    case 'rectify':
    case 'recall':
    case 'end':
    case 'close': {
      const act = actOn(command, plan);
      mustKeepOrder(plan, act, command.on);
      return [act];
    }
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

type Act =
  | Of<'amend'>
  | Of<'recordAmendment'>
  | Of<'correctEntry'>
  | Of<'rectify'>
  | Of<'recall'>
  | Of<'end'>
  | Of<'close'>;

/** On an issued plan. */
function actOn(command: Act, plan: PlanFold): PlanEvent {
  switch (command.type) {
    case 'amend':
      return amend(command, plan);
    case 'recordAmendment':
      return recordAmendment(command, plan);
    case 'correctEntry':
      return correctEntry(command, plan);
    case 'rectify':
    case 'recall':
    case 'end':
    case 'close':
      return endingAct(command, plan);
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
      refuseDayPast(command.dueOn, command.on, { code: 'plan.dueInPast', pointer: '/dueOn' });
      return {
        type: 'lk.agreement.plan.consulted.v1',
        data: { organisations: command.organisations, dueOn: command.dueOn },
      };
    case 'submit':
      requireTouch(command.by, [plan.ownerId, plan.content?.focalAgencyId]);
      mayBe(plan, EDITABLE);
      mustBeWritten(command.document, command.on);
      return {
        type: 'lk.agreement.plan.submitted.v1',
        data: { note: command.note, document: command.document },
      };
    case 'retract':
      requireTouch(command.by, [plan.ownerId, plan.content?.focalAgencyId]);
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
