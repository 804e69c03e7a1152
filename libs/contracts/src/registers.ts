import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { envelope, isoDate, partialDate, recipient, signer, text, uuid, agencyRef } from './values.js';

export const ORGANISATION_KINDS = [
  'committee',
  'department',
  'board',
  'centre',
  'institute',
  'hospital',
  'district',
  'firm',
  'school',
  'office',
  'ministry',
  'party',
  'council',
  'socialInsurance',
  'press',
  'inspectorate',
  'group',
] as const;

/** Cơ quan, đơn vị; `group` is an open class ("các sở, ban, ngành") whose list a person confirms. */
export const organisationData = z.strictObject({
  name: text(300),
  kind: z.enum(ORGANISATION_KINDS),
  aliases: z.array(text(120)).max(20).default([]),
  parentId: uuid.optional(),
  /** Organisation of another tenant, kept here because our documents name it. */
  outside: z.boolean().default(false),
});

const organisationEnd = z.object({
  endedOn: isoDate,
  successor: z.object({ id: uuid.optional(), name: text(300) }).optional(),
  basis: text(600),
});
export const organisationEvents = {
  registered: defineEvent('lk.agreement.organisation.registered.v1', organisationData, { public: true }),
  /** Sửa lỗi nhập liệu: its name and what else was registered, as a whole. */
  entryCorrected: defineEvent(
    'lk.agreement.organisation.entryCorrected.v1',
    z.object({ corrects: uuid, reason: text(2000), content: organisationData }),
    { public: true },
  ),
  ended: defineEvent('lk.agreement.organisation.ended.v1', organisationEnd, { public: true }),
  /** Its end as it should have been entered; null where another organisation was meant, and this one goes on. */
  endCorrected: defineEvent(
    'lk.agreement.organisation.endCorrected.v1',
    z.object({ corrects: uuid, reason: text(2000), ended: organisationEnd.nullable() }),
    { public: true },
  ),
  listConfirmed: defineEvent(
    'lk.agreement.organisation.listConfirmed.v1',
    z.object({ members: z.array(uuid).min(1).max(200) }),
    { public: true },
  ),
};
export type OrganisationEnd = z.infer<typeof organisationEnd>;
export type OrganisationEvent = EventOf<(typeof organisationEvents)[keyof typeof organisationEvents]>;

export const staffRole = z.enum([
  'officer',
  'head',
  'focal',
  'leader',
  'clerk',
  'admin',
  'auditor',
  'region-coordinator',
]);

/** Phân công: which account holds which role in which organisation, from when to when. */
export const staffEvents = {
  assigned: defineEvent(
    'lk.agreement.staff.assigned.v1',
    z.object({
      assignmentId: uuid,
      organisationId: uuid,
      role: staffRole,
      from: isoDate,
      to: isoDate.optional(),
      basis: text(600),
    }),
    { public: true },
  ),
  assignmentEnded: defineEvent(
    'lk.agreement.staff.assignmentEnded.v1',
    z.object({ assignmentId: uuid, endedOn: isoDate, basis: text(600) }),
    { public: true },
  ),
};
export type StaffEvent = EventOf<(typeof staffEvents)[keyof typeof staffEvents]>;

/** Đầu mối liên hệ: the person only as envelopes; the office in clear, which is what may cross. */
const contact = z.object({
  office: z.object({
    title: text(200).optional(),
    division: text(200).optional(),
    organisation: text(300),
    organisationId: uuid.optional(),
  }),
  person: z.object({ name: envelope, phone: envelope.optional(), email: envelope.optional() }),
});
export const contactEvents = {
  registered: defineEvent('lk.agreement.contact.registered.v1', contact),
  /** Sửa lỗi nhập liệu: as a whole, the person sealed anew with the same key. */
  entryCorrected: defineEvent(
    'lk.agreement.contact.entryCorrected.v1',
    z.object({ corrects: uuid, reason: text(2000), content: contact }),
  ),
};
export type ContactEvent = EventOf<(typeof contactEvents)[keyof typeof contactEvents]>;

export const DOCUMENT_KINDS = [
  'plan',
  'officialLetter',
  'report',
  'submissionPaper',
  'agreement',
  'memorandum',
  'resolution',
  'decision',
  'appendix',
  'routingSlip',
  'programme',
  'list',
  'form',
  'other',
] as const;

/** Văn bản: own, incoming (with its incoming number and date), a draft, or only cited. */
export const documentData = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  number: text(40).optional(),
  symbol: text(60).optional(),
  date: partialDate.optional(),
  dateAsPrinted: text(120).optional(),
  place: text(120).optional(),
  issuer: agencyRef.optional(),
  abstract: text(1000),
  signer: signer.optional(),
  addressees: z.array(text(600)).max(100).default([]),
  recipients: z.array(recipient).max(100).default([]),
  archiveLine: text(200).optional(),
  standing: z.enum(['own', 'incoming', 'citedOnly', 'draft']),
  incoming: z.strictObject({ number: text(40), on: isoDate }).optional(),
  enclosures: z.array(text(600)).max(40).default([]),
  legalBases: z.array(text(1000)).max(60).default([]),
  conflicts: z.array(text(1000)).max(20).default([]),
  publication: text(300).optional(),
});
export const documentEvents = {
  recorded: defineEvent('lk.agreement.document.recorded.v1', documentData, { public: true }),
  /** Sửa lỗi nhập liệu: what the paper says, as a whole, in the place of what we had typed. */
  entryCorrected: defineEvent(
    'lk.agreement.document.entryCorrected.v1',
    z.object({ corrects: uuid, reason: text(2000), content: documentData }),
    { public: true },
  ),
};
export type DocumentEvent = EventOf<(typeof documentEvents)[keyof typeof documentEvents]>;
