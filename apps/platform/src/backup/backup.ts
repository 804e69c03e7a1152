import { join } from 'node:path';
import type { ClusterAddress } from '@lien-ket/read-model';
import { SetFault, SetWriter } from './set.adapter.js';
import { Tables } from './tables.js';

/** Where persons' keys lie, apart from everything that they open. */
export const KEYS_DATABASE = 'lk_keys';
/** Made anew by a restore: it opens the databases of this cluster and nothing else. */
const CLUSTER_SECRET = 'cluster.secret';
const TENANT = /^lk_t_/;
/** How far a log was signed, by whoever signs it and by the witnesses inside. */
const SIGNED = /\.signed$|(^|\/)seen\//;

export interface BackupParts {
  readonly address: ClusterAddress;
  readonly password: string;
  readonly dataDir: string;
  /** The folder for both sets: `log` and `keys`. */
  readonly to: string;
  /** Names this backup in both sets. */
  readonly name: string;
  readonly say: (line: string) => void;
}

/**
 * Writes two sets: logs, rows and encrypted files in one, keys in the other; neither says anything of a person without
 * the other. All databases are seen as of one moment, while the platform runs.
 * @throws SetFault when a folder is not empty, or a log is kept elsewhere
 */
export async function backup(parts: BackupParts): Promise<{ databases: number }> {
  const { address, password, dataDir, to, name, say } = parts;
  const log = new SetWriter(join(to, 'log'));
  const keys = new SetWriter(join(to, 'keys'));
  const open = (database: string): Promise<Tables> => Tables.open(address, password, database);
  const cluster = await open('postgres');
  const names = await cluster.databases().finally(() => cluster.close());
  const databases = await Promise.all(names.map(async (one) => ({ name: one, tables: await open(one) })));
  // Before the rows: what was signed after them could never be signed again, and a restored log would stand still.
  await keys.folderOf('keys', join(dataDir, 'keys'), (path) => SIGNED.test(path));
  try {
    await atOneMoment(databases, open);
    for (const { name: database, tables } of databases) {
      const set = database === KEYS_DATABASE ? keys : log;
      const plan = await tables.plan();
      await set.database({ name: database, plan }, await tables.all(), (table) => tables.rows(table));
      say(`  ${database}`);
    }
  } finally {
    await Promise.all(databases.map(({ tables }) => tables.close()));
  }
  // Files are written before the event that names them, and never changed: whatever the logs name is there by now.
  await log.folderOf('files', join(dataDir, 'files'));
  const others = (path: string): boolean => path !== CLUSTER_SECRET && !SIGNED.test(path);
  await keys.folderOf('keys', join(dataDir, 'keys'), others);
  log.close(name);
  keys.close(name);
  return { databases: databases.length };
}

/** No tenant has received what another one's log does not hold: while the snapshots are taken nobody appends. */
async function atOneMoment(
  databases: readonly { readonly name: string; readonly tables: Tables }[],
  open: (database: string) => Promise<Tables>,
): Promise<void> {
  const tenants = databases.filter(({ name }) => TENANT.test(name));
  for (const { name, tables } of tenants)
    if (await tables.isElsewhere())
      throw new SetFault(
        `${name}: sổ sự kiện ở KurrentDB; chuyển về PostgreSQL trước (npm run migrate) hoặc sao lưu bằng công cụ của máy chủ (the log is on a KurrentDB)`,
      );
  const holders = await Promise.all(tenants.map(({ name }) => open(name)));
  try {
    for (const holder of holders) await holder.hold();
    await Promise.all(databases.map(({ tables }) => tables.snapshot()));
    await Promise.all(holders.map((holder) => holder.release()));
  } finally {
    await Promise.all(holders.map((holder) => holder.close()));
  }
}
