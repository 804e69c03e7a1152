import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { isoDate, sharedWith, tenantId, text, uuid } from './values.js';

/**
 * The answer to a report that another tenant owes to us, in our own log; the debtor's tenant takes it over. Lateness is
 * never spoken of between tenants.
 */
export const decisionEvents = {
  made: defineEvent(
    'lk.reporting.decision.made.v1',
    z.object({
      obligation: z.object({ tenant: tenantId, id: uuid }),
      version: z.int().min(0),
      decision: z.enum(['received', 'sentBack', 'accepted', 'extensionGranted', 'extensionRefused']),
      note: text(2000).optional(),
      dueOn: isoDate.optional(),
      sharedWith,
    }),
    { shared: true },
  ),
};
export type DecisionEvent = EventOf<typeof decisionEvents.made>;
export type Decision = DecisionEvent['data'];
