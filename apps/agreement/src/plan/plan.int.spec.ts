import type { HistoryStep, Page, PlanListItem, PlanView } from '@lien-ket/contracts';
import { streamOf, uuidFrom, type Role } from '@lien-ket/kernel';
import { ServiceBench, received } from '@lien-ket/testing';
import { AGREEMENT } from '../agreement.module.js';
import {
  ITEM,
  PLAN,
  account,
  agreementModule,
  content,
  organisation,
  people,
  registered,
} from './plan.scene.js';

const T = 'tien-giang';
const focal = account('skhdt', 'focal');
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [T]);
  bench.day = '2024-01-04';
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  const end = { endedOn: '2024-01-03', basis: 'NQ 1' };
  await bench.record(T, streamOf('organisation', organisation('ended')), [
    registered('ended'),
    { type: 'lk.agreement.organisation.ended.v1', data: end },
  ]);
  const outside = registered('outside');
  await bench.record(T, streamOf('organisation', organisation('outside')), [
    { ...outside, data: { ...(outside.data as object), outside: true } },
  ]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

async function planOf(): Promise<PlanView> {
  return (await bench.get<PlanView>(T, focal, `/plans/${PLAN}`)).body;
}
async function onPlan(by: [string, Role], name: string, body: object): Promise<string> {
  const { revision } = await planOf();
  const path = `/plans/${PLAN}/${name}`;
  const answer = await bench.post<{ code?: string }>(T, account(...by), path, body, revision);
  await bench.settle(T);
  return `${answer.status} ${answer.body.code ?? ''}`.trim();
}

describe('a draft that is sent round', () => {
  it('is commented by those who were asked, decided by the focal agency, and all of it stands in the history', async () => {
    const draft = await bench.post(T, account('skhdt', 'officer'), '/plans', { id: PLAN, content });
    expect(draft.status).toBe(201);
    await bench.settle(T);
    const organisations = ['sct', 'syt'].map((key) => ({ printed: key, organisationId: organisation(key) }));
    const unable = ['ended', 'outside'].map((key) => ({ printed: key, organisationId: organisation(key) }));
    const { status, body: refused } = await bench.post<{ errors: object[] }>(
      T,
      focal,
      `/plans/${PLAN}/consult`,
      { organisations: [...organisations, ...unable] },
      (await planOf()).revision,
    );
    expect([status, refused.errors]).toMatchObject([
      400,
      [
        { pointer: '/organisations/2/organisationId', code: 'organisation.gone' },
        { pointer: '/organisations/3/organisationId', code: 'organisation.outside' },
      ],
    ]);
    expect(await onPlan(['skhdt', 'focal'], 'consult', { organisations, dueOn: '2024-01-10' })).toBe('200');
    const words = { agrees: true, text: 'đề nghị nêu rõ sản phẩm', itemId: ITEM };
    expect(await onPlan(['stc', 'head'], 'comment', words)).toBe('403 rights.organisation');
    expect(await onPlan(['sct', 'head'], 'comment', words)).toBe('200');
    const comment = (await planOf()).consultation?.comments[0]?.id;
    expect(await onPlan(['sct', 'head'], 'decideComment', { comment, takenOver: true })).toBe(
      '403 rights.role',
    );
    expect(await onPlan(['skhdt', 'focal'], 'decideComment', { comment, takenOver: true })).toBe('200');
    expect((await planOf()).consultation).toMatchObject({
      asked: [{ answered: true }, { answered: false }],
      comments: [{ text: words.text, itemId: ITEM, decision: { takenOver: true, on: bench.day } }],
    });
    const { body } = await bench.get<Page<HistoryStep>>(T, focal, `/plans/${PLAN}/history`);
    expect(body.items.map(({ type, reason }) => [type.split('.')[3], reason])).toEqual([
      ['drafted', null],
      ['consulted', null],
      ['commented', words.text],
      ['commentDecided', null],
    ]);
  });
});

it('a plan names organisations of our own register only: on any other lead nobody would work', async () => {
  const elsewhere = [{ printed: 'Sở X', organisationId: uuidFrom('scene', 'elsewhere') }];
  const items = content.items.map((item) => ({ ...item, leads: elsewhere }));
  const refused = {
    code: 'plan.organisationUnknown',
    errors: [{ pointer: '/content/items/0/leads/0/organisationId' }],
  };
  const post = (path: string, role: Role, body: object, key = 'skhdt') =>
    bench.post(T, account(key, role), path, body);
  const draft = await post('/plans', 'officer', { content: { ...content, items } });
  expect([draft.status, draft.body]).toEqual([400, expect.objectContaining({ code: refused.code })]);
  expect(draft.body).toMatchObject(refused);
  const paper = { number: '91', symbol: 'KH-UBND', date: { year: 2024, month: 1, day: 3 } };
  const onPaper = { ...paper, content: { ...content, items } };
  const entered = await post('/plans/recordIssued', 'clerk', onPaper, 'ubnd');
  expect(entered.body).toMatchObject(refused);
  await bench.settle(T);
  // A receiver in another tenant is that tenant's organisation.
  const receiver = { printed: 'ITPC', tenant: 'hcmc', ...elsewhere[0] };
  const rule = { kind: 'undated' };
  const provisions = [
    { id: uuidFrom('scene', 'provision'), text: 'x', what: 'x', debtors: [], receiver, rule },
  ];
  const across = await post('/plans', 'officer', { content: { ...content, provisions } });
  expect(across.status).toBe(201);
});

it('a plan names parties that there are, and agreements that were recorded or received here', async () => {
  await bench.settle(T);
  const nowhere = uuidFrom('scene', 'no agreement');
  const underAgreements = [{ printed: 'chỉ được dẫn' }, { id: nowhere, printed: 'x' }];
  const partnerTenants = ['hcmc', 'khong-co'];
  const under = {
    ...content,
    items: content.items.map((item) => ({ ...item, partnerTenants })),
    underAgreements,
  };
  const wrong = { ...under, underPlan: underAgreements[1] };
  const post = (body: object) =>
    bench.post<{ code: string; errors: unknown }>(T, account('skhdt', 'officer'), '/plans', body);
  const refused = await post({ content: wrong });
  expect([refused.status, refused.body.code]).toEqual([400, 'plan.agreementUnknown']);
  expect(refused.body.errors).toMatchObject([
    { pointer: '/content/underAgreements/1/id', code: 'plan.agreementUnknown' },
    { pointer: '/content/items/0/partnerTenants/1', code: 'plan.tenantUnknown' },
    { pointer: '/content/underPlan/id', code: 'plan.planUnknown' },
  ]);
  const parties = ['hcmc', 'khong-co'].map((tenant) => ({ name: tenant, tenant, basis: 'printed' }));
  const agreement = { name: 'Thỏa thuận', kind: 'agreement', parties, fields: [], legalBases: [] };
  const data = { version: 1, hash: 'a'.repeat(64), content: agreement, sharedWith: [T] };
  const recorded = { type: 'lk.agreement.agreement.recorded.v1', data };
  const arrived = received('hcmc', streamOf('agreement', nowhere), recorded, 1);
  await bench.record(T, streamOf('received', nowhere), [arrived]);
  await bench.settle(T);
  expect((await post({ content: under })).status).toBe(201);
});

describe('a plan whose time is over', () => {
  const titles = async (state: string): Promise<string[]> => {
    const { body } = await bench.get<Page<PlanListItem>>(T, focal, `/plans?state=${state}`);
    return body.items.map(({ title, expired }) => `${title} ${expired}`);
  };

  it('is listed as such from the day after the last day of its last horizon', async () => {
    const issued = (title: string, to: string | undefined) => ({
      type: 'lk.agreement.plan.issued.v1',
      data: {
        entry: 'paper',
        content: { ...content, title, horizons: [...content.horizons, { id: ITEM, label: '2025', to }] },
      },
      effectiveOn: '2024-01-04',
    });
    const enter = (title: string, to: string | undefined) =>
      bench.record(T, streamOf('plan', uuidFrom('scene', title)), [issued(title, to)]);
    await enter('Kế hoạch 2024 - 2025', '2025-06-30');
    await enter('Kế hoạch không ghi hạn', undefined);
    await bench.settle(T);
    bench.day = '2025-06-30';
    expect(await titles('expired')).toEqual([]);
    bench.day = '2025-07-01';
    expect(await titles('expired')).toEqual(['Kế hoạch 2024 - 2025 true']);
    expect((await titles('issued')).sort()).toEqual([
      'Kế hoạch 2024 - 2025 true',
      'Kế hoạch không ghi hạn false',
    ]);
  });
});
