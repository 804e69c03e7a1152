import { DomainError } from '@lien-ket/kernel';
import type { DirectiveEvent } from '@lien-ket/contracts';
import type { Sender } from '@lien-ket/access';
import type { DirectiveFold } from '@lien-ket/plan-acts';
import { directiveDecider, type DirectiveCommand } from './directive.decider.js';

const SKHDT = '00000000-0000-4000-8000-0000000000d1';
const XTDT = '00000000-0000-4000-8000-0000000000d2';
const GROUP = '00000000-0000-4000-8000-0000000000d3';
const SCT = '00000000-0000-4000-8000-0000000000d4';
const UBND = '00000000-0000-4000-8000-0000000000f1';
const leader: Sender = { account: 'a', roles: [{ role: 'leader', organisationId: UBND }], system: false };

/** Nghệ An's dispatch 8177/UBND-CN: a lead, one named coordinator and an open class; no deadline. */
const issued: DirectiveEvent = {
  type: 'lk.agreement.directive.issued.v1',
  data: {
    text: 'Ý kiến của Phó Chủ tịch UBND tỉnh',
    tasks: [
      {
        text: 'Giao Sở Kế hoạch và Đầu tư chủ trì',
        lead: { printed: 'Sở Kế hoạch và Đầu tư', organisationId: SKHDT },
        coordinators: [
          { printed: 'Trung tâm Xúc tiến', organisationId: XTDT },
          { printed: 'các sở, ban ngành', organisationId: GROUP },
        ],
      },
      {
        text: 'In sẵn hạn',
        lead: { printed: 'Sở Công Thương', organisationId: SCT },
        coordinators: [],
        dueOn: '2023-12-01',
      },
      { text: 'Chỉ ghi bằng chữ', lead: { printed: 'các sở, ban ngành' }, coordinators: [] },
    ],
  },
};
const given = (...events: DirectiveEvent[]): DirectiveFold =>
  events.reduce(
    (state, event, revision) =>
      directiveDecider.evolve(state, {
        ...event,
        id: String(revision),
        revision,
        businessDate: '2023-10-01',
        recordedAt: '2023-10-01T00:00:00.000Z',
      }),
    directiveDecider.initialState(),
  );
type Fields = Partial<Extract<DirectiveCommand, { type: 'setDeadline' }>>;
const set = (state: DirectiveFold, fields: Fields = {}): readonly DirectiveEvent[] =>
  directiveDecider.decide(
    {
      type: 'setDeadline',
      task: 0,
      dueOn: '2023-10-20',
      basis: 'Kết luận họp giao ban',
      receiver: { printed: 'UBND tỉnh', organisationId: UBND },
      members: { [GROUP]: [SCT, SKHDT] },
      ...fields,
      by: leader,
      on: '2023-10-02',
    },
    state,
  );
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) {
      const [fault] = error.faults;
      return [error.kind, error.code, ...(fault ? [fault.pointer] : [])].join(' ');
    }
    throw error;
  }
  return 'allowed';
}
const debtors = (events: readonly DirectiveEvent[]): unknown =>
  events.flatMap(({ data }) => ('debtors' in data ? data.debtors : []));
const directive = given(issued);

describe('đặt thời hạn', () => {
  it('makes the lead report to the committee by a day, on what it rests', () => {
    const document = { number: '9000', symbol: 'UBND-CN' };
    expect(set(directive, { document, basis: undefined })).toEqual([
      {
        type: 'lk.agreement.directive.deadlineSet.v1',
        data: {
          task: 0,
          dueOn: '2023-10-20',
          debtors: [SKHDT],
          receiver: { printed: 'UBND tỉnh', organisationId: UBND },
          document,
        },
      },
    ]);
  });

  it('may name others whom the task names; an open class stands for its confirmed list', () => {
    expect(debtors(set(directive, { organisationIds: [XTDT] }))).toEqual([XTDT]);
    expect(debtors(set(directive, { organisationIds: [GROUP, XTDT] }))).toEqual([SCT, SKHDT, XTDT]);
    expect(debtors(set(directive, { organisationIds: [SCT] }))).toEqual([SCT]);
    expect(refusal(() => set(directive, { organisationIds: [UBND] }))).toBe('conflict directive.notNamed');
  });

  it('is for who took over where the lead has ended, and for nobody where no one did', () => {
    expect(debtors(set(directive, { successors: { [SKHDT]: SCT } }))).toEqual([SCT]);
    const gone = { successors: { [SKHDT]: null } };
    expect(refusal(() => set(directive, gone))).toBe('conflict directive.nobodyNamed');
  });

  it('is set once for each; more time is an extension', () => {
    const once = given(issued, ...set(directive));
    expect(refusal(() => set(once, { dueOn: '2023-11-20' }))).toBe('conflict directive.deadlineExists');
    expect(set(once, { organisationIds: [XTDT] })).toHaveLength(1);
    expect(refusal(() => set(directive, { task: 1 }))).toBe('conflict directive.deadlineExists');
  });

  it.each<[string, Fields, string]>([
    ['rests on nothing', { basis: undefined }, 'conflict directive.basisNeeded'],
    ['rests on an empty document', { basis: undefined, document: {} }, 'conflict directive.basisNeeded'],
    [
      'is of a paper to come',
      { document: { number: '9000', date: { year: 2023, month: 10, day: 3 } } },
      'invalid directive.dayToCome /document/date',
    ],
    ['is past', { dueOn: '2023-10-01' }, 'invalid directive.deadlineInPast /dueOn'],
    ['is for nobody known', { task: 2 }, 'conflict directive.nobodyNamed'],
    ['is for no task', { task: 9 }, 'notFound directive.taskUnknown'],
    [
      'is for a class without a list',
      { organisationIds: [GROUP], members: { [GROUP]: [] } },
      'conflict directive.nobodyNamed',
    ],
  ])('is refused when it %s', (_, fields, code) => {
    expect(refusal(() => set(directive, fields))).toBe(code);
  });

  it('a directive itself is recorded once', () => {
    const again = { type: 'create' as const, ...issued.data, by: leader, on: '2023-10-02' };
    expect(refusal(() => directiveDecider.decide(again as never, directive))).toBe(
      'conflict register.exists',
    );
  });
});

describe('a deadline that the directive prints', () => {
  it('is set with its entry for the lead, of a class for those on its list; without anybody known, for nobody', () => {
    const { tasks } = issued.data as Extract<
      DirectiveEvent,
      { type: 'lk.agreement.directive.issued.v1' }
    >['data'];
    const ofGroup = {
      text: 'x',
      lead: { printed: 'x', organisationId: GROUP },
      coordinators: [],
      dueOn: '2023-11-01',
    };
    const events = directiveDecider.decide(
      {
        type: 'create',
        text: 'Ý kiến',
        document: { number: '8177' },
        tasks: [...tasks, ofGroup, { ...ofGroup, lead: { printed: 'x' } }],
        receiver: { printed: 'UBND tỉnh', organisationId: UBND },
        members: { [GROUP]: [SCT, SKHDT] },
        successors: { [SKHDT]: XTDT },
        by: leader,
        on: '2023-10-02',
      },
      directiveDecider.initialState(),
    );
    expect(events.slice(1).map(({ data }) => data)).toMatchObject([
      { task: 1, dueOn: '2023-12-01', debtors: [SCT], receiver: { organisationId: UBND } },
      { task: 3, dueOn: '2023-11-01', debtors: [SCT, XTDT], document: { number: '8177' } },
    ]);
    expect(Object.keys(events[0]?.data ?? {})).toEqual(['text', 'document', 'tasks']);
  });
});
