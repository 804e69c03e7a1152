import { randomUUID } from 'node:crypto';
import { KurrentDouble, contextOf, kurrentProcess, thingEvents, wholeLog } from '@lien-ket/testing';
import { NO_STREAM, RevisionConflict, type EncodedEvent, type LiveEvents } from '../index.js';

const ctx = contextOf('first');
const TICKS = { everyMs: 100, patience: 2, againMs: 20 };

let double: KurrentDouble;
let opened: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  double = await KurrentDouble.start();
});

afterEach(async () => {
  for (const logs of opened) await logs.close();
  opened = [];
  await double.stop();
});

/** What a process that has just started has. */
function process(): ReturnType<typeof kurrentProcess> {
  const made = kurrentProcess(double.connectionString, 'alpha');
  opened.push(made.logs);
  return made;
}

function events(stream: string, count = 1): EncodedEvent[] {
  return thingEvents(ctx, stream, Array(count).fill({ n: 1 }), randomUUID());
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
  expect((store && (await wholeLog(store, ctx)))?.map(({ seq }) => seq)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
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
    expect((await wholeLog(fresh, ctx)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 1_200 }, (_unused, index) => index + 1),
    );
    expect(double.faults.dropReadAfter).toBeUndefined();
    double.faults.dropReadAfter = after;
    expect(await fresh.read(ctx, stream)).toHaveLength(1_200);
  });
});
