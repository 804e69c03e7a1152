import fc from 'fast-check';
import type { PlanContent } from '@lien-ket/contracts';
import { expired, inForce, isKnown, type RecordedPlanEvent } from './plan-acts.js';

const SECTION = '0190a000-0000-7000-8000-000000000001';
const ITEM = '0190a000-0000-7000-8000-000000000002';
const content: PlanContent = {
  title: 'Kế hoạch',
  example: false,
  horizons: [],
  underAgreements: [],
  legalBases: [],
  provisions: [],
  recipients: [],
  sections: [{ id: SECTION, title: 'Nội dung', leads: [] }],
  items: [
    {
      id: ITEM,
      sectionId: SECTION,
      text: 'Hội chợ',
      leads: [{ printed: 'Sở Công Thương' }],
      leadScope: 'own',
      coordinators: [],
      contactOffices: [],
      partnerTenants: [],
      subTasks: [],
      awaitsTrigger: false,
      becomesActivity: true,
    },
  ],
};

function event(
  id: string,
  revision: number,
  businessDate: string,
  rest: Partial<RecordedPlanEvent>,
): RecordedPlanEvent {
  return {
    id,
    revision,
    businessDate,
    recordedAt: `${businessDate}T02:00:00.000Z`,
    ...rest,
  } as RecordedPlanEvent;
}

const issued = (revision = 0, businessDate = '2025-03-11'): RecordedPlanEvent =>
  event('issued', revision, businessDate, {
    type: 'lk.agreement.plan.issued.v1',
    effectiveOn: '2023-10-02',
    data: { content, entry: 'paper', number: '419' },
  });
const lead = (
  id: string,
  revision: number,
  businessDate: string,
  effectiveOn: string,
  printed: string,
): RecordedPlanEvent =>
  event(id, revision, businessDate, {
    type: 'lk.agreement.plan.amended.v1',
    effectiveOn,
    data: {
      amendmentId: id,
      document: {},
      reason: '',
      supersedes: [],
      changes: [{ op: 'setItem', itemId: ITEM, fields: { leads: [{ printed }] } }],
    },
  });
const leadOn = (events: readonly RecordedPlanEvent[], asOf: string, knownAt?: string): string | undefined =>
  inForce(events, { asOf, ...(knownAt ? { knownAt } : {}) }).content?.items[0]?.leads[0]?.printed;

describe('the end of a plan', () => {
  const until = (...ends: (string | undefined)[]): Parameters<typeof expired>[0] => ({
    content: { ...content, horizons: ends.map((to, index) => ({ id: ITEM, label: `${index}`, to })) },
  });
  it.each<[string, (string | undefined)[], boolean]>([
    ['2024-12-31', ['2024-12-31'], false],
    ['2025-01-01', ['2024-12-31'], true],
    ['2025-01-01', ['2023-12-31', '2025-12-31'], false],
    ['2026-01-01', ['2023-12-31', '2025-12-31'], true],
    ['2026-01-01', ['2023-12-31', undefined], false],
    ['2026-01-01', [], false],
  ])('on %s, horizons to %j: expired %s', (asOf, ends, is) => {
    expect(expired(until(...ends), asOf)).toBe(is);
  });
});

describe('a plan on two clocks', () => {
  it('of 2023, entered in 2025: in force from 2023, unknown before it was entered', () => {
    expect(leadOn([issued()], '2023-11-01')).toBe('Sở Công Thương');
    expect(leadOn([issued()], '2023-10-01')).toBeUndefined();
    expect(leadOn([issued()], '2023-11-01', '2025-03-10')).toBeUndefined();
    expect(leadOn([issued()], '2023-11-01', '2025-03-11')).toBe('Sở Công Thương');
  });

  it('amended in the future: decided today, in force on its day', () => {
    const events = [issued(), lead('a', 1, '2025-03-12', '2025-06-01', 'Sở Du lịch')];
    expect(leadOn(events, '2025-05-31')).toBe('Sở Công Thương');
    expect(leadOn(events, '2025-06-01')).toBe('Sở Du lịch');
    expect(leadOn(events, '2025-06-01', '2025-03-11')).toBe('Sở Công Thương');
  });

  it('amended in the past: the past changes only for who knows', () => {
    const events = [issued(), lead('a', 1, '2025-03-12', '2024-01-01', 'Sở Du lịch')];
    expect(leadOn(events, '2024-06-01')).toBe('Sở Du lịch');
    expect(leadOn(events, '2023-12-31')).toBe('Sở Công Thương');
    expect(leadOn(events, '2024-06-01', '2025-03-11')).toBe('Sở Công Thương');
  });

  it('corrected: the correction stands in the place of the act it names, date included', () => {
    const wrong = lead('a', 1, '2025-03-12', '2024-01-01', 'Sở Du lịch');
    const corrected = event('c', 2, '2025-03-13', {
      type: 'lk.agreement.plan.entryCorrected.v1',
      data: { corrects: 'a', reason: 'gõ nhầm ngày', replacement: { effectiveOn: '2024-02-01' } },
    });
    expect(leadOn([issued(), wrong, corrected], '2024-01-15')).toBe('Sở Công Thương');
    expect(leadOn([issued(), wrong, corrected], '2024-02-01')).toBe('Sở Du lịch');
    expect(leadOn([issued(), wrong, corrected], '2024-01-15', '2025-03-12')).toBe('Sở Du lịch');
  });

  it('takes the later-effective of two acts, whichever was recorded first', () => {
    const events = [
      issued(),
      lead('b', 1, '2025-03-12', '2024-06-01', 'Sở B'),
      lead('a', 2, '2025-03-13', '2024-03-01', 'Sở A'),
    ];
    expect(leadOn(events, '2024-04-01')).toBe('Sở A');
    expect(leadOn(events, '2024-07-01')).toBe('Sở B');
  });

  it('does not bring back what a later decision said that it supersedes; what that one left alone still comes', () => {
    const later = lead('b', 1, '2025-03-12', '2025-06-01', 'Sở B');
    const amended = (said: RecordedPlanEvent, data: object) =>
      ({ ...said, data: { ...said.data, ...data } }) as RecordedPlanEvent;
    const first = amended(later, {
      changes: [{ op: 'setItem', itemId: ITEM, fields: { leads: [{ printed: 'Sở B' }], time: 'Quý III' } }],
    });
    const over = amended(lead('a', 2, '2025-03-13', '2025-05-01', 'Sở A'), { supersedes: ['b'] });
    const events = [issued(), first, over];
    expect(['2025-04-30', '2025-05-01', '2025-06-01'].map((day) => leadOn(events, day))).toEqual([
      'Sở Công Thương',
      'Sở A',
      'Sở A',
    ]);
    expect(inForce(events, { asOf: '2025-06-01' }).content?.items[0]?.time).toBe('Quý III');
    expect(leadOn(events, '2025-06-01', '2025-03-12')).toBe('Sở B');
    const laterOver = { ...over, effectiveOn: '2025-07-01' };
    expect(leadOn([issued(), first, laterOver], '2025-06-15')).toBe('Sở B');
    const removal = amended(later, { changes: [{ op: 'removeItem', itemId: ITEM, reason: 'thôi' }] });
    expect(leadOn([issued(), removal, over], '2025-06-01')).toBe('Sở A');
  });

  it('is total: any acts in any order fold without an error, and the same acts to the same state', () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((days) => new Date(Date.UTC(2023, 5, 1) + days * 86_400_000).toISOString().slice(0, 10));
    const acts = fc.array(
      fc.tuple(fc.constantFrom('issued', 'lead', 'remove', 'recall', 'correct'), day, day),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(acts, day, (drawn, asOf) => {
        const events = drawn.map(([kind, recorded, effective], index) =>
          drawnEvent(kind, index, recorded, effective),
        );
        const shuffled = [...events].sort((a, b) => a.id.localeCompare(b.id) || a.revision - b.revision);
        const noCorrections = (all: readonly RecordedPlanEvent[]) =>
          all.filter(({ type }) => !type.includes('Corrected'));
        expect(inForce(noCorrections(shuffled), { asOf })).toEqual(inForce(noCorrections(events), { asOf }));
        expect(() => inForce(events, { asOf })).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

function drawnEvent(kind: string, index: number, recorded: string, effectiveOn: string): RecordedPlanEvent {
  const id = `${kind}${index}`;
  if (kind === 'issued') return { ...issued(index, recorded), id, effectiveOn };
  if (kind === 'lead') return lead(id, index, recorded, effectiveOn, id);
  if (kind === 'correct') {
    return event(id, index, recorded, {
      type: 'lk.agreement.plan.entryCorrected.v1',
      data: { corrects: `lead${index - 1}`, reason: '', replacement: { effectiveOn } },
    });
  }
  if (kind === 'recall')
    return event(id, index, recorded, {
      type: 'lk.agreement.plan.recalled.v1',
      effectiveOn,
      data: { document: {}, reason: '' },
    });
  const changes = [{ op: 'removeItem' as const, itemId: ITEM, reason: '' }];
  return event(id, index, recorded, {
    type: 'lk.agreement.plan.amended.v1',
    effectiveOn,
    data: { amendmentId: id, document: {}, reason: '', supersedes: [], changes },
  });
}

describe('what was known at an instant', () => {
  const at = { ...issued(0, '2025-03-11'), recordedAt: '2025-03-11T16:31:01.119Z' };

  it.each([
    ['2025-03-11T16:31:01Z', false],
    ['2025-03-11T16:31:01.118Z', false],
    ['2025-03-11T16:31:01.1189Z', false],
    ['2025-03-11T16:31:01.119Z', true],
    ['2025-03-11T16:31:01.1195Z', true],
    ['2025-03-11T16:31:02Z', true],
    ['2025-03-11T23:31:01+07:00', false],
    ['2025-03-11T23:31:02+07:00', true],
  ])('is told by time, not by the letters of %s', (knownAt, known) => {
    expect(isKnown(at, knownAt)).toBe(known);
  });
});
