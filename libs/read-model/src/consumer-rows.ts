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
  readonly since: string;
  readonly trace: string | null;
}

/** A broker's message that could not even be read, kept whole. */
export interface UnreadMessage {
  readonly id: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly reason: string;
  readonly since: string;
  /** As it came: key, headers and value in base64. */
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string | null;
}

/** What an administrator decided about a parked message. */
export interface ParkedDecision {
  readonly message: string;
  readonly handler: string;
  readonly decision: 'redriven' | 'discarded';
  readonly reason: string | null;
  readonly account: string;
  readonly role: string;
  readonly businessDate: string;
  readonly at: string;
}

const INSTANT = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A broker's message as it came; the messaging lib's receiver gives it. */
export interface Unread {
  readonly id: string;
  readonly reason: string;
  readonly message: {
    readonly topic: string;
    readonly partition: number;
    readonly offset: string;
    readonly key: string | null;
    readonly headers: Readonly<Record<string, Buffer | undefined>>;
    readonly value: Buffer | null;
  };
}

/** Cursor, inbox and parked messages of a service's consumer, in the service's own schema. */
export class ConsumerRows {
  constructor(private readonly db: TenantDb) {}

  async cursor(ctx: Context): Promise<number> {
    const rows = await this.query<{ seq: string }>(ctx, `SELECT seq FROM cursor WHERE name = 'consumer'`, []);
    return Number(rows[0]?.seq ?? 0);
  }

  async standings(
    ctx: Context,
    handlers: readonly string[],
    { id, stream }: { readonly id: string; readonly stream: string },
  ): Promise<('free' | 'done' | 'blocked')[]> {
    const found = await this.query<{ standing: 'free' | 'done' | 'blocked' }>(
      ctx,
      `SELECT CASE WHEN EXISTS (SELECT FROM inbox i WHERE i.handler = h.name AND i.message = $2)
                     OR EXISTS (SELECT FROM parked p WHERE p.handler = h.name AND p.message = $2) THEN 'done'
                   WHEN EXISTS (SELECT FROM parked p WHERE p.handler = h.name AND p.stream = $3) THEN 'blocked'
                   ELSE 'free' END AS standing
         FROM unnest($1::text[]) WITH ORDINALITY AS h (name, place) ORDER BY h.place`,
      [handlers, id, stream],
    );
    return found.map(({ standing }) => standing);
  }

  async open(
    ctx: Context,
    messages: readonly { readonly id: string; readonly handlers: readonly string[] }[],
  ): Promise<ReadonlySet<string>> {
    const asked = messages.flatMap(({ id, handlers }) => handlers.map((handler) => [handler, id] as const));
    const rows = await this.query<{ message: string }>(
      ctx,
      `SELECT DISTINCT a.message FROM unnest($1::text[], $2::uuid[]) AS a (handler, message)
        WHERE NOT EXISTS (SELECT FROM inbox i WHERE i.handler = a.handler AND i.message = a.message)
          AND NOT EXISTS (SELECT FROM parked p WHERE p.handler = a.handler AND p.message = a.message)`,
      [asked.map(([handler]) => handler), asked.map(([, id]) => id)],
    );
    return new Set(rows.map(({ message }) => message));
  }

  async note(
    ctx: Context,
    done: readonly { readonly handler: string; readonly message: string }[],
  ): Promise<void> {
    await this.query(
      ctx,
      `WITH done AS (SELECT handler, message FROM unnest($1::text[], $2::uuid[]) AS done (handler, message)),
            released AS (DELETE FROM parked USING done
                          WHERE parked.handler = done.handler AND parked.message = done.message)
       INSERT INTO inbox SELECT handler, message FROM done, ${UNSYNCED} ON CONFLICT DO NOTHING`,
      [done.map(({ handler }) => handler), done.map(({ message }) => message)],
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
    event: Pick<Recorded, 'header' | 'seq' | 'type' | 'stream'>,
    reason: string,
    attempts: number,
  ): Promise<void> {
    await this.query(
      ctx,
      `INSERT INTO parked (handler, message, stream, seq, type, reason, attempts, business_date, trace)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (handler, message)
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
        ctx.traceparent ?? null,
      ],
    );
  }

  async parked(ctx: Context): Promise<ParkedMessage[]> {
    const rows = await this.query<Record<string, string | number>>(
      ctx,
      `SELECT handler, message, stream, seq::int, type, reason, attempts, business_date::text AS "businessDate",
              ${INSTANT('since')} AS since, trace
         FROM parked ORDER BY seq, handler`,
      [],
    );
    return rows as unknown as ParkedMessage[];
  }

  /** Takes a parked message out so that it can be delivered again; noted as not done. */
  async release(ctx: Context, handler: string, messageId: string): Promise<void> {
    await this.query(ctx, 'DELETE FROM parked WHERE handler = $1 AND message = $2', [handler, messageId]);
  }

  /** Notes as done what nobody will carry out, and why; messages behind it are free again. */
  async discard(ctx: Context, handler: string, messageId: string): Promise<void> {
    await this.note(ctx, [{ handler, message: messageId }]);
  }

  async decided(
    ctx: Context,
    given: Pick<ParkedDecision, 'message' | 'handler' | 'decision' | 'reason'>,
  ): Promise<void> {
    const { message, handler, decision, reason } = given;
    await this.query(
      ctx,
      `INSERT INTO parked_decision (message, handler, decision, reason, account, role, business_date)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [message, handler, decision, reason, ctx.actor.account, ctx.actor.role, ctx.businessDate],
    );
  }

  decisions(ctx: Context): Promise<ParkedDecision[]> {
    return this.query<ParkedDecision>(
      ctx,
      `SELECT message, handler, decision, reason, account, role, business_date::text AS "businessDate",
              ${INSTANT('at')} AS at
         FROM parked_decision ORDER BY id DESC LIMIT 200`,
      [],
    );
  }

  /** Keeps a broker's message that could not be read; the same one again is the same row. */
  async parkUnread(ctx: Context, { id, reason, message }: Unread): Promise<void> {
    const { topic, partition, offset, key, headers, value } = message;
    const texts = Object.entries(headers).map(([name, one]) => [name, one?.toString('base64') ?? '']);
    await this.query(
      ctx,
      `INSERT INTO unread (id, topic, part, place, reason, key, headers, value, business_date)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO UPDATE SET reason = excluded.reason`,
      [
        id,
        topic,
        partition,
        offset,
        reason.slice(0, 2000),
        key?.replaceAll('\u0000', '') ?? null,
        Object.fromEntries(texts),
        value,
        ctx.businessDate,
      ],
    );
  }

  unread(ctx: Context): Promise<UnreadMessage[]> {
    return this.query<UnreadMessage>(
      ctx,
      `SELECT id, topic, part AS partition, place::text AS "offset", reason, ${INSTANT('since')} AS since, key, headers,
              encode(value, 'base64') AS value
         FROM unread ORDER BY since, id`,
      [],
    );
  }

  async removeUnread(ctx: Context, id: string): Promise<void> {
    await this.query(ctx, 'DELETE FROM unread WHERE id = $1', [id]);
  }

  /** Up to which sequence number a topic's partition has been handled. */
  async handled(ctx: Context, place: string, seq: number): Promise<void> {
    await this.query(
      ctx,
      `INSERT INTO cursor (name, seq) SELECT $1, $2::bigint FROM ${UNSYNCED}
       ON CONFLICT (name) DO UPDATE SET seq = greatest(cursor.seq, excluded.seq)`,
      [place, seq],
    );
  }

  /** The least that any of the topics' partitions has been handled up to; undefined before the first. */
  async handledAll(ctx: Context): Promise<number | undefined> {
    const rows = await this.query<{ seq: string | null }>(
      ctx,
      `SELECT min(seq) AS seq FROM cursor WHERE name LIKE 'lk.%'`,
      [],
    );
    return rows[0] === undefined || rows[0].seq === null ? undefined : Number(rows[0].seq);
  }

  private query<Row = unknown>(ctx: Context, sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.db.use(ctx, async (db) => (await db.query(sql, [...values])) as Row[]);
  }
}
