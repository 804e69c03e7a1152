import type { ActivityListItem, ObligationView } from '@lien-ket/contracts';
import { isTakenBack, leadsHeard, openFirst, reportCounts, standingOf } from './standing.js';

type Counted = Pick<ActivityListItem, 'state' | 'signal' | 'time' | 'example'>;

const one = (over: Partial<Counted>): Counted => ({
  state: 'planned',
  signal: 'none',
  time: null,
  example: false,
  ...over,
});
const silent = one({ signal: 'noInformation', time: 'năm 2023' });
const done = one({ state: 'done' });
const cancelled = one({ state: 'cancelled' });
const example = one({ signal: 'noInformation', example: true });

describe('what a first screen counts', () => {
  it('calls unknown what the service signals, and nothing else; an example is no figure, nor is what was cancelled', () => {
    expect(standingOf([silent, done, cancelled, one({}), one({ state: 'inProgress' }), example])).toEqual({
      total: 4,
      done: 1,
      doing: 1,
      unknown: 1,
      undated: 1,
    });
  });

  it('leaves out the plans that a document took back', () => {
    const states = ['issued', 'closed', 'replaced', 'recalled', 'repealed', 'annulled'] as const;
    expect(states.filter((state) => isTakenBack({ state }))).toEqual(['recalled', 'repealed', 'annulled']);
  });

  it('tells sent, received and accepted apart; of what was waived nobody waits', () => {
    const duty = (state: ObligationView['state'], example = false) => ({ state, example });
    const duties = [
      ...(['sent', 'sent', 'received', 'accepted', 'open', 'sentBack', 'waived'] as const).map((state) =>
        duty(state),
      ),
      duty('accepted', true),
    ];
    expect(reportCounts(duties)).toEqual({ total: 6, sent: 4, received: 2, accepted: 1, missing: 2 });
  });

  it('shows what waits before what is over, and examples last', () => {
    const waiting = one({ state: 'inProgress' });
    expect(openFirst([example, cancelled, done, waiting, silent])).toEqual([
      silent,
      waiting,
      cancelled,
      done,
      example,
    ]);
  });

  it('counts a lead agency once, however it is printed, and as heard of when anything of it is known', () => {
    const led = (
      leads: readonly string[],
      leadIds: readonly (string | null)[],
      over: Partial<Counted> = {},
    ) => ({
      ...one(over),
      leads,
      leadIds,
      lastProgressOn: null,
    });
    const activities = [
      led(['ITPC'], ['a']),
      led(['Trung tâm Xúc tiến (ITPC)'], ['a'], { state: 'inProgress' }),
      led(['Sở Y tế', 'Ban quản lý'], ['b', null], { state: 'awaitingTrigger' }),
      { ...led(['Sở Du lịch'], ['c']), lastProgressOn: '2023-12-01' },
      led(['Ví dụ'], [null], { example: true, state: 'done' }),
    ];
    expect(leadsHeard(activities)).toEqual({ n: 2, total: 4 });
  });
});
