import { z } from 'zod';
import { agencyRef, isoDate, receiverRef, text, uuid } from './values.js';

/** How a provision's due dates follow from its words; the names are those of libs/calendar's ReportRule. */
export const reportRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('yearlyBefore'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
  }),
  z.strictObject({ kind: z.literal('yearlyWithin'), month: z.int().min(1).max(12) }),
  z.strictObject({ kind: z.literal('onceBefore'), date: isoDate }),
  z.strictObject({ kind: z.literal('onceWithin'), year: z.int(), month: z.int().min(1).max(12) }),
  z.strictObject({
    kind: z.literal('cycles'),
    quarter: z.boolean(),
    halfYear: z.boolean(),
    year: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('quarterly') }),
  z.strictObject({ kind: z.literal('onRequest') }),
  z.strictObject({ kind: z.literal('undated') }),
]);

/** Quy định báo cáo of a plan; only the subject `report`, also where none is said, makes obligations. */
export const provision = z.strictObject({
  id: uuid,
  subject: z.enum(['report', 'conference', 'difficulty', 'media', 'list', 'plan', 'funding']).optional(),
  text: text(2000),
  what: text(600),
  asPrinted: text(600).optional(),
  /** Group (open class) or named organisations that owe it. */
  debtors: z.array(agencyRef).max(100),
  openClass: z.boolean().default(false),
  receiver: receiverRef.optional(),
  peers: z.boolean().default(false),
  rule: reportRule,
});
