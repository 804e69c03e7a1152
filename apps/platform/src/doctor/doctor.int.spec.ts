import { createServer, type Server } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Server as Tcp } from 'node:net';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  Connections,
  EmbeddedCluster,
  KEY_TABLES,
  PLATFORM_DATABASE,
  Provisioner,
  SystemDatabase,
  TenantDb,
  databaseOf,
} from '@lien-ket/read-model';
import { rolePassword } from '@lien-ket/runtime';
import { contextOf } from '@lien-ket/testing';
import { databasePlan } from '../services.js';
import { PLATFORM_TABLES } from '../store/platform-store.js';
import { doctorConfig } from './doctor.config.js';
import { examine } from './doctor.js';
import type { Finding } from './finding.js';

const SECRET = Buffer.alloc(32, 7);
const directory = mkdtempSync(join(tmpdir(), 'lk-doctor-'));
// PostgreSQL runs as another user where this is root.
chmodSync(directory, 0o755);
const passwordOf = (role: string): string => rolePassword(SECRET, role);
let cluster: EmbeddedCluster;
let connections: Connections;
let health: Server;
let mail: Tcp;
let parts: unknown[] = [];

const portOf = (server: Server | Tcp): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  mkdirSync(join(directory, 'keys'));
  writeFileSync(join(directory, 'keys/cluster.secret'), SECRET.toString('base64'));
  cluster = await EmbeddedCluster.start({
    directory: join(directory, 'pg'),
    password: passwordOf('postgres'),
    durable: false,
  });
  const address = { ...cluster.address, passwordOf, maxConnections: 10 };
  const superuser = { user: 'postgres', password: passwordOf('postgres') };
  const store = await SystemDatabase.open(address, superuser, PLATFORM_DATABASE, PLATFORM_TABLES);
  await (await SystemDatabase.open(address, superuser, 'lk_keys', KEY_TABLES)).close();
  const provisioner = new Provisioner(address, superuser, databasePlan());
  await provisioner.ensureTemplate();
  for (const tenant of ['hcmc', 'tien-giang']) {
    await provisioner.ensureTenant(tenant);
    await store.query('INSERT INTO tenant (id, name) VALUES ($1, $1)', [tenant]);
  }
  await store.close();
  connections = new Connections(address);
  health = createServer((_, response) => response.end(JSON.stringify({ ready: true, parts })));
  mail = createTcp((socket) => socket.end('220 thư\r\n'));
  for (const server of [health, mail])
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
}, 60_000);

afterAll(async () => {
  await connections.close();
  await cluster.stop();
  health.close();
  mail.close();
  rmSync(directory, { recursive: true });
});

/** The examination as the command makes it: from the environment. */
const findings = (env: Readonly<Record<string, string>> = {}): Promise<Finding[]> =>
  examine(
    doctorConfig({
      DATA_DIR: directory,
      PLATFORM_URL: `http://127.0.0.1:${portOf(health)}`,
      SMTP_URL: `smtp://127.0.0.1:${portOf(mail)}`,
      ...env,
    }),
  );
const wrong = async (env?: Readonly<Record<string, string>>): Promise<string[]> =>
  (await findings(env))
    .filter(({ state }) => state === 'fault')
    .map(({ about, says }) => `${about}: ${says}`);

test('an installation that is well has no fault', async () => {
  parts = [{ name: 'hcmc/activity', ready: true, lag: 2 }];
  const all = await findings();
  expect(all.filter(({ state }) => state === 'fault')).toEqual([]);
  expect(all.find(({ about }) => about === 'Lược đồ dữ liệu')?.says).toBe('2 đơn vị, đều của phiên bản này');
  expect(all.find(({ about }) => about === 'Tiến trình platform')?.says).toBe('trả lời, chậm nhất 2 sự kiện');
  expect(all.find(({ about }) => about === 'Thư điện tử')?.state).toBe('well');
});

test('a part that stands still, and one far behind, are named', async () => {
  parts = [
    { name: 'hcmc/activity', ready: false, lag: 2_000, detail: 'activities: lỗi' },
    { name: 'tien-giang/activity', ready: true, lag: 0 },
  ];
  const all = await findings();
  parts = [];
  expect(all.find(({ about }) => about === 'Phần đứng yên')).toMatchObject({
    says: 'hcmc/activity: activities: lỗi',
    todo: expect.stringContaining('npm run rebuild -- hcmc activity'),
  });
  expect(all.find(({ about }) => about === 'Tiến trình platform')?.state).toBe('notice');
});

test('messages that wait, and a database of another version, are named by tenant', async () => {
  const ctx = contextOf('hcmc');
  const db = new TenantDb('activity', [], connections);
  await db.use(ctx, (rows) =>
    rows.query(
      `INSERT INTO parked (handler, message, stream, seq, type, reason, attempts, business_date)
       VALUES ('x', '0190f5a0-0000-7000-8000-000000000001', 's', 1, 't', 'r', 1, '2025-03-11')`,
    ),
  );
  const superuser = SystemDatabase.join(
    { ...cluster.address, passwordOf, maxConnections: 2 },
    'postgres',
    'postgres',
  );
  await superuser.query(`COMMENT ON DATABASE ${databaseOf('tien-giang')} IS 'older'`);
  await superuser.close();
  expect(await wrong()).toEqual([
    'Lược đồ dữ liệu: khác với phiên bản này: tien-giang',
    'Thông điệp đang chờ: hcmc 1',
  ]);
});

test('what cannot be reached is a fault each, and hides no other', async () => {
  const away = {
    PLATFORM_URL: 'http://127.0.0.1:9',
    SMTP_URL: 'smtp://127.0.0.1:9',
    KAFKA_BROKERS: '127.0.0.1:9',
  };
  const postgres = { POSTGRES_HOST: '127.0.0.1', POSTGRES_PORT: '9' };
  const all = await wrong({ ...away, ...postgres, SMTP_URL_FILE: '/none' });
  expect(all.map((line) => line.split(':')[0])).toEqual([
    'Cấu hình',
    'PostgreSQL',
    'Kafka',
    'Tiến trình platform',
    'Thư điện tử',
  ]);
}, 60_000);

test('a rebuild that was left is named with what to do; one that runs is none', async () => {
  const client = new pg.Client({
    ...cluster.address,
    user: 'postgres',
    password: passwordOf('postgres'),
    database: databaseOf('hcmc'),
  });
  await client.connect();
  const shadow = 'shadow_notification_sent_mails';
  const rebuild = async () => (await findings()).find(({ about }) => about === 'Dựng lại dữ liệu đọc');
  try {
    expect((await rebuild())?.state).toBe('well');
    await client.query(`CREATE SCHEMA ${shadow}; CREATE TABLE ${shadow}.cursor (name text, seq bigint);
      INSERT INTO ${shadow}.cursor VALUES ('sent-mails', 42)`);
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [shadow]);
    expect((await rebuild())?.state).toBe('well');
    await client.query('SELECT pg_advisory_unlock_all()');
    expect(await rebuild()).toMatchObject({
      state: 'notice',
      says: 'dở dang: hcmc notification/sent-mails (đến 42)',
      todo: expect.stringContaining('npm run rebuild -- hcmc notification sent-mails;'),
    });
  } finally {
    await client.query(`DROP SCHEMA IF EXISTS ${shadow} CASCADE`);
    await client.end();
  }
});
