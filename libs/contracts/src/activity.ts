import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { contactOffice } from './plan-content.js';
import {
  agencyRef,
  cooperationField,
  documentRef,
  envelope,
  isoDate,
  partiesChanged,
  sharedWith,
  tenantId,
  text,
  uuid,
  webAddress,
} from './values.js';

/** An activity as other logs name it: its owner tenant and its id there. */
export const activityRef = z.strictObject({ tenant: tenantId, activityId: uuid });
export type ActivityRef = z.infer<typeof activityRef>;

/** Definition of an activity, taken from the plan's item; the owner tenant alone changes it. */
export const activityDefinition = z.object({
  title: text(4000),
  printedNumber: text(40).optional(),
  sectionTitle: text(1000).optional(),
  leads: z.array(agencyRef),
  coordinators: z.array(agencyRef),
  contactOffices: z.array(contactOffice),
  deliverable: text(1000).optional(),
  time: text(300).optional(),
  /** Days the time expression says, when it says any. Never invented. */
  window: z.object({ from: isoDate, to: isoDate }).optional(),
  note: text(1000).optional(),
  scope: z.enum(['regional', 'bilateral', 'general']).optional(),
  partnerTenants: z.array(tenantId),
  host: text(300).optional(),
  place: text(300).optional(),
  field: cooperationField.optional(),
  provisionId: uuid.optional(),
  awaitsTrigger: z.boolean(),
});
export type ActivityDefinition = z.infer<typeof activityDefinition>;

const planned = z.object({
  planId: uuid,
  planNumber: text(120).optional(),
  itemId: uuid,
  ownerId: uuid.optional(),
  example: z.boolean(),
  order: z.int(),
  definition: activityDefinition,
  /** Its window began before the plan was in force: asks for its result, is never overdue. */
  beganBeforeInForce: z.boolean(),
  /** Its end lay before the day of entry and the documents tell no result: "Chưa có thông tin", not chased. */
  historic: z.boolean(),
  sharedWith,
});

export const progressData = z.strictObject({
  text: text(4000),
  happenedOn: isoDate,
  figures: z
    .array(z.strictObject({ label: text(200), value: z.number(), unit: text(40) }))
    .max(40)
    .default([]),
  links: z.array(z.url().max(500)).max(20).default([]),
  evidence: z.array(uuid).max(20).default([]),
});

/** What may be entered of it: events of before keep whatever link was taken then. */
export const progressBody = progressData.extend({ links: z.array(webAddress).max(20).default([]) });

/** Hoạt động. */
export const activityEvents = {
  planned: defineEvent('lk.activity.activity.planned.v1', planned, { shared: true }),
  redefined: defineEvent(
    'lk.activity.activity.redefined.v1',
    z.object({
      definition: activityDefinition,
      planEventId: uuid,
      beganBeforeInForce: z.boolean(),
      /** As they are now, where an act or a correction gave the plan others. */
      planNumber: text(120).optional(),
      ownerId: uuid.optional(),
      sharedWith,
    }),
    { shared: true },
  ),
  cancelled: defineEvent(
    'lk.activity.activity.cancelled.v1',
    z.object({
      reason: text(2000),
      document: documentRef.optional(),
      planEventId: uuid.optional(),
      sharedWith,
    }),
    { shared: true },
  ),
  /** Nhập nhầm: no document ever made it an activity; the correction of our entry took it out of its plan. */
  enteredInError: defineEvent(
    'lk.activity.activity.enteredInError.v1',
    z.object({ reason: text(2000), planEventId: uuid, sharedWith }),
    { shared: true },
  ),
  progressRecorded: defineEvent(
    'lk.activity.activity.progressRecorded.v1',
    progressData.extend({ sharedWith }),
    { shared: true },
  ),
  /** Sửa lỗi nhập liệu: what an entry should have said, as a whole, in the place of what was typed. */
  progressCorrected: defineEvent(
    'lk.activity.activity.progressCorrected.v1',
    progressData.extend({ corrects: uuid, reason: text(2000), sharedWith }),
    { shared: true },
  ),
  suspended: defineEvent('lk.activity.activity.suspended.v1', z.object({ reason: text(2000), sharedWith }), {
    shared: true,
  }),
  resumed: defineEvent(
    'lk.activity.activity.resumed.v1',
    z.object({ note: text(2000).optional(), sharedWith }),
    { shared: true },
  ),
  reportedDone: defineEvent(
    'lk.activity.activity.reportedDone.v1',
    z.object({ text: text(4000), doneOn: isoDate, evidence: z.array(uuid).default([]), sharedWith }),
    { shared: true },
  ),
  doneConfirmed: defineEvent(
    'lk.activity.activity.doneConfirmed.v1',
    z.object({ note: text(2000).optional(), sharedWith }),
    { shared: true },
  ),
  /** Confirmed by mistake: reported done again, and neither confirmed nor refused. */
  doneUnconfirmed: defineEvent(
    'lk.activity.activity.doneUnconfirmed.v1',
    z.object({ corrects: uuid, reason: text(2000), sharedWith }),
    { shared: true },
  ),
  doneRefused: defineEvent(
    'lk.activity.activity.doneRefused.v1',
    z.object({ reasons: text(2000), sharedWith }),
    { shared: true },
  ),
  /** Stands in its plan again, after a correction of the act that had taken it out. */
  reinstated: defineEvent(
    'lk.activity.activity.reinstated.v1',
    z.object({
      definition: activityDefinition,
      planEventId: uuid,
      beganBeforeInForce: z.boolean(),
      /** As they are now, where an act or a correction gave the plan others. */
      planNumber: text(120).optional(),
      ownerId: uuid.optional(),
      sharedWith,
    }),
    { shared: true },
  ),
  /** With its plan: see there. */
  partiesChanged: defineEvent('lk.activity.activity.partiesChanged.v1', partiesChanged, { shared: true }),
  /** Lùi thời gian, within the printed time: another printed time needs an amendment. */
  postponed: defineEvent(
    'lk.activity.activity.postponed.v1',
    z.object({ reason: text(2000), until: isoDate.optional(), sharedWith }),
    { shared: true },
  ),
  /** Chuyển tiếp: goes on as an item of a later plan, whose activity keeps the link back. */
  carriedOver: defineEvent(
    'lk.activity.activity.carriedOver.v1',
    z.object({
      to: z.object({ planId: uuid, itemId: uuid, activityId: uuid }),
      note: text(2000).optional(),
      sharedWith,
    }),
    { shared: true },
  ),
  /** The same work stands in another plan, here or in another tenant: totals count it once. */
  sameAsLinked: defineEvent(
    'lk.activity.activity.sameAsLinked.v1',
    z.object({ with: activityRef, reason: text(2000), sharedWith }),
    { shared: true },
  ),
  sameAsUnlinked: defineEvent(
    'lk.activity.activity.sameAsUnlinked.v1',
    z.object({ with: activityRef, reason: text(2000), sharedWith }),
    { shared: true },
  ),
  /** What a participant of another tenant reported, taken over by the owner. */
  participationTakenOver: defineEvent(
    'lk.activity.activity.participationTakenOver.v1',
    z.object({
      participation: z.object({ tenant: tenantId, id: uuid, revision: z.int() }),
      text: text(4000),
      happenedOn: isoDate,
      done: z.boolean(),
      sharedWith,
    }),
    { shared: true },
  ),
};
export type ActivityEvent = EventOf<(typeof activityEvents)[keyof typeof activityEvents]>;

/** Minh chứng: a file as stored, encrypted with a key of its own; the hash is over the ciphertext. */
export const fileData = z.strictObject({
  /** Of what was stored before names were sealed the name itself; else only what kind of file it is, by its ending. */
  name: text(200),
  /** The name as given, under the file's own key: people name files after people, and it goes with the file. */
  sealedName: envelope.optional(),
  mediaType: z
    .string()
    .regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/i)
    .max(120),
  size: z.int().min(0),
  cipherHash: z.string().regex(/^[0-9a-f]{64}$/),
  kid: uuid,
  storedBy: uuid.optional(),
});
export type FileData = z.infer<typeof fileData>;
export const fileEvents = {
  stored: defineEvent('lk.activity.file.stored.v1', fileData, { public: true }),
  /** Nothing named it within a day: its bytes are gone. */
  swept: defineEvent('lk.activity.file.swept.v1', z.object({ cipherHash: fileData.shape.cipherHash }), {
    public: true,
  }),
};
export type FileEvent = EventOf<(typeof fileEvents)[keyof typeof fileEvents]>;
