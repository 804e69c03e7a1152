import type { DeadlineSet, DirectiveData } from '@lien-ket/contracts';
import { streamOf, uuidFrom, type Role } from '@lien-ket/kernel';
import { ServiceBench } from '@lien-ket/testing';
import { AGREEMENT } from '../agreement.module.js';
import { account, agreementModule, organisation, people } from '../plan/plan.scene.js';

type Given = { role: Role; organisationId?: string; on: string };
type View = DirectiveData & {
  revision: number;
  givenBy?: Given;
  deadlines?: (DeadlineSet & { setOn: string; eventId: string })[];
};
const T = 'nghe-an';
const DIRECTIVE = uuidFrom('scene', 'directive');
const PAPER = uuidFrom('scene', 'paper');
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [T]);
  bench.day = '2023-10-02';
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  const task = { text: 'Chủ trì thực hiện', lead: { printed: 'Sở', organisationId: organisation('skhdt') } };
  const data = { text: 'Ý kiến', tasks: [{ ...task, coordinators: [] }] };
  await bench.record(T, streamOf('directive', DIRECTIVE), [
    { type: 'lk.agreement.directive.issued.v1', data },
  ]);
  const paper = { kind: 'officialLetter', standing: 'own', abstract: 'Công văn' };
  await bench.record(T, streamOf('document', PAPER), [
    { type: 'lk.agreement.document.recorded.v1', data: paper },
  ]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

const directive = async (): Promise<View> =>
  (await bench.get<View>(T, account('ubnd', 'leader'), `/directives/${DIRECTIVE}`)).body;
async function set(by: [string, Role], revision: number | undefined): Promise<string> {
  const body = { dueOn: '2023-10-20', document: { number: '9000', symbol: 'UBND-CN' } };
  const path = `/directives/${DIRECTIVE}/setDeadline`;
  const answer = await bench.post<{ code?: string }>(T, account(...by), path, body, revision);
  await bench.settle(T);
  return `${answer.status} ${answer.body.code ?? ''}`.trim();
}

it('a directive gives tasks to organisations of our own register only', async () => {
  const lead = { printed: 'Sở', organisationId: organisation('skhdt') };
  const coordinators = [lead, { printed: 'Sở X', organisationId: uuidFrom('scene', 'elsewhere') }];
  const tasks = [{ text: 'Chủ trì thực hiện', lead, coordinators }];
  const body = { text: 'Ý kiến', tasks };
  const refused = await bench.post(T, account('ubnd', 'leader'), '/directives', body);
  expect([refused.status, refused.body]).toMatchObject([
    400,
    {
      code: 'directive.organisationUnknown',
      errors: [{ pointer: '/tasks/0/coordinators/1/organisationId' }],
    },
  ]);
  const about = { id: uuidFrom('scene', 'nothing'), printed: 'Kế hoạch' };
  const aboutNothing = { ...body, tasks: [{ ...tasks[0], coordinators: [lead] }], about };
  const lost = await bench.post(T, account('ubnd', 'leader'), '/directives', aboutNothing);
  expect([lost.status, lost.body]).toMatchObject([
    400,
    { code: 'directive.aboutUnknown', errors: [{ pointer: '/about/id' }] },
  ]);
  const mended = {
    ...body,
    tasks: [{ ...tasks[0], coordinators: [lead] }],
    about: { id: PAPER, printed: 'Công văn' },
  };
  const given = await bench.post<{ id: string }>(T, account('ubnd', 'leader'), '/directives', mended);
  expect(given.status).toBe(201);
  await bench.settle(T);
  const { body: read } = await bench.get<View>(T, account('ubnd', 'leader'), `/directives/${given.body.id}`);
  expect(read.givenBy).toEqual({ role: 'leader', organisationId: organisation('ubnd'), on: '2023-10-02' });
});

it('who holds several rights gives a directive by the one that may, a leader as leader', async () => {
  const give = async (key: string, ...held: [string, Role][]): Promise<unknown> => {
    const person = uuidFrom('scene', 'person', key);
    const rights = held.map(([of, role], index) => ({
      type: 'lk.agreement.staff.assigned.v1',
      data: {
        assignmentId: uuidFrom('scene', 'right', key, String(index)),
        organisationId: organisation(of),
        role,
        from: '2020-01-01',
        basis: 'specs',
      },
    }));
    await bench.record(T, streamOf('staff', person), rights);
    await bench.settle(T);
    const lead = { printed: 'Sở', organisationId: organisation('skhdt') };
    const body = { text: 'Ý kiến', tasks: [{ text: 'Chủ trì', lead, coordinators: [] }] };
    const given = await bench.post<{ id: string }>(T, person, '/directives', body);
    await bench.settle(T);
    const path = `/directives/${given.body.id}`;
    return (await bench.get<View>(T, account('ubnd', 'leader'), path)).body.givenBy;
  };
  const on = '2023-10-02';
  const [ubnd, skhdt] = [organisation('ubnd'), organisation('skhdt')];
  expect(await give('head and clerk', ['skhdt', 'head'], ['ubnd', 'clerk'])).toEqual({
    role: 'clerk',
    organisationId: ubnd,
    on,
  });
  expect(await give('clerk and leader', ['skhdt', 'clerk'], ['ubnd', 'leader'])).toEqual({
    role: 'leader',
    organisationId: ubnd,
    on,
  });
  expect(await give('clerk alone', ['skhdt', 'clerk'])).toEqual({ role: 'clerk', organisationId: skhdt, on });
});

describe('a deadline set later', () => {
  it('is set by who directs, at the revision seen, and stands with the directive', async () => {
    expect((await directive()).deadlines).toBeUndefined();
    expect(await set(['skhdt', 'focal'], 0)).toBe('403 rights.role');
    expect(await set(['ubnd', 'leader'], undefined)).toMatch(/^428/);
    expect(await set(['ubnd', 'leader'], 0)).toBe('200');
    expect(await directive()).toMatchObject({
      revision: 1,
      text: 'Ý kiến',
      deadlines: [
        {
          task: 0,
          dueOn: '2023-10-20',
          setOn: '2023-10-02',
          debtors: [organisation('skhdt')],
          receiver: { organisationId: organisation('ubnd') },
        },
      ],
    });
    expect(await set(['ubnd', 'clerk'], 1)).toBe('409 directive.deadlineExists');
  });

  it('typed wrong is corrected in its place; so is the directive, which keeps it', async () => {
    const { deadlines = [] } = await directive();
    const send = async (name: string, body: object, revision: number): Promise<number> => {
      const path = `/directives/${DIRECTIVE}/${name}`;
      const answer = await bench.post(T, account('ubnd', 'clerk'), path, body, revision);
      await bench.settle(T);
      return answer.status;
    };
    const deadline = { dueOn: '2023-10-25', document: { number: '9001', symbol: 'UBND-CN' } };
    const correction = { corrects: deadlines[0]?.eventId, reason: 'Gõ nhầm ngày', deadline };
    expect(await send('correctDeadline', correction, 1)).toBe(200);
    const lead = { printed: 'Sở KHĐT', organisationId: organisation('skhdt') };
    const content = { text: 'Ý kiến chỉ đạo', tasks: [{ text: 'Chủ trì', lead, coordinators: [] }] };
    expect(await send('correctEntry', { reason: 'Gõ thiếu chữ', content }, 2)).toBe(200);
    expect(await directive()).toMatchObject({
      ...{ revision: 3, text: 'Ý kiến chỉ đạo', tasks: [{ text: 'Chủ trì' }] },
      deadlines: [{ dueOn: '2023-10-25', document: { number: '9001' }, eventId: deadlines[0]?.eventId }],
      corrections: [{ reason: 'Gõ thiếu chữ', by: { role: 'clerk' } }],
    });
  });

  it('rebuilt is as it was', async () => {
    const lived = await directive();
    await bench.runtime.runner.rebuild(bench.system(T));
    expect(await directive()).toEqual(lived);
  });
});
