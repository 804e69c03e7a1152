import {
  KurrentEventStore,
  KurrentLogs,
  MarksInMemory,
  MoveRefused,
  PLATFORM_REGISTRY,
  PostgresEventStore,
  type Moved,
} from '@lien-ket/event-store';
import { contextOfTenant } from '@lien-ket/messaging';
import { Connections, TenantDb, type ClusterAddress } from '@lien-ket/read-model';
import { rolePassword } from '@lien-ket/runtime';
import { PlatformClock } from '../clock.adapter.js';
import { complain, say } from '../console.adapter.js';
import { InstanceRunning } from '../instance.adapter.js';
import { CONNECTIONS, onOwnCluster } from '../own-cluster.js';
import { ConfigFault } from '../platform.config.js';
import { exitWith } from '../exit.adapter.js';
import { moveTenant } from './move-tenant.js';
import { moveConfig, type MoveConfig } from './move.config.js';
import { TenantDatabase } from './tenant-database.js';

/** A reader of the whole log. */
const READER = 'relay';

/** `npm run migrate`: moves one tenant's log, or says in one sentence why not. */
export async function runMove(): Promise<void> {
  try {
    const config = moveConfig();
    const { events, copied, digest } = await onCluster(config);
    say(
      `Đã chuyển ${config.tenant} sang ${config.to}: ${events} sự kiện, chép mới ${copied}, sha256 ${digest}.`,
    );
    say(nextStep(config));
    exitWith(0);
  } catch (error) {
    complain(sentenceOf(error));
    exitWith(error instanceof ConfigFault ? 2 : 1);
  }
}

/** On a cluster that runs, or on the platform's own, which nobody else may use meanwhile. */
async function onCluster(config: MoveConfig): Promise<Moved> {
  const passwordOf = (role: string): string => rolePassword(config.secret, role);
  if (config.cluster)
    return onAddress(config, { ...config.cluster, passwordOf, maxConnections: CONNECTIONS });
  return onOwnCluster(config.dataDir, config.secret, (address) => onAddress(config, address));
}

async function onAddress(config: MoveConfig, address: ClusterAddress): Promise<Moved> {
  const ctx = contextOfTenant(config.tenant, new PlatformClock());
  const database = await TenantDatabase.open(address, 'postgres', config.tenant).catch((error: unknown) => {
    throw isMissing(error) ? new ConfigFault(unknownTenant(config.tenant)) : error;
  });
  const connections = new Connections(address);
  const db = new TenantDb(READER, [], connections);
  const logs = new KurrentLogs(config.connectionOf, new MarksInMemory(), undefined, true);
  const postgres = new PostgresEventStore(READER, (at, work) => db.sql(at, work));
  const kurrent = new KurrentEventStore(READER, logs, PLATFORM_REGISTRY);
  try {
    return await moveTenant({ database, postgres, kurrent, logs }, ctx, config.to, (seq, of) =>
      say(`  ${seq} / ${of}`),
    );
  } finally {
    await logs.close();
    await connections.close();
    await database.close();
  }
}

const unknownTenant = (tenant: string): string =>
  `Không có đơn vị "${tenant}" trong dữ liệu này (no such tenant here).`;
/** PostgreSQL's own code for a database that is not there. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '3D000';

function nextStep({ tenant, to }: MoveConfig): string {
  const name = `EVENT_STORE_${tenant.toUpperCase().replaceAll('-', '_')}`;
  return to === 'kurrentdb'
    ? `Từ nay khởi động với ${name} (start with ${name} from now on).`
    : `Từ nay khởi động không có ${name} (start without ${name} from now on).`;
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigFault) return error.message;
  if (error instanceof InstanceRunning)
    return `Nền tảng đang chạy (pid ${error.holder.pid}): dừng lại trước khi chuyển (stop the platform first).`;
  if (error instanceof MoveRefused)
    return `Không chuyển: ${error.message}. Chưa mất gì, chạy lại lệnh này để tiếp tục (nothing is lost; run it again to go on).`;
  return `Không chuyển được: ${error instanceof Error ? error.message : String(error)}`;
}
