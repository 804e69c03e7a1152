import { History } from './simulation/history.js';
import { World } from './simulation/world.adapter.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
}, 120_000);
afterAll(() => world.close());

it('x', async () => {
  const t = Date.now();
  for (let seed = 1; seed <= Number(process.env['N'] ?? 5); seed += 1) {
    const o = await History.run(world, seed);
    console.log(JSON.stringify(o), Date.now() - t);
  }
}, 600_000);
