import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import type { StreamName } from '@lien-ket/kernel';
import {
  THINGS,
  THING_TYPE,
  contextOf,
  doubledDriver,
  loadOfSpecs,
  postgresDriver,
  type LogDriver,
} from '@lien-ket/testing';
import { RevisionConflict, encodeEvents, type EncodedEvent, type EventStore } from './index.js';

const TYPE = THING_TYPE;
const STREAMS = 4;
/** Seeds that once failed; always run first. A new failure adds itself: commit the file with the correction. */
const SEEDS = new URL('../golden/model-seeds.json', import.meta.url);
const ctx = contextOf('model');

interface Seed {
  readonly seed: number;
  readonly path: string;
}

/** One writer's wish: on which stream, how many events, and how far from where the stream really stands. */
interface Wish {
  readonly stream: number;
  readonly count: number;
  readonly off: number;
}

type Step =
  | { readonly kind: 'append'; readonly wishes: readonly Wish[] }
  | { readonly kind: 'retry'; readonly which: number; readonly altered: boolean }
  | { readonly kind: 'read'; readonly stream: number; readonly from: number; readonly to: number }
  | { readonly kind: 'log'; readonly after: number; readonly batch: number }
  | { readonly kind: 'restart' };

const wish = fc.record({
  stream: fc.nat(STREAMS - 1),
  count: fc.integer({ min: 1, max: 4 }),
  off: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -2, max: 2 }) },
  ),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      wishes: fc.array(wish, { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('retry' as const), which: fc.nat(20), altered: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      stream: fc.nat(STREAMS - 1),
      from: fc.nat(6),
      to: fc.nat(12),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('log' as const),
      after: fc.nat(12),
      batch: fc.integer({ min: 1, max: 7 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
);

/** The whole reference: a list of (stream, revision, id). Everything else is counted from it. */
class Model {
  readonly log: { stream: StreamName; revision: number; id: string }[] = [];

  of(stream: StreamName): { stream: StreamName; revision: number; id: string }[] {
    return this.log.filter((event) => event.stream === stream);
  }

  append(stream: StreamName, ids: readonly string[], expected: number): 'appended' | 'repeated' | number {
    const there = this.of(stream);
    if (expected === there.length - 1) {
      ids.forEach((id, index) => this.log.push({ stream, revision: expected + 1 + index, id }));
      return 'appended';
    }
    const same = ids.every((id, index) => there[expected + 1 + index]?.id === id);
    return same ? 'repeated' : there.length - 1;
  }
}

interface Sent {
  readonly stream: StreamName;
  readonly events: EncodedEvent[];
  readonly expected: number;
}

/** One run of the store beside the model, on streams of its own behind what earlier runs have left in the log. */
class Run {
  private readonly model = new Model();
  private readonly streams = Array.from({ length: STREAMS }, () => `thing-${randomUUID()}`);
  private readonly sent: Sent[] = [];
  private store = openStore();

  constructor(private readonly before: number) {}

  async do(one: Step): Promise<void> {
    switch (one.kind) {
      case 'append':
        return this.append(one.wishes);
      case 'retry': {
        const sent = this.sent[one.which % Math.max(1, this.sent.length)];
        if (!sent) return;
        const again = one.altered ? this.altered(sent) : sent;
        return this.compare([again], await this.send([again]));
      }
      case 'read':
        return this.read(this.nameOf(one.stream), one.from, one.to);
      case 'log':
        return this.tail(one.after, one.batch);
      case 'restart':
        this.store = openStore();
        return;
    }
  }

  /** All wishes at once: those of one stream are served in the order of the calls. */
  private async append(wishes: readonly Wish[]): Promise<void> {
    const sent = wishes.map(({ stream, count, off }) => {
      const name = this.nameOf(stream);
      const command = { id: randomUUID(), name: 'model', hash: '' };
      const data = Array.from({ length: count }, () => ({ type: TYPE, data: { text: 'Kiên Giang' } }));
      const expected = Math.max(-1, this.model.of(name).length - 1 + off);
      return { stream: name, events: encodeEvents(ctx, name, command, data), expected };
    });
    this.compare(sent, await this.send(sent));
    this.sent.push(...sent);
  }

  /** The same append but for its last event: no retry, whatever else is the same. */
  private altered({ stream, events, expected }: Sent): Sent {
    const command = { id: randomUUID(), name: 'model', hash: '' };
    const [other] = encodeEvents(ctx, stream, command, [{ type: TYPE, data: {} }]);
    return { stream, events: [...events.slice(0, -1), ...(other ? [other] : [])], expected };
  }

  /** Side by side where the driver takes them in the order in which they were sent; else one after the other. */
  private async send(all: readonly Sent[]): Promise<('appended' | 'repeated' | number)[]> {
    if (keepsOrder) return Promise.all(all.map((one) => this.sendOne(one)));
    const answers: ('appended' | 'repeated' | number)[] = [];
    for (const one of all) answers.push(await this.sendOne(one));
    return answers;
  }

  private async sendOne({ stream, events, expected }: Sent): Promise<'appended' | 'repeated' | number> {
    try {
      const answer = await this.store.append(ctx, stream, events, expected);
      expect(answer.revision).toBe(expected + events.length);
      return answer.outcome;
    } catch (error) {
      if (error instanceof RevisionConflict) return error.current;
      throw error;
    }
  }

  private compare(all: readonly Sent[], answers: readonly ('appended' | 'repeated' | number)[]): void {
    const wanted = all.map(({ stream, events, expected }) =>
      this.model.append(
        stream,
        events.map(({ id }) => id),
        expected,
      ),
    );
    expect(answers).toEqual(wanted);
  }

  private async read(stream: StreamName, from: number, to: number): Promise<void> {
    const events = await this.store.read(ctx, stream, { from, to });
    const wanted = this.model.of(stream).filter(({ revision }) => revision >= from && revision <= to);
    expect(events.map(({ revision, header }) => ({ stream, revision, id: header.id }))).toEqual(wanted);
  }

  /** Order among streams is the store's to choose; within a stream, and without a gap, it is not. */
  async tail(after: number, batch: number): Promise<void> {
    const events = [];
    for await (const some of this.store.log(ctx, { after: this.before + after, batch })) events.push(...some);
    expect(events.map(({ seq }) => seq - this.before)).toEqual(
      Array.from(
        { length: Math.max(0, this.model.log.length - after) },
        (_unused, index) => after + 1 + index,
      ),
    );
    for (const stream of this.streams) {
      const seen = events.filter((event) => event.stream === stream);
      const ids = this.model.of(stream).map(({ id }) => id);
      expect(seen.map(({ header }) => header.id)).toEqual(ids.slice(ids.length - seen.length));
    }
    if (after === 0) expect(await this.store.head(ctx)).toBe(this.before + this.model.log.length);
  }

  private nameOf(index: number): StreamName {
    return this.streams[index] ?? '';
  }
}

/** PostgreSQL's batcher keeps the order of calls; calls to a KurrentDB are requests of their own, and which comes first is open. */
let keepsOrder = true;
/** The store as a process that has just started has it. */
let openStore: () => EventStore;

const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
  const run = new Run(await openStore().head(ctx));
  for (const one of steps) await run.do(one);
  await run.tail(0, 500);
});

const failedBefore = JSON.parse(readFileSync(SEEDS, 'utf8')) as Seed[];

/** KurrentDB forgets the ids with each start; its road is longer, so it goes fewer ways. */
const DRIVERS: readonly (readonly [string, number, () => Promise<LogDriver>])[] = [
  ['postgres', 1, () => postgresDriver(THINGS, ['model'])],
  ['kurrentdb', 0.2, forgetful],
];

async function forgetful(): Promise<LogDriver> {
  const driver = await doubledDriver(THINGS, ['model']);
  const store = (service: string): EventStore => {
    driver.doubles.get('model')?.log.forgetIds();
    return driver.store(service);
  };
  return { ...driver, store };
}

describe.each(DRIVERS)('the driver %s', (name, share, start) => {
  let driver: LogDriver;

  beforeAll(async () => {
    driver = await start();
    keepsOrder = name === 'postgres';
    openStore = () => driver.store('alpha');
  }, 60_000);

  afterAll(() => driver.stop());

  test('seeds that once failed', async () => {
    for (const { seed, path } of failedBefore) await fc.assert(property, { seed, path });
  });

  test('the store does what the model does', async () => {
    const result = await fc.check(property, { numRuns: Math.ceil(loadOfSpecs().modelRuns * share) });
    if (result.failed) {
      const failed = { seed: result.seed, path: result.counterexamplePath ?? '' };
      writeFileSync(SEEDS, `${JSON.stringify([...failedBefore, failed], null, 2)}\n`);
      throw new Error(`seed ${failed.seed}, path ${failed.path}: ${fc.defaultReportMessage(result) ?? ''}`);
    }
  }, 120_000);
});
