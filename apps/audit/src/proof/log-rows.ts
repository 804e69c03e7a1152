import {
  HASH_BYTES,
  TILE_WIDTH,
  entryBundle,
  type Head,
  type Tile,
  type TileReader,
} from '@lien-ket/audit-log';
import type { LeafRow } from './leaves.js';

/** A connection or a transaction in the schema of this service. */
export interface Sql {
  query<T>(text: string, values?: unknown[]): Promise<T>;
}

/** How a log's tables are called: those of the tenant's own log, or at the hub those of the log of logs. */
export type Tables = '' | 'logs_';

/** The rows of one log. */
export class LogRows {
  constructor(
    readonly sql: Sql,
    private readonly tables: Tables = '',
  ) {}

  /** How many leaves there are: what the last tile of hashes says. */
  async size(): Promise<number> {
    const rows = await this.sql.query<{ size: string }[]>(
      `SELECT index * ${TILE_WIDTH} + length(hashes) / ${HASH_BYTES} AS size
         FROM ${this.tables}tile WHERE level = 0 ORDER BY index DESC LIMIT 1`,
    );
    return Number(rows[0]?.size ?? 0);
  }

  readonly tiles: TileReader = async (level, index) => {
    const rows = await this.sql.query<{ hashes: Buffer }[]>(
      `SELECT hashes FROM ${this.tables}tile WHERE level = $1 AND index = $2`,
      [level, index],
    );
    return rows[0]?.hashes;
  };

  /** The heads of these streams, or of all. */
  async heads(streams?: readonly Buffer[]): Promise<Map<string, Head>> {
    const rows = await this.sql.query<{ stream: Buffer; revision: string; hash: Buffer }[]>(
      `SELECT stream, revision, hash FROM ${this.tables}head WHERE $1::bytea[] IS NULL OR stream = ANY($1)`,
      [streams ?? null],
    );
    return new Map(
      rows.map(({ stream, revision, hash }) => [
        stream.toString('hex'),
        { stream, revision: Number(revision), leaf: hash },
      ]),
    );
  }

  async putHeads(heads: readonly Head[]): Promise<void> {
    await this.sql.query(
      `INSERT INTO ${this.tables}head (stream, revision, hash)
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

  async putTiles(tiles: readonly Tile[]): Promise<void> {
    const { starts, lengths, bytes } = joined(tiles.map(({ hashes }) => hashes));
    await this.sql.query(
      `INSERT INTO ${this.tables}tile (level, index, hashes)
       SELECT row.level, row.index, substring($5::bytea FROM row.first FOR row.length)
         FROM unnest($1::int[], $2::bigint[], $3::int[], $4::int[]) AS row (level, index, first, length)
       ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes`,
      [tiles.map(({ level }) => level), tiles.map(({ index }) => index), starts, lengths, bytes],
    );
  }

  /** The note that was signed of so many leaves. */
  async signedAt(size: number): Promise<string | undefined> {
    const [row] = await this.sql.query<{ note: string }[]>(
      `SELECT note FROM ${this.tables}checkpoint WHERE size = $1`,
      [size],
    );
    return row?.note;
  }

  async keepSigned(size: number, note: string): Promise<void> {
    await this.sql.query(
      `INSERT INTO ${this.tables}checkpoint (size, note) VALUES ($1, $2) ON CONFLICT (size) DO NOTHING`,
      [size, note],
    );
  }

  /** What a witness signed of this size, else of the longest log. */
  async cosigned(name: string, size: number): Promise<{ size: number; line: string } | undefined> {
    const [row] = await this.sql.query<{ size: string; line: string }[]>(
      `SELECT size, line FROM ${this.tables}cosignature WHERE name = $1 ORDER BY size = $2 DESC, size DESC LIMIT 1`,
      [name, size],
    );
    return row && { size: Number(row.size), line: row.line };
  }

  async keepCosigned(name: string, size: number, line: string): Promise<void> {
    await this.sql.query(
      `INSERT INTO ${this.tables}cosignature (size, name, line) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [size, name, line],
    );
  }
}

/** The leaves of a tile, joined as tlog-tiles has them. */
export async function entriesOf(sql: Sql, index: number): Promise<Buffer | undefined> {
  const rows = await sql.query<{ entries: Buffer }[]>('SELECT entries FROM entry_tile WHERE index = $1', [
    index,
  ]);
  return rows[0]?.entries;
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
