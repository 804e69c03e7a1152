import { streamOf, uuidFrom, type NewEvent, type Role } from '@lien-ket/kernel';
import type { IssuedData, ObligationOpened, PlanProvision } from '@lien-ket/contracts';

/** Tiền Giang's Plan 419/KH-UBND as specs see it: its 12 lead agencies and its two dated report provisions. */
export const LEADS = [
  'sct',
  'svhttdl',
  'snnptnt',
  'skhdt',
  'sgtvt',
  'stnmt',
  'stttt',
  'skhcn',
  'snv',
  'syt',
  'sgddt',
  'sldtbxh',
];
export const PLAN_419 = uuidFrom('scene', 'plan', '419');
export const OF_DEPARTMENTS = uuidFrom('scene', 'provision', 'departments');
export const OF_FOCAL = uuidFrom('scene', 'provision', 'focal');

export const organisation = (key: string): string => uuidFrom('scene', 'organisation', key);
export const account = (key: string, role: Role): string => uuidFrom('scene', 'account', key, role);
const ref = (key: string): { printed: string; organisationId: string } => ({
  printed: key,
  organisationId: organisation(key),
});

export const provisions: PlanProvision[] = [
  {
    id: OF_DEPARTMENTS,
    text: 'Báo cáo tình hình thực hiện Kế hoạch, gửi Sở Kế hoạch và Đầu tư trước ngày 15 tháng 12 hàng năm.',
    what: 'Báo cáo tình hình thực hiện Kế hoạch',
    asPrinted: 'trước ngày 15 tháng 12 hàng năm',
    debtors: [{ printed: 'Các sở, ban, ngành tỉnh và các đơn vị liên quan' }],
    openClass: true,
    receiver: ref('skhdt'),
    peers: false,
    rule: { kind: 'yearlyBefore', month: 12, day: 15 },
  },
  {
    id: OF_FOCAL,
    text: 'Tổng hợp kết quả thực hiện Kế hoạch; báo cáo Ủy ban nhân dân tỉnh trong tháng 12 hàng năm.',
    what: 'Tổng hợp kết quả thực hiện Kế hoạch',
    asPrinted: 'trong tháng 12 hàng năm',
    debtors: [ref('skhdt')],
    openClass: false,
    receiver: ref('ubnd'),
    peers: false,
    rule: { kind: 'yearlyWithin', month: 12 },
  },
  {
    id: uuidFrom('scene', 'provision', 'undated'),
    text: 'Khó khăn, vướng mắc gửi về Sở Kế hoạch và Đầu tư.',
    what: 'Khó khăn, vướng mắc',
    debtors: [{ printed: 'các sở, ban, ngành tỉnh' }],
    openClass: true,
    receiver: ref('skhdt'),
    peers: false,
    rule: { kind: 'undated' },
  },
  {
    id: uuidFrom('scene', 'provision', 'peers'),
    text: 'Định kỳ chia sẻ báo cáo theo quý.',
    what: 'Chia sẻ báo cáo',
    debtors: [{ printed: 'các tỉnh' }],
    openClass: true,
    peers: true,
    rule: { kind: 'quarterly' },
  },
];

const SECTION = uuidFrom('scene', 'section');
const CHILD = uuidFrom('scene', 'section', 'child');

/** The first four lead by the heading above, the others by their own rows. */
export function planContent(fields: Partial<IssuedData['content']> = {}): IssuedData['content'] {
  return {
    title: 'Kế hoạch triển khai Thỏa thuận hợp tác',
    example: false,
    horizons: [
      { id: uuidFrom('scene', 'horizon'), label: '2023 - 2025', from: '2023-01-01', to: '2025-12-31' },
    ],
    underAgreements: [],
    legalBases: [],
    sections: [
      { id: SECTION, title: 'Kết nối', leads: LEADS.slice(0, 4).map(ref) },
      { id: CHILD, parentId: SECTION, title: 'Cung - cầu', leads: [] },
    ],
    items: [item('inherited', []), ...LEADS.slice(3).map((key) => item(key, [ref(key)]))],
    provisions,
    recipients: [],
    ...fields,
  };
}

function item(
  key: string,
  leads: { printed: string; organisationId: string }[],
): IssuedData['content']['items'][number] {
  return {
    id: uuidFrom('scene', 'item', key),
    sectionId: CHILD,
    text: `Nội dung ${key}`,
    leads,
    leadScope: leads.length > 0 ? 'own' : 'group',
    coordinators: [],
    contactOffices: [],
    partnerTenants: [],
    subTasks: [],
    awaitsTrigger: false,
    becomesActivity: true,
  };
}

export function issued(
  effectiveOn: string,
  fields: Partial<IssuedData['content']> = {},
  sharedWith: string[] = ['hcmc'],
): NewEvent {
  return {
    type: 'lk.agreement.plan.issued.v1',
    effectiveOn,
    basis: { kind: 'derived', rule: 'documentDate' },
    data: {
      number: '419',
      symbol: 'KH-UBND',
      content: planContent(fields),
      entry: 'paper',
      sharedWith,
    },
  };
}

export function began(date: string, load = false): NewEvent {
  return { type: 'lk.relay.day.began.v1', data: { date, load } };
}

export function registered(name: string): NewEvent {
  return {
    type: 'lk.agreement.organisation.registered.v1',
    data: { name, kind: 'department', aliases: [], outside: false },
  };
}

export function assigned(key: string, role: Role): NewEvent {
  return {
    type: 'lk.agreement.staff.assigned.v1',
    data: {
      assignmentId: uuidFrom('scene', 'assignment', key, role),
      organisationId: organisation(key),
      role,
      from: '2020-01-01',
      basis: 'specs',
    },
  };
}

/** Organisations and the people of the scene, as the streams and events that make them known. */
export function people(): [string, NewEvent][] {
  const staff: [string, Role][] = [
    ['skhdt', 'focal'],
    ['sct', 'officer'],
    ['sct', 'head'],
    ['ubnd', 'leader'],
    ['ubnd', 'admin'],
  ];
  return [
    ...[...LEADS, 'ubnd', 'stc'].map((key): [string, NewEvent] => [
      streamOf('organisation', organisation(key)),
      registered(key),
    ]),
    ...staff.map(([key, role]): [string, NewEvent] => [
      streamOf('staff', account(key, role)),
      assigned(key, role),
    ]),
  ];
}

/** Duties as `title period due historic`, each with the number of those who owe it. */
export function summary(duties: readonly ObligationOpened[]): string[] {
  const kinds = duties.map(
    ({ title, period, dueOn, historic }) => `${title} ${period.key} ${dueOn}${historic ? ' historic' : ''}`,
  );
  return [...new Set(kinds)].map((kind) => `${kind} × ${kinds.filter((one) => one === kind).length}`);
}
