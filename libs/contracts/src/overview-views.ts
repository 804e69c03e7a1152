import type { z } from 'zod';
import type { reportBody, reportPeriod } from './reporting.js';
import type { ActivityState } from './states.js';

/** States in which an activity is a figure. */
export type CountedState = Exclude<ActivityState, 'enteredInError'>;

/** HCMC's view of one province, from shared events only. "Đã chia sẻ" or "chưa có thông tin", never owing or late. */
export interface OverviewRow {
  readonly tenant: string;
  readonly name: string;
  /** Its last day, once that is over, and what is there now. */
  readonly endedOn: string | null;
  readonly successor: string | null;
  /** It has shared something of its work, as `bases` counts it; to confirm an agreement is not yet that. */
  readonly shared: boolean;
  readonly agreements: number;
  readonly confirmed: number;
  /** In force today; those that expired, were recalled, replaced, repealed, annulled or closed are counted apart. */
  readonly plans: number;
  readonly endedPlans: number;
  readonly activities: Readonly<Record<CountedState, number>>;
  readonly noInformation: number;
  readonly openDifficulties: number;
  readonly acceptedReports: number;
  readonly examples: number;
  readonly lastReceivedOn: string | null;
}

/** The same by field of cooperation, over all provinces. What names no field stands under `notStated`. */
export interface OverviewField {
  readonly field: string;
  /** Counted in every field that they name; a plan, and what is about it, in those of its activities. */
  readonly agreements: number;
  readonly plans: number;
  readonly activities: number;
  readonly byState: Readonly<Record<CountedState, number>>;
  readonly done: number;
  readonly openDifficulties: number;
  readonly acceptedReports: number;
}

/** What organisations of HCMC owe within it: its own house, the only one of which it is said who is late. */
export interface OwnReports {
  readonly open: number;
  /** Of the open ones. */
  readonly overdue: number;
  readonly awaitsSuccessor: number;
  readonly noInformation: number;
}

/** An accepted report that a province shared, as it came; who owes it there stays with the province. */
export interface SharedReport {
  readonly tenant: string;
  readonly obligationId: string;
  readonly version: number;
  readonly title: string;
  readonly planId: string | null;
  readonly period: z.infer<typeof reportPeriod>;
  /** Its files stay with the province. */
  readonly report: Omit<z.infer<typeof reportBody>, 'evidence'>;
  readonly receivedOn: string;
  readonly example: boolean;
}

export interface OverviewView {
  readonly rows: readonly OverviewRow[];
  readonly byField: readonly OverviewField[];
  readonly ownReports: OwnReports;
  readonly bases: readonly {
    agreementId: string;
    name: string;
    parties: number;
    onPlatform: number;
    shared: number;
  }[];
  readonly asOfPosition: number;
  readonly asOf: string;
}
