import { encodeEvents } from '@lien-ket/event-store';
import { streamOf, uuidFrom, type Context, type NewEvent, type Recorded } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';

/** What the people of the tenants do, as the events that they record; each act is asked again until it is answered. */
export interface Act {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly revision: number;
}

export const LEADS = ['sct', 'snv'] as const;
export const FIRST_DAY = '2025-05-12';
export const LAST_DAY = '2025-05-15';
/** Last day of the report of the provision below ("before 15/05"). */
export const DUE = '2025-05-14';
/** Of those that owe a report, this one never sends it. */
export const SILENT = 'snv';

export const organisation = (tenant: string, key: string): string =>
  uuidFrom('sim', tenant, 'organisation', key);
export const planOf = (tenant: string): string => uuidFrom('sim', tenant, 'plan');

/** Organisations, and the people who are told something. */
export function people(tenant: string): Act[] {
  const staff = [
    ['skhdt', 'focal'],
    ...LEADS.flatMap((key) => [
      [key, 'officer'],
      [key, 'head'],
    ]),
  ] as const;
  return [
    ...[...LEADS, 'skhdt'].map((key) => ({
      stream: streamOf('organisation', organisation(tenant, key)),
      revision: -1,
      events: [
        {
          type: 'lk.agreement.organisation.registered.v1',
          data: { name: `${tenant} ${key}`, kind: 'department', aliases: [], outside: false },
        },
      ],
    })),
    ...staff.map(([key = '', role = '']) => ({
      stream: streamOf('staff', uuidFrom('sim', tenant, 'account', key, role)),
      revision: -1,
      events: [
        {
          type: 'lk.agreement.staff.assigned.v1',
          data: {
            assignmentId: uuidFrom('sim', tenant, 'assignment', key, role),
            organisationId: organisation(tenant, key),
            role,
            from: '2020-01-01',
            basis: 'simulation',
          },
        },
      ],
    })),
  ];
}

const ref = (tenant: string, key: string): { printed: string; organisationId: string } => ({
  printed: key,
  organisationId: organisation(tenant, key),
});

export function issuePlan(tenant: string): Act {
  const data = {
    number: '1',
    symbol: 'KH-UBND',
    content: planContent(tenant),
    entry: 'paper',
    sharedWith: ['hcmc'],
  };
  const basis = { kind: 'derived' as const, rule: 'documentDate' };
  const events = [{ type: 'lk.agreement.plan.issued.v1', effectiveOn: FIRST_DAY, basis, data }];
  return { stream: streamOf('plan', planOf(tenant)), revision: -1, events };
}

function planContent(tenant: string): object {
  const section = uuidFrom('sim', tenant, 'section');
  const item = (key: string): object => ({
    id: uuidFrom('sim', tenant, 'item', key),
    sectionId: section,
    text: `${tenant} ${key}`,
    leads: [ref(tenant, key)],
    leadScope: 'own',
    coordinators: [],
    contactOffices: [],
    partnerTenants: ['hcmc'],
    subTasks: [],
    awaitsTrigger: false,
    becomesActivity: true,
  });
  const provision = {
    id: uuidFrom('sim', tenant, 'provision'),
    text: 'trước ngày 15 tháng 5 hàng năm',
    what: 'Báo cáo',
    debtors: LEADS.map((key) => ref(tenant, key)),
    openClass: false,
    receiver: ref(tenant, 'skhdt'),
    peers: false,
    rule: { kind: 'yearlyBefore', month: 5, day: 15 },
  };
  return {
    title: `Kế hoạch ${tenant}`,
    example: false,
    horizons: [
      { id: uuidFrom('sim', tenant, 'horizon'), label: '2025', from: '2025-01-01', to: '2025-12-31' },
    ],
    underAgreements: [],
    legalBases: [],
    sections: [{ id: section, title: 'Nội dung', leads: [] }],
    items: LEADS.map(item),
    provisions: [provision],
    recipients: [],
  };
}

/** What follows from what the platform has made so far: reports sent and accepted, progress recorded. */
export function nextActs(tenant: string, log: readonly Recorded[], today: string): Act[] {
  return [...reports(tenant, log, today), ...progress(log, today)];
}

function reports(tenant: string, log: readonly Recorded[], today: string): Act[] {
  const silent = organisation(tenant, SILENT);
  const opened = log.filter(({ type }) => type === 'lk.reporting.obligation.opened.v1');
  return opened.flatMap(({ stream, data }) => {
    const { debtorId, title, period } = data as { debtorId: string; title: string; period: object };
    const revision = log.filter((event) => event.stream === stream).length - 1;
    if (debtorId === silent || revision > 1) return [];
    const report = { nil: false, parts: [{ heading: 'Kết quả', text: tenant }], figures: [], evidence: [] };
    const sent = { version: 1, report, sentOn: today, daysLate: 0 };
    const accepted = { version: 1, title, period, report, example: false, sharedWith: ['hcmc'] };
    const event =
      revision === 0
        ? { type: 'lk.reporting.obligation.reportSent.v1', data: sent }
        : { type: 'lk.reporting.obligation.reportAccepted.v1', data: accepted };
    return [{ stream, revision, events: [event] }];
  });
}

function progress(log: readonly Recorded[], today: string): Act[] {
  const planned = log.filter(({ type }) => type === 'lk.activity.activity.planned.v1');
  return planned.flatMap(({ stream }) => {
    const revision = log.filter((event) => event.stream === stream).length - 1;
    if (revision > 1) return [];
    const data = {
      text: `bước ${revision}`,
      happenedOn: today,
      figures: [],
      links: [],
      evidence: [],
      sharedWith: ['hcmc'],
    };
    return [{ stream, revision, events: [{ type: 'lk.activity.activity.progressRecorded.v1', data }] }];
  });
}

/** Records an act; the same act again is the same events. @throws what the store says: then nothing is known */
export async function record(
  runtime: Runtime,
  ctx: Context,
  { stream, events, revision }: Act,
): Promise<void> {
  const command = { id: uuidFrom('sim', ctx.tenantId, stream, String(revision)), name: 'recorded', hash: '' };
  await runtime.store.append(ctx, stream, encodeEvents(ctx, stream, command, events), revision);
}
