import type { EntityManager } from 'typeorm';
import type { Context, Recorded } from '@lien-ket/kernel';
import { UNSYNCED } from './cursor.rows.js';

/** Events to rows. Disposable: its tables are a fold of the log and nothing else. */
export interface Projection {
  /** Unique within the service, lower case words joined by hyphens. */
  readonly name: string;
  readonly types: readonly string[];
  /** What a rebuild makes again beside the live ones. */
  readonly tables: readonly string[];
  /** @returns `final` when no later event can change its rows any more, or none of which `isFinalFor` is true */
  apply(rows: EntityManager, event: Recorded): Promise<void> | Promise<'final' | undefined>;
  /** Which events change nothing any more once `apply` has said `final`; without it, all of them. */
  isFinalFor?(event: Recorded): boolean;
  /** Many events at once, in order, where that is cheaper (catch-up, rebuild): the same rows as `apply` of each. */
  applyAll?(rows: EntityManager, events: readonly Recorded[]): Promise<void>;
}

/** The part of the event store that a projection reads (joined in each app's module). */
export interface LogReader {
  log(
    ctx: Context,
    range: { after: number; until?: number; types?: readonly string[]; batch?: number },
  ): AsyncIterable<readonly Recorded[]>;
  head(ctx: Context): Promise<number>;
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

/** Events folded under one commit of the cursor. */
const GROUP_EVENTS = 5_000;
/** Batches of the log held at a time: bounds the bytes where events are large. */
const GROUP_BATCHES = 64;

/** Events folded together, and how far the cursor stands after them. */
export interface Group {
  readonly events: readonly Recorded[];
  readonly upTo: number;
}

/** Joins the log's batches into groups; the last one, perhaps empty, takes the cursor to `until`. */
export async function* grouped(
  batches: AsyncIterable<readonly Recorded[]>,
  until: number,
): AsyncGenerator<Group> {
  let events: Recorded[] = [];
  let held = 0;
  for await (const batch of batches) {
    for (const event of batch) events.push(event);
    held += 1;
    if (events.length < GROUP_EVENTS && held < GROUP_BATCHES) continue;
    yield { events, upTo: events.at(-1)?.seq ?? 0 };
    events = [];
    held = 0;
  }
  yield { events, upTo: until };
}

/** With no way back: where it fails, its transaction does. */
export async function foldAll(
  rows: EntityManager,
  projection: Projection,
  events: readonly Recorded[],
  apply: (event: Recorded) => Promise<unknown>,
): Promise<void> {
  if (projection.applyAll && events.length > 1) return projection.applyAll(rows, events);
  for (const event of events) await apply(event);
}

/**
 * Where the projection folds many at once and fails, they are folded again one by one, so that the event at fault is the
 * one that is named. @throws ProjectionStopped
 */
export async function foldEvents(
  rows: EntityManager,
  projection: Projection,
  events: readonly Recorded[],
  apply = (event: Recorded): Promise<unknown> => projection.apply(rows, event),
): Promise<void> {
  if (await foldAtOnce(rows, projection, events)) return;
  for (const event of events) {
    try {
      await apply(event);
    } catch (error) {
      throw new ProjectionStopped(projection.name, event.seq, error);
    }
  }
}

async function foldAtOnce(
  rows: EntityManager,
  projection: Projection,
  events: readonly Recorded[],
): Promise<boolean> {
  if (!projection.applyAll || events.length < 2) return false;
  try {
    // A transaction within one is a savepoint: what failed leaves nothing behind.
    await rows.transaction((inner) => projection.applyAll?.(inner, events) ?? Promise.resolve());
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes the projections' cursors for the length of the transaction and moves them, never back, before the rows are folded
 * that belong to them: they commit together. In one order, so that no two who take several wait for each other.
 * @returns where each stood, in the order of the names
 */
export async function takeCursors(
  rows: EntityManager,
  names: readonly string[],
  upTo: number,
  table = 'cursor',
): Promise<number[]> {
  const sql = `INSERT INTO ${table} AS cursor (name, seq)
               SELECT taken.name, $2::bigint FROM unnest($1::text[]) AS taken (name), ${UNSYNCED} ORDER BY taken.name
               ON CONFLICT (name) DO UPDATE SET error = NULL, seq = greatest(cursor.seq, excluded.seq)
               RETURNING name, coalesce(old.seq, 0) AS stood`;
  const found: { name: string; stood: string }[] = await rows.query(sql, [names, upTo]);
  return names.map((name) => Number(found.find((one) => one.name === name)?.stood ?? 0));
}
