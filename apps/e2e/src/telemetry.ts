import { expect, it } from '@jest/globals';
import { METRICS } from '@lien-ket/telemetry';
import { distributed } from './e2e.config.js';
import { eventually, type TestPlatform } from './harness.adapter.js';
import type { OtlpReceiver, ReceivedSpan } from './otlp-receiver.adapter.js';
import type { CommandAnswer } from './views.js';

const AGREEMENT = {
  name: 'Thỏa thuận thử đường đi của một thao tác',
  parties: [
    { tenant: 'hcmc', name: 'Thành phố Hồ Chí Minh' },
    { tenant: 'tien-giang', name: 'Tỉnh Tiền Giang' },
  ],
};

/** A running platform, and who receives its telemetry. */
export interface Observed {
  readonly platform: TestPlatform;
  readonly receiver: OtlpReceiver;
}

/** The spans of a trace once all of these have come. @throws with the names that came */
async function traceWith(
  receiver: OtlpReceiver,
  traceId: string,
  names: readonly string[],
): Promise<ReceivedSpan[]> {
  const complete = (spans: readonly ReceivedSpan[]): boolean =>
    names.every((name) => spans.some((span) => span.name === name));
  return eventually(async () => receiver.trace(traceId), complete, 20_000).catch(() => {
    throw new Error(
      `came: ${receiver
        .trace(traceId)
        .map(({ name }) => name)
        .join(', ')}`,
    );
  });
}

/** A span and what it came from, up to the first of its trace. */
function wayUp(spans: readonly ReceivedSpan[], from: ReceivedSpan | undefined): ReceivedSpan[] {
  if (!from) return [];
  return [
    from,
    ...wayUp(
      spans,
      spans.find(({ spanId }) => spanId === from.parentSpanId),
    ),
  ];
}

/** Names on the way up; the parent's id of the topmost span last. */
function namesUp(spans: readonly ReceivedSpan[], from: ReceivedSpan | undefined): string[] {
  const way = wayUp(spans, from);
  return [...way.map(({ name }) => name), way.at(-1)?.parentSpanId ?? 'no parent'];
}

/** Where each process is its own, the gateway has a span of its own before the service's. */
const GATEWAY = distributed() ? ['POST /api/v1/*'] : [];
const WAY = [
  'project notices',
  'append notice',
  'notice.notify',
  'process notification.share-received',
  'append received',
  'append share',
  'append agreement',
  'agreement.create',
  'POST /api/v1/agreements',
  ...GATEWAY,
];
/** Which process did each part of the way; all of them the same one, where there is only one. */
const PROCESSES = distributed()
  ? [
      ...['notification', 'notification', 'notification', 'notification'],
      ...['relay', 'relay'],
      ...['agreement', 'agreement', 'agreement'],
      'gateway',
    ]
  : WAY.map(() => 'platform');
/** Events that went over a broker, and the span under which each was sent: none where there is no broker. */
const SENT = distributed()
  ? [
      ['send lk.hcmc.agreement', 'append agreement'],
      ['send lk.hcmc.to.tien-giang', 'append share'],
      ['send lk.tien-giang.relay', 'append received'],
    ]
  : [];

/** Name of the span under which the relay's process sent an event to the broker. */
function sentFrom(spans: readonly ReceivedSpan[], name = ''): string | undefined {
  const sent = spans.find(
    ({ name: called, attributes, resource }) =>
      called === name &&
      attributes['messaging.system'] === 'kafka' &&
      attributes['messaging.operation.type'] === 'send' &&
      name.endsWith(String(attributes['messaging.destination.name'])) &&
      resource['service.name'] === 'relay',
  );
  return spans.find(({ spanId }) => spanId === sent?.parentSpanId)?.name;
}

/** For specs that have a platform: what is seen of it from outside, one trace from the click to the notification. */
export function describeTraces(of: () => Observed): void {
  it("continues the browser's: gateway, command, append, relay, consumer in the other tenant, notification, row", async () => {
    const { platform, receiver } = of();
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    const coordinator = await platform.as('hcmc.itpc.region-coordinator');
    const answer = await coordinator.post<CommandAnswer>('/agreements', AGREEMENT, { headers });
    expect(answer.status).toBe(201);
    const spans = await traceWith(receiver, traceId, [...WAY, ...SENT.flatMap(([name = '']) => name)]);
    const last = spans.find(
      ({ name, attributes }) => name === 'project notices' && attributes['lk.tenant'] === 'tien-giang',
    );
    expect(namesUp(spans, last)).toEqual([...WAY, '00f067aa0ba902b7']);
    const way = wayUp(spans, last);
    expect(way.map(({ resource }) => resource['service.name'])).toEqual(PROCESSES);
    const instances = new Set(way.map(({ resource }) => resource['service.instance.id']));
    expect(instances.size).toBe(new Set(PROCESSES).size);
    for (const [name, parent] of SENT) expect([name, sentFrom(spans, name)]).toEqual([name, parent]);
    // A gateway that only forwards knows no tenant: it reads no token.
    const inServices = spans.filter(({ name }) => !GATEWAY.includes(name));
    expect(new Set(inServices.map(({ attributes }) => attributes['lk.tenant']))).toEqual(
      new Set(['hcmc', 'tien-giang']),
    );
  });
}

/** For the same: traces that begin here. */
export function describeOwnTraces(of: () => Observed): void {
  it('begins at the gateway when the browser sends none, under the id of the correlation', async () => {
    const { platform, receiver } = of();
    const correlation = '0190b000-0000-7000-8000-0000000000d1';
    const headers = { 'x-correlation-id': correlation };
    const focal = await platform.as('tien-giang.skhdt.focal');
    await focal.post('/plans', { content: { title: 'Dự thảo' } }, { headers });
    const names = ['project plans', 'append plan', 'plan.create', 'POST /api/v1/plans', ...GATEWAY];
    const spans = await traceWith(receiver, correlation.replaceAll('-', ''), names);
    const last = spans.find(({ name }) => name === 'project plans');
    expect(namesUp(spans, last)).toEqual([...names, 'no parent']);
  });

  it('names a refusal by its code and says nothing more of it', async () => {
    const { platform, receiver } = of();
    const correlation = '0190b000-0000-7000-8000-0000000000d2';
    const headers = { 'x-correlation-id': correlation };
    const focal = await platform.as('tien-giang.skhdt.focal');
    const made = await focal.command<CommandAnswer>('/plans', { content: { title: 'Dự thảo' } });
    const path = `/plans/${made.id}/revise`;
    const stale = await focal.post(path, { content: { title: 'x' } }, { headers, revision: 7 });
    expect(stale.status).toBe(412);
    const spans = await traceWith(receiver, correlation.replaceAll('-', ''), ['plan.revise']);
    const command = spans.find(({ name }) => name === 'plan.revise');
    expect(command?.attributes['error.type']).toBe('revision.stale');
  });
}

/** For the same: what is measured. */
export function describeMetrics(of: () => Observed): void {
  /** Come only when something is wrong; their own specs make it so. */
  const OF_TROUBLE = ['lk.message.retries', 'db.client.connection.wait_time'];
  /** Come only where a broker is between the services. */
  const OF_BROKER = ['lk.relay.lag', 'lk.relay.send.duration', 'lk.relay.batch.size', 'lk.consumer.lag'];
  const elsewhere = distributed() ? OF_TROUBLE : [...OF_TROUBLE, ...OF_BROKER];

  it('every metric of the table comes, with its unit and no attribute that the table does not name', async () => {
    const { receiver } = of();
    const wanted = Object.keys(METRICS).filter((name) => !elsewhere.includes(name));
    const names = (): Set<string> => new Set(receiver.metrics.map(({ name }) => name));
    await eventually(
      async () => wanted.filter((name) => !names().has(name)),
      (missing) => missing.length === 0,
    );
    for (const { name, unit, attributes } of receiver.metrics) {
      const row = (METRICS as Readonly<Record<string, { unit: string; attributes: readonly string[] }>>)[
        name
      ];
      expect([name, unit, attributes.filter((one) => !row?.attributes.includes(one))]).toEqual([
        name,
        row?.unit,
        [],
      ]);
    }
  });
}
