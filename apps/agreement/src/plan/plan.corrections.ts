import type { AmendedData, IssuedData, PlanChange, PlanEvent } from '@lien-ket/contracts';
import { DomainError, fullDay, refuseDayToCome, unreachable } from '@lien-ket/kernel';
import {
  NOTHING_YET,
  actsAt,
  applyAct,
  corrected,
  documentOf,
  meet,
  touched,
  type PlanAct,
  type PlanFold,
  type Replacement,
} from '@lien-ket/plan-acts';
import { hashBody } from '@lien-ket/event-store';
import { mustAmend, mustApply } from './plan.changes.js';
import { dayOf } from './plan.effect.js';
import { mustBeEquivalent, mustBeSigned, mustBeWritten } from './plan.paper.js';
import { toldOf, type Of } from './plan.rules.js';

type Correction = Of<'correctEntry'>;
/** Our own typing error; never what the paper itself got wrong (that is an act of the issuer). */
export function correctEntry(command: Correction, plan: PlanFold): PlanEvent {
  const acts = actsAt(plan.events);
  const index = acts.findIndex(({ id }) => id === command.corrects);
  const act = acts[index];
  if (!act) throw new DomainError('notFound', 'plan.actUnknown', { event: command.corrects });
  refuseAmendedSince(act, command, acts.slice(index + 1));
  refuseDayToCome(command.date, command.on, { code: 'plan.dayToCome', pointer: '/date' });
  if (command.date) mustBeSigned(plan, command.date);
  mustBeWritten(command.document, command.on);
  mustStillChange(act, command, plan);
  const { reason, corrects } = command;
  const replacement = mistaken(act, command) ?? {
    ...effectOf(act, command),
    ...replacementOf(act, command, acts.slice(0, index)),
  };
  mustChange(act, replacement);
  return {
    type: 'lk.agreement.plan.entryCorrected.v1',
    data: { corrects, reason, replacement, sharedWith: toldOf(plan) },
  };
}

const CHANGING: readonly PlanAct['type'][] = [
  'lk.agreement.plan.amended.v1',
  'lk.agreement.plan.recalled.v1',
  'lk.agreement.plan.ended.v1',
];

/** The corrected document too is one by which a plan may be changed. */
function mustStillChange({ type }: PlanAct, { document, registered }: Correction, plan: PlanFold): void {
  if (!document || !CHANGING.includes(type)) return;
  const recall = type === 'lk.agreement.plan.recalled.v1';
  mustBeEquivalent(document, plan, { registered, onPaper: true, recall });
}

/** The act as a whole; what else is said of it would be lost. */
function mistaken(act: PlanAct, command: Correction): Replacement | undefined {
  if (!command.enteredInError) return undefined;
  mustFit(act, command);
  const { enteredInError: _mark, ...corrected } = HAVING;
  const names = ['effectiveOn', ...Object.keys(corrected)] as (keyof Correction)[];
  const field = names.find((name) => isSaid(command[name]));
  if (field)
    throw new DomainError('invalid', 'plan.enteredInErrorAlone', {}, [
      { pointer: `/${field}`, code: 'plan.enteredInErrorAlone' },
    ]);
  return { enteredInError: true };
}

/** @throws DomainError invalid plan.correctsNothing; the history would tell of a mistake that was none */
function mustChange(act: PlanAct, replacement: Replacement): void {
  if (replacement.enteredInError) return;
  const said = ({ effectiveOn, data }: PlanAct): string => hashBody({ effectiveOn, data });
  if (said(corrected(act, replacement)) === said(act))
    throw new DomainError('invalid', 'plan.correctsNothing');
}

/** What a later amendment set is mended there: under it the correction would change nothing, or take its ground away. */
function refuseAmendedSince(
  act: PlanAct,
  { changes, enteredInError }: Correction,
  later: readonly PlanAct[],
): void {
  const before = act.type === 'lk.agreement.plan.amended.v1' ? act.data.changes : [];
  const made = enteredInError || changes.length > 0 ? apart(before, changes) : [];
  for (const other of later) {
    if (other.type !== 'lk.agreement.plan.amended.v1') continue;
    const set = other.data.changes.flatMap(touched);
    const met = made.find((change) => meet(touched(change), set));
    if (!met) continue;
    const { number = '', symbol = '', date } = other.data.document;
    const code = 'plan.amendedSince';
    const on = date ? [date.day, date.month, date.year].filter(Boolean).join('/') : '';
    const params = { event: other.id, document: [number, symbol].filter(Boolean).join('/'), date: on };
    const at = changes.indexOf(met);
    const pointer = at < 0 ? '/changes' : `/changes/${at}`;
    throw new DomainError('conflict', code, params, [{ pointer, code, params }]);
  }
}

/** Changes that only one of the two lists has. */
function apart(one: readonly PlanChange[], other: readonly PlanChange[]): PlanChange[] {
  const said = (changes: readonly PlanChange[]): Set<string> =>
    new Set(changes.map((change) => JSON.stringify(change)));
  const [ones, others] = [said(one), said(other)];
  return [
    ...other.filter((change) => !ones.has(JSON.stringify(change))),
    ...one.filter((change) => !others.has(JSON.stringify(change))),
  ];
}

/** The day as said, else that of the corrected date, where the act is in force from the date of its document. */
function effectOf(act: PlanAct, command: Correction): Pick<Replacement, 'effectiveOn'> {
  if (command.effectiveOn) return { effectiveOn: command.effectiveOn };
  const before = dayOf(documentOf(act) ?? undefined);
  const date = act.type === 'lk.agreement.plan.issued.v1' ? command.date : command.document?.date;
  const after = date && fullDay(date);
  return after !== undefined && before !== undefined && act.effectiveOn === before
    ? { effectiveOn: after }
    : {};
}

function replacementOf(act: PlanAct, command: Correction, before: readonly PlanAct[]): Replacement {
  mustFit(act, command);
  const { document, statedReason, text, how } = command;
  switch (act.type) {
    case 'lk.agreement.plan.issued.v1':
      return { issued: correctedIssue(act.data, command) };
    case 'lk.agreement.plan.amended.v1':
      return correctedAmendment(act.data, command, before);
    case 'lk.agreement.plan.recalled.v1':
      return said({ document, reason: statedReason });
    case 'lk.agreement.plan.ended.v1':
      return said({ document, reason: statedReason, how });
    case 'lk.agreement.plan.rectified.v1':
      return said({ document, text });
    case 'lk.agreement.plan.closed.v1':
      return said({ document });
  }
  return unreachable(act);
}

type ActName = PlanAct['type'] extends `lk.agreement.plan.${infer Name}.v1` ? Name : never;
const WITH_DOCUMENT: readonly ActName[] = ['amended', 'recalled', 'ended', 'rectified', 'closed'];
/** Fields of a correction that only some acts have. */
const HAVING = {
  number: ['issued'],
  symbol: ['issued'],
  date: ['issued'],
  place: ['issued'],
  signer: ['issued'],
  clear: ['issued'],
  changes: ['issued', 'amended'],
  document: WITH_DOCUMENT,
  statedReason: ['amended', 'recalled', 'ended'],
  text: ['rectified'],
  how: ['ended'],
  enteredInError: WITH_DOCUMENT,
} satisfies Partial<Record<keyof Correction, readonly ActName[]>>;

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** What the act does not have is refused: said of the wrong act, it would be lost without a word. */
function mustFit(act: PlanAct, command: Correction): void {
  for (const [field, names] of Object.entries(HAVING)) {
    if (
      isSaid(command[field as keyof typeof HAVING]) &&
      !names.some((name) => act.type === `lk.agreement.plan.${name}.v1`)
    )
      throw new DomainError('invalid', 'plan.notOfThisAct', { field }, [
        { pointer: `/${field}`, code: 'plan.notOfThisAct', params: { field } },
      ]);
  }
}

function correctedIssue(data: IssuedData, command: Correction): IssuedData {
  const { number, symbol, date, place, signer, clear, changes } = command;
  const kept = Object.entries(data).filter(([field]) => !(clear as readonly string[]).includes(field));
  const content = mustApply(data.content, changes, { typed: true });
  mustStayWithParties(command, data, content);
  return {
    ...(Object.fromEntries(kept) as IssuedData),
    ...said({ number, symbol, date, place, signer }),
    content,
  };
}

/** Who may read the plan was decided by the agreements under which it was entered. */
function mustStayWithParties(
  { sharedWith = [] }: Correction,
  before: IssuedData,
  { underAgreements }: IssuedData['content'],
): void {
  if (JSON.stringify(underAgreements) === JSON.stringify(before.content.underAgreements)) return;
  const parties = (all: readonly string[]): string => [...all].sort().join();
  if (parties(sharedWith) !== parties(before.sharedWith ?? []))
    throw new DomainError('conflict', 'plan.otherParties');
}

function correctedAmendment(
  data: AmendedData,
  { changes, document, statedReason }: Correction,
  before: readonly PlanAct[],
): Replacement {
  if (changes.length === 0 && !document && !statedReason) return {};
  const content = before.reduce(applyAct, NOTHING_YET).content;
  if (content) mustAmend(content, changes, changes.length === 0 || data.supersedes.length > 0);
  return {
    amended: {
      ...data,
      ...said({ document, reason: statedReason }),
      ...(changes.length > 0 ? { changes } : {}),
    },
  };
}

function said<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
