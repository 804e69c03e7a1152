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
  readonly hash: string;
  /** The event in whose place this one stands, where it was typed wrong. */
  readonly corrects?: string;
  readonly termTo: string;
  readonly document: DocumentRef;
  readonly at: Noted;
}
export interface Closing {
  readonly closedOn: string;
  readonly document: DocumentRef | null;
  /** In whose place it stands, where that was typed wrong. */
  readonly before?: Closing;
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
  /** As known, also before its day. */
  readonly closing: (Closing & { readonly inForce: boolean }) | null;
  /** Those known and not corrected, in the order of recording. */
  readonly extensions: readonly (Extension & { readonly inForce: boolean })[];
}

export function notedOf({ id, revision, businessDate, recordedAt, effectiveOn }: Noted): Noted {
  return { id, revision, businessDate, recordedAt, ...(effectiveOn ? { effectiveOn } : {}) };
}

/**
 * In force on a day, as known at a moment (DESIGN §4.4): the last record known, its end moved by the extensions in force,
 * closed from the day that the closing names. Of several extensions the farthest end counts: none makes a term shorter.
 * Undefined before anything was known.
 */
export function agreementAt(past: AgreementPast, { asOf, knownAt }: Point): AgreementAtPoint | undefined {
  const known = ({ at }: { readonly at: Noted }): boolean => isKnown(at, knownAt);
  const record = past.records.filter(known).at(-1);
  if (!record) return undefined;
  const extensions = standing(past.extensions.filter(known)).map((one) => ({
    ...one,
    inForce: effectiveOf(one.at) <= asOf,
  }));
  const farthest = extensions
    .filter(({ inForce }) => inForce)
    .toSorted((a, b) => a.termTo.localeCompare(b.termTo))
    .at(-1);
  const { content } = record;
  const closing = closingKnown(past.closing, known);
  return {
    record,
    content: farthest ? { ...content, termTo: farthest.termTo, termBasis: 'printed' } : content,
    closing: closing && {
      ...closing,
      inForce: effectiveOf(closing.at) <= asOf && closing.closedOn <= asOf,
    },
    extensions,
  };
}

function closingKnown(closing: Closing | null, known: (one: Closing) => boolean): Closing | null {
  if (!closing || known(closing)) return closing;
  return closingKnown(closing.before ?? null, known);
}

/** Without those in whose place a correction stands. */
export function standing(extensions: readonly Extension[]): readonly Extension[] {
  const corrected = new Set(extensions.map(({ corrects }) => corrects));
  return extensions.filter(({ at }) => !corrected.has(at.id));
}
