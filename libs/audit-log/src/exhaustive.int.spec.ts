import fc from 'fast-check';
import { verifyConsistency, verifyInclusion } from './proofs.js';
import { leafOf, levelsOf, naiveRoot } from './merkle.scene.js';
import { TileAppender, nodesOf, type Tile } from './tiles.js';
import { RunningRoot, consistencyProof, inclusionProof, rootAt } from './tree.js';

/** Tiles as a store keeps them: by level and number, the widest. */
class Kept {
  private readonly tiles = new Map<string, Buffer>();
  keep(tiles: readonly Tile[]): void {
    for (const { level, index, hashes } of tiles) this.tiles.set(`${level}/${index}`, hashes);
  }
  read = async (level: number, index: number): Promise<Buffer | undefined> =>
    this.tiles.get(`${level}/${index}`);
}

describe('trees', () => {
  const leaves = Array.from({ length: 512 }, (_, at) => leafOf(at));
  const nodes = levelsOf(leaves);
  const roots = Array.from({ length: 513 }, (_, size) => naiveRoot(leaves.slice(0, size)));
  const root = (size: number): Buffer => roots[size] ?? Buffer.alloc(0);

  /** Of the trees above 128 one place of eight, and always the ends: all of them take half a minute for nothing new. */
  const isTried = (size: number, at: number, first: number, last: number): boolean =>
    size <= 128 || (size + at) % 8 === 0 || at === first || at === last;

  it('to 512: prove their leaves, and at no other place', async () => {
    let wrong = 0;
    for (let size = 1; size <= 512; size += 1)
      for (let index = 0; index < size; index += 1) {
        if (!isTried(size, index, 0, size - 1)) continue;
        const given = { index, size, leaf: leaves[index] ?? root(0), root: root(size) };
        const proof = await inclusionProof(nodes, index, size);
        if (!verifyInclusion({ ...given, proof })) wrong += 1;
        const other = (index + 1) % size;
        if (size > 1 && verifyInclusion({ ...given, index: other, proof })) wrong += 1;
      }
    expect(wrong).toBe(0);
  }, 120_000);

  it('to 512: prove that a larger tree begins with a smaller one, and with no other', async () => {
    let wrong = 0;
    for (let second = 1; second <= 512; second += 1)
      for (let first = 1; first <= second; first += 1) {
        if (!isTried(second, first, 1, second)) continue;
        const given = { first, second, firstRoot: root(first), secondRoot: root(second) };
        const proof = await consistencyProof(nodes, first, second);
        if (!verifyConsistency({ ...given, proof })) wrong += 1;
        const other = root(first - 1);
        if (verifyConsistency({ ...given, firstRoot: other, proof })) wrong += 1;
      }
    expect(wrong).toBe(0);
  }, 120_000);

  it('hold a tree of 2^16 leaves, appended in uneven batches, each by a new appender', async () => {
    const size = 2 ** 16;
    const kept = new Kept();
    const running = new RunningRoot();
    const checked: { at: number; root: Buffer }[] = [];
    const steps = fc.sample(fc.integer({ min: 1, max: 6_000 }), { numRuns: 200, seed: 7 });
    for (let at = 0, step = 0; at < size; step += 1) {
      const appender = await TileAppender.at(at, kept.read);
      const end = Math.min(size, at + (steps[step % steps.length] ?? 1));
      for (; at < end; at += 1) {
        running.add(leafOf(at));
        appender.append(leafOf(at));
      }
      kept.keep(appender.take());
      checked.push({ at: end, root: running.root() });
    }
    const nodes = nodesOf(kept.read);
    for (const { at, root } of checked) expect(await rootAt(nodes, at)).toEqual(root);
    for (const index of fc.sample(fc.integer({ min: 0, max: size - 1 }), { numRuns: 100, seed: 7 })) {
      const one = checked.find(({ at }) => at > index);
      if (!one) continue;
      const proof = await inclusionProof(nodes, index, one.at);
      const given = { index, size: one.at, leaf: leafOf(index), root: one.root };
      expect(verifyInclusion({ ...given, proof })).toBe(true);
    }
    for (const [at, { at: first, root: firstRoot }] of checked.entries()) {
      const last = checked[(at * 7) % checked.length];
      if (!last || last.at < first) continue;
      const proof = await consistencyProof(nodes, first, last.at);
      const given = { first, second: last.at, firstRoot, secondRoot: last.root };
      expect(verifyConsistency({ ...given, proof })).toBe(true);
    }
  }, 120_000);
});
