import type { PlanChange } from '@lien-ket/contracts';
import { uuidFrom } from '@lien-ket/kernel';
import { planDecider } from './plan.decider.js';
import {
  REPORT,
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

describe('what a plan names of itself', () => {
  const NOBODY = uuidFrom('scene', 'nobody');
  const [part] = content.sections;
  const [row] = content.items;
  const draft = (fields: object) => (): unknown =>
    planDecider.decide(
      { type: 'create', content: { ...content, ...fields }, by, on: '2024-03-01' },
      planDecider.initialState(),
    );

  it('stands in it, from the draft on', () => {
    expect(refusal(draft({}))).toBe('none');
    expect(refusal(draft({ sections: [{ ...part, parentId: NOBODY }] }))).toBe(
      'plan.sectionUnknown /content/sections/0/parentId',
    );
    expect(refusal(draft({ sections: [{ ...part, horizonId: NOBODY }] }))).toBe(
      'plan.horizonUnknown /content/sections/0/horizonId',
    );
    expect(refusal(draft({ items: [{ ...row, provisionId: NOBODY }] }))).toBe(
      'plan.provisionUnknown /content/items/0/provisionId',
    );
  });

  it('stands in it after an amendment too, and goes only when nothing names it any more', () => {
    const names = (provisionId: string): PlanChange => ({
      op: 'setItem',
      itemId: ITEM,
      fields: { provisionId },
    });
    const gone: PlanChange = { op: 'removeProvision', provisionId: REPORT, reason: 'x' };
    expect(refusal(() => amend(names(NOBODY)))).toBe('plan.provisionUnknown /changes/0');
    expect(refusal(() => amend(names(REPORT), gone))).toBe('plan.provisionNamed /changes/1');
    const clear: PlanChange = { op: 'setItem', itemId: ITEM, fields: {}, clear: ['provisionId'] };
    expect(refusal(() => amend(names(REPORT), clear, gone))).toBe('none');
  });
});

describe('a correction under a later amendment', () => {
  const issueId = (): string => events[0]?.id ?? '';
  beforeEach(() => {
    record(...amend({ op: 'setItem', itemId: ITEM, fields: { text: 'Hội chợ' } }));
  });

  it('is refused where it touches what that one set, naming it by number and date', () => {
    const gone: PlanChange = { op: 'removeItem', itemId: ITEM, reason: 'gõ thừa' };
    const typed: PlanChange = { op: 'setItem', itemId: ITEM, fields: { text: 'Hội nghị' } };
    for (const change of [gone, typed]) {
      const work = () => correct({ corrects: issueId(), changes: [change] });
      expect(refusal(work)).toBe('plan.amendedSince /changes/0');
      expect(work).toThrow(/"document":"9\/KH-UBND","date":"1\/2\/2024"/);
    }
  });

  it('is taken where it mends something else, and where it corrects the amendment itself', () => {
    const deliverable: PlanChange = { op: 'setItem', itemId: ITEM, fields: { deliverable: 'Báo cáo' } };
    record(...correct({ corrects: issueId(), changes: [deliverable] }));
    expect(now().content?.items[0]).toMatchObject({ text: 'Hội chợ', deliverable: 'Báo cáo' });
    const text: PlanChange = { op: 'setItem', itemId: ITEM, fields: { text: 'Hội chợ Xuân' } };
    record(...correct({ corrects: events[1]?.id ?? '', changes: [text] }));
    expect(now().content?.items[0]?.text).toBe('Hội chợ Xuân');
  });

  it('of an earlier amendment is refused for what it changes of that one, and for nothing else of it', () => {
    const first = record(...amend({ op: 'setItem', itemId: ITEM, fields: { note: 'a', place: 'b' } }));
    record(...amend({ op: 'setItem', itemId: ITEM, fields: { place: 'c' } }));
    const set = (note: string, place: string): PlanChange[] => [
      { op: 'setItem', itemId: ITEM, fields: { note, place } },
    ];
    expect(refusal(() => correct({ corrects: first, changes: set('a', 'x') }))).toBe(
      'plan.amendedSince /changes/0',
    );
    const other: PlanChange = { op: 'setItem', itemId: ITEM, fields: { host: 'y' } };
    const kept: PlanChange = { op: 'setItem', itemId: ITEM, fields: { note: 'a', place: 'b' } };
    expect(correct({ corrects: first, changes: [kept, other] })).toHaveLength(1);
  });
});

describe('an act finds its ground on its own day', () => {
  const item = { ...content.items[0], id: uuidFrom('scene', 'later item') };
  const text: PlanChange = { op: 'setItem', itemId: item.id, fields: { text: 'Hội chợ' } };
  const onDay = (effectiveOn: string, changes: PlanChange[], supersedes: string[] = []) =>
    decide('recordAmendment', {
      ...{ document, reason: 'x', difficulties: [], paperId: REPORT },
      ...{ effectiveOn, changes, supersedes },
    });

  it('not before the plan is in force', () => {
    const change: PlanChange = { op: 'setItem', itemId: ITEM, fields: { text: 'Hội chợ' } };
    expect(refusal(() => onDay('2024-01-03', [change]))).toBe('plan.beforeInForce /effectiveOn');
    expect(refusal(() => decide('recall', { document, reason: 'x', effectiveOn: '2024-01-03' }))).toBe(
      'plan.beforeInForce /effectiveOn',
    );
    const act = record(...onDay('2024-01-04', [change]));
    const moved = (effectiveOn: string) => refusal(() => correct({ corrects: act, effectiveOn }));
    expect(moved('2024-01-03')).toBe('plan.beforeInForce /effectiveOn');
    expect(moved('2024-02-01')).toBe('none');
    const issued = events[0]?.id ?? '';
    expect(refusal(() => correct({ corrects: issued, effectiveOn: '2024-01-05' }))).toBe(
      'plan.beforeInForce /effectiveOn',
    );
  });

  it('not before what it changes is there, even where it supersedes what brings that in', () => {
    const added = record(...onDay('2025-07-01', [{ op: 'addItem', item } as PlanChange]));
    expect(refusal(() => onDay('2025-06-15', [text], [added]))).toBe('plan.groundLost /effectiveOn');
    const set = record(...onDay('2025-07-01', [text]));
    expect(refusal(() => correct({ corrects: set, effectiveOn: '2025-06-30' }))).toBe(
      'plan.groundLost /effectiveOn',
    );
    expect(refusal(() => correct({ corrects: added, effectiveOn: '2025-07-02' }))).toBe(
      'plan.groundLost /effectiveOn',
    );
    expect(refusal(() => correct({ corrects: added, effectiveOn: '2025-06-01' }))).toBe('none');
  });
});

describe('an act entered for the wrong plan', () => {
  const text = (said: string): PlanChange => ({ op: 'setItem', itemId: ITEM, fields: { text: said } });
  const mistaken = (corrects: string, more: object = {}) =>
    correct({ corrects, enteredInError: true, ...more });

  it('is taken back as a whole, and what it changed is as it was', () => {
    const before = now();
    const act = record(...amend(text('Hội chợ')));
    record(...mistaken(act));
    expect(now()).toEqual(before);
    expect(refusal(() => mistaken(act))).toBe('plan.actUnknown');
  });

  it('brings a recalled plan back', () => {
    const recalled = record(...decide('recall', { document, reason: 'x', effectiveOn: '2024-02-01' }));
    expect(now().state).toBe('recalled');
    record(...mistaken(recalled));
    expect(now().state).toBe('issued');
    expect(refusal(() => amend(text('Hội chợ')))).toBe('none');
  });

  it('is never the issue, and nothing else is said of it', () => {
    const act = record(...amend(text('Hội chợ')));
    expect(refusal(() => mistaken(events[0]?.id ?? ''))).toBe('plan.notOfThisAct /enteredInError');
    expect(refusal(() => mistaken(act, { changes: [text('x')] }))).toBe('plan.enteredInErrorAlone /changes');
    expect(refusal(() => mistaken(act, { effectiveOn: '2024-02-02' }))).toBe(
      'plan.enteredInErrorAlone /effectiveOn',
    );
  });

  it('stays while a later act rests on it', () => {
    const item = { ...content.items[0], id: uuidFrom('scene', 'brought in') };
    const added = record(...amend({ op: 'addItem', item } as PlanChange));
    const set = record(...amend({ op: 'setItem', itemId: item.id, fields: { text: 'Hội chợ' } }));
    expect(refusal(() => mistaken(added))).toBe('plan.amendedSince /changes');
    record(...mistaken(set));
    expect(refusal(() => mistaken(added))).toBe('none');
  });
});

it('a correction says something else than what was entered', () => {
  const [issued, act] = [
    events[0]?.id ?? '',
    record(...amend({ op: 'setItem', itemId: ITEM, fields: { note: 'x' } })),
  ];
  for (const nothing of [
    { corrects: issued },
    { corrects: issued, number: '5' },
    { corrects: act, document },
  ])
    expect(refusal(() => correct(nothing))).toBe('plan.correctsNothing');
  expect(refusal(() => correct({ corrects: issued, number: '6' }))).toBe('none');
});
