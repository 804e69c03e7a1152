import { liveHalf } from './simulation/lived.js';
import { World } from './simulation/world.adapter.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
}, 120_000);
afterAll(() => world.close());

it('histories of even seeds: nothing lost, nothing twice, every view the fold of its log', async () => {
  const outcomes = await liveHalf(world, 0);
  expect(outcomes.filter(({ faults }) => faults.length > 0)).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(0);
}, 3_600_000);
