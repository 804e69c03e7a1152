import { randomUUID } from 'node:crypto';
import { TestPlatform, eventually } from './harness.adapter.js';
import { peopleOf, type People } from './people.js';
import type {
  ActivityListItem,
  CommandAnswer,
  DifficultyView,
  HistoryStep,
  ObligationView,
  OrganisationView,
  Page,
  PlanListItem,
  PlanView,
} from './views.js';

let platform: TestPlatform;
let people: People;
let plan: PlanListItem;
beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  people = await peopleOf(platform);
  const { items } = await people.focal.read<Page<PlanListItem>>('/plans?origin=own&q=419');
  plan = items[0] as PlanListItem;
});
afterAll(() => platform.stop());

const planNow = (): Promise<PlanView> => people.focal.read<PlanView>(`/plans/${plan.id}`);
async function organisations(): Promise<OrganisationView[]> {
  return people.focal.all<OrganisationView>('/organisations');
}
const paper = (number: string) => ({
  document: { number, symbol: 'KH-UBND', date: { year: 2023, month: 12, day: 5 } },
  reason: 'Điều chỉnh theo tình hình thực tế',
});
async function amend(number: string, changes: readonly object[], more: object = {}): Promise<void> {
  const { revision } = await planNow();
  const body = { ...paper(number), changes, ...more };
  await people.focal.command(`/plans/${plan.id}/recordAmendment`, body, revision);
}

describe('an amendment of what a whole group, and a whole report, rests on', () => {
  it('of the lead of a group reaches the activities that inherit it', async () => {
    const { content } = await planNow();
    const section = content.sections.find(
      ({ id, leads }) =>
        leads.length > 0 &&
        content.items.some(
          (item) => item.sectionId === id && item.leads.length === 0 && item.becomesActivity,
        ),
    );
    const health = (await organisations()).find(({ name }) => name.startsWith('Sở Y tế'));
    const leads = [{ printed: 'Sở Y tế', organisationId: health?.id }];
    await amend('901', [{ op: 'setSection', sectionId: section?.id, fields: { leads } }]);
    const inheriting = content.items.filter(
      (item) => item.sectionId === section?.id && item.leads.length === 0 && item.becomesActivity,
    );
    const touched = await eventually(
      async () =>
        (await people.focal.all<ActivityListItem>(`/activities?planId=${plan.id}`)).filter(({ itemId }) =>
          inheriting.some(({ id }) => id === itemId),
        ),
      (activities) => activities.every((one) => one.leads.join() === 'Sở Y tế'),
    );
    expect(touched).toHaveLength(inheriting.length);
  });

  it('of the date of a report moves what is owed still, with the first date beside it', async () => {
    const { content } = await planNow();
    const owed = async () =>
      (await people.focal.all<ObligationView>('/obligations')).filter(
        ({ planId, state, dueOn }) => planId === plan.id && state === 'open' && dueOn !== null,
      );
    const before = (await owed()).filter(({ dueOn }) => dueOn === '2023-12-14');
    expect(before.length).toBeGreaterThan(0);
    const provisionId = before[0]?.provisionId;
    expect(content.provisions.some(({ id }) => id === provisionId)).toBe(true);
    const rule = { kind: 'yearlyBefore', month: 12, day: 25 };
    await amend('902', [{ op: 'setProvision', provisionId, fields: { rule } }]);
    const moved = await eventually(
      async () => (await owed()).filter((one) => one.provisionId === provisionId),
      (duties) => duties.every(({ dueOn }) => dueOn === '2023-12-24'),
    );
    expect(new Set(moved.map(({ firstDueOn }) => firstDueOn))).toEqual(new Set(['2023-12-14']));
    expect(moved).toHaveLength(before.length);
  });
});

describe('a difficulty', () => {
  it('and the amendment that it led to name each other', async () => {
    const raised = await people.officer.command<CommandAnswer>('/difficulties', {
      text: 'Thiếu mã',
      planId: plan.id,
    });
    const unknown = await people.focal.post(
      `/plans/${plan.id}/recordAmendment`,
      {
        ...paper('903'),
        changes: [{ op: 'setPlan', fields: { archiveLine: 'VT' } }],
        difficulties: [randomUUID()],
      },
      { revision: (await planNow()).revision },
    );
    expect([unknown.status, unknown.body.code]).toEqual([400, 'amendment.difficultyUnknown']);
    await amend('903', [{ op: 'setPlan', fields: { archiveLine: 'Lưu: VT, KT' } }], {
      difficulties: [raised.id],
    });
    const { amendments, steps, state } = await eventually(
      () => people.officer.read<DifficultyView>(`/difficulties/${raised.id}`),
      (difficulty) => difficulty.amendments.length > 0,
    );
    expect(amendments).toMatchObject([{ planId: plan.id, document: { number: '903' } }]);
    expect([steps.at(-1)?.type, state]).toEqual(['lk.activity.difficulty.ledToAmendment.v1', 'raised']);
    const { items } = await people.focal.read<Page<HistoryStep>>(`/plans/${plan.id}/history?limit=200`);
    expect(items.at(-1)?.difficulties).toEqual([raised.id]);
  });

  it('is petitioned by a leader to a ministry by a document, and its answer is recorded by the focal agency', async () => {
    const raised = await people.officer.command<CommandAnswer>('/difficulties', { text: 'Vượt thẩm quyền' });
    const admin = await platform.as('tien-giang.ubnd.admin');
    const ministry = await admin.command<CommandAnswer>('/organisations', {
      name: 'Bộ Công Thương',
      kind: 'ministry',
      outside: true,
    });
    const path = `/difficulties/${raised.id}`;
    const body = { organisationId: ministry.id, text: 'Đề nghị hướng dẫn', document: { number: '88' } };
    expect((await people.focal.post(`${path}/petition`, body, { revision: 0 })).status).toBe(403);
    const department = (await organisations()).find(({ kind }) => kind === 'department');
    const wrong = { ...body, organisationId: department?.id };
    const refused = await people.leader.post(`${path}/petition`, wrong, { revision: 0 });
    expect([refused.status, refused.body.code]).toEqual([400, 'difficulty.notCompetent']);
    await people.leader.command(`${path}/petition`, body, 0);
    expect(await people.leader.read<DifficultyView>(path)).toMatchObject({
      state: 'petitioned',
      authority: 'Bộ Công Thương',
    });
    await people.focal.command(`${path}/recordAnswer`, { text: 'Thống nhất' }, 1);
    expect((await people.focal.read<DifficultyView>(path)).state).toBe('answered');
  });
});
