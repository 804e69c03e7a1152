import { DomainError, daysBetween, unreachable, type Decider, type Evolving } from '@lien-ket/kernel';
import type {
  CommandOf,
  Decision,
  FallenAway,
  ObligationEvent,
  ObligationOpened,
  ObligationState,
  ObligationView,
  obligationCommands,
} from '@lien-ket/contracts';
import type { Sent } from '@lien-ket/runtime';
import { decideDuty, extensionDecided, receiversOf, shared } from './obligation.duty.js';
import { evolveObligation } from './obligation.evolve.js';
import {
  DRAFTING,
  OWED_WHEN_ACTING,
  RECEIVED_ONCE,
  RECEIVING,
  RETRACTED_BEFORE_DECISION,
  SIGNING,
  UNDECIDED_WHEN_ANSWERED,
  demand,
  mayBeReportedOn,
  mustBeSound,
  mustLeaveTime,
  requireRoleIn,
} from './obligation.rules.js';

export type ReportVersion = ObligationView['versions'][number];
export type Report = ReportVersion['report'];

/** Nghĩa vụ báo cáo: who owes what to whom, and what became of it. */
export interface Obligation {
  readonly opened: ObligationOpened | null;
  readonly state: ObligationState;
  /** The state before the extension was asked or the debtor ended; what a refusal or a transfer leads back to. */
  readonly before: ObligationState;
  readonly debtorId: string;
  readonly dueOn: string | null;
  /** What the plan or campaign says, whatever term was given since. */
  readonly provisionDueOn: string | null;
  readonly draft: Report | null;
  readonly versions: readonly ReportVersion[];
  readonly extension: ObligationView['extension'];
  readonly urgings: ObligationView['urgings'];
  readonly waived: ObligationView['waived'];
}

/** What the controller looked up for a command; a decider asks nobody. */
export interface LookedUp {
  /** The receiver and, once it has ended, its successors. */
  readonly receivers?: readonly string[];
  /** Tenants that the plan was shared with; an accepted report crosses to them. */
  readonly sharedWith?: readonly string[];
  /** Its last day passed while history was loaded, so that sending it now is entry of history. */
  readonly lapsed?: boolean;
}

/** What the platform itself sends, in reaction to an event. */
export type ObligationReaction =
  | { readonly type: 'open'; readonly data: ObligationOpened }
  /** As a directive or a campaign asks for it by now: opened, or brought to that. */
  | { readonly type: 'ask'; readonly data: ObligationOpened; readonly planEventId: string }
  | { readonly type: 'awaitSuccessor'; readonly endedOn: string }
  /** The end of who owed it was corrected: who owes it then. */
  | {
      readonly type: 'correctSuccession';
      readonly debtorId: string;
      readonly endCorrected: string;
      readonly reason: string;
    }
  /** The plan that it rests on was recalled, replaced or repealed. */
  | { readonly type: 'fallAway'; readonly reason: string; readonly because: FallenAway }
  /** The plan says something else of it from now on, or asks again for what had fallen away by itself. */
  | { readonly type: 'adjust'; readonly data: ObligationOpened; readonly planEventId: string }
  /** The receiver in another tenant has answered. */
  | { readonly type: 'takeDecision'; readonly from: string; readonly decision: Decision };

export type ObligationCommand = (CommandOf<typeof obligationCommands> & LookedUp) | ObligationReaction;

export type Of<T extends ObligationCommand['type']> = Extract<Sent<ObligationCommand>, { type: T }>;

export const obligationDecider: Decider<Obligation, Sent<ObligationCommand>, ObligationEvent> = {
  aggregate: 'obligation',
  initialState: () => ({
    opened: null,
    state: 'open',
    before: 'open',
    debtorId: '',
    dueOn: null,
    provisionDueOn: null,
    draft: null,
    versions: [],
    extension: null,
    urgings: [],
    waived: null,
  }),
  decide,
  evolve: (state, event: Evolving & ObligationEvent) => evolveObligation(state, event),
};

function decide(command: Sent<ObligationCommand>, state: Obligation): readonly ObligationEvent[] {
  switch (command.type) {
    case 'open':
      return state.opened ? [] : [{ type: 'lk.reporting.obligation.opened.v1', data: command.data }];
    case 'ask':
      return decide({ ...command, type: state.opened ? 'adjust' : 'open' }, state);
    case 'draftReport':
      return draft(command, state);
    case 'sendReport':
      return send(command, state);
    case 'retractReport':
      return retract(command, state);
    case 'receiveReport':
      return receive(command, state);
    case 'sendBackReport':
      return sendBack(command, state);
    case 'acceptReport':
      return accept(command, state);
    case 'requestExtension':
    case 'decideExtension':
    case 'urge':
    case 'waive':
    case 'fallAway':
    case 'adjust':
    case 'awaitSuccessor':
    case 'transfer':
    case 'correctSuccession':
      return decideDuty(command, state);
    case 'takeDecision':
      return takeDecision(command, state);
  }
  return unreachable(command);
}

function draft({ by, report }: Of<'draftReport'>, state: Obligation): readonly ObligationEvent[] {
  requireRoleIn(by, DRAFTING, [state.debtorId]);
  demand(mayBeReportedOn(state.state), OWED_WHEN_ACTING);
  return [{ type: 'lk.reporting.obligation.reportDrafted.v1', data: { report } }];
}

function send(command: Of<'sendReport'>, state: Obligation): readonly ObligationEvent[] {
  const { by, on, report, lapsed = false } = command;
  requireRoleIn(by, SIGNING, [state.debtorId]);
  demand(mayBeReportedOn(state.state), OWED_WHEN_ACTING);
  mustBeSound(report, state.opened, on);
  const version = state.versions.length + 1;
  const history = lapsed || state.opened?.historic === true;
  const daysLate = history ? 0 : daysLateOn(on, state.dueOn);
  const crossing = shared(state);
  const title = crossing.sharedWith ? { title: state.opened?.title } : {};
  const data = { version, report, sentOn: on, daysLate, ...title, ...crossing };
  return [{ type: 'lk.reporting.obligation.reportSent.v1', data }];
}

/** Lateness is measured at sending, against the present due date; the day itself counts to 24:00. */
function daysLateOn(on: string, dueOn: string | null): number {
  return dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, on));
}

function retract({ by, note }: Of<'retractReport'>, state: Obligation): readonly ObligationEvent[] {
  requireRoleIn(by, SIGNING, [state.debtorId]);
  demand(isUndecided(state), RETRACTED_BEFORE_DECISION);
  const version = state.versions.length;
  const data = { version, ...(note ? { note } : {}), ...shared(state) };
  return [{ type: 'lk.reporting.obligation.reportRetracted.v1', data }];
}

function receive(command: Of<'receiveReport'>, state: Obligation): readonly ObligationEvent[] {
  requireRoleIn(command.by, RECEIVING, receiversOf(command, state));
  demand(state.state !== 'received', RECEIVED_ONCE);
  demand(state.state === 'sent', UNDECIDED_WHEN_ANSWERED);
  return [receipt(state.versions.length)];
}

function receipt(version: number): ObligationEvent {
  return { type: 'lk.reporting.obligation.reportReceived.v1', data: { version } };
}

function sendBack(command: Of<'sendBackReport'>, state: Obligation): readonly ObligationEvent[] {
  requireRoleIn(command.by, RECEIVING, receiversOf(command, state));
  demand(isUndecided(state), UNDECIDED_WHEN_ANSWERED);
  mustLeaveTime(command.newDueOn, state.dueOn, command.on);
  return sentBack(command, state);
}

function sentBack(
  { note, newDueOn }: { readonly note: string; readonly newDueOn: string },
  state: Obligation,
): readonly ObligationEvent[] {
  const version = state.versions.length;
  return [{ type: 'lk.reporting.obligation.reportSentBack.v1', data: { version, note, newDueOn } }];
}

/** Gửi, tiếp nhận, chấp nhận are three acts: who accepts what nobody has received, receives it first. */
function accept(command: Of<'acceptReport'>, state: Obligation): readonly ObligationEvent[] {
  requireRoleIn(command.by, RECEIVING, receiversOf(command, state));
  demand(isUndecided(state), UNDECIDED_WHEN_ANSWERED);
  const last = state.versions.at(-1);
  if (!last || !state.opened) return [];
  const { title, planId, period, example } = state.opened;
  const sharedWith = [...new Set([...(command.sharedWith ?? []), ...(state.opened.sharedWith ?? [])])];
  const data = {
    version: last.version,
    title,
    ...(planId ? { planId } : {}),
    period,
    report: last.report,
    example,
    ...(sharedWith.length > 0 ? { sharedWith: [...sharedWith] } : {}),
  };
  const accepted: ObligationEvent = { type: 'lk.reporting.obligation.reportAccepted.v1', data };
  return state.state === 'sent' ? [receipt(last.version), accepted] : [accepted];
}

/**
 * Only the tenant of the receiver may answer. An answer to what was taken back meanwhile changes nothing. Its terms were
 * to come when they were set there: what arrives after them, by an outage or a jump of the day, is kept as it is.
 * @throws DomainError forbidden obligation.notReceiver
 */
function takeDecision(
  { from, decision, ...sent }: Of<'takeDecision'>,
  state: Obligation,
): readonly ObligationEvent[] {
  if (state.opened?.receiver.tenant !== from)
    throw new DomainError('forbidden', 'obligation.notReceiver', { from });
  const { version, note, dueOn } = decision;
  const isPresent = version === state.versions.length;
  switch (decision.decision) {
    case 'received':
      return isPresent && state.state === 'sent' ? receive({ ...sent, type: 'receiveReport' }, state) : [];
    case 'sentBack':
      if (!isPresent || !isUndecided(state) || !dueOn) return [];
      return sentBack({ note: note ?? '', newDueOn: dueOn }, state);
    case 'accepted':
      return isPresent && isUndecided(state) ? accept({ ...sent, type: 'acceptReport' }, state) : [];
    case 'extensionGranted':
    case 'extensionRefused': {
      if (state.state !== 'extensionRequested') return [];
      const granted = decision.decision === 'extensionGranted';
      return extensionDecided({ granted, note, dueOn }, state);
    }
  }
  return unreachable(decision.decision);
}

function isUndecided({ state }: Obligation): boolean {
  return state === 'sent' || state === 'received';
}
