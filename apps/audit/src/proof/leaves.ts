import {
  HASH_BYTES,
  NO_HASH,
  TILE_WIDTH,
  encodeLeaf,
  entryBundle,
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

/** How many leaves there are: what the last tile of hashes says. */
export async function sizeOf(sql: Sql): Promise<number> {
  const rows = await sql.query<{ size: string }[]>(
    `SELECT index * ${TILE_WIDTH} + length(hashes) / ${HASH_BYTES} AS size
       FROM tile WHERE level = 0 ORDER BY index DESC LIMIT 1`,
  );
  return Number(rows[0]?.size ?? 0);
}

/** The leaves of a tile, joined as tlog-tiles has them. */
export async function entriesOf(sql: Sql, index: number): Promise<Buffer | undefined> {
  const rows = await sql.query<{ entries: Buffer }[]>('SELECT entries FROM entry_tile WHERE index = $1', [
    index,
  ]);
  return rows[0]?.entries;
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

/** Adds leaves behind the `size` that there are: a row for 256 of them, so that the database has little to do. */
export async function addLeaves(sql: Sql, size: number, leaves: readonly LeafRow[]): Promise<void> {
  const tiles = new Map<number, Buffer[]>();
  const begun = size % TILE_WIDTH === 0 ? undefined : await entriesOf(sql, Math.floor(size / TILE_WIDTH));
  if (begun) tiles.set(Math.floor(size / TILE_WIDTH), [begun]);
  leaves.forEach(({ entry }, at) => {
    const index = Math.floor((size + at) / TILE_WIDTH);
    const parts = tiles.get(index) ?? [];
    tiles.set(index, parts);
    parts.push(entryBundle([entry]));
  });
  const { starts, lengths, bytes } = joined([...tiles.values()].map((parts) => Buffer.concat(parts)));
  await sql.query(
    `INSERT INTO entry_tile (index, entries)
     SELECT row.index, substring($4::bytea FROM row.first FOR row.length)
       FROM unnest($1::bigint[], $2::int[], $3::int[]) AS row (index, first, length)
     ON CONFLICT (index) DO UPDATE SET entries = excluded.entries`,
    [[...tiles.keys()], starts, lengths, bytes],
  );
}

/** Bytes go joined and are taken apart by the database: an array of them would go as text, digit by digit. */
function joined(parts: readonly Buffer[]): { starts: number[]; lengths: number[]; bytes: Buffer } {
  const lengths = parts.map(({ length }) => length);
  let next = 1;
  const starts = lengths.map((length) => {
    const start = next;
    next += length;
    return start;
  });
  return { starts, lengths, bytes: Buffer.concat(parts) };
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
  const { starts, lengths, bytes } = joined(tiles.map(({ hashes }) => hashes));
  await sql.query(
    `INSERT INTO tile (level, index, hashes)
     SELECT row.level, row.index, substring($5::bytea FROM row.first FOR row.length)
       FROM unnest($1::int[], $2::bigint[], $3::int[], $4::int[]) AS row (level, index, first, length)
     ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes`,
    [tiles.map(({ level }) => level), tiles.map(({ index }) => index), starts, lengths, bytes],
  );
}
