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
