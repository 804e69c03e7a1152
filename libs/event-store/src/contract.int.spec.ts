import { randomUUID } from 'node:crypto';
import type { Decider, NewEvent } from '@lien-ket/kernel';
import { TestCluster, contextOf } from '@lien-ket/testing';
import {
  LOG_SCHEMA_SQL,
  NO_STREAM,
  PostgresEventStore,
  RevisionConflict,
  encodeEvents,
  handle,
  readerLogSql,
  serviceLogSql,
  type EncodedEvent,
} from './index.js';

const TYPE = 'lk.alpha.thing.happened.v1';
const PRIVATE = 'lk.beta.note.kept.v1';
const PLAN = {
  logSql: [LOG_SCHEMA_SQL, serviceLogSql('alpha'), serviceLogSql('beta'), readerLogSql('relay')],
  services: ['alpha', 'beta', 'relay'].map((service) => ({ service, migrations: [] })),
  registerSql: `
    INSERT INTO log.category VALUES ('thing', 'alpha'), ('note', 'beta') ON CONFLICT DO NOTHING;
    INSERT INTO log.event_type VALUES ('${TYPE}', 'alpha', true), ('${PRIVATE}', 'beta', false) ON CONFLICT DO NOTHING;`,
};

const thing: Decider<null, { type: string }, NewEvent> = {
  aggregate: 'thing',
  initialState: () => null,
  decide: ({ type }) => [{ type: TYPE, data: { type } }],
  evolve: () => null,
};

let cluster: TestCluster;
let alpha: PostgresEventStore;
let beta: PostgresEventStore;
let relay: PostgresEventStore;
const ctx = contextOf('first');
const other = contextOf('second');

function storeOf(service: string): PostgresEventStore {
  const db = cluster.db(service);
  return new PostgresEventStore(service, (at, work) => db.sql(at, work));
}

function events(
  stream: string,
  data: unknown[],
  commandId: string = randomUUID(),
  type = TYPE,
): EncodedEvent[] {
  const command = { id: commandId, name: 'test', hash: 'x' };
  return encodeEvents(
    ctx,
    stream,
    command,
    data.map((one) => ({ type, data: one })),
  );
}

beforeAll(async () => {
  cluster = await TestCluster.start();
  const provisioner = cluster.provisioner(PLAN);
  await provisioner.ensureTemplate();
  await provisioner.ensureTenant('first');
  await provisioner.ensureTenant('second');
  [alpha, beta, relay] = [storeOf('alpha'), storeOf('beta'), storeOf('relay')];
}, 60_000);

afterAll(() => cluster.stop());

describe('the port of the event store, driver postgres', () => {
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
    const send = (
      name: string,
      body: unknown,
      commandId: string,
      id: string,
    ): Promise<{ repeated: boolean }> => {
      const command = { type: name };
      return handle(alpha, thing, ctx, { id, commandId, name, command, body });
    };
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

  it('keeps tenants apart: another tenant has another log', async () => {
    const stream = `thing-${randomUUID()}`;
    await alpha.append(ctx, stream, events(stream, [1]), NO_STREAM);
    expect(await alpha.read(other, stream)).toHaveLength(0);
    expect(await alpha.head(other)).toBe(0);
  });

  it('can not be rewritten, not even by its owner', async () => {
    const db = cluster.db('alpha');
    await expect(db.use(ctx, (source) => source.query(`UPDATE log.event SET type = 'x'`))).rejects.toThrow(
      /permission denied/,
    );
    await expect(db.use(ctx, (source) => source.query(`DELETE FROM log.event`))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('is isolated at the database: a tenant role connects to no other database', async () => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({
      ...cluster.embedded.address,
      user: 'lk_t_first__alpha',
      password: cluster.address.passwordOf('lk_t_first__alpha'),
      database: 'lk_t_second',
    });
    await expect(client.connect()).rejects.toThrow(/permission denied for database/);
    await client.end().catch(() => undefined);
  });
});

describe('order under concurrent writers', () => {
  it('16 writers, conflicts and rolled-back transactions: no gap, none lost, none twice, readers skip nothing', async () => {
    const writers = 16;
    const perWriter = 150;
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
    const disturb = cluster.db('beta');
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
            await disturb
              .transaction(ctx, async (rows) => {
                await rows.query('SELECT * FROM log.position');
                throw new Error('rolled back');
              })
              .catch(() => undefined);
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

  it('a writing transaction left open in another database of the cluster stalls nobody', async () => {
    const { default: pg } = await import('pg');
    const idle = new pg.Client({
      ...cluster.embedded.address,
      user: 'postgres',
      password: 'test',
      database: 'lk_t_second',
    });
    await idle.connect();
    await idle.query('BEGIN; SELECT * FROM log.head FOR UPDATE');
    const stream = `thing-${randomUUID()}`;
    const { seq } = await alpha.append(ctx, stream, events(stream, [1]), NO_STREAM);
    const batches: number[] = [];
    for await (const batch of relay.log(ctx, { after: seq - 1 }))
      batches.push(...batch.map((event) => event.seq));
    expect(batches).toEqual([seq]);
    await idle.query('ROLLBACK');
    await idle.end();
  });
});
