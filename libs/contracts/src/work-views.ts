import type { z } from 'zod';
import type { ActivityDefinition } from './activity.js';
import type { ObligationOpened, reportBody } from './reporting.js';
import type { Origin } from './views.js';

export type ActivityState =
  'planned' | 'awaitingTrigger' | 'inProgress' | 'suspended' | 'reportedDone' | 'done' | 'cancelled';
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
  readonly definition: ActivityDefinition;
  readonly sectionTitle: string | null;
  readonly progress: readonly {
    eventId: string;
    text: string;
    happenedOn: string;
    businessDate: string;
    figures: readonly { label: string; value: number; unit: string }[];
    links: readonly string[];
    evidence: readonly string[];
    actor: { role: string; organisationId?: string };
  }[];
}

export type DifficultyState =
  | 'raised'
  | 'received'
  | 'assigned'
  | 'submittedToCommittee'
  | 'petitioned'
  | 'answered'
  | 'resolved'
  | 'confirmed'
  | 'declined'
  | 'reopened';

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
  readonly dueOn: string | null;
  readonly steps: readonly {
    type: string;
    businessDate: string;
    text: string | null;
    actor: { role: string; organisationId?: string };
  }[];
  readonly example: boolean;
  readonly origin: Origin | null;
}

export type ObligationState =
  | 'open'
  | 'extensionRequested'
  | 'sent'
  | 'retracted'
  | 'received'
  | 'sentBack'
  | 'accepted'
  | 'waived'
  | 'awaitsSuccessor'
  | 'unknownOutcome';

export interface ObligationView extends Omit<ObligationOpened, 'dueOn'> {
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
}
