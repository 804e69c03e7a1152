import { openSpan, recording, type OpenSpan } from '@lien-ket/telemetry';
import type { Outgoing } from '../broker.js';

/**
 * A span for each event of a send, under the span that appended it: a batch carries events of many traces, and each
 * trace has to show its own way to the broker. What is no event (a tick, a word between relays) belongs to no trace.
 */
export function openSends(messages: readonly Outgoing[]): OpenSpan[] {
  return recording() ? messages.flatMap((message) => openSend(message, messages.length) ?? []) : [];
}

function openSend({ topic, key, headers }: Outgoing, batch: number): OpenSpan | undefined {
  const text = (name: string): string | undefined => headers[name]?.toString();
  const [id, correlationId] = [text('ce_id'), text('ce_correlationid')];
  if (id === undefined || correlationId === undefined) return undefined;
  const traceparent = text('ce_traceparent');
  const attributes = {
    'messaging.system': 'kafka',
    'messaging.operation.type': 'send',
    'messaging.operation.name': 'send',
    'messaging.destination.name': topic,
    'messaging.batch.message_count': batch,
    'messaging.message.id': id,
    'messaging.message.conversation_id': correlationId,
    'messaging.kafka.message.key': key,
    'lk.tenant': text('ce_tenant'),
    'lk.event.types': text('ce_type'),
  };
  const parent = { correlationId, ...(traceparent === undefined ? {} : { traceparent }) };
  return openSpan(parent, { name: `send ${topic}`, kind: 'producer', attributes });
}
