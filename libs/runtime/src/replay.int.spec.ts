import { randomUUID } from 'node:crypto';
import { EntitySchema } from 'typeorm';
import {
  LOG_SCHEMA_SQL,
  PostgresEventStore,
  encodeEvents,
  readerLogSql,
  serviceLogSql,
  type StoredEvent,
} from '@lien-ket/event-store';
import {
  ProjectionRunner,
  ProjectionStopped,
  documentProjection,
  type Projection,
} from '@lien-ket/read-model';
import { TestCluster, contextOf, stressPlan } from '@lien-ket/testing';

const TYPE = 'lk.alpha.thing.happened.v1';
const EVENTS = 6_500;
const PER_STREAM = 130;
/** One event that is larger than what the socket gives at once. */
const LARGE = 200 * 1024;
const ctx = contextOf('replay');

interface Thing {
  readonly id: string;
  readonly count: number;
  readonly last: string;
}

const ThingRow = new EntitySchema<Thing>({
  name: 'thing',
  columns: { id: { type: 'uuid', primary: true }, count: { type: 'int' }, last: { type: 'text' } },
});

let cluster: TestCluster;
let copying: PostgresEventStore;
let paging: PostgresEventStore;
let copies = 0;

function things(broken = 0): Projection {
  return documentProjection<Thing>({
    name: 'things',
    types: [TYPE],
    tables: ['thing'],
    entity: ThingRow,
    idOf: ({ stream }) => stream.slice('thing-'.length),
    fold: (before, event) => {
      if (event.seq === broken) throw new Error('not this one');
      const { text } = event.data as { text: string };
      return {
        id: event.stream.slice('thing-'.length),
        count: (before?.count ?? 0) + 1,
        last: text.slice(0, 40),
      };
    },
  });
}

function runnerOf(projection: Projection): ProjectionRunner {
  return new ProjectionRunner(cluster.db('alpha', [ThingRow]), copying, [projection]);
}

async function admin(sql: string): Promise<void> {
  const { default: pg } = await import('pg');
  const login = { ...cluster.embedded.address, user: 'postgres', password: 'test', database: 'lk_t_replay' };
  const client = new pg.Client(login);
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function rows(): Promise<Thing[]> {
  return cluster.db('alpha', [ThingRow]).use(ctx, (db) => db.query('SELECT * FROM thing ORDER BY id'));
}

async function all(store: PostgresEventStore, types?: readonly string[]): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const batch of store.log(ctx, { after: 0, ...(types ? { types } : {}) })) events.push(...batch);
  return events;
}

const plain = (event: StoredEvent): unknown => ({
  seq: event.seq,
  tenant: event.tenant,
  stream: event.stream,
  revision: event.revision,
  type: event.type,
  recordedAt: event.recordedAt,
  header: event.header,
  data: event.data,
  bytes: event.bytes.header.toString('hex') + event.bytes.data.toString('hex'),
});

async function load(): Promise<void> {
  const streams = Array.from({ length: EVENTS / PER_STREAM }, () => `thing-${randomUUID()}`);
  for (const [index, stream] of streams.entries()) {
    const data = Array.from({ length: PER_STREAM }, (_unused, at) => ({
      type: TYPE,
      data: { at, text: index === 7 && at === 99 ? 'đ'.repeat(LARGE / 2) : `Trà Vinh – ${at}` },
    }));
    const command = { id: randomUUID(), name: 'test', hash: '' };
    await copying.append(ctx, stream, encodeEvents(ctx, stream, command, data), -1);
  }
}

beforeAll(async () => {
  cluster = await TestCluster.start();
  const provisioner = cluster.provisioner(
    stressPlan([LOG_SCHEMA_SQL, serviceLogSql('alpha'), readerLogSql('relay')]),
  );
  await provisioner.ensureTemplate();
  await provisioner.ensureTenant('replay');
  await admin('CREATE TABLE alpha.thing (id uuid PRIMARY KEY, count int, last text)');
  await admin('GRANT SELECT, INSERT, UPDATE, DELETE ON alpha.thing TO lk_svc_alpha');
  const db = cluster.db('alpha', [ThingRow]);
  paging = new PostgresEventStore('alpha', (at, work) => db.sql(at, work));
  copying = new PostgresEventStore(
    'alpha',
    (at, work) => db.sql(at, work),
    undefined,
    (at) => {
      copies += 1;
      return db.openCopy(at);
    },
  );
  await load();
}, 60_000);

afterAll(() => cluster.stop());

describe('a transaction whose BEGIN leaves with its first statement', () => {
  const xact = `SELECT pg_current_xact_id()::text AS xact`;

  it('is one transaction, and what failed in it is rolled back', async () => {
    const db = cluster.db('alpha', [ThingRow]);
    const seen = await db.transaction(ctx, async (rows) => [await rows.query(xact), await rows.query(xact)]);
    expect(seen[0]).toEqual(seen[1]);
    const id = randomUUID();
    const failing = db.transaction(ctx, async (rows) => {
      await rows.query('INSERT INTO thing VALUES ($1, 1)', [id]);
      await rows.query('SELECT 1 / 0');
    });
    await expect(failing).rejects.toThrow('division by zero');
    const first = db.transaction(ctx, (rows) => rows.query('nonsense'));
    await expect(first).rejects.toThrow('syntax error');
    expect(await db.use(ctx, (one) => one.query('SELECT 1 FROM thing WHERE id = $1', [id]))).toEqual([]);
    const after = await Promise.all([1, 2].map(() => db.use(ctx, (one) => one.query(xact))));
    expect(after[0]).not.toEqual(after[1]);
  });

  it('that does nothing, or rolls back to a savepoint, leaves the connection as it was', async () => {
    const db = cluster.db('alpha', [ThingRow]);
    await db.transaction(ctx, async () => undefined);
    const id = randomUUID();
    await db.transaction(ctx, async (rows) => {
      const inner = rows.transaction((deep) => deep.query('INSERT INTO thing VALUES ($1, 1 / 0)', [id]));
      await expect(inner).rejects.toThrow('division by zero');
      await rows.query('INSERT INTO thing VALUES ($1, 1)', [id]);
    });
    const kept = await db.use(ctx, (one) => one.query('DELETE FROM thing WHERE id = $1 RETURNING 1', [id]));
    expect(kept[1]).toBe(1);
  });
});

describe('the log by COPY', () => {
  it('is the log in pages, whatever the size of an event', async () => {
    const before = copies;
    const copied = await all(copying, [TYPE]);
    expect(copies).toBe(before + 1);
    expect(copied).toHaveLength(EVENTS);
    expect(copied.map(plain)).toEqual((await all(paging, [TYPE])).map(plain));
  });

  it('gives only the types that are asked for, and takes no other text for a type', async () => {
    expect(await all(copying, ['lk.alpha.thing.other.v1'])).toEqual([]);
    await expect(all(copying, [`x') OR true --`])).rejects.toThrow('not the name of an event type');
  });

  it('can be left in the middle, many times more often than there are connections for it', async () => {
    for (let time = 0; time < 12; time += 1) {
      for await (const batch of copying.log(ctx, { after: 0 })) {
        expect(batch[0]?.seq).toBe(1);
        break;
      }
    }
    expect(await all(copying)).toHaveLength(EVENTS);
  });

  it('tells when somebody has edited a column', async () => {
    const edit = (sql: string): Promise<void> =>
      admin(
        `BEGIN; ALTER TABLE log.event DISABLE TRIGGER ALL; ${sql}; ALTER TABLE log.event ENABLE TRIGGER ALL; COMMIT`,
      );
    await edit(`UPDATE log.event SET id = gen_random_uuid() WHERE seq = 20`);
    const [, , event] = (await all(copying)).slice(17, 20);
    expect(() => event?.data).toThrow('its columns differ');
    expect(() => event?.header).toThrow('its columns differ');
    await edit(`UPDATE log.event SET id = (convert_from(header, 'UTF8')::json->>'id')::uuid WHERE seq = 20`);
    expect((await all(copying)).map(({ data }) => data)).toHaveLength(EVENTS);
  });
});

describe('a projection that folds many at once', () => {
  it('has the same rows by catch-up, by rebuild, and one event after the other', async () => {
    const runner = runnerOf(things());
    const reached = runner.reaches(ctx, EVENTS, 30_000);
    expect(await runner.catchUp(ctx)).toEqual({ applied: EVENTS, errors: [] });
    expect(await reached).toBe(true);
    const caughtUp = await rows();
    expect(caughtUp).toHaveLength(EVENTS / PER_STREAM);
    expect(caughtUp.every(({ count }) => count === PER_STREAM)).toBe(true);
    expect(await runner.rebuild(ctx)).toEqual([{ projection: 'things', events: EVENTS }]);
    expect(await rows()).toEqual(caughtUp);
    const { applyAll: _unused, ...single } = things();
    await runnerOf(single).rebuild(ctx);
    expect(await rows()).toEqual(caughtUp);
  }, 60_000);

  it('is folded once where two processes fold it at the same time', async () => {
    await admin(`TRUNCATE alpha.thing; DELETE FROM alpha.cursor WHERE name = 'things'`);
    const both = await Promise.all([runnerOf(things()), runnerOf(things())].map((one) => one.catchUp(ctx)));
    expect(both.flatMap(({ errors }) => errors)).toEqual([]);
    expect((await rows()).every(({ count }) => count === PER_STREAM)).toBe(true);
  }, 60_000);

  it('asks nothing more of a projection that is final, but folds it whole when it is rebuilt', async () => {
    const applied: number[] = [];
    const first: Projection = {
      name: 'first',
      types: [TYPE],
      tables: [],
      apply: async (_rows, { seq }) => {
        applied.push(seq);
        return seq >= 2 ? 'final' : undefined;
      },
    };
    const runner = runnerOf(first);
    await runner.catchUp(ctx, 1);
    for (const until of [2, 3, 4]) await runner.catchUp(ctx, until);
    expect(applied).toEqual([1, 2]);
    expect(runner.position(ctx)).toBe(4);
    await runner.rebuild(ctx);
    expect(applied).toHaveLength(2 + EVENTS);
  }, 60_000);

  it('names the event at fault, and keeps the groups before it', async () => {
    await admin(`TRUNCATE alpha.thing; DELETE FROM alpha.cursor WHERE name = 'things'`);
    const broken = EVENTS - 10;
    const runner = runnerOf(things(broken));
    const { errors } = await runner.catchUp(ctx);
    expect(errors[0]).toBeInstanceOf(ProjectionStopped);
    expect(errors[0]?.seq).toBe(broken);
    const [status] = await runner.status(ctx);
    expect(status?.seq).toBeGreaterThan(0);
    expect(status?.seq).toBeLessThan(broken);
    const folded = (await rows()).reduce((sum, { count }) => sum + count, 0);
    expect(folded).toBe(status?.seq);
    expect(await runner.reaches(ctx, broken, 50)).toBe(false);
  }, 60_000);
});
