import type { PlanChange } from '@lien-ket/contracts';
import { actsAt } from '@lien-ket/plan-acts';
import {
  ADDED,
  HORIZON,
  REPORT,
  SECTION,
  amend,
  correct,
  decide,
  document,
  events,
  now,
  record,
  refusal,
  remove,
  section,
  startAnew,
} from './plan.acts.scene.js';
import { ITEM, content } from './plan.scene.js';

beforeEach(startAnew);

it('an amendment already on paper bears no day to come', () => {
  const later = { ...document, date: { year: 2024, month: 3, day: 2 } };
  const fields = {
    document: later,
    reason: 'x',
    changes: [],
    supersedes: [],
    difficulties: [],
    paperId: ADDED,
  };
  expect(refusal(() => decide('recordAmendment', fields))).toBe('plan.dayToCome /document/date');
});

it.each([
  ['2024-02-20', 'none'],
  ['2024-02-19', 'plan.issuerEnded /date'],
])('an authority whose last day is %s issues nothing after it: %s', (issuerEndsOn, refused) => {
  events.length = 0;
  const date = { year: 2024, month: 2, day: 20 };
  const paper = { number: '6', symbol: 'KH-UBND', date, content, issuerEndsOn };
  expect(refusal(() => decide('recordIssued', paper))).toBe(refused);
});

describe('what an amendment may say', () => {
  it('moves an item into a new group and ends the old one', () => {
    record(
      ...amend(
        { op: 'addSection', section },
        { op: 'setItem', itemId: ITEM, fields: { sectionId: ADDED } },
        remove,
      ),
    );
    expect(now().content?.sections).toEqual([section]);
    expect(now().content?.items[0]?.sectionId).toBe(ADDED);
  });

  it.each<[string, PlanChange[], string]>([
    ['a group that is not empty ends', [remove], 'plan.sectionNotEmpty /changes/0'],
    [
      'a group under itself',
      [{ op: 'setSection', sectionId: SECTION, fields: { parentId: SECTION } }],
      'plan.sectionUnderItself /changes/0',
    ],
    [
      'a group in a horizon that is none',
      [{ op: 'setSection', sectionId: SECTION, fields: { horizonId: ADDED } }],
      'plan.horizonUnknown /changes/0',
    ],
    [
      'a horizon that a group stands in ends',
      [
        { op: 'setSection', sectionId: SECTION, fields: { horizonId: HORIZON } },
        { op: 'setPlan', fields: { horizons: [{ id: ADDED, label: '2025' }] } },
      ],
      'plan.horizonNotEmpty /changes/1',
    ],
    [
      'an item in a group that is none',
      [{ op: 'setItem', itemId: ITEM, fields: { sectionId: ADDED } }],
      'plan.sectionUnknown /changes/0',
    ],
    [
      'a report that is none',
      [{ op: 'setProvision', provisionId: ITEM, fields: { what: 'x' } }],
      'plan.provisionUnknown /changes/0',
    ],
    [
      'an id twice',
      [
        { op: 'addSection', section },
        { op: 'addSection', section },
      ],
      'plan.idTwice /changes/1',
    ],
    [
      'a report to another tenant',
      [{ op: 'setProvision', provisionId: REPORT, fields: { receiver: { printed: 'x', tenant: 'hcmc' } } }],
      'plan.otherReceiverTenant /changes/0',
    ],
    [
      'where the plan hangs on the platform',
      [{ op: 'setPlan', fields: { example: true } }],
      'plan.typedOnly /changes/0',
    ],
  ])('not: %s', (_, changes, code) => {
    expect(refusal(() => amend(...changes))).toBe(code);
  });

  it('not the field of a group that an amendment decided meanwhile has set: both are named', () => {
    const leads: PlanChange = { op: 'setSection', sectionId: SECTION, fields: { leads: [] } };
    record(...amend(leads));
    const proposed = { id: REPORT, baseRevision: 0, reason: 'x', changes: [leads], difficulties: [] };
    const second = { amendmentId: REPORT, document, supersedes: [], amendment: proposed };
    try {
      decide('amend', second);
    } catch (error) {
      expect(error).toMatchObject({
        code: 'amendment.touchesSameField',
        params: { this: REPORT, other: ADDED, document: '9' },
      });
    }
    const title: PlanChange = { op: 'setSection', sectionId: SECTION, fields: { title: 'II' } };
    record(...decide('amend', { ...second, amendment: { ...proposed, changes: [title] } }));
    expect(now().content?.sections[0]).toMatchObject({ title: 'II', leads: [] });
    expect.assertions(2);
  });
});

it('an amendment supersedes one of its plan, and nothing else', () => {
  const changes: PlanChange[] = [{ op: 'setSection', sectionId: SECTION, fields: { title: 'II' } }];
  const fields = { document, reason: 'x', changes, supersedes: [REPORT], difficulties: [], paperId: ADDED };
  expect(refusal(() => decide('recordAmendment', fields))).toBe('amendment.supersededUnknown /supersedes/0');
});

describe('what a correction of our entry may mend', () => {
  it('of the issue: place, signer, groups, reports, a note typed by mistake, and what it hangs on', () => {
    const signer = { name: 'Nguyễn Văn A', capacity: 'deputyForHead' } as const;
    record(
      ...correct({
        corrects: events[0]?.id,
        place: 'Tiền Giang',
        signer,
        changes: [
          { op: 'setSection', sectionId: SECTION, fields: { title: 'Sửa' } },
          {
            op: 'setProvision',
            provisionId: REPORT,
            fields: { rule: { kind: 'yearlyWithin', month: 12 } },
          },
          { op: 'setItem', itemId: ITEM, fields: {}, clear: ['note'] },
          { op: 'setPlan', fields: { example: true, legalBases: ['Luật'] } },
        ],
      }),
    );
    expect(now()).toMatchObject({
      place: 'Tiền Giang',
      signer,
      content: { example: true, legalBases: ['Luật'], sections: [{ title: 'Sửa' }] },
    });
    record(...correct({ corrects: events[0]?.id, clear: ['place'] }));
    expect(now().place).toBeNull();
  });

  it('moves the issue in force with the date of its paper', () => {
    record(...correct({ corrects: events[0]?.id, date: { year: 2024, month: 1, day: 5 } }));
    expect(now().effectiveOn).toBe('2024-01-05');
  });

  it('of a recall: number, date and signer of its paper, and the day with them', () => {
    const act = record(...decide('recall', { document, reason: 'x' }));
    const right = { ...document, number: '10', date: { year: 2024, month: 2, day: 2 } };
    const [mended] = correct({ corrects: act, document: right, statedReason: 'y' });
    expect(mended?.data).toMatchObject({
      corrects: act,
      replacement: { effectiveOn: '2024-02-02', document: right, reason: 'y' },
    });
    record(...(mended ? [mended] : []));
    expect(actsAt(events)[1]).toMatchObject({ effectiveOn: '2024-02-02', data: { document: right } });
  });

  it('of an amendment: its paper alone, with its changes left as they are', () => {
    const set: PlanChange = { op: 'setItem', itemId: ITEM, fields: { time: 'Quý IV' } };
    const act = record(...amend(set));
    record(...correct({ corrects: act, document: { ...document, number: '11' } }));
    expect(actsAt(events)[1]?.data).toMatchObject({ document: { number: '11' }, changes: [set] });
  });

  it('refuses what the act does not have, and what names nothing', () => {
    const act = record(...decide('recall', { document, reason: 'x' }));
    expect(refusal(() => correct({ corrects: act, number: '6' }))).toBe('plan.notOfThisAct /number');
    expect(refusal(() => correct({ corrects: events[0]?.id, document }))).toBe('plan.notOfThisAct /document');
    const unknown: PlanChange = { op: 'removeItem', itemId: ADDED, reason: 'x' };
    expect(refusal(() => correct({ corrects: events[0]?.id, changes: [unknown] }))).toBe(
      'plan.itemUnknown /changes/0',
    );
    const elsewhere = { tenant: 'nghe-an', printed: 'x' };
    const under: PlanChange = { op: 'setPlan', fields: { underAgreements: [elsewhere] } };
    expect(
      refusal(() => correct({ corrects: events[0]?.id, changes: [under], sharedWith: ['nghe-an'] })),
    ).toBe('plan.otherParties');
  });
});

it('what becomes of a plan is told to whoever got it, also to who is a party no more', () => {
  record({
    type: 'lk.agreement.plan.partiesChanged.v1',
    data: { parties: ['kon-tum'], sharedWith: ['kon-tum'] },
  });
  const [act] = decide('recall', { document, reason: 'x' });
  expect(act?.data).toMatchObject({ sharedWith: ['hcmc', 'kon-tum'] });
});
