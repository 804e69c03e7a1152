import {
  categoryOf,
  idOf,
  isIsoDate,
  isUuid,
  type EventHeader,
  type Recorded,
  type StoredBytes,
} from '@lien-ket/kernel';
import { contractOf } from '@lien-ket/contracts';
import type { Arrived, Outgoing } from './broker.js';
import { addressOf } from './topics.js';

/** Larger than the largest event with its copies, far below what a broker takes. */
export const MAX_MESSAGE_BYTES = 300 * 1024;
/** Says how far the log has been published; no event. */
export const TICK = 'lk.relay.tick';
const STORED_HEADER = 'lk_header';

/** Why a message can't be taken, whatever is done: it is parked with this reason. */
export class Unreadable extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Unreadable';
  }
}

export interface Tick {
  /** Every event up to this sequence number that belongs into the topic has been sent before. */
  readonly head: number;
}

/**
 * CloudEvents 1.0, Kafka binding, binary mode: the value is the stored data, `lk_header` the stored header, both byte for
 * byte as in the log; the `ce_` headers are copies for brokers, tools and filters.
 */
export function encodeMessage(topic: string, event: Recorded & { readonly bytes: StoredBytes }): Outgoing {
  const { tenant, stream, header } = event;
  const optional = {
    ce_effectiveon: header.effectiveOn,
    ce_causationid: header.causationId,
    ce_traceparent: header.traceparent,
  };
  const headers: Record<string, string | Buffer> = {
    ce_specversion: '1.0',
    ce_id: header.id,
    ce_source: `/lien-ket/${tenant}`,
    ce_type: event.type,
    ce_subject: stream,
    ce_time: event.recordedAt,
    ce_tenant: tenant,
    ce_sequence: String(event.seq),
    ce_streamrevision: String(event.revision),
    ce_recordedat: event.recordedAt,
    ce_actor: header.actor.role,
    ce_correlationid: header.correlationId,
    'content-type': 'application/json',
    [STORED_HEADER]: event.bytes.header,
  };
  for (const [name, value] of Object.entries(optional)) if (value !== undefined) headers[name] = value;
  return { topic, key: stream, headers, value: event.bytes.data };
}

export function encodeTick(topic: string, partition: number, tenant: string, head: number): Outgoing {
  const headers = {
    ce_specversion: '1.0',
    ce_type: TICK,
    ce_tenant: tenant,
    ce_source: `/lien-ket/${tenant}`,
  };
  return { topic, partition, headers, value: Buffer.from(JSON.stringify({ head })) };
}

/** @throws Unreadable naming the first thing that is wrong */
export function decodeMessage(message: Arrived): (Recorded & { readonly bytes: StoredBytes }) | Tick {
  const tenant = addressOf(message.topic)?.tenant;
  const text = (name: string): string => message.headers[name]?.toString('utf8') ?? '';
  if (tenant === undefined) throw new Unreadable(`topic ${message.topic} is none of ours`);
  if (text('ce_tenant') !== tenant)
    throw new Unreadable(`tenant ${text('ce_tenant')} in the topic of ${tenant}`);
  if (message.value === null) throw new Unreadable('no value');
  if (message.value.length > MAX_MESSAGE_BYTES) throw new Unreadable(`${message.value.length} bytes`);
  if (text('ce_type') === TICK) return tickOf(message.value);
  const header = headerOf(message.headers[STORED_HEADER]);
  const event = {
    tenant,
    seq: countOf(text('ce_sequence'), 'ce_sequence'),
    stream: text('ce_subject'),
    revision: countOf(text('ce_streamrevision'), 'ce_streamrevision'),
    recordedAt: text('ce_recordedat'),
    type: text('ce_type'),
    header,
    data: jsonOf(message.value, 'value'),
    bytes: { header: message.headers[STORED_HEADER] ?? Buffer.alloc(0), data: message.value },
  };
  refuseForged(message, event);
  refuseUnknown(event);
  return event;
}

export function isTick(decoded: Recorded | Tick): decoded is Tick {
  return 'head' in decoded;
}

/** Copies that say something else than the stored header: somebody made them by hand. */
function refuseForged(message: Arrived, { header, type, stream, recordedAt }: Recorded): void {
  const id = message.headers['ce_id']?.toString('utf8');
  if (header.id !== id || header.type !== type)
    throw new Unreadable('the headers differ from the stored header');
  if (message.key !== stream) throw new Unreadable('the key is not the stream');
  if (contractOf(type)?.aggregate !== categoryOf(stream)) throw new Unreadable(`${type} in stream ${stream}`);
  if (Number.isNaN(Date.parse(recordedAt))) throw new Unreadable('ce_recordedat is no time');
}

/** A type nobody registered, in a topic that is not its service's, or with data that do not fit the contract. */
function refuseUnknown({ type, data, stream }: Recorded): void {
  const contract = contractOf(type);
  if (!contract) throw new Unreadable(`type ${type} is not registered`);
  const between = stream.startsWith('share-') || stream.startsWith('received-');
  if (!between && !isUuid(idOf(stream))) throw new Unreadable(`stream ${stream} is none of ours`);
  const parsed = contract.schema.safeParse(data);
  if (parsed.success) return;
  const places = parsed.error.issues.map(({ path }) => path.join('/')).slice(0, 5);
  throw new Unreadable(`schema of ${type}: ${places.join(', ')}`);
}

function headerOf(bytes: Buffer | undefined): EventHeader {
  if (bytes === undefined) throw new Unreadable(`no ${STORED_HEADER}`);
  const header = jsonOf(bytes, STORED_HEADER) as Partial<EventHeader> | null;
  const known =
    typeof header === 'object' &&
    header !== null &&
    isUuid(String(header.id)) &&
    typeof header.type === 'string' &&
    isIsoDate(String(header.businessDate)) &&
    typeof header.correlationId === 'string' &&
    typeof header.command === 'object' &&
    typeof header.actor === 'object';
  if (!known) throw new Unreadable(`${STORED_HEADER} is no header of an event`);
  return header as EventHeader;
}

function tickOf(value: Buffer): Tick {
  const tick = jsonOf(value, 'tick') as Partial<Tick> | null;
  if (!tick || typeof tick.head !== 'number' || !Number.isSafeInteger(tick.head))
    throw new Unreadable('no tick');
  return { head: tick.head };
}

function jsonOf(bytes: Buffer, what: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new Unreadable(`${what} is not JSON`);
  }
}

function countOf(text: string, name: string): number {
  const count = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(count)) throw new Unreadable(`${name} is no count`);
  return count;
}
