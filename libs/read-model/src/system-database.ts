import pg from 'pg';
import type { ClusterAddress } from './connections.adapter.js';

/** A database that no tenant owns, under a role of its own. */
export class SystemDatabase {
  private readonly pool: pg.Pool;

  private constructor(address: ClusterAddress, name: string, role: string = name) {
    this.pool = new pg.Pool({
      host: address.host,
      port: address.port,
      user: role,
      password: address.passwordOf(role),
      database: name,
      max: 2,
      application_name: 'lien-ket system',
      idleTimeoutMillis: 10_000,
    });
    this.pool.on('error', () => undefined);
  }

  /** A database that exists: for a service that did not make it. Default role: the database's own. */
  static join(address: ClusterAddress, name: string, role: string = name): SystemDatabase {
    return new SystemDatabase(address, name, role);
  }

  /** Makes database and role when missing, then the tables (idempotent statements). */
  static async open(
    address: ClusterAddress,
    superuser: { user: string; password: string },
    name: string,
    tables: string,
    reader?: { readonly role: string; readonly sql: string },
  ): Promise<SystemDatabase> {
    const admin = new pg.Client({
      host: address.host,
      port: address.port,
      ...superuser,
      database: 'postgres',
    });
    await admin.connect();
    try {
      for (const role of [name, ...(reader ? [reader.role] : [])]) await ensureLogin(admin, address, role);
      const made = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (!made.rowCount)
        await admin.query(`CREATE DATABASE ${name} OWNER ${name} ENCODING 'UTF8' TEMPLATE template0`);
      await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    } finally {
      await admin.end();
    }
    const database = new SystemDatabase(address, name);
    await database.query(tables);
    if (reader) await database.query(reader.sql);
    return database;
  }

  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.pool.query(sql, [...values]);
    return (result.rows ?? []) as Row[];
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

async function ensureLogin(admin: pg.Client, address: ClusterAddress, role: string): Promise<void> {
  const known = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = known.rowCount ? 'ALTER' : 'CREATE';
  await admin.query(
    `${verb} ROLE ${role} LOGIN PASSWORD '${address.passwordOf(role)}' NOSUPERUSER NOCREATEDB NOCREATEROLE`,
  );
}
