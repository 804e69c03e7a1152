import { streamOf, type NewEvent } from '@lien-ket/kernel';
import type { CampaignView } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { account, assigned, began, organisation, registered } from '../provision/plan-419.scene.js';
import { REPORTING, ReportingModule } from '../reporting.module.js';

const T = 'kien-giang';
const HEADINGS = ['Nhu cầu đào tạo nhân lực tại đơn vị.'];
const RECEIVER = { printed: 'Sở Y tế', organisationId: organisation('syt') };
let bench: ServiceBench;

const end = (successor?: string): NewEvent => ({
  type: 'lk.agreement.organisation.ended.v1',
  data: {
    ...{ endedOn: '2025-03-01', basis: 'NQ 1' },
    ...(successor ? { successor: { id: organisation(successor), name: successor } } : {}),
  },
});

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: REPORTING, module: ReportingModule.with }, [T]);
  bench.day = '2025-03-10';
  const outside = registered('Bệnh viện Chợ Rẫy');
  const named: [string, NewEvent[]][] = [
    ...['syt', 'bvdk', 'ttyt'].map((key): [string, NewEvent[]] => [key, [registered(key)]]),
    ['merged', [registered('merged'), end('bvdk')]],
    ['dissolved', [registered('dissolved'), end()]],
    ['choray', [{ ...outside, data: { ...(outside.data as object), outside: true } }]],
  ];
  for (const [key, events] of named)
    await bench.record(T, streamOf('organisation', organisation(key)), events);
  await bench.record(T, streamOf('staff', account('syt', 'head')), [assigned('syt', 'head')]);
  await bench.record(T, streamOf('day', organisation('day')), [began(bench.day)]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

it('an ended organisation’s successor answers; where there is none, it is refused and never left out in silence', async () => {
  const id = organisation('of the ended');
  const asking = (...keys: string[]) => ({
    ...{ title: 'Đề xuất', receiver: RECEIVER, dueOn: '2025-03-20' },
    requests: [
      {
        to: 'Các đơn vị',
        debtors: keys.map((key) => ({ printed: key, organisationId: organisation(key) })),
        headings: HEADINGS,
      },
    ],
  });
  const post = (path: string, body: object, revision?: number) =>
    bench.post<{ code: string; errors?: object[] }>(T, account('syt', 'head'), path, body, revision);
  const refused = async (...sent: Parameters<typeof post>): Promise<unknown> =>
    (await post(...sent)).body.errors;
  const at = (index: number) => `/requests/0/debtors/${index}/organisationId`;
  expect(await refused('/campaigns', { id, ...asking('ttyt', 'dissolved') })).toMatchObject([
    { pointer: at(1), code: 'organisation.gone' },
  ]);
  expect(await refused('/campaigns', { id, ...asking('choray', 'nobody') })).toMatchObject([
    { pointer: at(0), code: 'organisation.outside' },
    { pointer: at(1), code: 'organisation.notFound' },
  ]);
  expect((await post('/campaigns', { id, ...asking('merged') })).status).toBe(201);
  await bench.settle(T);
  const one = async (): Promise<CampaignView> =>
    (await bench.get<CampaignView>(T, account('syt', 'head'), `/campaigns/${id}`)).body;
  expect(await one()).toMatchObject({
    owed: 1,
    requests: [{ debtors: [{ printed: 'merged', organisationId: organisation('bvdk') }] }],
  });
  const { revision } = await one();
  const confirming = { debtors: [organisation('merged')] };
  expect(await refused(`/campaigns/${id}/confirmDebtors`, confirming, revision)).toMatchObject([
    { pointer: '/debtors/0', code: 'organisation.gone' },
  ]);
  const corrected = { reason: 'Gõ thiếu', content: asking('bvdk', 'dissolved') };
  expect(await refused(`/campaigns/${id}/correctEntry`, corrected, revision)).toMatchObject([
    { pointer: `/content${at(1)}`, code: 'organisation.gone' },
  ]);
  await bench.record(T, streamOf('organisation', organisation('bvdk')), [end()]);
  await bench.settle(T);
  // Who owes it already stays in a correction, whatever became of it since.
  const retitled = { reason: 'Gõ nhầm', content: { ...asking('bvdk'), title: 'Đề xuất nhu cầu' } };
  expect((await post(`/campaigns/${id}/correctEntry`, retitled, revision)).status).toBe(200);
});
