import { createHash } from 'node:crypto';
import { DataSource, type MigrationInterface } from 'typeorm';
import type { TenantId } from '@lien-ket/kernel';
import { databaseOf, roleOf, type ClusterAddress } from './connections.adapter.js';
import { SERVICE_SCHEMA_SQL } from './cursor.rows.js';
import { shadowSql } from './shadow.schema.js';

export type MigrationClass = new () => MigrationInterface;

/** What one service needs in every tenant's database. */
export interface ServicePlan {
  readonly service: string;
  readonly migrations: readonly MigrationClass[];
}

/** Everything a tenant database is made of; joined by the platform from the libs and services. */
export interface DatabasePlan {
  /** SQL of the log, run before the services in the template and in each older tenant: idempotent. */
  readonly logSql: readonly string[];
  readonly services: readonly ServicePlan[];
  /** Run at every start: registers categories and event types. Idempotent. */
  readonly registerSql: string;
}

/** What lies there was written by a newer version of the platform: which change of which database is not known here. */
export class NewerData extends Error {}

const TEMPLATE = 'lk_template';

/** Changes whenever anything the databases are made of changes; kept as the comment of each tenant's database. */
export function fingerprintOf(plan: DatabasePlan): string {
  const hash = createHash('sha256').update(plan.registerSql);
  for (const sql of plan.logSql) hash.update(sql);
  for (const { service, migrations } of plan.services) {
    hash.update(
      shadowSql(service) + SERVICE_SCHEMA_SQL + migrations.map((migration) => migration.name).join(),
    );
  }
  return hash.digest('hex').slice(0, 32);
}

/**
 * Makes tenants: one database each, copied from a template, and one login role per service that can connect to no
 * other tenant's database. Uses the cluster's superuser; no service process does.
 */
export class Provisioner {
  constructor(
    private readonly cluster: ClusterAddress,
    private readonly superuser: { readonly user: string; readonly password: string },
    private readonly plan: DatabasePlan,
  ) {}

  /** The template with the present plan; made anew when the plan has changed. Group roles included. */
  async ensureTemplate(): Promise<void> {
    await this.withDatabase('postgres', async (db) => {
      for (const { service } of this.plan.services) await ensureGroupRole(db, service);
      await db.query('REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC');
      if ((await commentOf(db, TEMPLATE)) === this.fingerprint()) return;
      await db.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
      await db.query(`CREATE DATABASE ${TEMPLATE} ENCODING 'UTF8' TEMPLATE template0`);
    });
    const made = await this.withDatabase('postgres', (db) => commentOf(db, TEMPLATE));
    if (made === this.fingerprint()) return;
    await this.build(TEMPLATE);
    await this.withDatabase('postgres', (db) =>
      db.query(`COMMENT ON DATABASE ${TEMPLATE} IS '${this.fingerprint()}'`),
    );
  }

  /** Idempotent: makes the tenant's database and roles when missing, migrates them when they are older. */
  async ensureTenant(tenantId: TenantId): Promise<'created' | 'migrated' | 'present'> {
    const database = databaseOf(tenantId);
    const state = await this.withDatabase('postgres', async (db) => {
      const comment = await commentOf(db, database);
      if (comment === this.fingerprint()) return 'present';
      if (comment !== undefined) return 'migrated';
      await db.query(`CREATE DATABASE ${database} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
      await db.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
      await this.ensureLogins(db, tenantId);
      return 'created';
    });
    if (state === 'migrated') await this.migrate(database);
    if (state !== 'present') {
      await this.withDatabase('postgres', (db) =>
        db.query(`COMMENT ON DATABASE ${database} IS '${this.fingerprint()}'`),
      );
    }
    return state;
  }

  /** One login role per service, all in one round trip and one flush. */
  private async ensureLogins(db: DataSource, tenantId: TenantId): Promise<void> {
    const services = this.plan.services.map(({ service }) => service);
    const roles = services.map((service) => roleOf(tenantId, service));
    const found: { rolname: string }[] = await db.query(
      'SELECT rolname FROM pg_roles WHERE rolname = ANY($1)',
      [roles],
    );
    const known = new Set(found.map(({ rolname }) => rolname));
    const sql = services.map((service) => {
      const role = roleOf(tenantId, service);
      const verb = known.has(role) ? 'ALTER' : 'CREATE';
      const password = this.cluster.passwordOf(role);
      return `${verb} ROLE ${role} LOGIN PASSWORD '${password}' NOSUPERUSER NOCREATEDB NOCREATEROLE;
        GRANT lk_svc_${service} TO ${role};
        ALTER ROLE ${role} SET search_path = ${service};
        GRANT CONNECT ON DATABASE ${databaseOf(tenantId)} TO ${role};`;
    });
    await db.query(sql.join('\n'));
  }

  private async build(database: string): Promise<void> {
    await this.withDatabase(database, async (db) => {
      await db.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
      for (const { service } of this.plan.services) {
        await db.query(`CREATE SCHEMA ${service}`);
        await db.query(`GRANT USAGE ON SCHEMA ${service} TO lk_svc_${service}`);
        await db.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA ${service}
          GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO lk_svc_${service}`);
      }
    });
    await this.migrate(database);
  }

  private async migrate(database: string): Promise<void> {
    await this.withDatabase(database, async (db) => {
      await this.refuseNewer(db, database);
      for (const sql of this.plan.logSql) await db.query(sql);
      await db.query(this.plan.registerSql);
    });
    for (const { service, migrations } of this.plan.services) {
      const source = this.source(database, service, migrations);
      await source.initialize();
      try {
        await source.query(`SET search_path = ${service}`);
        await source.query(SERVICE_SCHEMA_SQL + shadowSql(service));
        await source.runMigrations({ transaction: 'each' });
      } finally {
        await source.destroy();
      }
    }
  }

  /** A database that a newer version has changed is left as it is. @throws NewerData */
  private async refuseNewer(db: DataSource, database: string): Promise<void> {
    for (const { service, migrations } of this.plan.services) {
      const found: { there: boolean }[] = await db.query('SELECT to_regclass($1) IS NOT NULL AS there', [
        `${service}.migrations`,
      ]);
      if (!found[0]?.there) continue;
      const done: { name: string }[] = await db.query(`SELECT name FROM ${service}.migrations`);
      const unknown = done.find(({ name }) => !migrations.some((migration) => migration.name === name));
      if (unknown) throw new NewerData(`${database}: ${service} ${unknown.name}`);
    }
  }

  private fingerprint(): string {
    return fingerprintOf(this.plan);
  }

  private async withDatabase<T>(database: string, work: (db: DataSource) => Promise<T>): Promise<T> {
    const source = this.source(database, 'public', []);
    await source.initialize();
    try {
      return await work(source);
    } finally {
      await source.destroy();
    }
  }

  private source(database: string, schema: string, migrations: readonly MigrationClass[]): DataSource {
    return new DataSource({
      type: 'postgres',
      host: this.cluster.host,
      port: this.cluster.port,
      username: this.superuser.user,
      password: this.superuser.password,
      database,
      schema,
      migrations: [...migrations],
      installExtensions: false,
      // One connection, so that `SET search_path` holds for the migrations that follow.
      poolSize: 1,
      applicationName: 'lien-ket provisioner',
    });
  }
}

async function ensureGroupRole(db: DataSource, service: string): Promise<void> {
  const role = `lk_svc_${service}`;
  const known: unknown[] = await db.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (known.length === 0) await db.query(`CREATE ROLE ${role} NOLOGIN`);
}

/** The plan's fingerprint kept as the database's comment; '' when it has none, undefined when there is no database. */
async function commentOf(db: DataSource, database: string): Promise<string | undefined> {
  const rows: { comment: string | null }[] = await db.query(
    `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
    [database],
  );
  return rows[0] === undefined ? undefined : (rows[0].comment ?? '');
}
