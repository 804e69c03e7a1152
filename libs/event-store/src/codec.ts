import { createHash } from 'node:crypto';
import {
  DomainError,
  eventIdOf,
  type Context,
  type EventHeader,
  type NewEvent,
  type StreamName,
  type Uuid,
} from '@lien-ket/kernel';
import { MAX_EVENT_BYTES, type EncodedEvent } from './port.js';

/** The command that makes events: its id, its name in the contracts, and the hash of its body. */
export interface CommandStamp {
  readonly id: Uuid;
  readonly name: string;
  readonly hash: string;
}

/** SHA-256 in hex over the body as received; tells a repeated command from another one under the same id. */
export function hashBody(body: unknown): string {
  return createHash('sha256').update(stableJson(body)).digest('hex');
}

/** JSON with sorted keys, so that the same body in another order is the same body. */
function stableJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'null'
  );
}

/**
 * Serialises events once. Ids come from (tenant, stream, command, index); keys of the header stand in a fixed order.
 * @throws DomainError tooLarge for an event over 256 KiB.
 */
export function encodeEvents(
  ctx: Context,
  stream: StreamName,
  command: CommandStamp,
  events: readonly NewEvent[],
): EncodedEvent[] {
  return events.map((event, index) => encodeEvent(ctx, stream, command, event, index));
}

function encodeEvent(
  ctx: Context,
  stream: StreamName,
  command: CommandStamp,
  event: NewEvent,
  index: number,
): EncodedEvent {
  const id = eventIdOf(ctx.tenantId, stream, command.id, index);
  const header: EventHeader = {
    id,
    type: event.type,
    businessDate: ctx.businessDate,
    ...(event.effectiveOn === undefined ? {} : { effectiveOn: event.effectiveOn }),
    ...(event.basis === undefined ? {} : { basis: event.basis }),
    actor: ctx.actor,
    command,
    correlationId: ctx.correlationId,
    ...(ctx.causationId === undefined ? {} : { causationId: ctx.causationId }),
    ...(ctx.traceparent === undefined ? {} : { traceparent: ctx.traceparent }),
  };
  const headerBytes = Buffer.from(JSON.stringify(header));
  const data = Buffer.from(JSON.stringify(event.data));
  if (headerBytes.length + data.length > MAX_EVENT_BYTES) {
    throw new DomainError('tooLarge', 'event.tooLarge', { limitKiB: MAX_EVENT_BYTES / 1024 });
  }
  return {
    id,
    type: event.type,
    businessDate: ctx.businessDate,
    effectiveOn: event.effectiveOn,
    header: headerBytes,
    data,
  };
}
