import { randomUUID } from 'node:crypto';
import type { Client } from './client.adapter.js';
import { TestPlatform, eventually } from './harness.adapter.js';
import { peopleOf, type People } from './people.js';
import type { ObligationView, OrganisationView, Page, PlanListItem, PlanView } from './views.js';

let platform: TestPlatform;
let people: People;
let owed: ObligationView;
beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  people = await peopleOf(platform);
});
afterAll(() => platform.stop());

const at = (who: Client): Promise<ObligationView> => who.read(`/obligations/${owed.id}`);
const seenBy = (who: Client, state: ObligationView['state']): Promise<ObligationView> =>
  eventually(
    () => at(who),
    (one) => one.state === state,
  );
const report = (text: string): unknown => ({ report: { parts: [{ heading: 'Kết quả', text }] } });

async function planOwingToHcmc(): Promise<unknown> {
  const { items } = await people.focal.read<Page<PlanListItem>>('/plans?q=419&origin=own');
  const { content } = await people.focal.read<PlanView>(`/plans/${items[0]?.id}`);
  const organisations = await people.focal.all<OrganisationView>('/organisations');
  const trade = organisations.find(({ name }) => name === 'Sở Công Thương tỉnh Tiền Giang');
  const sectionId = randomUUID();
  return {
    number: '88',
    symbol: 'KH-UBND',
    date: { year: 2023, month: 12, day: 1 },
    content: {
      title: 'Kế hoạch phối hợp tháng 12/2023',
      underAgreements: content.underAgreements,
      sections: [{ id: sectionId, title: 'Báo cáo' }],
      provisions: [
        {
          id: randomUUID(),
          text: 'Sở Công Thương báo cáo ITPC trước ngày 20 tháng 12 năm 2023',
          what: 'Báo cáo kết nối giao thương',
          debtors: [{ printed: 'Sở Công Thương', organisationId: trade?.id }],
          receiver: { printed: 'ITPC Thành phố Hồ Chí Minh', tenant: 'hcmc' },
          rule: { kind: 'onceBefore', date: '2023-12-20' },
        },
      ],
    },
  };
}

describe('a report owed to the other side', () => {
  it('is shown to HCMC by name, and never as late', async () => {
    await people.clerk.command('/plans/recordIssued', await planOwingToHcmc());
    const mine = await eventually(
      () => people.head.all<ObligationView>('/obligations?q=giao thuong'),
      (found) => found.length === 1,
    );
    if (!mine[0]) throw new Error('nothing is owed');
    owed = mine[0];
    const there = await eventually(
      () => people.coordinator.get<ObligationView>(`/obligations/${owed.id}`),
      ({ status }) => status === 200,
    );
    expect(there.body).toMatchObject({
      debtorName: 'Sở Công Thương tỉnh Tiền Giang',
      origin: { tenant: 'tien-giang' },
      signal: 'none',
      draft: null,
    });
    expect((await people.stranger.get(`/obligations/${owed.id}`)).status).toBe(404);
  });

  it('sent, sent back with a new day, retracted, sent again and accepted, each side in its own log', async () => {
    await people.head.command(`/obligations/${owed.id}/sendReport`, report('lần 1'), owed.revision);
    const first = await seenBy(people.coordinator, 'sent');
    expect(first.versions.map(({ report: { parts } }) => parts[0]?.text)).toEqual(['lần 1']);
    const back = { note: 'Bổ sung số liệu', newDueOn: '2023-12-22' };
    const path = `/obligations/${owed.id}`;
    const draft = await people.coordinator.post(`${path}/draftReport`, report('x'), {
      revision: first.revision,
    });
    expect([draft.status, draft.body.code]).toEqual([403, 'rights.role']);
    await people.coordinator.command(`${path}/sendBackReport`, back, first.revision);
    const again = await seenBy(people.head, 'sentBack');
    expect([again.dueOn, again.versions[0]?.note]).toEqual(['2023-12-22', 'Bổ sung số liệu']);
    await people.head.command(`${path}/sendReport`, report('lần 2'), again.revision);
    await seenBy(people.coordinator, 'sent');
    await people.head.command(`${path}/retractReport`, {}, (await at(people.head)).revision);
    await seenBy(people.coordinator, 'retracted');
    await people.head.command(`${path}/sendReport`, report('lần 3'), (await at(people.head)).revision);
    const third = await seenBy(people.coordinator, 'sent');
    await people.coordinator.command(`${path}/acceptReport`, {}, third.revision);
    const accepted = await seenBy(people.head, 'accepted');
    expect(accepted.versions.map(({ state }) => state)).toEqual(['sentBack', 'retracted', 'accepted']);
    expect((await at(people.coordinator)).state).toBe('accepted');
    const twice = await people.coordinator.post(`${path}/acceptReport`, {}, { revision: third.revision });
    expect([twice.status, twice.body.code]).toEqual([409, 'obligation.nothingToDecide']);
  });

  it('told the coordinator, and parked nothing', async () => {
    const notices = await people.coordinator.all<{ kind: string; link: string }>('/notifications');
    const told = notices.filter(({ kind, link }) => kind === 'reportSent' && link.endsWith(owed.id));
    expect(told).toHaveLength(3);
    const admin = await platform.as('tien-giang.ubnd.admin');
    expect((await admin.read<Page<unknown>>('/operations/parked')).items).toEqual([]);
  });
});
