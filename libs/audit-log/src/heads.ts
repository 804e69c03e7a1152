import { leafHash, u64 } from './hashing.js';
import { HashTree, RunningRoot, inclusionProof } from './tree.js';

/** Where a stream ends: docs/audit-format.md §4. */
export interface Head {
  readonly stream: Buffer;
  readonly revision: number;
  readonly leaf: Buffer;
}

export function headEntry({ stream, revision, leaf }: Head): Buffer {
  return Buffer.concat([stream, u64(revision), leaf]);
}

function sorted(heads: Iterable<Head>): Head[] {
  return [...heads].sort((a, b) => a.stream.compare(b.stream));
}

/** The root over the heads, for whoever needs no proof: no tree is held. */
export function rootOfHeads(heads: Iterable<Head>): Buffer {
  const running = new RunningRoot();
  for (const head of sorted(heads)) running.add(leafHash(headEntry(head)));
  return running.root();
}

/** The tree over the sorted heads: it is a fold of the log and made anew for each checkpoint. */
export class HeadsTree {
  private readonly tree: HashTree;
  private readonly places: Map<string, number>;

  constructor(heads: Iterable<Head>) {
    const ordered = sorted(heads);
    this.places = new Map(ordered.map(({ stream }, at) => [stream.toString('hex'), at]));
    this.tree = new HashTree(ordered.map((head) => leafHash(headEntry(head))));
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
