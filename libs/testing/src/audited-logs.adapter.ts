import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  LOG_SCHEMA_SQL,
  NO_STREAM,
  PostgresEventStore,
  readerLogSql,
  registerSql,
  serviceLogSql,
} from '@lien-ket/event-store';
import { databaseOf, type MigrationClass } from '@lien-ket/read-model';
import pg from 'pg';
import { TestCluster } from './cluster.adapter.js';
import { contextOf } from './contexts.js';
import { THINGS, thingEvents } from './things.js';

const registry = {
  types: [
    { type: 'lk.alpha.plan.happened.v1', service: 'alpha', public: true },
    { type: 'lk.alpha.amendment.happened.v1', service: 'alpha', public: true },
  ],
  categories: ['plan', 'amendment'].map((category) => ({ category, service: 'alpha' })),
  readers: ['audit'],
} satisfies typeof THINGS;

/** Tenants whose logs of made-up plans and amendments the audit service reads, in real databases, and a folder for keys. */
export class AuditedLogs {
  readonly keys = mkdtempSync(join(tmpdir(), 'lk-log-keys-'));

  private constructor(readonly cluster: TestCluster) {}

  /** @param migrations of the audit service */
  static async start(
    tenants: readonly string[],
    migrations: readonly MigrationClass[],
  ): Promise<AuditedLogs> {
    const logs = new AuditedLogs(await TestCluster.start());
    const provisioner = logs.cluster.provisioner({
      logSql: [LOG_SCHEMA_SQL, readerLogSql('audit'), serviceLogSql('alpha')],
      services: [
        { service: 'audit', migrations },
        { service: 'alpha', migrations: [] },
      ],
      registerSql: registerSql(registry),
    });
    await provisioner.ensureTemplate();
    for (const tenant of tenants) await provisioner.ensureTenant(tenant);
    return logs;
  }

  async stop(): Promise<void> {
    await this.cluster.stop();
    rmSync(this.keys, { recursive: true });
  }

  get audit() {
    return { db: this.cluster.db('audit'), store: this.store('audit') };
  }

  store(service: string): PostgresEventStore {
    const db = this.cluster.db(service);
    return new PostgresEventStore(service, (at, work) => db.sql(at, work));
  }

  async append(tenant: string, stream: string, count: number, revision = NO_STREAM): Promise<void> {
    const ctx = contextOf(tenant);
    const type = `lk.alpha.${stream.slice(0, -37)}.happened.v1`;
    for (let at = 0; at < count; at += 1) {
      const events = thingEvents(ctx, stream, [{ at }], randomUUID(), type);
      await this.store('alpha').append(ctx, stream, events, revision + at);
    }
  }

  /** What somebody with all rights on the database does at night. */
  async atNight(tenant: string, ...statements: string[]): Promise<void> {
    await this.asked(tenant, 'ALTER TABLE log.event DISABLE TRIGGER append_only', ...statements);
  }

  /** The rows of the last statement. */
  async asked<T extends pg.QueryResultRow>(tenant: string, ...statements: string[]): Promise<T[]> {
    const client = new pg.Client({
      ...this.cluster.embedded.address,
      user: 'postgres',
      password: 'test',
      database: databaseOf(tenant),
    });
    await client.connect();
    let rows: T[] = [];
    for (const sql of statements) ({ rows } = await client.query<T>(sql));
    await client.end();
    return rows;
  }
}
