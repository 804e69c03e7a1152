import { Controller, Module, type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DIRECTORY_SQL } from '@lien-ket/access';
import { dayEvents } from '@lien-ket/contracts';
import { DomainError, streamOf, uuidFrom, type Context, type Recorded } from '@lien-ket/kernel';
import {
  BrokerStrategy,
  Consumer,
  EmbeddedLogStrategy,
  Reacts,
  Receiver,
  contextOfTenant,
  encodeMessage,
  topicOf,
  type Arrived,
  type Handler,
  type Outgoing,
} from '@lien-ket/messaging';
import { ServiceBench } from '@lien-ket/testing';
import { ParkedMessages } from './parked.js';
import type { Runtime } from './runtime.js';

const TYPE = dayEvents.began.type;
const HANDLER = 'notification.probe';
const TENANTS = ['tien-giang', 'nghe-an'] as const;

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

/** What the handler did, and what it is to do for the day of a message. */
const taken: { date: string; ctx: Context }[] = [];
const answers = new Map<string, (() => void)[]>();

@Controller()
class Probe {
  @Reacts('notification', dayEvents.began, HANDLER)
  async take(event: Recorded, ctx: Context): Promise<void> {
    const { date } = event.data as { date: string };
    answers.get(date)?.shift()?.();
    taken.push({ date, ctx });
  }
}

@Module({ controllers: [Probe] })
class ProbeModule {}

const fails = (error: Error) => (): void => {
  throw error;
};
const MOMENT = fails(new Error('for a moment'));
const REFUSED = fails(new DomainError('conflict', 'day.refused'));
const AWAY = fails(Object.assign(new Error('away'), { code: 'ECONNRESET' }));

let bench: ServiceBench;
let streams = 0;

beforeAll(async () => {
  const spec = { service: 'notification', entities: [], projections: [], migrations: [Tables] };
  bench = await ServiceBench.start({ spec, module: () => ({ module: Empty }) }, TENANTS);
}, 60_000);
afterAll(() => bench.stop());

/** A way for messages to come in: carries everything that is in the tenants' logs and has not been taken. */
interface Way {
  readonly consumer: Consumer;
  carry(tenant: string): Promise<void>;
}

function consumerOf(handlers: readonly Handler[]): Consumer {
  const { store, consumerRows } = bench.runtime;
  return new Consumer({
    service: 'notification',
    handlers,
    log: store,
    store: consumerRows,
    clock: bench.clock,
    pause: async () => undefined,
  });
}

function embedded(handlers: readonly Handler[]): Way {
  const consumer = consumerOf(handlers);
  const carry = async (tenant: string): Promise<void> => {
    const ctx = contextOfTenant(tenant, bench.clock);
    await consumer.catchUp(ctx, await bench.runtime.store.head(ctx));
  };
  return { consumer, carry };
}

/** A broker with one partition per tenant, which hands everything over twice. */
function brokered(handlers: readonly Handler[]): Way {
  const { consumerRows: store } = bench.runtime;
  const consumer = consumerOf(handlers);
  const current = async (): Promise<void> => undefined;
  const onMessage = (): void => undefined;
  const receiver = new Receiver({ consumer, handlers, store, clock: bench.clock, current, onMessage });
  const done = new Map<string, number>();
  const carry = async (tenant: string): Promise<void> => {
    const topic = topicOf({ kind: 'service', tenant, service: 'relay' });
    const after = done.get(tenant) ?? 0;
    for await (const batch of bench.runtime.store.log(bench.system(tenant), { after }))
      for (const event of batch) {
        for (let times = 0; times < 2; times += 1)
          await receiver.take(arrived(encodeMessage(topic, event), event.seq));
        done.set(tenant, event.seq);
      }
  };
  return { consumer, carry };
}

function arrived({ topic, key, headers, value }: Outgoing, offset: number): Arrived {
  const bytes = Object.entries(headers).map(([name, one]) => [name, Buffer.from(one)] as const);
  return {
    topic,
    partition: 0,
    offset: String(offset),
    key: key ?? null,
    headers: Object.fromEntries(bytes),
    value,
  };
}

/** The bench has the built class of what is tested here. */
const messagesOf = (way: Way): ParkedMessages =>
  new ParkedMessages(bench.runtime as unknown as Runtime, way.consumer);

async function inProcess(): Promise<{ app: INestMicroservice; handlers: Handler[] }> {
  const strategy = new EmbeddedLogStrategy();
  const app = await NestFactory.createMicroservice(ProbeModule, { strategy, logger: false });
  await app.listen();
  return { app, handlers: strategy.handlersOf('notification') };
}

async function overBroker(): Promise<{ app: INestMicroservice; handlers: readonly Handler[] }> {
  let opened: readonly Handler[] = [];
  const strategy = new BrokerStrategy('notification', async (handlers) => {
    opened = handlers;
    return { close: async () => undefined };
  });
  const app = await NestFactory.createMicroservice(ProbeModule, { strategy, logger: false });
  await app.listen();
  return { app, handlers: opened };
}

describe.each([
  ['in process', inProcess, embedded],
  ['over a broker', overBroker, brokered],
] as const)('messages %s', (name, start, wayOf) => {
  let way: Way;
  let app: INestMicroservice;
  const year = name === 'in process' ? 2101 : 2102;
  const day = (number: number): string => `${year}-01-${String(number).padStart(2, '0')}`;
  const newStream = (): string => streamOf('day', uuidFrom('transport', String((streams += 1))));
  const begin = (tenant: string, stream: string, ...dates: string[]): Promise<Recorded[]> =>
    bench.record(
      tenant,
      stream,
      dates.map((date) => ({ type: TYPE, data: { date, load: false } })),
    );
  const times = (date: string): number => taken.filter((one) => one.date === date).length;
  const parked = async (tenant: string): Promise<string[]> =>
    (await bench.parked(tenant)).map(({ reason }) => reason);

  beforeAll(async () => {
    const { app: made, handlers } = await start();
    app = made;
    way = wayOf(handlers);
  });
  afterAll(() => app.close());

  it('are taken once, in order, with tenant and cause from the envelope', async () => {
    const events = await begin('tien-giang', newStream(), day(1), day(2), day(3));
    await way.carry('tien-giang');
    await way.carry('tien-giang');
    const mine = taken.filter(({ date }) => date.startsWith(String(year)));
    expect(mine.map(({ date }) => date)).toEqual([day(1), day(2), day(3)]);
    expect(mine[0]?.ctx).toMatchObject({
      tenantId: 'tien-giang',
      causationId: events[0]?.header.id,
      businessDate: bench.day,
    });
  });

  it('that fail for a moment are tried again, and no failure is swallowed', async () => {
    answers.set(day(4), [MOMENT, MOMENT]);
    await begin('tien-giang', newStream(), day(4));
    await way.carry('tien-giang');
    expect([answers.get(day(4)), times(day(4)), await parked('tien-giang')]).toEqual([[], 1, []]);
  });

  it('are kept where they are while a store is away: neither parked nor passed over', async () => {
    answers.set(day(5), Array(5).fill(AWAY));
    await begin('tien-giang', newStream(), day(5), day(6));
    await expect(way.carry('tien-giang')).rejects.toThrow('away');
    expect([times(day(5)), times(day(6)), await parked('tien-giang')]).toEqual([0, 0, []]);
    await way.carry('tien-giang');
    expect([times(day(5)), times(day(6))]).toEqual([1, 1]);
  });

  it('that are refused are parked, what follows in the stream behind them; other streams and tenants go on', async () => {
    answers.set(day(7), [REFUSED]);
    await begin('tien-giang', newStream(), day(7), day(8));
    await begin('tien-giang', newStream(), day(9));
    await begin('nghe-an', newStream(), day(10));
    await way.carry('tien-giang');
    await way.carry('nghe-an');
    expect(await parked('tien-giang')).toEqual([
      expect.stringContaining('day.refused'),
      'behind a parked message of the same stream',
    ]);
    expect([times(day(7)), times(day(8)), times(day(9)), times(day(10))]).toEqual([0, 0, 1, 1]);
  });

  it('are re-driven in their order, with those behind them', async () => {
    const ctx = bench.system('tien-giang');
    const [first] = await bench.parked('tien-giang');
    await messagesOf(way).redrive(ctx, first?.message ?? '', 'mended');
    const since = taken.slice(-2).map(({ date }) => date);
    expect([since, await parked('tien-giang')]).toEqual([[day(7), day(8)], []]);
  });

  it('that fail again when re-driven stay parked, and so does what is behind them', async () => {
    const ctx = bench.system('tien-giang');
    answers.set(day(11), [REFUSED, REFUSED]);
    await begin('tien-giang', newStream(), day(11), day(12));
    await way.carry('tien-giang');
    const [first] = await bench.parked('tien-giang');
    const messages = messagesOf(way);
    expect(await messages.redrive(ctx, first?.message ?? '', 'perhaps')).toBe(0);
    expect([times(day(11)), times(day(12)), (await parked('tien-giang')).length]).toEqual([0, 0, 2]);
    expect(await messages.discard(ctx, first?.message ?? '', 'never')).toBe(2);
    expect([times(day(11)), times(day(12)), await parked('tien-giang')]).toEqual([0, 1, []]);
  });

  it('that nobody here reacts to pass, and leave nothing behind', async () => {
    const stream = streamOf('organisation', uuidFrom('transport', name));
    const data = { name: 'Sở Y tế', kind: 'department', aliases: [], outside: false };
    await bench.record('nghe-an', stream, [{ type: 'lk.agreement.organisation.registered.v1', data }]);
    const before = taken.length;
    await way.carry('nghe-an');
    expect([taken.length, await parked('nghe-an')]).toEqual([before, []]);
  });
});
