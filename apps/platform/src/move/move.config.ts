import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ConnectionOf } from '@lien-ket/event-store';
import { isTenantId } from '@lien-ket/kernel';
import { eventStoresOf } from '@lien-ket/runtime';
import { ConfigFault } from '../platform.config.js';
import type { Driver } from './move-tenant.js';

export interface MoveConfig {
  readonly tenant: string;
  readonly to: Driver;
  readonly dataDir: string;
  readonly connectionOf: ConnectionOf;
  /** Secret from which the passwords of the roles are derived. */
  readonly secret: Buffer;
  /** A cluster that runs already; without it the platform's own on `DATA_DIR` is started. */
  readonly cluster: { readonly host: string; readonly port: number } | undefined;
}

const USAGE =
  'Cách dùng: npm run migrate -- <đơn vị> --to kurrentdb|postgres (usage; EVENT_STORE_<TENANT> names the KurrentDB)';

/** @throws ConfigFault */
export function moveConfig(
  args: readonly string[] = process.argv.slice(2),
  env: NodeJS.ProcessEnv = process.env,
): MoveConfig {
  const [tenant, flag, to, ...rest] = args;
  if (!tenant || !isTenantId(tenant) || flag !== '--to' || rest.length > 0) throw new ConfigFault(USAGE);
  if (to !== 'kurrentdb' && to !== 'postgres') throw new ConfigFault(USAGE);
  const dataDir = resolve(env['DATA_DIR'] ?? resolve(import.meta.dirname, '../../../../.data'));
  const { POSTGRES_PORT: port, POSTGRES_SECRET_FILE: file } = env;
  const secretFile = file ?? join(dataDir, 'keys', 'cluster.secret');
  if (!existsSync(secretFile))
    throw new ConfigFault(
      `Không có dữ liệu ở ${dataDir} (no data there; set DATA_DIR or POSTGRES_SECRET_FILE)`,
    );
  const connectionOf = eventStoresOf(env);
  if (connectionOf(tenant) === undefined)
    throw new ConfigFault(
      `Thiếu EVENT_STORE_${tenant.toUpperCase().replaceAll('-', '_')}: địa chỉ KurrentDB của đơn vị (its KurrentDB, for the move both ways)`,
    );
  return {
    tenant,
    to,
    dataDir,
    connectionOf,
    secret: Buffer.from(readFileSync(secretFile, 'utf8').trim(), 'base64'),
    cluster: port ? { host: env['POSTGRES_HOST'] ?? '127.0.0.1', port: Number(port) } : undefined,
  };
}
