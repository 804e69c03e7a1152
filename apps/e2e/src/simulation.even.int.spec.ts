import { keepToOneCore } from './simulation/core.adapter.js';
import { liveHalf } from './simulation/lived.js';
import { World } from './simulation/world.adapter.js';

let world: World;
let useAllCores: () => void;
beforeAll(async () => {
  useAllCores = keepToOneCore(0);
  world = await World.open();
}, 120_000);
afterAll(async () => {
  await world.close();
  useAllCores();
});

it('histories of even seeds: nothing lost, nothing twice, every view the fold of its log', async () => {
  const outcomes = await liveHalf(world, 0);
  expect(outcomes.filter(({ faults }) => faults.length > 0)).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(0);
}, 3_600_000);
