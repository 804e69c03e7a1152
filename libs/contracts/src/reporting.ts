import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { documentRef, isoDate, receiverRef, sharedWith, text, uuid } from './values.js';

export const reportPeriod = z.object({
  key: z.string().max(40),
  label: text(120),
  from: isoDate.optional(),
  to: isoDate.optional(),
});

const opened = z.object({
  title: text(600),
  /** Of a title that no paper prints: what kind it is, and of what; `title` says the same in Vietnamese. */
  titled: z.object({ code: z.enum(['directiveTask']), text: text(600) }).optional(),
  planId: uuid.optional(),
  planNumber: text(120).optional(),
  provisionId: uuid.optional(),
  campaignId: uuid.optional(),
  debtorId: uuid,
  /** The debtor's name, where the duty is shown to another tenant. */
  debtorName: text(300).optional(),
  receiver: receiverRef,
  period: reportPeriod,
  asPrinted: text(600).optional(),
  cutOff: isoDate.optional(),
  dueOn: isoDate.optional(),
  dueBasis: z.enum(['printed', 'derived', 'none']),
  headings: z.array(text(600)).default([]),
  example: z.boolean(),
  /** Due before the business day on which it was entered: shown as history, never chased. */
  historic: z.boolean(),
  /** The receiver's tenant, where that is another. */
  sharedWith,
});

export const reportBody = z.strictObject({
  nil: z.boolean().default(false),
  parts: z
    .array(z.strictObject({ heading: text(600), text: text(20000) }))
    .max(40)
    .default([]),
  figures: z
    .array(z.strictObject({ label: text(200), value: z.number(), unit: text(40) }))
    .max(100)
    .default([]),
  evidence: z.array(uuid).max(20).default([]),
  document: documentRef.optional(),
});

/** Of a duty that falls away by itself: why, by which document, and in the words of that act. */
const fallenAway = z.object({
  code: z.enum(['planEnded', 'provisionDropped', 'entryCorrected']),
  document: text(300).optional(),
  reason: text(2000),
});
export type FallenAway = z.infer<typeof fallenAway>;

/** Nghĩa vụ báo cáo và các lần gửi của nó. Lateness is measured at sending. */
export const obligationEvents = {
  opened: defineEvent('lk.reporting.obligation.opened.v1', opened, { shared: true }),
  /** Public for the files that a draft names: they are not swept. */
  reportDrafted: defineEvent('lk.reporting.obligation.reportDrafted.v1', z.object({ report: reportBody }), {
    public: true,
  }),
  reportSent: defineEvent(
    'lk.reporting.obligation.reportSent.v1',
    z.object({
      version: z.int().min(1),
      report: reportBody,
      sentOn: isoDate,
      daysLate: z.int().min(0),
      /** Of the duty, where the report crosses to another tenant. */
      title: text(600).optional(),
      sharedWith,
    }),
    { shared: true },
  ),
  reportRetracted: defineEvent(
    'lk.reporting.obligation.reportRetracted.v1',
    z.object({ version: z.int(), note: text(2000).optional(), sharedWith }),
    { shared: true },
  ),
  reportReceived: defineEvent('lk.reporting.obligation.reportReceived.v1', z.object({ version: z.int() }), {
    public: true,
  }),
  reportSentBack: defineEvent(
    'lk.reporting.obligation.reportSentBack.v1',
    z.object({ version: z.int(), note: text(2000), newDueOn: isoDate }),
    { public: true },
  ),
  reportAccepted: defineEvent(
    'lk.reporting.obligation.reportAccepted.v1',
    z.object({
      version: z.int(),
      title: text(600),
      planId: uuid.optional(),
      period: reportPeriod,
      report: reportBody,
      example: z.boolean(),
      sharedWith,
    }),
    { shared: true },
  ),
  extensionRequested: defineEvent(
    'lk.reporting.obligation.extensionRequested.v1',
    z.object({ reason: text(2000), proposedOn: isoDate, sharedWith }),
    { shared: true },
  ),
  extensionDecided: defineEvent(
    'lk.reporting.obligation.extensionDecided.v1',
    z.object({ granted: z.boolean(), dueOn: isoDate.optional(), note: text(2000).optional() }),
    { public: true },
  ),
  waived: defineEvent(
    'lk.reporting.obligation.waived.v1',
    z.object({
      reason: text(2000),
      /** Where no person waived it: by what it fell away; `reason` says the same in Vietnamese. */
      because: fallenAway.optional(),
      sharedWith,
    }),
    { shared: true },
  ),
  /**
   * The plan says something else of a report that is owed still: what, to whom, until when. `dueOn` is the term of this
   * debtor; `provisionDueOn` what the plan now says, where a longer term was given before.
   */
  adjusted: defineEvent(
    'lk.reporting.obligation.adjusted.v1',
    opened
      .pick({
        title: true,
        receiver: true,
        period: true,
        asPrinted: true,
        cutOff: true,
        dueOn: true,
        dueBasis: true,
      })
      .extend({
        provisionDueOn: isoDate.optional(),
        /** Due before the day on which the act became known here: shown as history, never chased. */
        historic: z.boolean(),
        /** The act of the plan; of a directive or a campaign, the correction of its entry. */
        planEventId: uuid,
        titled: opened.shape.titled,
        headings: z.array(text(600)).optional(),
        sharedWith,
      }),
    { shared: true },
  ),
  /**
   * What made it fall away by itself had been entered by mistake: it is owed again. `historic`: its due date passed
   * meanwhile, so that nobody is chased for it.
   */
  reinstated: defineEvent(
    'lk.reporting.obligation.reinstated.v1',
    z.object({ historic: z.boolean(), planEventId: uuid, sharedWith }),
    { shared: true },
  ),
  /** Đôn đốc: said to the debtor again by who waits for the report. It never crosses: between tenants nobody is urged. */
  urged: defineEvent(
    'lk.reporting.obligation.urged.v1',
    z.object({ organisationId: uuid, text: text(2000).optional() }),
    { public: true },
  ),
  /** The debtor's last day has passed: waits until somebody assigns it. */
  awaitsSuccessor: defineEvent('lk.reporting.obligation.awaitsSuccessor.v1', z.object({ endedOn: isoDate }), {
    public: true,
  }),
  transferred: defineEvent(
    'lk.reporting.obligation.transferred.v1',
    z.object({ toId: uuid, basis: text(2000), sharedWith }),
    { shared: true },
  ),
  /**
   * The end of an organisation was corrected: who owes the report then. Back with who goes on, or with the successor that
   * should have been entered.
   */
  successionCorrected: defineEvent(
    'lk.reporting.obligation.successionCorrected.v1',
    z.object({ debtorId: uuid, endCorrected: uuid, reason: text(2000), sharedWith }),
    { shared: true },
  ),
};
export type ObligationEvent = EventOf<(typeof obligationEvents)[keyof typeof obligationEvents]>;
export type ObligationOpened = z.infer<typeof opened>;

/** A provision's debtors as the focal agency confirmed them for one period. */
export const debtorListEvents = {
  proposed: defineEvent(
    'lk.reporting.debtorlist.proposed.v1',
    z.object({
      planId: uuid,
      provisionId: uuid,
      periodKey: z.string(),
      debtors: z.array(uuid),
      /** Of the duty that waits for the list: what it is called, and until when. */
      title: text(600).optional(),
      dueOn: isoDate.optional(),
      example: z.boolean().optional(),
    }),
    { public: true },
  ),
  confirmed: defineEvent(
    'lk.reporting.debtorlist.confirmed.v1',
    z.object({ debtors: z.array(uuid).max(200) }),
    { public: true },
  ),
  /** Sửa lỗi nhập liệu: the list as it should have been confirmed, as a whole. */
  entryCorrected: defineEvent(
    'lk.reporting.debtorlist.entryCorrected.v1',
    z.object({ corrects: uuid, reason: text(2000), debtors: z.array(uuid).max(200) }),
    { public: true },
  ),
};
export type DebtorListEvent = EventOf<(typeof debtorListEvents)[keyof typeof debtorListEvents]>;
