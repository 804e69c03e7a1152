import { randomUUID } from 'node:crypto';
import type { Decider, NewEvent } from '@lien-ket/kernel';
import {
  NOTE_TYPE,
  THINGS,
  THING_TYPE,
  contextOf,
  doubledDriver,
  kurrentDriver,
  kurrentServers,
  postgresDriver,
  thingEvents,
  type LogDriver,
  type PostgresDriver,
} from '@lien-ket/testing';
import { NO_STREAM, RevisionConflict, handle, type EncodedEvent, type EventStore } from './index.js';

const TYPE = THING_TYPE;
const PRIVATE = NOTE_TYPE;
const REGISTRY = THINGS;
const TENANTS = ['first', 'second'];
const ctx = contextOf('first');
const other = contextOf('second');

/** Real servers join where there are some: `npm run test:kurrentdb`. */
const servers = new Map(kurrentServers().map((url, index) => [TENANTS[index] ?? '', url]));
const DRIVERS: readonly (readonly [string, () => Promise<LogDriver>])[] = [
  ['postgres', () => postgresDriver(REGISTRY, TENANTS)],
  ['kurrentdb, by its double', () => doubledDriver(REGISTRY, TENANTS)],
  ...(servers.size === 0
    ? []
    : ([['kurrentdb, a real server', () => Promise.resolve(kurrentDriver(REGISTRY, servers))]] as const)),
];

function events(
  stream: string,
  data: unknown[],
  commandId: string = randomUUID(),
  type: string = TYPE,
): EncodedEvent[] {
  return thingEvents(ctx, stream, data, commandId, type);
}

/** Transactions of others that are rolled back, where there are transactions. */
function disturbanceOf(driver: LogDriver): () => Promise<void> {
  if (!('cluster' in driver)) return () => Promise.resolve();
  const db = (driver as PostgresDriver).cluster.db('beta');
  const rolledBack = db.transaction.bind(db, ctx, async (rows) => {
    await rows.query('SELECT * FROM log.position');
    throw new Error('rolled back');
  });
  return () => rolledBack().catch(() => undefined) as Promise<void>;
}

describe.each(DRIVERS)('the port of the event store, driver %s', (name, start) => {
  let driver: LogDriver;
  let alpha: EventStore;
  let beta: EventStore;
  let relay: EventStore;

  beforeAll(async () => {
    driver = await start();
    [alpha, beta, relay] = [driver.store('alpha'), driver.store('beta'), driver.store('relay')];
  }, 60_000);

  afterAll(() => driver.stop());

  it('gives back the bytes it was given, in order, with revision and sequence', async () => {
    const stream = `thing-${randomUUID()}`;
    const written = events(stream, [{ a: 'Tiền Giang' }, { a: 2 }]);
    const answer = await alpha.append(ctx, stream, written, NO_STREAM);
    const read = await alpha.read(ctx, stream);
    expect(answer).toMatchObject({ outcome: 'appended', revision: 1 });
    expect(read.map((event) => event.revision)).toEqual([0, 1]);
    expect(
      read.map((event) => event.bytes.data.equals(written[event.revision]?.data ?? Buffer.alloc(0))),
    ).toEqual([true, true]);
    expect(read[0]?.data).toEqual({ a: 'Tiền Giang' });
    expect(read[1]?.seq).toBe(answer.seq);
  });

  it('refuses a stream that is elsewhere, and says where it is', async () => {
    const stream = `thing-${randomUUID()}`;
    await alpha.append(ctx, stream, events(stream, [1]), NO_STREAM);
    await expect(alpha.append(ctx, stream, events(stream, [2]), NO_STREAM)).rejects.toMatchObject({
      current: 0,
      expected: -1,
    });
    await expect(alpha.append(ctx, stream, events(stream, [2]), 7)).rejects.toBeInstanceOf(RevisionConflict);
  });

  it('tells a time that never goes back, in the log and in each answer', async () => {
    const stream = `thing-${randomUUID()}`;
    const from = await alpha.head(ctx);
    const answers = [];
    for (const revision of [-1, 0, 1])
      answers.push(await alpha.append(ctx, stream, events(stream, [1]), revision));
    const times: string[] = [];
    for await (const batch of relay.log(ctx, { after: from }))
      times.push(...batch.map(({ recordedAt }) => recordedAt));
    expect(times).toEqual(answers.map(({ recordedAt }) => recordedAt));
    expect(times).toEqual(times.toSorted());
    expect(times.map((time) => new Date(time).toISOString())).toEqual(times);
    expect(await alpha.read(ctx, stream)).toMatchObject(
      answers.map(({ seq, recordedAt }) => ({ seq, recordedAt })),
    );
  });

  it('gives any part of the log, and of it what is asked for', async () => {
    const stream = `thing-${randomUUID()}`;
    const { seq } = await alpha.append(ctx, stream, events(stream, [1, 2, 3, 4, 5]), NO_STREAM);
    const note = `note-${randomUUID()}`;
    await beta.append(ctx, note, events(note, [1], randomUUID(), PRIVATE), NO_STREAM);
    const seen = async (store: EventStore, range: Parameters<EventStore['log']>[1]): Promise<number[]> => {
      const found: number[] = [];
      for await (const batch of store.log(ctx, range)) found.push(...batch.map((event) => event.seq));
      return found;
    };
    expect(await seen(relay, { after: seq - 3, until: seq - 1 })).toEqual([seq - 2, seq - 1]);
    expect(await seen(relay, { after: seq - 1 })).toEqual([seq, seq + 1]);
    expect(await seen(relay, { after: seq - 1, types: [PRIVATE] })).toEqual([seq + 1]);
    expect(await seen(alpha, { after: seq - 1 })).toEqual([seq]);
    expect(await seen(relay, { after: seq + 1 })).toEqual([]);
    expect(await seen(relay, { after: seq + 50 })).toEqual([]);
    const part = await alpha.read(ctx, stream, { from: 1, to: 3 });
    expect(part.map(({ revision }) => revision)).toEqual([1, 2, 3]);
  });

  it('answers a retry as the first time and writes nothing twice', async () => {
    const stream = `thing-${randomUUID()}`;
    const same = events(stream, [1, 2]);
    const first = await alpha.append(ctx, stream, same, NO_STREAM);
    await alpha.append(ctx, stream, events(stream, [3]), 1);
    const again = await alpha.append(ctx, stream, same, NO_STREAM);
    expect(again).toEqual({ ...first, outcome: 'repeated' });
    expect(await alpha.read(ctx, stream)).toHaveLength(3);
  });

  it('carries a command id out once, for one command with one body, also when two come at once', async () => {
    const thing: Decider<null, { type: string }, NewEvent> = {
      aggregate: 'thing',
      initialState: () => null,
      decide: ({ type }) => [{ type: THING_TYPE, data: { type } }],
      evolve: () => null,
    };
    type Sent = Promise<{ repeated: boolean; revision: number }>;
    const send = (command: string, body: unknown, commandId: string, id: string): Sent =>
      handle(alpha, thing, ctx, { id, commandId, name: command, command: { type: command }, body });
    const [id, key] = [randomUUID(), randomUUID()];
    expect(await send('submit', {}, key, id)).toMatchObject({ repeated: false, revision: 0 });
    expect(await send('submit', {}, key, id)).toMatchObject({ repeated: true, revision: 0 });
    const refused = { kind: 'duplicate', code: 'command.idReused' };
    await expect(send('retract', {}, key, id)).rejects.toMatchObject(refused);
    await expect(send('submit', { a: 1 }, key, id)).rejects.toMatchObject(refused);
    const [next, once] = [randomUUID(), randomUUID()];
    const both = await Promise.allSettled([
      send('submit', { a: 1 }, once, next),
      send('submit', { a: 2 }, once, next),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses an event over 256 KiB before anything is written', () => {
    expect(() => events('thing-x', ['x'.repeat(256 * 1024)])).toThrow('event.tooLarge');
  });

  it('refuses a category and a type that the calling service does not own', async () => {
    const stream = `note-${randomUUID()}`;
    await expect(
      alpha.append(ctx, stream, events(stream, [1], randomUUID(), PRIVATE), NO_STREAM),
    ).rejects.toThrow('does not own');
    const own = `thing-${randomUUID()}`;
    await expect(alpha.append(ctx, own, events(own, [1], randomUUID(), PRIVATE), NO_STREAM)).rejects.toThrow(
      'not registered for',
    );
    await expect(
      alpha.append(ctx, own, events(own, [1], randomUUID(), 'lk.alpha.thing.unknown.v1'), NO_STREAM),
    ).rejects.toThrow('not registered for');
  });

  it('shows a service its own events and the public types of others; the relay sees all', async () => {
    const note = `note-${randomUUID()}`;
    const thing = `thing-${randomUUID()}`;
    await beta.append(ctx, note, events(note, [1], randomUUID(), PRIVATE), NO_STREAM);
    await alpha.append(ctx, thing, events(thing, [1]), NO_STREAM);
    expect(await alpha.read(ctx, note)).toHaveLength(0);
    expect(await beta.read(ctx, thing)).toHaveLength(1);
    expect(await relay.read(ctx, note)).toHaveLength(1);
  });

  // One real server holds one tenant.
  const apart = name === 'kurrentdb, a real server' && servers.size < 2 ? it.skip : it;
  apart('keeps tenants apart: another tenant has another log', async () => {
    const stream = `thing-${randomUUID()}`;
    await alpha.append(ctx, stream, events(stream, [1]), NO_STREAM);
    expect(await alpha.read(other, stream)).toHaveLength(0);
    expect(await alpha.head(other)).toBe(0);
  });

  it('16 writers, conflicts and rolled-back transactions: no gap, none lost, none twice, readers skip nothing', async () => {
    const writers = 16;
    const perWriter = name === 'postgres' ? 150 : 40;
    const startAt = await alpha.head(ctx);
    const acknowledged = new Set<string>();
    const seen: number[] = [];
    let writing = true;
    const reader = (async () => {
      let after = startAt;
      while (writing || after < (await relay.head(ctx))) {
        for await (const batch of relay.log(ctx, { after, batch: 97 })) {
          seen.push(...batch.map((event) => event.seq));
          after = batch.at(-1)?.seq ?? after;
        }
      }
    })();
    const disturb = disturbanceOf(driver);
    await Promise.all(
      Array.from({ length: writers }, async (_unused, writer) => {
        const service = writer % 4 === 3 ? beta : alpha;
        const [category, type] = writer % 4 === 3 ? ['note', PRIVATE] : ['thing', TYPE];
        const stream = `${category}-${randomUUID()}`;
        for (let revision = -1; revision < perWriter - 1; revision += 1) {
          const batch = events(stream, [{ writer, revision }], randomUUID(), type);
          await service.append(ctx, stream, batch, revision);
          acknowledged.add(batch[0]?.id ?? '');
          if (revision % 25 === 0) {
            await expect(
              service.append(ctx, stream, events(stream, [0], randomUUID(), type), revision),
            ).rejects.toBeInstanceOf(RevisionConflict);
            await disturb();
          }
        }
      }),
    );
    writing = false;
    await reader;
    const expected = Array.from({ length: writers * perWriter }, (_unused, index) => startAt + 1 + index);
    expect(seen).toEqual(expected);
    expect(acknowledged.size).toBe(writers * perWriter);
  }, 120_000);
});
