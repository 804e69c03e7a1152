import type {
  AmendmentEvent,
  AmendmentView,
  CommandOf,
  PlanChange,
  amendmentCommands,
} from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider } from '@lien-ket/kernel';
import { requireTouch } from '@lien-ket/access';
import type { Sent } from '@lien-ket/runtime';

export type AmendmentCommand =
  | (CommandOf<typeof amendmentCommands> & { readonly ownerId?: string; readonly baseRevision?: number })
  | { readonly type: 'close'; readonly planEventId: string }
  /** The act that decided it was entered by mistake. */
  | { readonly type: 'reopen'; readonly planEventId: string };

export interface AmendmentFold {
  readonly state: AmendmentView['state'] | null;
  readonly planId: string;
  readonly baseRevision: number;
  readonly ownerId: string;
  readonly reason: string;
  readonly changes: readonly PlanChange[];
  readonly difficulties: readonly string[];
  readonly sentBackReasons: string | null;
  readonly decidedBy: string | null;
}

const EDITABLE = ['proposed', 'retracted', 'sentBack'] as const;

/** Đề nghị điều chỉnh: proposed, reviewed, and closed as a reaction to the act in the plan's stream. */
export const amendmentDecider: Decider<AmendmentFold, Sent<AmendmentCommand>, AmendmentEvent> = {
  aggregate: 'amendment',
  initialState: () => ({
    state: null,
    planId: '',
    baseRevision: -1,
    ownerId: '',
    reason: '',
    changes: [],
    difficulties: [],
    sentBackReasons: null,
    decidedBy: null,
  }),
  decide(command, amendment) {
    switch (command.type) {
      case 'create':
        if (amendment.state !== null) throw new DomainError('conflict', 'amendment.exists');
        return [proposed(command)];
      case 'revise':
        requireTouch(command.by, [amendment.ownerId]);
        mayBe(amendment, EDITABLE);
        return [revised(command)];
      case 'submit':
        requireTouch(command.by, [amendment.ownerId]);
        mayBe(amendment, EDITABLE);
        return [{ type: 'lk.agreement.amendment.submitted.v1', data: { note: command.note } }];
      case 'retract':
        requireTouch(command.by, [amendment.ownerId]);
        mayBe(amendment, ['proposed', 'submitted']);
        return [{ type: 'lk.agreement.amendment.retracted.v1', data: { note: command.note } }];
      case 'sendBack':
        mayBe(amendment, ['submitted']);
        return [{ type: 'lk.agreement.amendment.sentBack.v1', data: { reasons: command.reasons } }];
      case 'close':
        if (amendment.state === null || amendment.state === 'decided') return [];
        return [{ type: 'lk.agreement.amendment.decided.v1', data: { planEventId: command.planEventId } }];
      case 'reopen':
        if (amendment.decidedBy !== command.planEventId) return [];
        return [{ type: 'lk.agreement.amendment.reopened.v1', data: { planEventId: command.planEventId } }];
    }
    return unreachable(command);
  },
  evolve(amendment, event) {
    switch (event.type) {
      case 'lk.agreement.amendment.proposed.v1':
        return { ...amendment, difficulties: [], ...event.data, state: 'proposed' };
      case 'lk.agreement.amendment.revised.v1':
        return { ...amendment, ...event.data };
      case 'lk.agreement.amendment.submitted.v1':
        return { ...amendment, state: 'submitted' };
      case 'lk.agreement.amendment.retracted.v1':
        return { ...amendment, state: 'retracted' };
      case 'lk.agreement.amendment.sentBack.v1':
        return { ...amendment, state: 'sentBack', sentBackReasons: event.data.reasons };
      case 'lk.agreement.amendment.decided.v1':
        return { ...amendment, state: 'decided', decidedBy: event.data.planEventId };
      case 'lk.agreement.amendment.reopened.v1':
        return { ...amendment, state: 'submitted', decidedBy: null };
    }
    return unreachable(event);
  },
};

function proposed(command: Extract<AmendmentCommand, { type: 'create' }>): AmendmentEvent {
  const { planId, baseRevision = -1, reason, changes, difficulties, ownerId = '' } = command;
  const answering = difficulties.length > 0 ? { difficulties } : {};
  return {
    type: 'lk.agreement.amendment.proposed.v1',
    data: { planId, baseRevision, reason, changes, ...answering, ownerId },
  };
}

type Revise = Extract<AmendmentCommand, { type: 'revise' }>;

function revised({ baseRevision = -1, reason, changes, difficulties }: Revise): AmendmentEvent {
  return {
    type: 'lk.agreement.amendment.revised.v1',
    data: { baseRevision, reason, changes, difficulties },
  };
}

function mayBe(amendment: AmendmentFold, states: readonly AmendmentView['state'][]): void {
  if (amendment.state === null || !states.includes(amendment.state)) {
    throw new DomainError('conflict', 'amendment.wrongState', { state: amendment.state ?? 'none' });
  }
}
