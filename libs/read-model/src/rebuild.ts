import type { DataSource, EntityManager } from 'typeorm';
import { DomainError, type Context, type Recorded } from '@lien-ket/kernel';
import {
  ProjectionStopped,
  foldEvents,
  grouped,
  takeCursors,
  type Group,
  type LogReader,
  type Projection,
} from './folding.js';
import { runningCode } from './running-code.js';
import { shadowOf } from './shadow.schema.js';
import type { TenantDb } from './tenant-db.js';

/** Where a rebuild stands: in the log, of which nothing is told but how long it is. */
export interface RebuildStep {
  readonly projection: string;
  /** The log has been read up to here, of `until`. */
  readonly seq: number;
  readonly until: number;
  /** Events that this rebuild folded by itself, behind `from`. */
  readonly events: number;
  /** Where it began: beyond 0 it goes on with what one that was cut short had left. */
  readonly from: number;
  /** `anew` when what was left was of other code and was removed. */
  readonly began: Began;
}
export type Began = 'new' | 'resumed' | 'anew';

export interface Watching {
  readonly watch?: (step: RebuildStep) => void;
  /** Asked between two groups; what was folded stays, and the next rebuild goes on with it. */
  readonly signal?: AbortSignal;
}

/** What a rebuild that was cut short has left. */
export interface LeftRebuild {
  readonly projection: string;
  readonly seq: number;
}

/** So near the head the rest is folded while the live rows stand still for the swap. */
const NEAR_EVENTS = 200;
/** A log that grows faster than it is folded is not run after for ever. */
const ROUNDS = 20;
/** How long readers of the live tables may be kept waiting at once, below the server's look for deadlocks; and how often. */
const LOCK_MS = 500;
/** A process that was killed is known to the server only when its statement ends. */
const ALONE_MS = 3_000;
const SWAP_TRIES = 1_200;
const LOCK_NOT_AVAILABLE = '55P03';

/** One rebuild of one projection: into tables beside the live ones, which give way to them in one short transaction. */
export class Rebuild {
  private seq = 0;
  private from = 0;
  private until = 0;
  private events = 0;
  private began: Began = 'new';

  constructor(
    private readonly db: TenantDb,
    private readonly reader: LogReader,
    private readonly ctx: Context,
    private readonly projection: Projection,
    private readonly watching: Watching,
  ) {}

  /** @returns where the new rows stand, and how many events were folded. @throws ProjectionStopped, DomainError */
  run(): Promise<{ until: number; events: number }> {
    const { service } = this.db;
    return this.db.apart(this.ctx, shadowOf(service, this.projection.name), async (shadow) => {
      await this.open(shadow);
      try {
        await this.fold(shadow);
        await this.call(shadow.manager, 'shadow_ready', this.projection.tables);
        this.passed(await this.swap(shadow));
        return { until: this.seq, events: this.events };
      } catch (error) {
        // Folded again it would stop again; and corrected code begins anew.
        if (error instanceof ProjectionStopped) await this.call(shadow.manager, 'shadow_drop');
        throw error;
      }
    });
  }

  /** The lock is the session's: it ends with the connection, however the process ends. */
  private async open(shadow: DataSource): Promise<void> {
    const { name, tables } = this.projection;
    try {
      await shadow.query(`SET lock_timeout = ${ALONE_MS}`);
      await shadow.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [
        shadowOf(this.db.service, name),
      ]);
      await shadow.query(`SET lock_timeout = ${LOCK_MS}`);
    } catch (error) {
      if (isLocked(error)) throw new DomainError('conflict', 'rebuild.underWay');
      throw error;
    }
    const found: { shadow_open: Began }[] = await this.call(
      shadow.manager,
      'shadow_open',
      tables,
      runningCode(),
    );
    this.began = found[0]?.shadow_open ?? 'new';
    this.from = await stoodAt(shadow.manager, name);
    this.seq = this.from;
  }

  /** Up to the head, as far as it can be caught up with; every group has its own commit of the shadow's cursor. */
  private async fold(shadow: DataSource): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) {
      this.until = await this.reader.head(this.ctx);
      this.tell();
      if (round > 0 && this.until - this.seq <= NEAR_EVENTS) return;
      for await (const group of this.groups(this.until)) {
        this.watching.signal?.throwIfAborted();
        await shadow.transaction((rows) => this.commit(rows, group));
        this.passed(group);
      }
    }
  }

  private async commit(rows: EntityManager, { events, upTo }: Group): Promise<void> {
    const [stood] = await takeCursors(rows, [this.projection.name], upTo);
    if (stood !== this.seq) throw new DomainError('conflict', 'rebuild.underWay');
    await foldEvents(rows, this.projection, events);
  }

  private async swap(shadow: DataSource): Promise<Group> {
    for (let tries = 1; ; tries += 1) {
      this.watching.signal?.throwIfAborted();
      try {
        return await shadow.transaction((rows) => this.swapIn(rows));
      } catch (error) {
        if (!isLocked(error)) throw error;
        if (tries >= SWAP_TRIES) throw new DomainError('unavailable', 'rebuild.blocked');
        await this.fold(shadow);
      }
    }
  }

  /** The live cursor is held first, as every live fold does: what came since is folded into the shadow, and nothing is lost. */
  private async swapIn(rows: EntityManager): Promise<Group> {
    const { name, tables } = this.projection;
    const [stood = 0] = await takeCursors(rows, [name], this.until, `${this.db.service}.cursor`);
    const until = Math.max(this.until, stood);
    const last: Recorded[] = [];
    for await (const { events } of this.groups(until)) {
      await foldEvents(rows, this.projection, events);
      last.push(...events);
    }
    await this.call(rows, 'shadow_swap', tables);
    return { events: last, upTo: until };
  }

  private groups(until: number): AsyncIterable<Group> {
    const { types } = this.projection;
    return this.seq < until
      ? ahead(grouped(this.reader.log(this.ctx, { after: this.seq, until, types }), until))
      : none();
  }

  private passed({ events, upTo }: Group): void {
    this.seq = upTo;
    this.until = Math.max(this.until, upTo);
    this.events += events.length;
    this.tell();
  }

  private tell(): void {
    const { seq, until, events, from, began } = this;
    this.watching.watch?.({ projection: this.projection.name, seq, until, events, from, began });
  }

  private call<T>(
    rows: EntityManager,
    name: 'shadow_open' | 'shadow_ready' | 'shadow_swap' | 'shadow_drop',
    ...values: unknown[]
  ): Promise<T> {
    const all = [this.projection.name, ...values];
    const places = all.map((_value, at) => `$${at + 1}`).join();
    return rows.query(`SELECT ${this.db.service}.${name}(${places})`, all);
  }
}

/** What rebuilds that were cut short have left of these projections: the next rebuild goes on with it or removes it. */
export async function leftRebuilds(
  db: TenantDb,
  ctx: Context,
  projections: readonly Projection[],
): Promise<LeftRebuild[]> {
  const schemas = new Map(projections.map(({ name }) => [shadowOf(db.service, name), name]));
  return db.use(ctx, async ({ manager }) => {
    const found: { schema: string }[] = await manager.query(
      'SELECT nspname AS schema FROM pg_namespace WHERE nspname = ANY($1) ORDER BY nspname',
      [[...schemas.keys()]],
    );
    const left: LeftRebuild[] = [];
    for (const { schema } of found) {
      const projection = schemas.get(schema) ?? '';
      left.push({ projection, seq: await stoodAt(manager, projection, `${schema}.cursor`) });
    }
    return left;
  });
}

async function stoodAt(rows: EntityManager, name: string, table = 'cursor'): Promise<number> {
  const found: { seq: string }[] = await rows.query(`SELECT seq FROM ${table} WHERE name = $1`, [name]);
  return Number(found[0]?.seq ?? 0);
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE;
}

/** The next group is read while the one before is written. */
async function* ahead(groups: AsyncGenerator<Group>): AsyncGenerator<Group> {
  let next = groups.next();
  try {
    for (let read = await next; !read.done; read = await next) {
      next = groups.next();
      next.catch(() => undefined);
      yield read.value;
    }
  } finally {
    await groups.return(undefined);
  }
}

async function* none(): AsyncGenerator<Group> {
  // Nothing has come since.
}
