import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { planChange } from './plan-change.js';
import { planContent } from './plan-content.js';
import {
  agencyRef,
  documentRef,
  isoDate,
  partialDate,
  partiesChanged,
  sharedWith,
  signer,
  text,
  uuid,
} from './values.js';

export const ENDINGS = ['replaced', 'repealed', 'annulled'] as const;
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
  /** Khó khăn, vướng mắc that it answers; they stay within the tenant. */
  difficulties: z.array(uuid).optional(),
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
  ended: defineEvent('lk.agreement.plan.ended.v1', endedData.extend({ how: z.enum(ENDINGS) }), {
    shared: true,
  }),
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
        /** Of a recalling, ending, rectifying or closing act: what its paper says. */
        document: documentRef.optional(),
        reason: text(2000).optional(),
        text: text(2000).optional(),
        how: z.enum(ENDINGS).optional(),
        /** Nhập nhầm: of this plan there is no such act; of an act after the issue. */
        enteredInError: z.literal(true).optional(),
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
      difficulties: z.array(uuid).optional(),
      ownerId: uuid,
    }),
    { public: true },
  ),
  submitted: defineEvent('lk.agreement.amendment.submitted.v1', note, { public: true }),
  retracted: defineEvent('lk.agreement.amendment.retracted.v1', note),
  sentBack: defineEvent('lk.agreement.amendment.sentBack.v1', reasons, { public: true }),
  revised: defineEvent(
    'lk.agreement.amendment.revised.v1',
    z.object({
      baseRevision: z.int(),
      reason: text(2000),
      changes: z.array(planChange).min(1).max(400),
      difficulties: z.array(uuid),
    }),
    { public: true },
  ),
  /** Reaction to the act in the plan's stream, which names the amendment. */
  decided: defineEvent('lk.agreement.amendment.decided.v1', z.object({ planEventId: uuid })),
  /** The act that decided it had been entered by mistake: it waits for a decision again. */
  reopened: defineEvent('lk.agreement.amendment.reopened.v1', z.object({ planEventId: uuid })),
};
export type AmendmentEvent = EventOf<(typeof amendmentEvents)[keyof typeof amendmentEvents]>;
