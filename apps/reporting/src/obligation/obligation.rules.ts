import { DomainError, refuseDayPast, refuseDayToCome, type Role } from '@lien-ket/kernel';
import type { DocumentRef, ObligationOpened, ObligationState, ObligationView } from '@lien-ket/contracts';
import { organisationsOf, type Sender } from '@lien-ket/access';

type ReportBody = ObligationView['versions'][number]['report'];

/** A named rule, with where it comes from; breaking it refuses the act under its code. */
export interface Rule {
  readonly code: `obligation.${string}`;
  readonly source: string;
}

export const OWED_WHEN_ACTING: Rule = {
  code: 'obligation.notOwed',
  source: 'A duty is acted on while it is owed: open, sent back, retracted, or waiting for an extension.',
};
export const UNDECIDED_WHEN_ANSWERED: Rule = {
  code: 'obligation.nothingToDecide',
  source: 'Gửi, tiếp nhận, chấp nhận are three acts: only what was sent and not yet decided is answered.',
};
export const RECEIVED_ONCE: Rule = {
  code: 'obligation.alreadyReceived',
  source: 'Decree 30/2020/NĐ-CP, Art. 21.2c: receipt is confirmed once, on the day.',
};
export const RETRACTED_BEFORE_DECISION: Rule = {
  code: 'obligation.retractedTooLate',
  source: 'Rút: by the sender, before a decision.',
};
export const REPORT_SAYS_SOMETHING: Rule = {
  code: 'obligation.emptyReport',
  source: 'A report has text, figures, evidence or a document, or says "không phát sinh".',
};
export const EXTENSION_IS_LATER: Rule = {
  code: 'obligation.extensionNotLater',
  source: 'Gia hạn moves the due date on; what has none needs no extension.',
};
export const EXTENSION_ASKED_FIRST: Rule = {
  code: 'obligation.noExtensionAsked',
  source: 'Only a request still waiting is decided.',
};
export const EXTENSION_ASKED_ONCE: Rule = {
  code: 'obligation.extensionPending',
  source: 'One request at a time waits for its answer.',
};
export const HISTORY_IS_NOT_CHASED: Rule = {
  code: 'obligation.historic',
  source: 'What was due before it was entered is history: shown, may be reported on, nothing else asked.',
};
export const TRANSFER_AFTER_END: Rule = {
  code: 'obligation.notAwaitingSuccessor',
  source: 'Chuyển cơ quan kế thừa: after the debtor’s last day, by a recorded act.',
};
export const TRANSFER_TO_ANOTHER: Rule = {
  code: 'obligation.sameDebtor',
  source: 'A successor is another organisation.',
};
export const URGED_WHILE_CHASED: Rule = {
  code: 'obligation.notChased',
  source: 'Đôn đốc is for a duty that was open here while the platform ran; history is shown, never chased.',
};

/** @throws DomainError conflict under the rule's code, at the field that breaks it where one does */
export function demand(holds: boolean, { code }: Rule, pointer?: string): void {
  if (!holds) throw new DomainError('conflict', code, {}, pointer === undefined ? [] : [{ pointer, code }]);
}

/** A report as it is sent. @throws DomainError */
export function mustBeSound(report: ReportBody, opened: ObligationOpened | null, today: string): void {
  const { nil, parts, figures, evidence, document } = report;
  const says = parts.length + figures.length + evidence.length > 0 || document !== undefined;
  demand(nil || says, REPORT_SAYS_SOMETHING);
  refuseTextBesideNil(report);
  if (opened?.campaignId) mustAnswer(parts, opened.headings);
  mustBeWritten(document, today);
}

/** What is answered to a campaign is compiled by the headings that it asks, where it asks by headings. */
function mustAnswer(parts: ReportBody['parts'], headings: readonly string[]): void {
  const code = 'obligation.headingNotAsked';
  const faults = parts.flatMap(({ heading }, index) =>
    headings.length === 0 || headings.includes(heading)
      ? []
      : [{ pointer: `/report/parts/${index}/heading`, code, params: { heading } }],
  );
  const [first] = faults;
  if (first) throw new DomainError('invalid', code, first.params, faults);
}

/** "Không phát sinh" beside a text says two things; a paper and evidence of it may say the same. */
function refuseTextBesideNil({ nil, parts, figures }: ReportBody): void {
  const said = [parts.length > 0 && 'parts', figures.length > 0 && 'figures'].find(Boolean);
  const code = 'obligation.nilSaysMore';
  if (nil && said) throw new DomainError('invalid', code, {}, [{ pointer: `/report/${said}`, code }]);
}

/**
 * Trả lại gives a new term; a term already over would make the debtor late by our own act, and an earlier one than the
 * present would take days from it that the document gave (ADR 0044).
 * @throws DomainError invalid obligation.newDueInPast, obligation.newDueShortens
 */
export function mustLeaveTime(newDueOn: string, dueOn: string | null, today: string): void {
  const pointer = '/newDueOn';
  refuseDayPast(newDueOn, today, { code: 'obligation.newDueInPast', pointer });
  refuseShorter(newDueOn, dueOn, pointer);
}

/**
 * Gia hạn moves the term on: neither back, which would take days from the debtor (ADR 0044), nor to where it is, nor into
 * the past.
 * @throws DomainError invalid obligation.newDueShortens, conflict obligation.extensionNotLater
 */
export function mustExtend(until: string, dueOn: string | null, today: string): void {
  refuseShorter(until, dueOn, '/dueOn');
  demand(until >= today && until !== dueOn, EXTENSION_IS_LATER, '/dueOn');
}

function refuseShorter(newDueOn: string, dueOn: string | null, pointer: string): void {
  const code = 'obligation.newDueShortens';
  if (dueOn !== null && newDueOn < dueOn)
    throw new DomainError('invalid', code, { dueOn }, [{ pointer, code, params: { dueOn } }]);
}

/** A draft may name the paper of the day on which it will be signed. @throws DomainError invalid obligation.dayToCome */
function mustBeWritten(document: DocumentRef | undefined, today: string): void {
  const pointer = '/report/document/date';
  refuseDayToCome(document?.date, today, { code: 'obligation.dayToCome', pointer });
}

const OWED: readonly ObligationState[] = ['open', 'extensionRequested', 'sentBack', 'retracted'];

export function isOwed(state: ObligationState): boolean {
  return OWED.includes(state);
}

/** History without evidence may be reported on late; that is entry of history, not a late report. */
export function mayBeReportedOn(state: ObligationState): boolean {
  return isOwed(state) || state === 'unknownOutcome';
}

export const DRAFTING: readonly Role[] = ['officer', 'head', 'focal'];
/** The head signs for the organisation (DESIGN §4.11). */
export const SIGNING: readonly Role[] = ['head'];
/** Who answers for the receiver; where the receiver is the people's committee, that is its leader. */
export const RECEIVING: readonly Role[] = ['officer', 'head', 'focal', 'region-coordinator', 'leader'];

/** The sender must hold one of the roles in one of the organisations. @throws DomainError forbidden */
export function requireRoleIn(
  sender: Sender,
  roles: readonly Role[],
  organisations: readonly (string | undefined)[],
): void {
  if (sender.system) return;
  const held = organisationsOf(sender, roles);
  if (!held.some((organisation) => organisations.includes(organisation)))
    throw new DomainError('forbidden', 'rights.organisation');
}
