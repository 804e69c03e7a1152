import type { PlanFold } from '@lien-ket/plan-acts';
import { DomainError, type Role } from '@lien-ket/kernel';
import type { PlanEvent } from '@lien-ket/contracts';
import type { Sender } from '@lien-ket/access';
import { consultationOf } from './plan.consultation.js';
import { planDecider } from './plan.decider.js';
import type { PlanCommand } from './plan.rules.js';
import { ITEM, content, organisation } from './plan.scene.js';

const by = (role: Role, key: string): Sender => ({
  account: 'a',
  roles: [{ role, organisationId: organisation(key) }],
  system: false,
});
const focal = by('focal', 'skhdt');
const named = (key: string) => ({ printed: `Cơ quan ${key}`, organisationId: organisation(key) });
const drafted: PlanEvent = {
  type: 'lk.agreement.plan.drafted.v1',
  data: { content, ownerId: organisation('skhdt') },
};
const asking = (...keys: string[]): PlanEvent => ({
  type: 'lk.agreement.plan.consulted.v1',
  data: { organisations: keys.map(named), dueOn: '2024-01-10' },
});
const submitted: PlanEvent = { type: 'lk.agreement.plan.submitted.v1', data: {} };

function given(...events: readonly PlanEvent[]): PlanFold {
  return events.reduce(
    (plan, event, revision) =>
      planDecider.evolve(plan, {
        ...event,
        id: `e${revision}`,
        revision,
        businessDate: '2024-01-08',
        recordedAt: '2024-01-08T00:00:00.000Z',
      }),
    planDecider.initialState(),
  );
}
function when(plan: PlanFold, command: PlanCommand, sender: Sender): readonly PlanEvent[] {
  return planDecider.decide({ ...command, by: sender, on: '2024-01-08' }, plan);
}
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return `${error.kind} ${error.code}`;
    throw error;
  }
  return 'allowed';
}

const AGREE: PlanCommand = { type: 'comment', agrees: true };
const ask = given(drafted, asking('sct', 'syt'));
const said = when(
  ask,
  { type: 'comment', agrees: false, text: 'nêu rõ sản phẩm', itemId: ITEM },
  by('head', 'sct'),
);
const commented = given(drafted, asking('sct', 'syt'), ...said);
const TAKE: PlanCommand = { type: 'decideComment', comment: 'e2', takenOver: true };

describe('lấy ý kiến', () => {
  it('shows who was asked, who answered and what became of it', () => {
    expect(consultationOf(given(drafted).events)).toBeNull();
    const decided = given(drafted, asking('sct', 'syt'), ...said, ...when(commented, TAKE, focal));
    expect(decided.state).toBe('consulting');
    expect(consultationOf(decided.events)).toEqual({
      dueOn: '2024-01-10',
      asked: [
        { ...named('sct'), answered: true },
        { ...named('syt'), answered: false },
      ],
      comments: [
        {
          id: 'e2',
          on: '2024-01-08',
          organisationId: organisation('sct'),
          agrees: false,
          text: 'nêu rõ sản phẩm',
          itemId: ITEM,
          decision: { takenOver: true, reason: null, on: '2024-01-08' },
        },
      ],
    });
  });

  it('asked again answers again; what was said before stays', () => {
    const again = given(drafted, asking('sct', 'syt'), ...said, asking('sct'));
    expect(consultationOf(again.events)).toMatchObject({
      asked: [
        { ...named('syt'), answered: false },
        { ...named('sct'), answered: false },
      ],
      comments: [{ text: 'nêu rõ sản phẩm' }],
    });
  });
});

describe('góp ý', () => {
  it('is for those who were asked, while they are asked', () => {
    expect(when(ask, AGREE, by('officer', 'syt'))).toEqual([
      {
        type: 'lk.agreement.plan.commented.v1',
        data: { organisationId: organisation('syt'), agrees: true },
      },
    ]);
    expect(refusal(() => when(ask, AGREE, by('head', 'stc')))).toBe('forbidden rights.organisation');
    expect(refusal(() => when(given(drafted), AGREE, by('head', 'sct')))).toBe('conflict plan.wrongState');
    const late = given(drafted, asking('sct'), submitted);
    expect(refusal(() => when(late, AGREE, by('head', 'sct')))).toBe('conflict plan.wrongState');
  });

  it('says what should be otherwise, about what is in the draft', () => {
    const head = by('head', 'sct');
    expect(refusal(() => when(ask, { type: 'comment', agrees: false }, head))).toBe(
      'conflict plan.emptyComment',
    );
    const elsewhere: PlanCommand = { type: 'comment', agrees: true, itemId: organisation('sct') };
    expect(refusal(() => when(ask, elsewhere, head))).toBe('conflict plan.itemUnknown');
  });
});

describe('tiếp thu, giải trình', () => {
  it('is once, by who drafts, and not without a reason when it is not taken over', () => {
    const not = { ...TAKE, takenOver: false } as PlanCommand;
    expect(refusal(() => when(commented, not, focal))).toBe('conflict plan.reasonNeeded');
    const because = { ...not, reason: 'đã có ở mục II' } as PlanCommand;
    expect(when(commented, because, focal)).toEqual([
      {
        type: 'lk.agreement.plan.commentDecided.v1',
        data: { comment: 'e2', takenOver: false, reason: 'đã có ở mục II' },
      },
    ]);
    const decided = given(drafted, asking('sct', 'syt'), ...said, ...when(commented, TAKE, focal));
    expect(refusal(() => when(decided, TAKE, focal))).toBe('conflict plan.commentDecided');
    expect(refusal(() => when(commented, TAKE, by('head', 'sct')))).toBe('forbidden rights.organisation');
    expect(refusal(() => when(ask, TAKE, focal))).toBe('notFound plan.commentUnknown');
  });

  it('waits for answers until a day that is not over', () => {
    const until = (dueOn: string): PlanCommand => ({ type: 'consult', organisations: [named('sct')], dueOn });
    expect(when(given(drafted), until('2024-01-08'), focal)).toHaveLength(1);
    expect(refusal(() => when(given(drafted), until('2024-01-07'), focal))).toBe('invalid plan.dueInPast');
  });

  it('comes before the plan is submitted', () => {
    const late = given(drafted, asking('sct', 'syt'), ...said, submitted);
    expect(refusal(() => when(late, TAKE, focal))).toBe('conflict plan.wrongState');
  });
});

it('a plan is submitted by a paper that is there', () => {
  const by = (day: number): PlanCommand => ({
    type: 'submit',
    document: { number: '12', symbol: 'TTr-SKHDT', date: { year: 2024, month: 1, day } },
  });
  expect(when(given(drafted), by(8), focal)).toHaveLength(1);
  expect(refusal(() => when(given(drafted), by(9), focal))).toBe('invalid plan.dayToCome');
});

it('a plan is submitted by the head of who drafted it or of the agency that it makes its focal point', () => {
  const focalAgencyId = organisation('stc');
  const data = { content: { ...content, focalAgencyId }, ownerId: organisation('skhdt') };
  const plan = given({ type: 'lk.agreement.plan.drafted.v1', data });
  const submit = (key: string) => () => when(plan, { type: 'submit' }, by('head', key));
  expect(['skhdt', 'stc', 'sct'].map((key) => refusal(submit(key)))).toEqual([
    'allowed',
    'allowed',
    'forbidden rights.organisation',
  ]);
});
