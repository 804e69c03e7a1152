import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PLATFORM_DATABASE, databaseOf } from '@lien-ket/read-model';
import { ledgerFolder } from '@lien-ket/runtime';
import type { ServiceLogger } from '@lien-ket/telemetry';
import { ErasureLedger, LedgerFault } from '@lien-ket/vault';
import { Platform } from '../platform.js';
import type { PlatformConfig } from '../platform.config.js';
import { rememberErased } from '../erased.js';
import { superuserOf } from '../server.js';
import { KEYS_DATABASE } from './backup.js';
import { SetFault, SetReader, type KeptDatabase } from './set.adapter.js';
import { Tables } from './tables.js';

export interface Restored {
  readonly tenants: readonly string[];
  /** Read models that were not what the log says; they are now. */
  readonly differed: readonly string[];
}

export interface RestoreParts {
  /** Its `dataDir` must be empty or missing; PostgreSQL is the platform's own. */
  readonly config: PlatformConfig;
  readonly logger: ServiceLogger;
  readonly logSet: string;
  readonly keySet: string;
  /** The newest ledger of erasures of the installation that was saved; undefined: said to be lost. */
  readonly ledger: string | undefined;
  readonly say: (line: string) => void;
}

/**
 * Makes a data directory out of the two sets of one backup and the ledger of erasures, which is newer than both: whoever was
 * erased since is erased before anything can be read. Folds every read model again and compares. The directory
 * appears when all of it is there; until then it is made beside its place.
 * @throws SetFault for a set that is damaged, of another backup or of another version; nothing is left then
 */
export async function restore({
  config,
  logger,
  logSet,
  keySet,
  ledger,
  say,
}: RestoreParts): Promise<Restored> {
  const { dataDir } = config;
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new SetFault(`${dataDir}: đã có dữ liệu (holds data already)`);
  const [log, keys] = [await SetReader.open(logSet), await SetReader.open(keySet)];
  if (log.manifest.backup !== keys.manifest.backup)
    throw new SetFault(`${keySet}: khóa của bản sao lưu khác (keys of another backup)`);
  const making = join(dirname(dataDir), `.${process.pid}.restoring`);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o755 });
  try {
    const restored = await into(
      { ...config, dataDir: making, isLedgerLost: ledger === undefined },
      { log, keys, ledger },
      logger,
      say,
    );
    rmSync(dataDir, { recursive: true, force: true });
    renameSync(making, dataDir);
    return restored;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

interface Sets {
  readonly log: SetReader;
  readonly keys: SetReader;
  readonly ledger: string | undefined;
}

async function into(
  config: PlatformConfig,
  sets: Sets,
  logger: ServiceLogger,
  say: (line: string) => void,
): Promise<Restored> {
  await sets.keys.copyTo('keys', join(config.dataDir, 'keys'));
  await sets.log.copyTo('files', join(config.dataDir, 'files'));
  if (sets.ledger !== undefined) bringLedger(config, sets.ledger);
  // First what no tenant owns, so that the platform knows which tenants to make; then theirs.
  await onPlatform(config, logger, async (_, fill) => {
    for (const [set, database] of databasesOf(sets).filter(([, { name }]) => !isTenants(name)))
      await fill(set, database);
  });
  return onPlatform(config, logger, async (platform, fill) => {
    const tenants = platform.store.present.map(({ id }) => id);
    for (const [set, database] of databasesOf(sets).filter(([, { name }]) => isTenants(name))) {
      await fill(set, database);
      say(`  ${database.name}`);
    }
    for (const tenant of tenants) await rememberErased(platform, tenant);
    const differed: string[] = [];
    for (const tenant of tenants) differed.push(...(await rebuilt(platform, tenant)));
    return { tenants, differed };
  });
}

const isTenants = (database: string): boolean => /^lk_t_/.test(database);

function databasesOf({ log, keys }: Sets): (readonly [SetReader, KeptDatabase])[] {
  const all = [log, keys].flatMap((set) => set.manifest.databases.map((one) => [set, one] as const));
  for (const name of [PLATFORM_DATABASE, KEYS_DATABASE])
    if (!all.some(([, one]) => one.name === name)) throw new SetFault(`${name}: thiếu (is missing)`);
  return all;
}

type Fill = (set: SetReader, database: KeptDatabase) => Promise<void>;

async function onPlatform<T>(
  config: PlatformConfig,
  logger: ServiceLogger,
  work: (platform: Platform, fill: Fill) => Promise<T>,
): Promise<T> {
  const platform = await Platform.open(config, logger);
  try {
    return await work(platform, async (set, { name, plan, tables }) => {
      const target = await tablesOf(platform, name);
      try {
        if ((await target.plan()) !== plan)
          throw new SetFault(
            `${name}: sao lưu bởi phiên bản khác; khôi phục bằng phiên bản đó rồi mới nâng cấp (made by another version: restore with that one, then upgrade)`,
          );
        await target.fill(tables, (table) =>
          set.rows(tables.find(({ name: one }) => one === table.name)?.file ?? ''),
        );
      } finally {
        await target.close();
      }
    });
  } finally {
    await platform.stop();
  }
}

/** @throws LedgerFault for one that is not there, altered, or older than the backup's own */
function bringLedger(config: PlatformConfig, from: string): void {
  const newest = ErasureLedger.open(from);
  if (!newest) throw new LedgerFault('missing', from);
  const folder = ledgerFolder(config);
  const own = ErasureLedger.open(folder);
  if (own) own.extendBy(newest);
  else newest.copyTo(folder);
}

function tablesOf({ server, config }: Platform, database: string): Promise<Tables> {
  return Tables.open(server.address, superuserOf(config, server.address).password, database);
}

/** Folds every read model of the tenant from its log. @returns those that are other now than they were restored */
async function rebuilt(platform: Platform, tenant: string): Promise<string[]> {
  const tables = await tablesOf(platform, databaseOf(tenant));
  try {
    const differed: string[] = [];
    for (const [service, { runner }] of platform.runtimes)
      for (const { name, tables: own } of runner.projections) {
        const digests = async (): Promise<string> =>
          (await Promise.all(own.map((table) => tables.digest(`${service}.${table}`)))).join();
        const before = await digests();
        await runner.rebuild(platform.system(tenant), name);
        if ((await digests()) !== before) differed.push(`${tenant}: ${service}/${name}`);
      }
    return differed;
  } finally {
    await tables.close();
  }
}
