import { uuidFrom } from '@lien-ket/kernel';
import { workingGroupDecider, type WorkingGroupFold } from './working-group.decider.js';

type Command = Parameters<typeof workingGroupDecider.decide>[0];
const by = { account: '', roles: [], system: true };
const on = '2024-01-04';
const establish = (sharedWith: string[], parties?: string[]): Command => ({
  type: 'create',
  name: 'Tổ công tác',
  teams: [{ id: uuidFrom('spec', 'team'), name: 'Tổ giúp việc', members: [] }],
  sharedWith,
  ...(parties ? { parties } : {}),
  by,
  on,
});
const follow = (now: string[], ever: string[]): Command => ({ type: 'followParties', now, ever, by, on });

function after(...commands: Command[]): WorkingGroupFold {
  return commands.reduce((state, command) => {
    const events = workingGroupDecider.decide(command, state);
    const at = { id: uuidFrom('spec'), revision: 0, businessDate: on, recordedAt: '' };
    return events.reduce<WorkingGroupFold>(
      (fold, event) => workingGroupDecider.evolve(fold, { ...event, ...at }),
      state,
    );
  }, workingGroupDecider.initialState());
}

describe('whom the roster of a working group reaches', () => {
  it('is whom its recorder names and the parties of what it belongs to, each once', () => {
    expect(after(establish(['nghe-an', 'ha-nam'], ['nghe-an', 'cao-bang'])).sharedWith).toEqual([
      'nghe-an',
      'ha-nam',
      'cao-bang',
    ]);
  });

  it('are those who joined too, who are the only ones to whom its history is opened', () => {
    const before = after(establish(['nghe-an']));
    const joined = follow(['nghe-an', 'tra-vinh'], ['nghe-an', 'tra-vinh']);
    expect(workingGroupDecider.decide(joined, before)).toEqual([
      {
        type: 'lk.agreement.workinggroup.partiesChanged.v1',
        data: { parties: ['nghe-an', 'tra-vinh'], sharedWith: ['tra-vinh'] },
      },
    ]);
    expect(workingGroupDecider.decide(joined, after(establish(['nghe-an']), joined))).toEqual([]);
  });

  it('are no more those who left; whom its recorder named besides the parties stays', () => {
    const left = follow(['nghe-an'], ['nghe-an', 'tra-vinh']);
    expect(after(establish(['nghe-an', 'tra-vinh', 'kon-tum']), left).sharedWith).toEqual([
      'nghe-an',
      'kon-tum',
    ]);
  });
});

describe('a group that was recorded without a plan', () => {
  const PLAN = { id: uuidFrom('spec', 'plan'), printed: '4778/KH-UBND' };
  const place = (fields: object, parties: string[] = []): Command =>
    ({ type: 'placeUnder', reason: 'Ghi trước khi có kế hoạch', ...fields, parties, by, on }) as Command;

  it('is placed under it later; whoever comes to get it gets its history, and nobody loses it', () => {
    const group = after(establish(['nghe-an']));
    const events = workingGroupDecider.decide(place({ underPlan: PLAN }, ['nghe-an', 'ha-nam']), group);
    expect(events).toEqual([
      {
        type: 'lk.agreement.workinggroup.placed.v1',
        data: { underPlan: PLAN, reason: 'Ghi trước khi có kế hoạch', sharedWith: ['nghe-an'] },
      },
      {
        type: 'lk.agreement.workinggroup.partiesChanged.v1',
        data: { parties: ['nghe-an', 'ha-nam'], sharedWith: ['ha-nam'] },
      },
    ]);
    const placed = after(establish(['nghe-an']), place({ underPlan: PLAN }, ['nghe-an', 'ha-nam']));
    expect(placed.established).toMatchObject({ underPlan: PLAN });
    expect(placed.sharedWith).toEqual(['nghe-an', 'ha-nam']);
  });

  it.each([
    ['under nothing', {}, 'workinggroup.nothingNamed'],
    ['under another plan', { underPlan: PLAN }, 'workinggroup.placedAlready'],
  ])('is not placed %s', (_, fields, code) => {
    const placed = after(establish([]), place({ underPlan: PLAN }));
    expect(() => workingGroupDecider.decide(place(fields), placed)).toThrow(
      expect.objectContaining({ code, faults: [{ pointer: '/underPlan', code }] }),
    );
  });

  it('is placed under an agreement beside its plan', () => {
    const placed = after(establish([]), place({ underPlan: PLAN }), place({ underAgreement: PLAN }));
    expect(placed.established).toMatchObject({ underPlan: PLAN, underAgreement: PLAN });
  });
});
