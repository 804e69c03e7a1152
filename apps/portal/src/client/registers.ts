import type { DeadlineSet, DirectiveData, EntryCorrection, documentData } from '@lien-ket/contracts';
import type { z } from 'zod';

/** Registers whose answers the contracts do not name: their events' data with an id. */
interface Registered {
  readonly id: string;
  readonly revision: number;
  /** Where what was typed wrong was corrected. */
  readonly corrections?: readonly EntryCorrection[];
}

export type DocumentView = Registered &
  z.infer<typeof documentData> & {
    /** The organisation in whose register it was entered. */
    readonly register?: string;
  };
export type DirectiveView = Registered &
  DirectiveData & {
    /** Who entered it in which capacity and when; missing where another tenant gave it. */
    readonly givenBy?: { readonly role: string; readonly organisationId?: string; readonly on: string };
    /** Set later than it was issued, in that order. */
    readonly deadlines?: readonly (DeadlineSet & { readonly eventId: string; readonly setOn: string })[];
  };

export interface StaffView {
  /** A pseudonym: whose account it is stands in the platform's own store. */
  readonly account: string;
  /** Of the account, whose assignments are changed one after the other. */
  readonly revision: number;
  readonly assignmentId: string;
  readonly organisationId: string;
  readonly role: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** What everybody sees of a contact; the person is read one by one, by those who keep the register. */
export interface ContactView extends Registered {
  /** The organisation that entered it. */
  readonly register: string;
  readonly office: {
    readonly title?: string;
    readonly division?: string;
    readonly organisation: string;
    readonly organisationId?: string;
  };
}
/** A sealed part of a person, opened; erased once its key is gone. */
export type Personal = { readonly kind: 'clear'; readonly text: string } | { readonly kind: 'erased' };
export interface ContactPerson {
  readonly corrections?: readonly EntryCorrection[];
  readonly person: {
    readonly name: Personal;
    readonly phone: Personal | null;
    readonly email: Personal | null;
  };
}

/** The read models of one service and how far each is behind the log. */
export interface ProjectionView {
  readonly service: string;
  readonly projections: readonly { readonly name: string; readonly seq: number; readonly lag: number }[];
}

/** A message that could not be handled; later ones of the same stream wait behind it. */
export interface ParkedView {
  readonly service: string;
  readonly handler: string;
  readonly message: string;
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly reason: string;
  readonly attempts: number;
  readonly businessDate: string;
  readonly since: string;
}

/** One parked message whole: as the broker brought it where it could not be read, and what was decided about it before. */
export interface ParkedMessageView {
  readonly parked: ParkedView | null;
  readonly unread: {
    readonly topic: string;
    readonly partition: number;
    readonly offset: string;
    readonly value: string | null;
  } | null;
  readonly decisions: readonly {
    readonly decision: 'redriven' | 'discarded';
    readonly reason: string | null;
    readonly role: string;
    readonly businessDate: string;
    readonly at: string;
  }[];
}
