import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { agencyRef, documentRef, foreignRef, isoDate, text, uuid } from './values.js';

/** Đợt yêu cầu báo cáo, đề xuất: asks many for one thing, by a document. */
export const campaignData = z.strictObject({
  title: text(600),
  document: documentRef.optional(),
  receiver: agencyRef,
  asPrinted: text(600).optional(),
  dueOn: isoDate.optional(),
  requests: z
    .array(
      z.strictObject({
        to: text(300),
        debtors: z.array(agencyRef).max(100),
        headings: z.array(text(600)).max(40),
      }),
    )
    .min(1)
    .max(10),
  about: foreignRef.optional(),
  example: z.boolean().default(false),
});
export type CampaignData = z.infer<typeof campaignData>;
export const campaignEvents = {
  launched: defineEvent('lk.reporting.campaign.launched.v1', campaignData, { public: true }),
  /** Who must answer a request that names its addressees only in words, or whom it had left out. */
  debtorsConfirmed: defineEvent(
    'lk.reporting.campaign.debtorsConfirmed.v1',
    z.object({ request: z.int().min(0), debtors: z.array(uuid).min(1).max(200) }),
    { public: true },
  ),
};
export type CampaignEvent = EventOf<(typeof campaignEvents)[keyof typeof campaignEvents]>;
