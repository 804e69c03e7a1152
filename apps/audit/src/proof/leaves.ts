import {
  NO_HASH,
  encodeLeaf,
  headOf,
  leafHash,
  streamHash,
  type Head,
  type Tile,
  type TileReader,
} from '@lien-ket/audit-log';
import type { StoredEvent } from '@lien-ket/event-store';

/** A connection or a transaction in the schema of this service. */
export interface Sql {
  query<T>(text: string, values?: unknown[]): Promise<T>;
}

export interface LeafRow {
  readonly seq: number;
  readonly stream: Buffer;
  readonly revision: number;
  readonly entry: Buffer;
  readonly hash: Buffer;
}

/** The leaf of an event behind the leaf of the revision before. @throws Error for a header that no leaf can hold */
export function leafRow(
  { seq, stream, revision, recordedAt, bytes }: StoredEvent,
  previous: Buffer,
): LeafRow {
  const head = headOf(bytes.header);
  if (!head) throw new Error(`event ${seq} has no readable header`);
  const place = { seq, stream, revision, recordedAt: Date.parse(recordedAt), previous };
  const entry = encodeLeaf({ ...place, ...head, bytes });
  return { seq, stream: streamHash(stream), revision, entry, hash: leafHash(entry) };
}

/** Leaf of the revision before an event, or no hash for a stream's first. @throws Error when it is missing */
export function previousOf({ seq, revision }: StoredEvent, head: Head | undefined): Buffer {
  if (revision === 0 && !head) return NO_HASH;
  if (head?.revision !== revision - 1) throw new Error(`event ${seq} does not follow its stream's last leaf`);
  return head.leaf;
}

export async function sizeOf(sql: Sql): Promise<number> {
  const rows = await sql.query<{ size: string }[]>('SELECT coalesce(max(seq), 0) AS size FROM leaf');
  return Number(rows[0]?.size ?? 0);
}

export function tilesOf(sql: Sql): TileReader {
  return async (level, index) => {
    const rows = await sql.query<{ hashes: Buffer }[]>(
      'SELECT hashes FROM tile WHERE level = $1 AND index = $2',
      [level, index],
    );
    return rows[0]?.hashes;
  };
}

/** The heads of these streams, or of all. */
export async function headsOf(sql: Sql, streams?: readonly Buffer[]): Promise<Map<string, Head>> {
  const rows = await sql.query<{ stream: Buffer; revision: string; hash: Buffer }[]>(
    'SELECT stream, revision, hash FROM head WHERE $1::bytea[] IS NULL OR stream = ANY($1)',
    [streams ?? null],
  );
  return new Map(
    rows.map(({ stream, revision, hash }) => [
      stream.toString('hex'),
      { stream, revision: Number(revision), leaf: hash },
    ]),
  );
}

/** Bytes go joined and are taken apart by the database: an array of them would go as text, digit by digit. */
export async function addLeaves(sql: Sql, leaves: readonly LeafRow[]): Promise<void> {
  await sql.query(
    `INSERT INTO leaf (seq, stream, revision, entry, hash)
     SELECT row.seq, substring($4::bytea FROM 32 * row.n::int - 31 FOR 32), row.revision,
            substring($5::bytea FROM row.first FOR row.length), substring($6::bytea FROM 32 * row.n::int - 31 FOR 32)
       FROM unnest($1::bigint[], $2::bigint[], $3::int[], $7::int[])
            WITH ORDINALITY AS row (seq, revision, first, length, n)`,
    [
      leaves.map(({ seq }) => seq),
      leaves.map(({ revision }) => revision),
      startsOf(leaves.map(({ entry }) => entry)),
      Buffer.concat(leaves.map(({ stream }) => stream)),
      Buffer.concat(leaves.map(({ entry }) => entry)),
      Buffer.concat(leaves.map(({ hash }) => hash)),
      leaves.map(({ entry }) => entry.length),
    ],
  );
}

/** Where each begins when they are joined, counted from 1. */
function startsOf(parts: readonly Buffer[]): number[] {
  let next = 1;
  return parts.map(({ length }) => {
    const start = next;
    next += length;
    return start;
  });
}

export async function putHeads(sql: Sql, heads: readonly Head[]): Promise<void> {
  await sql.query(
    `INSERT INTO head (stream, revision, hash)
     SELECT substring($2::bytea FROM 32 * row.n::int - 31 FOR 32), row.revision,
            substring($3::bytea FROM 32 * row.n::int - 31 FOR 32)
       FROM unnest($1::bigint[]) WITH ORDINALITY AS row (revision, n)
     ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision, hash = excluded.hash`,
    [
      heads.map(({ revision }) => revision),
      Buffer.concat(heads.map(({ stream }) => stream)),
      Buffer.concat(heads.map(({ leaf }) => leaf)),
    ],
  );
}

export async function putTiles(sql: Sql, tiles: readonly Tile[]): Promise<void> {
  await sql.query(
    `INSERT INTO tile (level, index, hashes) SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[])
     ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes`,
    [tiles.map(({ level }) => level), tiles.map(({ index }) => index), tiles.map(({ hashes }) => hashes)],
  );
}
