import type { PlanEvent } from '@lien-ket/contracts';
import { activityDecider, type Follow } from './activity.decider.js';
import { followed } from './activity.follow.js';
import {
  FAIR,
  PLAN,
  VISIT,
  amended,
  events,
  issued,
  item,
  record,
  setLeads,
  startAnew,
} from './activity.follow.scene.js';

beforeEach(startAnew);

describe('an activity that follows', () => {
  const by = { account: '', roles: [], system: true };
  const follow = (day: string): Follow & { by: typeof by; on: string } => {
    const now = followed(PLAN, events, day).find(({ itemId }) => itemId === FAIR);
    if (!now) throw new Error('the fair was in the plan once');
    return { type: 'follow', planEventId: PLAN, ...now, by, on: day };
  };
  const after = (state: ReturnType<typeof activityDecider.initialState>, day: string): typeof state =>
    activityDecider.decide(follow(day), state).reduce<typeof state>(
      (fold, event) =>
        activityDecider.evolve(fold, {
          ...event,
          id: PLAN,
          revision: 0,
          businessDate: day,
          recordedAt: '',
        } as Parameters<typeof activityDecider.evolve>[1]),
      state,
    );

  it('is planned once, writes nothing while the plan says the same, and comes back after a correction', () => {
    record(issued(item(FAIR)), '2023-10-02');
    const planned = after(activityDecider.initialState(), '2023-10-02');
    expect(planned.state).toBe('planned');
    expect(activityDecider.decide(follow('2023-10-05'), planned)).toEqual([]);
    const wrong = record(amended({ op: 'removeItem', itemId: FAIR, reason: 'nhầm' }), '2023-11-01');
    const cancelled = after(planned, '2023-11-01');
    expect(cancelled.state).toBe('cancelled');
    const { data } = amended(setLeads(FAIR, 'Sở Y tế'));
    const replacement = { amended: data };
    record(
      {
        type: 'lk.agreement.plan.entryCorrected.v1',
        data: { corrects: wrong, reason: 'gõ nhầm', replacement },
      },
      '2023-11-05',
    );
    const back = after(cancelled, '2023-11-05');
    expect([back.state, back.definition?.leads]).toEqual(['planned', [{ printed: 'Sở Y tế' }]]);
  });

  it('takes the number and the focal agency that a correction gives the plan, once', () => {
    const wrong = record(issued(item(FAIR)), '2023-10-02');
    const planned = after(activityDecider.initialState(), '2023-10-02');
    expect(planned.planned?.planNumber).toBe('419/KH-UBND');
    const { data } = issued(item(FAIR)) as Extract<PlanEvent, { type: 'lk.agreement.plan.issued.v1' }>;
    const said = { ...data, number: '491', content: { ...data.content, focalAgencyId: VISIT } };
    record(
      {
        type: 'lk.agreement.plan.entryCorrected.v1',
        data: { corrects: wrong, reason: 'gõ nhầm', replacement: { issued: said } },
      },
      '2023-11-05',
    );
    const [event] = activityDecider.decide(follow('2023-11-05'), planned);
    expect(event).toMatchObject({
      type: 'lk.activity.activity.redefined.v1',
      data: { planNumber: '491/KH-UBND', ownerId: VISIT },
    });
    const now = after(planned, '2023-11-05');
    expect(now.planned).toMatchObject({ planNumber: '491/KH-UBND', ownerId: VISIT });
    expect(activityDecider.decide(follow('2023-11-05'), now)).toEqual([]);
  });

  it('goes to who joins the plan, once, and what is told later to the parties of then', () => {
    record(issued(item(FAIR)), '2023-10-02');
    const planned = after(activityDecider.initialState(), '2023-10-02');
    const parties = (...tenants: string[]): PlanEvent => ({
      type: 'lk.agreement.plan.partiesChanged.v1',
      data: { parties: tenants, sharedWith: tenants },
    });
    record(parties('hcmc', 'tra-vinh'), '2023-11-01');
    expect(activityDecider.decide(follow('2023-11-01'), planned)).toEqual([
      {
        type: 'lk.activity.activity.partiesChanged.v1',
        data: { parties: ['hcmc', 'tra-vinh'], sharedWith: ['tra-vinh'] },
      },
    ]);
    const joined = after(planned, '2023-11-01');
    expect(activityDecider.decide(follow('2023-11-01'), joined)).toEqual([]);
    record(parties('tra-vinh'), '2023-11-02');
    const left = after(joined, '2023-11-02');
    const progress = { type: 'progress' as const, text: 'x', happenedOn: '2023-11-02' };
    const rest = { figures: [], links: [], evidence: [], by, on: '2023-11-02' };
    const [told] = activityDecider.decide({ ...progress, ...rest }, left);
    expect(told?.data).toMatchObject({ sharedWith: ['tra-vinh'] });
    const mistyped = { ...progress, ...rest, happenedOn: '1923-11-02' };
    expect(() => activityDecider.decide(mistyped, left)).toThrow('invalid activity.dayLongPast');
  });

  it('reaches who joins also when it is over, and says of a mistyped one that it never was', () => {
    const issue = record(issued(item(FAIR), item(VISIT)), '2023-10-02');
    const planned = after(activityDecider.initialState(), '2023-10-02');
    record(amended({ op: 'removeItem', itemId: FAIR, reason: 'thôi' }), '2023-11-01');
    const cancelled = after(planned, '2023-11-01');
    const data = { parties: ['hcmc', 'tra-vinh'], sharedWith: ['tra-vinh'] };
    record({ type: 'lk.agreement.plan.partiesChanged.v1', data }, '2023-11-02');
    const opened = [{ type: 'lk.activity.activity.partiesChanged.v1', data }];
    expect(activityDecider.decide(follow('2023-11-02'), cancelled)).toEqual(opened);
    const done = { ...planned, state: 'done' as const };
    expect(activityDecider.decide(follow('2023-11-02'), done)).toEqual(opened);
    const typed = issued(item(VISIT));
    if (typed.type !== 'lk.agreement.plan.issued.v1') throw new Error('an issue is meant');
    const replacement = { issued: typed.data };
    record(
      { type: 'lk.agreement.plan.entryCorrected.v1', data: { corrects: issue, reason: 'nhầm', replacement } },
      '2023-11-03',
    );
    const mistaken = after(after(cancelled, '2023-11-02'), '2023-11-03');
    expect(mistaken.state).toBe('enteredInError');
    expect(activityDecider.decide(follow('2023-11-03'), mistaken)).toEqual([]);
  });

  it('waits for a request as long as its plan gives no time, unless somebody has begun', () => {
    record(issued(item(FAIR, { time: 'khi có yêu cầu' })), '2023-10-02');
    const waiting = after(activityDecider.initialState(), '2023-10-02');
    expect(waiting.state).toBe('awaitingTrigger');
    record(amended({ op: 'setItem', itemId: FAIR, fields: { time: 'Quý IV' } }), '2023-11-01');
    expect(after(waiting, '2023-11-01').state).toBe('planned');
    const begun = { ...waiting, state: 'inProgress' as const };
    expect(after(begun, '2023-11-01').state).toBe('inProgress');
  });

  it('is postponed to a day that is not over', () => {
    record(issued(item(FAIR)), '2023-10-02');
    const planned = after(activityDecider.initialState(), '2023-10-02');
    const postpone = (until?: string): unknown =>
      activityDecider.decide({ type: 'postpone', reason: 'Chờ', until, by, on: '2023-10-03' }, planned);
    expect([postpone(), postpone('2023-10-03')]).toMatchObject([{ length: 1 }, { length: 1 }]);
    expect(() => postpone('2023-10-02')).toThrow('invalid activity.postponedToPast');
  });

  it('stays done whatever becomes of its plan', () => {
    record(issued(item(FAIR)), '2023-10-02');
    const done = { ...after(activityDecider.initialState(), '2023-10-02'), state: 'done' as const };
    const data = { document: {}, reason: 'x' };
    record({ type: 'lk.agreement.plan.recalled.v1', data }, '2023-12-03');
    expect(activityDecider.decide(follow('2023-12-03'), done)).toEqual([]);
  });
});
