import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TestCluster, contextOf, type Plan } from '@lien-ket/testing';
import {
  LOG_SCHEMA_SQL,
  NO_STREAM,
  PostgresEventStore,
  encodeEvents,
  serviceLogSql,
  type EncodedEvent,
} from './index.js';

/** The log's SQL as the first version had it: a data directory of that time holds such tenants. */
const FIRST = readFileSync(new URL('../golden/log-1.sql', import.meta.url), 'utf8');
const FIRST_APPEND = `SELECT * FROM log.append($1::text[], $2::int[], $3::int[], $4::int[], $5::uuid[], $6::text[],
  $7::date[], $8::date[], $9::bytea[], $10::bytea[])`;
const TYPE = 'lk.alpha.thing.happened.v1';
const REST: Omit<Plan, 'logSql'> = {
  services: [{ service: 'alpha', migrations: [] }],
  registerSql: `
    INSERT INTO log.category VALUES ('thing', 'alpha') ON CONFLICT DO NOTHING;
    INSERT INTO log.event_type VALUES ('${TYPE}', 'alpha', true) ON CONFLICT DO NOTHING;`,
};
const ctx = contextOf('old');
const stream = `thing-${randomUUID()}`;

let cluster: TestCluster;

beforeAll(async () => {
  cluster = await TestCluster.start();
}, 60_000);

afterAll(() => cluster.stop());

function events(...data: unknown[]): EncodedEvent[] {
  const command = { id: randomUUID(), name: 'test', hash: 'x' };
  return encodeEvents(
    ctx,
    stream,
    command,
    data.map((one) => ({ type: TYPE, data: one })),
  );
}

async function appendAsTheFirstVersion(written: readonly EncodedEvent[]): Promise<void> {
  const values = [
    [stream],
    [NO_STREAM],
    [written.length],
    written.map(() => 1),
    written.map(({ id }) => id),
    written.map(({ type }) => type),
    written.map(({ businessDate }) => businessDate),
    written.map(() => null),
    written.map(({ header }) => header),
    written.map(({ data }) => data),
  ];
  await cluster.db('alpha').use(ctx, (db) => db.query(FIRST_APPEND, values));
}

test('a tenant of the first version is upgraded at start, once, with all that it holds', async () => {
  const before = cluster.provisioner({ ...REST, logSql: [FIRST] });
  await before.ensureTemplate();
  await before.ensureTenant('old');
  const written = events({ n: 1 }, { n: 2 }, { n: 3 });
  await appendAsTheFirstVersion(written);

  const now = cluster.provisioner({ ...REST, logSql: [LOG_SCHEMA_SQL, serviceLogSql('alpha')] });
  await now.ensureTemplate();
  expect(await now.ensureTenant('old')).toBe('migrated');
  expect(await now.ensureTenant('old')).toBe('present');

  const db = cluster.db('alpha');
  const store = new PostgresEventStore('alpha', (at, work) => db.sql(at, work));
  const kept = await store.read(ctx, stream);
  expect(kept.map(({ bytes }) => bytes.data)).toEqual(written.map(({ data }) => data));
  expect(await store.append(ctx, stream, written, NO_STREAM)).toMatchObject({ outcome: 'repeated', seq: 3 });
  expect(await store.append(ctx, stream, events({ n: 4 }), 2)).toMatchObject({
    outcome: 'appended',
    seq: 4,
    revision: 3,
  });
  await expect(appendAsTheFirstVersion(events({ n: 5 }))).rejects.toThrow('does not exist');
});

test('tenants of all versions have the same functions, and only the present ones', async () => {
  await cluster
    .provisioner({ ...REST, logSql: [LOG_SCHEMA_SQL, serviceLogSql('alpha')] })
    .ensureTenant('new');
  const functions = (tenant: string): Promise<string> =>
    cluster.db('alpha').use(contextOf(tenant), async (db) => {
      const rows: { definition: string }[] = await db.query(
        `SELECT pg_get_functiondef(oid) || proacl::text AS definition FROM pg_proc
          WHERE pronamespace = 'log'::regnamespace ORDER BY oid::regprocedure::text`,
      );
      return createHash('sha256')
        .update(rows.map(({ definition }) => definition).join('\n'))
        .digest('hex');
    });
  expect(await functions('old')).toBe(await functions('new'));
});

test('a tenant that a newer version has changed is refused, and left as it is', async () => {
  class OfTomorrow1999999999999 {
    readonly name = 'OfTomorrow1999999999999';
    up = async (): Promise<void> => undefined;
    down = async (): Promise<void> => undefined;
  }
  const logSql = [LOG_SCHEMA_SQL, serviceLogSql('alpha')];
  const newer = cluster.provisioner({
    ...REST,
    services: [{ service: 'alpha', migrations: [OfTomorrow1999999999999] }],
    logSql,
  });
  await newer.ensureTemplate();
  await newer.ensureTenant('newer');
  const older = cluster.provisioner({ ...REST, logSql });
  await older.ensureTemplate();
  await expect(older.ensureTenant('newer')).rejects.toThrow('lk_t_newer: alpha OfTomorrow1999999999999');
  expect(await newer.ensureTenant('newer')).toBe('present');
});
