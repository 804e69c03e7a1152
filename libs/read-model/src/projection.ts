import type { EntityManager } from 'typeorm';
import type { Context, Recorded } from '@lien-ket/kernel';
import { observe, recording, traced, type Reading } from '@lien-ket/telemetry';
import { Arrivals } from './arrivals.adapter.js';
import { CursorRow } from './cursor.rows.js';
import {
  ProjectionStopped,
  foldEvents,
  grouped,
  takeCursor,
  type Group,
  type LogReader,
  type Projection,
} from './folding.js';
import { Rebuild, leftRebuilds, type LeftRebuild, type Watching } from './rebuild.js';
import type { TenantDb } from './tenant-db.js';

export interface ProjectionStatus {
  readonly name: string;
  readonly seq: number;
  readonly lag: number;
  readonly error?: string;
}

/** Another process has applied events up to here. */
class Overtaken extends Error {
  constructor(readonly by: number) {
    super(`another process has applied events up to ${by}`);
    this.name = 'Overtaken';
  }
}

/** More than this behind, each projection reads for itself, in groups, each with its own commit. */
const SHARED_EVENTS = 1_000;

/** Runs the projections of one service: rows and cursor commit together, so that a crash loses and repeats nothing. */
export class ProjectionRunner {
  private readonly positions = new Map<string, number>();
  private readonly heads = new Map<string, number>();
  /** Those whose rows no later event can change. */
  private readonly finals = new Set<string>();
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
    const behind = this.projections.filter((one) => (this.positions.get(key(ctx, one)) ?? -1) < until);
    if (behind.length === 0) return { applied: 0, errors: [] };
    const waiting = await this.since(ctx, behind, until);
    let applied = 0;
    const errors: ProjectionStopped[] = [];
    for (const projection of behind) {
      const isFinal = this.finals.has(key(ctx, projection));
      const changes = (event: Recorded): boolean =>
        projection.types.includes(event.type) && !(isFinal && (projection.isFinalFor?.(event) ?? true));
      const own = waiting?.filter(changes);
      if (own?.length === 0) {
        // Nothing for it: its cursor in the database may stay behind, a restart passes over the same events again.
        this.moved(ctx, projection, until);
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
   * The events before some projection, read once for all of them; undefined when a position is not yet known or they
   * are too many (then each reads for itself).
   */
  private async since(
    ctx: Context,
    behind: readonly Projection[],
    until: number,
  ): Promise<readonly Recorded[] | undefined> {
    const positions = behind.map((one) => this.positions.get(key(ctx, one)));
    if (positions.includes(undefined)) return undefined;
    const after = Math.min(...positions.map((position) => position ?? 0));
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
    const after = await this.stored(ctx, projection);
    for await (const group of this.groups(ctx, projection, after, until))
      applied += await this.commit(ctx, projection, group);
    return applied;
  }

  /** Rows and cursor in one transaction; passes over what another process has applied meanwhile. */
  private async commit(ctx: Context, projection: Projection, group: Group): Promise<number> {
    let { events } = group;
    for (;;) {
      try {
        return await this.fold(ctx, projection, { events, upTo: group.upTo });
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        events = events.filter(({ seq }) => seq > error.by);
      }
    }
  }

  /**
   * The cursor is taken on the way: the rows do not wait for its answer, and are rolled back when it says that another
   * process has applied some of the events. @throws Overtaken
   */
  private async fold(ctx: Context, projection: Projection, { events, upTo }: Group): Promise<number> {
    const end = await this.db.transaction(ctx, async (rows) => {
      const taking = takeCursor(rows, projection.name, upTo);
      const folded = this.folded(rows, projection, events);
      const stood = await taking.finally(() => folded.catch(() => undefined));
      if (events.some(({ seq }) => seq <= stood)) throw new Overtaken(stood);
      return { upTo: Math.max(upTo, stood), isFinal: await folded };
    });
    if (end.isFinal) this.finals.add(key(ctx, projection));
    this.moved(ctx, projection, end.upTo);
    return events.length;
  }

  /** @returns whether no later event can change the rows any more */
  private async folded(
    rows: EntityManager,
    projection: Projection,
    events: readonly Recorded[],
  ): Promise<boolean> {
    let isFinal = false;
    await foldEvents(rows, projection, events, async (event) => {
      isFinal = (await this.step(rows, projection, event)) === 'final' || isFinal;
    });
    return isFinal;
  }

  private async stored(ctx: Context, projection: Projection): Promise<number> {
    const row = await this.db.use(ctx, (db) =>
      db.getRepository(CursorRow).findOneBy({ name: projection.name }),
    );
    return row?.seq ?? 0;
  }

  private groups(ctx: Context, projection: Projection, after: number, until: number): AsyncIterable<Group> {
    return grouped(this.reader.log(ctx, { after, until, types: projection.types }), until);
  }

  private moved(ctx: Context, projection: Projection, seq: number): void {
    this.positions.set(key(ctx, projection), seq);
    this.arrivals.reached(ctx.tenantId, this.position(ctx));
  }

  /** One event, as a step of the trace that it belongs to; a rebuild is no step of what once happened. */
  private step(rows: EntityManager, projection: Projection, event: Recorded): Promise<unknown> {
    if (!recording()) return projection.apply(rows, event);
    const attributes = {
      'lk.service': this.db.service,
      'lk.projection': projection.name,
      'lk.event.types': event.type,
      'lk.tenant': event.tenant,
    };
    const name = `project ${projection.name}`;
    return traced(event.header, { name, kind: 'consumer', attributes }, async () =>
      projection.apply(rows, event),
    );
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
