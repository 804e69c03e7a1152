import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { text, uuid } from './values.js';

/** Số, ký hiệu held for one plan of the tenant in a year, so that two clerks at once cannot give it twice. */
export const numberEvents = {
  taken: defineEvent(
    'lk.agreement.number.taken.v1',
    z.object({ planId: uuid, number: text(40), symbol: z.string().max(60), year: z.int() }),
  ),
  /** The act that it was taken for was refused. */
  freed: defineEvent('lk.agreement.number.freed.v1', z.object({ planId: uuid })),
};
export type NumberEvent = EventOf<(typeof numberEvents)[keyof typeof numberEvents]>;
