import type {
  AgencyRef,
  CommandOf,
  DifficultyEvent,
  DifficultyState,
  DocumentRef,
  difficultyCommands,
} from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider } from '@lien-ket/kernel';
import { requireTouch } from '@lien-ket/access';
import type { Sent } from '@lien-ket/runtime';
import {
  COMPETENT,
  OPEN,
  mayBe,
  mustBeWritten,
  mustReach,
  refuse,
  type Authority,
  raiserOnly,
  refusePast,
  waits,
} from './difficulty.rules.js';
import { leadToAmendment, takeBackAmendment, withoutAct } from './difficulty.amendments.js';
import type { Partners } from './party.queries.js';

export type DifficultyCommand =
  | (Exclude<CommandOf<typeof difficultyCommands>, { type: 'answer' }> & {
      readonly raisedBy?: string;
      readonly example?: boolean;
      /** Our organisations whose work the activity is, where it is one of ours. */
      readonly concerned?: readonly string[];
      /** Whom it may be passed to; the controller looks them up. */
      readonly partners?: Partners;
      /** The organisation that is petitioned, as the directory has it. */
      readonly authority?: Authority;
    })
  /** An amendment that names it was put in force. */
  | ({ readonly type: 'leadToAmendment' } & LedTo)
  | { readonly type: 'takeBackAmendment'; readonly planEventId: string }
  | {
      readonly type: 'takeAnswer';
      readonly from: string;
      readonly text: string;
      readonly document?: DocumentRef;
    };

export type LedTo = Extract<DifficultyEvent, { type: 'lk.activity.difficulty.ledToAmendment.v1' }>['data'];

export interface DifficultyFold {
  readonly state: DifficultyState | null;
  readonly raisedBy: string;
  readonly assignedTo: string | null;
  readonly partner: string | null;
  /** Every tenant that was asked for help: each is told how it ended. */
  readonly asked: readonly string[];
  readonly about: About;
  readonly authority: AgencyRef | null;
  readonly amendments: readonly LedTo[];
  readonly example: boolean;
}
type About = Pick<
  Extract<DifficultyEvent, { type: 'lk.activity.difficulty.raised.v1' }>['data'],
  'activityId' | 'planId' | 'field'
>;

export type Cmd<T extends string> = Extract<Sent<DifficultyCommand>, { type: T }>;

/** Khó khăn, vướng mắc: only a leader's act passes it to the other party, whose answer comes back. */
export const difficultyDecider: Decider<DifficultyFold, Sent<DifficultyCommand>, DifficultyEvent> = {
  aggregate: 'difficulty',
  initialState: () => ({
    state: null,
    raisedBy: '',
    assignedTo: null,
    partner: null,
    asked: [],
    about: {},
    authority: null,
    amendments: [],
    example: false,
  }),
  decide(command, difficulty) {
    switch (command.type) {
      case 'create':
        return [raise(command, difficulty)];
      case 'takeAnswer':
        return takeAnswer(command, difficulty);
      case 'petition':
        return [petition(command, difficulty)];
      case 'recordAnswer':
        return [recordAnswer(command, difficulty)];
      case 'leadToAmendment':
        return leadToAmendment(command, difficulty);
      case 'takeBackAmendment':
        return takeBackAmendment(command, difficulty);
      case 'receive':
      case 'assign':
      case 'submitToCommittee':
      case 'passToPartner':
      case 'decline':
        return [coordinate(command, difficulty)];
      case 'takeMeasure':
      case 'resolve':
      case 'confirmResolution':
      case 'reopen':
        return [settle(command, difficulty)];
    }
    return unreachable(command);
  },
  evolve(difficulty, event) {
    switch (event.type) {
      case 'lk.activity.difficulty.raised.v1':
        return raised(difficulty, event.data);
      case 'lk.activity.difficulty.received.v1':
        return { ...difficulty, state: 'received' };
      case 'lk.activity.difficulty.assigned.v1':
        return { ...difficulty, state: 'assigned', assignedTo: event.data.organisationId };
      case 'lk.activity.difficulty.measureTaken.v1':
        return difficulty;
      case 'lk.activity.difficulty.submittedToCommittee.v1':
        return { ...difficulty, state: 'submittedToCommittee' };
      case 'lk.activity.difficulty.passedToPartner.v1':
        return passed(difficulty, event.data);
      case 'lk.activity.difficulty.petitioned.v1':
        return { ...difficulty, state: 'petitioned', authority: event.data.authority };
      case 'lk.activity.difficulty.ledToAmendment.v1':
        return { ...difficulty, amendments: [...difficulty.amendments, event.data] };
      case 'lk.activity.difficulty.amendmentTakenBack.v1':
        return { ...difficulty, amendments: withoutAct(difficulty, event.data.planEventId) };
      case 'lk.activity.difficulty.authorityAnswered.v1':
      case 'lk.activity.difficulty.answered.v1':
        return { ...difficulty, state: waits(difficulty) ? 'answered' : difficulty.state };
      case 'lk.activity.difficulty.resolved.v1':
        return { ...difficulty, state: 'resolved' };
      case 'lk.activity.difficulty.resolutionConfirmed.v1':
        return { ...difficulty, state: 'confirmed' };
      case 'lk.activity.difficulty.declined.v1':
        return { ...difficulty, state: 'declined' };
      case 'lk.activity.difficulty.reopened.v1':
        return { ...difficulty, state: 'reopened' };
    }
    return unreachable(event);
  },
};

type Raised = Extract<DifficultyEvent, { type: 'lk.activity.difficulty.raised.v1' }>['data'];
type Passed = Extract<DifficultyEvent, { type: 'lk.activity.difficulty.passedToPartner.v1' }>['data'];

function raised(difficulty: DifficultyFold, { raisedBy, example, ...rest }: Raised): DifficultyFold {
  return { ...difficulty, state: 'raised', raisedBy, example, about: aboutOf(rest) };
}

function passed(difficulty: DifficultyFold, { to, example }: Passed): DifficultyFold {
  const asked = [...new Set([...difficulty.asked, to])];
  return { ...difficulty, state: 'petitioned', partner: to, asked, example };
}

function aboutOf({ activityId, planId, field }: About): About {
  return { ...(activityId && { activityId }), ...(planId && { planId }), ...(field && { field }) };
}

function toAsked({ asked }: DifficultyFold): { sharedWith?: string[] } {
  return asked.length > 0 ? { sharedWith: [...asked] } : {};
}

function raise(command: Cmd<'create'>, difficulty: DifficultyFold): DifficultyEvent {
  if (difficulty.state !== null) throw new DomainError('conflict', 'difficulty.exists');
  const { activityId, planId, text, field, raisedBy = '', example = false, concerned, by } = command;
  if (concerned) requireTouch(by, concerned);
  const data = { activityId, planId, text, field, raisedBy, example };
  return { type: 'lk.activity.difficulty.raised.v1', data };
}

/** An answer of somebody who was not asked is refused: what arrives from another tenant is treated as hostile. */
function takeAnswer(command: Cmd<'takeAnswer'>, difficulty: DifficultyFold): DifficultyEvent[] {
  if (!difficulty.asked.includes(command.from))
    throw new DomainError('forbidden', 'difficulty.notAsked', { from: command.from });
  const { from, text, document } = command;
  return [{ type: 'lk.activity.difficulty.answered.v1', data: { from, text, document } }];
}

function petition(command: Cmd<'petition'>, difficulty: DifficultyFold): DifficultyEvent {
  mayBe(difficulty, OPEN);
  const { authority, text, document } = command;
  if (!authority || !COMPETENT.includes(authority.kind)) refuse('difficulty.notCompetent', '/organisationId');
  if (!document.number && !document.documentId) refuse('difficulty.petitionByDocument', '/document/number');
  mustBeWritten(document, command.on);
  return {
    type: 'lk.activity.difficulty.petitioned.v1',
    data: { authority: { printed: authority.name, organisationId: authority.id }, text, document },
  };
}

/** An answer that comes late is a step of what was settled meanwhile, as that of a partner is. */
function recordAnswer(command: Cmd<'recordAnswer'>, difficulty: DifficultyFold): DifficultyEvent {
  const { authority } = difficulty;
  if (!authority) throw new DomainError('conflict', 'difficulty.nobodyPetitioned');
  const { text, document, on } = command;
  mustBeWritten(document, on);
  return { type: 'lk.activity.difficulty.authorityAnswered.v1', data: { authority, text, document } };
}

function coordinate(
  command: Cmd<'receive' | 'assign' | 'submitToCommittee' | 'passToPartner' | 'decline'>,
  difficulty: DifficultyFold,
): DifficultyEvent {
  mayBe(difficulty, OPEN);
  const told = toAsked(difficulty);
  switch (command.type) {
    case 'receive':
      mayBe(difficulty, ['raised', 'reopened']);
      return { type: 'lk.activity.difficulty.received.v1', data: { note: command.note } };
    case 'assign':
      refusePast(command.dueOn, command.on);
      return {
        type: 'lk.activity.difficulty.assigned.v1',
        data: { organisationId: command.organisationId, dueOn: command.dueOn, note: command.note },
      };
    case 'submitToCommittee':
      return { type: 'lk.activity.difficulty.submittedToCommittee.v1', data: { text: command.text } };
    case 'passToPartner':
      mustReach(command.to, command.partners);
      mustBeWritten(command.document, command.on);
      return {
        type: 'lk.activity.difficulty.passedToPartner.v1',
        data: {
          to: command.to,
          text: command.text,
          document: command.document,
          example: difficulty.example,
          ...difficulty.about,
          sharedWith: [command.to],
        },
      };
    case 'decline':
      return { type: 'lk.activity.difficulty.declined.v1', data: { reason: command.reason, ...told } };
  }
  return unreachable(command);
}

function settle(
  command: Cmd<'takeMeasure' | 'resolve' | 'confirmResolution' | 'reopen'>,
  difficulty: DifficultyFold,
): DifficultyEvent {
  const told = toAsked(difficulty);
  switch (command.type) {
    case 'takeMeasure':
      requireTouch(command.by, [difficulty.assignedTo ?? undefined, difficulty.raisedBy]);
      mayBe(difficulty, OPEN);
      return { type: 'lk.activity.difficulty.measureTaken.v1', data: { text: command.text } };
    case 'resolve':
      requireTouch(command.by, [difficulty.assignedTo ?? undefined]);
      mayBe(difficulty, OPEN);
      return { type: 'lk.activity.difficulty.resolved.v1', data: { text: command.text, ...told } };
    case 'confirmResolution':
      raiserOnly(command.by, difficulty.raisedBy);
      mayBe(difficulty, ['resolved']);
      return { type: 'lk.activity.difficulty.resolutionConfirmed.v1', data: { note: command.note, ...told } };
    case 'reopen':
      raiserOnly(command.by, difficulty.raisedBy);
      mayBe(difficulty, ['resolved', 'confirmed', 'declined']);
      return { type: 'lk.activity.difficulty.reopened.v1', data: { reason: command.reason, ...told } };
  }
  return unreachable(command);
}
