import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import {
  agencyRef,
  cooperationField,
  documentRef,
  isoDate,
  sharedWith,
  tenantId,
  text,
  uuid,
} from './values.js';

/**
 * Khó khăn, vướng mắc. To the other party crosses that it was passed on, and from then on how it ended: nothing before,
 * and to nobody who was not asked.
 */
export const difficultyEvents = {
  raised: defineEvent(
    'lk.activity.difficulty.raised.v1',
    z.object({
      activityId: uuid.optional(),
      planId: uuid.optional(),
      text: text(4000),
      field: cooperationField.optional(),
      raisedBy: uuid,
      example: z.boolean(),
    }),
    { public: true },
  ),
  received: defineEvent('lk.activity.difficulty.received.v1', z.object({ note: text(2000).optional() }), {
    public: true,
  }),
  assigned: defineEvent(
    'lk.activity.difficulty.assigned.v1',
    z.object({ organisationId: uuid, dueOn: isoDate.optional(), note: text(2000).optional() }),
    { public: true },
  ),
  measureTaken: defineEvent('lk.activity.difficulty.measureTaken.v1', z.object({ text: text(4000) }), {
    public: true,
  }),
  submittedToCommittee: defineEvent(
    'lk.activity.difficulty.submittedToCommittee.v1',
    z.object({ text: text(4000) }),
    { public: true },
  ),
  passedToPartner: defineEvent(
    'lk.activity.difficulty.passedToPartner.v1',
    z.object({
      to: tenantId,
      text: text(4000),
      document: documentRef.optional(),
      example: z.boolean(),
      /** What it is about, by the ids of its owner. */
      activityId: uuid.optional(),
      planId: uuid.optional(),
      field: cooperationField.optional(),
      sharedWith,
    }),
    { shared: true },
  ),
  /** Answer of the other party, in its own log; comes back over the share channel. */
  answerGiven: defineEvent(
    'lk.activity.answer.given.v1',
    z.object({
      difficulty: z.object({ tenant: tenantId, id: uuid }),
      text: text(4000),
      document: documentRef.optional(),
      sharedWith,
    }),
    { shared: true },
  ),
  answered: defineEvent(
    'lk.activity.difficulty.answered.v1',
    z.object({ from: tenantId, text: text(4000), document: documentRef.optional() }),
    { public: true },
  ),
  /** Kiến nghị cấp có thẩm quyền: by a document, to one that is above the tenant and not on the platform. */
  petitioned: defineEvent(
    'lk.activity.difficulty.petitioned.v1',
    z.object({ authority: agencyRef, text: text(4000), document: documentRef }),
    { public: true },
  ),
  /** What the authority answered, as the focal agency records it. */
  authorityAnswered: defineEvent(
    'lk.activity.difficulty.authorityAnswered.v1',
    z.object({ authority: agencyRef, text: text(4000), document: documentRef.optional() }),
    { public: true },
  ),
  /** Dẫn đến sửa đổi: reaction to the amendment that names it. */
  ledToAmendment: defineEvent(
    'lk.activity.difficulty.ledToAmendment.v1',
    z.object({ planId: uuid, amendmentId: uuid, planEventId: uuid, document: documentRef }),
    { public: true },
  ),
  /** Reaction to the correction that says that this amendment was entered by mistake. */
  amendmentTakenBack: defineEvent(
    'lk.activity.difficulty.amendmentTakenBack.v1',
    z.object({ planEventId: uuid }),
    { public: true },
  ),
  resolved: defineEvent('lk.activity.difficulty.resolved.v1', z.object({ text: text(4000), sharedWith }), {
    shared: true,
  }),
  resolutionConfirmed: defineEvent(
    'lk.activity.difficulty.resolutionConfirmed.v1',
    z.object({ note: text(2000).optional(), sharedWith }),
    { shared: true },
  ),
  declined: defineEvent('lk.activity.difficulty.declined.v1', z.object({ reason: text(2000), sharedWith }), {
    shared: true,
  }),
  reopened: defineEvent('lk.activity.difficulty.reopened.v1', z.object({ reason: text(2000), sharedWith }), {
    shared: true,
  }),
};
export type AnswerEvent = EventOf<typeof difficultyEvents.answerGiven>;
export type DifficultyEvent = Exclude<
  EventOf<(typeof difficultyEvents)[keyof typeof difficultyEvents]>,
  AnswerEvent
>;
