import { randomUUID } from 'node:crypto';
import type { Client, Problem } from './client.adapter.js';
import { TestPlatform, eventually } from './harness.adapter.js';
import { peopleOf, type People } from './people.js';
import type {
  ActivityListItem,
  AgreementView,
  CommandAnswer,
  DifficultyView,
  ObligationView,
  OrganisationView,
  OverviewView,
  Page,
  PlanListItem,
  ReportSource,
} from './views.js';

let platform: TestPlatform;
let people: People;
beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  people = await peopleOf(platform);
});
afterAll(() => platform.stop());

describe('the manners of the interface', () => {
  let id = '';
  const content = { title: 'Dự thảo thử' };

  it('the same key with the same body is carried out once; with another body it is refused', async () => {
    const key = randomUUID();
    const first = await people.focal.post<CommandAnswer>('/plans', { content }, { key });
    const again = await people.focal.post<CommandAnswer>('/plans', { content }, { key });
    expect(again.body).toEqual(first.body);
    const changed = await people.focal.post('/plans', { content: { title: 'Khác' } }, { key });
    expect([changed.status, changed.body.code]).toEqual([422, expect.any(String)]);
    id = first.body.id;
  });

  it('a stale revision is 412, a missing one 428', async () => {
    const body = { content: { title: 'Sửa' } };
    await people.focal.command(`/plans/${id}/revise`, body, 0);
    const stale = await people.focal.post(`/plans/${id}/revise`, { content }, { revision: 0 });
    expect(stale.status).toBe(412);
    expect(stale.body.since?.map(({ revision, type, role }) => [revision, type, role])).toEqual([
      [1, 'lk.agreement.plan.revised.v1', 'focal'],
    ]);
    expect((await people.focal.post(`/plans/${id}/revise`, { content })).status).toBe(428);
  });

  it('one number and symbol goes to one plan of the year, whoever is faster; a refused one leaves it free', async () => {
    const paper = { number: '77', symbol: 'KH-UBND', date: { year: 2023, month: 11, day: 3 } };
    const refused = await people.clerk.post('/plans/recordIssued', {
      ...paper,
      content: {
        ...content,
        items: [{ id: randomUUID(), sectionId: randomUUID(), text: 'x', leadScope: 'own' }],
      },
    });
    expect([refused.status, refused.body.code]).toEqual([400, 'plan.itemWithoutSection']);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => people.clerk.post('/plans/recordIssued', { ...paper, content })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(answers.flatMap(({ body }) => body.code ?? [])).toEqual(Array(3).fill('plan.numberTaken'));
  });

  it('an unknown field is 400 with its pointer', async () => {
    const answer = await people.focal.post('/plans', { content: { ...content, colour: 'red' } });
    expect([answer.status, answer.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      400,
      ['/content/colour'],
    ]);
  });

  it("a foreign tenant's plan is as missing as one that never was", async () => {
    const plain = ({ correlationId: _, ...rest }: Problem): unknown => rest;
    const foreign = await people.stranger.get(`/plans/${id}`);
    const missing = await people.stranger.get(`/plans/${randomUUID()}`);
    expect(foreign.status).toBe(404);
    expect(plain(foreign.body)).toEqual(plain(missing.body));
  });

  it.each([
    ['/activities?state=planned', 'state', 'planned'],
    ['/activities?state=cancelled', 'state', 'cancelled'],
  ] as const)('the filter of %s filters', async (path, field, value) => {
    const items = await people.auditor.all<ActivityListItem>(path);
    expect(items.filter((one) => one[field] !== value)).toEqual([]);
  });
});

describe('between the tenants', () => {
  it('Tiền Giang confirms the agreement; HCMC sees the answer beside those awaited', async () => {
    const [received] = (await people.focal.read<Page<AgreementView>>('/agreements')).items;
    if (!received) throw new Error('no agreement received');
    const { id, version, hash } = received;
    await people.focal.command(`/agreements/${id}/confirm`, { version, hash });
    const seen = await eventually(
      () => people.coordinator.read<AgreementView>(`/agreements/${id}`),
      ({ answers }) =>
        answers.some(({ tenant, answer }) => tenant === 'tien-giang' && answer === 'confirmed'),
    );
    const given = seen.answers.filter(({ answer }) => answer === 'confirmed');
    expect([given.length, seen.answers.length]).toEqual([1, 14]);
  });

  it('a party that a later version drops is told so, and nothing of what that version says', async () => {
    const coordinator = await platform.as('hcmc.itpc.region-coordinator');
    const [hcmc, stays, goes] = ['hcmc', 'tien-giang', 'nghe-an'].map((tenant) => ({ tenant, name: tenant }));
    const content = { name: 'Thỏa thuận thử', parties: [hcmc, stays, goes] };
    const made = await coordinator.command<CommandAnswer>('/agreements', content);
    const dropped = await platform.as('nghe-an.skhdt.focal');
    const path = `/agreements/${made.id}`;
    const seen = (client: Client, state: string): Promise<unknown> =>
      eventually(
        () => client.get<AgreementView>(path),
        ({ status, body }) => status === 200 && body.state === state,
      );
    await seen(dropped, 'recorded');
    const next = { name: 'Thỏa thuận thử, bản mới', parties: [hcmc, stays] };
    const revised = { content: next, reason: 'Nhập sai bên ký kết' };
    await coordinator.command<CommandAnswer>(`${path}/revise`, revised, made.revision);
    await seen(dropped, 'withdrawn');
    const shown = await dropped.read<AgreementView>(path);
    expect([shown.version, shown.content.name]).toEqual([1, content.name]);
    const leader = await platform.as('nghe-an.ubnd.leader');
    const { version, hash } = shown;
    const refused = await leader.post(`${path}/confirm`, { version, hash }, { revision: shown.revision });
    expect([refused.status, refused.body.code]).toEqual([409, 'agreement.withdrawn']);
    await seen(people.focal, 'recorded');
    const again = await coordinator.read<AgreementView>(path);
    expect([again.state, again.version, again.content.name]).toEqual(['recorded', 2, next.name]);
    await coordinator.command(`${path}/revise`, { content, reason: 'Bổ sung lại' }, again.revision);
    await seen(dropped, 'recorded');
    expect((await dropped.read<AgreementView>(path)).version).toBe(3);
  });

  it('a difficulty goes up to the leader, over to HCMC, and its answer comes back', async () => {
    const [activity] = (await people.officer.read<Page<ActivityListItem>>('/activities?lead=mine')).items;
    const raised = await people.officer.command<CommandAnswer>('/difficulties', {
      activityId: activity?.id,
      text: 'Chưa thống nhất địa điểm với đối tác',
    });
    const path = `/difficulties/${raised.id}`;
    const received = await people.focal.command<CommandAnswer>(`${path}/receive`, {}, raised.revision);
    const pass = { to: 'hcmc', text: 'Đề nghị phối hợp bố trí địa điểm' };
    const early = await people.focal.post(`${path}/passToPartner`, pass, { revision: received.revision });
    expect([early.status, early.body.code]).toEqual([403, 'rights.role']);
    await people.leader.command(`${path}/passToPartner`, pass, received.revision);
    const there = await eventually(
      () => people.coordinator.get<DifficultyView>(path),
      ({ status }) => status === 200,
    );
    expect(there.body.origin?.tenant).toBe('tien-giang');
    await people.coordinator.command(`${path}/answer`, { text: 'Thống nhất tại Nhà văn hóa' });
    const back = await eventually(
      () => people.officer.read<DifficultyView>(path),
      ({ state }) => state === 'answered',
    );
    expect(back.steps.map(({ text }) => text)).toContain('Thống nhất tại Nhà văn hóa');
    expect(back.steps.flatMap(({ tenant }) => tenant ?? [])).toEqual(['hcmc', 'hcmc']);
  });
});

describe('reports of plan 419', () => {
  let plan: PlanListItem;
  let owed: ObligationView;
  const path = (name: string): string => `/obligations/${owed.id}/${name}`;
  const report = { parts: [{ heading: 'Kết quả', text: 'Đã thực hiện 5 nội dung' }] };
  const obligation = (): Promise<ObligationView> => people.focal.read(`/obligations/${owed.id}`);

  it('11 organisations owe the report, the last day is 14/12/2023', async () => {
    const plans = (await people.focal.read<Page<PlanListItem>>('/plans')).items;
    const found = plans.find(({ number }) => number === '419');
    if (!found) throw new Error('no plan 419');
    plan = found;
    const all = await people.focal.all<ObligationView>(`/obligations?planId=${plan.id}&state=open`);
    const due = all.filter(({ dueOn }) => dueOn === '2023-12-14');
    expect(new Set(due.map(({ debtorId }) => debtorId)).size).toBe(11);
    expect(due.map(({ firstDueOn, asPrinted }) => [firstDueOn, asPrinted])).toEqual(
      due.map(() => ['2023-12-14', 'trước ngày 15 tháng 12 hàng năm']),
    );
    const organisations = await people.focal.all<OrganisationView>('/organisations');
    const trade = organisations.find(({ name }) => name === 'Sở Công Thương tỉnh Tiền Giang')?.id;
    const mine = due.find(({ debtorId }) => debtorId === trade);
    if (!mine) throw new Error('the department of trade owes nothing');
    owed = mine;
  });

  it('only the head of the debtor sends', async () => {
    const officer = await people.officer.post(path('sendReport'), { report }, { revision: owed.revision });
    expect([officer.status, officer.body.code]).toEqual([403, 'rights.role']);
    const other = await people.otherHead.post(path('sendReport'), { report }, { revision: owed.revision });
    expect([403, 404]).toContain(other.status);
  });

  it('sent, received, sent back with a new day, sent again, accepted; every version stays', async () => {
    let { revision: at } = owed;
    const step = async (client: Client, name: string, body: unknown): Promise<void> => {
      at = (await client.command<CommandAnswer>(path(name), body, at)).revision;
    };
    await step(people.head, 'sendReport', { report });
    await step(people.focal, 'receiveReport', {});
    await step(people.focal, 'sendBackReport', { note: 'Bổ sung số liệu', newDueOn: '2023-12-20' });
    const back = await obligation();
    expect([back.state, back.dueOn, back.firstDueOn]).toEqual(['sentBack', '2023-12-20', '2023-12-14']);
    await step(people.head, 'sendReport', { report });
    await step(people.focal, 'receiveReport', {});
    await step(people.focal, 'acceptReport', {});
    const accepted = await obligation();
    expect(accepted.versions.map(({ version, state, daysLate }) => [version, state, daysLate])).toEqual([
      [1, 'sentBack', 0],
      [2, 'accepted', 0],
    ]);
  });

  it('the focal agency compiles its own report from what the 11 have sent', async () => {
    const own = await people.focal.all<ObligationView>('/obligations?role=debtor');
    const [compiled] = own.filter(({ planId }) => planId === plan.id);
    if (!compiled) throw new Error('the focal agency owes nothing under plan 419');
    const { items } = await people.focal.read<Page<ReportSource>>(`/obligations/${compiled.id}/sources`);
    expect(items).toHaveLength(11);
    const sent = items.filter(({ report: said }) => said !== null);
    expect(sent.map(({ debtorId, state }) => [debtorId, state])).toEqual([[owed.debtorId, 'accepted']]);
    expect((await people.stranger.get(`/obligations/${compiled.id}/sources`)).status).toBe(404);
  });

  it('the overview of HCMC shows the accepted report as shared', async () => {
    const seen = await eventually(
      () => people.coordinator.read<OverviewView>('/overview'),
      ({ rows }) =>
        rows.some(({ tenant, acceptedReports }) => tenant === 'tien-giang' && acceptedReports > 0),
    );
    expect(seen.rows.find(({ tenant }) => tenant === 'tien-giang')?.acceptedReports).toBe(1);
  });

  it('on 18/12/2023 what was not sent is late by four days, what was accepted is not', async () => {
    await platform.moveTo('2023-12-18');
    const all = await people.focal.all<ObligationView>(`/obligations?planId=${plan.id}`);
    const due = all.filter(({ firstDueOn, period }) => firstDueOn === '2023-12-14' && period.key === '2023');
    const open = due.filter(({ state }) => state === 'open');
    expect(open.map(({ signal, daysLeft }) => [signal, daysLeft])).toEqual(open.map(() => ['overdue', -4]));
    expect([open.length, due.length]).toEqual([10, 11]);
    expect((await obligation()).signal).toBe('none');
  });
});
