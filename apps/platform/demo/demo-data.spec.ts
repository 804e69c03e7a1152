import { readDemo } from './demo-data.js';
import type { DemoDocument, Organisation, Plan, PlanItem } from './demo-data.js';

// The counts that the demonstration must show; each was counted on the printed documents.
const plan419 = readDemo<Plan>('plan-419');
const plan4778 = readDemo<Plan>('plan-4778');
const draft = readDemo<Plan>('plan-kien-giang-draft');
const konTum = readDemo<Plan>('plan-kon-tum-2024');
const documents = readDemo<Record<string, DemoDocument[]>>('documents');
const organisations = readDemo<Record<string, Organisation[]>>('organisations');

type Test = (item: PlanItem) => boolean;
const count = (plan: Plan, test: Test) => plan.items.filter(test).length;
const within = (prefix: string): Test => {
  return (item) => item.section === prefix || item.section.startsWith(`${prefix}.`);
};
const activities = (plan: Plan) => plan.items.filter((item) => item.becomesActivity);
const leadKeys = (items: readonly PlanItem[]) => [
  ...new Set(items.flatMap((i) => i.leads.map((l) => l.org))),
];
const document = (tenant: string, key: string) => documents[tenant]?.find((d) => d.key === key);
const tally = (items: readonly PlanItem[], of: (item: PlanItem) => string | undefined) => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[of(item) ?? '-'] = (counts[of(item) ?? '-'] ?? 0) + 1;
  return counts;
};

describe('Tiền Giang, plan 419/KH-UBND', () => {
  test('34 activities: 9 for 2023, 25 for 2024-2025', () => {
    expect(activities(plan419)).toHaveLength(34);
    expect([count(plan419, within('II.1')), count(plan419, within('II.2'))]).toEqual([9, 25]);
  });
  test('leads from the group 28, own 6; 12 lead agencies, 6 of which end on 28/02/2025', () => {
    expect(tally(plan419.items, (i) => i.leadScope)).toEqual({ group: 28, own: 6 });
    const leads = leadKeys(plan419.items);
    expect(leads).toHaveLength(12);
    const ended = organisations['tien-giang']?.filter(
      (o) => leads.includes(o.key) && o.endsOn === '2025-02-28',
    );
    expect(ended).toHaveLength(6);
  });
  test('the leads of a group are those of its section', () => {
    for (const item of plan419.items.filter((i) => i.leadScope === 'group')) {
      expect(item.leads).toEqual(plan419.sections.find((s) => s.key === item.section)?.leads);
    }
  });
  test('two dated report provisions, the others undated; no capacity and no recipients printed', () => {
    const rules = plan419.reportProvisions.map((p) => p.rule).filter((r) => r.kind !== 'undated');
    expect(rules).toEqual([
      { kind: 'yearlyBefore', month: 12, day: 15 },
      { kind: 'yearlyWithin', month: 12 },
    ]);
    expect(plan419.signer?.capacity).toBe('notPrinted');
    expect(plan419.recipients).toBeUndefined();
    expect(plan419.assignments).toHaveLength(15);
  });
});

describe('Ho Chi Minh City, plan 4778/KH-UBND: catalogue', () => {
  const rows = activities(plan4778);
  test('33 activities: 3 regional, 28 bilateral, 2 general', () => {
    expect(rows).toHaveLength(33);
    expect(tally(rows, (i) => i.scope)).toEqual({ regional: 3, bilateral: 28, general: 2 });
  });
  test('bilateral rows by province', () => {
    const bilateral = rows.filter((i) => i.scope === 'bilateral');
    expect(tally(bilateral, (i) => i.partnerTenants?.[0])).toEqual({
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
  });
  test('10 lead agencies under 11 printed strings', () => {
    expect(leadKeys(rows)).toHaveLength(10);
    expect(new Set(rows.flatMap((i) => i.leads.map((l) => l.printed))).size).toBe(11);
    const byLead = tally(rows, (i) => i.leads[0]?.org);
    expect([byLead['sct'], byLead['itpc'], byLead['sdl']]).toEqual([10, 8, 5]);
  });
});

describe('Ho Chi Minh City, plan 4778/KH-UBND: times of the catalogue', () => {
  const rows = activities(plan4778);
  test('as printed; three rows wait for a need; nine equal rows stay nine', () => {
    expect(tally(rows, (i) => i.time)).toEqual({
      'Cả năm': 12,
      'Quý III, IV': 9,
      'Tháng 12': 5,
      'Theo nhu cầu thực tế của các địa phương': 3,
      'Tháng 9': 1,
      'Tháng 4': 1,
      'Quý III': 1,
      'Quý IV': 1,
    });
    expect(rows.filter((i) => i.awaitsTrigger)).toHaveLength(3);
    expect(rows.filter((i) => i.sameFamily)).toHaveLength(9);
    expect(rows.every((i) => i.deliverable && i.contactOffice?.length)).toBe(true);
  });
});

describe('Ho Chi Minh City, plan 4778/KH-UBND: body', () => {
  test('35 regular contents, 38 leaves; 3 for 2024, 4 for 2025', () => {
    const regular = plan4778.items.filter(within('II.2.3'));
    const parents = new Set(regular.map((i) => i.parentItem).filter(Boolean));
    expect(regular.filter((i) => !i.parentItem)).toHaveLength(35);
    expect(regular.filter((i) => !parents.has(i.key))).toHaveLength(38);
    expect([count(plan4778, within('II.3.1')), count(plan4778, within('II.3.2'))]).toEqual([3, 4]);
  });
  test('the 3 regional events of body and catalogue are joined and become one activity each', () => {
    const events = plan4778.items.filter(within('II.2.1'));
    expect(events.map((i) => i.sameAs)).toEqual(['PL2.I.2', 'PL2.I.3', 'PL2.I.1']);
    expect(events.some((i) => i.becomesActivity)).toBe(false);
  });
  test('the catalogue rows that are a report and a conference name their provision', () => {
    const general = plan4778.items.filter(within('PL2.III')).map((i) => i.reportProvision);
    expect(general).toEqual(['bc-tong-hop-2023', 'hoi-nghi-so-ket-2023']);
    const report = plan4778.reportProvisions.find((p) => p.key === 'bc-tong-hop-2023');
    expect(report?.rule).toEqual({ kind: 'onceWithin', year: 2023, month: 12 });
  });
  test('no province owes the city anything: the tourism reports are among peers', () => {
    const peers = plan4778.reportProvisions.filter((p) => p.peers);
    expect(peers.map((p) => p.rule.kind)).toEqual(['quarterly', 'cycles']);
    expect(peers.every((p) => p.receiver === undefined)).toBe(true);
  });
});

describe('the working group of plan 4778', () => {
  test('one group: Tổ Điều phối 10, Tổ Giúp việc 17', () => {
    const [group, ...others] =
      readDemo<{ teams: { members: { honorific?: string }[] }[] }[]>('working-groups');
    expect(others).toHaveLength(0);
    expect(group?.teams.map((t) => t.members.length)).toEqual([10, 17]);
    expect(group?.teams[1]?.members[16]?.honorific).toBeUndefined();
  });
});

describe('Nghệ An and Kiên Giang', () => {
  test('8177/UBND-CN: a lead, one named coordinator, an open class, no deadline', () => {
    const [directive] = readDemo<{ tasks: Record<string, unknown>[] }[]>('directives');
    const task = directive?.tasks[0];
    expect(task?.['lead']).toMatchObject({ org: 'skhdt' });
    expect(task?.['coordinators']).toMatchObject([{ org: 'xtdttmdl' }]);
    expect(task?.['openClass']).toMatchObject({ org: 'nhom-so-ban-nganh' });
    expect(JSON.stringify(directive?.tasks)).not.toMatch(/due|deadline/i);
  });
  test('the draft: 15 contents, 25 sub-tasks, leads 7 explicit, 3 implied, 5 missing; no number, no day', () => {
    expect(draft.items).toHaveLength(15);
    expect(draft.items.flatMap((i) => i.subTasks ?? [])).toHaveLength(25);
    expect(tally(draft.items, (i) => i.leadScope)).toEqual({ own: 7, sentence: 3, notStated: 5 });
    expect([draft.number, draft.date, draft.draft]).toEqual([undefined, { year: 2025, month: 2 }, true]);
  });
  test('51/KH-UBND is cited only, kept apart from the draft, and the conflict is shown', () => {
    expect(document('kien-giang', 'kh-51')).toMatchObject({ standing: 'citedOnly', number: '51' });
    expect(document('kien-giang', 'kh-du-thao-2025')).toMatchObject({ standing: 'draft' });
    expect(document('kien-giang', 'cv-595')?.conflicts).toHaveLength(3);
  });
  test('595/SYT-NVY: 7 headings, before 13/3/2025, incoming number 459, addressees not in the file', () => {
    const [campaign] = readDemo<Record<string, unknown>[]>('campaigns');
    expect(campaign?.['headings']).toHaveLength(7);
    expect(campaign?.['rule']).toEqual({ kind: 'onceBefore', date: '2025-03-13' });
    expect(campaign?.['addresseesInFile']).toBe(false);
    expect(document('kien-giang', 'cv-595')).toMatchObject({ number: '595', incoming: { number: '459' } });
    expect(document('kien-giang', 'cv-595')?.addressees).toBeUndefined();
  });
});

describe('Trà Vinh and Kon Tum', () => {
  test('1687/SKHĐT-THKTKG: 14 list entries, two kinds of report, before 04/9/2020', () => {
    const campaign = readDemo<Record<string, unknown>[]>('campaigns')[1];
    const recipients = campaign?.['recipients'] as { org?: string; group?: string }[];
    const kindOf = (key?: string) => organisations['tra-vinh']?.find((o) => o.key === key)?.kind;
    const kinds = recipients.map((r) => kindOf(r.org ?? r.group));
    expect(kinds).toEqual([...Array<string>(12).fill('department'), 'board', 'group']);
    expect(campaign?.['reportKinds']).toHaveLength(2);
    expect(campaign?.['rule']).toEqual({ kind: 'onceBefore', date: '2020-09-04' });
  });
  test('Kon Tum 2024: 27 activities = 14 + 2 + 8 + 2 + 1', () => {
    const parts = ['II.1.1', 'II.1.2', 'II.2', 'II.3', 'II.4'].map((s) => count(konTum, within(s)));
    expect(parts).toEqual([14, 2, 8, 2, 1]);
    expect(activities(konTum)).toHaveLength(27);
  });
  test('14 events hosted by the city, 13 there and 1 in Kon Tum; 2 hosted by Kon Tum', () => {
    const city = konTum.items.filter((i) => i.hostTenant === 'hcmc');
    expect(tally(city, (i) => i.place)).toEqual({ 'Thành phố Hồ Chí Minh': 13, 'tỉnh Kon Tum': 1 });
    expect(count(konTum, (i) => i.hostTenant === 'kon-tum')).toBe(2);
  });
  test('no number, a derived date, no department leads, no times, no products', () => {
    expect([konTum.number, konTum.date]).toEqual([undefined, undefined]);
    expect(konTum.effective).toMatchObject({ effectiveOn: '2024-06-28', basis: 'derived' });
    expect(leadKeys(konTum.items)).toEqual(['ubnd-dak-glei']);
    expect(konTum.items.some((i) => i.time ?? i.deliverable)).toBe(false);
    expect(konTum.signer?.capacity).toBe('TM');
  });
  test('94 activities of issued plans are counted once each', () => {
    const issued = [plan419, plan4778, konTum].flatMap(activities);
    expect(issued).toHaveLength(94);
  });
});
