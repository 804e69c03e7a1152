import pg from 'pg';
import type { KurrentLogs } from '@lien-ket/event-store';
import { NewerData, type ClusterAddress, type Provisioner } from '@lien-ket/read-model';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';
import { TenantDatabase } from './move/tenant-database.js';
import { inParallel } from './parallel.js';

export interface Provisioning {
  readonly provisioner: Provisioner;
  readonly logs: KurrentLogs;
  readonly address: ClusterAddress;
  readonly logger: ServiceLogger;
}

/** Any number, the same in each process: whoever makes databases holds it. */
const LOCK = 7_274_031;

/**
 * Two processes that make the same databases, roles and topics at once (a job that migrates, a platform that starts) would
 * stumble over each other: the second waits, and finds all of it made. The lock ends with its connection.
 */
export async function oneAtATime<T>(
  { host, port }: ClusterAddress,
  superuser: { readonly user: string; readonly password: string },
  work: () => Promise<T>,
): Promise<T> {
  const db = new pg.Client({
    host,
    port,
    ...superuser,
    database: 'postgres',
    application_name: 'lien-ket lock',
  });
  db.on('error', () => undefined);
  await db.connect();
  try {
    await db.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return await work();
  } finally {
    await db.end().catch(() => undefined);
  }
}

/** Databases of these tenants could not be made or brought up to date; the log says why of each. */
export class TenantsNotProvisioned extends Error {
  constructor(readonly tenants: readonly string[]) {
    super(tenants.join(', '));
  }
}

/** The tenant's database as this version needs it. Idempotent. */
export async function provisionTenant(
  { provisioner, logs, address, logger }: Provisioning,
  tenant: string,
): Promise<void> {
  const state = await provisioner.ensureTenant(tenant);
  if (logs.has(tenant)) await TenantDatabase.fenceEmpty(address, 'postgres', tenant);
  if (state !== 'present') logger.info('tenant.provisioned', { tenant, state });
}

/** Several at once; one that can't be brought up to date keeps no other from it. @throws TenantsNotProvisioned, NewerData */
export async function provisionTenants(
  parts: Provisioning,
  tenants: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const failed: string[] = [];
  let newer: NewerData | undefined;
  await inParallel(tenants, async (tenant) => {
    signal?.throwIfAborted();
    await provisionTenant(parts, tenant).catch((error: unknown) => {
      failed.push(tenant);
      if (error instanceof NewerData) newer = error;
      parts.logger.error('tenant.notProvisioned', { tenant, ...describeError(error) });
    });
  });
  if (newer) throw newer;
  if (failed.length > 0) throw new TenantsNotProvisioned(failed);
}
