import { randomUUID } from 'node:crypto';
import type { Client } from './client.adapter.js';
import { TestPlatform, eventually } from './harness.adapter.js';
import { OtlpReceiver } from './otlp-receiver.adapter.js';
import { leadNamed, peopleOf, type Draft, type Lead, type People } from './people.js';
import { describeMetrics, describeOwnTraces, describeTraces } from './telemetry.js';
import type {
  ActivityListItem,
  ActivityView,
  AgreementView,
  CommandAnswer,
  FieldChange,
  HistoryStep,
  Page,
  PlanListItem,
  PlanView,
} from './views.js';

// The steps of one journey stand on each other, in the order of the file.
let receiver: OtlpReceiver;
let platform: TestPlatform;
let people: People;
beforeAll(async () => {
  receiver = await OtlpReceiver.start();
  platform = await TestPlatform.start('05/12/2023', undefined, receiver.settings);
  people = await peopleOf(platform);
});
afterAll(() => platform.stop().then(() => receiver.close()));

const [SECTION, FIRST, SECOND] = [randomUUID(), randomUUID(), randomUUID()];
let planId = '';
let revision = 0;
let draft: Draft;
let trade: Lead;
let health: Lead;
const organisation = (name: string): Promise<Lead> => leadNamed(people.focal, name);

/** A command on the journey's plan, at the revision last answered. */
async function onPlan(client: Client, name: string, body: unknown): Promise<CommandAnswer> {
  const answer = await client.command<CommandAnswer>(`/plans/${planId}/${name}`, body, revision);
  revision = answer.revision;
  return answer;
}

/** Status and code with which the clerk's issue under this number, on that day of 12/2023, is refused. */
async function refusalOfIssuing(number: string, day: number): Promise<[number, string]> {
  const body = { number, symbol: 'KH-UBND', date: { year: 2023, month: 12, day } };
  const answer = await people.clerk.post(`/plans/${planId}/issue`, body, { revision });
  return [answer.status, answer.body.code];
}

const planAs = (client: Client): Promise<PlanView> => client.read<PlanView>(`/plans/${planId}`);
const activitiesOfPlan = async (client: Client): Promise<readonly ActivityListItem[]> =>
  (await client.read<Page<ActivityListItem>>(`/activities?planId=${planId}`)).items;

describe('a plan is drafted, reviewed, signed and issued', () => {
  it('the focal agency drafts and revises', async () => {
    trade = await organisation('Sở Công Thương tỉnh Tiền Giang');
    health = await organisation('Sở Y tế tỉnh Tiền Giang');
    const [agreement] = (await people.focal.read<Page<AgreementView>>('/agreements')).items;
    const receiver = await organisation('Sở Kế hoạch và Đầu tư tỉnh Tiền Giang');
    const rule = { kind: 'yearlyBefore', month: 12, day: 15 };
    const what = 'Báo cáo kết quả';
    const item = (id: string, text: string): Draft['items'][number] & Record<string, unknown> => ({
      id,
      sectionId: SECTION,
      text,
      leads: [trade],
      leadScope: 'own',
    });
    draft = {
      title: 'Kế hoạch hợp tác thương mại',
      underAgreements: [{ tenant: 'hcmc', id: agreement?.id, printed: agreement?.content.name }],
      sections: [{ id: SECTION, printedNumber: 'I', title: 'Thương mại' }],
      items: [item(FIRST, 'Hội nghị kết nối cung cầu'), item(SECOND, 'Tuần hàng Tiền Giang')],
      provisions: [{ id: randomUUID(), text: what, what, debtors: [trade], receiver, rule }],
    };
    const made = await people.focal.command<CommandAnswer>('/plans', { content: draft });
    [planId, revision] = [made.id, made.revision];
    draft = { ...draft, title: 'Kế hoạch hợp tác thương mại năm 2024' };
    await onPlan(people.focal, 'revise', { content: draft });
    const plan = await planAs(people.focal);
    expect([plan.state, plan.title, plan.number]).toEqual(['draft', draft.title, null]);
  });

  it('the leader sends it back with reasons, then signs; the clerk numbers and issues', async () => {
    await onPlan(people.focal, 'submit', {});
    await onPlan(people.leader, 'sendBack', { reasons: 'Cần nêu rõ thời gian' });
    expect((await planAs(people.focal)).state).toBe('sentBack');
    await onPlan(people.focal, 'submit', { note: 'Đã bổ sung' });
    expect(await refusalOfIssuing('500', 5)).toEqual([409, 'plan.wrongState']);
    await onPlan(people.leader, 'sign', { signer: { title: 'Chủ tịch', capacity: 'forCollective' } });
    expect(await refusalOfIssuing('419', 5)).toEqual([409, 'plan.numberTaken']);
    expect(await refusalOfIssuing('500', 6)).toEqual([400, 'plan.dayToCome']);
    await onPlan(people.clerk, 'issue', {
      number: '500',
      symbol: 'KH-UBND',
      date: { year: 2023, month: 12, day: 5 },
    });
    const plan = await planAs(people.focal);
    expect([plan.state, plan.number, plan.effectiveOn, plan.inForce]).toEqual([
      'issued',
      '500',
      '2023-12-05',
      true,
    ]);
  });

  it('two activities come into being', async () => {
    const activities = await eventually(
      () => activitiesOfPlan(people.officer),
      (all) => all.length === 2,
    );
    expect(activities.map(({ title, state }) => [title, state])).toEqual([
      ['Hội nghị kết nối cung cầu', 'planned'],
      ['Tuần hàng Tiền Giang', 'planned'],
    ]);
  });

  it('HCMC sees the issued plan with where it came from, and never saw the draft', async () => {
    const seen = await eventually(
      () => people.coordinator.all<PlanListItem>('/plans?origin=received'),
      (plans) => plans.some(({ id }) => id === planId),
    );
    const plan = seen.find(({ id }) => id === planId);
    expect([plan?.origin?.tenant, plan?.state, plan?.number]).toEqual(['tien-giang', 'issued', '500']);
    const history = await people.coordinator.read<Page<HistoryStep>>(`/plans/${planId}/history`);
    expect(history.items.map(({ type }) => type)).toEqual(['lk.agreement.plan.issued.v1']);
    const other = await people.focal.command<CommandAnswer>('/plans', {
      content: { ...draft, sections: [], items: [], provisions: [] },
    });
    const hidden = await people.coordinator.get(`/plans/${other.id}`);
    expect([hidden.status, hidden.body.code]).toEqual([404, 'notFound']);
  });
});

describe('an activity is carried out', () => {
  let activity: ActivityListItem;
  const path = (name: string): string => `/activities/${activity.id}/${name}`;
  const done = { text: 'Đã tổ chức', doneOn: '2023-12-04' };

  it('the officer of the lead records progress and reports it done', async () => {
    const [first] = await activitiesOfPlan(people.officer);
    if (!first) throw new Error('no activity');
    activity = first;
    const progress = {
      text: 'Đã mời 30 doanh nghiệp',
      happenedOn: '2023-12-01',
      figures: [{ label: 'Doanh nghiệp', value: 30, unit: 'đơn vị' }],
    };
    const recorded = await people.officer.command<CommandAnswer>(path('progress'), progress, first.revision);
    const toCome = await people.officer.post(
      path('reportDone'),
      { ...done, doneOn: '2023-12-06' },
      { revision: recorded.revision },
    );
    expect([toCome.status, toCome.body.errors?.[0]?.pointer]).toEqual([400, '/doneOn']);
    await people.officer.command<CommandAnswer>(path('reportDone'), done, recorded.revision);
    const view = await people.officer.read<ActivityView>(`/activities/${activity.id}`);
    expect([view.state, view.progress.map(({ actor }) => actor.role)]).toEqual(['reportedDone', ['officer']]);
    expect(view.leadIds).toContain(view.progress[0]?.actor.organisationId);
    activity = view;
  });

  it('the head of another organisation cannot confirm it, nor an officer; the focal agency can', async () => {
    const { revision: seen } = activity;
    const other = await people.otherHead.post(path('confirmDone'), {}, { revision: seen });
    expect([other.status, other.body.code]).toEqual([403, 'rights.organisation']);
    const officer = await people.officer.post(path('confirmDone'), {}, { revision: seen });
    expect([officer.status, officer.body.code]).toEqual([403, 'rights.role']);
    await people.focal.command(path('confirmDone'), {}, seen);
    const view = await people.focal.read<ActivityView>(`/activities/${activity.id}`);
    expect(view.state).toBe('done');
  });

  it('HCMC sees that it is done', async () => {
    const view = await eventually(
      () => people.coordinator.get<ActivityView>(`/activities/${activity.id}`),
      ({ status, body }) => status === 200 && body.state === 'done',
    );
    expect(view.body.origin?.tenant).toBe('tien-giang');
  });
});

describe('an issued plan is amended', () => {
  const setLead = (lead: Lead): unknown => [{ op: 'setItem', itemId: SECOND, fields: { leads: [lead] } }];
  let other = '';

  async function propose(lead: Lead): Promise<string> {
    const body = { planId, reason: 'Chuyển đơn vị chủ trì', changes: setLead(lead) };
    const made = await people.focal.command<CommandAnswer>('/amendments', body);
    await people.focal.command(`/amendments/${made.id}/submit`, {}, made.revision);
    return made.id;
  }

  it('an amendment changes the lead by a document; the history shows before, after, actor and document', async () => {
    const amendmentId = await propose(health);
    other = await propose(health);
    const document = { number: '510', symbol: 'QĐ-UBND', date: { year: 2023, month: 12, day: 5 } };
    await onPlan(people.leader, 'amend', { amendmentId, document });
    const { items } = await people.focal.read<Page<HistoryStep>>(`/plans/${planId}/history`);
    const step = items.at(-1);
    expect([step?.type, step?.actor.role, step?.document?.number]).toEqual([
      'lk.agreement.plan.amended.v1',
      'leader',
      '510',
    ]);
    const lead = step?.changes.find(({ id, field }) => id === SECOND && field === 'leads');
    expect([lead?.before, lead?.after]).toEqual([[trade], [health]]);
    expect(step?.changes.length).toBe(1);
    await eventually(
      () => activitiesOfPlan(people.focal),
      (all) => all.some(({ leads }) => leads.includes(health.printed)),
    );
  });

  it('the difference between two days shows the act', async () => {
    const { changes } = await people.focal.read<{ changes: FieldChange[] }>(
      `/plans/${planId}/diff?from=2023-12-04&to=2023-12-05`,
    );
    expect(changes.filter(({ of, kind }) => of === 'item' && kind === 'added').length).toBe(2);
  });

  it('a second amendment of the same field on the older base is refused, naming both', async () => {
    const document = { number: '511', symbol: 'QĐ-UBND', date: { year: 2023, month: 12, day: 5 } };
    const body = { amendmentId: other, document };
    const refused = await people.leader.post(`/plans/${planId}/amend`, body, { revision });
    expect([refused.status, refused.body.code]).toEqual([409, 'amendment.touchesSameField']);
    expect(refused.body.params?.['this']).toBe(other);
    expect(refused.body.params?.['document']).toBe('510');
    expect(refused.body.detail).toContain('510');
  });

  it('our typing error is corrected in place, and the old entry stays known at its time', async () => {
    const issued = (await planAs(people.clerk)).acts.find(({ type }) => type.endsWith('issued.v1'));
    await onPlan(people.clerk, 'correctEntry', {
      corrects: issued?.eventId,
      reason: 'Gõ nhầm số',
      number: '501',
    });
    const plan = await planAs(people.clerk);
    expect(plan.number).toBe('501');
    expect(plan.acts.find(({ eventId }) => eventId === issued?.eventId)?.correctedBy).not.toBeNull();
    const before = encodeURIComponent(issued?.recordedAt ?? '');
    const known = await people.clerk.read<PlanView>(`/plans/${planId}?knownAt=${before}`);
    expect(known.number).toBe('500');
  });

  it('a plan is recalled by a document, and its open activities are cancelled', async () => {
    await onPlan(people.leader, 'recall', {
      document: { number: '520', symbol: 'TB-UBND', date: { year: 2023, month: 12, day: 5 } },
      reason: 'Ban hành chưa đúng thẩm quyền',
    });
    expect((await planAs(people.focal)).state).toBe('recalled');
    const activities = await eventually(
      () => activitiesOfPlan(people.focal),
      (all) => all.some(({ state }) => state === 'cancelled'),
    );
    expect(activities.map(({ state }) => state).sort()).toEqual(['cancelled', 'done']);
    await eventually(
      () => planAs(people.coordinator),
      ({ state }) => state === 'recalled',
    );
  });
});

describe('one trace from the click to the notification, and what is measured', () => {
  [describeTraces, describeOwnTraces, describeMetrics].forEach((of) => of(() => ({ platform, receiver })));
});
