import type { Page } from '@lien-ket/contracts';
import { Conditions } from './conditions.js';
import { pageFrom, type CursorKey, type PageQuery, type SortKeys } from './page.js';

interface Held<Row> {
  /** SELECT of what is listed, by its keys and by what it is sorted by. */
  readonly all: string;
  /** Its values, bound. */
  readonly values: readonly unknown[];
  /** SELECT of each row of `page g` as a whole; binds what it needs beside. */
  readonly whole: (beside: Conditions) => string;
  /** Of `h`. */
  readonly sorts: Readonly<Record<string, SortKeys<Row>>>;
  readonly page: PageQuery;
  /** Before the keys of the sort in each cursor. */
  readonly key: CursorKey;
}

/**
 * A page of what ranges hold at a moment, counted and cut in one statement: the ranges are looked up once, in their index
 * alone, and only the page's rows are read whole.
 */
export async function heldPage<Row extends { readonly id: string }>(
  query: (sql: string, values: unknown[]) => Promise<unknown>,
  { all, values, whole, sorts, page, key }: Held<Row>,
): Promise<Page<Row>> {
  const after = new Conditions(values);
  const { keys, order } = after.after(page, sorts);
  const rows = (await query(
    `WITH held AS MATERIALIZED (${all}),
          page AS MATERIALIZED (SELECT * FROM held h ${after.where} ORDER BY ${order} LIMIT ${page.limit + 1})
     SELECT h.*, c.total FROM (SELECT count(*)::int AS total FROM held) c LEFT JOIN (${whole(after)}) h ON true
      ORDER BY ${order}`,
    after.values,
  )) as ((Row & { readonly total: number }) | { readonly id: null; readonly total: number })[];
  const found = rows.filter((row): row is Row & { readonly total: number } => row.id !== null);
  return pageFrom(found, page, rows[0]?.total ?? 0, (row) => [...key, ...keys.map(({ of }) => of(row))]);
}
