import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { text, uuid } from './values.js';

/** With it, the number is that of the document which amends the plan. */
const amendmentId = uuid.optional();

/** Số, ký hiệu held for one document of the tenant in a year, so that two clerks at once cannot give it twice. */
export const numberEvents = {
  taken: defineEvent(
    'lk.agreement.number.taken.v1',
    z.object({ planId: uuid, amendmentId, number: text(40), symbol: z.string().max(60), year: z.int() }),
  ),
  /** The act that it was taken for was refused. */
  freed: defineEvent('lk.agreement.number.freed.v1', z.object({ planId: uuid, amendmentId })),
};
export type NumberEvent = EventOf<(typeof numberEvents)[keyof typeof numberEvents]>;
