import type { z } from 'zod';
import type { ActivityDefinition, ActivityRef } from './activity.js';
import type { EntryCorrection } from './entry-correction.js';
import type { ProgressView } from './progress-view.js';
import type { FallenAway, ObligationOpened, reportBody } from './reporting.js';
import type { DocumentRef } from './values.js';
import type { Origin } from './views.js';
import type { ActivityState, DifficultyState, ObligationState } from './states.js';

/** Derived for a business day, never stored. */
export type ActivitySignal = 'none' | 'dueSoon' | 'overdue' | 'beganBeforeInForce' | 'noInformation';

export interface ActivityListItem {
  readonly id: string;
  readonly revision: number;
  readonly planId: string;
  readonly planNumber: string | null;
  readonly itemId: string;
  readonly title: string;
  readonly printedNumber: string | null;
  readonly leads: readonly string[];
  /** Of each of `leads` the organisation, as far as it is known: one agency may be printed in several ways. */
  readonly leadIds: readonly (string | null)[];
  readonly time: string | null;
  readonly scope: string | null;
  readonly field: string | null;
  readonly partnerTenants: readonly string[];
  readonly state: ActivityState;
  readonly signal: ActivitySignal;
  readonly lastProgressOn: string | null;
  readonly openDifficulties: number;
  readonly example: boolean;
  readonly origin: Origin | null;
}

export interface ActivityView extends ActivityListItem {
  readonly concerned: readonly string[]; // our organisations that own, lead or coordinate it
  readonly definition: ActivityDefinition;
  readonly sectionTitle: string | null;
  readonly progress: readonly ProgressView[];
  readonly postponedUntil: string | null;
  /** The same work in other plans, here or elsewhere. */
  readonly sameAs: readonly ActivityRef[];
  readonly carriedOverTo: { readonly planId: string; readonly activityId: string } | null;
  readonly carriedOverFrom: { readonly planId: string; readonly activityId: string } | null;
  /** Of a received activity, whether we may take part as its lead: its plan names us a partner, or a lead of ours. */
  readonly mayLead: boolean;
  /** Parts of other tenants in it, as they shared them; of a received activity, our own part. */
  readonly participations: readonly ParticipationView[];
}

export type ParticipationState = 'joined' | 'inProgress' | 'reportedDone' | 'withdrawn';

export interface ParticipationView {
  readonly id: string;
  readonly revision: number;
  readonly tenant: string;
  readonly activity: ActivityRef;
  readonly title: string;
  readonly organisation: string;
  /** Of our own part: who writes of it. */
  readonly organisationId: string | null;
  readonly role: 'lead' | 'coordinate' | 'attend';
  readonly state: ParticipationState;
  readonly note: string | null;
  readonly entries: readonly (Omit<ProgressView, 'businessDate' | 'actor'> & {
    readonly kind: 'progress' | 'done' | 'proposal';
  })[];
  readonly example: boolean;
  readonly origin: Origin | null;
}

export interface DifficultyView {
  readonly id: string;
  readonly revision: number;
  readonly state: DifficultyState;
  readonly text: string;
  readonly activityId: string | null;
  readonly planId: string | null;
  readonly field: string | null;
  readonly raisedBy: string;
  readonly raisedOn: string;
  readonly assignedTo: string | null;
  readonly authority: string | null; // that a leader petitioned, as named then
  /** Amendments that it led to. */
  readonly amendments: readonly {
    readonly planId: string;
    readonly amendmentId: string;
    readonly document: DocumentRef;
  }[];
  readonly dueOn: string | null;
  readonly steps: readonly {
    type: string;
    businessDate: string;
    text: string | null;
    actor: { role: string; organisationId?: string };
    /** The tenant that was asked, or that answered. */
    tenant?: string;
    /** The authority that was petitioned, or that answered. */
    authority?: string;
    document?: DocumentRef;
  }[];
  readonly example: boolean;
  readonly origin: Origin | null;
  /** Of an own difficulty asked for alone: the tenants that it may be passed to now. */
  readonly partners?: readonly string[];
}

export interface ObligationView extends Omit<ObligationOpened, 'dueOn' | 'sharedWith'> {
  readonly id: string;
  readonly revision: number;
  readonly state: ObligationState;
  /** Present due date; the first one stays in `firstDueOn`. */
  readonly dueOn: string | null;
  readonly firstDueOn: string | null;
  readonly signal: 'none' | 'dueSoon' | 'dueToday' | 'overdue' | 'noInformation';
  /** Whole days: until due (positive) or overdue (negative); null without a due date. */
  readonly daysLeft: number | null;
  readonly daysLateAtSending: number | null;
  readonly draft: z.infer<typeof reportBody> | null;
  readonly versions: readonly {
    version: number;
    sentOn: string;
    daysLate: number;
    report: z.infer<typeof reportBody>;
    state: 'sent' | 'retracted' | 'received' | 'sentBack' | 'accepted';
    note: string | null;
  }[];
  readonly extension: {
    reason: string;
    proposedOn: string;
    granted: boolean | null;
    dueOn: string | null;
  } | null;
  /** Why nothing is owed any more; with a code where no person said so. */
  readonly waived: { readonly reason: string; readonly because?: FallenAway | undefined } | null;
  /** Who urged the debtor, and when; oldest first. */
  readonly urgings: readonly {
    readonly on: string;
    readonly organisationId: string;
    readonly text: string | null;
  }[];
  /** The tenant that owes it to us, where that is another. */
  readonly origin: Origin | null;
}

/** What one organisation reported that a report made of several draws on (tổng hợp). */
export interface ReportSource {
  readonly obligationId: string;
  readonly debtorId: string;
  readonly period: ObligationOpened['period'];
  readonly state: ObligationState;
  /** The version that counts: accepted, else received, else sent; null while there is none. */
  readonly version: number | null;
  readonly report: z.infer<typeof reportBody> | null;
  readonly example: boolean;
}

type Report = z.infer<typeof reportBody>;
type Version = ObligationView['versions'][number];

/** One version of a report as it was sent; drafts are never listed. */
export interface ReportListItem {
  readonly obligationId: string;
  readonly version: number;
  readonly state: Version['state'];
  readonly title: string;
  readonly planId: string | null;
  readonly planNumber: string | null;
  readonly campaignId: string | null;
  readonly period: ObligationOpened['period'];
  readonly debtorId: string;
  readonly receiver: ObligationOpened['receiver'];
  readonly sentOn: string;
  readonly daysLate: number;
  readonly report: Report;
  readonly note: string | null;
  readonly example: boolean;
}

/** What one organisation answered under one heading of a campaign. */
export interface NeedView {
  readonly obligationId: string;
  readonly campaignId: string;
  readonly campaign: string;
  readonly debtorId: string;
  readonly heading: string;
  readonly text: string;
  readonly version: number;
  readonly sentOn: string;
  readonly state: Version['state'];
  readonly example: boolean;
}

/** Debtors of an open class for one period: as proposed, and as the focal agency confirmed them. */
export interface DebtorListView {
  readonly id: string;
  readonly revision: number;
  readonly planId: string;
  readonly planNumber: string | null;
  readonly provisionId: string;
  readonly title: string;
  readonly period: ObligationOpened['period'];
  readonly dueOn: string | null;
  readonly receiverId: string | null;
  readonly proposed: readonly string[];
  readonly confirmed: readonly string[] | null;
  readonly confirmedBySystem: boolean;
  /** Where what was confirmed by mistake was corrected. */
  readonly corrections: readonly EntryCorrection[];
  readonly example: boolean;
}
