import type { AgreementData } from './agreement.js';
import type { EntryCorrection } from './entry-correction.js';
import type { PlanChange } from './plan-change.js';
import type { PlanContent } from './plan-content.js';
import type { DocumentRef } from './values.js';
import type { AmendmentState, PlanState } from './states.js';

/** Answer of every command. */
export interface CommandAnswer {
  readonly id: string;
  readonly revision: number;
  /** Sequence number in the tenant's log; send it back as `Lk-After` to read one's own write. */
  readonly position: number;
}

/** Answer of every list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
}

/** Where a thing came from when another tenant owns it. */
export interface Origin {
  readonly tenant: string;
  readonly receivedAt: string;
}

export interface PlanListItem {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  readonly state: PlanState;
  /** Issued, and its last horizon is over: "Hết thời hạn" until it is closed. */
  readonly expired: boolean;
  readonly example: boolean;
  readonly items: number;
  readonly activities: number;
  readonly amendments: number;
  readonly ownerId: string | null;
  readonly origin: Origin | null;
}

export interface PlanView extends Omit<PlanListItem, 'items' | 'activities' | 'amendments'> {
  readonly content: PlanContent;
  readonly date: { year: number; month?: number; day?: number } | null;
  readonly place: string | null;
  readonly signer: { name?: string; title?: string; capacity: string } | null;
  readonly effectiveOn: string | null;
  readonly basis: unknown;
  readonly inForce: boolean;
  readonly acts: readonly PlanActView[];
  /** What was taken out by amendments, shown struck through. */
  readonly removedItems: readonly { item: PlanContent['items'][number]; byEventId: string; reason: string }[];
  /** The round of comments on a draft; null when nobody was asked, and when another moment is asked for. */
  readonly consultation: PlanConsultation | null;
  /** Who has acknowledged the recall, and who has not; null unless recalled, and when another moment is asked for. */
  readonly recall: PlanRecall | null;
  readonly asOf: string;
  readonly knownAt: string | null;
}

export interface PlanConsultation {
  readonly dueOn: string | null;
  /** Each organisation once, as printed when it was asked. */
  readonly asked: readonly {
    readonly printed: string;
    readonly organisationId: string | null;
    readonly answered: boolean;
  }[];
  readonly comments: readonly {
    readonly id: string;
    readonly on: string;
    readonly organisationId: string;
    readonly agrees: boolean;
    readonly text: string | null;
    readonly itemId: string | null;
    readonly decision: {
      readonly takenOver: boolean;
      readonly reason: string | null;
      readonly on: string;
    } | null;
  }[];
}

export interface PlanRecall {
  readonly eventId: string;
  readonly on: string;
  /** Organisations that lead or join under the plan, and tenants that it was shared with; at a receiver itself alone. */
  readonly concerned: readonly {
    readonly tenant: string | null;
    readonly organisationId: string | null;
    readonly name: string | null;
    readonly acknowledgedOn: string | null;
    readonly note: string | null;
  }[];
}

export interface PlanActView {
  readonly eventId: string;
  readonly type: string;
  readonly effectiveOn: string | null;
  readonly businessDate: string;
  readonly recordedAt: string;
  readonly document: DocumentRef | null;
  readonly reason: string | null;
  readonly correctedBy: string | null;
  /** Nhập nhầm: a correction says that the plan has no such act. */
  readonly enteredInError: boolean;
}

/** One step of the history of a plan: every event of its stream, drafting included. */
export interface HistoryStep {
  readonly eventId: string;
  readonly revision: number;
  readonly seq: number;
  readonly type: string;
  readonly actor: { account: string; role: string; organisationId?: string; kind: string };
  readonly businessDate: string;
  readonly recordedAt: string;
  readonly effectiveOn: string | null;
  readonly document: DocumentRef | null;
  readonly reason: string | null;
  readonly changes: readonly FieldChange[];
  /** Of an amendment: the difficulties that it answers. */
  readonly difficulties: readonly string[];
}

/** A difference between two states: of the plan itself, a section or an item. */
export interface FieldChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly of: 'plan' | 'section' | 'item' | 'provision';
  readonly id: string | null;
  readonly label: string;
  readonly field: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

export interface AmendmentView {
  readonly id: string;
  readonly revision: number;
  readonly planId: string;
  readonly state: AmendmentState;
  readonly reason: string;
  readonly ownerId: string;
  readonly changes: readonly PlanChange[];
  /** Difficulties that it answers. */
  readonly difficulties: readonly string[];
  readonly sentBackReasons: string | null;
}

export interface AgreementView {
  readonly id: string;
  readonly revision: number;
  readonly version: number;
  readonly hash: string;
  readonly content: AgreementData;
  /** `withdrawn`: its recorder names us a party no more; the content is that of the last version shared with us. */
  readonly state: 'recorded' | 'closed' | 'withdrawn';
  /** What each party says of the record as it was last entered; an extension is answered for itself. */
  readonly answers: readonly PartyAnswer[];
  readonly extensions: readonly AgreementExtension[];
  /** As known, also before its day. */
  readonly closing: {
    readonly eventId: string;
    readonly closedOn: string;
    readonly document: DocumentRef | null;
    readonly inForce: boolean;
  } | null;
  readonly origin: Origin | null;
  readonly asOf: string;
  readonly knownAt: string | null;
}

export interface PartyAnswer {
  readonly party: string;
  readonly tenant: string | null;
  readonly answer: 'confirmed' | 'refused' | 'confirmedOnPaper' | 'awaited' | 'stale' | 'recorder';
  readonly reason: string | null;
}

/** Gia hạn, with what the parties say of it. */
export interface AgreementExtension {
  readonly eventId: string;
  /** What a party confirms of this extension alone. */
  readonly version: number;
  readonly hash: string;
  readonly termTo: string;
  readonly document: DocumentRef;
  readonly effectiveOn: string;
  readonly businessDate: string;
  /** On the day that was asked about. */
  readonly inForce: boolean;
  readonly answers: readonly PartyAnswer[];
}

export interface NoticeView {
  readonly id: string;
  readonly revision: number;
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string;
  readonly on: string;
  readonly read: boolean;
  readonly example: boolean;
}

export interface OrganisationView {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly kind: string;
  readonly aliases: readonly string[];
  readonly parentId: string | null;
  readonly outside: boolean;
  readonly endedOn: string | null;
  readonly successor: string | null;
  readonly members: readonly string[];
  readonly corrections: readonly EntryCorrection[];
}

export interface MeView {
  readonly account: string;
  readonly name: string;
  readonly tenant: string;
  readonly tenantName: string;
  readonly assignments: readonly { organisationId: string; organisation: string; role: string }[];
  readonly businessDate: string;
  readonly demo: boolean;
}

/** The person behind an account (GET /accounts/{id}), for auditors; each reading is recorded. */
export interface AccountPerson {
  readonly id: string;
  readonly name: string;
}

/** A read model that is folded again: how far, how fast, and nothing of what is in it. */
export interface RebuildView {
  readonly tenant: string;
  readonly service: string;
  readonly projection: string;
  /** `left` by a process that ended: it goes on from there when it is asked for again. */
  readonly state: 'waiting' | 'running' | 'left' | 'done' | 'failed';
  /** The tenant's log has been read up to here, of `until`. */
  readonly seq: number;
  readonly until: number;
  /** Events folded since it began at `from`. */
  readonly events: number;
  readonly from: number;
  /** `anew` when what was left was of other code and was removed; null before it has begun. */
  readonly began: 'new' | 'resumed' | 'anew' | null;
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}
