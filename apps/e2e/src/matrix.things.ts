import type { TestPlatform } from './harness.adapter.js';
import type { ActivityListItem, CommandAnswer, ObligationView, Page, PlanListItem } from './views.js';

/** An id for each resource of a tenant that has one. */
export type Things = ReadonlyMap<string, string>;

/** By whom a tenant's things are found and made; `debtor` owes a report that every role of the tenant may see. */
export interface Makers {
  readonly gatherer: string;
  readonly debtor: string;
  readonly leader: string;
  readonly clerk: string;
}

const NEWCOMER = '0190a000-0000-4000-8000-00000000a001';
const TEAM = '0190a000-0000-7000-8000-00000000a002';
const CONTACT = { office: { organisation: 'Sở Công Thương' }, name: 'Người Ví Dụ' };
const FOUND = [
  'organisations',
  'contacts',
  'documents',
  'agreements',
  'plans',
  'activities',
  'debtor-lists',
  'working-groups',
];

/** One thing of every resource: the first that is there, else one that is made. */
export async function thingsOf(platform: TestPlatform, makers: Makers): Promise<Things> {
  const things = new Map<string, string>();
  const gatherer = await platform.as(makers.gatherer);
  for (const resource of FOUND) {
    const own = ['plans', 'activities'].includes(resource) ? '?origin=own' : '';
    const { items } = await gatherer.read<Page<{ id: string }>>(`/${resource}${own}`);
    if (items[0]) things.set(resource, items[0].id);
  }
  const debtor = await platform.as(makers.debtor);
  const [duty] = (await debtor.read<Page<ObligationView>>('/obligations?role=debtor')).items;
  if (duty) things.set('obligations', duty.id);
  const plan = (await gatherer.read<Page<PlanListItem>>('/plans?origin=own')).items[0];
  const activity = (await gatherer.read<Page<ActivityListItem>>('/activities?origin=own')).items[0];
  if (!things.has('contacts'))
    things.set('contacts', (await gatherer.command<CommandAnswer>('/contacts', CONTACT)).id);
  const contactId = things.get('contacts');
  const given = { planId: plan?.id, activityId: activity?.id, receiver: duty?.receiver, contactId };
  const bodies = bodiesOf(given);
  for (const [resource, body] of Object.entries(bodies)) {
    const as = { directives: makers.leader, erasures: makers.clerk }[resource] ?? makers.gatherer;
    const made = await (await platform.as(as)).command<CommandAnswer>(`/${resource}`, body);
    things.set(resource, made.id);
  }
  // Rights are given to an account, also to one that never had any.
  things.set('staff', NEWCOMER);
  const [shared] = (await gatherer.read<Page<ActivityListItem>>('/activities?origin=received')).items;
  if (!shared) return things;
  const part = { activityId: shared.id, role: 'coordinate' };
  return things.set('participations', (await gatherer.command<CommandAnswer>('/participations', part)).id);
}

interface Given {
  readonly planId: string | undefined;
  readonly activityId: string | undefined;
  readonly receiver: unknown;
  readonly contactId: string | undefined;
}

function bodiesOf({ planId, activityId, receiver, contactId }: Given): Readonly<Record<string, object>> {
  const changes = [{ op: 'setPlan', fields: { leaderInCharge: 'Người phụ trách mới' } }];
  return {
    amendments: { planId, reason: 'Đổi người phụ trách', changes },
    difficulties: { activityId, text: 'Thiếu kinh phí' },
    erasures: { contactId, receivedOn: '2023-01-01', ground: 'person' },
    directives: {
      text: 'Giao thực hiện',
      document: {},
      tasks: [{ text: 'Thực hiện', lead: { printed: 'Sở Công Thương' } }],
    },
    'working-groups': {
      name: 'Tổ công tác',
      sharedWith: [],
      teams: [{ id: TEAM, name: 'Tổ Điều phối', members: [] }],
    },
    campaigns: {
      title: 'Đề nghị báo cáo',
      receiver,
      requests: [{ to: 'Sở Công Thương', debtors: [], headings: ['Kết quả'] }],
    },
  };
}
