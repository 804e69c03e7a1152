import type {
  ActivityListItem,
  AuditEventView,
  CampaignView,
  DocumentView,
  ObligationView,
  Page,
  PlanListItem,
  PlanView,
} from './views.js';
import type { Client, Problem } from './client.adapter.js';
import { TestPlatform } from './harness.adapter.js';

const NINE = [
  'bac-kan',
  'cao-bang',
  'ha-nam',
  'ha-tinh',
  'nghe-an',
  'quang-binh',
  'quang-tri',
  'thanh-hoa',
  'thua-thien-hue',
];
const TENANTS = ['hcmc', 'tien-giang', 'kien-giang', 'tra-vinh', 'kon-tum', ...NINE];
const FIRST_DAY = '2025-03-11';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start('11/03/2025');
});
afterAll(() => platform.stop());

const adminOf = (tenant: string): Promise<Client> => platform.as(`${tenant}.ubnd.admin`);

async function planOf(tenant: string, number: string | null): Promise<PlanListItem> {
  const plans = await (await adminOf(tenant)).all<PlanListItem>('/plans');
  const found = plans.find((plan) => plan.number === number && plan.origin === null);
  if (!found) throw new Error(`${tenant} has no plan ${number}`);
  return found;
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

describe('Tiền Giang, plan 419/KH-UBND', () => {
  it('has 34 items and 34 activities, 9 for 2023 and 25 for 2024-2025', async () => {
    const client = await adminOf('tien-giang');
    const { id, items } = await planOf('tien-giang', '419');
    const { content } = await client.read<PlanView>(`/plans/${id}`);
    const activities = await client.all<ActivityListItem>(`/activities?planId=${id}`);
    expect([items, content.items.length, activities.length]).toEqual([34, 34, 34]);
    const sections = new Map(content.sections.map((section) => [section.id, section]));
    const horizonOf = (sectionId: string): string => {
      const section = sections.get(sectionId);
      if (!section) return 'none';
      const own = content.horizons.find((horizon) => horizon.id === section.horizonId);
      return own?.label ?? (section.parentId ? horizonOf(section.parentId) : 'none');
    };
    const perHorizon = Object.values(countBy(content.items, ({ sectionId }) => horizonOf(sectionId)));
    expect(perHorizon).toEqual([9, 25]);
  });

  it('is led by 12 organisations: 28 leads from the group, 6 of the item', async () => {
    const client = await adminOf('tien-giang');
    const { id } = await planOf('tien-giang', '419');
    const { content } = await client.read<PlanView>(`/plans/${id}`);
    const scopes = countBy(content.items, ({ leadScope }) => (leadScope === 'group' ? 'group' : 'own'));
    expect(scopes).toEqual({ group: 28, own: 6 });
    const leads = [...content.items, ...content.sections].flatMap((part) => part.leads);
    expect(new Set(leads.map(({ organisationId }) => organisationId)).size).toBe(12);
  });

  it('prints neither capacity nor recipients, and provides for reports', async () => {
    const { id } = await planOf('tien-giang', '419');
    const { signer, content, date } = await (await adminOf('tien-giang')).read<PlanView>(`/plans/${id}`);
    expect(signer?.capacity).toBe('notPrinted');
    expect(content.recipients).toEqual([]);
    expect(date).toEqual({ year: 2023, month: 10, day: 2 });
    const dated = content.provisions.filter(({ rule }) => !['undated', 'onRequest'].includes(rule.kind));
    const reports = dated.filter(({ subject }) => subject === 'report');
    expect(reports.map(({ asPrinted }) => asPrinted)).toEqual([
      expect.stringContaining('15 tháng 12'),
      expect.stringContaining('tháng 12'),
    ]);
    const conferences = dated.filter(({ subject }) => subject === 'conference');
    expect(conferences.map(({ asPrinted, rule }) => [asPrinted, rule])).toEqual([
      ['vào tháng 12/2023', { kind: 'onceWithin', year: 2023, month: 12 }],
    ]);
    expect(content.legalBases).toHaveLength(2);
  });

  it('is answered by both clocks: as issued from its day on, and nothing before', async () => {
    const client = await adminOf('tien-giang');
    const { id } = await planOf('tien-giang', '419');
    const now = await client.read<PlanView>(`/plans/${id}`);
    const then = await client.read<PlanView>(`/plans/${id}?asOf=2023-11-01&knownAt=2023-11-01`);
    expect(then.content).toEqual(now.content);
    for (const point of ['asOf=2023-10-01', 'asOf=2023-11-01&knownAt=2023-10-01']) {
      const before = await client.get<Problem>(`/plans/${id}?${point}`);
      expect([before.status, before.body.code]).toEqual([404, 'plan.notYet']);
    }
  });
});

describe('HCMC, plan 4778/KH-UBND', () => {
  it('has 33 activities: 3 regional, 28 bilateral by province, 2 general', async () => {
    const { id } = await planOf('hcmc', '4778');
    const activities = await (await adminOf('hcmc')).all<ActivityListItem>(`/activities?planId=${id}`);
    expect(activities.length).toBe(33);
    expect(countBy(activities, ({ scope }) => scope ?? 'none')).toEqual({
      regional: 3,
      bilateral: 28,
      general: 2,
    });
    const bilateral = activities.filter(({ scope }) => scope === 'bilateral');
    expect(countBy(bilateral, ({ partnerTenants }) => partnerTenants.join('+'))).toEqual({
      'bac-kan': 3,
      'cao-bang': 4,
      'ha-nam': 2,
      'ha-tinh': 3,
      'nghe-an': 8,
      'quang-binh': 2,
      'quang-tri': 2,
      'thanh-hoa': 3,
      'thua-thien-hue': 1,
    });
    // One agency is printed in two ways.
    const lead = ({ leads, leadIds }: ActivityListItem): string[] =>
      leads.map((printed, at) => leadIds[at] ?? printed);
    expect(new Set(activities.flatMap(({ leads }) => leads)).size).toBe(11);
    expect(new Set(activities.flatMap(lead)).size).toBe(10);
  });

  it.each(NINE)(
    'is seen in %s as received from HCMC, with its activities and the working group',
    async (one) => {
      const client = await adminOf(one);
      const received = await client.all<PlanListItem>('/plans?origin=received');
      expect(received.map(({ number, origin }) => [number, origin?.tenant])).toEqual([['4778', 'hcmc']]);
      expect(await client.all('/plans?origin=own')).toEqual([]);
      expect((await client.all('/activities')).length).toBe(33);
      const groups = await client.all<{ teams: { members: unknown[] }[] }>('/working-groups');
      expect(groups.map(({ teams }) => teams.map(({ members }) => members.length))).toEqual([[10, 17]]);
    },
  );

  it("keeps Nghệ An's dispatch as one directive of its leader", async () => {
    const directives = await (await adminOf('nghe-an')).all('/directives');
    expect(directives.length).toBe(1);
  });
});

describe('the three other provinces', () => {
  it('Kiên Giang: a draft of 15 items without activities; plan 51/KH-UBND only cited', async () => {
    const client = await adminOf('kien-giang');
    const plans = await client.all<PlanListItem>('/plans');
    expect(plans.map(({ state, number, items }) => [state, number, items])).toEqual([['draft', null, 15]]);
    const view = await client.read<PlanView>(`/plans/${plans[0]?.id ?? ''}`);
    expect(view.content.items.reduce((sum, { subTasks }) => sum + subTasks.length, 0)).toBe(25);
    expect(await client.all('/activities')).toEqual([]);
    const documents = await client.all<DocumentView>('/documents');
    const cited = documents.filter(({ number, symbol }) => number === '51' && symbol === 'KH-UBND');
    expect(cited.map(({ standing }) => standing)).toEqual(['citedOnly']);
  });

  it('Kiên Giang: 595/SYT-NVY asks under 7 headings, last day 12/03/2025, addressees unknown', async () => {
    const campaigns = await (await adminOf('kien-giang')).all<CampaignView>('/campaigns');
    const shown = campaigns.map(({ dueOn, requests }) => [dueOn, requests.map((one) => one.headings.length)]);
    expect(shown).toEqual([['2025-03-12', [7]]]);
    expect(campaigns[0]?.requests[0]?.debtors).toEqual([]);
  });

  it('Trà Vinh: 14 list entries, two kinds of report, last day 03/09/2020, 13 asked organisations', async () => {
    const [campaign, ...others] = await (await adminOf('tra-vinh')).all<CampaignView>('/campaigns');
    expect(others).toEqual([]);
    expect(campaign?.requests.map(({ debtors }) => debtors.length)).toEqual([13, 1]);
    expect([campaign?.dueOn, campaign?.owed]).toEqual(['2020-09-03', 13]);
  });

  it('Kon Tum: 27 activities, no number, derived date, 14 hosted by HCMC', async () => {
    const client = await adminOf('kon-tum');
    const plan = await planOf('kon-tum', null);
    expect((await client.all(`/activities?planId=${plan.id}`)).length).toBe(27);
    const { content, basis } = await client.read<PlanView>(`/plans/${plan.id}`);
    expect(basis).toMatchObject({ kind: 'derived' });
    expect(content.items.filter(({ host }) => host?.includes('Hồ Chí Minh')).length).toBe(14);
  });
});

describe.each(TENANTS)('%s on the first day', (tenant) => {
  it('calls nothing late that was over before the first day', async () => {
    const activities = await (await adminOf(tenant)).all<ActivityListItem>('/activities');
    const leader = await platform.as(`${tenant}.ubnd.leader`);
    const obligations = await leader.all<ObligationView>('/obligations');
    expect(activities.filter(({ signal }) => signal === 'overdue')).toEqual([]);
    expect(obligations.filter(({ signal }) => signal === 'overdue')).toEqual([]);
    // The example plans were lived in the load: their reports have results.
    const past = obligations.filter(({ dueOn, example }) => !example && dueOn !== null && dueOn < FIRST_DAY);
    expect(past.filter(({ signal }) => signal !== 'noInformation')).toEqual([]);
  });

  it('has parked no message', async () => {
    expect((await (await adminOf(tenant)).read<Page<unknown>>('/operations/parked')).items).toEqual([]);
  });

  it('has no projection that waits', async () => {
    const client = await adminOf(tenant);
    const services = await client.all<{
      service: string;
      projections: { name: string; lag: number }[];
    }>('/operations/projections');
    const waiting = services.flatMap(({ service, projections }) =>
      projections.filter(({ lag }) => lag > 0).map(({ name, lag }) => `${service}.${name}: ${lag}`),
    );
    expect(waiting).toEqual([]);
  });

  it('has a log without gap or double', async () => {
    const auditor = await platform.as(`${tenant}.thanhtra.auditor`);
    const events = await auditor.all<AuditEventView>('/audit/events');
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
  });
});
