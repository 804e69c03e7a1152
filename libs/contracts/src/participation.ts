import { z } from 'zod';
import { activityRef, progressData } from './activity.js';
import { defineEvent, type EventOf } from './event-contract.js';
import { agencyRef, isoDate, sharedWith, text, uuid } from './values.js';

/**
 * Tham gia: the part of another tenant in a shared activity, in the participant's own log. Only its public facts cross
 * to the owner; the owner alone changes the activity (DESIGN §4.9).
 */
export const participationEvents = {
  joined: defineEvent(
    'lk.activity.participation.joined.v1',
    z.object({
      activity: activityRef,
      /** As the owner's plan prints it, so that the participant's log can be read alone. */
      title: text(4000),
      organisation: agencyRef,
      role: z.enum(['lead', 'coordinate', 'attend']),
      note: text(2000).optional(),
      example: z.boolean(),
      sharedWith,
    }),
    { shared: true },
  ),
  progressRecorded: defineEvent(
    'lk.activity.participation.progressRecorded.v1',
    progressData.extend({ sharedWith }),
    { shared: true },
  ),
  /** Sửa lỗi nhập liệu: as for an activity's own progress. */
  progressCorrected: defineEvent(
    'lk.activity.participation.progressCorrected.v1',
    progressData.extend({ corrects: uuid, reason: text(2000), sharedWith }),
    { shared: true },
  ),
  reportedDone: defineEvent(
    'lk.activity.participation.reportedDone.v1',
    z.object({ text: text(4000), doneOn: isoDate, sharedWith }),
    { shared: true },
  ),
  /** A wish: becomes true only as an amendment at the owner. */
  proposed: defineEvent('lk.activity.participation.proposed.v1', z.object({ text: text(4000), sharedWith }), {
    shared: true,
  }),
  withdrawn: defineEvent(
    'lk.activity.participation.withdrawn.v1',
    z.object({ reason: text(2000), sharedWith }),
    { shared: true },
  ),
};
export type ParticipationEvent = EventOf<(typeof participationEvents)[keyof typeof participationEvents]>;
