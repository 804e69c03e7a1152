import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActivityListItem, ActivityView, Crossing, Page } from '@lien-ket/contracts';
import { evolvingOf } from '@lien-ket/event-store';
import { isKnown, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import { ServiceBench } from '@lien-ket/testing';
import { ACTIVITY, ActivityModule } from '../activity.module.js';
import { vaultIn } from '../file/vault.scene.js';
import { followed } from './activity.follow.js';
import { DAYS, FOCAL, T, listed as listedOf, lived, type Lived } from './activity.lived.scene.js';
import { activityIdOf } from './activity.ranges.js';
import { itemRangeProjection, workRangeProjection } from './range.projection.js';

const TODAY = DAYS.at(-1) ?? '';
let bench: ServiceBench;
let said: Lived['said'];
let done: Lived['done'];

beforeAll(async () => {
  const directory = mkdtempSync(join(tmpdir(), 'lk-as-of-'));
  const module = (runtime: ServiceBench['runtime']) =>
    ActivityModule.with(runtime, vaultIn(directory), join(directory, 'files'));
  bench = await ServiceBench.start({ spec: ACTIVITY, module }, [T]);
  ({ said, done } = await lived(bench));
}, 180_000);
afterAll(() => bench.stop());

const listed = (query: string): Promise<ActivityListItem[]> => listedOf(bench, query);

/** The list goes by the activity's present revision, whatever the day. */
const bare = (items: readonly ActivityListItem[]): object[] =>
  items.map(({ revision: _revision, ...one }) => one);

/** The acts on each plan, as they are known at a moment. */
async function plansKnown(knownAt: string): Promise<Map<string, RecordedPlanEvent[]>> {
  const plans = new Map<string, RecordedPlanEvent[]>();
  for (const recorded of await bench.log(T)) {
    const crossing = recorded.type.endsWith('.received.v1') ? (recorded.data as Crossing) : undefined;
    const [stream, type] = [
      crossing?.origin.stream ?? recorded.stream,
      crossing?.origin.type ?? recorded.type,
    ];
    if (!stream.startsWith('plan-')) continue;
    const { eventId: id, revision, effectiveOn } = crossing?.origin ?? {};
    const event = {
      ...evolvingOf(recorded),
      ...{ type, data: crossing?.content ?? recorded.data },
      ...(crossing ? { id, revision, effectiveOn } : {}),
    } as RecordedPlanEvent;
    const before = plans.get(stream.slice(5)) ?? [];
    plans.set(stream.slice(5), isKnown(event, knownAt) ? [...before, event] : before);
  }
  return plans;
}

it('much has happened', () => {
  const states = new Set([...said.values()].flat().map(({ state }) => state));
  expect([...states].sort()).toEqual([
    ...[
      'awaitingTrigger',
      'cancelled',
      'done',
      'inProgress',
      'planned',
      'postponed',
      'reportedDone',
      'suspended',
    ],
  ]);
  for (const name of ['progress', 'correctEntry', 'reportDone', 'confirmDone', 'unconfirmDone', 'suspend'])
    expect([name, (done.get(`${name} 200`) ?? 0) > 0]).toEqual([name, true]);
});

/** Our activities whose items stand in the plans that are in force at the moment, and what those say of their time. */
async function standing(asOf: string, knownAt: string): Promise<Map<string, string | undefined>> {
  const times = new Map<string, string | undefined>();
  for (const [planId, events] of await plansKnown(knownAt))
    for (const { itemId, wanted } of followed(planId, events, asOf))
      for (const tenant of wanted ? [T, 'hcmc'] : [])
        times.set(activityIdOf(tenant, itemId), wanted?.definition.time);
  return times;
}

it('as of today it says what it says of today', async () => {
  const stands = await standing(TODAY, TODAY);
  const now = (items: ActivityListItem[]) =>
    items.filter(({ id: one, origin }) => stands.has(one) && !origin);
  for (const query of ['', 'sort=-until', 'sort=state', 'origin=own', 'lead=mine', 'q=5', 'state=planned'])
    expect(now(await listed(`${query}&asOf=${TODAY}`))).toEqual(now(await listed(query)));
  for (const signal of ['overdue', 'noInformation', 'beganBeforeInForce', 'none'])
    expect(now(await listed(`signal=${signal}&asOf=${TODAY}`))).toEqual(
      now(await listed(`signal=${signal}`)),
    );
  const ids = (items: readonly ActivityListItem[]): string[] => items.map(({ id: one }) => one);
  expect(ids(await listed(`asOf=${TODAY}&origin=own`))).toEqual(ids(await listed('origin=own')));
});

it.each(DAYS)('as of %s and as known on it, it says what it said at its end', async (day) => {
  // What a correction moved or took out later is not what it was thought to be: the next test asks the plans.
  const stands = await standing(day, day);
  const then = (items: readonly ActivityListItem[] = []) =>
    bare(items.filter(({ id: one, origin }) => stands.has(one) && !origin));
  const found = then(await listed(`asOf=${day}&knownAt=${day}`));
  expect(found).toEqual(then(said.get(day)));
});

it('of every day and as known on every later one, it names what the plans in force then made of their items', async () => {
  const all = await Promise.all(['', 'state=enteredInError'].map(listed));
  const there = new Set(all.flat().map(({ id: one }) => one));
  let shown = 0;
  for (const [turn, asOf] of DAYS.entries())
    for (const knownAt of DAYS.slice(turn)) {
      const times = await standing(asOf, knownAt);
      const expected = [...times].filter(([one]) => there.has(one)).map(([one, time]) => `${one} ${time}`);
      const found = await listed(`asOf=${asOf}&knownAt=${knownAt}`);
      const now = found.filter(({ id: one, state }) => times.has(one) && !GONE.includes(state));
      expect([asOf, knownAt, now.map(({ id: one, time }) => `${one} ${time}`).sort()]).toEqual([
        asOf,
        knownAt,
        expected.sort(),
      ]);
      shown += expected.length;
    }
  expect(shown).toBeGreaterThan(200);
});
const GONE: readonly string[] = ['cancelled', 'enteredInError'];

it('page by page it is the same as at once, and a cursor carries its moment', async () => {
  const point = `asOf=${DAYS[4]}&knownAt=${DAYS[5]}&sort=until`;
  const whole = await listed(point);
  const items: ActivityListItem[] = [];
  for (let next: string | null = ''; next !== null;) {
    const path: string = `/activities?${point}&limit=4${next && `&cursor=${next}`}`;
    const { body }: { body: Page<ActivityListItem> } = await bench.get(T, FOCAL, path);
    expect(body.total).toBe(whole.length);
    items.push(...body.items);
    next = body.next;
    if (next === null) break;
    const { status } = await bench.get(
      T,
      FOCAL,
      `/activities?asOf=${DAYS[4]}&sort=until&limit=4&cursor=${next}`,
    );
    expect(status).toBe(400);
  }
  expect(items).toEqual(whole);
  expect(whole.length).toBeGreaterThan(10);
});

it('what was corrected is known from the correction on: a day of the entry, and what was confirmed by mistake', async () => {
  const [first] = (await listed('origin=own')).filter(
    ({ state }) => state === 'planned' || state === 'inProgress',
  );
  const path = `/activities/${first?.id}`;
  const send = async (name: string, body: object): Promise<void> => {
    const { revision } = (await bench.get<ActivityView>(T, FOCAL, path)).body;
    expect([name, (await bench.post(T, FOCAL, `${path}/${name}`, body, revision)).status]).toEqual([
      name,
      200,
    ]);
    await bench.settle(T);
  };
  const on = async (asOf: string, knownAt: string): Promise<string | null | undefined> => {
    const found = (await listed(`asOf=${asOf}&knownAt=${knownAt}`)).find(({ id: one }) => one === first?.id);
    return found?.state === 'done' ? 'done' : found?.lastProgressOn;
  };
  bench.day = '2025-03-01';
  const entry = { text: 'Họp', figures: [], links: [], evidence: [] };
  await send('progress', { ...entry, happenedOn: '2025-02-26' });
  const { progress } = (await bench.get<ActivityView>(T, FOCAL, path)).body;
  bench.day = '2025-03-05';
  await send('correctEntry', {
    ...entry,
    happenedOn: '2025-02-24',
    corrects: progress.at(-1)?.eventId,
    reason: 'nhầm',
  });
  expect(await on('2025-02-26', '2025-03-04')).toBe('2025-02-26');
  expect(await on('2025-02-26', '2025-03-05')).toBe('2025-02-24');
  expect(await on('2025-02-24', '2025-03-05')).toBe('2025-02-24');
  expect(await on('2025-02-24', '2025-03-04')).not.toBe('2025-02-24');
  await send('reportDone', { text: 'Xong', doneOn: '2025-03-05' });
  await send('confirmDone', {});
  bench.day = '2025-03-06';
  await send('unconfirmDone', { reason: 'nhầm' });
  expect([await on('2025-03-05', '2025-03-05'), await on('2025-03-05', '2025-03-06')]).toEqual([
    'done',
    '2025-02-24',
  ]);
});

it('difficulties are counted that nobody had settled by then, as they are today', async () => {
  const [first] = await listed('origin=own');
  const steps = { raised: '05', resolved: '06', resolutionConfirmed: '07', reopened: '08', declined: '09' };
  for (const [name, day] of Object.entries(steps)) {
    bench.day = `2025-04-${day}`;
    const data = { activityId: first?.id, planId: first?.planId, text: 'x', reason: 'x', example: false };
    await bench.record(T, 'difficulty-8f6f6b3e-4f0e-4f5e-8a44-0d6d2a5b7c11', [
      { type: `lk.activity.difficulty.${name}.v1`, data },
    ]);
    await bench.settle(T);
    const open = async (query: string) =>
      (await listed(query)).find(({ id }) => id === first?.id)?.openDifficulties;
    const expected = name === 'raised' || name === 'reopened' ? 1 : 0;
    expect([name, await open(''), await open(`asOf=${bench.day}`)]).toEqual([name, expected, expected]);
  }
});

it.each(['activity-items', 'activity-work'])(
  'a rebuild of %s makes all ranges as they came live',
  async (name) => {
    const ctx = bench.system(T);
    const ranges = (): Promise<unknown[]> =>
      bench.runtime.db.use(ctx, (db) =>
        db.query('SELECT r::text FROM item_range r UNION ALL SELECT r::text FROM work_range r ORDER BY 1'),
      );
    const live = await ranges();
    expect(live.length).toBeGreaterThan(100);
    await bench.runtime.runner.rebuild(ctx, name);
    expect(await ranges()).toEqual(live);
  },
);

type Rows = Parameters<typeof itemRangeProjection.apply>[0];

it.each([itemRangeProjection, workRangeProjection])(
  'many events told at once make the rows of $name that they make one by one',
  async ({ apply, applyAll, tables, types }) => {
    const ctx = bench.system(T);
    const events = (await bench.log(T)).filter(({ type }) => types.includes(type));
    const after = (fold: (rows: Rows) => Promise<unknown>): Promise<unknown> =>
      bench.runtime.db
        .transaction(ctx, async (rows) => {
          for (const table of tables) await rows.query(`DELETE FROM ${table}`);
          await fold(rows);
          throw new Folded(
            await rows.query(
              tables.map((one) => `SELECT r::text FROM ${one} r`).join(' UNION ALL ') + ' ORDER BY 1',
            ),
          );
        })
        .catch((error: unknown) => (error instanceof Folded ? error.rows : Promise.reject(error)));
    const oneByOne = await after(async (rows) => {
      for (const event of events) await apply(rows, event);
    });
    expect(await after(async (rows) => applyAll?.(rows, events))).toEqual(oneByOne);
  },
);

/** What was folded, and is undone. */
class Folded extends Error {
  constructor(readonly rows: unknown) {
    super('undone');
  }
}
