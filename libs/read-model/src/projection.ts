import type { EntityManager } from 'typeorm';
import type { Context, Recorded } from '@lien-ket/kernel';
import { observe, recording, traced, type Reading } from '@lien-ket/telemetry';
import { CursorRow, UNSYNCED } from './cursor.rows.js';
import type { TenantDb } from './tenant-db.js';

/** Events to rows. Disposable: its tables are a fold of the log and nothing else. */
export interface Projection {
  /** Unique within the service, lower case words joined by hyphens. */
  readonly name: string;
  readonly types: readonly string[];
  /** What a rebuild empties before it folds again. */
  readonly tables: readonly string[];
  apply(rows: EntityManager, event: Recorded): Promise<void>;
}

/** The part of the event store that a projection reads (joined in each app's module). */
export interface LogReader {
  log(
    ctx: Context,
    range: { after: number; until?: number; types?: readonly string[]; batch?: number },
  ): AsyncIterable<readonly Recorded[]>;
  head(ctx: Context): Promise<number>;
}

export interface ProjectionStatus {
  readonly name: string;
  readonly seq: number;
  readonly lag: number;
  readonly error?: string;
}

/** Thrown when an event can't be applied: the projection stands still before it. */
export class ProjectionStopped extends Error {
  constructor(
    readonly projection: string,
    readonly seq: number,
    override readonly cause: unknown,
  ) {
    super(
      `projection ${projection} stopped at event ${seq}: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    this.name = 'ProjectionStopped';
  }
}

/** Runs the projections of one service: rows and cursor commit together, so that a crash loses and repeats nothing. */
export class ProjectionRunner {
  private readonly positions = new Map<string, number>();
  private readonly heads = new Map<string, number>();

  constructor(
    private readonly db: TenantDb,
    private readonly reader: LogReader,
    readonly projections: readonly Projection[],
  ) {
    observe('lk.projection.lag', () => this.readLags());
  }

  /** Tells of an append, so that a lag is seen also while catching up stands still. */
  seen(tenantId: string, seq: number): void {
    this.heads.set(tenantId, Math.max(this.heads.get(tenantId) ?? 0, seq));
  }

  /** Applies everything up to the head; answers whether anything was applied. Errors stop that projection only. */
  async catchUp(ctx: Context): Promise<{ applied: number; errors: ProjectionStopped[] }> {
    const until = await this.reader.head(ctx);
    this.seen(ctx.tenantId, until);
    const behind = this.projections.filter((one) => (this.positions.get(key(ctx, one)) ?? -1) < until);
    if (behind.length === 0) return { applied: 0, errors: [] };
    const waiting = await this.since(ctx, behind, until);
    let applied = 0;
    const errors: ProjectionStopped[] = [];
    for (const projection of behind) {
      const own = waiting?.filter(({ type }) => projection.types.includes(type));
      if (own?.length === 0) {
        // Nothing for it: its cursor in the database may stay behind, a restart passes over the same events again.
        this.positions.set(key(ctx, projection), until);
        continue;
      }
      try {
        applied += await this.advance(ctx, projection, until, own);
      } catch (error) {
        if (!(error instanceof ProjectionStopped)) throw error;
        errors.push(error);
        await this.noteError(ctx, projection, error.message);
      }
    }
    return { applied, errors };
  }

  /**
   * The events before some projection, read once for all of them; undefined when a position is not yet known or there
   * are more than one batch (then each reads for itself).
   */
  private async since(
    ctx: Context,
    behind: readonly Projection[],
    until: number,
  ): Promise<readonly Recorded[] | undefined> {
    const positions = behind.map((one) => this.positions.get(key(ctx, one)));
    if (positions.includes(undefined)) return undefined;
    const after = Math.min(...positions.map((position) => position ?? 0));
    const types = [...new Set(behind.flatMap((one) => one.types))];
    const batches: (readonly Recorded[])[] = [];
    for await (const batch of this.reader.log(ctx, { after, until, types })) {
      if (batches.push(batch) > 1) return undefined;
    }
    return batches[0] ?? [];
  }

  /** Position up to which all projections of the service have read. */
  position(ctx: Context): number {
    return Math.min(...this.projections.map((projection) => this.positions.get(key(ctx, projection)) ?? 0));
  }

  async status(ctx: Context): Promise<ProjectionStatus[]> {
    const head = await this.reader.head(ctx);
    const rows = await this.db.use(ctx, (db) => db.getRepository(CursorRow).find());
    return this.projections.map((projection) => {
      const { name } = projection;
      const row = rows.find((candidate) => candidate.name === name);
      // The stored cursor stays behind while nothing is for this projection: what it has passed over is no lag.
      const seq = Math.max(row?.seq ?? 0, this.positions.get(key(ctx, projection)) ?? 0);
      return {
        name,
        seq,
        lag: head - seq,
        ...(row?.error ? { error: row.error } : {}),
      };
    });
  }

  /** Folds the whole log again in one transaction: readers see the old rows until the new ones are complete. */
  async rebuild(ctx: Context, name?: string): Promise<{ projection: string; events: number }[]> {
    const chosen = this.projections.filter((projection) => name === undefined || projection.name === name);
    const done: { projection: string; events: number }[] = [];
    for (const projection of chosen) {
      const until = await this.reader.head(ctx);
      const events = await this.db.transaction(ctx, async (rows) => {
        await lockCursor(rows, projection.name);
        for (const table of projection.tables) await rows.query(`DELETE FROM ${table}`);
        return this.fold(rows, projection, this.types(ctx, projection, 0, until), until, true);
      });
      this.positions.set(key(ctx, projection), until);
      done.push({ projection: projection.name, events });
    }
    return done;
  }

  private async advance(
    ctx: Context,
    projection: Projection,
    until: number,
    read?: readonly Recorded[],
  ): Promise<number> {
    let applied = 0;
    const seq = await this.db.transaction(ctx, async (rows) => {
      const after = await lockCursor(rows, projection.name);
      if (after >= until) return after;
      applied = await this.fold(
        rows,
        projection,
        read ? fresh(read, after) : this.types(ctx, projection, after, until),
        until,
      );
      return until;
    });
    this.positions.set(key(ctx, projection), seq);
    return applied;
  }

  private types(
    ctx: Context,
    projection: Projection,
    after: number,
    until: number,
  ): AsyncIterable<readonly Recorded[]> {
    return this.reader.log(ctx, { after, until, types: projection.types });
  }

  private async fold(
    rows: EntityManager,
    projection: Projection,
    batches: AsyncIterable<readonly Recorded[]> | Iterable<readonly Recorded[]>,
    until: number,
    rebuilt = false,
  ): Promise<number> {
    let events = 0;
    for await (const batch of batches) {
      for (const event of batch) {
        try {
          await this.applyOne(rows, projection, event, rebuilt);
        } catch (error) {
          throw new ProjectionStopped(projection.name, event.seq, error);
        }
        events += 1;
      }
    }
    await rows.query('UPDATE cursor SET seq = $2, error = NULL WHERE name = $1', [projection.name, until]);
    return events;
  }

  /** A rebuild is no step of what once happened: it makes no spans. */
  private applyOne(
    rows: EntityManager,
    projection: Projection,
    event: Recorded,
    rebuilt: boolean,
  ): Promise<void> {
    if (rebuilt || !recording()) return projection.apply(rows, event);
    const attributes = {
      'lk.service': this.db.service,
      'lk.projection': projection.name,
      'lk.event.types': event.type,
      'lk.tenant': event.tenant,
    };
    const name = `project ${projection.name}`;
    return traced(event.header, { name, kind: 'consumer', attributes }, () => projection.apply(rows, event));
  }

  private *readLags(): Iterable<Reading> {
    for (const [tenant, head] of this.heads)
      for (const { name } of this.projections) {
        const value = head - (this.positions.get(`${tenant}/${name}`) ?? 0);
        const attributes = { 'lk.service': this.db.service, 'lk.projection': name, 'lk.tenant': tenant };
        yield { value: Math.max(0, value), attributes };
      }
  }

  private noteError(ctx: Context, projection: Projection, message: string): Promise<unknown> {
    return this.db.use(ctx, (db) =>
      db.query('UPDATE cursor SET error = $2 WHERE name = $1', [projection.name, message.slice(0, 2000)]),
    );
  }
}

/** What another process has not applied meanwhile. */
function fresh(read: readonly Recorded[], after: number): Iterable<readonly Recorded[]> {
  return [read.filter(({ seq }) => seq > after)];
}

function key(ctx: Context, projection: Projection): string {
  return `${ctx.tenantId}/${projection.name}`;
}

async function lockCursor(rows: EntityManager, name: string): Promise<number> {
  // The update locks the row as FOR UPDATE would, in one round trip.
  const sql = `INSERT INTO cursor (name) SELECT $1 FROM ${UNSYNCED}
               ON CONFLICT (name) DO UPDATE SET error = NULL RETURNING seq`;
  const found: { seq: string }[] = await rows.query(sql, [name]);
  return Number(found[0]?.seq ?? 0);
}
