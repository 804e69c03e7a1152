import type { AgreementData, DocumentRef } from '@lien-ket/contracts';
import type { Evolving } from '@lien-ket/kernel';
import { effectiveOf, isKnown, type Point } from '@lien-ket/plan-acts';

/** Where and when an event stands, by both clocks. */
export type Noted = Pick<Evolving, 'id' | 'revision' | 'businessDate' | 'recordedAt' | 'effectiveOn'>;

/** The record as it was entered, each time anew. */
export interface AgreementRecord {
  readonly version: number;
  readonly content: AgreementData;
  readonly at: Noted;
}
export interface Extension {
  readonly version: number;
  readonly termTo: string;
  readonly document: DocumentRef;
  readonly at: Noted;
}
export interface Closing {
  readonly closedOn: string;
  readonly document: DocumentRef | null;
  readonly at: Noted;
}

/** What was entered of an agreement, and the acts on it. */
export interface AgreementPast {
  readonly records: readonly AgreementRecord[];
  readonly extensions: readonly Extension[];
  readonly closing: Closing | null;
}

export interface AgreementAtPoint {
  readonly record: AgreementRecord;
  readonly content: AgreementData;
  readonly closing: Closing | null;
  /** Those known, in the order of recording. */
  readonly extensions: readonly (Extension & { readonly inForce: boolean })[];
}

export function notedOf({ id, revision, businessDate, recordedAt, effectiveOn }: Noted): Noted {
  return { id, revision, businessDate, recordedAt, ...(effectiveOn ? { effectiveOn } : {}) };
}

/**
 * In force on a day, as known at a moment (DESIGN §4.4): the last record known, its end moved by the extensions in force
 * – each was decided to be later than all before, so that the last one holds, whenever the others come into force –,
 * closed from the day that the closing names. Undefined before anything was known.
 */
export function agreementAt(past: AgreementPast, { asOf, knownAt }: Point): AgreementAtPoint | undefined {
  const known = ({ at }: { readonly at: Noted }): boolean => isKnown(at, knownAt);
  const record = past.records.filter(known).at(-1);
  if (!record) return undefined;
  const extensions = past.extensions
    .filter(known)
    .map((one) => ({ ...one, inForce: effectiveOf(one.at) <= asOf }));
  const last = extensions.filter(({ inForce }) => inForce).at(-1);
  const { content } = record;
  const closing = past.closing;
  const closed = closing && known(closing) && effectiveOf(closing.at) <= asOf && closing.closedOn <= asOf;
  return {
    record,
    content: last ? { ...content, termTo: last.termTo, termBasis: 'printed' } : content,
    closing: closed ? closing : null,
    extensions,
  };
}

/** The end after all that was decided, for later days too. */
export function finalEnd(past: AgreementPast): string | undefined {
  return agreementAt(past, { asOf: '9999-12-31' })?.content.termTo;
}
