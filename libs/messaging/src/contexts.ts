import { makeContext, uuidFrom, type Clock, type Context, type Recorded } from '@lien-ket/kernel';

/** Id of a command that a handler sends in reaction to a message: the same message makes the same command. */
export function commandIdOf(handler: string, event: Recorded, part = ''): string {
  return uuidFrom('command', handler, event.tenant, event.header.id, part);
}

/** The system's context for a message: tenant and cause from the envelope, never from its data. */
export function contextOfMessage(event: Recorded, clock: Clock): Context {
  return makeContext({
    tenantId: event.tenant,
    actor: { account: '00000000-0000-4000-8000-000000000000', role: 'system', kind: 'system' },
    assignments: [],
    correlationId: event.header.correlationId,
    causationId: event.header.id,
    now: clock.now(),
    businessDate: event.header.businessDate,
    ...(event.header.traceparent ? { traceparent: event.header.traceparent } : {}),
  });
}

/** The system's context for reading a tenant's log, before there is a message. */
export function contextOfTenant(tenantId: string, clock: Clock): Context {
  return makeContext({
    tenantId,
    actor: { account: '00000000-0000-4000-8000-000000000000', role: 'system', kind: 'system' },
    assignments: [],
    correlationId: uuidFrom('catch-up', tenantId),
    now: clock.now(),
    businessDate: clock.businessDate(),
  });
}
