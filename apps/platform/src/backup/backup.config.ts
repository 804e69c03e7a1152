import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { postgresOf, type DoctorConfig } from '../doctor/doctor.config.js';
import { ConfigFault, platformConfig, type PlatformConfig } from '../platform.config.js';

const USAGE = `Cách dùng (usage): npm run backup -- <thư mục>
                   npm run restore -- <thư mục> [--keys <thư mục khóa>]
DATA_DIR: thư mục dữ liệu (the data directory)`;

export type BackupConfig =
  | {
      readonly does: 'backup';
      readonly dataDir: string;
      readonly to: string;
      readonly secret: Buffer;
      /** The server while the platform runs, or one elsewhere. */
      readonly running: DoctorConfig['postgres'];
    }
  | {
      readonly does: 'restore';
      readonly config: PlatformConfig;
      readonly logSet: string;
      readonly keySet: string;
    };

/** @throws ConfigFault */
export function backupConfig(
  [does, given, ...rest]: readonly string[] = process.argv.slice(2),
  env: NodeJS.ProcessEnv = process.env,
): BackupConfig {
  if (!given || given.startsWith('-') || (does !== 'backup' && does !== 'restore'))
    throw new ConfigFault(USAGE);
  const folder = resolve(given);
  const config = platformConfig(['--no-demo'], env);
  const [flag, keys, ...more] = rest;
  if (does === 'restore') {
    if ((flag !== undefined && (flag !== '--keys' || keys === undefined)) || more.length > 0)
      throw new ConfigFault(USAGE);
    if (config.postgres)
      throw new ConfigFault(
        'Chỉ khôi phục vào PostgreSQL của chính nền tảng: bỏ POSTGRES_HOST (own PostgreSQL only).',
      );
    return { does, config, logSet: join(folder, 'log'), keySet: resolve(keys ?? join(folder, 'keys')) };
  }
  if (rest.length > 0) throw new ConfigFault(USAGE);
  const { dataDir } = config;
  const secretFile = env['POSTGRES_SECRET_FILE'] ?? join(dataDir, 'keys', 'cluster.secret');
  if (!existsSync(secretFile))
    throw new ConfigFault(`Không có dữ liệu ở ${dataDir} (no data there; set DATA_DIR)`);
  const secret = Buffer.from(readFileSync(secretFile, 'utf8').trim(), 'base64');
  return { does, dataDir, to: folder, secret, running: postgresOf(env, dataDir) };
}
