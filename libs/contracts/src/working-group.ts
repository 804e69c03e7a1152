import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import {
  documentRef,
  foreignRef,
  isoDate,
  partiesChanged,
  sharedWith,
  tenantId,
  text,
  uuid,
} from './values.js';

const member = z.strictObject({
  /** Named by later changes; where the roster gave none it follows from team and place. */
  id: uuid.optional(),
  honorific: text(20).optional(),
  name: text(200),
  title: text(300),
  role: text(100),
  tenant: tenantId.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
});

/** Tổ công tác with its teams and dated roster; names of its members are official and may cross. */
export const workingGroupData = z.strictObject({
  name: text(300),
  underPlan: foreignRef.optional(),
  /** Of a group that belongs to an agreement as a whole. */
  underAgreement: foreignRef.optional(),
  teams: z
    .array(z.strictObject({ id: uuid, name: text(300), members: z.array(member).max(100) }))
    .min(1)
    .max(20),
  sharedWith: z.array(tenantId).max(64).default([]),
});

/** Kiện toàn Tổ công tác: who joins, who leaves, whose task or title becomes another. */
export const rosterChange = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('join'),
    teamId: uuid,
    member: member.omit({ id: true, from: true, to: true }).extend({ id: uuid }),
    /** Behind whom: the order of a roster is rank. Without anybody, at the end. */
    afterMemberId: uuid.optional(),
  }),
  z.strictObject({ op: z.literal('leave'), memberId: uuid }),
  z.strictObject({
    op: z.literal('change'),
    memberId: uuid,
    role: text(100).optional(),
    title: text(300).optional(),
  }),
]);
export type RosterChange = z.infer<typeof rosterChange>;
export type WorkingGroupData = z.infer<typeof workingGroupData>;

export const workingGroupEvents = {
  established: defineEvent('lk.agreement.workinggroup.established.v1', workingGroupData, { shared: true }),
  /** By a document, from its in-force day on: who leaves is no member on that day. */
  rosterChanged: defineEvent(
    'lk.agreement.workinggroup.rosterChanged.v1',
    z.object({ document: documentRef, changes: z.array(rosterChange).min(1).max(100), sharedWith }),
    { shared: true },
  ),
  /** What it belongs to, named later: a group that was recorded before its plan could be named, or before there was one. */
  placed: defineEvent(
    'lk.agreement.workinggroup.placed.v1',
    z.object({
      underPlan: foreignRef.optional(),
      underAgreement: foreignRef.optional(),
      reason: text(1000),
      sharedWith,
    }),
    { shared: true },
  ),
  /** With its plan or agreement: who joined gets the roster with its history, who left keeps it and gets no more. */
  partiesChanged: defineEvent('lk.agreement.workinggroup.partiesChanged.v1', partiesChanged, {
    shared: true,
  }),
};
export type WorkingGroupEvent = EventOf<(typeof workingGroupEvents)[keyof typeof workingGroupEvents]>;

/** A member of a team on a day. */
export interface MemberOnDay {
  readonly id: string;
  readonly honorific?: string | undefined;
  readonly name: string;
  readonly title: string;
  readonly role: string;
  readonly tenant?: string | undefined;
  readonly from: string | null;
  /** Last day as a member, where it is known. */
  readonly to: string | null;
}

export interface WorkingGroupView {
  readonly id: string;
  readonly revision: number;
  readonly originTenant: string | null;
  readonly name: string;
  readonly underPlan: WorkingGroupData['underPlan'] | null;
  readonly underAgreement: WorkingGroupData['underAgreement'] | null;
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly members: readonly MemberOnDay[];
  }[];
  readonly sharedWith: readonly string[];
  /** The day whose roster it is. */
  readonly asOf: string;
  /** Everybody who ever was on it by any change, so that those are told by name. */
  readonly everyone: readonly { readonly id: string; readonly name: string }[];
  /** Every change of the roster, later ones included, with what made it so. */
  readonly changes: readonly {
    readonly effectiveOn: string;
    readonly document: z.infer<typeof documentRef>;
    readonly changes: readonly RosterChange[];
  }[];
}
