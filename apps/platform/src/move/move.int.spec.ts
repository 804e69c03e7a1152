import { randomUUID } from 'node:crypto';
import {
  KurrentEventStore,
  KurrentLogs,
  MarksInMemory,
  MoveRefused,
  NO_STREAM,
  PostgresEventStore,
  type EventStore,
  type Moved,
} from '@lien-ket/event-store';
import { Connections, TenantDb } from '@lien-ket/read-model';
import {
  KurrentDouble,
  THINGS,
  contextOf,
  kurrentProcess,
  postgresDriver,
  thingEvents,
  wholeLog,
  type PostgresDriver,
} from '@lien-ket/testing';
import { moveTenant, type Driver, type Homes } from './move-tenant.js';
import { TenantDatabase } from './tenant-database.js';

const ctx = contextOf('first');
const quiet = (): void => undefined;
let driver: PostgresDriver;
let double: KurrentDouble;
let opened: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  driver = await postgresDriver(THINGS, ['first']);
  double = await KurrentDouble.start();
}, 60_000);

afterEach(async () => {
  for (const one of opened) await one.close();
  opened = [];
  await double.stop();
  await driver.stop();
});

/** The stores of a process, closed when its work is done: nobody of the tenant is connected afterwards. */
async function inProcess<T>(service: string, work: (store: EventStore) => Promise<T>): Promise<T> {
  const connections = new Connections(driver.cluster.address);
  const db = new TenantDb(service, [], connections);
  try {
    return await work(new PostgresEventStore(service, (at, sql) => db.sql(at, sql)));
  } finally {
    await connections.close();
  }
}

function onKurrent(service = 'alpha'): EventStore {
  const made = kurrentProcess(double.connectionString, service);
  opened.push(made.logs);
  return made.store;
}

function move(to: Driver, disturb: (homes: Homes) => void = quiet, onProgress = quiet): Promise<Moved> {
  return inProcess('relay', async (postgres) => {
    const database = await TenantDatabase.open(
      { ...driver.cluster.address, passwordOf: () => 'test' },
      'postgres',
      'first',
    );
    const logs = new KurrentLogs(() => double.connectionString, new MarksInMemory(), undefined, true);
    const kurrent = new KurrentEventStore('relay', logs, THINGS);
    const homes = { database, postgres, kurrent, logs };
    disturb(homes);
    try {
      return await moveTenant(homes, ctx, to, onProgress);
    } finally {
      await logs.close();
      await database.close();
    }
  });
}

async function fill(store: EventStore, streams: number): Promise<void> {
  for (let n = 0; n < streams; n += 1) {
    const stream = `thing-${randomUUID()}`;
    await store.append(
      ctx,
      stream,
      thingEvents(ctx, stream, [{ n }, { text: 'Tiền Giang' }], randomUUID()),
      -1,
    );
    await store.append(ctx, stream, thingEvents(ctx, stream, [{ n: 2 }], randomUUID()), 1);
  }
}

const all = async (store: EventStore): Promise<unknown[]> =>
  (await wholeLog(store, ctx)).map(({ seq, stream, revision, recordedAt, type, bytes }) => ({
    seq,
    stream,
    revision,
    recordedAt,
    type,
    ...bytes,
  }));

test('there and back: bytes, numbers, times and the digest are the same, and each home knows when it is none', async () => {
  await inProcess('alpha', (store) => fill(store, 20));
  const before = await inProcess('relay', all);
  const there = await move('kurrentdb');
  expect(there).toMatchObject({ events: 60, copied: 60 });
  expect(await all(onKurrent('relay'))).toEqual(before);
  await expect(inProcess('alpha', (store) => fill(store, 1))).rejects.toThrow('is on KurrentDB');

  await fill(onKurrent(), 3);
  const after = await all(onKurrent('relay'));
  const back = await move('postgres');
  expect(back).toMatchObject({ events: 69, copied: 9 });
  expect(await inProcess('relay', all)).toEqual(after);
  await expect(fill(onKurrent(), 1)).rejects.toThrow('has moved away');

  await inProcess('alpha', (store) => fill(store, 1));
  expect(await move('kurrentdb')).toMatchObject({ events: 72, copied: 3 });
  await fill(onKurrent(), 1);
}, 60_000);

test('a move that was interrupted goes on where it stopped', async () => {
  await inProcess('alpha', (store) => fill(store, 200));
  let told = 0;
  const broken = move('kurrentdb', quiet, () => {
    told += 1;
    throw new Error('the power is gone');
  });
  await expect(broken).rejects.toThrow('the power is gone');
  expect(told).toBe(1);
  const { events, copied } = await move('kurrentdb');
  expect(events).toBe(600);
  expect(copied).toBe(100);
}, 60_000);

test('after an interruption the log is at home where it was', async () => {
  await inProcess('alpha', (store) => fill(store, 2));
  await expect(
    move('kurrentdb', quiet, () => {
      throw new Error('the power is gone');
    }),
  ).rejects.toThrow();
  await inProcess('alpha', (store) => fill(store, 1));
  expect((await move('kurrentdb')).events).toBe(9);
}, 60_000);

test('a move whose fence a kill has left is undone by moving back', async () => {
  await inProcess('alpha', (store) => fill(store, 2));
  const address = { ...driver.cluster.address, passwordOf: () => 'test' };
  const killed = await TenantDatabase.open(address, 'postgres', 'first');
  await killed.fence(true);
  await killed.close();
  await expect(inProcess('alpha', (store) => fill(store, 1))).rejects.toThrow('is on KurrentDB');
  expect(await move('postgres')).toMatchObject({ events: 6, copied: 0 });
  await inProcess('alpha', (store) => fill(store, 1));
}, 60_000);

describe('is refused', () => {
  it('while a service of the tenant is connected, and says which', async () => {
    await inProcess('alpha', async (store) => {
      await fill(store, 1);
      await expect(move('kurrentdb')).rejects.toEqual(
        new MoveRefused('services of the tenant are running (lk_t_first__alpha): stop them first'),
      );
    });
  });

  it('when somebody writes at the other end meanwhile', async () => {
    await inProcess('alpha', (store) => fill(store, 1));
    const foreign = onKurrent();
    await foreign.head(ctx);
    const stream = `thing-${randomUUID()}`;
    let intruded = Promise.resolve<unknown>(undefined);
    const moving = move('kurrentdb', ({ kurrent }) => {
      const head = kurrent.head.bind(kurrent);
      kurrent.head = async (at) => {
        const seen = await head(at);
        if (seen > 0) return seen;
        intruded = foreign.append(ctx, stream, thingEvents(ctx, stream, [1], randomUUID()), NO_STREAM);
        await intruded;
        return seen;
      };
    });
    await expect(moving).rejects.toThrow(MoveRefused);
    await intruded;
  });

  it('when both have gone their own way', async () => {
    await inProcess('alpha', (store) => fill(store, 2));
    await fill(onKurrent(), 1);
    await expect(move('kurrentdb')).rejects.toThrow('differ');
    await inProcess('alpha', (store) => fill(store, 1));
  });
});
