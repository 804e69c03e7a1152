import type { CommandOf, Decision, DecisionEvent, obligationCommands } from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider } from '@lien-ket/kernel';
import { organisationsOf } from '@lien-ket/access';
import type { Sent } from '@lien-ket/runtime';
import type { ForeignObligation } from './obligation.queries.js';
import {
  EXTENSION_ASKED_FIRST,
  RECEIVED_ONCE,
  RECEIVING,
  UNDECIDED_WHEN_ANSWERED,
  demand,
  mustExtend,
  mustLeaveTime,
  requireRoleIn,
} from './obligation.rules.js';

type Answering = Extract<
  CommandOf<typeof obligationCommands>,
  { type: 'receiveReport' | 'sendBackReport' | 'acceptReport' | 'decideExtension' }
>;
/** The commands by which a report of another tenant is answered. */
export const ANSWERS: readonly string[] = [
  'receiveReport',
  'sendBackReport',
  'acceptReport',
  'decideExtension',
];
export type DecisionCommand = Answering & {
  readonly obligationId: string;
  readonly foreign?: ForeignObligation;
};

/**
 * Our answer to what another tenant reported to us: of the organisation that it is addressed to, as with a report of our
 * own; else, between tenants, the focal agency or a leader speaks.
 */
export const decisionDecider: Decider<null, Sent<DecisionCommand>, DecisionEvent> = {
  aggregate: 'decision',
  initialState: () => null,
  decide(command) {
    const { foreign, obligationId, by } = command;
    if (!foreign) throw new DomainError('notFound', 'notFound');
    const speaks = organisationsOf(by, ['focal', 'leader', 'region-coordinator']).length > 0;
    if (!speaks) requireRoleIn(by, RECEIVING, foreign.receivers);
    const { tenant, version } = foreign;
    const about = { obligation: { tenant, id: obligationId }, version, sharedWith: [tenant] };
    return [{ type: 'lk.reporting.decision.made.v1', data: { ...about, ...said(command, foreign) } }];
  },
  evolve: () => null,
};

function said(
  command: Sent<DecisionCommand>,
  { state, dueOn, proposedOn }: ForeignObligation,
): Pick<Decision, 'decision' | 'note' | 'dueOn'> {
  const undecided = state === 'sent' || state === 'received';
  switch (command.type) {
    case 'receiveReport':
      demand(state !== 'received', RECEIVED_ONCE);
      demand(undecided, UNDECIDED_WHEN_ANSWERED);
      return { decision: 'received' };
    case 'sendBackReport':
      demand(undecided, UNDECIDED_WHEN_ANSWERED);
      mustLeaveTime(command.newDueOn, dueOn, command.on);
      return { decision: 'sentBack', note: command.note, dueOn: command.newDueOn };
    case 'acceptReport':
      demand(undecided, UNDECIDED_WHEN_ANSWERED);
      return { decision: 'accepted' };
    case 'decideExtension': {
      demand(state === 'extensionRequested', EXTENSION_ASKED_FIRST);
      const { granted, note, dueOn: until } = command;
      if (granted) mustExtend(until ?? proposedOn ?? '', dueOn, command.on);
      const decision = granted ? ('extensionGranted' as const) : ('extensionRefused' as const);
      return { decision, ...(note ? { note } : {}), ...(granted && until ? { dueOn: until } : {}) };
    }
  }
  return unreachable(command);
}
