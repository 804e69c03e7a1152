import { DIRECTORY_SQL } from '@lien-ket/access';
import { appendEvents } from '@lien-ket/event-store';
import { DomainError, type Recorded } from '@lien-ket/kernel';
import { Consumer, type Handler } from '@lien-ket/messaging';
import { Connections } from '@lien-ket/read-model';
import { install, type Attributes, type Reading, type Recorder } from '@lien-ket/telemetry';
import { ServiceBench, TestCluster, contextOf } from '@lien-ket/testing';

const TENANT = 'tien-giang';
const TYPE = 'lk.relay.day.began.v1';
const STREAM = 'day-66666666-6666-7666-8666-666666666666';

/** Keeps what is measured. */
class Kept implements Recorder {
  readonly counted: string[] = [];
  readonly recorded: { metric: string; value: number; attributes: Attributes }[] = [];
  private readonly gauges: { metric: string; read: () => Iterable<Reading> }[] = [];

  open(): { traceparent: string; end: () => void } {
    return { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, end: () => undefined };
  }
  record(metric: string, value: number, attributes: Attributes): void {
    this.recorded.push({ metric, value, attributes });
  }
  count(metric: string, attributes: Attributes): void {
    this.counted.push(`${metric} ${String(attributes['lk.handler'])}`);
  }
  observe(metric: string, read: () => Iterable<Reading>): void {
    this.gauges.push({ metric, read });
  }
  seconds(): number {
    return performance.now() / 1000;
  }
  /** What a gauge reads now, as `<attribute values>: <value>`. */
  gauge(metric: string): string[] {
    return this.gauges
      .filter((one) => one.metric === metric)
      .flatMap(({ read }) => [...read()])
      .map(({ value, attributes }) => `${Object.values(attributes).join(' ')}: ${value}`);
  }
}

const kept = new Kept();
let bench: ServiceBench;
let standing = true;

class Tables {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(DIRECTORY_SQL);
  }
  async down(): Promise<void> {
    throw new Error('none');
  }
}
Object.defineProperty(Tables, 'name', { value: 'Tables1700000000001' });

class Empty {}

beforeAll(async () => {
  install(kept);
  const apply = async (): Promise<void> => {
    if (standing) throw new Error('stands still');
  };
  const projections = [{ name: 'days', types: [TYPE], tables: [], apply }];
  const spec = { service: 'notification', entities: [], projections, migrations: [Tables] };
  bench = await ServiceBench.start({ spec, module: () => ({ module: Empty }) }, [TENANT]);
}, 60_000);
afterAll(async () => {
  install(undefined);
  await bench.stop();
});

const days = (...dates: string[]): Promise<Recorded[]> =>
  bench.record(
    TENANT,
    STREAM,
    dates.map((date) => ({ type: TYPE, data: { date, load: false } })),
  );

describe('the lag of a projection', () => {
  it('is what lies before its cursor while it stands still, and nothing once it has caught up', async () => {
    await days('2025-03-11', '2025-03-12');
    const ctx = bench.system(TENANT);
    expect((await bench.runtime.runner.catchUp(ctx)).errors).toHaveLength(1);
    expect(kept.gauge('lk.projection.lag')).toContain('notification days tien-giang: 2');
    bench.runtime.runner.seen(TENANT, 5);
    expect(kept.gauge('lk.projection.lag')).toContain('notification days tien-giang: 5');
    standing = false;
    await days('2025-03-13', '2025-03-14', '2025-03-15');
    await bench.runtime.runner.catchUp(ctx);
    expect(kept.gauge('lk.projection.lag')).toContain('notification days tien-giang: 0');
  });
});

describe('messages', () => {
  const handler = (name: string, run: Handler['run']): Handler => ({
    type: TYPE,
    service: 'notification',
    name,
    run,
  });
  const consumerOf = (...handlers: Handler[]): Consumer =>
    new Consumer({
      service: 'notification',
      handlers,
      log: bench.runtime.store,
      store: bench.runtime.consumerRows,
      clock: bench.clock,
      pause: async () => undefined,
    });

  it('that are tried again are counted once for each further attempt', async () => {
    let calls = 0;
    const [event] = await days('2025-03-16');
    const flaky = handler('flaky', async () => {
      calls += 1;
      if (calls < 3) throw new Error('for a moment');
    });
    if (event) await consumerOf(flaky).deliver([flaky], event);
    expect(kept.counted).toEqual(['lk.message.retries flaky', 'lk.message.retries flaky']);
    expect(await bench.parked(TENANT)).toEqual([]);
  });

  it('that are parked are counted, also by a consumer that starts later, until they are released', async () => {
    const [event] = await days('2025-03-17');
    const refusing = handler('refusing', () => Promise.reject(new DomainError('conflict', 'day.refused')));
    const consumer = consumerOf(refusing);
    if (event) await consumer.deliver([refusing], event);
    const gauge = (): string[] =>
      kept.gauge('lk.messages.parked').filter((one) => one.includes('refusing tien-giang'));
    expect(gauge()).toEqual(['notification refusing tien-giang: 1']);
    expect((await bench.parked(TENANT)).map(({ reason }) => reason)).toEqual([
      expect.stringContaining('day.refused'),
    ]);
    const later = consumerOf(refusing);
    await later.countParked(bench.system(TENANT));
    expect(gauge()).toEqual(Array(2).fill('notification refusing tien-giang: 1'));
    await bench.runtime.consumerRows.release(bench.system(TENANT), 'refusing', event?.header.id ?? '');
    for (const one of [consumer, later]) await one.countParked(bench.system(TENANT));
    expect(gauge()).toEqual(Array(2).fill('notification refusing tien-giang: 0'));
  });
});

describe('who waits for a pool', () => {
  it('is counted while waiting, and the time is kept', async () => {
    const cluster = await TestCluster.start();
    const services = ['agreement', 'activity'];
    const provisioner = cluster.provisioner({
      logSql: [],
      services: services.map((service) => ({ service, migrations: [] })),
      registerSql: 'SELECT 1',
    });
    await provisioner.ensureTemplate();
    await provisioner.ensureTenant(TENANT);
    const one = new Connections({ ...cluster.address, maxConnections: 2 });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = one.use(TENANT, 'agreement', [], () => held);
    const second = one.use(TENANT, 'activity', [], async () => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(kept.gauge('db.client.connection.pending_requests')).toContain(': 1');
    release();
    await Promise.all([first, second]);
    const waits = kept.recorded.filter(({ metric }) => metric === 'db.client.connection.wait_time');
    expect(waits.map(({ attributes }) => attributes)).toEqual([
      { 'db.client.connection.pool.name': 'activity', 'lk.tenant': TENANT },
    ]);
    expect(waits[0]?.value).toBeGreaterThan(0);
    await one.close();
    await cluster.stop();
  }, 60_000);
});

it('an append keeps its span in the header, so that whoever reads the event continues the trace', async () => {
  const ctx = contextOf(TENANT, { businessDate: bench.day, now: bench.clock.now() });
  const command = { id: '55555555-5555-7555-8555-555555555555', name: 'record', hash: '' };
  const data = { kind: 'planIssued' };
  const { encoded } = await appendEvents(bench.runtime.store, ctx, {
    stream: 'notice-77777777-7777-7777-8777-777777777777',
    command,
    events: [{ type: 'lk.notification.notice.notified.v1', data }],
    revision: -1,
  });
  const header = JSON.parse(encoded[0]?.header.toString('utf8') ?? '{}') as { traceparent?: string };
  expect(header.traceparent).toBe(kept.open().traceparent);
});
