import { randomUUID } from 'node:crypto';
import type { Client } from './client.adapter.js';
import { TestPlatform, eventually } from './harness.adapter.js';
import type { ActivityListItem, CommandAnswer, DifficultyView, Page } from './views.js';

let platform: TestPlatform;
let officer: Client;
let activity: ActivityListItem;
beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  officer = await platform.as('nghe-an.xtdttmdl.officer');
  const all = await officer.all<ActivityListItem>('/activities?origin=received');
  activity = all.find(({ leads }) => leads.join().includes('Nghệ An')) as ActivityListItem;
});
afterAll(() => platform.stop());

it('who carries out an activity of the other side says what hinders it, and its owner answers', async () => {
  const raised = await officer.command<CommandAnswer>('/difficulties', {
    activityId: activity.id,
    text: 'Chưa có mặt bằng cho tuần lễ sản phẩm',
  });
  const path = `/difficulties/${raised.id}`;
  expect(await officer.read<DifficultyView>(path)).toMatchObject({
    activityId: activity.id,
    planId: activity.planId,
    example: false,
  });
  const beside = await officer.read<Page<DifficultyView>>(`/activities/${activity.id}/difficulties`);
  expect(beside.items.map(({ id }) => id)).toEqual([raised.id]);
  const leader = await platform.as('nghe-an.ubnd.leader');
  await leader.command(`${path}/passToPartner`, { to: 'hcmc', text: 'Đề nghị bố trí' }, raised.revision);
  const answerer = await platform.as('hcmc.ubnd.leader');
  await eventually(
    () => answerer.get<DifficultyView>(path),
    ({ status, body }) => status === 200 && body.activityId === activity.id,
  );
  await answerer.command(`${path}/answer`, { text: 'Đã bố trí' });
  await eventually(
    () => officer.read<DifficultyView>(path),
    ({ state }) => state === 'answered',
  );
});

it('a difficulty is of nothing that is not here, and of no plan but that of its activity', async () => {
  const raise = (about: object) => officer.post('/difficulties', { ...about, text: 'Vướng' });
  for (const nowhere of [{ activityId: randomUUID() }, { planId: randomUUID() }])
    expect(await raise(nowhere)).toMatchObject({ status: 404, body: { code: 'notFound' } });
  expect(await raise({ activityId: activity.id, planId: randomUUID() })).toMatchObject({
    status: 400,
    body: { code: 'difficulty.otherPlan', errors: [{ pointer: '/planId' }] },
  });
  expect(await raise({ planId: activity.planId })).toMatchObject({ status: 201 });
});
