import type { PlanChange, PlanEvent } from '@lien-ket/contracts';
import { DomainError, uuidFrom } from '@lien-ket/kernel';
import { actsAt, applyAct, NOTHING_YET, type PlanAtPoint, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import { planDecider } from './plan.decider.js';
import type { SentPlan } from './plan.rules.js';
import { ITEM, content } from './plan.scene.js';

const SECTION = uuidFrom('scene', 'section');
const ADDED = uuidFrom('scene', 'added section');
const HORIZON = uuidFrom('scene', 'horizon');
const REPORT = uuidFrom('scene', 'report');
const document = { number: '9', symbol: 'KH-UBND', date: { year: 2024, month: 2, day: 1 } };
const by = { account: 'a', roles: [], system: true };
let events: RecordedPlanEvent[] = [];

beforeEach(() => {
  events = [];
  record({
    type: 'lk.agreement.plan.issued.v1',
    effectiveOn: '2024-01-04',
    data: {
      number: '5',
      symbol: 'KH-UBND',
      date: { year: 2024, month: 1, day: 4 },
      place: 'Mỹ Tho',
      entry: 'paper',
      sharedWith: ['hcmc'],
      content: {
        ...content,
        provisions: [
          {
            id: REPORT,
            text: 'x',
            what: 'Báo cáo',
            debtors: [],
            openClass: true,
            peers: false,
            rule: { kind: 'yearlyBefore', month: 12, day: 15 },
          },
        ],
      },
    },
  });
});

function record(...recorded: PlanEvent[]): string {
  for (const event of recorded) {
    const id = uuidFrom('spec', String(events.length));
    const at = {
      id,
      revision: events.length,
      businessDate: '2024-03-01',
      recordedAt: '2024-03-01T00:00:00Z',
    };
    events.push({ ...event, ...at } as RecordedPlanEvent);
  }
  return events.at(-1)?.id ?? '';
}
type Fields<T extends SentPlan['type']> = Omit<Extract<SentPlan, { type: T }>, 'type' | 'by' | 'on'>;
function decide<T extends SentPlan['type']>(type: T, fields: Partial<Fields<T>>): readonly PlanEvent[] {
  const fold = events.reduce(planDecider.evolve, planDecider.initialState());
  return planDecider.decide({ type, ...fields, by, on: '2024-03-01' } as unknown as SentPlan, fold);
}
const amend = (...changes: PlanChange[]) =>
  decide('recordAmendment', {
    document,
    reason: 'x',
    changes,
    supersedes: [],
    difficulties: [],
    paperId: ADDED,
  });
const correct = (fields: Partial<Fields<'correctEntry'>>) =>
  decide('correctEntry', { reason: 'gõ nhầm', changes: [], clear: [], ...fields });
const now = (): PlanAtPoint => actsAt(events).reduce(applyAct, NOTHING_YET);
const refusal = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof DomainError ? `${error.code} ${error.faults[0]?.pointer ?? ''}`.trim() : 'other';
  }
};
const section = { id: ADDED, title: 'Y tế', leads: [] };
const remove: PlanChange = { op: 'removeSection', sectionId: SECTION, reason: 'x' };

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
