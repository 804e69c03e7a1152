import { HASH_BYTES } from './hashing.js';
import { RunningRoot, type NodeReader } from './tree.js';

/** C2SP tlog-tiles: hashes per tile, and levels of the tree that a tile spans. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** Up to 256 hashes of nodes of height 8 · level, joined. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Buffer;
}

/** A tile, at least as wide as asked for; undefined when there is none. */
export type TileReader = (level: number, index: number) => Promise<Buffer | undefined>;

/** How many tiles, and how wide the last one, a level has in a tree of a size. */
export function widthOf(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** The right edge of a tree: enough to append, and a pure function of the leaves. */
export class TileAppender {
  private readonly edge: Buffer[][] = [];
  private changed = new Map<string, { readonly level: number; readonly index: number; hashes: Buffer[] }>();

  private constructor(public size: number) {}

  /** @throws Error when a tile of the edge is missing or too narrow */
  static async at(size: number, tiles: TileReader): Promise<TileAppender> {
    const appender = new TileAppender(size);
    for (let level = 0; widthOf(level, size) > 0; level += 1) {
      const count = widthOf(level, size);
      const width = count % TILE_WIDTH;
      const hashes = width === 0 ? Buffer.alloc(0) : await tiles(level, Math.floor(count / TILE_WIDTH));
      appender.edge.push(split(hashes, width, `tile ${level}/${Math.floor(count / TILE_WIDTH)}`));
    }
    return appender;
  }

  append(leaf: Buffer): void {
    this.size += 1;
    this.put(0, leaf);
  }

  /** Tiles that are new or wider since the last call. */
  take(): Tile[] {
    const tiles = [...this.changed.values()].map((tile) => ({ ...tile, hashes: Buffer.concat(tile.hashes) }));
    this.changed = new Map();
    return tiles;
  }

  private put(level: number, hash: Buffer): void {
    const hashes = (this.edge[level] ??= []);
    hashes.push(hash);
    const index = Math.ceil(widthOf(level, this.size) / TILE_WIDTH) - 1;
    this.changed.set(`${level}/${index}`, { level, index, hashes });
    if (hashes.length < TILE_WIDTH) return;
    this.edge[level] = [];
    this.put(level + 1, rootOf(hashes));
  }
}

function rootOf(hashes: readonly Buffer[]): Buffer {
  const root = new RunningRoot();
  hashes.forEach((hash) => root.add(hash));
  return root.root();
}

/** The first `width` hashes of a tile. @throws Error when it has fewer */
function split(tile: Buffer | undefined, width: number, name: string): Buffer[] {
  if (!tile || tile.length < width * HASH_BYTES) throw new Error(`${name} has not ${width} hashes`);
  return Array.from({ length: width }, (_, at) => tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
}

/** Reads nodes out of tiles: each is a hash of a tile, or the root of some of its hashes. */
export function nodesOf(tiles: TileReader): NodeReader {
  return async (height, index) => {
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    const first = index * count;
    const at = Math.floor(first / TILE_WIDTH);
    const within = first % TILE_WIDTH;
    const tile = await tiles(level, at);
    return rootOf(split(tile, within + count, `tile ${level}/${at}`).slice(within));
  };
}

/** Keeps what was read, for one answer. */
export function rememberingTiles(tiles: TileReader): TileReader {
  const known = new Map<string, Promise<Buffer | undefined>>();
  return (level, index) => {
    const key = `${level}/${index}`;
    const found = known.get(key) ?? tiles(level, index);
    known.set(key, found);
    return found;
  };
}

export interface TilePath {
  /** `entries`, or the level of the hashes. */
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

const PATH = /^(entries|[0-9]|[1-5][0-9]|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** What stands behind `tile/` in a tile's address; undefined for what is none. */
export function tilePathOf(path: string): TilePath | undefined {
  const [, level, number, partial] = PATH.exec(path) ?? [];
  if (level === undefined || number === undefined) return undefined;
  const index = Number(number.replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  if (!Number.isSafeInteger(index) || number !== numberPath(index)) return undefined;
  if (partial !== undefined && width >= TILE_WIDTH) return undefined;
  return { level: level === 'entries' ? level : Number(level), index, width };
}

/** What stands behind `tile/` in the address of a tile of a width. */
export function tilePath(level: number | 'entries', index: number, width = TILE_WIDTH): string {
  return `${level}/${numberPath(index)}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** 1234067 → `x001/x234/067`. */
export function numberPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
}

/** Leaves as tlog-tiles joins them: length and bytes each. */
export function entryBundle(leaves: readonly Buffer[]): Buffer {
  return Buffer.concat(
    leaves.flatMap((leaf) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(leaf.length);
      return [length, leaf];
    }),
  );
}
