import { randomIds } from '@lien-ket/service';
import { serviceLogger } from '@lien-ket/telemetry';
import { complain, say } from '../console.adapter.js';
import { InstanceRunning } from '../instance.adapter.js';
import { CONNECTIONS, onOwnCluster } from '../own-cluster.js';
import { ConfigFault } from '../platform.config.js';
import { exitWith } from '../exit.adapter.js';
import { sentenceOf } from '../troubles.js';
import { backup } from './backup.js';
import { backupConfig, type BackupConfig } from './backup.config.js';
import { restore } from './restore.js';
import { SetFault } from './set.adapter.js';

/** Restored, but a read model was not what the log says: somebody should look why. */
const DIFFERED = 3;

type Of<Does extends BackupConfig['does']> = Extract<BackupConfig, { does: Does }>;

/** `npm run backup` and `npm run restore`: all of it, or one sentence why not. */
export async function runBackup(): Promise<void> {
  try {
    const config = backupConfig();
    exitWith(config.does === 'backup' ? await backedUp(config) : await restored(config));
  } catch (error) {
    complain(error instanceof SetFault ? error.message : sentenceOf(error));
    exitWith(error instanceof ConfigFault ? 2 : 1);
  }
}

async function backedUp({ dataDir, to, secret, running }: Of<'backup'>): Promise<number> {
  const parts = { dataDir, to, name: randomIds.uuid(), say };
  const ofRunning = (): ReturnType<typeof backup> | undefined =>
    running && backup({ ...parts, address: addressOf(running), password: running.password });
  const { databases } = await onOwnCluster(dataDir, secret, (address) =>
    backup({ ...parts, address, password: address.passwordOf('postgres') }),
  ).catch((error: unknown) => {
    const done = error instanceof InstanceRunning ? ofRunning() : undefined;
    if (!done) throw error;
    return done;
  });
  say(`Đã sao lưu ${databases} cơ sở dữ liệu vào ${to} (backed up).`);
  say('Cất hai thư mục log và keys ở hai nơi: log không có keys thì không đọc được dữ liệu cá nhân nào.');
  say('Sổ xóa (keys/erased hoặc ERASURE_LEDGER) phải cất riêng bản mới nhất: khôi phục cần nó.');
  return 0;
}

function addressOf({ host, port, password }: NonNullable<Of<'backup'>['running']>) {
  return { host, port, passwordOf: () => password, maxConnections: CONNECTIONS };
}

async function restored({ config, logSet, keySet, ledger }: Of<'restore'>): Promise<number> {
  const parts = { config, logger: serviceLogger('platform'), logSet, keySet, ledger, say };
  const { tenants, differed } = await restore(parts);
  say(
    `Đã khôi phục ${tenants.length} đơn vị vào ${config.dataDir}; mọi bảng đọc được dựng lại từ sổ sự kiện.`,
  );
  if (differed.length === 0) return 0;
  complain(
    `Bản sao lưu có bảng đọc không khớp sổ sự kiện, đã dựng lại cho khớp (rebuilt):\n  ${differed.join('\n  ')}`,
  );
  return DIFFERED;
}
