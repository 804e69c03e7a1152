import { randomUUID } from 'node:crypto';
import {
  KurrentDouble,
  contextOf,
  createdTimes,
  kurrentProcess,
  thingEvents,
  wholeLog,
} from '@lien-ket/testing';
import {
  Count,
  KurrentClient,
  MARK_EVERY,
  MarksInMemory,
  NO_STREAM,
  type EncodedEvent,
  type StoredEvent,
} from '../index.js';
import { newAttempt } from './client.adapter.js';
import { TenantLog } from './tenant-log.js';

const ctx = contextOf('first');

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
function process(marks = new MarksInMemory()): ReturnType<typeof kurrentProcess> {
  const made = kurrentProcess(double.connectionString, 'alpha', marks);
  opened.push(made.logs);
  return made;
}

function events(stream: string, count = 1): EncodedEvent[] {
  return thingEvents(ctx, stream, Array(count).fill({ n: 1 }), randomUUID());
}

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
    expect((await wholeLog(process().store, ctx)).map(({ recordedAt }) => recordedAt)).toEqual([
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
    expect((await wholeLog(resumed, ctx)).map(place)).toEqual((await wholeLog(recounted, ctx)).map(place));
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
