import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { RebuildView } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { databaseOf } from '@lien-ket/read-model';
import { serviceLogger } from '@lien-ket/telemetry';
import { platformConfig } from '../platform.config.js';
import { Platform } from '../platform.js';
import { superuserOf } from '../server.js';
import { Rebuilds } from './rebuilds.adapter.js';

const TENANT = 'dong-thap';
const logger = serviceLogger('platform');
const directory = mkdtempSync(join(tmpdir(), 'lk-rebuilds-'));
let platform: Platform;
let ctx: Context;

async function admin(sql: string): Promise<unknown[]> {
  const { address } = platform.server;
  const { user, password } = superuserOf(platform.config, address);
  const { host, port } = address;
  const client = new pg.Client({ host, port, user, password, database: databaseOf(TENANT) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Everything that a table is made of, of all services; a column that was dropped leaves no trace in the new table. */
const tables = (): Promise<unknown[]> =>
  admin(`
  SELECT concat(schemaname, ' ', indexdef) AS said FROM pg_indexes WHERE schemaname NOT LIKE 'pg%'
  UNION ALL SELECT concat(conrelid::regclass, conname, pg_get_constraintdef(c.oid)) FROM pg_constraint c
             JOIN pg_namespace n ON n.oid = connamespace WHERE nspname NOT LIKE 'pg%' AND contype <> 'n'
  UNION ALL SELECT concat(table_schema, table_name, column_name, data_type, is_nullable, column_default, collation_name)
              FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
  UNION ALL SELECT concat(table_schema, table_name, grantee, privilege_type) FROM information_schema.role_table_grants
             WHERE grantee LIKE 'lk%' ORDER BY 1`);

async function ended(rebuilds: Rebuilds): Promise<RebuildView[]> {
  for (;;) {
    const views = rebuilds.list();
    if (!views.some(({ state }) => state === 'waiting' || state === 'running')) return views;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

beforeAll(async () => {
  chmodSync(directory, 0o755);
  platform = await Platform.open(platformConfig(['--no-demo'], { DATA_DIR: directory }), logger);
  platform.start();
  await platform.createTenants({ id: TENANT, name: 'Tỉnh Đồng Tháp' });
  await platform.beginTenant(TENANT, false);
  await platform.followers.settled();
  ctx = platform.system(TENANT);
}, 60_000);

afterAll(async () => {
  await platform.stop();
  rmSync(directory, { recursive: true, force: true });
});

describe('rebuilds of a tenant', () => {
  it('leave every table of every service as its migrations made it', async () => {
    const before = await tables();
    const begun = platform.rebuilds.start(ctx, {});
    expect(new Set(begun.map(({ state }) => state))).toEqual(new Set(['waiting']));
    expect(() => platform.rebuilds.start(ctx, {})).toThrow(
      expect.objectContaining({ code: 'rebuild.underWay' }),
    );
    const views = await ended(platform.rebuilds);
    expect(views).toHaveLength(
      [...platform.runtimes.values()].reduce((sum, { runner }) => sum + runner.projections.length, 0),
    );
    for (const { service, projection, state, seq, until } of views)
      expect([service, projection, state, seq]).toEqual([service, projection, 'done', until]);
    expect(platform.rebuilds.list('tra-vinh')).toEqual([]);
    expect(await tables()).toEqual(before);
  }, 60_000);

  it('that a process left are said by the next one, and go on when they are asked for', async () => {
    const stop = new AbortController();
    const cut = platform.runtime('audit').runner.rebuild(ctx, 'history', {
      watch: ({ seq }) => (seq > 0 ? stop.abort() : undefined),
      signal: stop.signal,
    });
    await expect(cut).rejects.toThrow('aborted');
    const said: unknown[] = [];
    const warn = (code: string, fields?: object): void => void said.push({ code, ...fields });
    const next = new Rebuilds(platform.runtimes, { ...logger, warn });
    await next.notice([ctx]);
    const place = { tenant: TENANT, service: 'audit', projection: 'history' };
    expect(next.list()).toMatchObject([{ ...place, state: 'left' }]);
    expect(said).toEqual([{ code: 'rebuild.left', ...place, seq: expect.any(Number) }]);
    next.start(ctx, { service: 'audit', projection: 'history' });
    expect(await ended(next)).toMatchObject([{ ...place, state: 'done', began: 'resumed' }]);
  }, 60_000);

  it('end when the process does, and what was not begun leaves nothing', async () => {
    const stopped = new Rebuilds(platform.runtimes, logger);
    stopped.start(ctx, {});
    await stopped.stop();
    expect(stopped.list().filter(({ state }) => state === 'waiting').length).toBeGreaterThan(0);
    const left = stopped.list().filter(({ state }) => state === 'left').length;
    expect(await admin(`SELECT FROM pg_namespace WHERE nspname LIKE 'shadow%'`)).toHaveLength(left);
  }, 60_000);
});
