import type { CommandOf, PlanContent, PlanEvent, PlanState, planCommands } from '@lien-ket/contracts';
import { DomainError, fullDay, refuseDayToCome, unreachable, type Fault } from '@lien-ket/kernel';
import type { Sent } from '@lien-ket/runtime';
import {
  actsAt,
  effectiveOf,
  givingWay,
  inForce,
  meet,
  partiesChange,
  sharedEver,
  sharedWithOf,
  touched,
  type PlanFold,
} from '@lien-ket/plan-acts';
import { mustAmend } from './plan.changes.js';
import { checked } from './plan.content.js';
import { dayOf, effect } from './plan.effect.js';
import { mustBeEquivalent, mustBeSigned, mustBeWritten, type Registered } from './plan.paper.js';

/** Look-ups that come in with a command; the controller makes them. */
export interface PlanLookups {
  /** Organisation for which the sender drafts. */
  readonly ownerId?: string;
  /** Tenants that are parties of the agreements under which the plan stands, without the own. */
  readonly sharedWith?: readonly string[];
  /** The amendment that is decided, as it was submitted. */
  readonly amendment?: {
    readonly id: string;
    readonly baseRevision: number;
    readonly reason: string;
    readonly changes: Amended['changes'];
    readonly difficulties: readonly string[];
  };
  /** Where the body names organisations, parties or agreements that are not known here. */
  readonly unknown?: readonly Fault[];
  /** The document that the body names by its id. */
  readonly registered?: Registered;
  /** The last day of the authority that issues, where it has one. */
  readonly issuerEndsOn?: string;
  /** Names an amendment that nobody proposed here: it is entered from paper. */
  readonly paperId?: string;
}
export type PlanCommand =
  | (CommandOf<typeof planCommands> & PlanLookups)
  /** Reaction to a new version of one of its agreements. */
  | { readonly type: 'followParties'; readonly parties: readonly string[] };
export type SentPlan = Sent<PlanCommand>;
type Amended = Extract<PlanEvent, { type: 'lk.agreement.plan.amended.v1' }>['data'];

export const EDITABLE: readonly PlanState[] = ['draft', 'consulting', 'retracted', 'sentBack'];

export type Of<T extends SentPlan['type']> = Extract<SentPlan, { type: T }>;

/** What exists on paper is entered as one act: no drafting or review is invented (DESIGN §4.5). */
export function recordIssued(command: Of<'recordIssued'>): PlanEvent {
  const { number, symbol, date, place, signer, content } = command;
  const printedOn = date && fullDay(date);
  refuseDayToCome(date, command.on, { code: 'plan.dayToCome', pointer: '/date' });
  const { effectiveOn, basis } = effect(command, printedOn);
  mustStand(command, printedOn ?? effectiveOn);
  const data = {
    number,
    symbol,
    date,
    place,
    signer,
    content: checked(content),
    entry: 'paper' as const,
    sharedWith: shared(command),
  };
  return { type: 'lk.agreement.plan.issued.v1', data, effectiveOn, basis };
}

export function issue(command: Of<'issue'>, plan: PlanFold): PlanEvent {
  mayBe(plan, ['signed']);
  const content = {
    ...contentOf(plan),
    ...(command.recipients ? { recipients: command.recipients } : {}),
    ...(command.archiveLine ? { archiveLine: command.archiveLine } : {}),
  };
  const { number, symbol, date, place } = command;
  refuseDayToCome(date, command.on, { code: 'plan.dayToCome', pointer: '/date' });
  mustBeSigned(plan, date);
  const at = effect(command, fullDay(date));
  mustStand(command, fullDay(date) ?? at.effectiveOn);
  const data = {
    number,
    symbol,
    date,
    place,
    signer: plan.signed?.signer,
    content,
    entry: 'platform' as const,
    sharedWith: shared(command),
  };
  return { type: 'lk.agreement.plan.issued.v1', data, ...at };
}

/** An authority issues nothing after its last day; what it issued before may be entered later. */
function mustStand({ issuerEndsOn }: PlanLookups, issuedOn: string): void {
  if (issuerEndsOn === undefined || issuedOn <= issuerEndsOn) return;
  const fault = { pointer: '/date', code: 'plan.issuerEnded', params: { day: issuerEndsOn } };
  throw new DomainError('invalid', 'plan.issuerEnded', { day: issuerEndsOn }, [fault]);
}

/** An amendment is put in force in full. */
export function amend(command: Of<'amend'>, plan: PlanFold): PlanEvent {
  const { amendment, amendmentId } = command;
  return inForceBy(command, plan, amendment?.id === amendmentId ? amendment : undefined);
}

/** What was decided on paper is entered as one act: neither proposal nor submission is invented (DESIGN §4.5). */
export function recordAmendment(command: Of<'recordAmendment'>, plan: PlanFold): PlanEvent {
  const { paperId: id = '', reason, changes, difficulties } = command;
  const baseRevision = plan.events.length - 1;
  return inForceBy(command, plan, { id, baseRevision, reason, changes, difficulties });
}

function inForceBy(
  command: Of<'amend'> | Of<'recordAmendment'>,
  plan: PlanFold,
  amendment: PlanLookups['amendment'],
): PlanEvent {
  mustBeIssued(plan, command.effectiveOn ?? dayOf(command.document) ?? command.on);
  if (!amendment) throw new DomainError('conflict', 'amendment.notSubmitted');
  mustBeWritten(command.document, command.on);
  const { registered } = command;
  mustBeEquivalent(command.document, plan, { registered, onPaper: command.type === 'recordAmendment' });
  const at = effect(command, dayOf(command.document));
  refuseMeeting(plan, amendment, at.effectiveOn, command.supersedes);
  mustAmend(contentOf(plan), amendment.changes, command.supersedes.length > 0);
  const data = {
    amendmentId: amendment.id,
    document: command.document,
    reason: amendment.reason,
    changes: amendment.changes,
    supersedes: command.supersedes,
    ...(amendment.difficulties.length > 0 ? { difficulties: [...amendment.difficulties] } : {}),
    sharedWith: toldOf(plan),
  };
  return { type: 'lk.agreement.plan.amended.v1', data, ...at };
}

/** Refused, naming the other: same field set by an act decided meanwhile, or by a later-effective one. */
function refuseMeeting(
  plan: PlanFold,
  amendment: NonNullable<PlanLookups['amendment']>,
  effectiveOn: string,
  supersedes: readonly string[],
): void {
  const fields = amendment.changes.flatMap(touched);
  const acts = actsAt(plan.events);
  supersedes.forEach((id, index) => {
    if (acts.some((act) => act.id === id && act.type === 'lk.agreement.plan.amended.v1')) return;
    const fault = { pointer: `/supersedes/${index}`, code: 'amendment.supersededUnknown' };
    throw new DomainError('invalid', 'amendment.supersededUnknown', { event: id }, [fault]);
  });
  for (const act of givingWay(acts, effectiveOf)) {
    if (act.type !== 'lk.agreement.plan.amended.v1' || supersedes.includes(act.id)) continue;
    if (!meet(fields, act.data.changes.flatMap(touched))) continue;
    const other = { other: act.data.amendmentId, event: act.id, document: act.data.document.number ?? '' };
    if (act.revision > amendment.baseRevision)
      throw new DomainError('conflict', 'amendment.touchesSameField', { this: amendment.id, ...other });
    if (effectiveOf(act) > effectiveOn)
      throw new DomainError('conflict', 'amendment.laterActSetsField', { this: amendment.id, ...other });
  }
}

export function endingAct(
  command: Of<'rectify'> | Of<'recall'> | Of<'end'> | Of<'close'>,
  plan: PlanFold,
): PlanEvent {
  const on = 'effectiveOn' in command ? command.effectiveOn : undefined;
  mustBeIssued(plan, on ?? dayOf(command.document) ?? command.on);
  mustBeWritten(command.document, command.on);
  if (command.type === 'recall' || command.type === 'end')
    mustBeEquivalent(command.document, plan, { ...command, recall: command.type === 'recall' });
  const sharedWith = toldOf(plan);
  switch (command.type) {
    case 'rectify':
      return {
        type: 'lk.agreement.plan.rectified.v1',
        data: { document: command.document, text: command.text, sharedWith },
        effectiveOn: dayOf(command.document) ?? command.on,
      };
    case 'recall':
      return {
        type: 'lk.agreement.plan.recalled.v1',
        data: { document: command.document, reason: command.reason, sharedWith },
        ...effect(command, dayOf(command.document)),
      };
    case 'end':
      return {
        type: 'lk.agreement.plan.ended.v1',
        data: { how: command.how, document: command.document, reason: command.reason, sharedWith },
        ...effect(command, dayOf(command.document)),
      };
    case 'close':
      return {
        type: 'lk.agreement.plan.closed.v1',
        data: { document: command.document, sharedWith },
        effectiveOn: dayOf(command.document) ?? command.on,
      };
  }
  return unreachable(command);
}

export function mustBeNew(plan: PlanFold): void {
  if (plan.exists) throw new DomainError('conflict', 'plan.exists');
}

export function mayBe(plan: PlanFold, states: readonly PlanState[]): void {
  if (!plan.exists || !states.includes(plan.state))
    throw new DomainError('conflict', 'plan.wrongState', { state: plan.state });
}

/** On the day of the act: a recall that is still to come changes nothing before its own day. */
function mustBeIssued(plan: PlanFold, day: string): void {
  const issued = actsAt(plan.events).find(({ type }) => type === 'lk.agreement.plan.issued.v1');
  if (!issued) return mayBe(plan, ['issued']);
  const from = effectiveOf(issued);
  const { state } = inForce(plan.events, { asOf: day < from ? from : day });
  mayBe({ ...plan, state }, ['issued']);
}

function shared(command: PlanLookups): string[] {
  return [...(command.sharedWith ?? [])];
}

/** A plan that has ended concerns nobody new; those that had it keep getting what is said of it. */
export function followParties({ parties, on }: Of<'followParties'>, plan: PlanFold): PlanEvent[] {
  const { state } = inForce(plan.events, { asOf: on });
  if (!['issued', 'closed'].includes(plan.state) && state !== 'issued') return [];
  const data = partiesChange(sharedWithOf(plan.events), parties);
  return data ? [{ type: 'lk.agreement.plan.partiesChanged.v1', data }] : [];
}

/** Whoever got the plan gets what becomes of it, also who is a party no more: else its copy would stay in force. */
export function toldOf(plan: PlanFold): string[] {
  return [...sharedEver(plan.events)];
}

function contentOf(plan: PlanFold): PlanContent {
  if (!plan.content) throw new DomainError('conflict', 'plan.empty');
  return plan.content;
}
