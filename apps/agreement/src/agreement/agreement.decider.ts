import type {
  AgreementData,
  AgreementEvent,
  CommandOf,
  DocumentRef,
  agreementCommands,
} from '@lien-ket/contracts';
import {
  DomainError,
  earliestDay,
  fullDay,
  refuseDayToCome,
  unreachable,
  type Decider,
  type Fault,
} from '@lien-ket/kernel';
import { hashBody } from '@lien-ket/event-store';
import type { Sent } from '@lien-ket/runtime';
import { dayOf, effect } from '../plan/plan.effect.js';
import { mustBeKnown } from '../registers/unknown-names.js';
import { closingAct } from './agreement.closing.js';
import { mustStandAtSigning } from './agreement.ends.js';
import { agreementAt, standing, type Extension } from './agreement.at.js';
import { mustBeParties } from './agreement.parties.js';
import { evolveAgreement, extendedContent, noAgreement, type AgreementFold } from './agreement.evolve.js';

/** Who records, as the controller knows it: the tenant, and for a sub-agreement the names of its organisations. */
export interface Recorder {
  readonly recorder: {
    /** Where the content names what was neither recorded nor received here. */
    readonly unknown?: readonly Fault[];
    readonly tenant: string;
    readonly organisations: readonly string[];
    /** Last days of the parties that have one. */
    readonly lastDays: Readonly<Record<string, string>>;
  };
}
type Recording = Extract<CommandOf<typeof agreementCommands>, { type: 'create' | 'revise' }>;
export type AgreementCommand =
  | (Recording & Recorder)
  | Exclude<CommandOf<typeof agreementCommands>, Recording>
  | {
      readonly type: 'takeAnswer';
      readonly tenant: string;
      readonly version: number;
      readonly hash: string;
      readonly answer: 'confirmed' | 'refused';
      readonly reason?: string;
    };

/** Thỏa thuận: owned by the tenant that recorded it; every changed content is a new version to confirm anew. */
export const agreementDecider: Decider<AgreementFold, Sent<AgreementCommand>, AgreementEvent> = {
  aggregate: 'agreement',
  initialState: () => noAgreement,
  decide,
  evolve: evolveAgreement,
};

function decide(command: Sent<AgreementCommand>, agreement: AgreementFold): readonly AgreementEvent[] {
  if (command.type === 'create') return [create(command, agreement)];
  if (command.type === 'takeAnswer') return takeAnswer(command, agreement);
  if (command.type === 'revise') return revise(command, agreement);
  return [change(command, agreement)];
}

function create(
  command: Extract<Sent<AgreementCommand>, { type: 'create' }>,
  agreement: AgreementFold,
): AgreementEvent {
  if (agreement.content) throw new DomainError('conflict', 'agreement.exists');
  const { type: _type, by: _by, on, recorder, ...content } = command;
  mustBeKnown(recorder.unknown);
  mustBeParties(content, recorder, '');
  mustBeSigned(content, on, '');
  mustStandAtSigning(content, recorder.lastDays, '');
  const signedOn = content.signedOn && fullDay(content.signedOn);
  return {
    type: 'lk.agreement.agreement.recorded.v1',
    data: { version: 1, hash: hashOf(content), content, sharedWith: tenantsOf(content) },
    ...(signedOn ? { effectiveOn: signedOn, basis: { kind: 'derived', rule: 'signingDate' } } : {}),
  };
}

type Change = Exclude<Sent<AgreementCommand>, { type: 'create' | 'revise' | 'takeAnswer' }>;

/** New content is a new version for its parties; who is dropped learns that, and nothing of the content. */
function revise(
  { content, reason, recorder, on }: Extract<Sent<AgreementCommand>, { type: 'revise' }>,
  agreement: AgreementFold,
): AgreementEvent[] {
  mustBeOpen(agreement);
  mustBeKnown(recorder.unknown);
  mustBeParties(content, recorder, '/content');
  mustBeSigned(content, on, '/content');
  mustStandAtSigning(content, recorder.lastDays, '/content');
  const version = agreement.version + 1;
  const sharedWith = tenantsOf(content);
  const dropped = tenantsOf(agreement.content).filter((tenant) => !sharedWith.includes(tenant));
  const revised: AgreementEvent = {
    type: 'lk.agreement.agreement.revised.v1',
    data: { version, hash: hashOf(content), content, reason, sharedWith },
  };
  return dropped.length === 0
    ? [revised]
    : [revised, { type: 'lk.agreement.agreement.withdrawn.v1', data: { version, sharedWith: dropped } }];
}

function change(command: Change, agreement: AgreementFold): AgreementEvent {
  if (command.type !== 'close' || command.corrects === undefined) mustBeOpen(agreement);
  const sharedWith = tenantsOf(agreement.content);
  mustBeWritten(command.document, command.on);
  switch (command.type) {
    case 'confirmOnPaper': {
      const { party, document } = command;
      if (!agreement.content?.parties.some(({ name }) => name === party))
        throw new DomainError('invalid', 'agreement.partyUnknown', {}, [
          { pointer: '/party', code: 'agreement.partyUnknown' },
        ]);
      return {
        type: 'lk.agreement.agreement.confirmedOnPaper.v1',
        data: { party, version: agreement.version, document, sharedWith },
      };
    }
    case 'extend':
      return extend(command, agreement);
    case 'correctExtension':
      return correctExtension(command, agreement);
    case 'close':
      return closingAct(command, agreement, sharedWith);
  }
  return unreachable(command);
}

/** By a document, to a later end; the record and what the parties said of it stay as they are. */
function extend(command: Extending, agreement: AgreementFold): AgreementEvent {
  const { data, ...at } = extension(command, agreement, standing(agreement.extensions));
  return { type: 'lk.agreement.agreement.extended.v1', data, ...at };
}

/** What stands in the paper takes the place of what was typed; what was known before stays known of that time. */
function correctExtension(
  command: Extract<Sent<AgreementCommand>, { type: 'correctExtension' }>,
  agreement: AgreementFold,
): AgreementEvent {
  const { corrects, reason } = command;
  const extensions = standing(agreement.extensions);
  const others = extensions.filter(({ at }) => at.id !== corrects);
  if (others.length === extensions.length) refuse('/corrects', 'agreement.extensionUnknown');
  const { data, ...at } = extension(command, agreement, others);
  return {
    type: 'lk.agreement.agreement.extensionCorrected.v1',
    data: { ...data, corrects, reason },
    ...at,
  };
}

type Extending = Extract<Sent<AgreementCommand>, { type: 'extend' | 'correctExtension' }>;

function extension(command: Extending, agreement: AgreementFold, others: readonly Extension[]) {
  const { termTo, document } = command;
  if (!document.number && !document.documentId) refuse('/document/number', 'agreement.extensionByDocument');
  const printedOn = dayOf(document);
  const at = effect(command, printedOn, 'agreement.effectiveOnNeeded');
  const end = agreementAt({ ...agreement, extensions: others }, { asOf: at.effectiveOn })?.content.termTo;
  if (end !== undefined && termTo <= end) refuse('/termTo', 'agreement.termNotLater', { end });
  const content = agreement.content && extendedContent(agreement.content, termTo);
  const { effectiveOn } = at;
  const data = {
    version: agreement.version + 1,
    hash: hashBody({ content, document, effectiveOn }),
    termTo,
    document,
    sharedWith: tenantsOf(agreement.content),
  };
  return { data, ...at };
}

function mustBeWritten(document: DocumentRef | undefined, today: string): void {
  refuseDayToCome(document?.date, today, { code: 'agreement.dayToCome', pointer: '/document/date' });
}

/** Only what is signed is recorded, and no term is over before the signing, or before it begins. */
function mustBeSigned({ signedOn, termFrom, termTo }: AgreementData, today: string, at: string): void {
  refuseDayToCome(signedOn, today, { code: 'agreement.signedToCome', pointer: `${at}/signedOn` });
  const since = signedOn && earliestDay(signedOn);
  if (since !== undefined && termTo !== undefined && termTo < since)
    refuse(`${at}/termTo`, 'agreement.termBeforeSigning', { signedOn: since });
  const from = termFrom && earliestDay(termFrom);
  if (from !== undefined && termTo !== undefined && termTo < from)
    refuse(`${at}/termTo`, 'agreement.termReversed', { from });
}

function refuse(pointer: string, code: string, params: Readonly<Record<string, string>> = {}): never {
  throw new DomainError('invalid', code, params, [{ pointer, code, params }]);
}

/** A party that is not one is ignored: what arrives from another tenant is treated as hostile. */
function takeAnswer(
  command: Extract<Sent<AgreementCommand>, { type: 'takeAnswer' }>,
  agreement: AgreementFold,
): AgreementEvent[] {
  if (!tenantsOf(agreement.content).includes(command.tenant)) return [];
  const { tenant, version, hash, answer, reason } = command;
  return [
    {
      type: 'lk.agreement.agreement.answerTaken.v1',
      data: {
        tenant,
        version,
        hash,
        answer,
        ...(reason ? { reason } : {}),
        sharedWith: tenantsOf(agreement.content),
      },
    },
  ];
}

/** SHA-256 over the content with sorted keys: what a party confirms. */
export function hashOf(content: AgreementData): string {
  return hashBody(content);
}

function tenantsOf(content: AgreementData | null): string[] {
  return (content?.parties ?? []).flatMap(({ tenant }) => tenant ?? []);
}

function mustBeOpen(agreement: AgreementFold): void {
  if (!agreement.content || agreement.state !== 'recorded')
    throw new DomainError('conflict', 'agreement.wrongState');
}
