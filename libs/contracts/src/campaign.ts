import { z } from 'zod';
import type { EntryCorrection } from './entry-correction.js';
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
  /** Sửa lỗi nhập liệu: what the paper asks, as a whole. */
  entryCorrected: defineEvent(
    'lk.reporting.campaign.entryCorrected.v1',
    z.object({ corrects: uuid, reason: text(2000), content: campaignData }),
    { public: true },
  ),
  /** Who must answer a request that names its addressees only in words, or whom it had left out. */
  debtorsConfirmed: defineEvent(
    'lk.reporting.campaign.debtorsConfirmed.v1',
    z.object({ request: z.int().min(0), debtors: z.array(uuid).min(1).max(200) }),
    { public: true },
  ),
};
export type CampaignEvent = EventOf<(typeof campaignEvents)[keyof typeof campaignEvents]>;

export interface CampaignView extends CampaignData {
  readonly id: string;
  readonly revision: number;
  readonly launchedOn: string;
  /** Asked organisations that are on the platform, and how many of them have answered. */
  readonly owed: number;
  readonly answered: number;
  /** Organisations confirmed for each request, in the order of `requests`; the named ones are not repeated. */
  readonly confirmed: readonly (readonly string[])[];
  /** Requests, by their place, of which it is not known yet who must answer. */
  readonly unconfirmed: readonly number[];
  /** Organisations that may be meant where a request names none: those under the receiver. */
  readonly proposed: readonly string[];
  readonly corrections: readonly EntryCorrection[];
}
