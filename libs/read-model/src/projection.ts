import type { Context, Recorded } from '@lien-ket/kernel';
import { observe, type Reading } from '@lien-ket/telemetry';
import { Arrivals } from './arrivals.adapter.js';
import { CursorRow } from './cursor.rows.js';
import {
  ProjectionStopped,
  foldAll,
  foldEvents,
  grouped,
  type Group,
  type LogReader,
  type Projection,
} from './folding.js';
import { Overtaken, foldParts, type Fold, type Part } from './parts.js';
import { Rebuild, leftRebuilds, type LeftRebuild, type Watching } from './rebuild.js';
import type { TenantDb } from './tenant-db.js';

export interface ProjectionStatus {
  readonly name: string;
  readonly seq: number;
  readonly lag: number;
  readonly error?: string;
}

/** More than this behind, each projection reads for itself, in groups, each with its own commit. */
const SHARED_EVENTS = 1_000;

/** Runs the projections of one service: rows and cursor commit together, so that a crash loses and repeats nothing. */
export class ProjectionRunner {
  private readonly positions = new Map<string, number>();
  private readonly heads = new Map<string, number>();
  /** Those whose rows no later event can change. */
  private readonly finals = new Set<string>();
  /** Those that stand still, so that they are tried apart from all others. */
  private readonly stopped = new Set<string>();
  private readonly arrivals = new Arrivals();

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

  /** Applies everything up to the head, or to the number given; answers whether anything was applied. Errors stop that projection only. */
  async catchUp(ctx: Context, upTo?: number): Promise<{ applied: number; errors: ProjectionStopped[] }> {
    const until = upTo ?? (await this.reader.head(ctx));
    this.seen(ctx.tenantId, until);
    await this.findPositions(ctx);
    const behind = this.projections.filter((one) => (this.positions.get(key(ctx, one)) ?? 0) < until);
    if (behind.length === 0) return { applied: 0, errors: [] };
    const waiting = await this.since(ctx, behind, until);
    const parts = waiting && this.partsOf(ctx, behind, waiting, until);
    if (parts && (await this.together(ctx, parts, until)))
      return { applied: parts.reduce((sum, { events }) => sum + events.length, 0), errors: [] };
    let applied = 0;
    const errors: ProjectionStopped[] = [];
    for (const { projection, events } of parts ??
      behind.map((one) => ({ projection: one, events: undefined }))) {
      try {
        applied += await this.advance(ctx, projection, until, events);
        this.stopped.delete(key(ctx, projection));
      } catch (error) {
        if (!(error instanceof ProjectionStopped)) throw error;
        errors.push(error);
        this.stopped.add(key(ctx, projection));
        await this.noteError(ctx, projection, error.message);
      }
    }
    return { applied, errors };
  }

  /** Who has nothing to do is passed over: its cursor in the database may stay behind, a restart passes over it again. */
  private partsOf(
    ctx: Context,
    behind: readonly Projection[],
    waiting: readonly Recorded[],
    until: number,
  ): readonly Part[] {
    return behind.flatMap((projection) => {
      const position = this.positions.get(key(ctx, projection)) ?? 0;
      const isFinal = this.finals.has(key(ctx, projection));
      const changes = (event: Recorded): boolean =>
        event.seq > position &&
        projection.types.includes(event.type) &&
        !(isFinal && (projection.isFinalFor?.(event) ?? true));
      const events = waiting.filter(changes);
      if (events.length > 0) return [{ projection, events }];
      this.moved(ctx, projection, until);
      return [];
    });
  }

  /**
   * All in one transaction, in their order. Where one of them stops or was overtaken, nothing of it stands, and each goes
   * for itself. @returns whether all of it was applied
   */
  private async together(ctx: Context, parts: readonly Part[], upTo: number): Promise<boolean> {
    if (parts.some(({ projection }) => this.stopped.has(key(ctx, projection)))) return false;
    if (parts.length === 0) return true;
    try {
      await this.fold(ctx, parts, upTo, foldAll);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * The events before some projection, read once for all of them; undefined when they are too many (then each reads for
   * itself).
   */
  private async since(
    ctx: Context,
    behind: readonly Projection[],
    until: number,
  ): Promise<readonly Recorded[] | undefined> {
    const after = Math.min(...behind.map((one) => this.positions.get(key(ctx, one)) ?? 0));
    if (until - after > SHARED_EVENTS) return undefined;
    const types = [...new Set(behind.flatMap((one) => one.types))];
    const events: Recorded[] = [];
    for await (const batch of this.reader.log(ctx, { after, until, types })) events.push(...batch);
    return events;
  }

  /** Position up to which all projections of the service have read. */
  position(ctx: Context): number {
    return Math.min(...this.projections.map((projection) => this.positions.get(key(ctx, projection)) ?? 0));
  }

  /** Resolves once all projections have read up to the position: true, or false after `milliseconds`. */
  async reaches(ctx: Context, position: number, milliseconds: number): Promise<boolean> {
    if (this.position(ctx) >= position) return true;
    return this.arrivals.wait(ctx.tenantId, position, milliseconds);
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

  /** Folds the whole log again beside the live rows, which are read and go on meanwhile, and then gives way to it. */
  async rebuild(
    ctx: Context,
    name?: string,
    watching: Watching = {},
  ): Promise<{ projection: string; events: number }[]> {
    const chosen = this.projections.filter((projection) => name === undefined || projection.name === name);
    const done: { projection: string; events: number }[] = [];
    for (const projection of chosen) {
      const { until, events } = await new Rebuild(this.db, this.reader, ctx, projection, watching).run();
      this.moved(ctx, projection, Math.max(until, this.positions.get(key(ctx, projection)) ?? 0));
      done.push({ projection: projection.name, events });
    }
    return done;
  }

  /** What rebuilds that were cut short have left. */
  left(ctx: Context): Promise<LeftRebuild[]> {
    return leftRebuilds(this.db, ctx, this.projections);
  }

  private async advance(
    ctx: Context,
    projection: Projection,
    until: number,
    read?: readonly Recorded[],
  ): Promise<number> {
    if (read) return this.commit(ctx, projection, { events: read, upTo: until });
    let applied = 0;
    const after = this.positions.get(key(ctx, projection)) ?? 0;
    for await (const group of this.groups(ctx, projection, after, until))
      applied += await this.commit(ctx, projection, group);
    return applied;
  }

  /** Passes over what another process has applied meanwhile. */
  private async commit(ctx: Context, projection: Projection, group: Group): Promise<number> {
    let { events } = group;
    for (;;) {
      try {
        await this.fold(ctx, [{ projection, events }], group.upTo, foldEvents);
        return events.length;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        events = events.filter(({ seq }) => seq > error.by);
      }
    }
  }

  private async fold(ctx: Context, parts: readonly Part[], upTo: number, how: Fold): Promise<void> {
    const { stood, finals } = await foldParts(this.db, ctx, { parts, upTo, how });
    for (const projection of finals) this.finals.add(key(ctx, projection));
    for (const [at, { projection }] of parts.entries())
      this.moved(ctx, projection, Math.max(upTo, stood[at] ?? 0));
  }

  /** Where each stood when this process began, asked once for all. */
  private async findPositions(ctx: Context): Promise<void> {
    if (this.projections.every((one) => this.positions.has(key(ctx, one)))) return;
    const rows = await this.db.use(ctx, (db) => db.getRepository(CursorRow).find());
    for (const projection of this.projections) {
      const seq = rows.find(({ name }) => name === projection.name)?.seq ?? 0;
      if (!this.positions.has(key(ctx, projection))) this.positions.set(key(ctx, projection), seq);
    }
  }

  private groups(ctx: Context, projection: Projection, after: number, until: number): AsyncIterable<Group> {
    return grouped(this.reader.log(ctx, { after, until, types: projection.types }), until);
  }

  private moved(ctx: Context, projection: Projection, seq: number): void {
    this.positions.set(key(ctx, projection), seq);
    this.arrivals.reached(ctx.tenantId, this.position(ctx));
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

function key(ctx: Context, projection: Projection): string {
  return `${ctx.tenantId}/${projection.name}`;
}
