import type { PlanFact } from './demo-files.js';

/** Papers of an example bear numbers that end "-VD". */
export interface PaperFact {
  readonly number: string;
  readonly symbol: string;
  readonly date: string;
}
export interface ReportedFact {
  readonly plan: string;
  readonly provision: string;
  readonly period: string;
}
interface Answered extends ReportedFact {
  readonly debtor: string;
}
interface Of {
  readonly plan?: string;
  readonly amendment?: string;
}
interface Texted {
  readonly text?: string;
}
interface Raised {
  readonly difficulty: string;
}
export interface OnItemFact {
  readonly plan: string;
  readonly item: string;
}
export interface ChangeFact {
  readonly item: string;
  readonly field: string;
  readonly to: string | readonly string[];
}

/** What each kind of act says besides who did it and when. */
export interface ActFields {
  draftPlan: { readonly plan: string; readonly without?: Readonly<Record<string, readonly string[]>> };
  /** Issued on paper before, and entered by the clerk. */
  recordIssuedPlan: { readonly plan: string };
  revisePlan: { readonly plan: string };
  consult: { readonly plan: string; readonly organisations: readonly string[] };
  comment: { readonly plan: string; readonly text: string };
  decideComment: { readonly plan: string; readonly text: string };
  submitForSignature: Of & Texted & { readonly document?: PaperFact };
  sendBack: { readonly plan: string; readonly reason: string };
  sign: Of & { readonly capacity: string };
  assignNumber: Of & PaperFact;
  issue: Of & { readonly effectiveOn: string };
  correctEntry: { readonly plan: string; readonly date: string; readonly reason: string };
  recall: { readonly plan: string; readonly document: PaperFact; readonly reason: string };
  acknowledgeRecall: { readonly plan: string; readonly text: string };
  draftAmendment: AmendmentFact;
  recordIssuedAmendment: AmendmentFact & PaperFact & { readonly effectiveOn: string };
  recordProgress: OnItemFact & {
    readonly happenedOn: string;
    readonly text: string;
    readonly figures?: readonly { readonly name: string; readonly value: number; readonly unit: string }[];
  };
  reportDone: OnItemFact & { readonly happenedOn: string; readonly text: string };
  confirmDone: OnItemFact;
  raiseDifficulty: OnItemFact & { readonly key: string; readonly text: string };
  receiveDifficulty: Raised & Texted & { readonly fromTenant?: string };
  assignDifficulty: Raised & {
    readonly to: string;
    readonly dueOn: string;
    readonly document: PaperFact;
    readonly text: string;
  };
  recordMeasure: Raised & { readonly text: string };
  submitToCommittee: Raised & { readonly text: string };
  petition: Raised & { readonly toTenant: string; readonly document: PaperFact; readonly text: string };
  answer: Raised & { readonly fromTenant: string; readonly document: PaperFact; readonly text: string };
  resolveDifficulty: Raised & { readonly text: string };
  confirmResolved: Raised;
  sendReport: ReportedFact & {
    readonly number: string;
    readonly symbol: string;
    readonly nil?: true;
    readonly text: string;
  };
  urge: Answered & { readonly text: string };
  receiveReport: Answered;
  acceptReport: Answered;
  sendBackReport: Answered & { readonly note: string; readonly newDueOn: string };
  requestExtension: ReportedFact & { readonly until: string; readonly reason: string };
  grantExtension: Answered & { readonly until: string };
  compile: ReportedFact & { readonly text: string };
  transferObligations: { readonly plan: string };
}

export interface AmendmentFact {
  readonly plan: string;
  readonly amendment: string;
  readonly changes: readonly ChangeFact[];
  readonly reason: string;
}

export type ActKind = keyof ActFields;
export type ActOf<K extends ActKind> = ActFields[K] & {
  readonly no: number;
  readonly on: string;
  readonly actor: string;
  readonly act: K;
};
export type ActFact = { [K in ActKind]: ActOf<K> }[ActKind];

export interface ExamplesFact {
  readonly plans: readonly PlanFact[];
  readonly acts: readonly ActFact[];
}
