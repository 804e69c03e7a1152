import type { DataSource, EntityManager } from 'typeorm';
import type { Context } from '@lien-ket/kernel';
import { Connections, poolOf, type Entity } from './connections.adapter.js';
import type { CopyConnection } from './copy.adapter.js';
import { CursorRow } from './cursor.rows.js';

/** A prepared statement and its values. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Database of one service, one tenant at a time: the tenant is the context's, there is no other way in. */
export class TenantDb {
  private readonly entities: readonly Entity[];

  constructor(
    readonly service: string,
    entities: readonly Entity[],
    private readonly connections: Connections,
  ) {
    this.entities = [...entities, CursorRow];
  }

  use<T>(ctx: Context, work: (db: DataSource) => Promise<T>): Promise<T> {
    return this.connections.use(ctx.tenantId, this.service, this.entities, work);
  }

  transaction<T>(ctx: Context, work: (rows: EntityManager) => Promise<T>): Promise<T> {
    return this.use(ctx, (db) => db.transaction(work));
  }

  /** One connection that finds tables first in this schema, where it is there, and then in the service's own. */
  apart<T>(ctx: Context, schema: string, work: (db: DataSource) => Promise<T>): Promise<T> {
    const { service, entities } = this;
    return this.connections.apart(ctx.tenantId, service, { entities, schemas: [schema, service] }, work);
  }

  /** For the event store's replay. */
  openCopy(ctx: Context): CopyConnection | undefined {
    return this.connections.openCopy(ctx.tenantId, this.service);
  }

  /** For the event store, which shares the pool. */
  sql<T>(
    ctx: Context,
    work: (sql: { query<Row>(statement: Statement): Promise<{ rows: Row[] }> }) => Promise<T>,
  ): Promise<T> {
    return this.use(ctx, (db) => {
      const pool = poolOf(db);
      return work({
        query: async <Row>(statement: Statement) => {
          const result = await pool.query({ ...statement, values: [...statement.values] });
          return { rows: result.rows as Row[] };
        },
      });
    });
  }
}
