import type { HistoryStep, Page, PlanListItem, PlanView } from '@lien-ket/contracts';
import { streamOf, uuidFrom, type Role } from '@lien-ket/kernel';
import { ServiceBench, received } from '@lien-ket/testing';
import { AGREEMENT } from '../agreement.module.js';
import { ITEM, PLAN, account, agreementModule, content, organisation, people } from './plan.scene.js';

const T = 'tien-giang';
const focal = account('skhdt', 'focal');
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [T]);
  bench.day = '2024-01-04';
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
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

describe('a plan that was issued on paper', () => {
  const id = uuidFrom('scene', 'recalled later');
  /** A command that looks something up waits for the projections, which in a bench move only when told. */
  const served = async <R>(request: Promise<R>): Promise<R> => {
    let done = false;
    const answer = request.finally(() => (done = true));
    while (!done) {
      await bench.settle(T);
      await new Promise((next) => setTimeout(next, 20));
    }
    return answer;
  };
  const enter = (fields: object) =>
    served(
      bench.post<{ code?: string; errors?: { pointer: string }[] }>(
        T,
        account('ubnd', 'clerk'),
        '/plans/recordIssued',
        { number: '5', symbol: 'KH-UBND', date: { year: 2025, month: 4, day: 1 }, content, ...fields },
      ),
    );
  const stateIn = async (list: string): Promise<string | undefined> => {
    const { body } = await bench.get<Page<PlanListItem>>(T, focal, `/plans?limit=100${list}`);
    return body.items.find((item) => item.id === id)?.state;
  };

  it('is not of a day to come, nor has it the number of another by another case of its symbol', async () => {
    bench.day = '2025-04-02';
    const tomorrow = await enter({ id, date: { year: 2025, month: 4, day: 3 } });
    expect([tomorrow.status, tomorrow.body.code]).toEqual([400, 'plan.dayToCome']);
    expect((await enter({ id })).status).toBe(201);
    await bench.settle(T);
    expect((await enter({ symbol: 'kh-ubnd' })).body.code).toBe('plan.numberTaken');
  });

  it('is amended by no paper whose number another document of the year bears, however it is written', async () => {
    const amendBy = async (of: string, number: string, symbol: string): Promise<unknown> => {
      const { body: plan } = await bench.get<PlanView>(T, focal, `/plans/${of}`);
      const document = { number, symbol, date: { year: 2025, month: 4, day: 2 } };
      const changes = [{ op: 'setItem', itemId: ITEM, fields: { note: number } }];
      const path = `/plans/${of}/recordAmendment`;
      const clerk = account('ubnd', 'clerk');
      const body = { document, reason: 'x', changes, difficulties: [] };
      const answer = await served(bench.post<{ code?: string }>(T, clerk, path, body, plan.revision));
      await bench.settle(T);
      return answer.body.code ?? answer.status;
    };
    const other = uuidFrom('scene', 'another paper');
    expect((await enter({ id: other, number: '7' })).status).toBe(201);
    await bench.settle(T);
    expect(await amendBy(id, '601', 'KH-UBND')).toBe(200);
    expect(await amendBy(id, '601', 'kh-ubnd')).toBe('plan.numberTaken');
    expect(await amendBy(other, '0601', 'KH – UBND')).toBe('plan.numberTaken');
    expect(await amendBy(other, '5', 'KH-UBND')).toBe('plan.numberTaken');
    expect(await amendBy(other, '602', 'KH-UBND')).toBe(200);
    expect((await enter({ number: '601', symbol: 'KH‑UBND' })).body.code).toBe('plan.numberTaken');
    const { body: plan } = await bench.get<PlanView>(T, focal, `/plans/${other}`);
    const end = async (number: string): Promise<unknown> => {
      const document = { number, symbol: 'KH-UBND', date: { year: 2025, month: 4, day: 2 } };
      const body = { how: 'replaced', document, reason: 'x', effectiveOn: '2025-12-01' };
      const path = `/plans/${other}/end`;
      const leader = account('ubnd', 'leader');
      return served(bench.post<{ code?: string }>(T, leader, path, body, plan.revision)).then(
        (answer) => answer.body.code ?? answer.status,
      );
    };
    expect(await end('7')).toBe('plan.numberTaken');
    expect(await end('601')).toBe('plan.numberTaken');
    expect(await end('5')).toBe(200);
    await bench.settle(T);
  });

  it('is rectified from the day of the letter, and recalled from the day that the recall says, in lists too', async () => {
    const document = { number: '9', symbol: 'UBND', date: { year: 2025, month: 4, day: 1 } };
    const act = async (name: string, body: object): Promise<number> => {
      const { body: plan } = await bench.get<PlanView>(T, focal, `/plans/${id}`);
      const answer = await bench.post(
        T,
        account('ubnd', 'leader'),
        `/plans/${id}/${name}`,
        body,
        plan.revision,
      );
      await bench.settle(T);
      return answer.status;
    };
    expect(await act('rectify', { document, text: 'sai chính tả' })).toBe(200);
    const { body } = await bench.get<Page<HistoryStep>>(T, focal, `/plans/${id}/history`);
    expect(body.items.at(-1)).toMatchObject({ effectiveOn: '2025-04-01' });
    expect(await act('recall', { document, reason: 'thay đổi', effectiveOn: '2025-05-01' })).toBe(200);
    expect([await stateIn(''), await stateIn('&state=issued'), await stateIn('&state=recalled')]).toEqual([
      'issued',
      'issued',
      undefined,
    ]);
    bench.day = '2025-05-01';
    expect([await stateIn('&state=issued'), await stateIn('&state=recalled')]).toEqual([
      undefined,
      'recalled',
    ]);
  });
});
