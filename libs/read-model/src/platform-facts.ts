import { createPublicKey, type KeyObject } from 'node:crypto';
import type { IsoDate, TenantId } from '@lien-ket/kernel';
import { SystemDatabase } from './system-database.js';
import type { ClusterAddress } from './connections.adapter.js';

export const PLATFORM_DATABASE = 'lk_platform';
/** Sees what every process has to know, and no account. */
export const FACTS_ROLE = 'lk_facts';

/** Run in the platform's database after its tables. */
export const FACTS_SQL = `
GRANT CONNECT ON DATABASE ${PLATFORM_DATABASE} TO ${FACTS_ROLE};
GRANT USAGE ON SCHEMA public TO ${FACTS_ROLE};
GRANT SELECT ON tenant, setting, publisher_key TO ${FACTS_ROLE};
`;

/** What the platform store says to every process: which tenants there are, the demonstration's day, publishers' keys. */
export class PlatformFacts {
  private readonly db: SystemDatabase;

  constructor(cluster: ClusterAddress) {
    this.db = SystemDatabase.join(cluster, PLATFORM_DATABASE, FACTS_ROLE);
  }

  /** All tenants of the platform. */
  async tenants(): Promise<TenantId[]> {
    const rows = await this.db.query<{ id: string }>('SELECT id FROM tenant ORDER BY ordinal');
    return rows.map(({ id }) => id);
  }

  /** Those whose own first day has come: to others nothing is delivered, and no day begins for them. */
  async begun(): Promise<TenantId[]> {
    const rows = await this.db.query<{ id: string }>('SELECT id FROM tenant WHERE begun ORDER BY ordinal');
    return rows.map(({ id }) => id);
  }

  /** The day on which the demonstration stands; undefined outside it. */
  async day(): Promise<IsoDate | undefined> {
    const [row] = await this.db.query<{ value: IsoDate }>(
      `SELECT value FROM setting WHERE name = 'clockDay'`,
    );
    return row?.value;
  }

  /** A key that a tenant signs with what it shares. */
  async publisherKey(tenant: TenantId, id: string): Promise<KeyObject | undefined> {
    const [row] = await this.db.query<{ key: string }>(
      'SELECT key FROM publisher_key WHERE tenant = $1 AND id = $2',
      [tenant, id],
    );
    return row && createPublicKey(row.key);
  }

  close(): Promise<void> {
    return this.db.close();
  }
}
