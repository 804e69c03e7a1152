import type { Clock } from '@lien-ket/kernel';
import { Pump, type Follower } from './pump.adapter.js';

const CLOCK: Clock = { now: () => '2025-03-11T01:00:00.000Z', businessDate: () => '2025-03-11' };

/** A tenant whose handlers append one event more to each of the first `until`. */
function scene(until: number) {
  const seen: { handled: number[]; told: number[] } = { handled: [], told: [] };
  const follower = (name: string, catchUp: (head: number) => void): Follower => ({
    name,
    catchUp: async (_ctx, head) => {
      await Promise.resolve();
      catchUp(head);
      return { errors: [] };
    },
  });
  const handling = follower('handlers', (head) => {
    seen.handled.push(head);
    if (head < until) pump.wake('a', head + 1);
  });
  const telling = follower('history', (head) => void seen.told.push(head));
  const events = { onCaughtUp: () => undefined, onError: () => undefined };
  const pump = new Pump([[handling]], async () => 0, CLOCK, events, [telling]);
  return { pump, seen };
}

it('what only tells follows once, behind all that came of a command', async () => {
  const { pump, seen } = scene(4);
  pump.wake('a', 1);
  await pump.settled();
  expect(seen).toEqual({ handled: [1, 2, 3, 4], told: [4] });
});

it('what only tells is never far behind where there is always more to do', async () => {
  const { pump, seen } = scene(250);
  pump.wake('a', 1);
  await pump.settled();
  expect(seen.told).toEqual([100, 200, 250]);
});
