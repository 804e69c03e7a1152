import type { Clock, Context, Recorded } from '@lien-ket/kernel';
import { contextOf } from '@lien-ket/testing';
import type { ConsumerStore } from './consumer-store.js';
import { Consumer } from './consumer.js';

const CTX = contextOf('a');
const CLOCK: Clock = { now: () => '2025-03-11T01:00:00.000Z', businessDate: () => '2025-03-11' };

function event(seq: number): Recorded {
  const header = {
    id: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
    businessDate: '2025-03-11',
  };
  return { tenant: 'a', seq, type: 'happened', stream: 'thing-1', header, data: {} } as unknown as Recorded;
}

/** A consumer of one handler, what it asked its store, and what it did. */
function scene(alone: boolean, refused: readonly number[] = [], perBatch = 1) {
  const [asked, done]: [string[], number[]] = [[], []];
  const parked: { handler: string }[] = [];
  let [outages, outageAt] = [0, 0];
  const noted = new Set<string>();
  const [opened, notes]: [number[], number[]] = [[], []];
  const store: ConsumerStore = {
    cursor: async () => 0,
    standings: async (_ctx, names, { id }) => {
      asked.push(id);
      return names.map(() => 'free');
    },
    open: async (_ctx, messages) => {
      opened.push(messages.length);
      return new Set(messages.flatMap(({ id }) => (noted.has(id) ? [] : [id])));
    },
    note: async (_ctx, messages) => {
      notes.push(messages.length);
      messages.forEach(({ message }) => noted.add(message));
    },
    advance: async () => undefined,
    park: async (_ctx: Context, handler: string) => void parked.push({ handler }),
    parked: async () => parked,
  };
  const log = {
    async *log(_ctx: Context, { after, until = 0 }: { after: number; until?: number }) {
      for (let seq = after + 1; seq <= until; seq += perBatch) {
        const length = Math.min(perBatch, until - seq + 1);
        yield Array.from({ length }, (_, index) => event(seq + index));
      }
    },
  };
  const run = async ({ seq }: Recorded): Promise<void> => {
    if (seq >= outageAt && outages-- > 0) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    if (refused.includes(seq)) throw new Error('never');
    done.push(seq);
  };
  const handlers = [{ type: 'happened', service: 's', name: 's.do', run }];
  const pause = async (): Promise<void> => undefined;
  const begin = (): Consumer =>
    new Consumer({ service: 's', handlers, log, store, clock: CLOCK, pause, alone });
  return {
    consumer: begin(),
    begin,
    asked,
    opened,
    notes,
    done,
    fail: (times: number, at = 0) => void ([outages, outageAt] = [times, at]),
  };
}

describe('a consumer that is alone', () => {
  it('asks only of what may have been done before it began', async () => {
    const { consumer, asked, done } = scene(true);
    await consumer.catchUp(CTX, 2);
    await consumer.catchUp(CTX, 5);
    expect(done).toEqual([1, 2, 3, 4, 5]);
    expect(asked).toHaveLength(2);
  });

  it('asks again of what it has tried, and of everything once something is parked', async () => {
    const { consumer, asked, done, fail } = scene(true, [4]);
    await consumer.catchUp(CTX, 1);
    fail(5);
    await expect(consumer.catchUp(CTX, 2)).rejects.toThrow('away');
    expect(asked).toHaveLength(1);
    await consumer.catchUp(CTX, 2);
    expect(asked).toHaveLength(2);
    await consumer.catchUp(CTX, 6);
    expect(done).toEqual([1, 2, 3, 5, 6]);
    expect(asked).toHaveLength(4);
  });
});

it('where others handle the same messages, every message is asked for', async () => {
  const { consumer, asked } = scene(false);
  await consumer.catchUp(CTX, 2);
  await consumer.catchUp(CTX, 5);
  expect(asked).toHaveLength(5);
});

it('whoever reads the log again asks once for many, and does only what was never done', async () => {
  const { consumer, begin, asked, opened, done } = scene(false, [], 4);
  await consumer.catchUp(CTX, 6);
  expect({ asked: asked.length, opened }).toEqual({ asked: 6, opened: [4, 2] });
  expect(await begin().catchUp(CTX, 8)).toEqual({ applied: 2, errors: [] });
  expect(done).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect({ asked: asked.length, opened }).toEqual({ asked: 8, opened: [4, 2, 4, 4] });
});

it('notes together what was done of many, also where one of them could not be', async () => {
  const { consumer, notes, done, fail } = scene(true, [], 4);
  await consumer.catchUp(CTX, 4);
  expect(notes).toEqual([4]);
  fail(5, 7);
  await expect(consumer.catchUp(CTX, 8)).rejects.toThrow('away');
  await consumer.catchUp(CTX, 8);
  expect({ notes, done }).toEqual({ notes: [4, 2, 2], done: [1, 2, 3, 4, 5, 6, 7, 8] });
});
