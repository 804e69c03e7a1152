import { uuidFrom, type NewEvent, type Role } from '@lien-ket/kernel';

/** What another tenant shared, as the courier records it. */
export function received(
  from: string,
  stream: string,
  event: NewEvent & { readonly revision?: number },
  number: number,
  { on = '2024-03-04', role = 'focal' }: { readonly on?: string; readonly role?: Role } = {},
): NewEvent {
  const origin = {
    tenant: from,
    stream,
    eventId: uuidFrom('scene', from, stream, event.type),
    revision: event.revision ?? 0,
    type: event.type,
    recordedAt: `${on}T00:00:00.000Z`,
    businessDate: on,
    effectiveOn: event.effectiveOn,
    actor: { role },
  };
  return { type: 'lk.relay.received.received.v1', data: { origin, content: event.data, number } };
}
