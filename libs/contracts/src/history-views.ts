import { z } from 'zod';
import { twoPoints, uuid, type DocumentRef } from './values.js';
import type { FieldChange } from './views.js';

/** What a history may be asked of; without one, of everything that the reader may see. */
export const HISTORY_SCOPES = [
  'plan',
  'item',
  'activity',
  'agreement',
  'organisation',
  'province',
  'all',
] as const;
export type HistoryScope = (typeof HISTORY_SCOPES)[number];

/** On what grounds something was done. */
export const GROUNDS = [
  'document',
  'decision',
  'request',
  'report',
  'correction',
  'reaction',
  'entry',
] as const;
export type GroundKind = (typeof GROUNDS)[number];

/** A record of the platform: its aggregate and its id there. */
export interface HistoryRecord {
  readonly kind: string;
  readonly id: string;
}

/** A difference that one entry made; `record` where the thing itself changed and no part of it. */
export interface HistoryChange extends Omit<FieldChange, 'of'> {
  readonly of: FieldChange['of'] | 'record';
}

/** Another entry that an entry is tied to. */
export interface HistoryLink {
  readonly seq: number;
  readonly type: string;
  readonly record: HistoryRecord;
  readonly label: string;
}

export interface HistoryActor {
  /** A pseudonym; null where another tenant keeps it. */
  readonly account: string | null;
  readonly role: string;
  readonly organisationId: string | null;
  readonly organisation: string | null;
  readonly kind: string;
}

/** One step of a history (GET /history): of any record, own or received from another tenant. */
export interface HistoryEntry {
  /** Its place in the tenant's log. */
  readonly seq: number;
  /** As corrections and acts name it. */
  readonly eventId: string;
  readonly type: string;
  readonly record: HistoryRecord;
  readonly label: string;
  /** Whose it is, and when it was recorded there, where it came from another tenant. */
  readonly origin: { readonly tenant: string; readonly recordedAt: string } | null;
  readonly actor: HistoryActor;
  readonly recordedAt: string;
  readonly businessDate: string;
  readonly effectiveOn: string | null;
  readonly grounds: {
    readonly kind: GroundKind;
    readonly document: DocumentRef | null;
    readonly reason: string | null;
    /** The record that holds the grounds, where there is one. */
    readonly record: HistoryRecord | null;
  };
  /** The entry that it corrects, and the one that corrected it. */
  readonly corrects: string | null;
  readonly correctedBy: HistoryLink | null;
  readonly changes: readonly HistoryChange[];
  /** How many changes there are in all: a list shows the first of them, an entry asked for by `seq` all. */
  readonly changed: number;
  readonly causedBy: HistoryLink | null;
  readonly caused: readonly HistoryLink[];
}

/** Of which field it is asked why it is so: of a plan or a part of it, an activity, an agreement. */
export const whyQuery = z.strictObject({
  scope: z.enum(['plan', 'item', 'activity', 'agreement']),
  id: uuid,
  /** A section, item or provision of the plan. */
  part: uuid.optional(),
  field: z.string().min(1).max(60),
});

/** Two points of the two clocks, of one record. */
export const compareQuery = twoPoints.extend({ scope: z.enum(['plan', 'activity', 'agreement']), id: uuid });
/** The same as a paper. */
export const comparisonFileQuery = compareQuery.extend({ format: z.enum(['docx', 'pdf']) });
export type ComparisonQuery = z.infer<typeof compareQuery>;

export interface ComparisonView {
  readonly label: string;
  readonly changes: readonly HistoryChange[];
}

/** One entry in the chain that made a value (GET /history/why). */
export interface WhyStep {
  readonly entry: HistoryEntry;
  readonly before: unknown;
  readonly after: unknown;
  /**
   * `superseded`: a later act set another value; `corrected`: it was an error of entry, another entry stands in its
   * place; `future`: decided for a later day.
   */
  readonly standing: 'stands' | 'superseded' | 'corrected' | 'future';
}

/** Vì sao: where the value of one field comes from, oldest first. */
export interface WhyView {
  readonly scope: HistoryScope;
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
  readonly steps: readonly WhyStep[];
}
