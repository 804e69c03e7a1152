import { TestCluster } from '@lien-ket/testing';
import { Connections, poolOf, roleOf } from './connections.adapter.js';

const TENANT = 'nghe-an';
let cluster: TestCluster;
let connections: Connections;

beforeAll(async () => {
  cluster = await TestCluster.start();
  const services = [{ service: 'relay', migrations: [] }];
  const provisioner = cluster.provisioner({ services, logSql: ['CREATE SCHEMA log'], registerSql: '' });
  await provisioner.ensureTemplate();
  await provisioner.ensureTenant(TENANT);
  connections = new Connections({ ...cluster.address, maxConnections: 4 });
}, 60_000);
afterAll(async () => {
  await connections.close();
  await cluster.stop();
});

test('a connection that the server cuts between two statements fails the next one, not the process', async () => {
  await connections.use(TENANT, 'relay', [], async (db) => {
    const client = await poolOf(db).connect();
    const cut = new Promise((done) => client.once('end', done));
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await db.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await cut;
    await expect(client.query('SELECT 1')).rejects.toThrow(/not queryable/);
    client.release(true);
    expect(await db.query('SELECT current_user::text AS login')).toEqual([
      { login: roleOf(TENANT, 'relay') },
    ]);
  });
});

test('a text that a connection sends again and again is prepared there, and what it answers stays the same', async () => {
  await connections.use(TENANT, 'relay', [], async (db) => {
    const texts = ['SELECT $1::int + 1 AS sum', 'SELECT * FROM (SELECT $1::int + 1 AS sum) AS one'];
    const client = await poolOf(db).connect();
    const sums: unknown[] = [];
    for (const text of texts)
      for (const value of [1, 2, 3, 4, 5, 6, 7]) sums.push((await client.query(text, [value])).rows[0]);
    const kept = await client.query<{ statement: string }>(
      `SELECT statement FROM pg_prepared_statements WHERE name LIKE 'lk_p%' AND statement LIKE '%AS sum%'`,
    );
    client.release();
    expect(sums).toEqual([...[2, 3, 4, 5, 6, 7, 8], ...[2, 3, 4, 5, 6, 7, 8]].map((sum) => ({ sum })));
    expect(kept.rows).toEqual([{ statement: texts[0] }]);
  });
});

test('a connection prepares no more texts than its server process has memory for', async () => {
  await connections.use(TENANT, 'relay', [], async (db) => {
    const client = await poolOf(db).connect();
    for (let text = 0; text < 100; text += 1)
      for (let use = 0; use < 4; use += 1) await client.query(`SELECT $1::int + ${text}`, [use]);
    const { rows } = await client.query<{ kept: number }>(
      `SELECT count(*)::int AS kept FROM pg_prepared_statements WHERE name LIKE 'lk_p%'`,
    );
    client.release();
    expect(rows).toEqual([{ kept: 40 }]);
  });
});
