import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { platformCommands } from '@lien-ket/contracts';
import { PasswordAccounts } from '@lien-ket/gateway/module';
import { databaseOf } from '@lien-ket/read-model';
import { parseCommand } from '@lien-ket/service';
import { serviceLogger } from '@lien-ket/telemetry';
import { giveAccount, refuseAccount } from './admin/accounts.js';
import { platformConfig } from './platform.config.js';
import { Platform } from './platform.js';
import { readinessOf } from './readiness.js';
import { superuserOf } from './server.js';

const SYSTEM = ['lk_platform', 'lk_keys', 'lk_reads', 'lk_template', 'lk_svc_relay', 'postgres'];
const directory = mkdtempSync(join(tmpdir(), 'lk-tenants-'));
let platform: Platform;

beforeAll(async () => {
  chmodSync(directory, 0o755);
  const config = platformConfig(['--no-demo'], { DATA_DIR: directory });
  platform = await Platform.open(config, serviceLogger('platform'));
  platform.start();
  await platform.createTenants({ id: 'dong-thap', name: 'Tỉnh Đồng Tháp' });
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
  await expect(platform.createTenants(body)).rejects.toMatchObject({
    kind: 'invalid',
    code: 'tenant.reserved',
  });
  expect(platform.store.present.map((tenant) => tenant.id)).toEqual(['dong-thap']);
});

it('databases of several tenants are made side by side, and the tenants stand in the order given', async () => {
  const ids = ['ca-mau', 'an-giang'];
  const { host, port } = platform.server.address;
  const superuser = superuserOf(platform.config, platform.server.address);
  const holder = new pg.Client({ host, port, ...superuser, database: 'postgres' });
  await holder.connect();
  // Whoever makes a database waits behind this; where one is made after the other, the second never comes to wait.
  await holder.query('BEGIN; LOCK TABLE pg_database IN SHARE MODE');
  const made = platform.createTenants(...ids.map((id) => ({ id, name: id })));
  const waiting = async (): Promise<number | null> =>
    (await holder.query(`SELECT FROM pg_locks WHERE relation = 'pg_database'::regclass AND NOT granted`))
      .rowCount;
  while ((await waiting()) !== ids.length) await new Promise((next) => setTimeout(next, 20));
  await holder.query('COMMIT');
  await holder.end();
  await made;
  expect(platform.store.present.map((tenant) => tenant.id)).toEqual(['dong-thap', ...ids]);
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

describe('a keyed command of the platform itself', () => {
  const ctx = (): ReturnType<Platform['system']> => platform.system('dong-thap');
  const commandId = '0190a000-0000-7000-8000-0000000000a1';
  const account = { login: 'dong-thap.sct.officer', name: 'Người Ví Dụ' };
  const command = { commandId, operation: 'accounts.create', body: account };
  const refuse = (): Promise<void> => refuseAccount(platform.store, 'dong-thap', account);
  const give = (): ReturnType<typeof giveAccount> =>
    giveAccount(platform.store, 'dong-thap', account, {
      commandId,
      password: platform.answers.passwordOf(commandId),
    });

  it('goes on where a crash cut it off, and gives the same account and password', async () => {
    const killed = async (): Promise<never> => {
      await give();
      throw new Error('killed');
    };
    await expect(platform.answers.once(ctx(), command, { refuse, carryOut: killed })).rejects.toThrow(
      'killed',
    );
    const first = await platform.answers.once(ctx(), command, { refuse, carryOut: give });
    const again = await platform.answers.once(ctx(), command, { refuse, carryOut: give });
    expect(again).toEqual(first);
    const records = await platform.store.accountsOf('dong-thap');
    expect(records.map(({ login, account: id }) => [login, id])).toEqual([[account.login, first.account]]);
    const accounts = new PasswordAccounts(platform.store, platform.clock);
    const signedIn = await accounts.verify(account.login, platform.answers.passwordOf(commandId));
    expect(signedIn.kind).toBe('good');
  });

  it('keeps no password, and tells another body under the key', async () => {
    const kept = await platform.store.keyed(commandId);
    expect(kept?.answer).toBeTruthy();
    expect(JSON.stringify(kept)).not.toContain(platform.answers.passwordOf(commandId));
    const other = { ...command, body: { ...account, name: 'Người Khác' } };
    await expect(platform.answers.once(ctx(), other, { refuse, carryOut: give })).rejects.toMatchObject({
      kind: 'duplicate',
      code: 'command.idReused',
    });
  });
});
