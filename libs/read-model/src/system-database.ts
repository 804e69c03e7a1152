import pg from 'pg';
import type { ClusterAddress } from './connections.adapter.js';

/** A database that no tenant owns, under a role of its own. */
export class SystemDatabase {
  private readonly pool: pg.Pool;

  private constructor(address: ClusterAddress, name: string) {
    this.pool = new pg.Pool({
      host: address.host,
      port: address.port,
      user: name,
      password: address.passwordOf(name),
      database: name,
      max: 2,
      application_name: 'lien-ket system',
      idleTimeoutMillis: 10_000,
    });
    this.pool.on('error', () => undefined);
  }

  /** A database that exists: for a service that did not make it. */
  static join(address: ClusterAddress, name: string): SystemDatabase {
    return new SystemDatabase(address, name);
  }

  /** Makes database and role when missing, then the tables (idempotent statements). */
  static async open(
    address: ClusterAddress,
    superuser: { user: string; password: string },
    name: string,
    tables: string,
  ): Promise<SystemDatabase> {
    const admin = new pg.Client({
      host: address.host,
      port: address.port,
      ...superuser,
      database: 'postgres',
    });
    await admin.connect();
    try {
      const known = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
      const password = address.passwordOf(name);
      await admin.query(
        `${known.rowCount ? 'ALTER' : 'CREATE'} ROLE ${name} LOGIN PASSWORD '${password}' NOSUPERUSER NOCREATEDB NOCREATEROLE`,
      );
      const made = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (!made.rowCount)
        await admin.query(`CREATE DATABASE ${name} OWNER ${name} ENCODING 'UTF8' TEMPLATE template0`);
      await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    } finally {
      await admin.end();
    }
    const database = new SystemDatabase(address, name);
    await database.query(tables);
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
