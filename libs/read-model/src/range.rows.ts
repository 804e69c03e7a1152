import { Column, PrimaryColumn } from 'typeorm';

/**
 * What was true from a day on, as known for a time: a row of a table of ranges. It holds until the next day that was
 * known by then begins; once something else is known of its day it is closed, and never changed otherwise.
 */
export abstract class RangeRow {
  @PrimaryColumn('uuid')
  id!: string;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom!: string;

  /** Place of the event that made it known among those of its thing. */
  @PrimaryColumn('int')
  step!: number;

  @Column('timestamptz', { name: 'known_from' })
  knownFrom!: Date;

  @Column('timestamptz', { name: 'known_to', nullable: true })
  knownTo!: Date | null;

  /** The same two by the business day, as which a question may be asked too. */
  @Column('date', { name: 'known_on' })
  knownOn!: string;

  @Column('date', { name: 'known_until', nullable: true })
  knownUntil!: string | null;
}

type Known = Pick<RangeRow, 'step' | 'knownFrom' | 'knownTo' | 'knownOn' | 'knownUntil'>;

/** When something became known, and its place among the events of its thing. */
export interface Learning {
  readonly step: number;
  readonly at: Date;
  readonly on: string;
}

/**
 * What ranges become as another event is known: those that no longer say the same are closed, never changed, as it was
 * known so until now; what they did not say is added. `written` are the rows that differ, `open` those that stand now.
 */
export function learnt<Range extends { readonly validFrom: string }, Row extends Range & Known>(
  before: readonly Row[],
  now: readonly Range[],
  saysSame: (one: Range, other: Range) => boolean,
  { step, at, on }: Learning,
): { readonly written: (Row | (Range & Known))[]; readonly open: (Row | (Range & Known))[] } {
  const kept = before.filter((one) => now.some((range) => saysSame(one, range)));
  const closed = before.filter((one) => !kept.includes(one));
  for (const one of closed) Object.assign(one, { knownTo: at, knownUntil: on });
  const place = { step, knownFrom: at, knownTo: null, knownOn: on, knownUntil: null };
  const added = now
    .filter((range) => !kept.some((one) => saysSame(one, range)))
    .map((range) => ({ ...range, ...place }));
  return { written: [...closed, ...added], open: [...kept, ...added] };
}

/** In the CREATE TABLE of a migration. */
export const RANGE_COLUMNS = `id uuid, valid_from date, step int, known_from timestamptz NOT NULL, known_to timestamptz,
  known_on date NOT NULL, known_until date, PRIMARY KEY (id, valid_from, step)`;

/**
 * In a FROM beside `of`: of each of its things the one row that holds at the point, none where it was not in force or not
 * known. By the index of the table, whose ranges are not searched. Each value is bound by `place`.
 */
export function heldAt(
  table: string,
  of: string,
  point: { readonly asOf: string; readonly knownAt?: string },
  place: (value: unknown) => string,
): string {
  const known = knownSql(point.knownAt, place);
  return `LATERAL (SELECT * FROM ${table} r WHERE r.id = ${of}.id AND r.valid_from <= ${place(point.asOf)} AND ${known}
    ORDER BY r.valid_from DESC LIMIT 1)`;
}

/** A date is compared with the business day, an instant with the true time, of which the log tells milliseconds. */
function knownSql(knownAt: string | undefined, place: (value: unknown) => string): string {
  if (knownAt === undefined) return 'r.known_to IS NULL';
  const isDay = knownAt.length === 10;
  const at = isDay ? `${place(knownAt)}::date` : `${place(new Date(knownAt))}::timestamptz`;
  const [from, to] = isDay ? ['known_on', 'known_until'] : ['known_from', 'known_to'];
  return `r.${from} <= ${at} AND (r.${to} IS NULL OR r.${to} > ${at})`;
}
