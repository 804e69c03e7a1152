// A durable embedded PostgreSQL with the platform's flags, and two tenants as the platform makes them.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EntitySchema } from 'typeorm';
import { serverCpuMs } from './cpu.mjs';
import {
  LOG_SCHEMA_SQL,
  PostgresEventStore,
  encodeEvents,
  readerLogSql,
  serviceLogSql,
} from '../../libs/event-store/dist/index.js';
import { ACTIVITY } from '../../apps/activity/dist/activity.module.js';
import { AGREEMENT } from '../../apps/agreement/dist/agreement.module.js';
import { AUDIT } from '../../apps/audit/dist/audit.module.js';
import { contextOfTenant } from '../../libs/messaging/dist/index.js';
import {
  Connections,
  EmbeddedCluster,
  Provisioner,
  TenantDb,
  databaseOf,
  roleOf,
} from '../../libs/read-model/dist/index.js';

export const TYPE = 'lk.bench.thing.happened.v1';
const PLAN = {
  logSql: [LOG_SCHEMA_SQL, readerLogSql('audit'), ...['bench', 'agreement', 'activity'].map(serviceLogSql)],
  services: [
    { service: 'bench', migrations: [] },
    { service: 'audit', migrations: AUDIT.migrations },
    { service: 'agreement', migrations: AGREEMENT.migrations },
    { service: 'activity', migrations: ACTIVITY.migrations },
  ],
  registerSql: `
    INSERT INTO log.category VALUES ('thing', 'bench'), ('plan', 'bench') ON CONFLICT DO NOTHING;
    INSERT INTO log.event_type VALUES ('${TYPE}', 'bench', true) ON CONFLICT DO NOTHING;`,
};
/** The document of the projection that is rebuilt. */
export const ThingRow = new EntitySchema({
  name: 'thing',
  columns: { id: { type: 'uuid', primary: true }, count: { type: 'int' }, last: { type: 'text' } },
});
export const clock = { now: () => new Date().toISOString(), businessDate: () => '2025-03-11' };

/** The text that brings header and data together to about 500 bytes. */
const FILL = 'Phối hợp khảo sát nhu cầu đầu tư, sản xuất, kinh doanh';

export function encoded(ctx, stream, howMany = 1) {
  const command = { id: randomUUID(), name: 'bench', hash: '' };
  const events = Array.from({ length: howMany }, (_, index) => ({ type: TYPE, data: { index, text: FILL } }));
  return encodeEvents(ctx, stream, command, events);
}

export const bytesOf = ({ header, data }) => header.length + data.length;
export const contextOf = (tenant) => contextOfTenant(tenant, clock);
export const newStream = () => `thing-${randomUUID()}`;

export async function openBench(tenants) {
  const folder = mkdtempSync(join(tmpdir(), 'lk-bench-'));
  // PostgreSQL runs as its own user when this runs as root.
  chmodSync(folder, 0o755);
  const password = randomBytes(12).toString('hex');
  const cluster = await EmbeddedCluster.start({ directory: join(folder, 'pg'), password, durable: true });
  const login = { ...cluster.address, password };
  const address = addressOf(login);
  const connections = new Connections(addressOf(login));
  const { db, store } = readerOf(connections, 'bench');
  const provisioner = new Provisioner(address, { user: 'postgres', password }, PLAN);
  await provisioner.ensureTemplate();
  for (const tenant of tenants) await provisioner.ensureTenant(tenant);
  return {
    db,
    store,
    /** What another service has: its database, and its view of the log. */
    reader: (service, entities = []) => {
      const { db: own, store: log } = readerOf(connections, service, entities);
      return { db: own, store: log() };
    },
    admin: (tenant, max = 1) => superuserPool(login, databaseOf(tenant), max),
    loginOf: (tenant) => connectionOf(login, tenant),
    database: (name) => makeDatabase(login, name),
    serverCpuMs: () => serverCpuMs(join(folder, 'pg')),
    async close() {
      await connections.close();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function superuserPool(login, database, max) {
  const pool = new pg.Pool({ ...login, user: 'postgres', database, max });
  // A part that failed leaves its pool behind; the server's end must not hide why.
  pool.on('error', () => undefined);
  return pool;
}

/** Another database in the same cluster; answers its address. */
async function makeDatabase(login, name) {
  const pool = superuserPool(login, 'postgres', 1);
  await pool.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  await pool.end();
  // The host may be the folder of a socket: the same way for both sides of a comparison.
  const where = `host=${encodeURIComponent(login.host)}&port=${login.port}`;
  return `postgresql://postgres:${login.password}@localhost/${name}?${where}`;
}

function addressOf({ host, port, password }) {
  return { host, port, passwordOf: (role) => hashOf(role + password), maxConnections: 20 };
}

function connectionOf({ host, port, password }, tenant) {
  const user = roleOf(tenant, 'bench');
  return { host, port, user, password: hashOf(user + password), database: databaseOf(tenant) };
}

/** A service's pools, and stores over them. */
function readerOf(connections, service, entities = [ThingRow]) {
  const db = new TenantDb(service, entities, connections);
  const store = (onAppend) =>
    new PostgresEventStore(
      service,
      (ctx, work) => db.sql(ctx, work),
      onAppend,
      (ctx) => db.openCopy(ctx),
    );
  return { db, store };
}

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** @throws Error when the server would not wait for the disk: then no figure is worth anything */
export async function postgresVersion(bench, tenant) {
  const pool = bench.admin(tenant);
  const { rows } = await pool.query(`SELECT current_setting('server_version') AS version,
    current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`);
  await pool.end();
  const [{ version, fsync, commit }] = rows;
  if (fsync !== 'on' || commit !== 'on') throw new Error('the bench wants fsync and synchronous_commit on');
  return version;
}
