import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { verifyConsistency, verifyInclusion } from './proofs.js';
import { leafOf, levelsOf, naiveRoot } from './merkle.scene.js';
import { TILE_WIDTH, TileAppender, tilePathOf, numberPath, entryBundle } from './tiles.js';
import { RunningRoot, inclusionProof, rootAt } from './tree.js';

interface Vectors {
  readonly inclusion: readonly {
    file: string;
    leafIdx: number;
    treeSize: number;
    root: string;
    leafHash: string;
    proof: string[] | null;
    wantErr: boolean;
  }[];
  readonly consistency: readonly {
    file: string;
    size1: number;
    size2: number;
    root1: string;
    root2: string;
    proof: string[] | null;
    wantErr: boolean;
  }[];
}

const vectors = JSON.parse(
  readFileSync(new URL('../golden/merkle.json', import.meta.url), 'utf8'),
) as Vectors;
const bytes = (text: string): Buffer => Buffer.from(text, 'base64');

describe('the public vectors of transparency-dev/merkle', () => {
  it.each(vectors.inclusion)('$file', (one) => {
    const valid = verifyInclusion({
      index: one.leafIdx,
      size: one.treeSize,
      leaf: bytes(one.leafHash),
      root: bytes(one.root),
      proof: (one.proof ?? []).map(bytes),
    });
    expect(valid).toBe(!one.wantErr);
  });

  it.each(vectors.consistency)('$file', (one) => {
    const valid = verifyConsistency({
      first: one.size1,
      second: one.size2,
      firstRoot: bytes(one.root1),
      secondRoot: bytes(one.root2),
      proof: (one.proof ?? []).map(bytes),
    });
    expect(valid).toBe(!one.wantErr);
  });
});

describe('trees', () => {
  const leaves = Array.from({ length: 512 }, (_, at) => leafOf(at));
  const nodes = levelsOf(leaves);
  const roots = Array.from({ length: 513 }, (_, size) => naiveRoot(leaves.slice(0, size)));
  const root = (size: number): Buffer => roots[size] ?? Buffer.alloc(0);

  it('have the root of the RFC at every size to 512', async () => {
    const running = new RunningRoot();
    for (let size = 0; size <= 512; size += 1) {
      expect(running.root()).toEqual(root(size));
      expect(await rootAt(nodes, size)).toEqual(root(size));
      running.add(leafOf(size));
    }
  });

  it('refuse a proof that was changed anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 512 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        async (size, one, place, bit) => {
          const index = one % size;
          const leaf = leaves[index] ?? root(0);
          const proof = await inclusionProof(nodes, index, size);
          const at = place % proof.length;
          const changed = proof.map((hash_, i) => (i === at ? flipped(hash_, bit) : hash_));
          const given = { index, size, leaf, root: root(size) };
          expect(verifyInclusion({ ...given, proof: changed })).toBe(false);
          expect(verifyInclusion({ ...given, proof: proof.slice(1) })).toBe(false);
          expect(verifyInclusion({ ...given, proof: [...proof, leaf] })).toBe(false);
          expect(verifyInclusion({ ...given, proof, leaf: flipped(leaf, bit) })).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('refuse a proof of more than 63 hashes', () => {
    const proof = Array.from({ length: 64 }, () => root(1));
    expect(verifyInclusion({ index: 0, size: 2, leaf: root(1), root: root(2), proof })).toBe(false);
    const sizes = { first: 1, second: 2, firstRoot: root(1), secondRoot: root(2) };
    expect(verifyConsistency({ ...sizes, proof })).toBe(false);
  });
});

function flipped(source: Buffer, bit: number): Buffer {
  const copy = Buffer.from(source);
  copy.writeUInt8((copy[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3);
  return copy;
}

describe('tiles', () => {
  it('do not begin to append on an edge that is not whole', async () => {
    await expect(TileAppender.at(3, async () => Buffer.alloc(64))).rejects.toThrow('tile 0/0');
  });

  it('are addressed as tlog-tiles does', () => {
    expect(numberPath(1_234_067)).toBe('x001/x234/067');
    expect(tilePathOf('0/x001/x234/067')).toEqual({ level: 0, index: 1_234_067, width: TILE_WIDTH });
    expect(tilePathOf('entries/000.p/7')).toEqual({ level: 'entries', index: 0, width: 7 });
    const wrong = ['64/000', '0/0', '0/x000/001', '0/000.p/256', '0/000.p/0', '0/1000', '../0/000', '0/000/'];
    for (const path of wrong) expect(tilePathOf(path)).toBeUndefined();
  });

  it('join leaves by length and bytes', () => {
    expect(entryBundle([Buffer.from('ab'), Buffer.from('c')]).toString('hex')).toBe('00026162000163');
  });
});
