import { categoryOf, type Context, type NewEvent, type StreamName } from '@lien-ket/kernel';
import { traced } from '@lien-ket/telemetry';
import { encodeEvents, type CommandStamp } from './codec.js';
import type { Appended, EncodedEvent, EventStore } from './port.js';

/** Events on their way into one stream. */
export interface Entry {
  readonly stream: StreamName;
  readonly command: CommandStamp;
  readonly events: readonly NewEvent[];
  /** Revision at which the stream must stand; NO_STREAM when there must be none. */
  readonly revision: number;
}

/**
 * Serialises and appends, in one span. Where somebody records, the header's `traceparent` is that span: whoever reads
 * the event later continues its trace (docs/adr/0013).
 * @throws RevisionConflict, DomainError tooLarge
 */
export function appendEvents(
  store: EventStore,
  ctx: Context,
  { stream, command, events, revision }: Entry,
): Promise<Appended & { readonly encoded: readonly EncodedEvent[] }> {
  const category = categoryOf(stream);
  const attributes = {
    'messaging.system': 'lien_ket',
    'messaging.operation.type': 'send',
    'messaging.batch.message_count': events.length,
    'lk.category': category,
    'lk.event.types': [...new Set(events.map(({ type }) => type))].join(' '),
    'lk.tenant': ctx.tenantId,
  };
  return traced(
    ctx,
    { name: `append ${category}`, kind: 'producer', attributes, metric: 'lk.append.duration' },
    async (inner) => {
      const encoded = encodeEvents(inner, stream, command, events);
      return { ...(await store.append(inner, stream, encoded, revision)), encoded };
    },
  );
}
