import { committedDigests, digestOf, keptStreams } from '@lien-ket/testing';
import { EVENTS } from '@lien-ket/contracts';
import type { Recorded } from '@lien-ket/kernel';
import { happened } from './happened.js';
import { NOTHING_HELD, tell, type Held } from './history.fold.js';

/** What the history tells of a stream, and what it holds of its record in the end. */
function told(events: readonly Recorded[]): unknown {
  let held: Held = NOTHING_HELD;
  const rows = events.map((event) => {
    const next = tell(happened(event), held, []);
    held = next.held;
    return next.row;
  });
  return { rows, held };
}

describe('history that was kept', () => {
  const streams = [...new Set(EVENTS.map(({ aggregate }) => aggregate))].flatMap((category) => [
    ...keptStreams(category),
  ]);
  const digests = Object.fromEntries(streams.map(([key, events]) => [key, digestOf(told(events))]));

  it('is told as it was', () => {
    expect(streams.length).toBeGreaterThan(200);
    expect(digests).toEqual(committedDigests('history', digests));
  });

  it('would not be, were one word of it another', () => {
    const [key = '', events = []] = streams.find(([, { length }]) => length > 1) ?? [];
    const forged = events.map((event) => ({
      ...event,
      header: { ...event.header, businessDate: '1999-01-01' },
    }));
    expect(digestOf(told(forged))).not.toBe(digests[key]);
  });
});
