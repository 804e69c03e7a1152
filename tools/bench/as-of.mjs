// 4. A page of the list of plans as of a day, from its ranges, beside the same page of today's list.
import { randomUUID } from 'node:crypto';
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
const AIM = 2;
const POINT = { asOf: '2024-06-15', knownAt: '2024-12-31' };

export async function asOfFigures(bench, tenant) {
  const ctx = contextOf(tenant);
  const { db } = bench.reader('agreement', AGREEMENT.entities);
  await db.transaction(ctx, async (rows) => {
    for (let plan = 0; plan < PLANS; plan += 1)
      for (const event of lifeOf(plan)) await planProjection.apply(rows, event);
  });
  const pool = bench.admin(tenant);
  await pool.query('VACUUM ANALYZE agreement.plan, agreement.plan_range');
  const { rows: held } = await pool.query('SELECT count(*) AS n FROM agreement.plan_range');
  await pool.end();
  const queries = new PlanQueries({ db });
  const sides = {
    asOf: () => pages(() => queries.list(ctx, POINT, { limit: ROWS, sort: '-issuedOn' })),
    today: () => pages(() => queries.list(ctx, {}, { limit: ROWS, sort: '-issuedOn' })),
  };
  await interleaved(1, sides);
  const { asOf, today } = await interleaved(REPETITIONS, sides);
  const ratio = ratioOf(asOf, today);
  return [
    figure(`a page of ${ROWS} plans as of a day, as known on another`, `${median(asOf).toFixed(2)} ms`, {
      beside: `${times(ratio)} today's list (${median(today).toFixed(2)} ms); ${count(PLANS)} plans, ${count(held[0].n)} ranges`,
      aim: `≤ ${AIM}× today's list`,
      well: ratio <= AIM,
    }),
  ];
}

/** Milliseconds of a page, the median of many. */
async function pages(list) {
  const samples = [];
  for (let page = 0; page < PAGES; page += 1) {
    const began = performance.now();
    const { items, total } = await list();
    samples.push(performance.now() - began);
    if (items.length !== ROWS || total !== PLANS) throw new Error(`the page had ${items.length} of ${total}`);
  }
  return median(samples);
}

function lifeOf(plan) {
  const [id, section] = [randomUUID(), randomUUID()];
  const event = (revision, name, month, data) => ({
    type: `lk.agreement.plan.${name}.v1`,
    stream: `plan-${id}`,
    revision,
    recordedAt: `2024-${month}-02T01:00:00.000Z`,
    header: { id: `${id}/${revision}`, businessDate: `2024-${month}-02`, effectiveOn: `2024-${month}-01` },
    data,
  });
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
    items: Array.from({ length: 20 }, (_, index) => itemOf(section, index)),
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
