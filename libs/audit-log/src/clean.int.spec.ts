import {
  AuditWorld,
  disagreements,
  judge,
  judged,
  loadOfSpecs,
  madeHistory,
  planScope,
  planStreams,
  worldKeys,
} from '@lien-ket/testing';
import fc from 'fast-check';

const { forgerySeed: seed } = loadOfSpecs();

describe('1,000 clean bundles', () => {
  it(`are all OK, of streams and of whole logs, and in the second verifier too (seed ${seed})`, async () => {
    const sizes = fc.sample(fc.tuple(fc.integer({ min: 4, max: 40 }), fc.nat(1_000_000)), {
      numRuns: 500,
      seed,
    });
    for (const [count, salt] of sizes) {
      const world = new AuditWorld(madeHistory(count, salt), worldKeys);
      judge(await world.bundle(planScope, world.has(planStreams)));
      judge(await world.bundle({ kind: 'log' }, []));
    }
    expect(judged).toHaveLength(1_000);
    expect(judged.filter(({ verdict }) => verdict !== 'OK')).toEqual([]);
    expect(disagreements(20)).toEqual([]);
  }, 300_000);
});
