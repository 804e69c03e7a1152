import type { PlanContent, PlanState } from '@lien-ket/contracts';
import { unreachable } from '@lien-ket/kernel';
import {
  NOTHING_YET,
  actsAt,
  applyAct,
  isAct,
  type PlanAtPoint,
  type RecordedPlanEvent,
} from './plan-acts.js';

export interface PlanFold {
  readonly exists: boolean;
  readonly state: PlanState;
  readonly ownerId: string | undefined;
  /** Draft, or the content with every decided act, future ones included. */
  readonly content: PlanContent | null;
  readonly signed: { readonly signer: NonNullable<PlanAtPoint['signer']> } | null;
  readonly events: readonly RecordedPlanEvent[];
}

export const NO_PLAN: PlanFold = {
  exists: false,
  state: 'draft',
  ownerId: undefined,
  content: null,
  signed: null,
  events: [],
};

export function evolvePlan(plan: PlanFold, event: RecordedPlanEvent): PlanFold {
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
    case 'lk.agreement.plan.closed.v1': {
      const before = { ...NOTHING_YET, state: plan.state, content: plan.content };
      const { state, content } = saysItsActs(plan) ? applyAct(before, event) : ofActs(next);
      return { ...next, state, content };
    }
    case 'lk.agreement.plan.entryCorrected.v1': {
      const { state, content } = ofActs(next);
      return { ...next, state, content };
    }
  }
  return unreachable(event);
}

function ofActs({ events }: PlanFold): PlanAtPoint {
  return actsAt(events).reduce(applyAct, NOTHING_YET);
}

/** What says nothing of a plan's state and content. */
const ASIDE: readonly string[] = ['commented', 'commentDecided', 'partiesChanged'].map(
  (name) => `lk.agreement.plan.${name}.v1`,
);

/** State and content are those of the acts so far: the next act is put on them, and they need not be folded again. */
function saysItsActs({ events }: PlanFold): boolean {
  const last = events.findLast(({ type }) => !ASIDE.includes(type));
  return last !== undefined && (isAct(last) || last.type === 'lk.agreement.plan.entryCorrected.v1');
}
