import { streamOf, uuidFrom, type NewEvent } from '@lien-ket/kernel';
import type { OverviewField, OverviewView } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { account, assigned, issued } from '../provision/plan-419.scene.js';
import { REPORTING, ReportingModule } from '../reporting.module.js';

const focal = account('itpc', 'focal');
const thing = (name: string): string => uuidFrom('scene', name);
const party = (name: string, tenant: string): object => ({ name, tenant, basis: 'printed' });
let bench: ServiceBench;
let received = 0;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: REPORTING, module: ReportingModule.with }, ['hcmc']);
  await bench.record('hcmc', streamOf('staff', focal), [assigned('itpc', 'focal')]);
  const parties = [
    party('Thành phố Hồ Chí Minh', 'hcmc'),
    party('Nghệ An', 'nghe-an'),
    party('Tiền Giang', 'tien-giang'),
  ];
  const content = { name: 'Thỏa thuận', kind: 'agreement', parties, fields: [], legalBases: [] };
  await bench.record('hcmc', streamOf('agreement', thing('agreement')), [
    { type: 'lk.agreement.agreement.recorded.v1', data: { version: 1, hash: 'a'.repeat(64), content } },
  ]);
}, 60_000);
afterAll(() => bench.stop());

/** As the courier records what Nghệ An shared; answers the id of the event there. */
async function receive(stream: string, event: NewEvent): Promise<string> {
  const { type, data: content, effectiveOn } = event;
  const eventId = thing(`event ${received}`);
  const origin = {
    ...{ tenant: 'nghe-an', stream, eventId, revision: 0, type, ...(effectiveOn ? { effectiveOn } : {}) },
    ...{ recordedAt: '2025-03-11T00:00:00.000Z', businessDate: '2025-03-11', actor: { role: 'focal' } },
  };
  const data = { origin, content, number: received };
  received += 1;
  await bench.record('hcmc', 'received-nghe-an', [{ type: 'lk.relay.received.received.v1', data }]);
  await bench.settle('hcmc');
  return eventId;
}
async function onDay(day: string): Promise<OverviewView> {
  bench.day = day;
  const { body } = await bench.get<OverviewView>('hcmc', focal, '/overview');
  bench.day = '2025-03-11';
  return body;
}
const plans = async (day: string): Promise<readonly (number | undefined)[]> => {
  const [row] = (await onDay(day)).rows;
  return [row?.plans, row?.endedPlans];
};
const openNow = async (): Promise<number | undefined> =>
  (await onDay('2025-03-11')).rows[0]?.openDifficulties;
const fieldNow = async (name: string): Promise<OverviewField | undefined> =>
  (await onDay('2025-03-11')).byField.find(({ field }) => field === name);
const document = { number: '12', symbol: 'QĐ-UBND', date: { year: 2025, month: 3, day: 11 } };
const ended = (how: string, effectiveOn: string): NewEvent => ({
  type: 'lk.agreement.plan.ended.v1',
  data: { how, document, reason: 'x' },
  effectiveOn,
});

it('says of a province that it has ended when its last day is over, and what is there now', async () => {
  await bench.settle('hcmc');
  const said = async (day: string): Promise<unknown> =>
    (await onDay(day)).rows.map(({ tenant, endedOn, successor }) => [tenant, endedOn, successor]);
  expect(await said('2025-06-30')).toEqual([
    ['nghe-an', null, null],
    ['tien-giang', null, null],
  ]);
  expect(await said('2025-07-01')).toEqual([
    ['nghe-an', null, null],
    ['tien-giang', '2025-06-30', 'Tỉnh Đồng Tháp'],
  ]);
});

it('counts a plan as ended from the day on which its end is in force, and corrected, from that day', async () => {
  const plan = streamOf('plan', thing('plan'));
  await receive(plan, issued('2025-01-01'));
  const recalled = { type: 'lk.agreement.plan.recalled.v1', data: { document, reason: 'x' } };
  const act = await receive(plan, { ...recalled, effectiveOn: '2025-04-01' });
  expect([await plans('2025-03-31'), await plans('2025-04-01')]).toEqual([
    [1, 0],
    [0, 1],
  ]);
  await receive(plan, {
    type: 'lk.agreement.plan.entryCorrected.v1',
    data: { corrects: act, reason: 'gõ nhầm', replacement: { effectiveOn: '2025-05-01' } },
  });
  expect([await plans('2025-04-30'), await plans('2025-05-01')]).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

it.each(['replaced', 'repealed', 'annulled'])('shows a plan that was %s as ended', async (how) => {
  const plan = streamOf('plan', thing(how));
  await receive(plan, issued('2025-01-01'));
  const [before = 0, endedBefore = 0] = await plans('2025-03-11');
  await receive(plan, ended(how, '2025-03-11'));
  expect(await plans('2025-03-11')).toEqual([before - 1, endedBefore + 1]);
  expect((await plans('2025-03-10'))[1]).toBe(0);
});

it('moves nothing where another act of the plan is corrected', async () => {
  const plan = streamOf('plan', thing('moved'));
  const act = await receive(plan, issued('2025-01-01'));
  const before = await plans('2025-03-11');
  await receive(plan, {
    type: 'lk.agreement.plan.entryCorrected.v1',
    data: { corrects: act, reason: 'x', replacement: { effectiveOn: '2025-01-02' } },
  });
  expect(await plans('2025-03-11')).toEqual(before);
});

describe('a difficulty that was passed to us', () => {
  const difficulty = (name: string): string => streamOf('difficulty', thing(name));
  const passed = (about: object = {}): NewEvent => ({
    type: 'lk.activity.difficulty.passedToPartner.v1',
    data: { to: 'hcmc', text: 'x', example: false, ...about },
  });

  it.each([
    ['resolved', { text: 'x' }],
    ['resolutionConfirmed', {}],
    ['declined', { reason: 'x' }],
  ])('waits no more when it was %s where it was raised, and again when reopened', async (act, data) => {
    await receive(difficulty(act), passed());
    expect(await openNow()).toBe(1);
    await receive(difficulty(act), { type: `lk.activity.difficulty.${act}.v1`, data });
    expect(await openNow()).toBe(0);
    await receive(difficulty(act), { type: 'lk.activity.difficulty.reopened.v1', data: { reason: 'x' } });
    expect(await openNow()).toBe(1);
    await receive(difficulty(act), { type: 'lk.activity.difficulty.declined.v1', data: { reason: 'x' } });
    const answer = { difficulty: { tenant: 'nghe-an', id: thing(act) }, text: 'trả lời muộn' };
    await bench.record('hcmc', streamOf('answer', thing(act)), [
      { type: 'lk.activity.answer.given.v1', data: answer },
    ]);
    await bench.settle('hcmc');
    expect(await openNow()).toBe(0);
  });

  it('stands in its own field, else in that of its activity, else in those of its plan, as a report does', async () => {
    const planId = thing('fields');
    const definition = { title: 'x', field: 'du_lich', partnerTenants: [], awaitsTrigger: false };
    await receive(streamOf('activity', thing('activity')), {
      type: 'lk.activity.activity.planned.v1',
      data: { planId, itemId: planId, example: false, order: 1, definition, historic: false },
    });
    await receive(difficulty('own'), passed({ field: 'y_te', activityId: thing('activity'), planId }));
    await receive(difficulty('activity’s'), passed({ activityId: thing('activity') }));
    await receive(difficulty('plan’s'), passed({ planId }));
    const period = { key: '2025', label: 'Năm 2025' };
    const report = { nil: true, parts: [], figures: [], evidence: [] };
    await receive(streamOf('obligation', planId), {
      type: 'lk.reporting.obligation.reportAccepted.v1',
      data: { version: 1, title: 'x', planId, period, report, example: false },
    });
    expect(await fieldNow('y_te')).toMatchObject({ openDifficulties: 1, acceptedReports: 0 });
    expect(await fieldNow('du_lich')).toMatchObject({ openDifficulties: 2, acceptedReports: 1 });
  });
});

it('rebuilt is as it was', async () => {
  const dump = (): Promise<unknown> =>
    bench.runtime.db.use(bench.system('hcmc'), (db) =>
      db.query('SELECT * FROM overview_thing ORDER BY tenant, kind, id'),
    );
  const lived = await dump();
  await bench.runtime.runner.rebuild(bench.system('hcmc'), 'overview');
  expect(await dump()).toEqual(lived);
  expect(await bench.parked('hcmc')).toEqual([]);
});

it('a plan that says its last day is in force to it, also as amended and corrected', async () => {
  const { plans: before = 0, endedPlans: over = 0 } = (await onDay('2026-06-30')).rows[0] ?? {};
  const plan = streamOf('plan', thing('plan of a year'));
  const withEnd = (to?: string): object[] => [{ id: thing('h'), label: '2026', ...(to ? { to } : {}) }];
  const { data, ...act } = issued('2025-01-01');
  const { content, ...paper } = data as { content: object };
  const said = { ...paper, content: { ...content, horizons: withEnd('2026-06-29') } };
  const issue = await receive(plan, { ...act, data: said });
  expect([await plans('2026-06-29'), await plans('2026-06-30')]).toEqual([
    [before + 1, over],
    [before, over + 1],
  ]);
  const amended = (to?: string): NewEvent => ({
    type: 'lk.agreement.plan.amended.v1',
    data: {
      ...{ amendmentId: thing('amendment'), document, reason: 'x', supersedes: [] },
      changes: [{ op: 'setPlan', fields: { horizons: withEnd(to) } }],
    },
  });
  await receive(plan, amended());
  expect(await plans('2026-06-30')).toEqual([before + 1, over]);
  await receive(plan, amended('2026-06-30'));
  expect([await plans('2026-06-30'), await plans('2026-07-01')]).toEqual([
    [before + 1, over],
    [before, over + 1],
  ]);
  await receive(plan, {
    type: 'lk.agreement.plan.entryCorrected.v1',
    data: { corrects: issue, reason: 'x', replacement: { issued: said } },
  });
  expect(await plans('2026-06-30')).toEqual([before, over + 1]);
});

it('who has only confirmed an agreement has shared nothing yet, in the row as in the base', async () => {
  const { rows, bases } = await onDay('2025-03-11');
  expect(rows.map(({ tenant, shared }) => [tenant, shared])).toEqual([
    ['nghe-an', true],
    ['tien-giang', false],
  ]);
  expect(bases.map(({ onPlatform, shared }) => [onPlatform, shared])).toEqual([[2, 1]]);
});
