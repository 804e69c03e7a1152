import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { provision } from './provision.js';
import {
  agencyRef,
  cooperationField,
  documentRef,
  foreignRef,
  isoDate,
  partialDate,
  recipient,
  partiesChanged,
  sharedWith,
  signer,
  tenantId,
  text,
  uuid,
} from './values.js';

export const section = z.strictObject({
  id: uuid,
  parentId: uuid.optional(),
  printedNumber: text(40).optional(),
  title: text(1000),
  horizonId: uuid.optional(),
  leads: z.array(agencyRef).max(60).default([]),
});

export const contactOffice = z.strictObject({
  title: text(200).optional(),
  division: text(200).optional(),
  organisation: text(300).optional(),
  contactId: uuid.optional(),
});

/** Nội dung công việc: one row of the printed table. Printed numbers are data; the id never changes. */
export const item = z.strictObject({
  id: uuid,
  sectionId: uuid,
  printedNumber: text(40).optional(),
  text: text(4000),
  /** Own leads; without any, those of the section hold. */
  leads: z.array(agencyRef).max(60).default([]),
  leadScope: z.enum(['own', 'group', 'heading', 'sentence', 'notStated']),
  coordinators: z.array(agencyRef).max(60).default([]),
  contactOffices: z.array(contactOffice).max(20).default([]),
  deliverable: text(1000).optional(),
  time: text(300).optional(),
  note: text(1000).optional(),
  scope: z.enum(['regional', 'bilateral', 'general']).optional(),
  partnerTenants: z.array(tenantId).max(64).default([]),
  host: text(300).optional(),
  place: text(300).optional(),
  field: cooperationField.optional(),
  parentItemId: uuid.optional(),
  subTasks: z.array(text(2000)).max(60).default([]),
  sameAsItemId: uuid.optional(),
  provisionId: uuid.optional(),
  awaitsTrigger: z.boolean().default(false),
  /** False for rows that explain or repeat; they make no activity. */
  becomesActivity: z.boolean().default(true),
});

export const horizon = z.strictObject({
  id: uuid,
  label: text(200),
  from: isoDate.optional(),
  to: isoDate.optional(),
});

/** The whole of a plan, in the printed order. */
export const planContent = z.strictObject({
  title: text(1000),
  example: z.boolean().default(false),
  horizons: z.array(horizon).max(10).default([]),
  underAgreements: z.array(foreignRef).max(20).default([]),
  underPlan: foreignRef.optional(),
  focalAgencyId: uuid.optional(),
  leaderInCharge: text(300).optional(),
  documentId: uuid.optional(),
  legalBases: z.array(text(1000)).max(60).default([]),
  sections: z.array(section).max(200).default([]),
  items: z.array(item).max(400).default([]),
  provisions: z.array(provision).max(60).default([]),
  recipients: z.array(recipient).max(100).default([]),
  archiveLine: text(200).optional(),
});
export type PlanContent = z.infer<typeof planContent>;
export type PlanItem = z.infer<typeof item>;
export type PlanSection = z.infer<typeof section>;
export type PlanProvision = z.infer<typeof provision>;

/**
 * Fields of an item that a change sets. Written out without defaults: `partial()` of a field with a default would set
 * that default where the change says nothing.
 */
const itemFields = z.strictObject({
  printedNumber: text(40).optional(),
  text: text(4000).optional(),
  leads: z.array(agencyRef).max(60).optional(),
  leadScope: item.shape.leadScope.optional(),
  coordinators: z.array(agencyRef).max(60).optional(),
  contactOffices: z.array(contactOffice).max(20).optional(),
  deliverable: text(1000).optional(),
  time: text(300).optional(),
  note: text(1000).optional(),
  scope: item.shape.scope,
  partnerTenants: z.array(tenantId).max(64).optional(),
  host: text(300).optional(),
  place: text(300).optional(),
  field: cooperationField.optional(),
});

/** What an amendment changes, in full: each change stands alone, so that the fold needs no drafting event. */
export const planChange = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('setItem'), itemId: uuid, fields: itemFields }),
  z.strictObject({ op: z.literal('addItem'), item, afterItemId: uuid.optional() }),
  z.strictObject({ op: z.literal('removeItem'), itemId: uuid, reason: text(1000) }),
  z.strictObject({
    op: z.literal('setPlan'),
    fields: z.strictObject({
      title: text(1000).optional(),
      recipients: z.array(recipient).max(100).optional(),
      leaderInCharge: text(300).optional(),
      focalAgencyId: uuid.optional(),
    }),
  }),
]);
export type PlanChange = z.infer<typeof planChange>;

const note = z.object({ note: text(2000).optional() });
const reasons = z.object({ reasons: text(2000) });
const issuedData = z.object({
  number: text(40).optional(),
  symbol: text(60).optional(),
  date: partialDate.optional(),
  place: text(120).optional(),
  signer: signer.optional(),
  content: planContent,
  /** `paper`: entered from what was issued outside the platform; no drafting or review is invented. */
  entry: z.enum(['platform', 'paper']),
  sharedWith,
});
const amendedData = z.object({
  amendmentId: uuid,
  document: documentRef,
  reason: text(2000),
  changes: z.array(planChange).min(1).max(400),
  supersedes: z.array(uuid).default([]),
  sharedWith,
});
const endedData = z.object({ document: documentRef, reason: text(2000), sharedWith });

/** Kế hoạch. Acts (in force by `effectiveOn`): issued, amended, recalled, rectified, ended, entryCorrected. */
export const planEvents = {
  drafted: defineEvent('lk.agreement.plan.drafted.v1', z.object({ content: planContent, ownerId: uuid })),
  revised: defineEvent('lk.agreement.plan.revised.v1', z.object({ content: planContent })),
  consulted: defineEvent(
    'lk.agreement.plan.consulted.v1',
    z.object({ organisations: z.array(agencyRef), dueOn: isoDate.optional() }),
    { public: true },
  ),
  /** Góp ý: what an organisation asked says to the draft; it agrees, or says what should be otherwise. */
  commented: defineEvent(
    'lk.agreement.plan.commented.v1',
    z.object({
      organisationId: uuid,
      agrees: z.boolean(),
      text: text(4000).optional(),
      itemId: uuid.optional(),
    }),
  ),
  /** Tiếp thu, or not and why. */
  commentDecided: defineEvent(
    'lk.agreement.plan.commentDecided.v1',
    z.object({ comment: uuid, takenOver: z.boolean(), reason: text(2000).optional() }),
  ),
  submitted: defineEvent(
    'lk.agreement.plan.submitted.v1',
    note.extend({ document: documentRef.optional() }),
    { public: true },
  ),
  retracted: defineEvent('lk.agreement.plan.retracted.v1', note),
  sentBack: defineEvent('lk.agreement.plan.sentBack.v1', reasons, { public: true }),
  signed: defineEvent('lk.agreement.plan.signed.v1', z.object({ signer }), { public: true }),
  issued: defineEvent('lk.agreement.plan.issued.v1', issuedData, { shared: true }),
  amended: defineEvent('lk.agreement.plan.amended.v1', amendedData, { shared: true }),
  rectified: defineEvent(
    'lk.agreement.plan.rectified.v1',
    z.object({ document: documentRef, text: text(2000), sharedWith }),
    { shared: true },
  ),
  recalled: defineEvent('lk.agreement.plan.recalled.v1', endedData, { shared: true }),
  ended: defineEvent(
    'lk.agreement.plan.ended.v1',
    endedData.extend({ how: z.enum(['replaced', 'repealed', 'annulled']) }),
    { shared: true },
  ),
  closed: defineEvent(
    'lk.agreement.plan.closed.v1',
    z.object({ document: documentRef.optional(), sharedWith }),
    { shared: true },
  ),
  /**
   * Its agreements have other parties now. Those that joined get what the plan told before; those that left keep what
   * they had and get no more.
   */
  partiesChanged: defineEvent('lk.agreement.plan.partiesChanged.v1', partiesChanged, { shared: true }),
  /** Sửa lỗi nhập liệu: takes the place of the act it names; the paper was right, our typing was not. */
  entryCorrected: defineEvent(
    'lk.agreement.plan.entryCorrected.v1',
    z.object({
      corrects: uuid,
      reason: text(2000),
      replacement: z.object({
        effectiveOn: isoDate.optional(),
        issued: issuedData.optional(),
        amended: amendedData.optional(),
      }),
      sharedWith,
    }),
    { shared: true },
  ),
};
export type PlanEvent = EventOf<(typeof planEvents)[keyof typeof planEvents]>;
export type IssuedData = z.infer<typeof issuedData>;
export type AmendedData = z.infer<typeof amendedData>;

/** Đề nghị điều chỉnh: an isolated copy of what would change, with its own review. */
export const amendmentEvents = {
  proposed: defineEvent(
    'lk.agreement.amendment.proposed.v1',
    z.object({
      planId: uuid,
      baseRevision: z.int(),
      reason: text(2000),
      changes: z.array(planChange).min(1).max(400),
      ownerId: uuid,
    }),
    { public: true },
  ),
  submitted: defineEvent('lk.agreement.amendment.submitted.v1', note, { public: true }),
  retracted: defineEvent('lk.agreement.amendment.retracted.v1', note),
  sentBack: defineEvent('lk.agreement.amendment.sentBack.v1', reasons, { public: true }),
  /** Reaction to the act in the plan's stream, which names the amendment. */
  decided: defineEvent('lk.agreement.amendment.decided.v1', z.object({ planEventId: uuid })),
};
export type AmendmentEvent = EventOf<(typeof amendmentEvents)[keyof typeof amendmentEvents]>;
