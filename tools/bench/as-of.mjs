// 4. A page of a list as of a day, from its ranges, beside the same page of today's list: plans, and activities.
import { randomUUID } from 'node:crypto';
import { ActivityQueries } from '../../apps/activity/dist/activity/activity.queries.js';
import { activityProjection } from '../../apps/activity/dist/activity/activity.projection.js';
import { activityIdOf } from '../../apps/activity/dist/activity/activity.ranges.js';
import {
  itemRangeProjection,
  workRangeProjection,
} from '../../apps/activity/dist/activity/range.projection.js';
import { ACTIVITY } from '../../apps/activity/dist/activity.module.js';
import { AGREEMENT } from '../../apps/agreement/dist/agreement.module.js';
import { planProjection } from '../../apps/agreement/dist/plan/plan.projection.js';
import { PlanQueries } from '../../apps/agreement/dist/plan/plan.queries.js';
import { contextOf } from './store.mjs';
import { count, figure, interleaved, median, ratioOf, times } from './figures.mjs';

const REPETITIONS = 5;
const PAGES = 100;
const ROWS = 50;
/** Each was issued, amended so often, and corrected once. */
const PLANS = 1_000;
const AMENDMENTS = 4;
const WORKED_PLANS = 40;
const ITEMS = 25;
const AIM = 2;
const POINT = { asOf: '2024-06-15', knownAt: '2024-12-31' };

export async function asOfFigures(bench, tenant) {
  return [await plansFigure(bench, tenant), await activitiesFigure(bench, tenant)];
}

async function plansFigure(bench, tenant) {
  const ctx = contextOf(tenant);
  const { db } = bench.reader('agreement', AGREEMENT.entities);
  await db.transaction(ctx, async (rows) => {
    for (let plan = 0; plan < PLANS; plan += 1)
      for (const event of lifeOf(plan)) await planProjection.apply(rows, event);
  });
  const held = await rangesIn(bench, tenant, 'agreement.plan', 'agreement.plan_range');
  const queries = new PlanQueries({ db });
  return compared(`${ROWS} plans`, `${count(PLANS)} plans, ${held} ranges`, PLANS, (filter) =>
    queries.list(ctx, filter, { limit: ROWS, sort: '-issuedOn' }),
  );
}

async function activitiesFigure(bench, tenant) {
  const ctx = contextOf(tenant);
  const { db } = bench.reader('activity', ACTIVITY.entities);
  const lives = Array.from({ length: WORKED_PLANS }, (_, plan) => workedOf(tenant, plan));
  await db.transaction(ctx, async (rows) => {
    await itemRangeProjection.applyAll(
      rows,
      lives.flatMap(({ acts }) => acts),
    );
    const works = lives.flatMap(({ works }) => works);
    await workRangeProjection.applyAll(rows, works);
    await activityProjection.applyAll(rows, works);
  });
  const tables = ['activity', 'item_range', 'work_range'].map((table) => `activity.${table}`);
  const held = await rangesIn(bench, tenant, ...tables);
  const queries = new ActivityQueries({ db });
  const activities = WORKED_PLANS * ITEMS;
  return compared(
    `${ROWS} activities`,
    `${count(activities)} activities, ${held} ranges`,
    activities,
    (filter) => queries.list(ctx, filter, { limit: ROWS, sort: 'printed' }),
  );
}

/** How many ranges there are, once the tables are as the database keeps them. */
async function rangesIn(bench, tenant, things, ...ranges) {
  const pool = bench.admin(tenant);
  await pool.query(`VACUUM ANALYZE ${[things, ...ranges].join(', ')}`);
  const counts = await Promise.all(
    ranges.map((table) => pool.query(`SELECT count(*)::int AS n FROM ${table}`)),
  );
  await pool.end();
  return count(counts.reduce((sum, { rows }) => sum + rows[0].n, 0));
}

async function compared(what, held, all, list) {
  const sides = { asOf: () => pages(all, () => list(POINT)), today: () => pages(all, () => list({})) };
  await interleaved(1, sides);
  const { asOf, today } = await interleaved(REPETITIONS, sides);
  const ratio = ratioOf(asOf, today);
  return figure(`a page of ${what} as of a day, as known on another`, `${median(asOf).toFixed(2)} ms`, {
    beside: `${times(ratio)} today's list (${median(today).toFixed(2)} ms); ${held}`,
    aim: `≤ ${AIM}× today's list`,
    well: ratio <= AIM,
  });
}

/** Milliseconds of a page, the median of many. */
async function pages(all, list) {
  const samples = [];
  for (let page = 0; page < PAGES; page += 1) {
    const began = performance.now();
    const { items, total } = await list();
    samples.push(performance.now() - began);
    if (items.length !== ROWS || total !== all) throw new Error(`the page had ${items.length} of ${total}`);
  }
  return median(samples);
}

function lifeOf(plan) {
  const [id, section] = [randomUUID(), randomUUID()];
  const event = (revision, name, month, data) => eventOf('agreement.plan', id, revision, name, month, data);
  const content = contentOf(plan, section);
  const issued = { entry: 'paper', number: `${plan}`, symbol: 'KH-UBND', content };
  const amendments = Array.from({ length: AMENDMENTS }, (_, index) =>
    event(index + 1, 'amended', `0${index + 3}`, {
      amendmentId: randomUUID(),
      document: {},
      reason: 'bổ sung',
      supersedes: [],
      changes: [{ op: 'addItem', item: itemOf(section, index) }],
    }),
  );
  const replacement = { issued: { ...issued, symbol: 'KH-UBND-HTQT' } };
  return [
    event(0, 'issued', '01', issued),
    ...amendments,
    event(AMENDMENTS + 1, 'entryCorrected', '10', { corrects: `${id}/0`, reason: 'gõ nhầm', replacement }),
  ];
}

function eventOf(kind, id, revision, name, month, data) {
  return {
    type: `lk.${kind}.${name}.v1`,
    stream: `${kind.split('.')[1]}-${id}`,
    revision,
    recordedAt: `2024-${month}-02T01:00:00.000Z`,
    header: {
      id: `${id}/${revision}`,
      businessDate: `2024-${month}-02`,
      effectiveOn: `2024-${month}-01`,
      actor: { role: 'officer' },
    },
    data,
  };
}

/** A plan that was amended twice, and its activities with two entries each. */
function workedOf(tenant, plan) {
  const [id, section] = [randomUUID(), randomUUID()];
  const content = contentOf(plan, section);
  const items = content.items.map((item) => ({ ...item, becomesActivity: true }));
  const act = (revision, name, month, data) => ({
    tenant,
    ...eventOf('agreement.plan', id, revision, name, month, data),
  });
  const amended = (time) => ({
    ...{ amendmentId: randomUUID(), document: {}, reason: 'đổi', supersedes: [] },
    changes: items.slice(0, 5).map((item) => ({ op: 'setItem', itemId: item.id, fields: { time } })),
  });
  const acts = [
    act(0, 'issued', '01', {
      entry: 'paper',
      number: `${plan}`,
      symbol: 'KH-UBND',
      content: { ...content, items },
    }),
    act(1, 'amended', '03', amended('Quý III')),
    act(2, 'amended', '05', amended('Quý IV')),
  ];
  return { acts, works: items.flatMap((item, order) => workOf(tenant, { planId: id, item, order })) };
}

function workOf(tenant, { planId, item, order }) {
  const id = activityIdOf(tenant, item.id);
  const event = (revision, name, month, data) => ({
    tenant,
    ...eventOf('activity.activity', id, revision, name, month, data),
  });
  const { leads, coordinators, contactOffices, partnerTenants, awaitsTrigger } = item;
  const definition = { title: item.text, leads, coordinators, contactOffices, partnerTenants, awaitsTrigger };
  const planned = {
    planId,
    itemId: item.id,
    example: false,
    order,
    definition,
    beganBeforeInForce: false,
    historic: false,
  };
  const entry = (month) => ({
    text: 'Đã làm',
    happenedOn: `2024-${month}-01`,
    figures: [],
    links: [],
    evidence: [],
  });
  return [
    event(0, 'planned', '01', planned),
    event(1, 'progressRecorded', '04', entry('04')),
    event(2, 'progressRecorded', '08', entry('08')),
  ];
}

function contentOf(plan, section) {
  return {
    title: `Kế hoạch hợp tác phát triển kinh tế - xã hội số ${plan}`,
    example: false,
    horizons: [{ id: randomUUID(), label: '2024', from: '2024-01-01', to: '2024-12-31' }],
    legalBases: [],
    underAgreements: [],
    provisions: [],
    recipients: [],
    sections: [{ id: section, title: 'Thương mại', leads: [] }],
    items: Array.from({ length: ITEMS }, (_, index) => itemOf(section, index)),
  };
}

function itemOf(sectionId, index) {
  return {
    id: randomUUID(),
    sectionId,
    text: `Phối hợp khảo sát nhu cầu đầu tư, sản xuất, kinh doanh ${index}`,
    leads: [],
    leadScope: 'own',
    coordinators: [],
    contactOffices: [],
    partnerTenants: [],
    subTasks: [],
    awaitsTrigger: false,
    becomesActivity: true,
  };
}
