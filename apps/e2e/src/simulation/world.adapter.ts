import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ACTIVITY } from '@lien-ket/activity/module';
import { AGREEMENT } from '@lien-ket/agreement/module';
import { NOTIFICATION } from '@lien-ket/notification/module';
import { databaseOf } from '@lien-ket/read-model';
import { RELAY } from '@lien-ket/relay/module';
import { REPORTING } from '@lien-ket/reporting/module';
import { TestCluster, databasePlanOf } from '@lien-ket/testing';

export const HUB = 'hcmc';
export const TENANTS = [HUB, 'nghe-an', 'tien-giang'] as const;
const SPECS = [AGREEMENT, ACTIVITY, REPORTING, NOTIFICATION, RELAY];

/** Real databases of three tenants, emptied before each history. */
export class World {
  private constructor(
    readonly cluster: TestCluster,
    private readonly roots: ReadonlyMap<string, pg.Client>,
    readonly files: string,
  ) {}

  static async open(): Promise<World> {
    const cluster = await TestCluster.start(60);
    const provisioner = cluster.provisioner(databasePlanOf(SPECS));
    await provisioner.ensureTemplate();
    const roots = new Map<string, pg.Client>();
    for (const tenant of TENANTS) {
      await provisioner.ensureTenant(tenant);
      const { host, port } = cluster.address;
      const database = databaseOf(tenant);
      const root = new pg.Client({ host, port, user: 'postgres', password: 'test', database });
      await root.connect();
      // Only so may the append-only log be emptied.
      await root.query(`SET session_replication_role = replica`);
      roots.set(tenant, root);
    }
    return new World(cluster, roots, mkdtempSync(join(tmpdir(), 'lk-sim-')));
  }

  async empty(): Promise<void> {
    for (const tenant of TENANTS) {
      const tables = await this.tables(tenant);
      await this.query(tenant, tables.map((table) => `DELETE FROM ${table};`).join('\n'));
      await this.query(tenant, `UPDATE log.head SET seq = 0, recorded_at = '-infinity'`);
    }
  }

  /** As the superuser, who sees all: for those who check, not for those who are checked. */
  async query<Row extends object>(tenant: string, sql: string): Promise<Row[]> {
    const { rows } = (await this.roots.get(tenant)?.query<Row>(sql)) ?? { rows: [] };
    return rows;
  }

  /** Tables of the services' schemas and the log's events. */
  async tables(tenant: string): Promise<string[]> {
    const schemas = SPECS.map(({ service }) => `'${service}'`).join();
    const rows = await this.query<{ name: string }>(
      tenant,
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname IN (${schemas}) AND tablename NOT LIKE '%migration%' ORDER BY 1`,
    );
    return [...rows.map(({ name }) => name), 'log.event'];
  }

  async close(): Promise<void> {
    for (const root of this.roots.values()) await root.end();
    await this.cluster.stop();
    rmSync(this.files, { recursive: true, force: true });
  }
}
