import { randomUUID } from 'node:crypto';
import { KurrentDouble, contextOf, createdTimes } from '@lien-ket/testing';
import {
  Count,
  KurrentClient,
  KurrentEventStore,
  KurrentLogs,
  MARK_EVERY,
  MarksInMemory,
  NO_STREAM,
  RevisionConflict,
  encodeEvents,
  type EncodedEvent,
  type LiveEvents,
  type LogRegistry,
  type StoredEvent,
} from '../index.js';
import { newAttempt } from './client.adapter.js';
import { TenantLog } from './tenant-log.js';

const TYPE = 'lk.alpha.thing.happened.v1';
const REGISTRY: LogRegistry = {
  types: [{ type: TYPE, service: 'alpha', public: true }],
  categories: [{ category: 'thing', service: 'alpha' }],
  readers: [],
};
const ctx = contextOf('first');
const TICKS = { everyMs: 100, patience: 2, againMs: 20 };

let double: KurrentDouble;
let opened: KurrentLogs[] = [];

beforeEach(async () => {
  double = await KurrentDouble.start();
});

afterEach(async () => {
  for (const logs of opened) await logs.close();
  opened = [];
  await double.stop();
});

/** What a process that has just started has. */
function process(marks = new MarksInMemory()): { logs: KurrentLogs; store: KurrentEventStore } {
  const logs = new KurrentLogs(
    () => double.connectionString,
    marks,
    (at) => KurrentClient.open(at, { callMs: 400, firstPauseMs: 20 }),
  );
  opened.push(logs);
  return { logs, store: new KurrentEventStore('alpha', logs, REGISTRY) };
}

function events(stream: string, count = 1, commandId: string = randomUUID()): EncodedEvent[] {
  const command = { id: commandId, name: 'test', hash: 'x' };
  const all = Array.from({ length: count }, (_unused, n) => ({ type: TYPE, data: { n } }));
  return encodeEvents(ctx, stream, command, all);
}

async function whole(store: KurrentEventStore, after = 0): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const batch of store.log(ctx, { after })) found.push(...batch);
  return found;
}

function news(): { heard: number[]; renewed: string[]; events: LiveEvents } {
  const heard: number[] = [];
  const renewed: string[] = [];
  return {
    heard,
    renewed,
    events: {
      onNews: (seq) => heard.push(seq),
      onRenewed: (reason) => renewed.push(reason),
      onError: () => undefined,
    },
  };
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !holds();) {
    if (Date.now() > end) throw new Error('it did not happen');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('an append whose answer is lost', () => {
  it.each(['lostAnswers', 'silentAnswers'] as const)(
    '%s: is sent again with the original revision, and written once',
    async (fault) => {
      const { store } = process();
      const stream = `thing-${randomUUID()}`;
      await store.append(ctx, stream, events(stream), NO_STREAM);
      double.faults[fault] = 1;
      const answer = await store.append(ctx, stream, events(stream, 2), 0);
      expect(answer).toMatchObject({ outcome: 'appended', seq: 3, revision: 2 });
      expect(double.faults[fault]).toBe(0);
      expect(double.log.stream(stream)).toHaveLength(3);
    },
  );

  it('is found although the server has forgotten the ids', async () => {
    const { store } = process();
    const stream = `thing-${randomUUID()}`;
    await store.head(ctx);
    double.faults.lostAnswers = 1;
    const sent = store.append(ctx, stream, events(stream, 2), NO_STREAM);
    await until(() => double.log.stream(stream).length === 2);
    double.log.forgetIds();
    expect(await sent).toMatchObject({ outcome: 'appended', seq: 2, revision: 1 });
    expect(double.log.stream(stream)).toHaveLength(2);
  });

  it('fails as unavailable when nobody answers at all, and the retry later is right', async () => {
    const { store } = process();
    const stream = `thing-${randomUUID()}`;
    await store.head(ctx);
    double.faults.silentAnswers = 5;
    const same = events(stream);
    await expect(store.append(ctx, stream, same, NO_STREAM)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await store.append(ctx, stream, same, NO_STREAM)).toMatchObject({ outcome: 'repeated', seq: 1 });
    expect(double.log.stream(stream)).toHaveLength(1);
  });
});

describe('a retry by another process', () => {
  it.each([
    ['while the server knows the ids', () => Promise.resolve()],
    ['after a restart of the server', () => double.restart()],
  ])('%s answers as the first time', async (_when, between) => {
    const stream = `thing-${randomUUID()}`;
    const same = events(stream, 3);
    const first = await process().store.append(ctx, stream, same, NO_STREAM);
    await process().store.append(ctx, stream, events(stream), 2);
    await between();
    expect(await process().store.append(ctx, stream, same, NO_STREAM)).toEqual({
      ...first,
      outcome: 'repeated',
    });
    expect(double.log.stream(stream)).toHaveLength(4);
  });

  it('that differs in its last event is none', async () => {
    const stream = `thing-${randomUUID()}`;
    const [a, b] = [events(stream, 2), events(stream, 2)];
    const { store } = process();
    await store.append(ctx, stream, a, NO_STREAM);
    await expect(store.append(ctx, stream, [...a.slice(0, 1), ...b.slice(1)], NO_STREAM)).rejects.toEqual(
      new RevisionConflict(stream, NO_STREAM, 1),
    );
  });
});

test('8 writers on one stream: exactly one wins each revision', async () => {
  const stream = `thing-${randomUUID()}`;
  const stores = Array.from({ length: 8 }, () => process().store);
  for (let revision = -1; revision < 9; revision += 1) {
    const tries = await Promise.allSettled(
      stores.map((store) => store.append(ctx, stream, events(stream), revision)),
    );
    const lost = tries.filter((one) => one.status === 'rejected');
    expect(lost).toHaveLength(7);
    expect(lost.map(({ reason }) => (reason as RevisionConflict).current)).toEqual(
      lost.map(() => revision + 1),
    );
  }
  const [store] = stores;
  expect((store && (await whole(store)))?.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

describe('a subscription', () => {
  it('wakes a process when another appends', async () => {
    const { heard, events: ears } = news();
    await process().logs.listen('first', ears, { ...TICKS, everyMs: 60_000 });
    const stream = `thing-${randomUUID()}`;
    await until(() => double.seen.subscribe === 1);
    await process().store.append(ctx, stream, events(stream, 2), NO_STREAM);
    await until(() => heard.at(-1) === 2);
  });

  it('that falls silent is noticed by the ticks and made anew, and nothing is missed', async () => {
    const { heard, renewed, events: ears } = news();
    await process().logs.listen('first', ears, TICKS);
    await until(() => double.seen.subscribe === 1);
    double.silence();
    const { store } = process();
    const stream = `thing-${randomUUID()}`;
    await store.append(ctx, stream, events(stream), NO_STREAM);
    await until(() => renewed.length > 0 && double.seen.subscribe >= 2);
    expect(renewed[0]).toBe('silent');
    expect(heard).toEqual([1]);
    await store.append(ctx, stream, events(stream), 0);
    await until(() => heard.at(-1) === 2);
  });

  it('that is cut off is made anew from where the count stands', async () => {
    const { heard, renewed, events: ears } = news();
    await process().logs.listen('first', ears, { ...TICKS, everyMs: 60_000 });
    await until(() => double.seen.subscribe === 1);
    await double.restart();
    await until(() => double.seen.subscribe >= 2);
    const stream = `thing-${randomUUID()}`;
    await process().store.append(ctx, stream, events(stream), NO_STREAM);
    await until(() => heard.at(-1) === 1);
    expect(renewed[0]).toBe('ended');
  });

  it('that is quiet because nothing happens is left alone', async () => {
    const { renewed, events: ears } = news();
    await process().logs.listen('first', ears, TICKS);
    await until(() => double.seen.read > 8);
    expect(renewed).toEqual([]);
  });
});

describe('a connection that is cut in the middle of a read', () => {
  it.each([0, 7, 450])('after %i events: the log and the stream come whole', async (after) => {
    const { store } = process();
    const stream = `thing-${randomUUID()}`;
    for (let revision = -1; revision < 1_199; revision += 100)
      await store.append(ctx, stream, events(stream, 100), revision);
    double.faults.dropReadAfter = after;
    const fresh = process().store;
    expect((await whole(fresh)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 1_200 }, (_unused, index) => index + 1),
    );
    expect(double.faults.dropReadAfter).toBeUndefined();
    double.faults.dropReadAfter = after;
    expect(await fresh.read(ctx, stream)).toHaveLength(1_200);
  });
});

describe('time', () => {
  it('is ours, to the millisecond: what the client says is cut to seconds', async () => {
    const stream = `thing-${randomUUID()}`;
    const log = await skewed('2025-03-11T01:02:03.456Z');
    await log.append(stream, events(stream), NO_STREAM);
    const [event] = await process().store.read(ctx, stream);
    expect(event?.recordedAt).toBe('2025-03-11T01:02:03.456Z');
    const created = await createdTimes(double.connectionString, stream);
    expect(created.map((time) => time.getMilliseconds())).toEqual([0]);
    await log.link.close();
  });

  it('does not go back when the clocks of writers differ, and is the same for every reader', async () => {
    const [one, other] = [await skewed('2025-03-11T01:00:00.000Z'), await skewed('2025-03-11T00:58:30.000Z')];
    const stream = `thing-${randomUUID()}`;
    const first = await one.append(stream, events(stream), NO_STREAM);
    const second = await other.append(stream, events(stream), 0);
    expect(second.recordedAt).toBe(first.recordedAt);
    expect((await whole(process().store)).map(({ recordedAt }) => recordedAt)).toEqual([
      first.recordedAt,
      first.recordedAt,
    ]);
    await one.link.close();
    await other.link.close();
  });
});

describe('the count', () => {
  it('goes on from its marks, and a recount from the first event agrees', async () => {
    const marks = new MarksInMemory();
    const writer = process(marks).store;
    const streams = Array.from({ length: 5 }, () => `thing-${randomUUID()}`);
    for (let n = 0; n < 13; n += 1) {
      double.log.appendSystem('$stats', '$statsCollected');
      for (const stream of streams) await writer.append(ctx, stream, events(stream, 40), n * 40 - 1);
    }
    expect((await marks.load('first')).map(({ seq }) => seq)).toEqual([MARK_EVERY, 2 * MARK_EVERY]);
    const readsBefore = double.seen.read;
    const resumed = process(marks).store;
    expect(await resumed.head(ctx)).toBe(2_600);
    const readsToResume = double.seen.read - readsBefore;
    const recounted = process().store;
    expect(await recounted.head(ctx)).toBe(2_600);
    expect(double.seen.read - readsBefore - readsToResume).toBeGreaterThan(readsToResume);
    const place = ({ seq, stream, revision, recordedAt }: StoredEvent): unknown[] => [
      seq,
      stream,
      revision,
      recordedAt,
    ];
    expect((await whole(resumed)).map(place)).toEqual((await whole(recounted)).map(place));
    for (const stream of streams)
      expect((await resumed.read(ctx, stream)).map(place)).toEqual(
        (await recounted.read(ctx, stream)).map(place),
      );
  }, 30_000);

  it('forgets marks of another log and counts anew', async () => {
    const marks = new MarksInMemory();
    const place = { commit: 123_456n, prepare: 123_456n };
    await marks.add('first', { seq: 7_000, place, recordedAt: '2025-03-11T00:00:00.000Z' });
    const { store } = process(marks);
    const stream = `thing-${randomUUID()}`;
    expect((await store.append(ctx, stream, events(stream), NO_STREAM)).seq).toBe(1);
    expect(await marks.load('first')).toEqual([]);
  });

  it('says so when a mark does not agree with the log', async () => {
    const marks = new MarksInMemory();
    const { store } = process(marks);
    const stream = `thing-${randomUUID()}`;
    for (let revision = -1; revision < 1_299; revision += 100)
      await store.append(ctx, stream, events(stream, 100), revision);
    const [mark] = await marks.load('first');
    const record = double.log.stream(stream)[1_001];
    await marks.forget('first');
    if (mark && record) await marks.add('first', { ...mark, place: record.position });
    await expect(process(marks).store.read(ctx, stream, { to: 3 })).rejects.toThrow('does not agree');
  });
});

/** The log as a writer has it whose clock stands still there. */
async function skewed(now: string): Promise<TenantLog> {
  const link = await KurrentClient.open(double.connectionString);
  const count = await Count.open('first', link, new MarksInMemory());
  return new TenantLog(link, count, { now: () => now, attempt: newAttempt });
}
