import { unreachable } from '@lien-ket/kernel';
import type { ObligationEvent } from '@lien-ket/contracts';
import { organisationsOf, requireTouch } from '@lien-ket/access';
import { hashBody } from '@lien-ket/event-store';
import { reinstated } from './obligation.evolve.js';
import type { LookedUp, Obligation, Of } from './obligation.decider.js';
import {
  DRAFTING,
  EXTENSION_ASKED_FIRST,
  EXTENSION_ASKED_ONCE,
  EXTENSION_IS_LATER,
  HISTORY_IS_NOT_CHASED,
  OWED_WHEN_ACTING,
  RECEIVING,
  TRANSFER_AFTER_END,
  TRANSFER_TO_ANOTHER,
  URGED_WHILE_CHASED,
  demand,
  isOwed,
  mustExtend,
  requireRoleIn,
} from './obligation.rules.js';

type DutyCommand =
  | Of<'requestExtension'>
  | Of<'decideExtension'>
  | Of<'urge'>
  | Of<'waive'>
  | Of<'fallAway'>
  | Of<'adjust'>
  | Of<'awaitSuccessor'>
  | Of<'transfer'>
  | Of<'correctSuccession'>;

/** What happens to the duty itself, whatever was reported: its term, who urges, who owes it, and that it falls away. */
export function decideDuty(command: DutyCommand, state: Obligation): readonly ObligationEvent[] {
  switch (command.type) {
    case 'requestExtension':
      return requestExtension(command, state);
    case 'decideExtension':
      return decideExtension(command, state);
    case 'urge':
      return urge(command, state);
    case 'waive':
      demand(mayEnd(state), OWED_WHEN_ACTING);
      return [waived({ reason: command.reason }, state)];
    case 'fallAway':
      return state.opened && mayEnd(state)
        ? [waived({ reason: command.reason, because: command.because }, state)]
        : [];
    case 'adjust':
      return hasFallenAway(state) ? reinstate(command, state) : adjust(command, state);
    case 'awaitSuccessor':
      if (!isOwed(state.state)) return [];
      return [{ type: 'lk.reporting.obligation.awaitsSuccessor.v1', data: { endedOn: command.endedOn } }];
    case 'transfer':
      return transfer(command, state);
    case 'correctSuccession':
      return correctSuccession(command, state);
  }
  return unreachable(command);
}

function mayEnd({ state }: Obligation): boolean {
  return isOwed(state) || state === 'awaitsSuccessor';
}

function waived(why: NonNullable<Obligation['waived']>, state: Obligation): ObligationEvent {
  return { type: 'lk.reporting.obligation.waived.v1', data: { ...why, ...shared(state) } };
}

/** Follows what the plan says; nothing already sent changes, and a longer term given since stays. */
function adjust({ data, planEventId, on }: Of<'adjust'>, state: Obligation): readonly ObligationEvent[] {
  const { opened } = state;
  if (!opened || !mayEnd(state)) return [];
  const { title, titled, receiver, period, asPrinted, cutOff, dueBasis, headings } = data;
  const says = { title, titled, receiver, period, asPrinted, cutOff, dueBasis, headings };
  const said = FOLLOWED.every((field) => hashBody(says[field] ?? null) === hashBody(opened[field] ?? null));
  const provisionDueOn = data.dueOn;
  if (said && (provisionDueOn ?? null) === state.provisionDueOn) return [];
  const dueOn = termAfter(provisionDueOn, state);
  const historic = state.versions.length === 0 && dueOn !== undefined && dueOn < on;
  return [
    {
      type: 'lk.reporting.obligation.adjusted.v1',
      data: { ...says, dueOn, provisionDueOn, historic, planEventId, ...shared(state) },
    },
  ];
}

/** By itself: what a person waived stays waived. */
function hasFallenAway({ state, waived }: Obligation): boolean {
  return state === 'waived' && waived?.because !== undefined;
}

function reinstate(command: Of<'adjust'>, state: Obligation): readonly ObligationEvent[] {
  const { planEventId, data, on } = command;
  const back = reinstated(state, false);
  const adjusted = adjust(command, back);
  const dueOn = termAfter(data.dueOn, back);
  const historic = state.versions.length === 0 && dueOn !== undefined && dueOn < on;
  return [
    {
      type: 'lk.reporting.obligation.reinstated.v1',
      data: { historic, planEventId, ...shared(state) },
    },
    ...adjusted,
  ];
}

const FOLLOWED = [
  ...(['title', 'titled', 'receiver', 'period'] as const),
  ...(['asPrinted', 'cutOff', 'dueBasis', 'headings'] as const),
];

/** A term that the receiver gave is its own: with a report sent back always, by an extension where it is longer. */
function termAfter(provisionDueOn: string | undefined, state: Obligation): string | undefined {
  const { dueOn, extension } = state;
  if (state.state === 'sentBack') return dueOn ?? undefined;
  const extended = extension?.granted ? (extension.dueOn ?? '') : '';
  return provisionDueOn !== undefined && extended > provisionDueOn ? extended : provisionDueOn;
}

function requestExtension(command: Of<'requestExtension'>, state: Obligation): readonly ObligationEvent[] {
  const { by, on, reason, proposedOn } = command;
  requireRoleIn(by, DRAFTING, [state.debtorId]);
  demand(!state.opened?.historic, HISTORY_IS_NOT_CHASED);
  demand(state.state !== 'extensionRequested', EXTENSION_ASKED_ONCE);
  demand(isOwed(state.state), OWED_WHEN_ACTING);
  const isLater = state.dueOn !== null && proposedOn > state.dueOn && proposedOn >= on;
  demand(isLater, EXTENSION_IS_LATER, '/proposedOn');
  return [
    { type: 'lk.reporting.obligation.extensionRequested.v1', data: { reason, proposedOn, ...shared(state) } },
  ];
}

function decideExtension(command: Of<'decideExtension'>, state: Obligation): readonly ObligationEvent[] {
  requireRoleIn(command.by, RECEIVING, receiversOf(command, state));
  demand(state.state === 'extensionRequested', EXTENSION_ASKED_FIRST);
  if (command.granted)
    mustExtend(command.dueOn ?? state.extension?.proposedOn ?? '', state.dueOn, command.on);
  return extensionDecided(command, state);
}

/** As the receiver decided it, here or in another tenant. */
export function extensionDecided(
  command: Pick<Of<'decideExtension'>, 'granted' | 'note' | 'dueOn'>,
  state: Obligation,
): readonly ObligationEvent[] {
  const { granted, note } = command;
  const dueOn = command.dueOn ?? state.extension?.proposedOn;
  const data = { granted, ...(granted && dueOn ? { dueOn } : {}), ...(note ? { note } : {}) };
  return [{ type: 'lk.reporting.obligation.extensionDecided.v1', data }];
}

/** @throws DomainError forbidden rights.organisation; who waits for the report urges, or who acts for the whole tenant */
function urge(command: Of<'urge'>, state: Obligation): readonly ObligationEvent[] {
  const { by, text } = command;
  const receivers = receiversOf(command, state);
  requireTouch(by, receivers);
  demand(!state.opened?.historic && !command.lapsed, URGED_WHILE_CHASED);
  demand(isOwed(state.state), OWED_WHEN_ACTING);
  const held = organisationsOf(by, RECEIVING);
  const organisationId = held.find((one) => receivers.includes(one)) ?? held[0] ?? '';
  return [{ type: 'lk.reporting.obligation.urged.v1', data: { organisationId, ...(text ? { text } : {}) } }];
}

function transfer({ toId, basis }: Of<'transfer'>, state: Obligation): readonly ObligationEvent[] {
  demand(state.state === 'awaitsSuccessor', TRANSFER_AFTER_END);
  demand(toId !== state.debtorId, TRANSFER_TO_ANOTHER);
  return [{ type: 'lk.reporting.obligation.transferred.v1', data: { toId, basis, ...shared(state) } }];
}

/** What was sent stays with who sent it. */
function correctSuccession(command: Of<'correctSuccession'>, state: Obligation): readonly ObligationEvent[] {
  const { debtorId, endCorrected, reason } = command;
  if (!mayEnd(state) || (debtorId === state.debtorId && state.state !== 'awaitsSuccessor')) return [];
  const data = { debtorId, endCorrected, reason, ...shared(state) };
  return [{ type: 'lk.reporting.obligation.successionCorrected.v1', data }];
}

/** The receiver's tenant, where that is another: what happens to the duty crosses to it. */
export function shared({ opened }: Obligation): { sharedWith?: string[] } {
  return opened?.sharedWith?.length ? { sharedWith: [...opened.sharedWith] } : {};
}

export function receiversOf(command: LookedUp, state: Obligation): readonly (string | undefined)[] {
  return command.receivers ?? [state.opened?.receiver.organisationId];
}
