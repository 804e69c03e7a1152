import { uuidFrom } from '@lien-ket/kernel';
import type { IssuedData, PlanProvision } from '@lien-ket/contracts';
import {
  debtorListIdOf,
  dutiesOpenOn,
  dutyOfPeriod,
  leadAgencies,
  namedDebtors,
  obligationIdOf,
  openedOf,
  proposedDebtors,
} from './duties.js';
import {
  LEADS,
  OF_DEPARTMENTS,
  OF_FOCAL,
  PLAN_419,
  organisation,
  planContent,
  provisions,
} from './plan-419.scene.js';
import type { PlanRow } from './plan.rows.js';

const content = planContent();
const ids = (leads: IssuedData['content']['sections'][number]['leads']): string[] =>
  leads.flatMap(({ organisationId }) => organisationId ?? []);
const plan: PlanRow = {
  id: PLAN_419,
  issuedEvent: uuidFrom('scene', 'issued'),
  number: '419/KH-UBND',
  effectiveOn: '2023-10-02',
  enteredOn: '2023-10-02',
  lastDay: '2025-12-31',
  endedOn: null,
  example: false,
  sharedWith: [],
  provisions,
  leads: {
    sections: content.sections.map(({ leads, ...section }) => ({ ...section, leads: ids(leads) })),
    items: content.items.map(({ id, sectionId, leads }) => ({ id, sectionId, leads: ids(leads) })),
  },
  amendments: [],
};
const withRule = (rule: PlanProvision['rule'], fields: Partial<PlanRow> = {}): PlanRow => ({
  ...plan,
  provisions: provisions.slice(1, 2).map((provision) => ({ ...provision, rule })),
  ...fields,
});
const keysOn = (of: PlanRow, day: string): string[] =>
  dutiesOpenOn(of, day).map(({ occurrence, historic }) => `${occurrence.key}${historic ? ' historic' : ''}`);

describe('when a period opens', () => {
  it.each([
    ['2023-10-29', []],
    ['2023-10-30', ['2023']],
    ['2023-12-14', ['2023']],
    ['2024-10-29', ['2023 historic']],
    ['2024-10-30', ['2023 historic', '2024']],
    ['2030-01-01', ['2023 historic', '2024 historic', '2025 historic']],
  ])('"trước ngày 15 tháng 12 hàng năm", 45 days ahead, while the plan lives: %s', (day, keys) => {
    expect(keysOn(withRule({ kind: 'yearlyBefore', month: 12, day: 15 }), day)).toEqual(keys);
  });

  it('"trong tháng 12": 45 days before its last day', () => {
    const within = withRule({ kind: 'onceWithin', year: 2023, month: 12 });
    expect(keysOn(within, '2023-11-15')).toEqual([]);
    expect(keysOn(within, '2023-11-16')).toEqual(['2023-12']);
  });

  it('a conference within a month is kept as a date and owed by nobody', () => {
    const [one] = withRule({ kind: 'onceWithin', year: 2023, month: 12 }).provisions;
    const conference: PlanRow = { ...plan, provisions: one ? [{ ...one, subject: 'conference' }] : [] };
    expect(conference.provisions).toHaveLength(1);
    expect(keysOn(conference, '2023-12-01')).toEqual([]);
  });

  it('cycles: each with its own derived due date', () => {
    const cycles = withRule({ kind: 'cycles', quarter: true, halfYear: true, year: true });
    expect(keysOn(cycles, '2024-05-04')).toEqual([
      '2023-Q4 historic',
      '2023-H2 historic',
      '2023 historic',
      '2024-Q1 historic',
      '2024-Q2',
      '2024-H1',
    ]);
  });

  it('of what is past when it is opened is history; before it was in force, nothing', () => {
    const yearly = withRule({ kind: 'yearlyBefore', month: 12, day: 15 });
    expect(keysOn(yearly, '2025-03-11')).toEqual(['2023 historic', '2024 historic']);
    const early = { effectiveOn: '2024-01-15', enteredOn: '2024-01-15' };
    expect(keysOn(withRule({ kind: 'yearlyBefore', month: 12, day: 15 }, early), '2024-12-01')).toEqual([
      '2024',
    ]);
  });

  it('the undated, the asked-for, peers, and what nobody receives: no duty', () => {
    expect(keysOn(withRule({ kind: 'undated' }), '2024-12-01')).toEqual([]);
    expect(keysOn(withRule({ kind: 'onRequest' }), '2024-12-01')).toEqual([]);
    expect(keysOn({ ...plan, provisions: provisions.slice(2) }, '2024-12-01')).toEqual([]);
  });
});

describe('who owes it', () => {
  it('the plan has 12 lead agencies; 11 owe, for the receiver owes itself nothing', () => {
    expect(leadAgencies(plan, '2023-11-01')).toEqual(LEADS.map(organisation));
    const duty = dutyOfPeriod(plan, OF_DEPARTMENTS, '2023', '2023-11-01');
    expect(duty && proposedDebtors(duty, '2023-11-01')).toEqual(
      LEADS.filter((key) => key !== 'skhdt').map(organisation),
    );
  });

  it('named organisations are named', () => {
    expect(provisions.slice(1, 2).map(namedDebtors)).toEqual([[organisation('skhdt')]]);
  });

  it('an amendment changes the leads from its own day on', () => {
    const itemId = content.items.at(-1)?.id ?? '';
    const leads = [{ printed: 'Sở Y tế', organisationId: organisation('syt') }];
    const amended: PlanRow = {
      ...plan,
      amendments: [
        { eventId: 'e', effectiveOn: '2024-07-05', changes: [{ op: 'setItem', itemId, fields: { leads } }] },
      ],
    };
    expect(leadAgencies(amended, '2024-07-04')).toHaveLength(12);
    expect(leadAgencies(amended, '2024-07-05')).toHaveLength(11);
    const removed: PlanRow = {
      ...plan,
      amendments: [
        { eventId: 'e', effectiveOn: '2024-07-05', changes: [{ op: 'removeItem', itemId, reason: 'x' }] },
      ],
    };
    expect(leadAgencies(removed, '2024-07-05')).toHaveLength(11);
  });
});

describe('what is opened', () => {
  it('has an id of its duty, and says what the provision prints', () => {
    const duty = dutyOfPeriod(plan, OF_FOCAL, '2024', '2024-12-31');
    if (!duty) throw new Error('no duty');
    const id = obligationIdOf('tien-giang', duty, 'a');
    expect(obligationIdOf('tien-giang', duty, 'a')).toBe(id);
    expect(
      new Set([id, obligationIdOf('tien-giang', duty, 'b'), debtorListIdOf('tien-giang', duty)]).size,
    ).toBe(3);
    expect(openedOf(duty, 'a')).toMatchObject({
      title: 'Tổng hợp kết quả thực hiện Kế hoạch',
      planNumber: '419/KH-UBND',
      asPrinted: 'trong tháng 12 hàng năm',
      period: { key: '2024', label: 'Năm 2024', from: '2023-12-15', to: '2024-12-14' },
      dueOn: '2024-12-31',
      dueBasis: 'printed',
      historic: false,
    });
  });
});
