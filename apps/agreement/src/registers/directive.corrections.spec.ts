import type { DirectiveData, DirectiveEvent } from '@lien-ket/contracts';
import { DomainError, uuidFrom } from '@lien-ket/kernel';
import type { DirectiveFold } from '@lien-ket/plan-acts';
import { directiveDecider, type DirectiveCommand } from './directive.decider.js';

const organisation = (key: string) => ({ printed: key, organisationId: uuidFrom('spec', key) });
const [SKHDT, SCT, XTDT, UBND] = ['skhdt', 'sct', 'xtdt', 'ubnd'].map(organisation) as [
  ReturnType<typeof organisation>,
  ReturnType<typeof organisation>,
  ReturnType<typeof organisation>,
  ReturnType<typeof organisation>,
];
const by = {
  account: 'a',
  roles: [{ role: 'leader' as const, organisationId: UBND.organisationId }],
  system: false,
};
const id = (revision: number): string => uuidFrom('spec', 'event', String(revision));
type Task = DirectiveData['tasks'][number];
const task = (fields: Partial<Task> = {}): Task => ({
  text: 'Chủ trì thực hiện',
  lead: SKHDT,
  coordinators: [XTDT],
  ...fields,
});
const paper = (...tasks: Task[]): DirectiveData => ({ text: 'Ý kiến', document: { number: '8177' }, tasks });

const fold = (events: readonly DirectiveEvent[]): DirectiveFold =>
  events.reduce(
    (state, event, revision) =>
      directiveDecider.evolve(state, {
        ...event,
        ...{ id: id(revision), revision, businessDate: '2023-10-01', recordedAt: '' },
      }),
    directiveDecider.initialState(),
  );
const sent = (command: DirectiveCommand, events: readonly DirectiveEvent[]): readonly DirectiveEvent[] =>
  directiveDecider.decide({ receiver: UBND, ...command, by, on: '2023-10-02' } as never, fold(events));
const created = (...tasks: Task[]) => sent({ type: 'create', ...paper(...tasks) }, []);
const correct = (events: readonly DirectiveEvent[], ...tasks: Task[]) =>
  sent({ type: 'correctEntry', reason: 'gõ nhầm', content: paper(...tasks) }, events);
const later = (events: readonly DirectiveEvent[], fields: object = {}) => [
  ...events,
  ...sent({ type: 'setDeadline', task: 0, dueOn: '2023-10-20', basis: 'Kết luận', ...fields }, events),
];
const deadlines = (events: readonly DirectiveEvent[]) =>
  fold(events).deadlines.map(({ set }) => [set.task, set.dueOn, set.debtors]);
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError)
      return [error.kind, error.code, error.faults[0]?.pointer].filter(Boolean).join(' ');
    throw error;
  }
  return 'allowed';
}

describe('a directive that was typed wrong', () => {
  const given = created(task({ dueOn: '2023-12-01' }), task({ lead: SCT }));

  it('is corrected as a whole, and names its entry', () => {
    const [event, ...more] = correct(
      given,
      task({ dueOn: '2023-12-01', text: 'Phối hợp' }),
      task({ lead: SCT }),
    );
    expect(event?.data).toMatchObject({ corrects: id(0), reason: 'gõ nhầm', content: { text: 'Ý kiến' } });
    expect(more).toEqual([]);
    expect(fold([...given, ...(event ? [event] : [])]).issued?.tasks[0]?.text).toBe('Phối hợp');
  });

  it.each<[string, Task[], unknown[]]>([
    [
      'another day',
      [task({ dueOn: '2023-12-10' }), task({ lead: SCT })],
      [[0, '2023-12-10', [SKHDT.organisationId]]],
    ],
    [
      'another lead',
      [task({ dueOn: '2023-12-01', lead: SCT }), task({ lead: SCT })],
      [[0, '2023-12-01', [SCT.organisationId]]],
    ],
    ['no day', [task(), task({ lead: SCT })], []],
    ['a task that is none', [], []],
    [
      'a day forgotten',
      [task({ dueOn: '2023-12-01' }), task({ lead: SCT, dueOn: '2023-12-05' })],
      [
        [0, '2023-12-01', [SKHDT.organisationId]],
        [1, '2023-12-05', [SCT.organisationId]],
      ],
    ],
  ])('takes the deadline that it prints along: %s', (_, tasks, now) => {
    expect(deadlines([...given, ...correct(given, ...tasks)])).toEqual(now);
  });

  it('keeps a deadline that was set later, as long as the task names who was given it', () => {
    const set = later(created(task()), { organisationIds: [XTDT.organisationId] });
    const kept = correct(set, task({ text: 'Phối hợp', lead: SCT }));
    expect(deadlines([...set, ...kept])).toEqual([[0, '2023-10-20', [XTDT.organisationId]]]);
    const lost = 'conflict directive.deadlineLosesGround /content/tasks/0';
    expect(refusal(() => correct(set, task({ coordinators: [] })))).toBe(lost);
    expect(refusal(() => correct(set, task({ dueOn: '2023-12-01' })))).toBe(lost);
    expect(refusal(() => correct(set))).toBe(lost);
  });

  it('names nobody whom the register does not have, and bears no day to come', () => {
    const unknown = [
      { pointer: '/content/tasks/0/lead/organisationId', code: 'directive.organisationUnknown' },
    ];
    const entry = { type: 'correctEntry' as const, reason: 'x', content: paper(task()) };
    expect(refusal(() => sent({ ...entry, unknown }, given))).toBe(
      'invalid directive.organisationUnknown /content/tasks/0/lead/organisationId',
    );
    const content = { ...paper(task()), document: { date: { year: 2023, month: 10, day: 3 } } };
    expect(refusal(() => sent({ ...entry, content }, given))).toBe(
      'invalid directive.dayToCome /content/document/date',
    );
  });
});

describe('a deadline that was typed wrong', () => {
  const set = later(created(task(), task({ dueOn: '2023-12-01' })));
  const [printed, own] = [id(1), id(2)];
  const amend = (corrects: string, deadline: object | null) =>
    sent({ type: 'correctDeadline', corrects, reason: 'gõ nhầm', deadline } as DirectiveCommand, set);

  it('is said anew, a day that is over too, or taken back', () => {
    const right = { dueOn: '2023-10-01', organisationIds: [XTDT.organisationId], basis: 'Kết luận' };
    expect(deadlines([...set, ...amend(own, right)])).toEqual([
      [1, '2023-12-01', [SKHDT.organisationId]],
      [0, '2023-10-01', [XTDT.organisationId]],
    ]);
    expect(deadlines([...set, ...amend(own, null)])).toHaveLength(1);
  });

  it.each([
    ['none of this event', id(9), {}, 'notFound directive.deadlineUnknown'],
    ['one that the directive prints', printed, {}, 'conflict directive.deadlinePrinted'],
    [
      'of one who is not named',
      own,
      { organisationIds: [SCT.organisationId] },
      'conflict directive.notNamed',
    ],
    ['on nothing', own, { basis: undefined }, 'conflict directive.basisNeeded'],
  ])('is refused: %s', (_, corrects, fields, code) => {
    const deadline = { dueOn: '2023-10-25', basis: 'Kết luận', ...fields };
    expect(refusal(() => amend(corrects, deadline))).toBe(code);
  });
});
