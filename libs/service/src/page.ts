import { DomainError } from '@lien-ket/kernel';
import { clocks, type Page } from '@lien-ket/contracts';
import { z } from 'zod';
import { faultsOf } from './zod-faults.js';

const DEFAULT_LIMIT = 50;
export const PAGE_LIMIT = 500;

/** Sort key of the last row seen; opaque to clients. */
export type CursorKey = readonly (string | number | null)[];

export interface PageQuery {
  readonly limit: number;
  readonly after?: CursorKey;
  /** Name of the sort, `-` before it for descending. */
  readonly sort: string;
}

/** Columns of one sort as SQL, never null, the last one unique; `of` gives the same value of a row that was read. */
export type SortKeys<Row> = readonly {
  readonly sql: string;
  readonly of: (row: Row) => string | number;
  /** Type of the bound value where the database can't tell it. */
  readonly cast?: string;
}[];

/** Letters run a b c d đ e (LIVES, mistake 3): the order of names in every list. */
export const VIETNAMESE = 'COLLATE "vi-x-icu"';

/** The part of a query builder that paging needs. */
interface Pageable<Row> {
  getCount(): Promise<number>;
  andWhere(sql: string, values: Record<string, unknown>): unknown;
  addOrderBy(sql: string, direction: 'ASC' | 'DESC'): unknown;
  limit(count: number): unknown;
  getMany(): Promise<Row[]>;
}

const cursorKey = z.array(z.union([z.string(), z.number(), z.null()])).max(8);
/** Parameters of every list; a list's own filters extend it. */
export const pageParams = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(DEFAULT_LIMIT),
  cursor: z.string().max(2000).optional(),
});

/** Of a list below a thing: whole, unless less is asked for. */
export const wholeParams = pageParams.extend({
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_LIMIT),
});

/** One page of a list that is at hand and only grows at its end. @throws DomainError as `pageOf` does */
export function pageThrough<T>(all: readonly T[], query: unknown): Page<T> {
  const page = pageOf(query, 'place', wholeParams);
  const from = Number(page.after?.[0] ?? 0);
  return pageFrom(all.slice(from, from + page.limit + 1), page, all.length, () => [from + page.limit]);
}

/** @throws DomainError invalid query.invalid; cursor.invalid, also for a cursor of another sort */
export function pageOf(query: unknown, sort = '', params: typeof pageParams = pageParams): PageQuery {
  const parsed = params.safeParse(query ?? {});
  if (!parsed.success) throw new DomainError('invalid', 'query.invalid', {}, faultsOf(parsed.error, query));
  const { limit, cursor } = parsed.data;
  if (cursor === undefined) return { limit, sort };
  const [of, ...after] = readCursor(cursor);
  if (of !== sort) throw new DomainError('invalid', 'cursor.invalid');
  return { limit, sort, after };
}

/** A point of the two clocks. */
export interface Moment {
  readonly asOf: string;
  readonly knownAt?: string;
}

/**
 * The moment of a list, which its cursors carry before the keys of the sort: the next page is of the same one, also when
 * another day has begun. @throws DomainError cursor.invalid for a cursor of another moment
 */
export function momentOf(
  asked: Partial<Moment>,
  page: PageQuery,
  today: string,
): { readonly moment: Moment; readonly page: PageQuery; readonly key: CursorKey } {
  const of = ({ asOf = today, knownAt }: Partial<Moment>, after: PageQuery['after']) => ({
    moment: { asOf, ...(knownAt === undefined ? {} : { knownAt }) },
    page: { ...page, after },
    key: [asOf, knownAt ?? null],
  });
  if (!page.after) return of(asked, undefined);
  const [asOf, knownAt, ...after] = page.after;
  const carried = clocks.safeParse({ asOf, knownAt: knownAt ?? undefined });
  const isSame = (asked.asOf ?? asOf) === asOf && (asked.knownAt ?? null) === knownAt;
  if (!carried.success || !isSame) throw new DomainError('invalid', 'cursor.invalid');
  return of(carried.data, after);
}

/** One page of a query by the keys of its sort: count, condition, order and cursor in one place. */
export async function pageRows<Row>(
  query: Pageable<Row>,
  page: PageQuery,
  sorts: Readonly<Record<string, SortKeys<Row>>>,
): Promise<Page<Row>> {
  const { keys, direction } = sortOf(page, sorts);
  const total = await query.getCount();
  if (page.after) {
    const places = keys.map(({ cast }, index) => `:after${index}${cast ? `::${cast}` : ''}`);
    const values = Object.fromEntries(keys.map((_, index) => [`after${index}`, page.after?.[index]]));
    const compare = direction === 'ASC' ? '>' : '<';
    query.andWhere(`(${keys.map(({ sql }) => sql).join(', ')}) ${compare} (${places.join(', ')})`, values);
  }
  for (const { sql } of keys) query.addOrderBy(sql, direction);
  query.limit(page.limit + 1);
  return pageFrom(await query.getMany(), page, total, (row) => keys.map((key) => key.of(row)));
}

/** The keys of the sort that was asked for, and its direction. @throws DomainError cursor.invalid of another length */
export function sortOf<Row>(
  { sort, after }: PageQuery,
  sorts: Readonly<Record<string, SortKeys<Row>>>,
): { readonly keys: SortKeys<Row>; readonly direction: 'ASC' | 'DESC' } {
  const descending = sort.startsWith('-');
  const keys = sorts[descending ? sort.slice(1) : sort];
  if (!keys) throw new Error(`no keys for the sort ${sort}`);
  if (after && after.length !== keys.length) throw new DomainError('invalid', 'cursor.invalid');
  return { keys, direction: descending ? 'DESC' : 'ASC' };
}

/**
 * One page of rows that were read with `limit + 1`: the row too many tells that there is a next page.
 * `keyOf` gives the sort key of a row.
 */
export function pageFrom<T>(
  rows: readonly T[],
  { limit, sort }: PageQuery,
  total: number,
  keyOf: (row: T) => CursorKey,
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next: more ? cursorOf([sort, ...keyOf(last)]) : null, total };
}

function cursorOf(key: CursorKey): string {
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
