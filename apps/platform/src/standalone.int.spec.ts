import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  EmbeddedCluster,
  KEY_TABLES,
  Provisioner,
  SystemDatabase,
  databaseOf,
  freePort,
} from '@lien-ket/read-model';
import { MarksInMemory, PLATFORM_REGISTRY, appendEvents } from '@lien-ket/event-store';
import { rolePassword } from '@lien-ket/runtime';
import { contextOf, KurrentDouble, kurrentProcess } from '@lien-ket/testing';
import { databasePlan } from './services.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const secret = Buffer.alloc(32, 7);
const directory = mkdtempSync(join(tmpdir(), 'lk-alone-'));
let cluster: EmbeddedCluster;
const children: ChildProcess[] = [];

beforeAll(async () => {
  chmodSync(directory, 0o755);
  const password = rolePassword(secret, 'postgres');
  cluster = await EmbeddedCluster.start({ directory: join(directory, 'pg'), password, durable: false });
  const address = {
    ...cluster.address,
    maxConnections: 40,
    passwordOf: (role: string) => rolePassword(secret, role),
  };
  const provisioner = new Provisioner(address, { user: 'postgres', password }, databasePlan());
  await provisioner.ensureTemplate();
  await provisioner.ensureTenant('tien-giang');
  await (await SystemDatabase.open(address, { user: 'postgres', password }, 'lk_keys', KEY_TABLES)).close();
  writeFileSync(join(directory, 'secret'), secret.toString('base64'));
}, 60_000);

afterAll(async () => {
  children.forEach((child) => child.kill('SIGKILL'));
  await cluster.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function startAlone(
  service: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ child: ChildProcess; url: string }> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(ROOT, `apps/${service}/dist/main.js`)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: '/usr/bin:/bin',
      PORT: String(port),
      TENANTS: 'tien-giang',
      POSTGRES_PORT: String(cluster.address.port),
      POSTGRES_SECRET_FILE: join(directory, 'secret'),
      OIDC_ISSUER: 'http://127.0.0.1:9/oidc',
      OIDC_JWKS_URL: 'http://127.0.0.1:9/oidc/jwks',
      DATA_DIR: directory,
      ...settings,
    },
  });
  children.push(child);
  await new Promise<void>((listening, failed) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('listening') && listening());
    child.on('exit', (code) => failed(new Error(`${service} ended with ${code}`)));
  });
  return { child, url: `http://127.0.0.1:${port}` };
}

describe.each(['agreement', 'activity', 'reporting', 'notification', 'audit'])(
  'the service %s alone',
  (service) => {
    it('starts in a process of its own, is ready, refuses without a token, and stops on SIGTERM', async () => {
      const { child, url } = await startAlone(service);
      const ready = await fetch(`${url}/health/ready`);
      expect(ready.status).toBe(200);
      expect(await ready.text()).toContain(`tien-giang/${service}`);
      const path = {
        agreement: 'plans',
        activity: 'activities',
        reporting: 'obligations',
        notification: 'notifications',
        audit: 'audit/events',
      }[service];
      expect((await fetch(`${url}/api/v1/${path ?? ''}`)).status).toBe(401);
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    }, 30_000);
  },
);

it('a service whose tenant is on KurrentDB hears there what another process appends', async () => {
  const double = await KurrentDouble.start();
  const other = kurrentProcess(double.connectionString, 'relay', new MarksInMemory(), PLATFORM_REGISTRY);
  const ctx = contextOf('tien-giang');
  const day = `day-${randomUUID()}`;
  const begin = (date: string, revision: number, load = false): Promise<unknown> =>
    appendEvents(other.store, ctx, {
      stream: day,
      command: { id: randomUUID(), name: 'beginDay', hash: '' },
      events: [{ type: 'lk.relay.day.began.v1', data: { date, load } }],
      revision,
    });
  await begin('2025-03-11', -1);
  const { child, url } = await startAlone('reporting', { EVENT_STORE_TIEN_GIANG: double.connectionString });
  const part = async (): Promise<{ ready: boolean; lag: number } | undefined> => {
    const { parts } = (await (await fetch(`${url}/health/ready`)).json()) as {
      parts: { name: string; ready: boolean; lag: number }[];
    };
    return parts.find(({ name }) => name === 'tien-giang/reporting');
  };
  await until(() => double.seen.subscribe > 0);
  // A second day that is lived would change no row, and no cursor would move.
  await begin('2025-03-12', 0, true);
  await until(async () => (await part())?.lag === 0);
  expect(await part()).toMatchObject({ ready: true, lag: 0 });
  expect(await cursorOf('reporting')).toBe('2');
  child.kill('SIGTERM');
  await new Promise((done) => child.once('exit', done));
  await other.logs.close();
  await double.stop();
}, 60_000);

test('a service that is told wrongly names every fault in its log, no secret, and ends', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'apps/audit/dist/main.js')], {
    encoding: 'utf8',
    env: {
      PATH: '/usr/bin:/bin',
      PORT: 'x',
      KAFKA_USERNAME: 'kín',
      OIDC_ISSUER: 'y',
      OIDC_JWKS_URL: 'https://z',
    },
  });
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { code: string; detail: string });
  expect([status, stderr, new Set(lines.map(({ code }) => code))]).toEqual([
    1,
    '',
    new Set(['service.cannotStart']),
  ]);
  expect(lines.map(({ detail }) => detail.split(':')[0])).toEqual([
    'PORT',
    'OIDC_ISSUER',
    'POSTGRES_SECRET_FILE or POSTGRES_PASSWORDS_FILE',
    'KAFKA_USERNAME and KAFKA_PASSWORD_FILE',
  ]);
  expect(stdout).not.toContain('kín');
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await holds());) {
    if (Date.now() > end) throw new Error('it did not happen');
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** How far the service's handlers have read, as its own database says. */
async function cursorOf(service: string): Promise<string> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    ...cluster.address,
    user: 'postgres',
    password: rolePassword(secret, 'postgres'),
    database: databaseOf('tien-giang'),
  });
  await client.connect();
  const { rows } = await client.query<{ seq: string }>(`SELECT max(seq)::text AS seq FROM ${service}.cursor`);
  await client.end();
  return rows[0]?.seq ?? '';
}
