import { createConnection, createServer, type Server } from 'node:net';
import { TestCluster, contextOf } from '@lien-ket/testing';
import { LogListener } from './log-signals.adapter.js';

const TENANT = 'nghe-an';
const ctx = contextOf(TENANT);

/** Breaks a connection as soon as it asks to listen, as long as it is told to. */
class Breaking {
  private server: Server | undefined;
  broken = 0;
  isHealthy = false;

  async listen(target: number): Promise<number> {
    const server = createServer((client) => {
      const upstream = createConnection(target, '127.0.0.1');
      client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
      upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
      upstream.pipe(client);
      client.on('data', (chunk) => {
        if (this.isHealthy || !chunk.includes('LISTEN')) return void upstream.write(chunk);
        this.broken += 1;
        client.resetAndDestroy();
      });
    });
    this.server = server;
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  close(): void {
    this.server?.close();
  }
}

let cluster: TestCluster;
const proxy = new Breaking();

beforeAll(async () => {
  cluster = await TestCluster.start();
  const provisioner = cluster.provisioner({
    services: [{ service: 'relay', migrations: [] }],
    logSql: ['CREATE SCHEMA log'],
    registerSql: '',
  });
  await provisioner.ensureTemplate();
  await provisioner.ensureTenant(TENANT);
}, 60_000);
afterAll(async () => {
  await cluster.stop();
  proxy.close();
});

const until = async (what: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await what())) await new Promise((next) => setTimeout(next, 50));
};

async function listening(): Promise<number> {
  const rows = await cluster
    .db('relay')
    .use(ctx, (sql) =>
      sql.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'lien-ket relay listener'`,
      ),
    );
  return rows[0]?.count ?? 0;
}

test('a connection that breaks while it asks to listen is made again once, and then wakes', async () => {
  const port = await proxy.listen(cluster.address.port);
  let woken = 0;
  const listener = new LogListener({ ...cluster.address, host: '127.0.0.1', port }, 'relay', () => {
    woken += 1;
  });
  listener.follow([TENANT]);
  await until(() => proxy.broken >= 3);
  proxy.isHealthy = true;
  await until(() => woken > 0);
  // As long as two further attempts would take.
  await new Promise((next) => setTimeout(next, 2_500));
  expect([proxy.broken, await listening()]).toEqual([3, 1]);

  const before = woken;
  await cluster.db('relay').use(ctx, (sql) => sql.query(`SELECT pg_notify('lk_log', '7')`));
  await until(() => woken === before + 1);

  listener.follow([]);
  await until(async () => (await listening()) === 0);
  listener.follow([TENANT]);
  await until(async () => (await listening()) === 1);
  await listener.close();
}, 60_000);
