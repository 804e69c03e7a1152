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
  /** Of an entry of the register of documents: the number that its issuer gave it, or the one it came in under. */
  takenForDocument: defineEvent(
    'lk.agreement.number.takenForDocument.v1',
    z.object({
      documentId: uuid,
      of: z.enum(['issuer', 'incoming']),
      number: text(40),
      symbol: z.string().max(60),
      year: z.int(),
    }),
  ),
  freedByDocument: defineEvent('lk.agreement.number.freedByDocument.v1', z.object({ documentId: uuid })),
  /** A name is held in the same way: two organisations that act at one time are not called the same. */
  takenForOrganisation: defineEvent(
    'lk.agreement.number.takenForOrganisation.v1',
    z.object({ organisationId: uuid, name: text(300) }),
  ),
  freedByOrganisation: defineEvent(
    'lk.agreement.number.freedByOrganisation.v1',
    z.object({ organisationId: uuid }),
  ),
};
export type NumberEvent = EventOf<(typeof numberEvents)[keyof typeof numberEvents]>;
