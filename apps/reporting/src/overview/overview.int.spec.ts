import { streamOf, uuidFrom, type NewEvent } from '@lien-ket/kernel';
import type { OverviewView, Page, SharedReport } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { account, assigned, issued } from '../provision/plan-419.scene.js';
import { REPORTING, ReportingModule } from '../reporting.module.js';

const AGREEMENT = uuidFrom('scene', 'agreement');
const focal = account('itpc', 'focal');
const period = { key: '2025', label: 'Năm 2025' };
const report = {
  nil: false,
  parts: [{ heading: 'Kết quả', text: 'Đã ký 02 hợp đồng' }],
  figures: [{ label: 'Hợp đồng', value: 2, unit: 'hợp đồng' }],
  evidence: [],
};
const hash = 'a'.repeat(64);
let bench: ServiceBench;
let received = 0;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: REPORTING, module: ReportingModule.with }, ['hcmc', 'nghe-an']);
  for (const tenant of ['hcmc', 'nghe-an'])
    await bench.record(tenant, streamOf('staff', focal), [assigned('itpc', 'focal')]);
  await bench.record('hcmc', streamOf('agreement', AGREEMENT), [
    {
      type: 'lk.agreement.agreement.recorded.v1',
      data: {
        version: 1,
        hash,
        content: {
          name: 'Thỏa thuận với các tỉnh phía Bắc',
          kind: 'agreement',
          parties: [
            { name: 'Thành phố Hồ Chí Minh', tenant: 'hcmc', basis: 'printed' },
            { name: 'Thanh Hóa', tenant: 'thanh-hoa', basis: 'printed' },
            { name: 'Nghệ An', tenant: 'nghe-an', basis: 'printed' },
            { name: 'Lai Châu', basis: 'printed' },
          ],
          fields: ['y_te', 'Lĩnh vực du lịch, văn hóa'],
          legalBases: [],
        },
      },
    },
  ]);
  await bench.settle('hcmc');
  await bench.settle('nghe-an');
}, 60_000);
afterAll(() => bench.stop());

/** As the courier records what a province shared. */
async function receive(stream: string, event: NewEvent): Promise<void> {
  const origin = {
    tenant: 'nghe-an',
    stream,
    eventId: uuidFrom('scene', 'event', String(received)),
    revision: 0,
    type: event.type,
    recordedAt: '2025-03-11T00:00:00.000Z',
    businessDate: '2025-03-11',
    actor: { role: 'focal' },
  };
  const data = { origin, content: event.data, number: received };
  received += 1;
  await bench.record('hcmc', 'received-nghe-an', [{ type: 'lk.relay.received.received.v1', data }]);
}
const activity = (name: string): string => streamOf('activity', uuidFrom('scene', 'activity', name));
const planned = (fields: object = {}): NewEvent => ({
  type: 'lk.activity.activity.planned.v1',
  data: {
    planId: uuidFrom('scene', 'plan', '419'),
    itemId: uuidFrom('scene', 'item'),
    example: false,
    order: 1,
    definition: { title: 'x', field: 'y_te', partnerTenants: ['hcmc'], awaitsTrigger: false },
    beganBeforeInForce: false,
    historic: false,
    ...fields,
  },
});

describe('overview of HCMC', () => {
  it('says "chưa có thông tin" where nothing was shared, on the base of the parties, in their order', async () => {
    const { body } = await bench.get<OverviewView>('hcmc', focal, '/overview');
    expect(
      body.rows.map(({ tenant, agreements, plans, lastReceivedOn }) => [
        tenant,
        agreements,
        plans,
        lastReceivedOn,
      ]),
    ).toEqual([
      ['thanh-hoa', 1, 0, null],
      ['nghe-an', 1, 0, null],
    ]);
    expect(body.bases).toEqual([
      {
        agreementId: AGREEMENT,
        name: 'Thỏa thuận với các tỉnh phía Bắc',
        parties: 3,
        onPlatform: 2,
        shared: 0,
      },
    ]);
  });

  it('counts what was received, each thing once by its owner’s id', async () => {
    const plan = streamOf('plan', uuidFrom('scene', 'plan', 'received'));
    const confirmed = { agreement: { tenant: 'hcmc', id: AGREEMENT }, version: 1, hash };
    await receive(streamOf('confirmation', AGREEMENT), {
      type: 'lk.agreement.confirmation.confirmed.v1',
      data: confirmed,
    });
    await receive(plan, issued('2025-01-01'));
    await receive(activity('a'), planned({ planId: uuidFrom('scene', 'plan', 'received') }));
    await receive(activity('a'), { type: 'lk.activity.activity.progressRecorded.v1', data: {} });
    await receive(activity('a'), { type: 'lk.activity.activity.doneConfirmed.v1', data: {} });
    await receive(activity('b'), planned({ historic: true }));
    await receive(activity('c'), planned({ example: true, definition: { title: 'x', awaitsTrigger: true } }));
    await receive(activity('unknown'), { type: 'lk.activity.activity.suspended.v1', data: {} });
    await receive(streamOf('difficulty', AGREEMENT), {
      type: 'lk.activity.difficulty.passedToPartner.v1',
      data: { to: 'hcmc', text: 'x', example: false },
    });
    await receive(streamOf('obligation', AGREEMENT), {
      type: 'lk.reporting.obligation.reportAccepted.v1',
      data: { version: 1, title: 'Báo cáo năm 2025', period, report, example: false },
    });
    await bench.settle('hcmc');
    const { body } = await bench.get<OverviewView>('hcmc', focal, '/overview');
    expect(body.rows[1]).toEqual({
      tenant: 'nghe-an',
      ...{ name: 'Nghệ An', endedOn: null, successor: null },
      agreements: 1,
      confirmed: 1,
      ...{ plans: 1, shared: true },
      endedPlans: 0,
      activities: {
        planned: 1,
        awaitingTrigger: 0,
        inProgress: 0,
        suspended: 0,
        postponed: 0,
        reportedDone: 0,
        done: 1,
        cancelled: 0,
        carriedOver: 0,
      },
      noInformation: 1,
      openDifficulties: 1,
      acceptedReports: 1,
      examples: 1,
      lastReceivedOn: '2025-03-11',
    });
    const [health, notStated] = body.byField;
    expect(body.byField).toHaveLength(2);
    expect(notStated).toMatchObject({
      field: 'notStated',
      activities: 0,
      openDifficulties: 1,
      acceptedReports: 1,
    });
    expect(health).toEqual({
      field: 'y_te',
      agreements: 1,
      plans: 1,
      activities: 2,
      byState: { ...body.rows[1]?.activities },
      done: 1,
      openDifficulties: 0,
      acceptedReports: 0,
    });
    expect(body.bases[0]).toMatchObject({ parties: 3, onPlatform: 2, shared: 1 });
  });

  it('counts one work in two plans once, until the link is taken back', async () => {
    const ref = { tenant: 'nghe-an', activityId: uuidFrom('scene', 'activity', 'a') };
    const fields = async (): Promise<unknown> =>
      (await bench.get<OverviewView>('hcmc', focal, '/overview')).body.byField
        .filter(({ field }) => field === 'y_te')
        .map(({ field, activities, done }) => ({ field, activities, done }));
    await receive(activity('b'), {
      type: 'lk.activity.activity.sameAsLinked.v1',
      data: { with: ref, reason: 'x' },
    });
    await bench.settle('hcmc');
    expect(await fields()).toEqual([{ field: 'y_te', activities: 1, done: 1 }]);
    await receive(activity('b'), {
      type: 'lk.activity.activity.sameAsUnlinked.v1',
      data: { with: ref, reason: 'x' },
    });
    await bench.settle('hcmc');
    expect(await fields()).toEqual([{ field: 'y_te', activities: 2, done: 1 }]);
  });

  it('calls silent what ended without a word, entered as history or lived through', async () => {
    const window = { from: '2023-01-01', to: '2023-03-31' };
    await receive(activity('d'), planned({ definition: { title: 'x', awaitsTrigger: false, window } }));
    await bench.settle('hcmc');
    const { body } = await bench.get<OverviewView>('hcmc', focal, '/overview');
    expect(body.rows[1]?.noInformation).toBe(2);
    await receive(activity('d'), { type: 'lk.activity.activity.cancelled.v1', data: {} });
    await bench.settle('hcmc');
    const figures = () => bench.get<OverviewView>('hcmc', focal, '/overview').then((one) => one.body.byField);
    const before = await figures();
    // What was entered by mistake is counted nowhere.
    await receive(activity('e'), planned({ definition: { title: 'x', awaitsTrigger: false } }));
    await receive(activity('e'), { type: 'lk.activity.activity.enteredInError.v1', data: {} });
    await bench.settle('hcmc');
    expect(await figures()).toEqual(before);
  });

  it('counts a difficulty as open until we answered it, and a recalled plan as ended', async () => {
    await bench.record('hcmc', streamOf('answer', AGREEMENT), [
      {
        type: 'lk.activity.answer.given.v1',
        data: { difficulty: { tenant: 'nghe-an', id: AGREEMENT }, text: 'đồng ý' },
      },
    ]);
    await receive(streamOf('plan', uuidFrom('scene', 'plan', 'received')), {
      type: 'lk.agreement.plan.recalled.v1',
      data: {},
    });
    await bench.settle('hcmc');
    const { body } = await bench.get<OverviewView>('hcmc', focal, '/overview');
    expect(body.rows[1]).toMatchObject({ openDifficulties: 0, plans: 0, endedPlans: 1 });
    expect(await bench.parked('hcmc')).toEqual([]);
  });

  it('opens a shared report as it came, of one province', async () => {
    const of = async (tenant: string): Promise<Page<SharedReport>> =>
      (await bench.get<Page<SharedReport>>('hcmc', focal, `/overview/reports?tenant=${tenant}`)).body;
    const told = { version: 1, title: 'Báo cáo năm 2025', planId: null, period, report, example: false };
    const shared = await of('nghe-an');
    expect(shared.total).toBe(1);
    expect(shared.items).toMatchObject([{ tenant: 'nghe-an', obligationId: AGREEMENT, ...told }]);
    expect(shared.items[0]?.receivedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((await of('thanh-hoa')).items).toEqual([]);
  });

  it('is HCMC’s alone', async () => {
    for (const path of ['/overview', '/overview/reports']) {
      const answer = await bench.get<{ code: string }>('nghe-an', focal, path);
      expect([answer.status, answer.body.code]).toEqual([403, 'overview.hcmcOnly']);
    }
  });

  it('knows the present day only and says so, rather than show it for another', async () => {
    const answer = await bench.get<{ code: string }>('hcmc', focal, '/overview?asOf=2023-10-15');
    expect([answer.status, answer.body.code]).toEqual([400, 'query.invalid']);
  });

  it('rebuilt is as it was', async () => {
    const dump = (): Promise<unknown> =>
      bench.runtime.db.use(bench.system('hcmc'), async (db) => [
        await db.query('SELECT * FROM overview_thing ORDER BY tenant, kind, id'),
        await db.query('SELECT * FROM overview_tenant ORDER BY tenant'),
      ]);
    const lived = await dump();
    await bench.runtime.runner.rebuild(bench.system('hcmc'), 'overview');
    expect(await dump()).toEqual(lived);
  });
});
