import { streamOf, type Role } from '@lien-ket/kernel';
import type { CampaignView, ObligationView, Page } from '@lien-ket/contracts';
import { ServiceBench, received } from '@lien-ket/testing';
import { account, assigned, began, organisation, registered } from '../provision/plan-419.scene.js';
import { REPORTING, ReportingModule } from '../reporting.module.js';

const T = 'kien-giang';
const CAMPAIGN = organisation('campaign');
const HEADINGS = ['Nhu cầu đào tạo nhân lực tại đơn vị.', 'Chuyển giao kỹ thuật y khoa.'];
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: REPORTING, module: ReportingModule.with }, [T]);
  bench.day = '2025-03-10';
  for (const key of ['syt', 'bvdk', 'ttyt', 'skhdt']) {
    const event = registered(`Đơn vị ${key}`);
    const under = key === 'ttyt' ? { parentId: organisation('syt') } : {};
    const data = { ...(event.data as object), ...under };
    await bench.record(T, streamOf('organisation', organisation(key)), [{ ...event, data }]);
  }
  const central = registered('Bệnh viện Chợ Rẫy');
  const outside = { ...central, data: { ...(central.data as object), outside: true } };
  await bench.record(T, streamOf('organisation', organisation('choray')), [outside]);
  const staff: [string, Role][] = [
    ['syt', 'head'],
    ['bvdk', 'officer'],
    ['bvdk', 'head'],
    ['ttyt', 'officer'],
  ];
  for (const [key, role] of staff)
    await bench.record(T, streamOf('staff', account(key, role)), [assigned(key, role)]);
  await bench.record(T, streamOf('day', CAMPAIGN), [began(bench.day)]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

const ask = {
  id: CAMPAIGN,
  title: 'Đề xuất nhu cầu phối hợp với Sở Y tế Thành phố Hồ Chí Minh',
  receiver: { printed: 'Sở Y tế', organisationId: organisation('syt') },
  asPrinted: 'trước ngày 13/3/2025',
  dueOn: '2025-03-12',
  requests: [{ to: 'Thủ trưởng các đơn vị', debtors: [], headings: HEADINGS }],
};
const campaign = async (): Promise<CampaignView> =>
  (await bench.get<CampaignView>(T, account('syt', 'head'), `/campaigns/${CAMPAIGN}`)).body;
const duties = async (key: string): Promise<readonly ObligationView[]> =>
  (await bench.get<Page<ObligationView>>(T, account(key, 'officer'), '/obligations?role=debtor')).body.items;
async function confirm(by: [string, Role], debtors: readonly string[], revision?: number): Promise<string> {
  const path = `/campaigns/${CAMPAIGN}/confirmDebtors`;
  const { status, body } = await bench.post<{ code?: string }>(
    T,
    account(...by),
    path,
    { debtors },
    revision ?? (await campaign()).revision,
  );
  await bench.settle(T);
  return `${status} ${body.code ?? ''}`.trim();
}

it('a campaign is about a thing that there is', async () => {
  const about = { id: organisation('no plan'), printed: 'Kế hoạch' };
  const post = (body: object) =>
    bench.post<{ code: string; errors: object[] }>(T, account('syt', 'head'), '/campaigns', body);
  const { status, body } = await post({ ...ask, about });
  expect([status, body.code]).toEqual([400, 'campaign.aboutUnknown']);
  expect(body.errors).toMatchObject([{ pointer: '/about/id' }]);
});

it('a campaign is about another tenant’s thing once that tenant has told of it', async () => {
  const [known, unknown] = [organisation('their activity'), organisation('their plan')];
  const post = async (about: object): Promise<string> => {
    const id = organisation(JSON.stringify(about));
    const asked = { ...ask, id, about: { printed: 'Kế hoạch của Thành phố', ...about } };
    const { status, body } = await bench.post<{ code?: string }>(
      T,
      account('syt', 'head'),
      '/campaigns',
      asked,
    );
    return `${status} ${body.code ?? ''}`.trim();
  };
  const before = await post({ tenant: 'hcmc', id: known });
  await bench.record(T, 'received-hcmc', [
    received('hcmc', streamOf('activity', known), { type: 'lk.activity.activity.resumed.v1', data: {} }, 0),
  ]);
  expect([before, await post({ tenant: 'hcmc', id: known })]).toEqual(['400 campaign.aboutUnknown', '201']);
  for (const about of [
    { tenant: 'hcmc', id: unknown },
    { tenant: 'nghe-an', id: known },
    { tenant: T, id: known },
  ])
    expect(await post(about)).toBe('400 campaign.aboutUnknown');
  expect(await post({ tenant: 'nghe-an' })).toBe('201');
});

describe('a campaign that names its addressees only in words', () => {
  it('is owed by nobody, and says so with whom it may mean', async () => {
    expect((await bench.post(T, account('syt', 'head'), '/campaigns', ask)).status).toBe(201);
    await bench.settle(T);
    expect(await campaign()).toMatchObject({
      owed: 0,
      confirmed: [[]],
      unconfirmed: [0],
      proposed: [organisation('ttyt')],
    });
    expect(await duties('bvdk')).toEqual([]);
  });

  it('is owed by those whom its receiver confirms, until its printed day', async () => {
    expect(await confirm(['bvdk', 'head'], [organisation('bvdk')])).toBe('403 rights.organisation');
    expect(await confirm(['syt', 'head'], [organisation('nobody')])).toBe('400 body.invalid');
    const { status, body } = await bench.post<{ errors: object[] }>(
      T,
      account('syt', 'head'),
      `/campaigns/${CAMPAIGN}/confirmDebtors`,
      { debtors: [organisation('bvdk'), organisation('choray')] },
      (await campaign()).revision,
    );
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: '/debtors/1', code: 'organisation.outside' }]);
    expect(await confirm(['syt', 'head'], [organisation('bvdk')])).toBe('200');
    expect(await campaign()).toMatchObject({
      owed: 1,
      answered: 0,
      confirmed: [[organisation('bvdk')]],
      unconfirmed: [],
    });
    expect(await duties('bvdk')).toMatchObject([
      { dueOn: '2025-03-12', signal: 'dueSoon', headings: HEADINGS, historic: false, campaignId: CAMPAIGN },
    ]);
  });

  it('one left out is added on a later day; asked after the printed day it is never late', async () => {
    bench.day = '2025-03-14';
    await bench.record(T, streamOf('day', organisation('day')), [began(bench.day)]);
    await bench.settle(T);
    const { revision } = await campaign();
    expect(await confirm(['syt', 'head'], [organisation('bvdk')], revision)).toBe('409 campaign.nobodyAdded');
    expect(await confirm(['syt', 'head'], [organisation('bvdk'), organisation('ttyt')], revision)).toBe(
      '200',
    );
    expect(await campaign()).toMatchObject({ owed: 2 });
    expect(await duties('ttyt')).toMatchObject([{ dueOn: '2025-03-12', historic: true }]);
    expect(await duties('bvdk')).toMatchObject([{ signal: 'overdue' }]);
  });

  it('typed wrong is corrected, and its duties follow; what an answer rests on stays', async () => {
    const id = organisation('typed wrong');
    const named = (key: string) => ({ printed: key, organisationId: organisation(key) });
    const content = (day: string, ...keys: string[]) => ({
      ...{ title: 'Đề xuất', receiver: ask.receiver, dueOn: day },
      requests: [{ to: 'Các đơn vị', debtors: keys.map(named), headings: HEADINGS }],
    });
    const correct = async (asked: object, by: [string, Role] = ['syt', 'head']): Promise<string> => {
      const { revision } = (await bench.get<CampaignView>(T, account('syt', 'head'), `/campaigns/${id}`))
        .body;
      const path = `/campaigns/${id}/correctEntry`;
      const sent = { reason: 'Gõ nhầm', content: asked };
      const { status, body } = await bench.post<{ code?: string }>(T, account(...by), path, sent, revision);
      await bench.settle(T);
      return `${status} ${body.code ?? ''}`.trim();
    };
    const owed = async (key: string): Promise<string[]> =>
      (await duties(key))
        .filter(({ campaignId }) => campaignId === id)
        .map(({ state, dueOn }) => `${state} ${dueOn}`);
    await bench.post(T, account('syt', 'head'), '/campaigns', { id, ...content('2025-03-20', 'bvdk') });
    await bench.settle(T);
    expect(await correct(content('2025-03-25', 'ttyt'), ['bvdk', 'head'])).toBe('403 rights.organisation');
    expect(await correct(content('2025-03-25', 'choray'))).toBe('400 body.invalid');
    expect(await correct(content('2025-03-25', 'ttyt'))).toBe('200');
    expect([await owed('bvdk'), await owed('ttyt')]).toEqual([['waived 2025-03-20'], ['open 2025-03-25']]);
    expect(await correct(content('2025-03-25', 'bvdk', 'ttyt'))).toBe('200');
    expect(await owed('bvdk')).toEqual(['open 2025-03-25']);
    const duty = (await duties('bvdk')).find(({ campaignId }) => campaignId === id);
    const [heading = ''] = HEADINGS;
    const report = { parts: [{ heading, text: 'Đào tạo' }] };
    const path = `/obligations/${duty?.id}/sendReport`;
    expect((await bench.post(T, account('bvdk', 'head'), path, { report }, duty?.revision)).status).toBe(200);
    await bench.settle(T);
    expect(await correct(content('2025-03-26', 'bvdk', 'ttyt'))).toBe('409 campaign.answered');
    expect(await correct(content('2025-03-25', 'ttyt'))).toBe('409 campaign.answered');
    expect(await correct({ ...content('2025-03-25', 'bvdk'), title: 'Đề xuất nhu cầu' })).toBe('200');
    expect([await owed('bvdk'), await owed('ttyt')]).toEqual([['sent 2025-03-25'], ['waived 2025-03-25']]);
    const { body } = await bench.get<CampaignView>(T, account('syt', 'head'), `/campaigns/${id}`);
    expect(body).toMatchObject({ title: 'Đề xuất nhu cầu', corrections: [{ reason: 'Gõ nhầm' }, {}, {}] });
  });

  it('delivered twice makes no second duty, and rebuilt is as it was', async () => {
    const log = await bench.log(T);
    for (const event of log.filter(({ type }) => type.startsWith('lk.reporting.campaign.')))
      await bench.deliverAgain(event);
    expect(await bench.log(T)).toHaveLength(log.length);
    expect(await bench.parked(T)).toEqual([]);
    const before = await campaign();
    await bench.runtime.runner.rebuild(bench.system(T));
    expect(await campaign()).toEqual(before);
  });
});
