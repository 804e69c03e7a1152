import { uuidFrom } from '@lien-ket/kernel';
import type { IssuedData, PlanChange, PlanProvision } from '@lien-ket/contracts';
import type { RecordedPlanEvent } from '@lien-ket/plan-acts';
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
  issued,
  organisation,
  provisions,
} from './plan-419.scene.js';
import { rowOf } from './plan.projection.js';
import type { PlanRow } from './plan.rows.js';

const at = (revision: number, businessDate: string) => ({
  id: uuidFrom('scene', 'act', String(revision)),
  revision,
  businessDate,
  recordedAt: `${businessDate}T02:00:00.000Z`,
});
const plan = (
  fields: Partial<IssuedData['content']> = {},
  from = '2023-10-02',
  more: RecordedPlanEvent[] = [],
) => {
  const event = { ...issued(from, fields, []), ...at(0, from) } as RecordedPlanEvent;
  const row = rowOf(PLAN_419, [event, ...more]);
  if (!row) throw new Error('no plan');
  return row;
};
const amended = (effectiveOn: string, ...changes: PlanChange[]): RecordedPlanEvent => ({
  type: 'lk.agreement.plan.amended.v1',
  effectiveOn,
  ...at(1, effectiveOn),
  data: { amendmentId: PLAN_419, document: {}, reason: 'x', changes, supersedes: [] },
});
const withRule = (rule: PlanProvision['rule'], from?: string): PlanRow =>
  plan({ provisions: provisions.slice(1, 2).map((provision) => ({ ...provision, rule })) }, from);
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
    const rule = { kind: 'onceWithin', year: 2023, month: 12 } as const;
    const subject = 'conference' as const;
    const conference = plan({ provisions: provisions.slice(1, 2).map((one) => ({ ...one, rule, subject })) });
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
    const late = withRule({ kind: 'yearlyBefore', month: 12, day: 15 }, '2024-01-15');
    expect(keysOn(late, '2024-12-01')).toEqual(['2024']);
  });

  it('the undated, the asked-for, peers, and what nobody receives: no duty', () => {
    expect(keysOn(withRule({ kind: 'undated' }), '2024-12-01')).toEqual([]);
    expect(keysOn(withRule({ kind: 'onRequest' }), '2024-12-01')).toEqual([]);
    expect(keysOn(plan({ provisions: provisions.slice(2) }), '2024-12-01')).toEqual([]);
  });
});

describe('who owes it', () => {
  it('the plan has 12 lead agencies; 11 owe, for the receiver owes itself nothing', () => {
    expect(leadAgencies(plan(), '2023-11-01')).toEqual(LEADS.map(organisation));
    const duty = dutyOfPeriod(plan(), OF_DEPARTMENTS, '2023', '2023-11-01');
    expect(duty && proposedDebtors(duty, '2023-11-01')).toEqual(
      LEADS.filter((key) => key !== 'skhdt').map(organisation),
    );
  });

  it('named organisations are named', () => {
    expect(provisions.slice(1, 2).map(namedDebtors)).toEqual([[organisation('skhdt')]]);
  });

  it('an amendment changes the leads from its own day on, those of a group too', () => {
    const itemId = uuidFrom('scene', 'item', LEADS.at(-1) ?? '');
    const leads = [{ printed: 'Sở Y tế', organisationId: organisation('syt') }];
    const set = plan({}, undefined, [amended('2024-07-05', { op: 'setItem', itemId, fields: { leads } })]);
    expect(leadAgencies(set, '2024-07-04')).toHaveLength(12);
    expect(leadAgencies(set, '2024-07-05')).toHaveLength(11);
    const removed = plan({}, undefined, [amended('2024-07-05', { op: 'removeItem', itemId, reason: 'x' })]);
    expect(leadAgencies(removed, '2024-07-05')).toHaveLength(11);
    const sectionId = uuidFrom('scene', 'section');
    const group = plan({}, undefined, [
      amended('2024-07-05', { op: 'setSection', sectionId, fields: { leads } }),
    ]);
    // Of the four of the group one leads an item of its own.
    expect(leadAgencies(group, '2024-07-05')).toEqual([
      organisation('syt'),
      ...LEADS.slice(3)
        .filter((key) => key !== 'syt')
        .map(organisation),
    ]);
  });
});

describe('a provision that an amendment touches', () => {
  const yearly = (month: number, day: number) => ({ kind: 'yearlyBefore', month, day }) as const;
  const under = (...changes: PlanChange[]): PlanRow =>
    plan({ provisions: provisions.slice(0, 1) }, undefined, [amended('2024-07-05', ...changes)]);
  const duesOn = (of: PlanRow, day: string): string[] =>
    dutiesOpenOn(of, day).map(({ occurrence }) => `${occurrence.key} ${occurrence.dueOn}`);

  it('is owed by its former words for what fell due before, by the new ones from then on', () => {
    const moved = under({
      op: 'setProvision',
      provisionId: OF_DEPARTMENTS,
      fields: { rule: yearly(11, 30) },
    });
    expect(duesOn(moved, '2024-11-01')).toEqual(['2023 2023-12-14', '2024 2024-11-29']);
    expect(dutyOfPeriod(moved, OF_DEPARTMENTS, '2023', '2024-11-01')?.occurrence.dueOn).toBe('2023-12-14');
    expect(dutyOfPeriod(moved, OF_DEPARTMENTS, '2024', '2024-07-04')?.occurrence.dueOn).toBe('2024-12-14');
    expect(dutyOfPeriod(moved, OF_DEPARTMENTS, '2024', '2024-07-05')?.occurrence.dueOn).toBe('2024-11-29');
  });

  it('asks for nothing more once it is removed, and for nothing before it was added', () => {
    const removed = under({ op: 'removeProvision', provisionId: OF_DEPARTMENTS, reason: 'x' });
    expect(duesOn(removed, '2024-12-01')).toEqual(['2023 2023-12-14']);
    expect(dutyOfPeriod(removed, OF_DEPARTMENTS, '2024', '2024-12-01')).toBeUndefined();
    const added = under(
      ...provisions.slice(1, 2).map((provision): PlanChange => ({ op: 'addProvision', provision })),
    );
    expect(duesOn(added, '2024-12-20')).toEqual(['2023 2023-12-14', '2024 2024-12-14', '2024 2024-12-31']);
  });

  it.each([
    [{ kind: 'cycles', quarter: true, halfYear: false, year: false } as const, '2023-12-28', []],
    [{ kind: 'cycles', quarter: true, halfYear: false, year: false } as const, '2024-03-01', ['2024-Q1']],
    [{ kind: 'yearlyBefore', month: 12, day: 15 } as const, '2023-12-10', []],
  ])('of a time before its first horizon nothing is owed: %j on %s', (rule, day, keys) => {
    const of = plan(
      {
        horizons: [{ id: PLAN_419, label: '2024', from: '2024-01-01', to: '2024-12-31' }],
        provisions: provisions.slice(1, 2).map((provision) => ({ ...provision, rule })),
      },
      '2023-12-05',
    );
    expect(keysOn(of, day)).toEqual(keys);
  });

  it('ends with the last day of a new horizon', () => {
    const horizons = [
      { id: uuidFrom('scene', 'horizon'), label: '2023 - 2026', from: '2023-01-01', to: '2026-12-31' },
    ];
    const longer = under({ op: 'setPlan', fields: { horizons } });
    expect(duesOn(plan({ provisions: provisions.slice(0, 1) }), '2026-12-01')).toHaveLength(3);
    expect(duesOn(longer, '2026-12-01')).toHaveLength(4);
  });
});

describe('what is opened', () => {
  it('has an id of its duty, and says what the provision prints', () => {
    const duty = dutyOfPeriod(plan(), OF_FOCAL, '2024', '2024-12-31');
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
