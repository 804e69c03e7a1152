import { randomUUID } from 'node:crypto';
import type { Client } from './client.adapter.js';
import { TestPlatform, eventually } from './harness.adapter.js';
import { peopleOf, type People } from './people.js';
import type { ActivityListItem, ActivityView, CommandAnswer, Page, ParticipationView } from './views.js';

let platform: TestPlatform;
let people: People;
beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  people = await peopleOf(platform);
});
afterAll(() => platform.stop());

/** A plan of the next year, issued on paper, with one item. */
function laterPlan({ planId, itemId }: { planId: string; itemId: string }): unknown {
  const sectionId = randomUUID();
  return {
    id: planId,
    number: '15',
    symbol: 'KH-UBND',
    date: { year: 2023, month: 12, day: 1 },
    content: {
      title: 'Kế hoạch năm 2024',
      sections: [{ id: sectionId, title: 'Chuyển tiếp' }],
      items: [{ id: itemId, sectionId, text: 'Nội dung chuyển tiếp', leadScope: 'notStated' }],
    },
  };
}

describe('a shared activity', () => {
  let activity: ActivityListItem;
  let part: ParticipationView;
  const of = (who: Client): Promise<ActivityView> => who.read(`/activities/${activity.id}`);
  const seen = (test: (view: ActivityView) => boolean): Promise<ActivityView> =>
    eventually(() => of(people.focal), test);

  it('HCMC takes part in an activity of Tiền Giang, which sees the public facts and no more', async () => {
    const { items } = await people.coordinator.read<Page<ActivityListItem>>('/activities?origin=received');
    const found = items.find(({ origin, state }) => origin?.tenant === 'tien-giang' && state === 'planned');
    if (!found) throw new Error('no activity of Tiền Giang was received');
    activity = found;
    const { id } = await people.coordinator.command<CommandAnswer>('/participations', {
      activityId: activity.id,
      role: 'coordinate',
    });
    const twice = await people.coordinator.post('/participations', {
      activityId: activity.id,
      role: 'attend',
    });
    expect([twice.status, twice.body.code]).toEqual([409, 'participation.exists']);
    part = await people.coordinator.read(`/participations/${id}`);
    await people.coordinator.command(
      `/participations/${id}/progress`,
      { text: 'Đã mời doanh nghiệp', happenedOn: '2023-12-04' },
      part.revision,
    );
    const view = await seen(({ participations }) => participations[0]?.state === 'inProgress');
    expect(view.participations[0]).toMatchObject({
      tenant: 'hcmc',
      activity: { tenant: 'tien-giang', activityId: activity.id },
      entries: [{ kind: 'progress', text: 'Đã mời doanh nghiệp', happenedOn: '2023-12-04' }],
    });
    expect([view.state, view.progress]).toEqual(['planned', []]);
    expect((await people.stranger.get(`/participations/${id}`)).status).toBe(404);
  });

  it('only the owner makes it its own, once', async () => {
    const { revision } = await of(people.focal);
    const body = { participationId: part.id };
    await people.focal.command(`/activities/${activity.id}/takeOver`, body, revision);
    const { state, progress, revision: now } = await of(people.focal);
    expect([state, progress.map(({ text }) => text)]).toEqual(['inProgress', ['Đã mời doanh nghiệp']]);
    const again = await people.focal.post(`/activities/${activity.id}/takeOver`, body, { revision: now });
    expect([again.status, again.body.code]).toEqual([409, 'participation.takenOver']);
  });

  it('is postponed within its printed time only, and goes over to a later plan that names it', async () => {
    const late = { reason: 'Chờ đối tác', until: '2031-01-01' };
    const { revision, definition } = await of(people.focal);
    if (definition.time && definition.window) {
      const refused = await people.focal.post(`/activities/${activity.id}/postpone`, late, { revision });
      expect([refused.status, refused.body.code]).toEqual([409, 'activity.printedTime']);
    }
    await people.focal.command(`/activities/${activity.id}/postpone`, { reason: 'Chờ đối tác' }, revision);
    expect((await of(people.focal)).state).toBe('postponed');
    const to = { planId: randomUUID(), itemId: randomUUID() };
    const early = await people.focal.post(`/activities/${activity.id}/carryOver`, to, {
      revision: (await of(people.focal)).revision,
    });
    expect([early.status, early.body.code]).toEqual([409, 'activity.noSuccessor']);
    await people.clerk.command('/plans/recordIssued', laterPlan(to));
    const other = await eventually(
      () => people.focal.all<ActivityListItem>(`/activities?planId=${to.planId}`).then(([one]) => one),
      (one) => one !== undefined,
    );
    if (!other) throw new Error('the later plan made no activity');
    const at = (await of(people.focal)).revision;
    await people.focal.command(`/activities/${activity.id}/carryOver`, to, at);
    expect(await of(people.focal)).toMatchObject({
      state: 'carriedOver',
      carriedOverTo: { planId: to.planId, activityId: other.id },
    });
    const successor = await people.focal.read<ActivityView>(`/activities/${other.id}`);
    expect(successor.carriedOverFrom).toEqual({ planId: activity.planId, activityId: activity.id });
  });
});
