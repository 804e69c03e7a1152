import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedCluster } from './embedded.adapter.js';

let folder: string;
let sleeper: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lk-embedded-'));
  chmodSync(folder, 0o755);
});
afterEach(() => {
  sleeper?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function asked(cluster: EmbeddedCluster, sql: string): Promise<unknown[]> {
  const client = new Client({ ...cluster.address, user: 'postgres', password: 'p', database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

it('a server that is ended at once is gone, and has lost nothing that was committed', async () => {
  const options = { directory: join(folder, 'pg'), password: 'p', durable: true };
  const first = await EmbeddedCluster.start(options);
  await asked(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
  EmbeddedCluster.endAtOnce(options.directory);
  while (existsSync(join(options.directory, 'postmaster.pid')))
    await new Promise((resolve) => setTimeout(resolve, 20));
  await expect(asked(first, 'SELECT 1')).rejects.toThrow();
  const second = await EmbeddedCluster.start(options);
  expect(await asked(second, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await second.stop();
}, 60_000);

it('whoever bears the pid of a server from before a crash is left alone', async () => {
  sleeper = spawn('sleep', ['60']);
  const directory = join(folder, 'pg');
  mkdirSync(directory);
  const anHourAgo = Math.floor(Date.now() / 1_000) - 3_600;
  writeFileSync(join(directory, 'postmaster.pid'), `${sleeper.pid}\n${directory}\n${anHourAgo}\n5432\n`);
  EmbeddedCluster.endAtOnce(directory);
  EmbeddedCluster.endAtOnce(join(folder, 'none'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(sleeper.signalCode).toBeNull();
});
