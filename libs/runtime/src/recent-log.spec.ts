import type { LogRange, StoredEvent } from '@lien-ket/event-store';
import { contextOf } from '@lien-ket/testing';
import { AppendedTypes, RecentLog } from './recent-log.js';

const [A, B] = [contextOf('a'), contextOf('b')];

/** A log of events 1, 2, 3, … of two types in turn; tells what it was asked. */
function logOf(failures = 0) {
  const asked: LogRange[] = [];
  let left = failures;
  return {
    asked,
    async *log(_: unknown, range: LogRange): AsyncIterable<readonly StoredEvent[]> {
      asked.push(range);
      if (left-- > 0) throw new Error('away');
      for (let seq = range.after + 1; seq <= (range.until ?? 1_000); seq += 1)
        yield [{ seq, type: seq % 2 ? 'odd' : 'even' } as StoredEvent];
    },
  };
}

async function seqs(log: RecentLog, ctx = A, range: LogRange = { after: 0 }): Promise<number[]> {
  const found: number[] = [];
  for await (const batch of log.log(ctx, range)) found.push(...batch.map(({ seq }) => seq));
  return found;
}

it('reads a range once for all who follow it, also at the same time, and gives each its own types', async () => {
  const store = logOf();
  const log = new RecentLog(store);
  const range = { after: 10, until: 14 };
  expect(await Promise.all([seqs(log, A, { ...range, types: ['odd'] }), seqs(log, A, range)])).toEqual([
    [11, 13],
    [11, 12, 13, 14],
  ]);
  expect(await seqs(log, A, { after: 12, until: 13, types: ['even'] })).toEqual([]);
  expect(store.asked).toEqual([range]);
});

it('reads again what reaches beyond, and keeps tenants apart', async () => {
  const store = logOf();
  const log = new RecentLog(store);
  expect(await seqs(log, A, { after: 10, until: 12 })).toEqual([11, 12]);
  expect(await seqs(log, B, { after: 10, until: 12 })).toEqual([11, 12]);
  expect(await seqs(log, A, { after: 11, until: 13 })).toEqual([12, 13]);
  expect(await seqs(log, A, { after: 10, until: 11 })).toEqual([11]);
  expect(store.asked).toHaveLength(4);
});

it('streams what is long or has no end', async () => {
  const store = logOf();
  const log = new RecentLog(store);
  const long = { after: 0, until: 201, types: ['odd'] };
  expect(await seqs(log, A, long)).toHaveLength(201);
  expect(await seqs(log, A, { after: 990 })).toHaveLength(10);
  expect(store.asked).toEqual([long, { after: 990 }]);
});

it('remembers no failure', async () => {
  const log = new RecentLog(logOf(1));
  await expect(seqs(log, A, { after: 0, until: 2 })).rejects.toThrow('away');
  expect(await seqs(log, A, { after: 0, until: 2 })).toEqual([1, 2]);
});

it('does not ask for what this process knows to be of other types, and asks for what it does not know', async () => {
  const store = logOf();
  const appended = new AppendedTypes();
  const log = new RecentLog(store, appended);
  appended.note('a', 13, ['even', 'odd']);
  expect(await seqs(log, A, { after: 11, until: 13, types: ['other'] })).toEqual([]);
  expect(store.asked).toEqual([]);
  expect(await seqs(log, A, { after: 11, until: 13, types: ['odd'] })).toEqual([13]);
  expect(await seqs(log, A, { after: 11, until: 14, types: ['other'] })).toEqual([]);
  expect(await seqs(log, A, { after: 10, until: 12, types: ['other'] })).toEqual([]);
  expect(await seqs(log, B, { after: 11, until: 13, types: ['other'] })).toEqual([]);
  expect(store.asked).toHaveLength(4);
});

it('forgets the oldest types first', async () => {
  const appended = new AppendedTypes();
  for (let seq = 1; seq <= 201; seq += 1) appended.note('a', seq, ['even']);
  expect([1, 2].map((after) => appended.hasNone('a', after - 1, after, ['odd']))).toEqual([false, true]);
});
