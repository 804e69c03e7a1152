import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { erasureEvents } from '@lien-ket/contracts';
import { appendEvents } from '@lien-ket/event-store';
import { databaseOf } from '@lien-ket/read-model';
import { serviceLogger } from '@lien-ket/telemetry';
import { ErasureLedger, LedgerFault } from '@lien-ket/vault';
import { foundTenant } from '../founding.js';
import { platformConfig } from '../platform.config.js';
import { TenantDatabase } from '../move/tenant-database.js';
import { Platform } from '../platform.js';
import { superuserOf } from '../server.js';
import { backup } from './backup.js';
import { restore } from './restore.js';
import { Tables } from './tables.js';

const TENANTS = ['dong-thap', 'ca-mau'];
const SUBJECT = '0190a000-0000-7000-8000-0000000000b1';
const PHONE = '0900 000 001';
const folder = mkdtempSync(join(tmpdir(), 'lk-backup-'));
const logger = serviceLogger('platform');
const configOf = (name: string): ReturnType<typeof platformConfig> =>
  platformConfig(['--no-demo'], { DATA_DIR: join(folder, name) });
const at = { stream: 'contact-1', event: SUBJECT, path: '/phone' } as const;

let platform: Platform;
let sealed: Awaited<ReturnType<Platform['vault']['seal']>>;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'first'), { mode: 0o755 });
  platform = await Platform.open(configOf('first'), logger);
  platform.start();
  platform.clock.setDay('2026-03-05');
  for (const id of TENANTS) {
    await platform.createTenants({ id, name: id });
    const committee = { name: `Ủy ban nhân dân "tỉnh"\n${id}` };
    const organisationId = '0190a000-0000-7000-8000-0000000000a1';
    await foundTenant(platform, id, { organisationId, committee, account: SUBJECT, from: '2026-01-01' });
    await platform.beginTenant(id, false);
  }
  const ctx = platform.system('dong-thap');
  sealed = await platform.vault.seal(ctx, SUBJECT, 'contact', at, PHONE);
  await platform.followers.settled();
  await platform.checkpoints.stop();
  for (const id of TENANTS) {
    await platform.checkpoints.proofs.sequencer.integrate(platform.system(id));
    await platform.checkpoints.proofs.sequencer.seal(platform.system(id));
  }
  await backup({ ...partsOf(platform), to: join(folder, 'kept'), name: 'one' });
  await backup({ ...partsOf(platform), to: join(folder, 'other'), name: 'two' });
}, 120_000);

afterAll(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

function partsOf({ server, config }: Platform): Omit<Parameters<typeof backup>[0], 'to' | 'name'> {
  const { password } = superuserOf(config, server.address);
  return { address: server.address, password, dataDir: config.dataDir, say: () => undefined };
}

const ledgerOf = (name: string): string => join(folder, name, 'keys', 'erased');
const restoreTo = (
  name: string,
  sets: { log?: string; keys?: string } = {},
  ledger: string | undefined = ledgerOf('first'),
): ReturnType<typeof restore> =>
  restore({
    ledger,
    config: configOf(name),
    logger,
    logSet: join(folder, sets.log ?? 'kept', 'log'),
    keySet: join(folder, sets.keys ?? 'kept', 'keys'),
    say: () => undefined,
  });

async function everyTable(of: Platform, database: string): Promise<Record<string, string>> {
  const tables = await Tables.open(of.server.address, partsOf(of).password, database);
  try {
    const all: Record<string, string> = {};
    // A cursor stands behind the head until something is there for it; a rebuilt one stands at the head.
    for (const { name } of await tables
      .all()
      .then((found) => found.filter((one) => !/\.cursor$/.test(one.name))))
      all[name] = await tables.digest(name);
    return all;
  } finally {
    await tables.close();
  }
}

describe('a restored platform', () => {
  it('has every row of every table, and read models that are what the log says', async () => {
    expect(await restoreTo('second')).toEqual({ tenants: TENANTS, differed: [] });
    const second = await Platform.open(configOf('second'), logger);
    try {
      for (const database of ['lk_keys', 'lk_platform', ...TENANTS.map(databaseOf)])
        expect(await everyTable(second, database)).toEqual(await everyTable(platform, database));
      const fields = { phone: sealed };
      const asked = { subject: SUBJECT, stream: at.stream, cls: 'contact', fields } as const;
      expect(await second.vault.read(second.system('dong-thap'), asked, 'test')).toEqual({
        phone: { kind: 'clear', text: PHONE },
      });
    } finally {
      await second.stop();
    }
  }, 120_000);

  it('goes on where the first one stood', async () => {
    const second = await Platform.open(configOf('second'), logger);
    try {
      second.start();
      second.clock.setDay('2026-03-07');
      await second.followCalendar();
      expect(await second.days.lastDay(second.system('ca-mau'))).toBe('2026-03-07');
    } finally {
      await second.stop();
    }
  }, 120_000);
});

it('what a log signs while its rows are written is not in the set: it could never be signed again', async () => {
  const signed = join(folder, 'first', 'keys', 'log-dong-thap.signed');
  const before = readFileSync(signed, 'utf8');
  const say = (): void => writeFileSync(signed, 'more');
  await backup({ ...partsOf(platform), say, to: join(folder, 'late'), name: 'late' });
  writeFileSync(signed, before);
  const kept = join(folder, 'late', 'keys', 'keys');
  expect(readFileSync(join(kept, 'log-dong-thap.signed'), 'utf8')).toBe(before);
  expect(readdirSync(kept)).toEqual(expect.arrayContaining([expect.stringContaining('.pem')]));
});

it('the set of the logs opens nothing of a person: no key lies in it', () => {
  const names = readdirSync(join(folder, 'kept', 'log'), { recursive: true }).map(String);
  expect(
    names
      .filter((name) => /key|secret|\.pem/.test(name))
      .filter((name) => !/publisher_key|keyed_command/.test(name)),
  ).toEqual([]);
  expect(existsSync(join(folder, 'kept', 'keys', 'keys', 'cluster.secret'))).toBe(false);
});

it('who was erased after the keys were saved is erased in what is restored', async () => {
  const ctx = platform.system('dong-thap');
  cpSync(ledgerOf('first'), join(folder, 'ledger-then'), { recursive: true });
  const contactId = SUBJECT;
  const stream = `erasure-${SUBJECT}`;
  const command = { id: '0190a000-0000-7000-8000-0000000000c1', name: 'destroy', hash: '' };
  const events = [{ type: erasureEvents.keyDestroyed.type, data: { contactId, kids: [sealed.kid] } }];
  await appendEvents(platform.runtime('agreement').store, ctx, { stream, command, events, revision: -1 });
  await backup({ ...partsOf(platform), to: join(folder, 'later'), name: 'one' });
  await restoreTo('fifth', { log: 'later' }, join(folder, 'ledger-then'));
  expect(await phoneIn('fifth')).toEqual({ kind: 'erased' });
}, 120_000);

describe('a backup that is older than an erasure, in both sets', () => {
  it('brings nobody back, for the ledger is newer', async () => {
    const request = '0190a000-0000-7000-8000-0000000000e1';
    await platform.vault.destroy(platform.system('dong-thap'), sealed.kid, { subject: SUBJECT, request });
    await restoreTo('sixth');
    expect(await phoneIn('sixth')).toEqual({ kind: 'erased' });
  }, 120_000);

  it('brings them back only where a person says that the ledger is lost', async () => {
    const config = configOf('seventh');
    const [logSet, keySet] = ['log', 'keys'].map((set) => join(folder, 'kept', set)) as [string, string];
    await restore({ config, logger, logSet, keySet, ledger: undefined, say: () => undefined });
    expect(await phoneIn('seventh')).toEqual({ kind: 'clear', text: PHONE });
  }, 120_000);

  it('is refused with the ledger of another installation, or one older than the backup', async () => {
    const strange = join(folder, 'strange');
    ErasureLedger.openOrBegin(strange);
    await expect(restoreTo('eighth', {}, strange)).rejects.toThrow('is other');
    await expect(restoreTo('eighth', {}, join(folder, 'nowhere'))).rejects.toThrow('is missing');
    await backup({ ...partsOf(platform), to: join(folder, 'after'), name: 'four' });
    const both = { log: 'after', keys: 'after' };
    await expect(restoreTo('eighth', both, join(folder, 'ledger-then'))).rejects.toThrow('is older');
    expect(existsSync(join(folder, 'eighth'))).toBe(false);
  }, 120_000);

  it('and nothing is served where the ledger was taken away', async () => {
    rmSync(ledgerOf('sixth'), { recursive: true });
    await expect(Platform.open(configOf('sixth'), logger)).rejects.toThrow(LedgerFault);
    const lost = await Platform.open({ ...configOf('sixth'), isLedgerLost: true }, logger);
    await lost.stop();
    expect(await phoneIn('sixth')).toEqual({ kind: 'erased' });
  }, 120_000);
});

async function phoneIn(name: string): Promise<unknown> {
  const restored = await Platform.open(configOf(name), logger);
  try {
    const asked = { subject: SUBJECT, stream: at.stream, cls: 'contact', fields: { phone: sealed } } as const;
    return (await restored.vault.read(restored.system('dong-thap'), asked, 'test')).phone;
  } finally {
    await restored.stop();
  }
}

describe('what is refused, and leaves nothing behind', () => {
  const isRefused = async (
    name: string,
    sets: { log?: string; keys?: string },
    why: string,
  ): Promise<void> => {
    await expect(restoreTo(name, sets)).rejects.toThrow(why);
    expect(readdirSync(folder).filter((one) => one === name || one.endsWith('.restoring'))).toEqual([]);
  };

  it('keys of another backup', () => isRefused('third', { keys: 'other' }, 'keys of another backup'));

  it('a folder that is no backup', () => isRefused('third', { log: 'first' }, 'is no complete backup'));

  it('a file that was altered', async () => {
    cpSync(join(folder, 'kept'), join(folder, 'altered'), { recursive: true });
    appendFileSync(join(folder, 'altered', 'log', databaseOf('ca-mau'), 'log.event.jsonl.gz'), 'x');
    await isRefused('third', { log: 'altered' }, 'is not what was backed up');
  });

  it('a file that is gone', async () => {
    cpSync(join(folder, 'kept'), join(folder, 'lacking'), { recursive: true });
    rmSync(join(folder, 'lacking', 'log', databaseOf('ca-mau'), 'log.event.jsonl.gz'));
    await isRefused('third', { log: 'lacking' }, 'is missing');
  });

  it('a directory that holds data', async () => {
    await expect(restoreTo('first')).rejects.toThrow('holds data already');
  });
});

it('a log that a KurrentDB keeps is not saved as if it were empty', async () => {
  const { server } = platform;
  const database = await TenantDatabase.open(server.address, 'postgres', 'ca-mau');
  await database.fence(true);
  try {
    await expect(backup({ ...partsOf(platform), to: join(folder, 'none'), name: 'three' })).rejects.toThrow(
      'lk_t_ca_mau: sổ sự kiện ở KurrentDB',
    );
    expect(existsSync(join(folder, 'none', 'log', 'manifest.json'))).toBe(false);
  } finally {
    await database.fence(false);
    await database.close();
  }
});

it('a read model that was altered before the backup is named, and is what the log says again', async () => {
  cpSync(join(folder, 'kept'), join(folder, 'lied'), { recursive: true });
  const file = `${databaseOf('ca-mau')}/agreement.directory_organisation.jsonl.gz`;
  const path = join(folder, 'lied', 'log', file);
  const lied = gzipSync(gunzipSync(readFileSync(path)).toString('utf8').replace('ca-mau', 'nam-can'));
  writeFileSync(path, lied);
  const manifest = join(folder, 'lied', 'log', 'manifest.json');
  const { createHash } = await import('node:crypto');
  const kept = JSON.parse(readFileSync(manifest, 'utf8')) as { files: Record<string, string> };
  kept.files[file] = createHash('sha256').update(lied).digest('hex');
  writeFileSync(manifest, JSON.stringify(kept));
  const { differed } = await restoreTo('fourth', { log: 'lied' });
  expect(differed).toEqual(['ca-mau: agreement/directory']);
}, 120_000);
