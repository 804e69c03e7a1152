import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { postgresOf, type DoctorConfig } from '../doctor/doctor.config.js';
import { ConfigFault, platformConfig, type PlatformConfig } from '../platform.config.js';

const USAGE = `Cách dùng (usage): npm run backup -- <thư mục>
                   npm run restore -- <thư mục> [--keys <thư mục khóa>] --ledger <sổ xóa | lost>
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
      /** Undefined: said to be lost. */
      readonly ledger: string | undefined;
    };

const LEDGER_NEEDED = `Cần sổ xóa dữ liệu cá nhân mới nhất của hệ thống đã sao lưu, để người đã được xóa sau ngày sao lưu không hiện lại:
  --ledger <thư mục>   bản mới nhất (mặc định nằm ở DATA_DIR/keys/erased, hoặc ERASURE_LEDGER)
  --ledger lost        sổ đã mất hẳn: chỉ còn biết những lần xóa mà bản sao lưu tự nói
(the newest ledger of erasures is needed, or the word that it is lost)`;

/** @throws ConfigFault */
export function backupConfig(
  [does, given, ...rest]: readonly string[] = process.argv.slice(2),
  env: NodeJS.ProcessEnv = process.env,
): BackupConfig {
  if (!given || given.startsWith('-') || (does !== 'backup' && does !== 'restore'))
    throw new ConfigFault(USAGE);
  const folder = resolve(given);
  const config = platformConfig(['--no-demo'], env);
  if (does === 'restore') {
    const { keys, ledger } = optionsOf(rest);
    if (config.postgres)
      throw new ConfigFault(
        'Chỉ khôi phục vào PostgreSQL của chính nền tảng: bỏ POSTGRES_HOST (own PostgreSQL only).',
      );
    const [logSet, keySet] = [join(folder, 'log'), resolve(keys ?? join(folder, 'keys'))];
    return { does, config, logSet, keySet, ledger: ledgerOf(config, ledger) };
  }
  if (rest.length > 0) throw new ConfigFault(USAGE);
  const { dataDir } = config;
  const secretFile = env['POSTGRES_SECRET_FILE'] ?? join(dataDir, 'keys', 'cluster.secret');
  if (!existsSync(secretFile))
    throw new ConfigFault(`Không có dữ liệu ở ${dataDir} (no data there; set DATA_DIR)`);
  const secret = Buffer.from(readFileSync(secretFile, 'utf8').trim(), 'base64');
  return { does, dataDir, to: folder, secret, running: postgresOf(env, dataDir) };
}

/** @throws ConfigFault */
function optionsOf(rest: readonly string[]): { readonly keys?: string; readonly ledger?: string } {
  const {
    '--keys': keys,
    '--ledger': ledger,
    ...others
  } = Object.fromEntries(
    Array.from({ length: Math.ceil(rest.length / 2) }, (_, at) => rest.slice(2 * at, 2 * at + 2)),
  ) as Readonly<Record<string, string | undefined>>;
  const isWhole = rest.length % 2 === 0 && Object.keys(others).length === 0;
  if (!isWhole) throw new ConfigFault(USAGE);
  return { ...(keys === undefined ? {} : { keys }), ...(ledger === undefined ? {} : { ledger }) };
}

function ledgerOf({ erasureLedger }: PlatformConfig, given: string | undefined): string | undefined {
  if (given === 'lost') return undefined;
  const folder = given === undefined ? erasureLedger : resolve(given);
  if (folder === undefined) throw new ConfigFault(LEDGER_NEEDED);
  return folder;
}
