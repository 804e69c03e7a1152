import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { documentRef, foreignRef, isoDate, partialDate, sharedWith, tenantId, text, uuid } from './values.js';

/** Bên ký kết: a tenant, or a party without one (then "confirmed on paper" with the document). */
export const party = z.strictObject({
  name: text(300),
  tenant: tenantId.optional(),
  basis: z.enum(['printed', 'reference']).default('printed'),
});

/** Thỏa thuận hợp tác, as one party records it from the paper. */
export const agreementData = z.strictObject({
  name: text(600),
  kind: z.enum(['agreement', 'memorandum']).default('agreement'),
  parties: z.array(party).min(2).max(64),
  signedOn: partialDate.optional(),
  place: text(200).optional(),
  termFrom: partialDate.optional(),
  termTo: isoDate.optional(),
  termBasis: z.enum(['printed', 'derived']).optional(),
  region: text(200).optional(),
  fields: z.array(text(200)).max(40).default([]),
  legalBases: z.array(text(1000)).max(40).default([]),
  parent: foreignRef.optional(),
});
export type AgreementData = z.infer<typeof agreementData>;

const versioned = z.object({
  version: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  content: agreementData,
  sharedWith,
});

export const agreementEvents = {
  recorded: defineEvent('lk.agreement.agreement.recorded.v1', versioned, { shared: true }),
  revised: defineEvent('lk.agreement.agreement.revised.v1', versioned.extend({ reason: text(1000) }), {
    shared: true,
  }),
  /** Gia hạn: an act of its own, by a document. What stood is not touched: the parties confirm the extension alone. */
  extended: defineEvent(
    'lk.agreement.agreement.extended.v1',
    z.object({
      version: z.int().min(1),
      /** Over the whole content with the new end, the document and the day from which it is in force. */
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      termTo: isoDate,
      document: documentRef,
      sharedWith,
    }),
    { shared: true },
  ),
  /** Sửa lỗi nhập liệu: what the paper of an extension says, as a whole, in place of what was typed. */
  extensionCorrected: defineEvent(
    'lk.agreement.agreement.extensionCorrected.v1',
    z.object({
      version: z.int().min(1),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      /** The event of the extension, or of its last correction. */
      corrects: uuid,
      reason: text(1000),
      termTo: isoDate,
      document: documentRef,
      sharedWith,
    }),
    { shared: true },
  ),
  confirmedOnPaper: defineEvent(
    'lk.agreement.agreement.confirmedOnPaper.v1',
    z.object({ party: text(300), version: z.int(), document: documentRef.optional(), sharedWith }),
    { shared: true },
  ),
  /** Reaction of the owner to a party's confirmation or refusal, received over the share channel. */
  answerTaken: defineEvent(
    'lk.agreement.agreement.answerTaken.v1',
    z.object({
      tenant: tenantId,
      version: z.int(),
      hash: z.string(),
      answer: z.enum(['confirmed', 'refused']),
      reason: text(1000).optional(),
      sharedWith,
    }),
    { shared: true },
  ),
  /** Told to those who are no party any more, and to nobody else: the fact, without the new content. */
  withdrawn: defineEvent(
    'lk.agreement.agreement.withdrawn.v1',
    z.object({ version: z.int().min(1), sharedWith }),
    { shared: true },
  ),
  closed: defineEvent(
    'lk.agreement.agreement.closed.v1',
    z.object({
      closedOn: isoDate,
      document: documentRef.optional(),
      /** The event in whose place this one stands, where it was typed wrong, and why. */
      corrects: uuid.optional(),
      reason: text(1000).optional(),
      sharedWith,
    }),
    { shared: true },
  ),
};
export type AgreementEvent = EventOf<(typeof agreementEvents)[keyof typeof agreementEvents]>;

const answered = z.object({
  agreement: z.object({ tenant: tenantId, id: uuid }),
  version: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  sharedWith,
});

/** Xác nhận / từ chối xác nhận: says that the record matches the paper, in the confirming party's own log. */
export const confirmationEvents = {
  confirmed: defineEvent('lk.agreement.confirmation.confirmed.v1', answered, { shared: true }),
  refused: defineEvent('lk.agreement.confirmation.refused.v1', answered.extend({ reason: text(1000) }), {
    shared: true,
  }),
};
export type ConfirmationEvent = EventOf<(typeof confirmationEvents)[keyof typeof confirmationEvents]>;
