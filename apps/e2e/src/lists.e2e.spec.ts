import { API, OPERATIONS } from '@lien-ket/service';
import type { Client } from './client.adapter.js';
import { TestPlatform } from './harness.adapter.js';
import type { ActivityListItem, ObligationView, Page } from './views.js';

let platform: TestPlatform;
let focal: Client;
beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  focal = await platform.as('tien-giang.skhdt.focal');
});
afterAll(() => platform.stop());

/** Every page of a list, three rows at a time. */
async function pages<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  for (let cursor = ''; ;) {
    const page = await focal.read<Page<T>>(`${path}&limit=3${cursor}`);
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = `&cursor=${page.next}`;
  }
}
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

describe('lists', () => {
  it.each(['none', 'dueSoon', 'overdue', 'beganBeforeInForce', 'noInformation'])(
    'the signal %s is the same in the database as in the answer',
    async (signal) => {
      const all = await focal.all<ActivityListItem>('/activities');
      const filtered = await focal.all<ActivityListItem>(`/activities?signal=${signal}`);
      expect(ids(filtered)).toEqual(ids(all.filter((one) => one.signal === signal)));
    },
  );

  it.each(['printed', 'until', 'state'])(
    'sorted by %s, page by page is the same as at once, and turned round is the reverse',
    async (sort) => {
      const { items } = await focal.read<Page<ActivityListItem>>(`/activities?sort=${sort}&limit=500`);
      expect(items.length).toBeGreaterThan(30);
      expect(ids(await pages(`/activities?sort=${sort}`))).toEqual(ids(items));
      expect(ids(await pages(`/activities?sort=-${sort}`))).toEqual(ids(items).reverse());
    },
  );

  it('obligations come by due date, or by title in the order of Vietnamese letters', async () => {
    const byDay = await pages<ObligationView>('/obligations?sort=dueOn');
    const days = byDay.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual([...days].sort());
    const titles = (await pages<ObligationView>('/obligations?sort=title')).map(({ title }) => title);
    expect(titles).toEqual([...titles].sort(new Intl.Collator('vi').compare));
  });

  it('activities of one organisation are those it owns, leads or coordinates', async () => {
    const all = await focal.all<ActivityListItem>('/activities?origin=own');
    const organisations = await focal.all<{ id: string; name: string }>('/organisations');
    const trade = organisations.find(({ name }) => name === 'Sở Công Thương tỉnh Tiền Giang');
    const mine = await focal.all<ActivityListItem>(`/activities?organisationId=${trade?.id}`);
    const led = all.filter(({ leads }) => leads.some((lead) => lead.includes('Công Thương')));
    expect(led.length).toBeGreaterThan(0);
    expect(ids(mine)).toEqual(expect.arrayContaining(ids(led)));
    expect(mine.length).toBeLessThan(all.length);
  });

  it('below a thing come whole, or page by page', async () => {
    const [plan] = await focal.all<{ id: string }>('/plans?origin=own');
    for (const list of ['items', 'history']) {
      const whole = await focal.read<Page<{ id: string }>>(`/plans/${plan?.id}/${list}`);
      expect([whole.items.length, whole.next]).toEqual([whole.total, null]);
      expect(await pages(`/plans/${plan?.id}/${list}?`)).toEqual(whole.items);
      expect((await focal.get(`/plans/${plan?.id}/${list}?limit=abc`)).status).toBe(400);
      expect((await focal.read<Page<unknown>>(`/plans/${plan?.id}/${list}?limit=1`)).items).toHaveLength(1);
    }
    expect((await focal.read<Page<unknown>>('/tenants?limit=2')).items).toHaveLength(2);
  });

  it.each(OPERATIONS.filter(({ method, answer }) => method === 'get' && answer !== 'stream'))(
    '$path refuses a parameter that it does not know',
    async ({ path }) => {
      const asked = path.replace(API, '').replaceAll(/\{\w+\}/g, '0190a000-0000-7000-8000-000000000001');
      const { status, body } = await focal.get(`${asked}?zzz=1`);
      expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([400, ['/zzz']]);
    },
  );

  it.each([
    'type=activity.planned',
    'type=activity.planned,organisation.',
    'backdated=true',
    'actor=auditor',
    'actor=clerk',
    'from=2023-10-01&to=2023-10-31',
    'after=40',
    'after=40&type=organisation',
  ])("the audit's total under %s counts what the pages show", async (asked) => {
    const auditor = await platform.as('tien-giang.thanhtra.auditor');
    const whole = await auditor.read<Page<{ seq: number }>>('/audit/events?limit=1');
    const all = await auditor.all<{ seq: number }>(`/audit/events?${asked}`);
    for (const sort of ['seq', '-seq']) {
      const first = await auditor.read<Page<{ seq: number }>>(`/audit/events?${asked}&sort=${sort}&limit=1`);
      expect(first.total).toBe(all.length);
    }
    expect(all.length).toBeLessThan(whole.total);
  });

  it('a filter that is not one is refused with its place', async () => {
    const answer = await focal.get<{ code: string; errors: { pointer: string }[] }>('/activities?colour=red');
    expect([answer.status, answer.body.code, answer.body.errors[0]?.pointer]).toEqual([
      400,
      'query.invalid',
      '/colour',
    ]);
  });
});
