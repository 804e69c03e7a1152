import type { Recorded } from '@lien-ket/kernel';
import type { ProjectionRunner, TenantDb } from '@lien-ket/read-model';
import { contextOf } from '@lien-ket/testing';
import { DayWork } from './day-work.js';

const CTX = contextOf('a');

function began(id: string, seq: number): Recorded {
  return { tenant: 'a', seq, header: { id }, data: { date: '2025-03-11' } } as unknown as Recorded;
}

/** Rows that answer as told, and how often they were asked; a runner that reads up to `head` when it is behind. */
function scene(answer: () => Promise<object[]>) {
  const at = { position: 0, head: 5, asked: [] as unknown[][] };
  const query = (...given: unknown[]): Promise<object[]> => {
    at.asked.push(given);
    return answer();
  };
  const db = {
    use: (_ctx: unknown, work: (one: object) => unknown) => work({ query }),
  } as unknown as TenantDb;
  const runner = {
    position: () => at.position,
    catchUp: async () => void (at.position = at.head),
  } as unknown as ProjectionRunner;
  return { at, work: new DayWork(db, runner, { some: 'EXISTS (SELECT 1)', none: 'false' }) };
}

it('asks once for all handlers of a day, after the rows hold the day', async () => {
  const { at, work } = scene(async () => [{ some: true, none: false }]);
  const [some, none] = await Promise.all([
    work.brings(CTX, began('1', 4), 'some'),
    work.brings(CTX, began('1', 4), 'none'),
  ]);
  expect([some, none, await work.brings(CTX, began('1', 4), 'some')]).toEqual([true, false, true]);
  expect(at.position).toBe(5);
  expect(at.asked).toEqual([
    [
      `SELECT (EXISTS (SELECT 1)) AS "some", (false) AS "none" FROM (SELECT $1::date) AS today`,
      ['2025-03-11'],
    ],
  ]);
});

it('asks again for another day, and when the rows have moved on', async () => {
  const { at, work } = scene(async () => [{ some: true, none: false }]);
  await work.brings(CTX, began('1', 4), 'some');
  await work.brings(CTX, began('2', 5), 'some');
  at.position = 6;
  await work.brings(CTX, began('2', 5), 'some');
  expect(at.asked).toHaveLength(3);
});

it('remembers no failure, and knows its conditions', async () => {
  let isAway = true;
  const { work } = scene(async () => {
    if (isAway) throw new Error('away');
    return [{ some: true, none: false }];
  });
  await expect(work.brings(CTX, began('1', 4), 'some')).rejects.toThrow('away');
  isAway = false;
  expect(await work.brings(CTX, began('1', 4), 'some')).toBe(true);
  await expect(work.brings(CTX, began('1', 4), 'other')).rejects.toThrow('no daily condition other');
});
