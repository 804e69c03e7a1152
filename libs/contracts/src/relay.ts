import { z } from 'zod';
import { defineEvent, type EventOf } from './event-contract.js';
import { isoDate, tenantId, uuid } from './values.js';

/** Time is an event: begun once per tenant and day. */
export const dayEvents = {
  began: defineEvent('lk.relay.day.began.v1', z.object({ date: isoDate, load: z.boolean() }), {
    public: true,
  }),
};
export type DayEvent = EventOf<(typeof dayEvents)[keyof typeof dayEvents]>;

/** A day that people live, not one on which history is loaded. */
export function isLivedDay({ type, data }: { readonly type: string; readonly data: unknown }): boolean {
  return type === dayEvents.began.type && !(data as DayEvent['data']).load;
}

/** What crosses: the origin's ids, place, clocks, and the fields its table row lets through. */
const crossing = z.object({
  origin: z.object({
    tenant: tenantId,
    stream: z.string().max(120),
    eventId: uuid,
    revision: z.int().min(0),
    type: z.string().max(120),
    effectiveOn: isoDate.optional(),
    recordedAt: z.string().max(40),
    businessDate: isoDate,
    actor: z.object({ role: z.string(), organisationId: uuid.optional() }),
  }),
  content: z.record(z.string(), z.unknown()),
});
export type Crossing = z.infer<typeof crossing>;

export const shareEvents = {
  /** In the sharer's log, stream `share-<to>`, whose revisions number the messages. */
  shared: defineEvent('lk.relay.share.shared.v1', crossing.extend({ to: tenantId })),
};
export const receivedEvents = {
  /** In the receiver's log, stream `received-<from>`, before anything acts on it. */
  received: defineEvent('lk.relay.received.received.v1', crossing.extend({ number: z.int().min(0) }), {
    public: true,
  }),
  /** A number that the receiver's administrator gave up, with the reason: the next one can follow. */
  refused: defineEvent(
    'lk.relay.received.refused.v1',
    z.object({ number: z.int().min(0), reason: z.string().max(2000) }),
    { public: true },
  ),
};
export type ShareEvent = EventOf<typeof shareEvents.shared>;
export type ReceivedEvent = EventOf<typeof receivedEvents.received>;
