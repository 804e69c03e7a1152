import pg from 'pg';
import { PLATFORM_DATABASE, SHADOWS, databaseOf, fingerprintOf } from '@lien-ket/read-model';
import { databasePlan } from '../services.js';
import type { DoctorConfig } from './doctor.config.js';

type Address = NonNullable<DoctorConfig['postgres']>;

/** What is asked of PostgreSQL; all of it reads only. */
export interface DatabaseState {
  readonly version: string;
  /** How far its clock is ahead of this machine's, in milliseconds. */
  readonly ahead: number;
  readonly connections: { readonly used: number; readonly most: number };
  readonly tenants: readonly TenantState[];
}

export interface TenantState {
  readonly tenant: string;
  /** Made of what this version needs. */
  readonly current: boolean;
  readonly parked: number;
  readonly unread: number;
  /** Rebuilds that nobody is at any more. */
  readonly left: readonly LeftRebuild[];
}

export interface LeftRebuild {
  readonly service: string;
  readonly projection: string;
  /** Position up to which it was folded. */
  readonly seq: number;
}

const PATIENCE_MS = 5_000;

/** @throws Error when PostgreSQL can't be reached */
export async function databaseState(address: Address): Promise<DatabaseState> {
  return withClient(address, 'postgres', async (db) => {
    const asked = Date.now();
    const { rows } = await db.query<{ now: string; version: string; used: string; most: string }>(
      `SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now, current_setting('server_version') AS version,
              (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS used,
              current_setting('max_connections') AS most`,
    );
    const [row] = rows;
    if (!row) throw new Error('no answer');
    return {
      version: row.version,
      ahead: Math.round(Number(row.now) - (asked + Date.now()) / 2),
      connections: { used: Number(row.used), most: Number(row.most) },
      tenants: await tenantStates(address, db),
    };
  });
}

async function tenantStates(address: Address, db: pg.Client): Promise<TenantState[]> {
  const { rows } = await db.query<{ datname: string; comment: string | null }>(
    `SELECT datname, shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname LIKE 'lk\\_%'`,
  );
  const comments = new Map(rows.map(({ datname, comment }) => [datname, comment]));
  if (!comments.has(PLATFORM_DATABASE)) return [];
  const tenants = await withClient(address, PLATFORM_DATABASE, (platform) =>
    platform.query<{ id: string }>('SELECT id FROM tenant ORDER BY ordinal'),
  );
  const expected = fingerprintOf(databasePlan());
  const states: TenantState[] = [];
  for (const { id } of tenants.rows) {
    const current = comments.get(databaseOf(id)) === expected;
    const waiting = current ? await waitingOf(address, databaseOf(id)) : { parked: 0, unread: 0, left: [] };
    states.push({ tenant: id, current, ...waiting });
  }
  return states;
}

/** Messages that wait for a person, over all services of a tenant, and rebuilds that were cut short. */
async function waitingOf(
  address: Address,
  database: string,
): Promise<Omit<TenantState, 'tenant' | 'current'>> {
  const counted = (table: string): string =>
    databasePlan()
      .services.map(({ service }) => `(SELECT count(*) FROM ${service}.${table})`)
      .join(' + ');
  return withClient(address, database, async (db) => {
    const { rows } = await db.query<{ parked: string; unread: string }>(
      `SELECT ${counted('parked')} AS parked, ${counted('unread')} AS unread`,
    );
    const left = await leftRebuilds(db);
    return { parked: Number(rows[0]?.parked ?? 0), unread: Number(rows[0]?.unread ?? 0), left };
  });
}

/** A shadow whose rebuild still runs has its lock held. */
async function leftRebuilds(db: pg.Client): Promise<LeftRebuild[]> {
  const { rows } = await db.query<{ schema: string }>(
    `SELECT nspname AS schema FROM pg_namespace n WHERE nspname ~ $1 AND NOT EXISTS (
       SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
        WHERE l.locktype = 'advisory' AND l.granted AND d.datname = current_database()
          AND (l.classid::bigint << 32) | l.objid::bigint = hashtextextended(n.nspname, 0))
      ORDER BY nspname`,
    [SHADOWS],
  );
  const left: LeftRebuild[] = [];
  for (const { schema } of rows) {
    const found = await db.query<{ seq: string | null }>(`SELECT max(seq) AS seq FROM ${schema}.cursor`);
    const [, service = '', projection = ''] = /^shadow_([a-z]+)_(.+)$/.exec(schema) ?? [];
    left.push({ service, projection: projection.replaceAll('_', '-'), seq: Number(found.rows[0]?.seq ?? 0) });
  }
  return left;
}

async function withClient<T>(
  address: Address,
  database: string,
  work: (db: pg.Client) => Promise<T>,
): Promise<T> {
  const db = new pg.Client({
    ...address,
    user: 'postgres',
    database,
    application_name: 'lien-ket doctor',
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  db.on('error', () => undefined);
  try {
    await db.connect();
    return await work(db);
  } finally {
    await db.end().catch(() => undefined);
  }
}
