import fc from 'fast-check';
import type { PlanChange, PlanContent, PlanProvision } from '@lien-ket/contracts';
import { changed, meet, sectionsAbove, standsUnder, touched } from './changes.js';
import { leadsOfItem } from './plan-acts.js';

const id = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [I, II, CHILD, ITEM, OTHER, REPORT] = [1, 2, 3, 4, 5, 6].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const agency = (printed: string) => ({ printed });
const item = (itemId: string, sectionId: string): PlanContent['items'][number] => ({
  id: itemId,
  sectionId,
  text: 'Hội chợ',
  note: 'gõ nhầm',
  leads: [],
  leadScope: 'group',
  coordinators: [],
  contactOffices: [],
  partnerTenants: [],
  subTasks: [],
  awaitsTrigger: false,
  becomesActivity: true,
});
const report: PlanProvision = {
  id: REPORT,
  text: 'trước ngày 15 tháng 12',
  what: 'Báo cáo',
  debtors: [],
  openClass: true,
  peers: false,
  rule: { kind: 'yearlyBefore', month: 12, day: 15 },
};
const content: PlanContent = {
  title: 'Kế hoạch',
  example: false,
  horizons: [],
  underAgreements: [],
  legalBases: [],
  provisions: [report],
  recipients: [],
  archiveLine: 'VT',
  sections: [
    { id: I, title: 'Thương mại', leads: [agency('Sở Công Thương')] },
    { id: II, title: 'Du lịch', leads: [] },
    { id: CHILD, parentId: I, title: 'Nội địa', leads: [] },
  ],
  items: [item(ITEM, CHILD), item(OTHER, II)],
};
const after = (...changes: PlanChange[]): PlanContent =>
  changes.reduce((now, change) => changed(now, change).content, content);
const ids = (parts: readonly { readonly id: string }[]): string[] => parts.map((part) => part.id);

describe('what a change makes of a plan', () => {
  it('sets the leads and the title of a group, and clears what it no longer has', () => {
    const leads = [agency('Sở Du lịch')];
    const { sections } = after(
      { op: 'setSection', sectionId: I, fields: { title: 'Du lịch, thương mại', leads } },
      { op: 'setSection', sectionId: CHILD, fields: {}, clear: ['parentId'] },
    );
    expect(sections[0]).toEqual({ id: I, title: 'Du lịch, thương mại', leads });
    expect(sections[2]).toEqual({ id: CHILD, title: 'Nội địa', leads: [] });
  });

  it('clears a field of an item', () => {
    const { items } = after({ op: 'setItem', itemId: ITEM, fields: { text: 'Tuần hàng' }, clear: ['note'] });
    expect(items[0]).toMatchObject({ text: 'Tuần hàng' });
    expect('note' in (items[0] ?? {})).toBe(false);
  });

  it('adds a group in its place, and removes one in which nothing stands; a full one stays', () => {
    const section = { id: id(9), title: 'Y tế', leads: [] };
    expect(ids(after({ op: 'addSection', section, afterSectionId: I }).sections)).toEqual([
      I,
      id(9),
      II,
      CHILD,
    ]);
    expect(ids(after({ op: 'removeSection', sectionId: II, reason: 'x' }).sections)).toEqual([I, II, CHILD]);
    const emptied = after(
      { op: 'removeItem', itemId: OTHER, reason: 'x' },
      { op: 'removeSection', sectionId: II, reason: 'x' },
    );
    expect(ids(emptied.sections)).toEqual([I, CHILD]);
  });

  it('moves a report to another date, adds one and removes one', () => {
    const rule = { kind: 'yearlyBefore', month: 11, day: 30 } as const;
    const set = after({ op: 'setProvision', provisionId: REPORT, fields: { rule } });
    expect(set.provisions).toEqual([{ ...report, rule }]);
    const provision = { ...report, id: id(8) };
    expect(ids(after({ op: 'addProvision', provision }).provisions)).toEqual([REPORT, id(8)]);
    expect(after({ op: 'removeProvision', provisionId: REPORT, reason: 'x' }).provisions).toEqual([]);
  });

  it('moves a row in the printed order, to the beginning too', () => {
    expect(ids(after({ op: 'move', of: 'section', id: I, afterId: II }).sections)).toEqual([II, I, CHILD]);
    expect(ids(after({ op: 'move', of: 'item', id: OTHER }).items)).toEqual([OTHER, ITEM]);
    expect(ids(after({ op: 'move', of: 'item', id: OTHER, afterId: id(99) }).items)).toEqual([ITEM, OTHER]);
  });

  it('sets horizons, legal bases, and clears the archive line', () => {
    const horizons = [{ id: id(7), label: '2024', from: '2024-01-01', to: '2024-12-31' }];
    const now = after({
      op: 'setPlan',
      fields: { horizons, legalBases: ['Luật'] },
      clear: ['archiveLine'],
    });
    expect(now).toMatchObject({ horizons, legalBases: ['Luật'] });
    expect('archiveLine' in now).toBe(false);
  });

  it('lets no section stand below itself, in whatever order acts come', () => {
    const section = fc.constantFrom(I, II, CHILD, id(9));
    const change = fc.oneof(
      fc.tuple(section, section).map(([sectionId, parentId]): PlanChange => ({
        op: 'setSection',
        sectionId,
        fields: { parentId },
      })),
      section.map((parentId): PlanChange => {
        return { op: 'addSection', section: { id: id(9), title: 'x', leads: [], parentId } };
      }),
      section.map((sectionId): PlanChange => ({ op: 'removeSection', sectionId, reason: 'x' })),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const now = after(...changes);
        for (const { id: one, parentId } of now.sections)
          expect(parentId !== undefined && standsUnder(now, parentId, one)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('two changes meet', () => {
  const text = touched({ op: 'setItem', itemId: ITEM, fields: { text: 'x' } });
  const into = touched({ op: 'addItem', item: item(id(10), II) });

  it.each<[string, PlanChange, boolean]>([
    ['the same field', { op: 'setItem', itemId: ITEM, fields: { text: 'y' } }, true],
    ['another field', { op: 'setItem', itemId: ITEM, fields: { time: 'Quý IV' } }, false],
    ['the whole item', { op: 'removeItem', itemId: ITEM, reason: '' }, true],
    [
      'the same name of another part',
      { op: 'setProvision', provisionId: REPORT, fields: { text: 'y' } },
      false,
    ],
  ])('with the text of an item: %s', (_, change, expected) => {
    expect(meet(text, touched(change))).toBe(expected);
  });

  it('a field that one sets and the other clears', () => {
    const set = touched({ op: 'setItem', itemId: ITEM, fields: { note: 'x' } });
    expect(meet(set, touched({ op: 'setItem', itemId: ITEM, fields: {}, clear: ['note'] }))).toBe(true);
  });

  it('the leads of one group, and the date of one report', () => {
    const leads = touched({ op: 'setSection', sectionId: I, fields: { leads: [] } });
    expect(meet(leads, touched({ op: 'setSection', sectionId: I, fields: { leads: [] } }))).toBe(true);
    expect(meet(leads, touched({ op: 'setSection', sectionId: I, fields: { title: 'x' } }))).toBe(false);
    const rule = touched({ op: 'setProvision', provisionId: REPORT, fields: { rule: report.rule } });
    expect(meet(rule, touched({ op: 'removeProvision', provisionId: REPORT, reason: '' }))).toBe(true);
  });

  it('what comes into a group and the end of the group; not two things that come into it', () => {
    expect(meet(into, touched({ op: 'removeSection', sectionId: II, reason: '' }))).toBe(true);
    expect(meet(into, touched({ op: 'addItem', item: item(id(11), II) }))).toBe(false);
    expect(meet(into, touched({ op: 'setSection', sectionId: II, fields: { leads: [] } }))).toBe(false);
  });
});

describe('sections above an item', () => {
  it('say who leads it, the nearest that names any', () => {
    expect(ids(sectionsAbove(content, CHILD))).toEqual([CHILD, I]);
    expect(leadsOfItem(content, item(ITEM, CHILD))).toEqual([agency('Sở Công Thương')]);
    expect(leadsOfItem(content, item(ITEM, II))).toEqual([]);
  });

  it('that were stored in a circle are gone through once', () => {
    const [, , child] = content.sections;
    const sections = [{ id: I, parentId: CHILD, title: 'x', leads: [] }, ...(child ? [child] : [])];
    expect(ids(sectionsAbove({ ...content, sections }, CHILD))).toEqual([CHILD, I]);
    expect(leadsOfItem({ ...content, sections }, item(ITEM, CHILD))).toEqual([]);
  });
});
