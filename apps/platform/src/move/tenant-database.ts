import pg from 'pg';
import {
  FENCE_SQL,
  IS_FENCED_SQL,
  MoveRefused,
  RESTORE_SQL,
  UNFENCE_SQL,
  type LogEnd,
  type LogTarget,
  type MovedEvent,
} from '@lien-ket/event-store';
import { databaseOf, type ClusterAddress } from '@lien-ket/read-model';

/** The database of one tenant under its owner: what a move does there no service may. */
export class TenantDatabase {
  private constructor(private readonly client: pg.Client) {}

  static async open(address: ClusterAddress, user: string, tenantId: string): Promise<TenantDatabase> {
    const client = new pg.Client({
      host: address.host,
      port: address.port,
      user,
      password: address.passwordOf(user),
      database: databaseOf(tenantId),
      application_name: 'lien-ket move',
    });
    await client.connect();
    return new TenantDatabase(client);
  }

  /**
   * A tenant that begins on KurrentDB has no log here: with a fence nobody begins a second one by a setting that was left
   * out. A log that lies here already is left alone; it has to be moved.
   */
  static async fenceEmpty(address: ClusterAddress, user: string, tenantId: string): Promise<void> {
    const database = await TenantDatabase.open(address, user, tenantId);
    try {
      const { rows } = await database.client.query<{ seq: string }>('SELECT seq FROM log.head');
      if (rows[0]?.seq === '0' && !(await database.fenced())) await database.fence(true);
    } finally {
      await database.close();
    }
  }

  /** Roles of services that are connected now: they might write. */
  async services(): Promise<string[]> {
    const { rows } = await this.client.query<{ usename: string }>(
      `SELECT DISTINCT usename FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename LIKE 'lk\\_%' ORDER BY usename`,
    );
    return rows.map(({ usename }) => usename);
  }

  async fenced(): Promise<boolean> {
    const { rowCount } = await this.client.query(IS_FENCED_SQL);
    return rowCount === 1;
  }

  async fence(closed: boolean): Promise<void> {
    await this.client.query(closed ? FENCE_SQL : UNFENCE_SQL);
  }

  /** As the end of a move that is written to; read it through a store. */
  target(end: LogEnd): LogTarget {
    return { ...end, write: (events) => this.write(events) };
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private async write(events: readonly MovedEvent[]): Promise<void> {
    const [first] = events;
    const last = events.at(-1);
    if (!first || !last) return;
    try {
      await this.client.query(RESTORE_SQL.begin);
      await this.client.query(RESTORE_SQL.insert, [
        events.map(({ seq }) => seq),
        events.map(({ stream }) => stream),
        events.map(({ revision }) => revision),
        events.map(({ id }) => id),
        events.map(({ type }) => type),
        events.map(({ recordedAt }) => recordedAt),
        events.map(({ header }) => header),
        events.map(({ data }) => data),
      ]);
      const moved = await this.client.query(RESTORE_SQL.advance, [first.seq - 1, last.seq, last.recordedAt]);
      if (moved.rowCount !== 1) throw new MoveRefused(`PostgreSQL does not end before event ${first.seq}`);
      await this.client.query(RESTORE_SQL.end);
    } catch (error) {
      await this.client.query('ROLLBACK');
      throw error;
    }
  }
}
