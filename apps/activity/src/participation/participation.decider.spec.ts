import { uuidFrom, type Role } from '@lien-ket/kernel';
import { participationDecider, type ParticipationFold } from './participation.decider.js';

const OURS = uuidFrom('spec', 'ours');
const THEIRS = uuidFrom('spec', 'theirs');
type Command = Parameters<typeof participationDecider.decide>[0];
const by = (role: Role, organisationId: string): Command['by'] => ({
  account: 'a',
  roles: [{ role, organisationId }],
  system: false,
});
const activity = {
  activity: { tenant: 'hcmc', activityId: uuidFrom('spec', 'activity') },
  title: 'Hội chợ',
  organisation: { printed: 'Sở Công Thương', organisationId: OURS },
  example: false,
};
const on = '2023-12-05';
const join: Command = {
  type: 'create',
  activityId: activity.activity.activityId,
  role: 'lead',
  activity,
  mayLead: true,
  by: by('officer', OURS),
  on,
};
/** State after commands, each as recorded on the day. */
function after(...commands: Command[]): ParticipationFold {
  return commands.reduce((state, command) => {
    const events = participationDecider.decide(command, state);
    return events.reduce<ParticipationFold>((fold, event) => {
      const at = { id: OURS, revision: 0, businessDate: on, recordedAt: '' };
      return participationDecider.evolve(fold, { ...event, ...at });
    }, state);
  }, participationDecider.initialState());
}
const progress: Command = {
  type: 'progress',
  text: 'Đã mời',
  happenedOn: '2023-12-04',
  figures: [],
  links: [],
  evidence: [],
  by: by('officer', OURS),
  on,
};

describe('participation', () => {
  it('goes to the owner and to nobody else', () => {
    expect(participationDecider.decide(join, participationDecider.initialState())[0]?.data).toMatchObject({
      sharedWith: ['hcmc'],
      role: 'lead',
    });
    expect(participationDecider.decide(progress, after(join))[0]).toMatchObject({
      effectiveOn: '2023-12-04',
      data: { sharedWith: ['hcmc'] },
    });
  });

  it('is written by the organisation that takes part, and by the focal agency', () => {
    const of = (who: Command['by']): (() => unknown) => {
      const command = { ...progress, by: who };
      return () => participationDecider.decide(command, after(join));
    };
    expect(of(by('head', OURS))).not.toThrow();
    expect(of(by('focal', THEIRS))).not.toThrow();
    for (const role of ['officer', 'head'] as const)
      expect(of(by(role, THEIRS))).toThrow('forbidden rights.organisation');
  });

  it('is joined once, and again after withdrawing', () => {
    expect(() => after(join, join)).toThrow('conflict participation.exists');
    const withdraw: Command = { type: 'withdraw', reason: 'Đổi kế hoạch', by: by('head', OURS), on };
    expect(() => after(join, withdraw, progress)).toThrow('conflict participation.withdrawn');
    expect(after(join, withdraw, join).state).toBe('joined');
  });

  it('corrects what it typed wrong of its progress, and goes on to where it was when it has withdrawn', () => {
    const correction: Command = { ...progress, type: 'correctEntry', corrects: OURS, reason: 'gõ nhầm' };
    const right = { ...correction, text: 'Đã mời 21 đơn vị', happenedOn: '2023-12-03' };
    expect(participationDecider.decide(right, after(join, progress))).toMatchObject([
      {
        type: 'lk.activity.participation.progressCorrected.v1',
        effectiveOn: '2023-12-03',
        data: { corrects: OURS, reason: 'gõ nhầm', text: 'Đã mời 21 đơn vị', sharedWith: ['hcmc'] },
      },
    ]);
    const withdraw: Command = { type: 'withdraw', reason: 'Đổi kế hoạch', by: by('head', OURS), on };
    const { state, entries } = after(join, progress, withdraw, right);
    expect([state, entries]).toMatchObject([
      'withdrawn',
      [{ kind: 'progress', eventId: OURS, text: 'Đã mời 21 đơn vị', happenedOn: '2023-12-03' }],
    ]);
  });

  it('corrects only what is there, on no day to come, and of its own', () => {
    const of = (change: Partial<Command> | object): (() => unknown) => {
      const command = {
        ...progress,
        type: 'correctEntry',
        corrects: OURS,
        reason: 'x',
        ...change,
      } as Command;
      return () => participationDecider.decide(command, after(join, progress));
    };
    expect(of({ corrects: THEIRS })).toThrow('notFound activity.entryUnknown');
    expect(of({ happenedOn: '2023-12-06' })).toThrow('invalid activity.dayToCome');
    expect(of({ by: by('officer', THEIRS) })).toThrow('forbidden rights.organisation');
    const propose: Command = { type: 'propose', text: 'Xin lùi', by: by('officer', OURS), on };
    const proposal = { ...progress, type: 'correctEntry', corrects: OURS, reason: 'x' } as Command;
    expect(() => participationDecider.decide(proposal, after(join, propose))).toThrow(
      'activity.entryUnknown',
    );
  });

  it('is a lead only where the plan leaves room for one of ours', () => {
    const { mayLead: _left, ...others } = join;
    expect(() => after(others)).toThrow('conflict participation.notLead');
    expect(after({ ...others, role: 'coordinate' }).joined?.role).toBe('coordinate');
  });

  it('is for activities of others only, and dates nothing after today', () => {
    expect(() => after({ ...join, activity: undefined })).toThrow('conflict participation.ownActivity');
    expect(() => after(join, { ...progress, happenedOn: '2023-12-06' })).toThrow(
      'invalid activity.dayToCome',
    );
    expect(() => after(join, { ...progress, happenedOn: '1923-12-04' })).toThrow(
      'invalid activity.dayLongPast',
    );
  });
});
