import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { sharedWith, tenantId, text, uuid } from './values.js';

/**
 * Xác nhận đã nhận thu hồi: who has a copy of a recalled plan has marked it. Given in the log of who gives it; where the
 * plan is another tenant's, it crosses to that tenant.
 */
export const acknowledgementEvents = {
  given: defineEvent(
    'lk.agreement.acknowledgement.given.v1',
    z.object({
      plan: z.object({ tenant: tenantId, id: uuid }),
      /** The act by which the plan was recalled. */
      recall: uuid,
      organisationId: uuid,
      organisation: text(300),
      note: text(2000).optional(),
      sharedWith,
    }),
    { shared: true },
  ),
};
export type AcknowledgementEvent = EventOf<typeof acknowledgementEvents.given>;
