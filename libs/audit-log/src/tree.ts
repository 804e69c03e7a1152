import { EMPTY_ROOT, nodeHash } from './hashing.js';

/** Hash of a complete subtree: `height` levels above the leaves, the `index`-th of that height. */
export type NodeReader = (height: number, index: number) => Promise<Buffer>;

/** The largest power of two below a number above one. */
function splitOf(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** Root of the leaves `begin`..`end` (without it), as they stand in a tree: complete subtrees are read, others joined. */
export async function rangeRoot(nodes: NodeReader, begin: number, end: number): Promise<Buffer> {
  const count = end - begin;
  if (count === 0) return EMPTY_ROOT;
  const height = Math.log2(count);
  if (Number.isInteger(height) && begin % count === 0) return nodes(height, begin / count);
  const middle = begin + splitOf(count);
  return nodeHash(await rangeRoot(nodes, begin, middle), await rangeRoot(nodes, middle, end));
}

export function rootAt(nodes: NodeReader, size: number): Promise<Buffer> {
  return rangeRoot(nodes, 0, size);
}

/** RFC 9162 §2.1.3.1. @throws RangeError for a leaf that is not in the tree */
export async function inclusionProof(nodes: NodeReader, index: number, size: number): Promise<Buffer[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`leaf ${index} is not in a tree of ${size}`);
  return pathTo(nodes, index, 0, size);
}

async function pathTo(nodes: NodeReader, index: number, begin: number, end: number): Promise<Buffer[]> {
  if (end - begin === 1) return [];
  const middle = begin + splitOf(end - begin);
  return index < middle
    ? [...(await pathTo(nodes, index, begin, middle)), await rangeRoot(nodes, middle, end)]
    : [...(await pathTo(nodes, index, middle, end)), await rangeRoot(nodes, begin, middle)];
}

/** RFC 9162 §2.1.4.1. @throws RangeError when the first tree is the larger one */
export async function consistencyProof(nodes: NodeReader, first: number, second: number): Promise<Buffer[]> {
  if (!(first >= 0 && first <= second)) throw new RangeError(`no tree of ${second} contains one of ${first}`);
  if (first === 0 || first === second) return [];
  return growth(nodes, first, { begin: 0, end: second, isWhole: true });
}

interface Part {
  readonly begin: number;
  readonly end: number;
  /** The old tree is all of this part, so who verifies has its root already. */
  readonly isWhole: boolean;
}

async function growth(nodes: NodeReader, first: number, { begin, end, isWhole }: Part): Promise<Buffer[]> {
  if (first === end) return isWhole ? [] : [await rangeRoot(nodes, begin, end)];
  const middle = begin + splitOf(end - begin);
  if (first <= middle) {
    const left = await growth(nodes, first, { begin, end: middle, isWhole });
    return [...left, await rangeRoot(nodes, middle, end)];
  }
  const right = await growth(nodes, first, { begin: middle, end, isWhole: false });
  return [...right, await rangeRoot(nodes, begin, middle)];
}

/** Root of leaves that come one by one: keeps one hash per level. */
export class RunningRoot {
  private readonly peaks: { height: number; hash: Buffer }[] = [];

  add(leaf: Buffer): void {
    let peak = { height: 0, hash: leaf };
    for (let last = this.peaks.at(-1); last?.height === peak.height; last = this.peaks.at(-1)) {
      this.peaks.pop();
      peak = { height: peak.height + 1, hash: nodeHash(last.hash, peak.hash) };
    }
    this.peaks.push(peak);
  }

  root(): Buffer {
    const [last, ...rest] = this.peaks.map(({ hash }) => hash).reverse();
    return rest.reduce((right, left) => nodeHash(left, right), last ?? EMPTY_ROOT);
  }
}

/** A tree over leaves that are all at hand, held whole. */
export class HashTree {
  private readonly levels: (readonly Buffer[])[];

  constructor(leaves: readonly Buffer[]) {
    this.levels = [leaves];
    for (let below = leaves; below.length > 1; below = this.levels.at(-1) ?? [])
      this.levels.push(paired(below));
  }

  get size(): number {
    return this.levels[0]?.length ?? 0;
  }

  /** The last level of pairs is the RFC's root: an odd node is carried up as it is. */
  get root(): Buffer {
    return this.levels.at(-1)?.[0] ?? EMPTY_ROOT;
  }

  readonly nodes: NodeReader = async (height, index) => {
    const node = this.levels[height]?.[index];
    if (!node) throw new Error(`no node ${height}/${index}`);
    return node;
  };
}

function paired(hashes: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let at = 0; at < hashes.length; at += 2) {
    const [left, right] = hashes.slice(at, at + 2);
    if (left) above.push(right ? nodeHash(left, right) : left);
  }
  return above;
}
