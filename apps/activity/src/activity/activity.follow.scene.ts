import type { PlanChange, PlanContent, PlanEvent, PlanItem } from '@lien-ket/contracts';
import { uuidFrom } from '@lien-ket/kernel';
import type { RecordedPlanEvent } from '@lien-ket/plan-acts';
import { followed } from './activity.follow.js';

/** A plan's events as specs record them, and what its activities should be by them. */
export const PLAN = uuidFrom('spec', 'plan');
export const SECTION = uuidFrom('spec', 'section');
export const [FAIR, VISIT, TRAINING] = ['fair', 'visit', 'training'].map((name) =>
  uuidFrom('spec', name),
) as [string, string, string];
export const item = (id: string, fields: Partial<PlanItem> = {}): PlanItem => ({
  id,
  sectionId: SECTION,
  text: id.slice(0, 4),
  leads: [{ printed: 'Sở Công Thương' }],
  leadScope: 'own',
  coordinators: [],
  contactOffices: [],
  partnerTenants: [],
  subTasks: [],
  awaitsTrigger: false,
  becomesActivity: true,
  ...fields,
});
export const content = (...items: PlanItem[]): PlanContent => ({
  title: 'Kế hoạch',
  example: false,
  horizons: [{ id: uuidFrom('spec', 'h'), label: 'Năm 2023', from: '2023-01-01', to: '2023-12-31' }],
  underAgreements: [],
  legalBases: [],
  provisions: [],
  recipients: [],
  sections: [{ id: SECTION, title: 'Nội dung', leads: [] }],
  items,
});
export const events: RecordedPlanEvent[] = [];

export function startAnew(): void {
  events.length = 0;
}

/** Records an event of the plan on a business day, in force from another when said. */
export function record(event: PlanEvent, businessDate: string, effectiveOn?: string): string {
  const id = uuidFrom('spec', 'event', String(events.length));
  const recordedAt = `${businessDate}T00:00:00.000Z`;
  const at = { id, revision: events.length, businessDate, recordedAt };
  events.push({ ...event, ...at, ...(effectiveOn ? { effectiveOn } : {}) } as RecordedPlanEvent);
  return id;
}
export const issued = (...items: PlanItem[]): PlanEvent => ({
  type: 'lk.agreement.plan.issued.v1',
  data: {
    number: '419',
    symbol: 'KH-UBND',
    content: content(...items),
    entry: 'paper',
    sharedWith: ['hcmc'],
  },
});
export const amended = (
  ...changes: PlanChange[]
): Extract<PlanEvent, { type: 'lk.agreement.plan.amended.v1' }> => ({
  type: 'lk.agreement.plan.amended.v1',
  data: {
    amendmentId: uuidFrom('spec', 'amendment'),
    document: { number: '9' },
    reason: 'đổi',
    changes,
    supersedes: [],
  },
});
export const setLeads = (itemId: string, printed: string): PlanChange => ({
  op: 'setItem',
  itemId,
  fields: { leads: [{ printed }] },
});
export const leadsOn = (day: string): Record<string, string[] | null> =>
  Object.fromEntries(
    followed(PLAN, events, day).map(({ itemId, wanted }) => [
      itemId,
      wanted && wanted.definition.leads.map(({ printed }) => printed),
    ]),
  );
