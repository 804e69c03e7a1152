import { EMPTY_ROOT, leafHash, nodeHash } from './hashing.js';
import { inclusionProof, type NodeReader } from './tree.js';

/** Where a stream ends: docs/audit-format.md §4. */
export interface Head {
  readonly stream: Buffer;
  readonly revision: number;
  readonly leaf: Buffer;
}

export function headEntry({ stream, revision, leaf }: Head): Buffer {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(revision));
  return Buffer.concat([stream, number, leaf]);
}

/** The tree over the sorted heads, held whole: it is a fold of the log and made anew for each checkpoint. */
export class HeadsTree {
  private readonly levels: Buffer[][];
  private readonly places: Map<string, number>;

  constructor(heads: Iterable<Head>) {
    const sorted = [...heads].sort((a, b) => a.stream.compare(b.stream));
    this.places = new Map(sorted.map(({ stream }, at) => [stream.toString('hex'), at]));
    this.levels = [sorted.map((head) => leafHash(headEntry(head)))];
    for (let below = this.levels[0] ?? []; below.length > 1; below = this.levels.at(-1) ?? [])
      this.levels.push(paired(below));
  }

  get count(): number {
    return this.places.size;
  }

  /** The last level of pairs is the RFC's root: an odd node is carried up as it is. */
  get root(): Buffer {
    return this.levels.at(-1)?.[0] ?? EMPTY_ROOT;
  }

  /** @throws Error for a stream that has no event */
  async proofOf(stream: Buffer): Promise<{ readonly index: number; readonly proof: Buffer[] }> {
    const index = this.places.get(stream.toString('hex'));
    if (index === undefined) throw new Error('the stream has no head');
    return { index, proof: await inclusionProof(this.nodes, index, this.count) };
  }

  private readonly nodes: NodeReader = async (height, index) => {
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
