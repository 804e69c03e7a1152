import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tenantKeyEvents, type Envelope } from '@lien-ket/contracts';
import { uuidFrom } from '@lien-ket/kernel';
import { serviceLogger } from '@lien-ket/telemetry';
import { replaceTenantKey, type Personal, type ReplacingParts } from '@lien-ket/vault';
import { backup } from './backup/backup.js';
import { restore } from './backup/restore.js';
import { platformConfig } from './platform.config.js';
import { Platform } from './platform.js';
import { superuserOf } from './server.js';
import { replaceKeyOf, replacingParts } from './tenant-keys.js';

const TENANT = 'ca-mau';
/** More than one batch of keys, and with everybody who comes in the specs not more than two. */
const PERSONS = 55;
const BATCH = 40;
const folder = mkdtempSync(join(tmpdir(), 'lk-tenant-keys-'));
const logger = serviceLogger('platform');
const configOf = (name: string): ReturnType<typeof platformConfig> =>
  platformConfig(['--no-demo'], { DATA_DIR: join(folder, name) });
const sealed = new Map<string, Envelope>();
const subjectOf = (name: string): string => uuidFrom('person', name);
const at = (name: string) => ({ stream: 'contact-1', event: subjectOf(name), path: '/name' });
let platform: Platform;

async function seal(name: string): Promise<void> {
  const ctx = platform.system(TENANT);
  sealed.set(name, await platform.vault.seal(ctx, subjectOf(name), 'contact', at(name), name));
}

async function read(of: Platform, name: string): Promise<Personal | null> {
  const fields = { name: sealed.get(name) };
  const asked = { subject: subjectOf(name), stream: 'contact-1', cls: 'contact', fields } as const;
  return (await of.vault.read(of.system(TENANT), asked, 'test')).name;
}

async function unreadable(of: Platform): Promise<string[]> {
  const names = [...sealed.keys()];
  const said = await Promise.all(names.map((name) => read(of, name).catch(() => null)));
  return names.filter((name, n) => {
    const one = said[n];
    return one?.kind !== 'clear' || one.text !== name;
  });
}

const keyFile = (of: string, name: string): string => join(folder, of, 'keys', name);
const said = async (): Promise<unknown[]> => {
  const found: unknown[] = [];
  const types = [tenantKeyEvents.replaced.type];
  for await (const batch of platform.runtime('audit').store.log(platform.system(TENANT), { after: 0, types }))
    found.push(...batch.map(({ data }) => (data as { version: number }).version));
  return found;
};

beforeAll(async () => {
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'first'), { mode: 0o755 });
  platform = await Platform.open(configOf('first'), logger);
  platform.start();
  platform.clock.setDay('2026-03-05');
  await platform.createTenants({ id: TENANT, name: TENANT });
  await platform.beginTenant(TENANT, false);
  await Promise.all(Array.from({ length: PERSONS }, (_, n) => seal(`person ${n}`)));
  await platform.followers.settled();
}, 120_000);

afterAll(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

class Killed extends Error {}

/** The same parts, of which the process ends before or after the n-th step that leaves something behind. */
function endingAt(parts: ReplacingParts, step: number, isAfter: boolean): ReplacingParts {
  let done = 0;
  const counted =
    <A extends unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      const ends = done++ === step;
      if (ends && !isAfter) throw new Killed();
      const result = work(...args);
      if (!ends) return result;
      if (result instanceof Promise) return result.then(() => Promise.reject(new Killed())) as R;
      throw new Killed();
    };
  const { rows, keys } = parts;
  return {
    random: parts.random,
    record: counted(parts.record),
    rows: {
      version: rows.version.bind(rows),
      stale: (ctx, version, limit) => rows.stale(ctx, version, Math.min(limit, BATCH)),
      begin: counted(rows.begin.bind(rows)),
      rewrap: counted(rows.rewrap.bind(rows)),
    },
    keys: {
      keyOf: keys.keyOf.bind(keys),
      versions: keys.versions.bind(keys),
      make: counted(keys.make.bind(keys)),
      forget: counted(keys.forget.bind(keys)),
    },
  };
}

/** Key made, begun, two batches wrapped, said, old key gone. */
const STEPS = 6;
const POINTS = Array.from({ length: STEPS }, (_, step) =>
  [false, true].map((after) => [step, after] as const),
).flat();

it.each(POINTS)(
  'ended at step %i (after it: %s) nobody is lost, somebody new is sealed, and the next call finishes it',
  async (step, isAfter) => {
    const ctx = platform.system(TENANT);
    const before = await platform.persons.version(ctx);
    const parts = replacingParts(platform);
    await expect(replaceTenantKey(ctx, endingAt(parts, step, isAfter))).rejects.toThrow(Killed);
    await seal(`new at ${step} ${isAfter}`);
    expect(await unreadable(platform)).toEqual([]);
    // When all is done but the answer there is nothing to finish, and what was asked again is a new one.
    const isDone = (step === STEPS - 1 && isAfter) || (step === 0 && !isAfter);
    if (!isDone) expect(await replaceKeyOf(platform, ctx)).toBe(before + 1);
    expect(await unreadable(platform)).toEqual([]);
    const version = await platform.persons.version(ctx);
    expect(await said()).toEqual(Array.from({ length: version - 1 }, (_, n) => n + 2));
    expect(platform.personal.keys.versions(TENANT)).toEqual([version]);
  },
  60_000,
);

it('a start finishes what a killed process left, and a backup of before is restored with its own key', async () => {
  const { server, config } = platform;
  const { password } = superuserOf(config, server.address);
  const kept = join(folder, 'kept');
  const say = (): void => undefined;
  const from = { address: server.address, password, dataDir: config.dataDir, say };
  await backup({ ...from, to: kept, name: 'one' });
  const ctx = platform.system(TENANT);
  const before = await platform.persons.version(ctx);
  await expect(replaceTenantKey(ctx, endingAt(replacingParts(platform), 3, false))).rejects.toThrow(Killed);
  await platform.stop();
  platform = await Platform.open(configOf('first'), logger);
  expect(await platform.persons.version(ctx)).toBe(before + 1);
  expect(existsSync(keyFile('first', `${TENANT}.${before}.key`))).toBe(false);
  expect(await unreadable(platform)).toEqual([]);
  const [logSet, keySet] = [join(kept, 'log'), join(kept, 'keys')];
  const ledger = keyFile('first', 'erased');
  await restore({ config: configOf('second'), logger, logSet, keySet, ledger, say });
  const second = await Platform.open(configOf('second'), logger);
  try {
    expect(await second.persons.version(ctx)).toBe(before);
    expect(await unreadable(second)).toEqual([]);
  } finally {
    await second.stop();
  }
}, 120_000);
