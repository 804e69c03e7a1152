import { randomUUID } from 'node:crypto';
import { THINGS, contextOf, postgresDriver, thingEvents, type PostgresDriver } from '@lien-ket/testing';
import { NO_STREAM, type EventStore } from './index.js';

const ctx = contextOf('first');

describe('what PostgreSQL itself refuses', () => {
  let driver: PostgresDriver;
  let alpha: EventStore;
  let relay: EventStore;

  beforeAll(async () => {
    driver = await postgresDriver(THINGS, ['first', 'second']);
    [alpha, relay] = [driver.store('alpha'), driver.store('relay')];
  }, 60_000);

  afterAll(() => driver.stop());

  it('can not be rewritten, not even by its owner', async () => {
    const db = driver.cluster.db('alpha');
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
      ...driver.cluster.embedded.address,
      user: 'lk_t_first__alpha',
      password: driver.cluster.address.passwordOf('lk_t_first__alpha'),
      database: 'lk_t_second',
    });
    await expect(client.connect()).rejects.toThrow(/permission denied for database/);
    await client.end().catch(() => undefined);
  });

  it('a writing transaction left open in another database of the cluster stalls nobody', async () => {
    const { default: pg } = await import('pg');
    const idle = new pg.Client({
      ...driver.cluster.embedded.address,
      user: 'postgres',
      password: 'test',
      database: 'lk_t_second',
    });
    await idle.connect();
    await idle.query('BEGIN; SELECT * FROM log.head FOR UPDATE');
    const stream = `thing-${randomUUID()}`;
    const { seq } = await alpha.append(ctx, stream, thingEvents(ctx, stream, [1], randomUUID()), NO_STREAM);
    const batches: number[] = [];
    for await (const batch of relay.log(ctx, { after: seq - 1 }))
      batches.push(...batch.map((event) => event.seq));
    expect(batches).toEqual([seq]);
    await idle.query('ROLLBACK');
    await idle.end();
  });
});
