import type { Page, PlanListItem, PlanView } from '@lien-ket/contracts';
import { DomainError, fullDay } from '@lien-ket/kernel';
import { actsInForce, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import { ServiceBench, contextOf, keptStreams } from '@lien-ket/testing';
import { pageOf, type Moment } from '@lien-ket/service';
import { AGREEMENT } from '../agreement.module.js';
import { planProjection } from './plan.projection.js';
import { PlanQueries } from './plan.queries.js';
import { act, recordMade } from './plan.histories.scene.js';
import { ITEM, account, agreementModule, people } from './plan.scene.js';

const MADE = 'tien-giang';
const KEPT = [...new Set([...keptStreams('plan').keys()].map((key) => key.split('/')[0] ?? ''))];
let bench: ServiceBench;
let queries: PlanQueries;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [
    ...new Set([MADE, ...KEPT]),
  ]);
  queries = new PlanQueries(bench.runtime);
  bench.day = '2024-01-01';
  for (const [stream, event] of people()) await bench.record(MADE, stream, [event]);
  await recordKept();
  await recordMade(bench, MADE);
  for (const tenant of [MADE, ...KEPT]) await bench.settle(tenant);
}, 120_000);
afterAll(() => bench.stop());

/** As they were recorded once, ids and days included. */
async function recordKept(): Promise<void> {
  const events = [...keptStreams('plan').values()].flat();
  for (const { tenant, stream, type, header, data, revision } of events) {
    const { id, businessDate, effectiveOn } = header;
    const bytes = { header: Buffer.from(JSON.stringify(header)), data: Buffer.from(JSON.stringify(data)) };
    const ctx = contextOf(tenant, { businessDate });
    const encoded = { id, type, businessDate, effectiveOn, ...bytes };
    await bench.runtime.store.append(ctx, stream, [encoded], revision - 1);
  }
}

async function listed(
  tenant: string,
  asked: Partial<Moment> & { state?: string; q?: string },
): Promise<readonly PlanListItem[]> {
  const { items } = await queries.list(bench.system(tenant), asked, pageOf({ limit: 500 }, 'title'));
  return items;
}

async function single(tenant: string, id: string, moment: Moment): Promise<PlanView | undefined> {
  try {
    return await queries.one(bench.system(tenant), id, moment);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'plan.notYet') return undefined;
    throw error;
  }
}

/** What the list has to say of the plan that is folded by itself. */
function rowOf(view: PlanView, events: readonly RecordedPlanEvent[], moment: Moment): PlanListItem {
  const { id, revision, title, number, symbol, state, expired, example, ownerId, origin } = view;
  const { items } = view.content;
  const acts = actsInForce(events, moment);
  return {
    ...{ id, revision, title, number, symbol, state, expired, example, ownerId, origin },
    issuedOn: (view.date && fullDay(view.date)) ?? null,
    items: items.length,
    activities: items.filter(({ becomesActivity }) => becomesActivity).length,
    amendments: acts.filter(({ type }) => type === act('amended')).length,
  };
}

async function rowsOfPlans(tenant: string): Promise<{ id: string; events: RecordedPlanEvent[] }[]> {
  return bench.runtime.db.use(bench.system(tenant), (db) => db.query('SELECT id, events FROM plan'));
}

/** Days before, on and after what happened; what is known now, on days, at each second instant and just before the first. */
function momentsOf(events: readonly RecordedPlanEvent[]): Moment[] {
  const effective = [...new Set(events.map((one) => one.effectiveOn ?? one.businessDate))].sort();
  const entered = [...new Set(events.map(({ businessDate }) => businessDate))].sort();
  const instants = events.map(({ recordedAt }) => recordedAt).sort();
  const before = new Date(Date.parse(instants[0] ?? '') - 1).toISOString();
  const spread = <T>(all: readonly T[], most: number): T[] => {
    const every = Math.max(1, Math.floor(all.length / most));
    return all.filter((_one, index) => index % every === 0);
  };
  const known = [undefined, '2000-01-01', ...spread(entered, 3), before, ...spread(instants, 4)];
  return ['2000-01-01', ...spread(effective, 5), '2100-01-01'].flatMap((asOf) =>
    known.map((knownAt) => ({ asOf, ...(knownAt ? { knownAt } : {}) })),
  );
}

it.each([...new Set([MADE, ...KEPT])])(
  'the list of %s says of every plan, day and instant what the plan by itself says',
  async (tenant) => {
    const plans = await rowsOfPlans(tenant);
    const moments = momentsOf(plans.flatMap(({ events }) => events));
    let shown = 0;
    for (const moment of moments) {
      const expected: PlanListItem[] = [];
      for (const { id, events } of plans) {
        const view = await single(tenant, id, moment);
        if (view) expected.push(rowOf(view, events, moment));
      }
      const byId = (all: readonly PlanListItem[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect([moment, byId(await listed(tenant, moment))]).toEqual([moment, byId(expected)]);
      shown += expected.length;
    }
    expect(shown).toBeGreaterThan(tenant === MADE ? moments.length * 3 : -1);
  },
  120_000,
);

const moment = { asOf: '2024-05-01', knownAt: '2024-07-20' };

it('filters say of the moment what they say of today', async () => {
  const all = await listed(MADE, moment);
  const over = all.filter(({ expired }) => expired);
  expect([over.length > 0, over.length < all.length]).toEqual([true, true]);
  const ids = (some: readonly PlanListItem[]): string[] => some.map(({ id }) => id);
  expect(ids(await listed(MADE, { ...moment, state: 'expired' }))).toEqual(ids(over));
  for (const state of ['issued', 'recalled', 'stopped'])
    expect(ids(await listed(MADE, { ...moment, state }))).toEqual(
      ids(all.filter((one) => one.state === state)),
    );
  const found = await listed(MADE, { ...moment, q: 'ke hoach sua' });
  expect(found.length).toBeGreaterThan(0);
  expect(ids(found)).toEqual(ids(all.filter(({ title }) => title.includes('sửa'))));
});

describe('over HTTP', () => {
  const focal = account('skhdt', 'focal');
  const get = (query: string) =>
    bench.get<Page<PlanListItem> & { code?: string; errors?: { pointer: string }[] }>(
      MADE,
      focal,
      `/plans?${query}`,
    );

  it.each(['title', '-title', '-issuedOn', 'number'])(
    'by %s page by page is the same as at once',
    async (sort) => {
      const point = `asOf=${moment.asOf}&knownAt=${moment.knownAt}&sort=${sort}`;
      const { body: whole } = await get(`${point}&limit=500`);
      const items: PlanListItem[] = [];
      for (let next: string | null = ''; next !== null;) {
        const { body }: { body: Page<PlanListItem> } = await get(
          `${point}&limit=3${next && `&cursor=${next}`}`,
        );
        expect(body.total).toBe(whole.total);
        items.push(...body.items);
        next = body.next;
      }
      expect(items).toEqual(whole.items);
      expect(items).toHaveLength(whole.total);
    },
  );

  it('a cursor carries its moment: the next page is of the same day on another one, and of no other moment', async () => {
    bench.day = '2024-05-01';
    const { body: first } = await get('knownAt=2024-07-20&limit=3&origin=own');
    const { body: whole } = await get('asOf=2024-05-01&knownAt=2024-07-20&limit=500&origin=own');
    bench.day = '2025-06-01';
    const { body: second } = await get(`knownAt=2024-07-20&limit=3&origin=own&cursor=${first.next}`);
    expect([...first.items, ...second.items]).toEqual(whole.items.slice(0, 6));
    for (const other of ['', 'asOf=2024-05-02&knownAt=2024-07-20', 'knownAt=2024-07-19', 'asOf=2024-05-01']) {
      const { status, body } = await get(`${other}&limit=3&origin=own&cursor=${first.next}`);
      expect([other, status, body.code]).toEqual([other, 400, 'cursor.invalid']);
    }
  });

  it.each([
    ['asOf=2024-02-30', '/asOf'],
    ['asOf=today', '/asOf'],
    ['knownAt=yesterday', '/knownAt'],
  ])('%s is refused as at the plan itself', async (asked, pointer) => {
    const { status, body } = await get(asked);
    expect([status, body.code, body.errors?.map((one) => one.pointer)]).toEqual([
      400,
      'query.invalid',
      [pointer],
    ]);
    const alone = await bench.get<{ code: string }>(MADE, focal, `/plans/${ITEM}?${asked}`);
    expect([alone.status, alone.body.code]).toEqual([400, 'query.invalid']);
  });

  it('an instant is read by the offset that it says, and refused where it says none', async () => {
    const [event] = (await bench.log(MADE)).filter(({ type }) => type.endsWith('plan.issued.v1'));
    const at = Date.parse(event?.recordedAt ?? '');
    const total = async (knownAt: string): Promise<unknown> => {
      const { status, body } = await get(`asOf=2100-01-01&origin=own&knownAt=${knownAt}`);
      return [status, body.total ?? body.code];
    };
    // The same digits with `Z` would be seven hours later, when all is known.
    const there = (ms: number): string => new Date(ms + 7 * 3_600_000).toISOString().replace('Z', '');
    for (const ms of [at - 1, at]) {
      const inUtc = await total(new Date(ms).toISOString());
      expect(await total(`${there(ms)}%2B07:00`)).toEqual(inUtc);
    }
    expect(await total(`${there(at - 1)}%2B07:00`)).not.toEqual(await total(`${there(at)}%2B07:00`));
    for (const none of [`${there(at)}+07:00`, there(at)]) {
      const { status, body } = await get(`knownAt=${none}`);
      expect([status, body.errors]).toMatchObject([400, [{ pointer: '/knownAt', code: 'instant.notSaid' }]]);
    }
  });
});

it('a rebuild makes all ranges of history as they came live', async () => {
  const ctx = bench.system(MADE);
  const ranges = (): Promise<unknown[]> =>
    bench.runtime.db.use(ctx, (db) => db.query('SELECT r::text FROM plan_range r ORDER BY 1'));
  const live = await ranges();
  expect(live.length).toBeGreaterThan(70);
  await bench.runtime.runner.rebuild(ctx, 'plans');
  expect(await ranges()).toEqual(live);
});

it('what a list says at a moment is found in the index alone', async () => {
  const [found] = await bench.runtime.db.use(bench.system(MADE), (db) =>
    db.query<{ index: string }[]>(`SELECT pg_get_indexdef('plan_range_pkey'::regclass) AS index`),
  );
  expect(found?.index).toMatch(/INCLUDE \(issued_on, known_from, known_to, known_on, known_until\)$/);
});

type Rows = Parameters<typeof planProjection.apply>[0];

it('many events told at once make the rows that they make one by one', async () => {
  const ctx = bench.system(MADE);
  const events = await bench.log(MADE);
  const own = events.filter(({ type }) => planProjection.types.includes(type));
  const after = (fold: (rows: Rows) => Promise<unknown>): Promise<unknown> =>
    bench.runtime.db
      .transaction(ctx, async (rows) => {
        await rows.query('DELETE FROM plan; DELETE FROM plan_range');
        await fold(rows);
        const all = `SELECT p::text FROM plan p UNION ALL SELECT r::text FROM plan_range r ORDER BY 1`;
        throw new Folded(await rows.query(all));
      })
      .catch((error: unknown) => (error instanceof Folded ? error.rows : Promise.reject(error)));
  const oneByOne = await after(async (rows) => {
    for (const event of own) await planProjection.apply(rows, event);
  });
  const atOnce = await after(async (rows) => planProjection.applyAll?.(rows, own));
  expect(atOnce).toEqual(oneByOne);
  expect((atOnce as unknown[]).length).toBeGreaterThan(80);
});

/** What was folded, and is undone. */
class Folded extends Error {
  constructor(readonly rows: unknown) {
    super('undone');
  }
}
