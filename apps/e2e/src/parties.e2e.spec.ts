import { uuidFrom } from '@lien-ket/kernel';
import type { Client } from './client.adapter.js';
import { TestPlatform, eventually } from './harness.adapter.js';
import { peopleOf, type People } from './people.js';
import type {
  ActivityListItem,
  AgreementView,
  CommandAnswer,
  DifficultyView,
  OverviewView,
  Page,
  PlanListItem,
  PlanView,
  WorkingGroupView,
} from './views.js';

let platform: TestPlatform;
let people: People;
let newcomer: Client;
let agreement: AgreementView;
let ours: ActivityListItem[];
let id = '';
beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  people = await peopleOf(platform);
  newcomer = people.stranger;
  const plan = await planAt(people.coordinator);
  const { content } = await people.coordinator.read<PlanView>(`/plans/${plan?.id}`);
  agreement = await people.coordinator.read(`/agreements/${content.underAgreements[0]?.id}`);
  ours = await people.coordinator.all<ActivityListItem>('/activities?origin=own');
  id = ours[0]?.id ?? '';
});
afterAll(() => platform.stop());

async function planAt(who: Client): Promise<PlanListItem | undefined> {
  return (await who.read<Page<PlanListItem>>('/plans?q=4778')).items[0];
}
const TRA_VINH = { name: 'Tỉnh Trà Vinh', tenant: 'tra-vinh' };
async function revise(joins: boolean): Promise<void> {
  const now = await people.coordinator.read<AgreementView>(`/agreements/${agreement.id}`);
  const others = now.content.parties.filter(({ tenant }) => tenant !== TRA_VINH.tenant);
  const content = { ...now.content, parties: joins ? [...others, TRA_VINH] : others };
  const body = { content, reason: 'Thay đổi bên tham gia' };
  const before = (await activity()).revision;
  await people.coordinator.command(`/agreements/${agreement.id}/revise`, body, now.revision);
  await eventually(activity, ({ revision }) => revision > before);
}
const activity = (): Promise<ActivityListItem> => people.coordinator.read(`/activities/${id}`);
async function progress(text: string): Promise<void> {
  const body = { text, happenedOn: '2023-12-05' };
  await people.coordinator.command(`/activities/${id}/progress`, body, (await activity()).revision);
}
async function told(who: Client): Promise<string[]> {
  return (await who.all<{ text: string }>(`/activities/${id}/progress`)).map(({ text }) => text);
}

async function groupAt(who: Client): Promise<WorkingGroupView | undefined> {
  return (await who.read<Page<WorkingGroupView>>('/working-groups')).items[0];
}
async function newMember(name: string): Promise<void> {
  const group = await groupAt(people.coordinator);
  const member = { id: uuidFrom('spec', name), name, title: 'Phó Giám đốc', role: 'Thành viên' };
  const document = { number: '5000', symbol: 'QĐ-UBND', date: { year: 2023, month: 12, day: 4 } };
  const changes = [{ op: 'join', teamId: group?.teams[0]?.id, member }];
  const path = `/working-groups/${group?.id}/changeRoster`;
  await people.coordinator.command(path, { document, changes }, group?.revision ?? 0);
}

/** Takes the item out of its plan by a document. */
async function cancel(one: ActivityListItem | undefined): Promise<void> {
  const plan = await people.coordinator.read<PlanView>(`/plans/${one?.planId}`);
  const document = { number: '602', symbol: 'KH-UBND', date: { year: 2023, month: 12, day: 5 } };
  const changes = [{ op: 'removeItem', itemId: one?.itemId, reason: 'Không còn nhu cầu' }];
  const body = { document, reason: 'Điều chỉnh', changes };
  await people.coordinator.command(`/plans/${plan.id}/recordAmendment`, body, plan.revision);
  await eventually(
    () => people.coordinator.read<ActivityListItem>(`/activities/${one?.id}`),
    ({ state }) => state === 'cancelled',
  );
}

describe('a party that joins an agreement later', () => {
  it('gets the plan under it and the activities of the plan, each once, as they are kept by their owner', async () => {
    await progress('Trước khi Trà Vinh tham gia');
    await newMember('Lê Văn Sáng');
    await cancel(ours[1]);
    expect(await planAt(newcomer)).toBeUndefined();
    expect(await groupAt(newcomer)).toBeUndefined();
    await revise(true);
    const theirs = await eventually(
      () => newcomer.all<ActivityListItem>('/activities?origin=received'),
      (found) => found.length >= ours.length,
    );
    const [here, there] = [await planAt(people.coordinator), await planAt(newcomer)];
    expect([there?.id, there?.state, there?.items]).toEqual([here?.id, 'issued', here?.items]);
    const states = (all: ActivityListItem[]): string[] => all.map((one) => `${one.id} ${one.state}`).sort();
    const here33 = await people.coordinator.all<ActivityListItem>('/activities?origin=own');
    expect(states(theirs)).toEqual(states(here33));
    expect(theirs.find((one) => one.id === ours[1]?.id)?.state).toBe('cancelled');
    expect(await told(newcomer)).toEqual(['Trước khi Trà Vinh tham gia']);
    const roster = await eventually(
      () => groupAt(newcomer),
      (group) => group?.changes.length === 1,
    );
    const known = await groupAt(await platform.as('nghe-an.skhdt.focal'));
    expect([roster?.teams, roster?.changes]).toEqual([known?.teams, known?.changes]);
    expect((await newcomer.read<Page<WorkingGroupView>>('/working-groups')).total).toBe(1);
  });

  it('gets what comes after, keeps it when it is dropped, and gets no more; once more a party, what it missed', async () => {
    await progress('Khi là bên tham gia');
    await eventually(
      () => told(newcomer),
      (texts) => texts.length === 2,
    );
    await revise(false);
    await eventually(
      () => newcomer.read<AgreementView>(`/agreements/${agreement.id}`),
      ({ state }) => state === 'withdrawn',
    );
    await progress('Khi không còn là bên tham gia');
    await eventually(
      () => groupAt(people.coordinator),
      (group) => group?.sharedWith.includes('tra-vinh') === false,
    );
    await newMember('Trần Thị Tối');
    const nghean = await platform.as('nghe-an.skhdt.focal');
    await eventually(
      () => told(nghean),
      (texts) => texts.length === 3,
    );
    const others = await eventually(
      () => groupAt(nghean),
      (group) => group?.changes.length === 2,
    );
    expect((await groupAt(newcomer))?.changes).toHaveLength(1);
    expect(await told(newcomer)).toHaveLength(2);
    expect(await planAt(newcomer)).toBeDefined();
    await revise(true);
    await eventually(
      () => told(newcomer),
      (texts) => texts.length === 3,
    );
    expect((await newcomer.all<ActivityListItem>('/activities?origin=received')).length).toBe(ours.length);
    const missed = await eventually(
      () => groupAt(newcomer),
      (group) => group?.changes.length === 2,
    );
    expect(missed?.teams).toEqual(others?.teams);
  });
});

it('an extension crosses with its day; a party confirms it alone, and HCMC sees what stands beside it', async () => {
  const path = `/agreements/${agreement.id}`;
  const nghean = await platform.as('nghe-an.skhdt.focal');
  const first = await nghean.read<AgreementView>(path);
  await nghean.command(`${path}/confirm`, { version: first.version, hash: first.hash });
  const answers = (view: AgreementView, of: 'record' | 'extension'): unknown =>
    (of === 'record' ? view.answers : view.extensions[0]?.answers)?.find(({ tenant }) => tenant === 'nghe-an')
      ?.answer;
  const seen = (who: Client, record: string, extension?: string): Promise<AgreementView> =>
    eventually(
      () => who.read<AgreementView>(path),
      (view) => answers(view, 'record') === record && answers(view, 'extension') === extension,
    );
  const confirmed = await seen(people.coordinator, 'confirmed');
  const document = { number: '9', symbol: 'TT', date: { year: 2023, month: 12, day: 4 } };
  const extension = { termTo: '2030-12-31', document, effectiveOn: '2026-01-01' };
  await people.coordinator.command(`${path}/extend`, extension, confirmed.revision);
  const there = await seen(nghean, 'confirmed', 'awaited');
  expect(there.content.termTo).toBe('2025-12-31');
  expect((await nghean.read<AgreementView>(`${path}?asOf=2026-01-01`)).content.termTo).toBe('2030-12-31');
  await nghean.command(`${path}/confirm`, { version: there.version, hash: there.hash });
  const both = await seen(people.coordinator, 'confirmed', 'confirmed');
  expect(both.extensions).toMatchObject([{ document, effectiveOn: '2026-01-01', inForce: false }]);
  const { rows } = await people.coordinator.read<OverviewView>('/overview');
  expect(rows.find(({ tenant }) => tenant === 'nghe-an')).toMatchObject({ confirmed: 1 });
});

it('a difficulty that was passed to HCMC and declined where it was raised waits there no more', async () => {
  const [about] = (await people.officer.read<Page<ActivityListItem>>('/activities?lead=mine')).items;
  const raised = await people.officer.command<CommandAnswer>('/difficulties', {
    activityId: about?.id,
    text: 'Chưa thống nhất địa điểm',
  });
  const path = `/difficulties/${raised.id}`;
  const pass = { to: 'hcmc', text: 'Đề nghị phối hợp' };
  const passed = await people.leader.command<CommandAnswer>(`${path}/passToPartner`, pass, raised.revision);
  await people.leader.command(`${path}/decline`, { reason: 'Đã tự bố trí' }, passed.revision);
  const there = await eventually(
    () => people.coordinator.get<DifficultyView>(path),
    ({ status, body }) => status === 200 && body.state === 'declined',
  );
  expect(there.body).toMatchObject({ activityId: about?.id, origin: { tenant: 'tien-giang' } });
});

it('a row typed by mistake is no activity once it is corrected, and HCMC counts it nowhere', async () => {
  const known = await people.clerk.read<Page<PlanListItem>>('/plans?q=419');
  const { content } = await people.clerk.read<PlanView>(`/plans/${known.items[0]?.id}`);
  const sectionId = uuidFrom('spec', 'mistyped section');
  const [kept, mistaken] = ['kept', 'mistaken'].map((text) => ({
    id: uuidFrom('spec', text),
    sectionId,
    text,
    leadScope: 'own',
  }));
  const counted = async (): Promise<unknown> => {
    const { rows } = await people.coordinator.read<OverviewView>('/overview');
    const { planned, cancelled } = rows.find(({ tenant }) => tenant === 'tien-giang')?.activities ?? {};
    return [planned, cancelled];
  };
  const { rows } = await people.coordinator.read<OverviewView>('/overview');
  const planned = rows.find(({ tenant }) => tenant === 'tien-giang')?.activities.planned ?? 0;
  const issued = await people.clerk.command<CommandAnswer>('/plans/recordIssued', {
    number: '777',
    symbol: 'KH-UBND',
    date: { year: 2023, month: 12, day: 4 },
    content: {
      title: 'Kế hoạch gõ thừa dòng',
      underAgreements: content.underAgreements,
      sections: [{ id: sectionId, title: 'I' }],
      items: [kept, mistaken],
    },
  });
  await eventually(counted, (now) => `${String(now)}` === `${planned + 2},0`);
  const plan = await people.clerk.read<PlanView>(`/plans/${issued.id}`);
  const changes = [{ op: 'removeItem', itemId: mistaken?.id, reason: 'Gõ thừa' }];
  const body = { corrects: plan.acts[0]?.eventId, reason: 'Gõ thừa dòng', changes };
  await people.clerk.command(`/plans/${issued.id}/correctEntry`, body, plan.revision);
  await eventually(counted, (now) => `${String(now)}` === `${planned + 1},0`);
  const path = `/activities?planId=${issued.id}`;
  for (const who of [people.clerk, people.coordinator]) {
    expect((await who.all<ActivityListItem>(path)).map(({ title }) => title)).toEqual(['kept']);
    const wrong = await who.all<ActivityListItem>(`${path}&state=enteredInError`);
    expect(wrong.map(({ title }) => title)).toEqual(['mistaken']);
  }
});
