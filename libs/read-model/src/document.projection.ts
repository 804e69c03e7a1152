import {
  In,
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm';
import type { Recorded } from '@lien-ket/kernel';
import type { Projection } from './folding.js';

/** A projection of which each row is the fold of the events about one id. */
export interface Documents<Row extends ObjectLiteral & { readonly id: string }> {
  readonly name: string;
  readonly types: readonly string[];
  readonly tables: readonly string[];
  readonly entity: EntityTarget<Row>;
  /** Which row the event is about; undefined when about none. */
  idOf(event: Recorded): string | undefined;
  /** The row after the event; undefined leaves it as it is. Pure. */
  fold(before: Row | null, event: Recorded): Row | undefined;
}

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const ROWS_PER_STATEMENT = 500;

/** Many events are folded in memory: their rows are read once and written once. */
export function documentProjection<Row extends ObjectLiteral & { readonly id: string }>(
  documents: Documents<Row>,
): Projection {
  const { name, types, tables } = documents;
  return {
    name,
    types,
    tables,
    apply: (rows, event) => foldAll(rows, documents, [event]),
    applyAll: (rows, events) => foldAll(rows, documents, events),
  };
}

async function foldAll<Row extends ObjectLiteral & { readonly id: string }>(
  rows: EntityManager,
  documents: Documents<Row>,
  events: readonly Recorded[],
): Promise<void> {
  const { entity, idOf, fold } = documents;
  const about = events.flatMap((event) => {
    const id = idOf(event);
    return id === undefined ? [] : [{ id, event }];
  });
  const ids = [...new Set(about.map(({ id }) => id))];
  if (ids.length === 0) return;
  const where = { id: In(ids) } as FindOptionsWhere<Row>;
  const known = new Map((await rows.findBy(entity, where)).map((row) => [row.id, row]));
  const changed = new Map<string, Row>();
  for (const { id, event } of about) {
    const after = fold(changed.get(id) ?? known.get(id) ?? null, event);
    if (after !== undefined) changed.set(id, after);
  }
  await upsertAll(rows, entity, [...changed.values()], ['id']);
}

/** Rows by their key, new or changed, in as few statements as PostgreSQL takes. */
export async function upsertAll<Row extends ObjectLiteral>(
  rows: EntityManager,
  entity: EntityTarget<Row>,
  written: readonly Row[],
  key: (keyof Row & string)[],
): Promise<void> {
  for (let at = 0; at < written.length; at += ROWS_PER_STATEMENT)
    await rows.upsert(entity, written.slice(at, at + ROWS_PER_STATEMENT), key);
}
