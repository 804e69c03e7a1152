import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { agencyRef, documentRef, foreignRef, isoDate, text, uuid } from './values.js';

/** Chỉ đạo: a leader's written opinion assigns lead and coordinators, each with or without a deadline. */
export const directiveData = z.strictObject({
  document: documentRef.optional(),
  text: text(4000),
  about: foreignRef.optional(),
  tasks: z
    .array(
      z.strictObject({
        lead: agencyRef,
        coordinators: z.array(agencyRef).max(60).default([]),
        dueOn: isoDate.optional(),
        text: text(2000),
      }),
    )
    .min(1)
    .max(60),
  example: z.boolean().optional(),
});
export type DirectiveData = z.infer<typeof directiveData>;

const deadline = z.object({
  /** Which task, counted from 0 in the printed order. */
  task: z.int().min(0),
  dueOn: isoDate,
  /** Who must report by then, and to whom. */
  debtors: z.array(uuid).min(1).max(200),
  receiver: agencyRef,
  document: documentRef.optional(),
  basis: text(600).optional(),
});
export const directiveEvents = {
  issued: defineEvent('lk.agreement.directive.issued.v1', directiveData, { public: true }),
  /** Sửa lỗi nhập liệu: what the paper says, as a whole; the deadlines that it prints are corrected beside it. */
  entryCorrected: defineEvent(
    'lk.agreement.directive.entryCorrected.v1',
    z.object({ corrects: uuid, reason: text(2000), content: directiveData }),
    { public: true },
  ),
  /** Đặt thời hạn: set later, by a document or another official act, where the directive itself printed none. */
  deadlineSet: defineEvent('lk.agreement.directive.deadlineSet.v1', deadline, { public: true }),
  /** A deadline as it should have been entered; null where there is none. */
  deadlineCorrected: defineEvent(
    'lk.agreement.directive.deadlineCorrected.v1',
    z.object({ corrects: uuid, reason: text(2000), deadline: deadline.nullable() }),
    { public: true },
  ),
};
export type DirectiveEvent = EventOf<(typeof directiveEvents)[keyof typeof directiveEvents]>;
export type DeadlineSet = z.infer<typeof deadline>;
