import type { ActivityEvent } from '@lien-ket/contracts';
import { DomainError, uuidFrom } from '@lien-ket/kernel';
import type { ActivityFold } from '@lien-ket/plan-acts';
import { activityDecider, type ActivityCommand } from './activity.decider.js';
import { FAIR, PLAN, events, issued, item, record, startAnew } from './activity.follow.scene.js';
import { followed } from './activity.follow.js';

const id = (revision: number): string => uuidFrom('spec', 'told', String(revision));
const DAY = '2023-11-20';
const by = { account: '', roles: [], system: true };

const given = (...told: ActivityEvent[]): ActivityFold =>
  told.reduce<ActivityFold>(
    (fold, event, revision) =>
      activityDecider.evolve(fold, {
        ...event,
        ...{ id: id(revision), revision, businessDate: '2023-11-01', recordedAt: '' },
      } as Parameters<typeof activityDecider.evolve>[1]),
    activityDecider.initialState(),
  );

function planned(): ActivityEvent {
  startAnew();
  record(issued(item(FAIR)), '2023-10-02');
  const wanted = followed(PLAN, events, DAY).find(({ itemId }) => itemId === FAIR)?.wanted;
  if (!wanted) throw new Error('the fair stands in the plan');
  return { type: 'lk.activity.activity.planned.v1', data: wanted };
}
const progress = (text: string): ActivityEvent => ({
  type: 'lk.activity.activity.progressRecorded.v1',
  data: { text, happenedOn: '2023-10-30', figures: [], links: [], evidence: [] },
});
const taken: ActivityEvent = {
  type: 'lk.activity.activity.participationTakenOver.v1',
  data: {
    participation: { tenant: 'hcmc', id: FAIR, revision: 1 },
    ...{ text: 'Đã mời', happenedOn: '2023-10-31', done: true },
  },
};
const confirmed: ActivityEvent = { type: 'lk.activity.activity.doneConfirmed.v1', data: {} };
const RIGHT = {
  text: '21 gian hàng',
  happenedOn: '2023-10-29',
  figures: [{ label: 'Gian hàng', value: 21, unit: 'gian' }],
  links: [],
  evidence: [],
};

function tried(command: ActivityCommand, state: ActivityFold): readonly ActivityEvent[] | string {
  try {
    return activityDecider.decide({ ...command, by, on: DAY }, state);
  } catch (error) {
    if (error instanceof DomainError)
      return [error.kind, error.code, error.faults[0]?.pointer].filter(Boolean).join(' ');
    throw error;
  }
}
const correct = (corrects: string, state: ActivityFold, happenedOn = RIGHT.happenedOn) =>
  tried({ type: 'correctEntry', corrects, reason: 'gõ nhầm', ...RIGHT, happenedOn }, state);

describe('an entry of the progress that was typed wrong', () => {
  const state = given(planned(), progress('12 gian hàng'), progress('Khai mạc'), taken, confirmed);

  it('is corrected whatever became of the activity since, and told to whom the entry was', () => {
    expect(correct(id(1), state)).toEqual([
      {
        type: 'lk.activity.activity.progressCorrected.v1',
        data: { corrects: id(1), reason: 'gõ nhầm', ...RIGHT, sharedWith: ['hcmc'] },
        effectiveOn: '2023-10-29',
      },
    ]);
  });

  it('stands in its own place, and the state is what it was', () => {
    const [correction] = correct(id(1), state);
    if (!correction || typeof correction === 'string') throw new Error('refused');
    const after = activityDecider.evolve(state, {
      ...correction,
      ...{ id: id(9), revision: 9, businessDate: DAY, recordedAt: '' },
    });
    expect(after.progress.map(({ text, eventId }) => [text, eventId])).toEqual([
      ['21 gian hàng', id(1)],
      ['Khai mạc', id(2)],
      ['Đã mời', id(3)],
    ]);
    expect(after.progress[0]?.businessDate).toBe('2023-11-01');
    expect(after.state).toBe('done');
  });

  it.each([
    ['no such entry', id(7), RIGHT.happenedOn, 'notFound activity.entryUnknown'],
    ['what a participant reported', id(3), RIGHT.happenedOn, 'conflict activity.entryOfParticipant'],
    ['a year with a wrong digit', id(1), '1923-10-29', 'invalid activity.dayLongPast /happenedOn'],
    ['a day to come', id(1), '2023-11-21', 'invalid activity.dayToCome /happenedOn'],
  ])('is refused: %s', (_, corrects, happenedOn, refusal) => {
    expect(correct(corrects, state, happenedOn)).toBe(refusal);
  });
});

describe('a confirmation by mistake', () => {
  const state = given(planned(), taken, confirmed);

  it('is taken back with its reason: reported done, as before', () => {
    const [event, ...more] = tried({ type: 'unconfirmDone', reason: 'nhầm hàng' }, state);
    if (!event || typeof event === 'string') throw new Error('refused');
    expect(more).toEqual([]);
    expect(event.data).toEqual({ corrects: id(2), reason: 'nhầm hàng', sharedWith: ['hcmc'] });
    const after = given(planned(), taken, confirmed, event);
    expect([after.state, after.confirmation]).toEqual(['reportedDone', undefined]);
    expect(tried({ type: 'confirmDone' }, after)).toHaveLength(1);
  });

  it('is refused where nothing is confirmed', () => {
    const refusal = 'conflict activity.wrongState';
    expect(tried({ type: 'unconfirmDone', reason: 'x' }, given(planned(), taken))).toBe(refusal);
  });
});
