import type { Context, EventHeader, StreamName, TenantId } from '@lien-ket/kernel';
import { record } from '@lien-ket/telemetry';
import { byteaArray, dateArray, intArray, textArray, uuidArray } from './binary.js';
import { COPIED, columnsDiffer, eventsOfCopy, type CopyChunk } from './copied.js';
import { AppendBatcher, type AppendResult, type Pending } from './batcher.adapter.js';
import {
  RevisionConflict,
  type Appended,
  type AppendListener,
  type EncodedEvent,
  type EventStore,
  type LogRange,
  type ReadRange,
  type StoredEvent,
} from './port.js';

/** What the driver needs of a connection pool; the read-model lib's tenant database gives one per tenant and role. */
export interface SqlRunner {
  query<Row>(statement: { name: string; text: string; values: readonly unknown[] }): Promise<{ rows: Row[] }>;
}

/** Gives the runner of one tenant for the length of `work`. */
export type Connect = <T>(ctx: Context, work: (sql: SqlRunner) => Promise<T>) => Promise<T>;

interface EventRow {
  seq: string;
  stream: string;
  revision: number;
  id: string;
  type: string;
  recorded_at: Date;
  header: Buffer;
  data: Buffer;
}

interface ResultRow {
  idx: number;
  outcome: 'appended' | 'repeated' | 'conflict';
  last_seq: string | null;
  last_revision: number;
  at: Date | null;
}

/** A connection of its own for COPY, so that a slow reader keeps none of the pool's. */
export interface CopyConnection {
  /** The messages of `COPY … TO STDOUT`, as fast as they are taken. */
  copy(sql: string): AsyncIterable<CopyChunk>;
  close(): Promise<void>;
}

/** Gives a connection for COPY, or undefined when there is no room for one: then the log is read in pages. */
export type OpenCopy = (ctx: Context) => CopyConnection | undefined;

const DEFAULT_BATCH = 500;
/** From here on a connection of its own is worth its price. */
const COPY_FROM_EVENTS = 2_000;
/** One statement reads so many: its snapshot keeps the dead versions of `log.head` that appends leave behind. */
const COPY_EVENTS = 50_000;
const COLUMNS = 'seq, stream, revision, id, type, recorded_at, header, data';

/** Event store on PostgreSQL: one round trip per append, one writer order per tenant. */
export class PostgresEventStore implements EventStore {
  private readonly batchers = new Map<TenantId, AppendBatcher>();

  /** @param service whose view of the log is read: `log_<service>` */
  constructor(
    private readonly service: string,
    private readonly connect: Connect,
    private readonly onAppend: AppendListener = () => undefined,
    private readonly openCopy: OpenCopy = () => undefined,
  ) {}

  append(
    ctx: Context,
    stream: StreamName,
    events: readonly EncodedEvent[],
    expectedRevision: number,
  ): Promise<Appended> {
    if (events.length === 0) return Promise.reject(new Error('an append needs at least one event'));
    const batcher = this.batcherOf(ctx);
    return new Promise((resolve, reject) => {
      batcher.add({ stream, expected: expectedRevision, events, resolve, reject });
    });
  }

  async read(ctx: Context, stream: StreamName, range: ReadRange = {}): Promise<StoredEvent[]> {
    const statement = {
      name: 'lk_read',
      text: `SELECT ${COLUMNS} FROM log.log_${this.service}
              WHERE stream = $1 AND revision BETWEEN $2 AND $3 ORDER BY revision`,
      values: [stream, range.from ?? 0, range.to ?? 2_147_483_647],
    };
    const { rows } = await this.connect(ctx, (sql) => sql.query<EventRow>(statement));
    return rows.map((row) => decode(ctx.tenantId, row));
  }

  async *log(ctx: Context, range: LogRange): AsyncGenerator<readonly StoredEvent[]> {
    const until = range.until ?? (await this.head(ctx));
    const copy = until - range.after >= COPY_FROM_EVENTS ? this.openCopy(ctx) : undefined;
    if (copy) yield* this.copied(ctx, copy, range, until);
    else yield* this.paged(ctx, range, until);
  }

  private async *copied(
    ctx: Context,
    copy: CopyConnection,
    range: LogRange,
    until: number,
  ): AsyncGenerator<readonly StoredEvent[]> {
    try {
      for (let { after } = range; after < until; after += COPY_EVENTS) {
        const to = Math.min(until, after + COPY_EVENTS);
        const sql = copySql(`log.log_${this.service}`, after, to, range.types);
        yield* eventsOfCopy(ctx.tenantId, copy.copy(sql));
      }
    } finally {
      await copy.close();
    }
  }

  private async *paged(ctx: Context, range: LogRange, until: number): AsyncGenerator<readonly StoredEvent[]> {
    const batch = range.batch ?? DEFAULT_BATCH;
    let { after } = range;
    while (after < until) {
      const rows = await this.page(ctx, after, until, range.types ?? null, batch);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      if (rows.length < batch) return;
      after = last.seq;
    }
  }

  async head(ctx: Context): Promise<number> {
    const statement = { name: 'lk_head', text: 'SELECT seq FROM log.position', values: [] };
    const { rows } = await this.connect(ctx, (sql) => sql.query<{ seq: string }>(statement));
    return Number(rows[0]?.seq ?? 0);
  }

  private async page(
    ctx: Context,
    after: number,
    until: number,
    types: readonly string[] | null,
    batch: number,
  ): Promise<StoredEvent[]> {
    const statement = {
      name: 'lk_log',
      text: `SELECT ${COLUMNS} FROM log.log_${this.service}
              WHERE seq > $1 AND seq <= $2 AND ($3::text[] IS NULL OR type = ANY ($3)) ORDER BY seq LIMIT $4`,
      values: [after, until, types, batch],
    };
    const { rows } = await this.connect(ctx, (sql) => sql.query<EventRow>(statement));
    return rows.map((row) => decode(ctx.tenantId, row));
  }

  private batcherOf(ctx: Context): AppendBatcher {
    const known = this.batchers.get(ctx.tenantId);
    if (known) return known;
    const made = new AppendBatcher((batch) => this.send(ctx, batch));
    this.batchers.set(ctx.tenantId, made);
    return made;
  }

  private async send(ctx: Context, batch: readonly Pending[]): Promise<readonly AppendResult[]> {
    const statement = appendStatement(batch);
    record(
      'lk.append.batch.size',
      batch.reduce((sum, { events }) => sum + events.length, 0),
      { 'lk.tenant': ctx.tenantId, 'lk.service': this.service },
    );
    const { rows } = await this.connect(ctx, (sql) => sql.query<ResultRow>(statement));
    const results = answersOf(batch, rows);
    const newest = results.reduce(
      (max, result) => (result instanceof RevisionConflict ? max : Math.max(max, result.seq)),
      0,
    );
    if (newest > 0) this.onAppend(ctx.tenantId, newest, isAllAppended(rows) ? typesOf(batch) : undefined);
    return results;
  }
}

function appendStatement(batch: readonly Pending[]): { name: string; text: string; values: unknown[] } {
  const events = batch.flatMap((pending) => pending.events);
  const streams = batch.flatMap((pending) => pending.events.map(() => pending.stream));
  const revisions = batch.flatMap(({ events: own, expected }) => own.map((_, index) => expected + 1 + index));
  return {
    name: 'lk_append_2',
    text: 'SELECT * FROM log.append($1, $2, $3, $4, $5, $6, $7, $8)',
    values: [
      textArray(streams),
      intArray(revisions),
      uuidArray(events.map(({ id }) => id)),
      textArray(events.map(({ type }) => type)),
      dateArray(events.map(({ businessDate }) => businessDate)),
      dateArray(events.map(({ effectiveOn }) => effectiveOn)),
      byteaArray(events.map(({ header }) => header)),
      byteaArray(events.map(({ data }) => data)),
    ],
  };
}

/** One row for all of them when each stood where its writer expected it; else a row per append, in order. */
function isAllAppended(rows: readonly ResultRow[]): boolean {
  return rows[0]?.idx === 0;
}

function typesOf(batch: readonly Pending[]): string[] {
  return batch.flatMap(({ events }) => events.map(({ type }) => type));
}

function answersOf(batch: readonly Pending[], rows: readonly ResultRow[]): AppendResult[] {
  const [all] = rows;
  if (!all || !isAllAppended(rows)) return batch.map((pending, index) => answerOf(pending, rows[index]));
  const recordedAt = all.at?.toISOString() ?? '';
  let seq = Number(all.last_seq) - batch.reduce((sum, { events }) => sum + events.length, 0);
  return batch.map(({ events, expected }) => {
    seq += events.length;
    return { outcome: 'appended', seq, revision: expected + events.length, recordedAt };
  });
}

function answerOf(pending: Pending, row: ResultRow | undefined): AppendResult {
  if (row === undefined) throw new Error(`no answer for the append to ${pending.stream}`);
  if (row.outcome === 'conflict')
    return new RevisionConflict(pending.stream, pending.expected, row.last_revision);
  return {
    outcome: row.outcome,
    seq: Number(row.last_seq),
    revision: row.last_revision,
    recordedAt: row.at?.toISOString() ?? '',
  };
}

/** Parses stored bytes; the columns are copies, so a difference means that somebody edited the database. */
function decode(tenant: TenantId, row: EventRow): StoredEvent {
  const header = JSON.parse(row.header.toString('utf8')) as EventHeader;
  if (header.id !== row.id || header.type !== row.type) {
    throw columnsDiffer(tenant, row.seq);
  }
  return {
    tenant,
    seq: Number(row.seq),
    stream: row.stream,
    revision: row.revision,
    recordedAt: row.recorded_at.toISOString(),
    type: row.type,
    header,
    data: JSON.parse(row.data.toString('utf8')) as unknown,
    bytes: { header: row.header, data: row.data },
  };
}

/** COPY takes no parameters: numbers and types are checked and written into the statement. */
function copySql(view: string, after: number, to: number, types?: readonly string[]): string {
  if (!Number.isSafeInteger(after) || !Number.isSafeInteger(to))
    throw new Error('a range of the log is whole numbers');
  const foreign = types?.find((type) => !/^[\w.-]+$/.test(type));
  if (foreign !== undefined) throw new Error(`not the name of an event type: ${foreign}`);
  const only = types ? ` AND type = ANY (ARRAY[${types.map((type) => `'${type}'`).join()}]::text[])` : '';
  return `COPY (SELECT ${COPIED} FROM ${view} WHERE seq > ${after} AND seq <= ${to}${only} ORDER BY seq)
    TO STDOUT (FORMAT binary)`;
}
