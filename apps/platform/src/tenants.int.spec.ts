import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformCommands } from '@lien-ket/contracts';
import { databaseOf } from '@lien-ket/read-model';
import { parseCommand } from '@lien-ket/service';
import { serviceLogger } from '@lien-ket/telemetry';
import { platformConfig } from './platform.config.js';
import { Platform } from './platform.js';
import { readinessOf } from './readiness.js';

const SYSTEM = ['lk_platform', 'lk_keys', 'lk_reads', 'lk_template', 'lk_svc_relay', 'postgres'];
const directory = mkdtempSync(join(tmpdir(), 'lk-tenants-'));
let platform: Platform;

beforeAll(async () => {
  chmodSync(directory, 0o755);
  const config = platformConfig(['--no-demo'], { DATA_DIR: directory });
  platform = await Platform.open(config, serviceLogger('platform'));
  platform.start();
  await platform.createTenant({ id: 'dong-thap', name: 'Tỉnh Đồng Tháp' });
}, 60_000);

afterAll(async () => {
  await platform.stop();
  rmSync(directory, { recursive: true, force: true });
});

it.each(['platform', 'keys', 'reads', 'template'])('no tenant is named %s', async (id) => {
  const body = { id, name: 'Tỉnh' };
  expect(() => parseCommand(platformCommands.createTenant, body)).toThrow(
    expect.objectContaining({ kind: 'invalid', faults: [{ pointer: '/id', code: 'tenant.reserved' }] }),
  );
  await expect(platform.createTenant(body)).rejects.toMatchObject({
    kind: 'invalid',
    code: 'tenant.reserved',
  });
  expect(platform.store.present.map((tenant) => tenant.id)).toEqual(['dong-thap']);
});

it('no slug whatever meets a database or role of the platform', () => {
  const slugs = SYSTEM.flatMap((name) => [name, name.replace(/^lk_/, ''), name.replace(/^lk_t/, '')]);
  expect(slugs.map(databaseOf).filter((name) => SYSTEM.includes(name))).toEqual([]);
});

it('a tenant that cannot be asked is not ready, and hides no other', async () => {
  await platform.beginTenant('dong-thap', false);
  await platform.store.addTenant({ id: 'ma', name: 'Ma', code: null, endsOn: null, successor: null });
  await platform.store.begin('ma');
  const parts = await readinessOf(platform).parts();
  const ready = (id: string): boolean[] =>
    parts.filter(({ name }) => name.startsWith(`${id}/`)).map((part) => part.ready);
  expect(new Set(ready('ma'))).toEqual(new Set([false]));
  expect(new Set(ready('dong-thap'))).toEqual(new Set([true]));
});
