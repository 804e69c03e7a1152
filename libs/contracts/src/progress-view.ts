import type { EntryCorrection } from './entry-correction.js';

/** One entry of the progress of an activity, as it stands. */
export interface ProgressView {
  readonly eventId: string;
  readonly text: string;
  readonly happenedOn: string;
  readonly businessDate: string;
  readonly figures: readonly { label: string; value: number; unit: string }[];
  readonly links: readonly string[];
  readonly evidence: readonly string[];
  readonly actor: { readonly role: string; readonly organisationId?: string };
  /** Whether it was entered here, so that what was typed wrong of it can be corrected. */
  readonly correctable: boolean;
  readonly corrections: readonly EntryCorrection[];
}
