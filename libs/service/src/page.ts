import { DomainError } from '@lien-ket/kernel';
import type { Page } from '@lien-ket/contracts';
import { z } from 'zod';
import { faultsOf } from './zod-faults.js';

const DEFAULT_LIMIT = 50;
export const PAGE_LIMIT = 500;

/** Sort key of the last row seen; opaque to clients. */
export type CursorKey = readonly (string | number | null)[];

export interface PageQuery {
  readonly limit: number;
  readonly after?: CursorKey;
}

const cursorKey = z.array(z.union([z.string(), z.number(), z.null()])).max(8);
/** Parameters of every list; a list's own filters extend it. */
export const pageParams = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(DEFAULT_LIMIT),
  cursor: z.string().max(2000).optional(),
});

/** @throws DomainError invalid query.invalid, cursor.invalid */
export function pageOf(query: unknown): PageQuery {
  const parsed = pageParams.safeParse(query ?? {});
  if (!parsed.success) throw new DomainError('invalid', 'query.invalid', {}, faultsOf(parsed.error, query));
  const { limit, cursor } = parsed.data;
  return cursor === undefined ? { limit } : { limit, after: readCursor(cursor) };
}

/**
 * One page of rows that were read with `limit + 1`: the row too many tells that there is a next page.
 * `keyOf` gives the sort key of a row.
 */
export function pageFrom<T>(
  rows: readonly T[],
  limit: number,
  total: number,
  keyOf: (row: T) => CursorKey,
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(keyOf(last)) : null, total };
}

export function cursorOf(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function readCursor(cursor: string): CursorKey {
  const parsed = cursorKey.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) throw new DomainError('invalid', 'cursor.invalid');
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
