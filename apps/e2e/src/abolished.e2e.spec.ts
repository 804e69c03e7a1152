import { TestPlatform } from './harness.adapter.js';
import type {
  ActivityListItem,
  AuditEventView,
  CommandAnswer,
  ObligationView,
  OrganisationView,
  OverviewView,
  PlanListItem,
} from './views.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start('11/03/2025');
});
afterAll(() => platform.stop());

const PROVINCES = ['tien-giang', 'kien-giang', 'tra-vinh', 'kon-tum', 'nghe-an'];

/** Notices that went to an organisation after its last day, over the tenant's whole log. */
async function sentToEnded(tenant: string): Promise<string[]> {
  const auditor = await platform.as(`${tenant}.thanhtra.auditor`);
  const organisations = await auditor.all<OrganisationView>('/organisations');
  const endOf = new Map(organisations.map(({ id, endedOn }) => [id, endedOn]));
  const notices = await auditor.all<AuditEventView>('/audit/events?type=notice.notified');
  return notices.flatMap(({ businessDate, data }) => {
    const { organisationId, kind } = data as { organisationId: string; kind: string };
    const ended = endOf.get(organisationId) ?? null;
    return ended !== null && ended < businessDate ? [`${tenant} ${kind} ${businessDate} > ${ended}`] : [];
  });
}

describe('from 11/03/2025 past the mergers', () => {
  it('Kiên Giang on 14/03/2025: its campaign named nobody, so nobody is late', async () => {
    await platform.moveTo('2025-03-14');
    const focal = await platform.as('kien-giang.skhdt.focal');
    expect(await focal.all<ObligationView>('/obligations?signal=overdue')).toEqual([]);
    const drafts = (await focal.all<PlanListItem>('/plans')).filter(({ state }) => state === 'draft');
    expect(drafts).toHaveLength(1);
  });

  it('past 01/07/2025 an abolished organisation is sent nothing and owes nothing new', async () => {
    await platform.moveTo('2025-07-05');
    for (const tenant of PROVINCES) expect(await sentToEnded(tenant)).toEqual([]);
    for (const tenant of PROVINCES.filter((one) => one !== 'nghe-an')) {
      const auditor = await platform.as(`${tenant}.thanhtra.auditor`);
      const organisations = await auditor.all<OrganisationView>('/organisations');
      const acting = organisations.filter(
        ({ endedOn, outside, kind }) => endedOn === null && !outside && kind !== 'group',
      );
      expect(acting.map(({ name }) => name)).toEqual([]);
      expect(await auditor.all<ObligationView>('/obligations?signal=overdue')).toEqual([]);
    }
  });

  it('the people’s committee is shown with its end and what stands in its place', async () => {
    const auditor = await platform.as('tien-giang.thanhtra.auditor');
    const organisations = await auditor.all<OrganisationView>('/organisations?q=uy ban nhan dan tinh');
    expect(organisations[0]).toMatchObject({ endedOn: '2025-06-30', successor: 'Tỉnh Đồng Tháp' });
  });

  it('HCMC sees of each province until when it was and what is there now', async () => {
    const coordinator = await platform.as('hcmc.itpc.region-coordinator');
    const { rows } = await coordinator.read<OverviewView>('/overview');
    const ends = new Map(rows.map(({ tenant, endedOn, successor }) => [tenant, [endedOn, successor]]));
    expect(ends.get('tien-giang')).toEqual(['2025-06-30', 'Tỉnh Đồng Tháp']);
    expect(ends.get('nghe-an')).toEqual([null, null]);
  });

  it('a province that is no more issues nothing, signs nothing and is asked nothing', async () => {
    const clerk = await platform.as('tien-giang.ubnd.clerk');
    const paper = (day: object) => ({
      number: '901',
      symbol: 'KH-UBND',
      date: day,
      content: { title: 'Sau' },
    });
    const late = await clerk.post('/plans/recordIssued', paper({ year: 2025, month: 7, day: 1 }));
    expect([late.status, late.body.code]).toEqual([400, 'plan.issuerEnded']);
    const before = await clerk.post('/plans/recordIssued', paper({ year: 2025, month: 6, day: 30 }));
    expect(before.status).toBe(201);
    const coordinator = await platform.as('hcmc.itpc.region-coordinator');
    const parties = [
      { name: 'Thành phố Hồ Chí Minh', tenant: 'hcmc' },
      { name: 'Tỉnh Bắc Kạn', tenant: 'bac-kan' },
    ];
    const signedOn = { year: 2025, month: 7, day: 1 };
    const signed = await coordinator.post('/agreements', { name: 'Thỏa thuận mới', parties, signedOn });
    expect([signed.status, signed.body.code]).toEqual([400, 'agreement.partyEnded']);
    const [activity] = (await coordinator.all<ActivityListItem>('/activities?origin=own')).filter(
      ({ partnerTenants }) => partnerTenants.includes('bac-kan'),
    );
    const about = { activityId: activity?.id, text: 'Vướng' };
    const raised = await coordinator.command<CommandAnswer>('/difficulties', about);
    const leader = await platform.as('hcmc.ubnd.leader');
    const path = `/difficulties/${raised.id}/passToPartner`;
    const ask = (to: string, revision: number) => leader.post(path, { to, text: 'Đề nghị' }, { revision });
    expect((await ask('bac-kan', raised.revision)).body.code).toBe('difficulty.partnerEnded');
    expect((await ask('nghe-an', raised.revision)).status).toBe(200);
  });
});
