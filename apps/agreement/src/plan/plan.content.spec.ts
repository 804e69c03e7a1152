import type { PlanChange, PlanContent } from '@lien-ket/contracts';
import { uuidFrom } from '@lien-ket/kernel';
import { planDecider } from './plan.decider.js';
import {
  ADDED,
  HORIZON,
  SECTION,
  amend,
  by,
  correct,
  decide,
  document,
  events,
  now,
  record,
  refusal,
  startAnew,
} from './plan.acts.scene.js';
import { ITEM, content } from './plan.scene.js';

beforeEach(startAnew);

const OTHER = uuidFrom('scene', 'other');
const section = (id: string, parentId?: string) => ({
  ...{ id, title: 'I', leads: [] },
  ...(parentId ? { parentId } : {}),
});
const [row] = content.items;
const item = (id: string, fields: object = {}) => ({ ...row, id, ...fields });
const written = (fields: object): PlanContent => ({ ...content, ...fields }) as PlanContent;

/** The same content by each of the ways in which one is written as a whole. */
function ways(of: PlanContent): string[] {
  const at = { by, on: '2024-03-01' };
  const none = planDecider.initialState();
  const drafted = planDecider.evolve(none, {
    ...{ type: 'lk.agreement.plan.drafted.v1', data: { content, ownerId: OTHER } },
    ...{ id: OTHER, revision: 0, businessDate: '2024-03-01', recordedAt: '2024-03-01T00:00:00Z' },
  });
  const system = { ...at.by, system: true };
  const paper = { number: '6', symbol: 'KH-UBND', date: { year: 2024, month: 2, day: 1 }, content: of };
  return [
    refusal(() => planDecider.decide({ type: 'create', content: of, ...at }, none)),
    refusal(() => planDecider.decide({ type: 'revise', content: of, ...at, by: system }, drafted)),
    refusal(() => planDecider.decide({ type: 'recordIssued', ...paper, ...at }, none)),
  ];
}

it.each<[string, object, string]>([
  [
    'sections that stand in each other',
    { sections: [section(SECTION, OTHER), section(OTHER, SECTION)] },
    'plan.sectionUnderItself /content/sections/0/parentId',
  ],
  [
    'a section in itself, where another only stands in it',
    { sections: [section(OTHER, SECTION), section(SECTION, SECTION)] },
    'plan.sectionUnderItself /content/sections/1/parentId',
  ],
  [
    'items that stand in each other',
    { items: [item(ITEM, { parentItemId: OTHER }), item(OTHER, { parentItemId: ITEM })] },
    'plan.itemUnderItself /content/items/0/parentItemId',
  ],
  [
    'an item in one that is none',
    { items: [item(ITEM, { parentItemId: OTHER })] },
    'plan.itemUnknown /content/items/0/parentItemId',
  ],
  [
    'an item that is the same as none',
    { items: [item(ITEM), item(OTHER, { sameAsItemId: ADDED })] },
    'plan.itemUnknown /content/items/1/sameAsItemId',
  ],
  [
    'an item that is the same as itself',
    { items: [item(ITEM, { sameAsItemId: ITEM })] },
    'plan.itemSameAsItself /content/items/0/sameAsItemId',
  ],
  [
    'a horizon that ends before it begins',
    { horizons: [{ id: HORIZON, label: '2024', from: '2024-12-31', to: '2024-01-01' }] },
    'plan.horizonReversed /content/horizons/0/to',
  ],
  [
    'trees and a horizon of one day',
    {
      sections: [section(SECTION), section(OTHER, SECTION)],
      items: [item(ITEM, { sameAsItemId: ADDED }), item(ADDED, { parentItemId: ITEM, sectionId: OTHER })],
      horizons: [{ id: HORIZON, label: '2024', from: '2024-12-31', to: '2024-12-31' }],
    },
    'none',
  ],
])('%s: a draft, its revision and a plan on paper say the same', (_what, fields, expected) => {
  expect(ways(written(fields))).toEqual([expected, expected, expected]);
});

describe('changes', () => {
  const setItem = (fields: Extract<PlanChange, { op: 'setItem' }>['fields']): PlanChange => ({
    op: 'setItem',
    itemId: ITEM,
    fields,
  });

  it.each<[PlanChange, string]>([
    [setItem({ parentItemId: ITEM }), 'plan.itemUnderItself /changes/0'],
    [setItem({ parentItemId: OTHER }), 'plan.itemUnknown /changes/0'],
    [setItem({ sameAsItemId: ITEM }), 'plan.itemSameAsItself /changes/0'],
    [
      {
        op: 'setPlan',
        fields: { horizons: [{ id: HORIZON, label: 'x', from: '2025-01-01', to: '2024-01-01' }] },
      },
      'plan.horizonReversed /changes/0',
    ],
  ])('keep the content whole, by an amendment and by a correction', (change, expected) => {
    const issue = events[0]?.id ?? '';
    expect(refusal(() => amend(change))).toBe(expected);
    expect(refusal(() => correct({ corrects: issue, changes: [change] }))).toBe(expected);
  });

  it('leave a row that is the same as one that they take out: it is printed struck through', () => {
    const { fields } = { fields: item(OTHER, { sameAsItemId: ITEM }) };
    record(...amend({ op: 'addItem', item: fields } as PlanChange));
    record(...amend({ op: 'removeItem', itemId: ITEM, reason: 'x' }));
    expect(now().content?.items.map(({ id }) => id)).toEqual([OTHER]);
  });

  it('of a plan that was stored with a circle are accepted, and one of them mends it', () => {
    const [issued] = events;
    if (issued?.type !== 'lk.agreement.plan.issued.v1') throw new Error('no issue');
    const sections = [section(SECTION, OTHER), section(OTHER, SECTION)];
    const data = { ...issued.data, content: { ...issued.data.content, sections } };
    events.length = 0;
    const issue = record({ type: issued.type, data, effectiveOn: '2024-01-04' });
    expect(refusal(() => amend(setItem({ text: 'Hội chợ' })))).toBe('none');
    const mend: PlanChange = { op: 'setSection', sectionId: SECTION, fields: {}, clear: ['parentId'] };
    record(...correct({ corrects: issue, changes: [mend] }));
    expect(now().content?.sections).toEqual([section(SECTION), section(OTHER, SECTION)]);
  });

  it('that leave the plan as it is are no amendment, unless they take the place of another', () => {
    const same = [setItem({ text: row?.text ?? '' }), setItem({ note: 'x' })];
    const back: PlanChange = { op: 'setItem', itemId: ITEM, fields: {}, clear: ['note'] };
    expect(refusal(() => amend(...same, back))).toBe('amendment.changesNothing /changes');
    expect(refusal(() => amend(...same))).toBe('none');
    const told = record(...amend(...same));
    const fields = { document, reason: 'x', changes: same, difficulties: [], paperId: OTHER };
    expect(refusal(() => decide('recordAmendment', { ...fields, supersedes: [told] }))).toBe('none');
    const nothing = { corrects: told, changes: [setItem({ text: row?.text ?? '' })] };
    expect(refusal(() => correct(nothing))).toBe('amendment.changesNothing /changes');
  });
});
