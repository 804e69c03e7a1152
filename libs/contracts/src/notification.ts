import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { isoDate, text, uuid } from './values.js';

export const NOTICE_KINDS = [
  'planConsulted',
  'planSubmitted',
  'planSentBack',
  'planSigned',
  'planIssued',
  'amendmentSubmitted',
  'amendmentSentBack',
  'planAmended',
  'planRecalled',
  'obligationOpened',
  'obligationDueSoon',
  'obligationOverdue',
  'obligationUrged',
  'reportSent',
  'reportSentBack',
  'reportAccepted',
  'extensionRequested',
  'extensionDecided',
  'difficultyRaised',
  'difficultyAssigned',
  'difficultyReceivedFromPartner',
  'difficultyAnswered',
  'activityReportedDone',
  'agreementToConfirm',
  'planReceived',
  'listToConfirm',
  'directiveIssued',
  'difficultySubmitted',
  'difficultyResolved',
  'difficultyDeclined',
  'activityDoneConfirmed',
  'activityDoneRefused',
  'obligationWaived',
  'obligationTransferred',
  'successorAwaited',
  'agreementConfirmed',
  'agreementRefused',
  'obligationAdjusted',
  'obligationReinstated',
  'planEntryCorrected',
  'campaignListToConfirm',
  'difficultyPetitioned',
  'difficultyLedToAmendment',
  'extensionToConfirm',
  'activityDoneUnconfirmed',
  'erasureRequested',
  'erasureAssessed',
  'erasureDueSoon',
  'erasureOverdue',
  'participationJoined',
  'participationProgress',
  'participationReportedDone',
  'participationProposed',
  'participationWithdrawn',
] as const;

/** Thông báo to a role in an organisation; each made once, by a key that names its cause. */
export const noticeEvents = {
  notified: defineEvent(
    'lk.notification.notice.notified.v1',
    z.object({
      kind: z.enum(NOTICE_KINDS),
      organisationId: uuid,
      roles: z.array(z.string()).min(1),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      link: z.string().max(300),
      key: z.string().max(300),
      example: z.boolean(),
    }),
  ),
  read: defineEvent('lk.notification.notice.read.v1', z.object({ account: z.string() })),
};
export type NoticeEvent = EventOf<(typeof noticeEvents)[keyof typeof noticeEvents]>;

/** One mail a day and organisation, instead of one per event. */
export const digestEvents = {
  sent: defineEvent(
    'lk.notification.digest.sent.v1',
    z.object({ day: isoDate, organisationId: uuid, notices: z.int(), subject: text(300) }),
  ),
};
export type DigestEvent = EventOf<(typeof digestEvents)[keyof typeof digestEvents]>;
