import { randomUUID } from 'node:crypto';
import { PostgresEventStore, type StoredEvent } from '@lien-ket/event-store';
import { ProjectionStopped, type Projection } from '@lien-ket/read-model';
import { FoldedThings, THING_TYPE as TYPE, foldedThings, type FoldedThing } from '@lien-ket/testing';

const EVENTS = 6_500;
const PER_STREAM = 130;
/** One event that is larger than what the socket gives at once. */
const LARGE = 200 * 1024;

let things: FoldedThings;
let copying: PostgresEventStore;
let paging: PostgresEventStore;
let copies = 0;

const admin = async (sql: string): Promise<unknown> => things.admin(sql);
const rows = (): Promise<FoldedThing[]> => things.rows();

async function all(store: PostgresEventStore, types?: readonly string[]): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const batch of store.log(things.ctx, { after: 0, ...(types ? { types } : {}) }))
    events.push(...batch);
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

beforeAll(async () => {
  things = await FoldedThings.start();
  paging = new PostgresEventStore('alpha', (at, work) => things.db.sql(at, work));
  copying = things.store(() => (copies += 1));
  for (let index = 0; index < EVENTS / PER_STREAM; index += 1)
    await things.happen(
      Array.from({ length: PER_STREAM }, (_unused, at) =>
        index === 7 && at === 99 ? 'đ'.repeat(LARGE / 2) : `Trà Vinh – ${at}`,
      ),
    );
}, 60_000);

afterAll(() => things.stop());

describe('a transaction whose BEGIN leaves with its first statement', () => {
  const xact = `SELECT pg_current_xact_id()::text AS xact`;

  it('is one transaction, and what failed in it is rolled back', async () => {
    const db = things.db;
    const seen = await db.transaction(things.ctx, async (rows) => [
      await rows.query(xact),
      await rows.query(xact),
    ]);
    expect(seen[0]).toEqual(seen[1]);
    const id = randomUUID();
    const failing = db.transaction(things.ctx, async (rows) => {
      await rows.query('INSERT INTO thing VALUES ($1, 1)', [id]);
      await rows.query('SELECT 1 / 0');
    });
    await expect(failing).rejects.toThrow('division by zero');
    const first = db.transaction(things.ctx, (rows) => rows.query('nonsense'));
    await expect(first).rejects.toThrow('syntax error');
    expect(await db.use(things.ctx, (one) => one.query('SELECT 1 FROM thing WHERE id = $1', [id]))).toEqual(
      [],
    );
    const after = await Promise.all([1, 2].map(() => db.use(things.ctx, (one) => one.query(xact))));
    expect(after[0]).not.toEqual(after[1]);
  });

  it('that does nothing, or rolls back to a savepoint, leaves the connection as it was', async () => {
    const db = things.db;
    await db.transaction(things.ctx, async () => undefined);
    const id = randomUUID();
    await db.transaction(things.ctx, async (rows) => {
      const inner = rows.transaction((deep) => deep.query('INSERT INTO thing VALUES ($1, 1 / 0)', [id]));
      await expect(inner).rejects.toThrow('division by zero');
      await rows.query('INSERT INTO thing VALUES ($1, 1)', [id]);
    });
    const kept = await db.use(things.ctx, (one) =>
      one.query('DELETE FROM thing WHERE id = $1 RETURNING 1', [id]),
    );
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
      for await (const batch of copying.log(things.ctx, { after: 0 })) {
        expect(batch[0]?.seq).toBe(1);
        break;
      }
    }
    expect(await all(copying)).toHaveLength(EVENTS);
  });

  it('tells when somebody has edited a column', async () => {
    const edit = (sql: string): Promise<unknown> =>
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
    const runner = things.runner(foldedThings());
    const reached = runner.reaches(things.ctx, EVENTS, 30_000);
    expect(await runner.catchUp(things.ctx)).toEqual({ applied: EVENTS, errors: [] });
    expect(await reached).toBe(true);
    const caughtUp = await rows();
    expect(caughtUp).toHaveLength(EVENTS / PER_STREAM);
    expect(caughtUp.every(({ count }) => count === PER_STREAM)).toBe(true);
    expect(await runner.rebuild(things.ctx)).toEqual([{ projection: 'things', events: EVENTS }]);
    expect(await rows()).toEqual(caughtUp);
    const { applyAll: _unused, ...single } = foldedThings();
    await things.runner(single).rebuild(things.ctx);
    expect(await rows()).toEqual(caughtUp);
  }, 60_000);

  it('is folded once where two processes fold it at the same time', async () => {
    await admin(`TRUNCATE alpha.thing; DELETE FROM alpha.cursor WHERE name = 'things'`);
    const both = await Promise.all(
      [things.runner(foldedThings()), things.runner(foldedThings())].map((one) => one.catchUp(things.ctx)),
    );
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
    const runner = things.runner(first);
    await runner.catchUp(things.ctx, 1);
    for (const until of [2, 3, 4]) await runner.catchUp(things.ctx, until);
    expect(applied).toEqual([1, 2]);
    expect(runner.position(things.ctx)).toBe(4);
    await runner.rebuild(things.ctx);
    expect(applied).toHaveLength(2 + EVENTS);
  }, 60_000);

  it('asks nothing more of the events for which a projection is final, and goes on with the others', async () => {
    const applied: number[] = [];
    const odd: Projection = {
      name: 'odd',
      types: [TYPE],
      tables: [],
      isFinalFor: ({ seq }) => seq % 2 === 1,
      apply: async (_rows, { seq }) => {
        applied.push(seq);
        return seq === 2 ? 'final' : undefined;
      },
    };
    const runner = things.runner(odd);
    await runner.catchUp(things.ctx, 1);
    for (const until of [2, 3, 4, 5, 6]) await runner.catchUp(things.ctx, until);
    expect(applied).toEqual([1, 2, 4, 6]);
    expect(runner.position(things.ctx)).toBe(6);
  }, 60_000);

  it('names the event at fault, and keeps the groups before it', async () => {
    await admin(`TRUNCATE alpha.thing; DELETE FROM alpha.cursor WHERE name = 'things'`);
    const broken = EVENTS - 10;
    const runner = things.runner(foldedThings(broken));
    const { errors } = await runner.catchUp(things.ctx);
    expect(errors[0]).toBeInstanceOf(ProjectionStopped);
    expect(errors[0]?.seq).toBe(broken);
    const [status] = await runner.status(things.ctx);
    expect(status?.seq).toBeGreaterThan(0);
    expect(status?.seq).toBeLessThan(broken);
    const folded = (await rows()).reduce((sum, { count }) => sum + count, 0);
    expect(folded).toBe(status?.seq);
    expect(await runner.reaches(things.ctx, broken, 50)).toBe(false);
  }, 60_000);
});

describe('projections of one service that are as far', () => {
  const noting = (name: string, broken = -1): Projection => ({
    name,
    types: [TYPE],
    tables: [],
    apply: async (rows, { seq }) => {
      await rows.query('INSERT INTO thing VALUES (md5($1)::uuid, $2)', [`${name} ${seq}`, seq]);
      if (seq === broken) throw new Error('a fault of its own');
    },
  });
  const cursors = (): Promise<{ name: string; seq: string; xmin: string }[]> =>
    things.db.use(things.ctx, (db) =>
      db.query(`SELECT name, seq, xmin FROM cursor WHERE name IN ('left', 'right') ORDER BY name`),
    );
  const noted = async (name: string): Promise<unknown[]> => {
    const sql = 'SELECT 1 FROM thing JOIN generate_series(1, 9) AS seq ON id = md5($1 || seq)::uuid';
    return things.db.use(things.ctx, (db) => db.query(sql, [`${name} `]));
  };

  beforeEach(() => admin(`TRUNCATE alpha.thing; DELETE FROM alpha.cursor WHERE name IN ('left', 'right')`));

  it('commit their rows and cursors at once', async () => {
    const runner = things.runner(noting('left'), noting('right'));
    expect(await runner.catchUp(things.ctx, 3)).toEqual({ applied: 6, errors: [] });
    const [left, right] = await cursors();
    expect([left?.seq, right?.seq]).toEqual(['3', '3']);
    expect(left?.xmin).toBe(right?.xmin);
  });

  it('go each for itself where one stops, which keeps no other from its rows', async () => {
    const runner = things.runner(noting('left'), noting('right', 2));
    const { applied, errors } = await runner.catchUp(things.ctx, 3);
    expect([applied, errors.map(({ projection, seq }) => [projection, seq])]).toEqual([3, [['right', 2]]]);
    expect(await runner.catchUp(things.ctx, 5)).toMatchObject({ applied: 2, errors: [{ seq: 2 }] });
    expect((await cursors()).map(({ name, seq }) => [name, seq])).toEqual([['left', '5']]);
    expect([await noted('left'), await noted('right')].map((found) => found.length)).toEqual([5, 0]);
  });

  it('of which some stood further than others each get what is new to them', async () => {
    await things.runner(noting('left')).catchUp(things.ctx, 2);
    expect(await things.runner(noting('left'), noting('right')).catchUp(things.ctx, 3)).toEqual({
      applied: 4,
      errors: [],
    });
    const [left, right] = await cursors();
    expect(left?.xmin).toBe(right?.xmin);
  });
});
