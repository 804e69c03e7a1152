import { leafHash, u64 } from './hashing.js';
import { HashTree, inclusionProof } from './tree.js';

/** Where a stream ends: docs/audit-format.md §4. */
export interface Head {
  readonly stream: Buffer;
  readonly revision: number;
  readonly leaf: Buffer;
}

export function headEntry({ stream, revision, leaf }: Head): Buffer {
  return Buffer.concat([stream, u64(revision), leaf]);
}

/** The tree over the sorted heads: it is a fold of the log and made anew for each checkpoint. */
export class HeadsTree {
  private readonly tree: HashTree;
  private readonly places: Map<string, number>;

  constructor(heads: Iterable<Head>) {
    const sorted = [...heads].sort((a, b) => a.stream.compare(b.stream));
    this.places = new Map(sorted.map(({ stream }, at) => [stream.toString('hex'), at]));
    this.tree = new HashTree(sorted.map((head) => leafHash(headEntry(head))));
  }

  get count(): number {
    return this.tree.size;
  }

  get root(): Buffer {
    return this.tree.root;
  }

  /** @throws Error for a stream that has no event */
  async proofOf(stream: Buffer): Promise<{ readonly index: number; readonly proof: Buffer[] }> {
    const index = this.places.get(stream.toString('hex'));
    if (index === undefined) throw new Error('the stream has no head');
    return { index, proof: await inclusionProof(this.tree.nodes, index, this.count) };
  }
}
