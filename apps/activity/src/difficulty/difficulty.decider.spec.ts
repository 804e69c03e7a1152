import { uuidFrom, type Role } from '@lien-ket/kernel';
import { difficultyDecider, type DifficultyFold } from './difficulty.decider.js';

const RAISER = uuidFrom('spec', 'raiser');
const HANDLER = uuidFrom('spec', 'handler');
const on = '2023-12-05';
type Command = Parameters<typeof difficultyDecider.decide>[0];
const by = (role: Role, organisationId: string): Command['by'] => ({
  account: 'a',
  roles: [{ role, organisationId }],
  system: false,
});
const raiser = by('officer', RAISER);
const focal = by('focal', HANDLER);
const leader = by('leader', HANDLER);
const RAISE: Command = { type: 'create', text: 'Thiếu mã truy xuất', raisedBy: RAISER, by: raiser, on };
const pass = (to: string, concerned?: readonly string[]): Command => ({
  type: 'passToPartner',
  to,
  text: 'Đề nghị phối hợp',
  ...(concerned
    ? {
        partners: {
          concerned,
          begun: concerned.filter((one) => one !== 'kon-tum'),
          ended: concerned.filter((one) => one === 'bac-kan'),
        },
      }
    : {}),
  by: leader,
  on,
});
const PASS = pass('hcmc', ['hcmc']);
const ANSWER: Command = {
  type: 'takeAnswer',
  from: 'hcmc',
  text: 'Thống nhất',
  by: { account: '', roles: [], system: true },
  on,
};
const RESOLVE: Command = { type: 'resolve', text: 'Đã có mã', by: focal, on };
const CONFIRM: Command = { type: 'confirmResolution', by: raiser, on };
const DECLINE: Command = { type: 'decline', reason: 'Ngoài thẩm quyền', by: leader, on };

/** State after commands, each as recorded on the day. */
function after(...commands: Command[]): DifficultyFold {
  return commands.reduce((state, command) => {
    const events = difficultyDecider.decide(command, state);
    return events.reduce<DifficultyFold>((fold, event) => {
      const at = { id: RAISER, revision: 0, businessDate: on, recordedAt: '' };
      return difficultyDecider.evolve(fold, { ...event, ...at });
    }, state);
  }, difficultyDecider.initialState());
}
const refused = (command: Command, ...before: Command[]): (() => unknown) => {
  const state = after(...before);
  return () => difficultyDecider.decide(command, state);
};

it('is raised of an activity by whose work that is, and by the focal agency', () => {
  const of = (concerned: readonly string[], who = raiser): (() => unknown) => {
    const command: Command = { ...RAISE, activityId: HANDLER, concerned, by: who };
    return () => difficultyDecider.decide(command, difficultyDecider.initialState());
  };
  expect(of([RAISER])).not.toThrow();
  expect(of([HANDLER], focal)).not.toThrow();
  expect(of([HANDLER])).toThrow('forbidden rights.organisation');
  // Of nothing in particular, or of another tenant's activity, whoever meets it says so.
  expect(() => difficultyDecider.decide(RAISE, difficultyDecider.initialState())).not.toThrow();
});

describe('an answer of the other party', () => {
  it.each<[string, Command[]]>([
    ['answered', []],
    ['resolved', [RESOLVE]],
    ['confirmed', [RESOLVE, CONFIRM]],
    ['declined', [DECLINE]],
  ])('makes or leaves it %s', (state, settled) => {
    expect(difficultyDecider.decide(ANSWER, after(RAISE, PASS, ...settled))).toHaveLength(1);
    expect(after(RAISE, PASS, ...settled, ANSWER).state).toBe(state);
  });

  it('of each who was asked is taken, also when another one was asked after', () => {
    const twice = [RAISE, PASS, pass('kien-giang', ['hcmc', 'kien-giang'])];
    expect(difficultyDecider.decide(ANSWER, after(...twice))).toHaveLength(1);
    expect(after(...twice, ANSWER, { ...ANSWER, from: 'kien-giang' }).state).toBe('answered');
  });

  it('of somebody who was not asked is refused', () => {
    const stranger: Command = { ...ANSWER, from: 'nghe-an' };
    expect(refused(stranger, RAISE, PASS)).toThrow('difficulty.notAsked');
  });
});

describe('passing to another tenant', () => {
  it('reaches only those whom the activity and its plan concern', () => {
    expect(refused(pass('nghe-an', ['hcmc']), RAISE)).toThrow('difficulty.notConcerned');
    expect(refused(pass('hcmc'), RAISE)).toThrow('difficulty.notConcerned');
    expect(refused(pass('kon-tum', ['kon-tum']), RAISE)).toThrow('difficulty.partnerNotYet');
    expect(refused(pass('bac-kan', ['bac-kan']), RAISE)).toThrow('difficulty.partnerEnded');
    expect(after(RAISE, PASS)).toMatchObject({ state: 'petitioned', partner: 'hcmc' });
  });
});

describe('petitioning a competent authority', () => {
  const petition = (kind: string | undefined, number?: string): Command => ({
    type: 'petition',
    organisationId: HANDLER,
    text: 'Kiến nghị bổ sung kinh phí',
    document: number ? { number } : {},
    ...(kind ? { authority: { id: HANDLER, name: 'Bộ Kế hoạch và Đầu tư', kind } } : {}),
    by: leader,
    on,
  });
  const PETITION = petition('ministry', '12');
  const RECORD: Command = { type: 'recordAnswer', text: 'Thống nhất', by: focal, on };

  it('names it as the directory does, and its answer is recorded', () => {
    const authority = { printed: 'Bộ Kế hoạch và Đầu tư', organisationId: HANDLER };
    expect(after(RAISE, PETITION)).toMatchObject({ state: 'petitioned', authority });
    expect(after(RAISE, PETITION, RECORD).state).toBe('answered');
    expect(after(RAISE, PETITION, RESOLVE, CONFIRM, RECORD).state).toBe('confirmed');
  });

  it('is to one above, by a document; nobody answers who was not petitioned', () => {
    expect(refused(petition('department', '12'), RAISE)).toThrow('difficulty.notCompetent');
    expect(refused(petition(undefined, '12'), RAISE)).toThrow('difficulty.notCompetent');
    expect(refused(petition('ministry'), RAISE)).toThrow('difficulty.petitionByDocument');
    expect(refused(PETITION, RAISE, DECLINE)).toThrow('difficulty.wrongState');
    expect(refused(RECORD, RAISE, PASS)).toThrow('difficulty.nobodyPetitioned');
  });

  it('is by no paper of a day to come, nor is it answered by one', () => {
    const paper = (day: string) => {
      const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
      return { number: '12', date: { year, month, day: dayOfMonth } };
    };
    const asked = (day: string): Command => ({ ...PETITION, document: paper(day) }) as Command;
    const answered = (day: string): Command => ({ ...RECORD, document: paper(day) }) as Command;
    expect(after(RAISE, asked(on), answered(on)).state).toBe('answered');
    expect(refused(asked('2099-01-01'), RAISE)).toThrow('difficulty.dayToCome');
    expect(refused(answered('2099-01-01'), RAISE, PETITION)).toThrow('difficulty.dayToCome');
  });
});

describe('an amendment that names it', () => {
  const LED: Command = {
    type: 'leadToAmendment',
    planId: RAISER,
    amendmentId: RAISER,
    planEventId: HANDLER,
    document: { number: '9' },
    by: { account: '', roles: [], system: true },
    on,
  };

  it('is kept once, whatever the state, and changes none', () => {
    const led = after(RAISE, RESOLVE, CONFIRM, LED, LED);
    expect(led.state).toBe('confirmed');
    expect(led.amendments).toEqual([
      { planId: RAISER, amendmentId: RAISER, planEventId: HANDLER, document: { number: '9' } },
    ]);
    expect(difficultyDecider.decide(LED, difficultyDecider.initialState())).toEqual([]);
  });

  it('is named no more once it turns out to have been entered by mistake', () => {
    const back: Command = { ...LED, type: 'takeBackAmendment', planEventId: HANDLER };
    expect(after(RAISE, LED, { ...back, planEventId: RAISER }).amendments).toHaveLength(1);
    expect(after(RAISE, LED, back, back).amendments).toEqual([]);
  });
});

describe('assigning', () => {
  const assign = (dueOn: string): Command => ({
    type: 'assign',
    organisationId: HANDLER,
    dueOn,
    by: focal,
    on,
  });

  it('takes a due date of today or later only', () => {
    expect(refused(assign('2023-12-04'), RAISE)).toThrow('difficulty.dueInPast');
    expect(after(RAISE, assign(on))).toMatchObject({ state: 'assigned', assignedTo: HANDLER });
  });
});

describe('how a difficulty ended', () => {
  const shared = (command: Command, ...before: Command[]): unknown => {
    const [event] = difficultyDecider.decide(command, after(...before));
    return (event?.data as { sharedWith?: readonly string[] }).sharedWith;
  };
  const REOPEN: Command = { type: 'reopen', reason: 'Vẫn vướng', by: raiser, on };

  it('is told to everybody who was asked', () => {
    const asked = [RAISE, PASS, pass('kien-giang', ['hcmc', 'kien-giang'])];
    const both = ['hcmc', 'kien-giang'];
    expect(shared(RESOLVE, ...asked)).toEqual(both);
    expect(shared(DECLINE, ...asked)).toEqual(both);
    expect(shared(CONFIRM, ...asked, RESOLVE)).toEqual(both);
    expect(shared(REOPEN, ...asked, RESOLVE)).toEqual(both);
  });

  it('stays in the house when nobody was asked', () => {
    for (const command of [RESOLVE, DECLINE]) expect(shared(command, RAISE)).toBeUndefined();
    expect(shared(CONFIRM, RAISE, RESOLVE)).toBeUndefined();
  });

  it('is passed on with what it is about', () => {
    const about = { activityId: HANDLER, planId: RAISER, field: 'y_te' as const };
    const [event] = difficultyDecider.decide(PASS, after({ ...RAISE, ...about } as Command));
    expect(event?.data).toMatchObject(about);
  });
});
