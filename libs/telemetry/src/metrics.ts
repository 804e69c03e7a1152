/** What one instrument measures; names, units and attributes of the semantic conventions where they have one. */
export interface Metric {
  readonly kind: 'histogram' | 'counter' | 'gauge';
  /** UCUM unit: `s`, or a count in braces. */
  readonly unit: string;
  readonly description: string;
  readonly attributes: readonly string[];
}

const SECONDS = { kind: 'histogram', unit: 's' } as const;
const GAUGE_SECONDS = { kind: 'gauge', unit: 's', attributes: [] } as const;

/** Everything the platform measures: the dashboard, the alerts and the specs read this table. */
export const METRICS = {
  'http.server.request.duration': {
    ...SECONDS,
    description: 'HTTP requests by route: count, duration, errors',
    attributes: [
      'http.request.method',
      'http.route',
      'http.response.status_code',
      'error.type',
      'lk.tenant',
      'lk.service',
    ],
  },
  'lk.command.duration': {
    ...SECONDS,
    description: 'Commands, from reading the stream to the answer of the append',
    attributes: ['lk.aggregate', 'lk.command', 'lk.tenant', 'error.type'],
  },
  'lk.append.duration': {
    ...SECONDS,
    description: 'Appends as the writer waits for them, gathering included',
    attributes: ['lk.category', 'lk.tenant', 'error.type'],
  },
  'lk.append.batch.size': {
    kind: 'histogram',
    unit: '{event}',
    description: 'Events that one append statement carries',
    attributes: ['lk.tenant', 'lk.service'],
  },
  'messaging.process.duration': {
    ...SECONDS,
    description: 'Messages by handler: count, duration, errors; retries of a message included',
    attributes: ['messaging.consumer.group.name', 'lk.handler', 'lk.tenant', 'error.type'],
  },
  'lk.message.retries': {
    kind: 'counter',
    unit: '{attempt}',
    description: 'Attempts at a message after the first one',
    attributes: ['messaging.consumer.group.name', 'lk.handler', 'lk.tenant'],
  },
  'lk.messages.parked': {
    kind: 'gauge',
    unit: '{message}',
    description: 'Messages that wait for a person to re-drive or discard them',
    attributes: ['messaging.consumer.group.name', 'lk.handler', 'lk.tenant'],
  },
  'lk.relay.lag': {
    kind: 'gauge',
    unit: '{event}',
    description: "Sequence number of the log's head less that of the last event published",
    attributes: ['lk.tenant'],
  },
  'lk.relay.send.duration': {
    ...SECONDS,
    description: 'Sends to the broker, until all of it is acknowledged',
    attributes: ['error.type'],
  },
  'lk.relay.batch.size': {
    kind: 'histogram',
    unit: '{message}',
    description: 'Messages that one send carries',
    attributes: [],
  },
  'lk.consumer.lag': {
    kind: 'gauge',
    unit: '{event}',
    description: "Newest sequence number seen of a tenant less that handled of a topic's partition",
    attributes: ['lk.tenant', 'messaging.destination.name'],
  },
  'lk.projection.lag': {
    kind: 'gauge',
    unit: '{event}',
    description: "Sequence number of the log's head less that of the projection",
    attributes: ['lk.service', 'lk.projection', 'lk.tenant'],
  },
  'db.client.connection.wait_time': {
    ...SECONDS,
    description: 'Waiting for a pool when all connections of the process are in use',
    attributes: ['db.client.connection.pool.name', 'lk.tenant'],
  },
  'db.client.connection.pending_requests': {
    kind: 'gauge',
    unit: '{request}',
    description: 'Queries that wait for a connection at this moment',
    attributes: [],
  },
  'nodejs.eventloop.delay.p50': { ...GAUGE_SECONDS, description: 'Delay of the event loop, median' },
  'nodejs.eventloop.delay.p99': { ...GAUGE_SECONDS, description: 'Delay of the event loop, 99th percentile' },
  'nodejs.eventloop.delay.max': { ...GAUGE_SECONDS, description: 'Delay of the event loop, longest' },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof METRICS;
type OfKind<K extends Metric['kind']> = {
  [N in MetricName]: (typeof METRICS)[N] extends { readonly kind: K } ? N : never;
}[MetricName];
export type HistogramName = OfKind<'histogram'>;
export type CounterName = OfKind<'counter'>;
export type GaugeName = OfKind<'gauge'>;
