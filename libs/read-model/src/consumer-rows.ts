import type { Context, Recorded } from '@lien-ket/kernel';
import { UNSYNCED } from './cursor.rows.js';
import type { TenantDb } from './tenant-db.js';

/** A message that a handler could not take, kept with its reason until somebody re-drives or discards it. */
export interface ParkedMessage {
  readonly handler: string;
  readonly message: string;
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly reason: string;
  readonly attempts: number;
  readonly businessDate: string;
}

/** Cursor, inbox and parked messages of a service's consumer, in the service's own schema. */
export class ConsumerRows {
  constructor(private readonly db: TenantDb) {}

  async cursor(ctx: Context): Promise<number> {
    const rows = await this.query<{ seq: string }>(ctx, `SELECT seq FROM cursor WHERE name = 'consumer'`, []);
    return Number(rows[0]?.seq ?? 0);
  }

  async done(ctx: Context, handler: string, messageId: string): Promise<boolean> {
    const rows = await this.query(ctx, 'SELECT 1 FROM inbox WHERE handler = $1 AND message = $2', [
      handler,
      messageId,
    ]);
    return rows.length > 0;
  }

  async note(ctx: Context, handler: string, messageId: string): Promise<void> {
    await this.query(
      ctx,
      `WITH released AS (DELETE FROM parked WHERE handler = $1 AND message = $2::uuid)
       INSERT INTO inbox SELECT $1, $2::uuid FROM ${UNSYNCED} ON CONFLICT DO NOTHING`,
      [handler, messageId],
    );
  }

  async advance(ctx: Context, seq: number): Promise<void> {
    await this.query(
      ctx,
      `INSERT INTO cursor (name, seq) SELECT 'consumer', $1::bigint FROM ${UNSYNCED}
       ON CONFLICT (name) DO UPDATE SET seq = greatest(cursor.seq, excluded.seq)`,
      [seq],
    );
  }

  async blocked(ctx: Context, handler: string, stream: string): Promise<boolean> {
    const rows = await this.query(ctx, 'SELECT 1 FROM parked WHERE handler = $1 AND stream = $2 LIMIT 1', [
      handler,
      stream,
    ]);
    return rows.length > 0;
  }

  async park(
    ctx: Context,
    handler: string,
    event: Recorded,
    reason: string,
    attempts: number,
  ): Promise<void> {
    await this.query(
      ctx,
      `INSERT INTO parked VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (handler, message)
       DO UPDATE SET reason = excluded.reason, attempts = parked.attempts + excluded.attempts`,
      [
        handler,
        event.header.id,
        event.stream,
        event.seq,
        event.type,
        reason.slice(0, 2000),
        attempts,
        ctx.businessDate,
      ],
    );
  }

  async parked(ctx: Context): Promise<ParkedMessage[]> {
    const rows = await this.query<Record<string, string | number>>(
      ctx,
      `SELECT handler, message, stream, seq::int, type, reason, attempts, business_date::text AS "businessDate"
         FROM parked ORDER BY seq, handler`,
      [],
    );
    return rows as unknown as ParkedMessage[];
  }

  /** Takes a parked message out so that it can be delivered again; noted as not done. */
  async release(ctx: Context, handler: string, messageId: string): Promise<void> {
    await this.query(ctx, 'DELETE FROM parked WHERE handler = $1 AND message = $2', [handler, messageId]);
  }

  private query<Row = unknown>(ctx: Context, sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.db.use(ctx, async (db) => (await db.query(sql, [...values])) as Row[]);
  }
}
