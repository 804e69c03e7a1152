import { streamOf, uuidFrom } from '@lien-ket/kernel';
import type { WorkingGroupView } from '@lien-ket/contracts';
import { ServiceBench, received } from '@lien-ket/testing';
import { AGREEMENT } from '../agreement.module.js';
import { PLAN, account, agreementModule, content, people } from '../plan/plan.scene.js';

const T = 'tien-giang';
const focal = account('skhdt', 'focal');
const GROUP = uuidFrom('scene', 'group');
const TEAM = uuidFrom('scene', 'team');
const NEW = uuidFrom('scene', 'member');
const member = (name: string, role: string) => ({ name, title: 'Phó Giám đốc', role });
const established = {
  name: 'Tổ công tác',
  teams: [
    { id: TEAM, name: 'Tổ điều phối', members: [member('An', 'Tổ trưởng'), member('Bình', 'Thành viên')] },
  ],
};
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [T]);
  bench.day = '2024-01-04';
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

async function group(asOf?: string, id = GROUP): Promise<WorkingGroupView> {
  const path = `/working-groups/${id}${asOf ? `?asOf=${asOf}` : ''}`;
  return (await bench.get<WorkingGroupView>(T, focal, path)).body;
}
const roster = async (asOf?: string, id = GROUP): Promise<string[]> =>
  (await group(asOf, id)).teams.flatMap(({ members }) => members.map(({ name, role }) => `${name} ${role}`));
const paper = { number: '12', symbol: 'QĐ-UBND', date: { year: 2024, month: 1, day: 4 } };
async function change(
  changes: readonly object[],
  by: object = { document: paper, effectiveOn: '2024-02-01' },
): Promise<string> {
  const { revision } = await group();
  const path = `/working-groups/${GROUP}/changeRoster`;
  const { status, body } = await bench.post<{ code?: string }>(T, focal, path, { ...by, changes }, revision);
  await bench.settle(T);
  return `${status} ${body.code ?? ''}`.trim();
}

describe('the roster of a working group', () => {
  it('changes by a document, from its day on: the day before it is as it was', async () => {
    await bench.post(T, focal, '/working-groups', { id: GROUP, ...established });
    await bench.settle(T);
    const [an, binh] = (await group()).teams[0]?.members ?? [];
    expect(
      await change([
        { op: 'leave', memberId: an?.id },
        { op: 'change', memberId: binh?.id, role: 'Tổ trưởng' },
        {
          op: 'join',
          teamId: TEAM,
          member: { id: NEW, ...member('Chi', 'Thành viên') },
          afterMemberId: binh?.id,
        },
      ]),
    ).toBe('200');
    expect(await roster()).toEqual(['An Tổ trưởng', 'Bình Thành viên']);
    expect(await roster('2024-01-31')).toEqual(['An Tổ trưởng', 'Bình Thành viên']);
    expect(await roster('2024-02-01')).toEqual(['Bình Tổ trưởng', 'Chi Thành viên']);
    expect((await group()).changes).toMatchObject([
      { effectiveOn: '2024-02-01', document: { number: '12' } },
    ]);
    bench.day = '2024-02-01';
    expect(await roster()).toEqual(['Bình Tổ trưởng', 'Chi Thành viên']);
    // Who left is told by name still, among the changes.
    expect((await group()).everyone).toContainEqual({ id: an?.id, name: an?.name });
  });

  it('refuses who is no member on the day, who is one already, another team, and a day that nobody says', async () => {
    const [an] = (await group('2024-01-31')).teams[0]?.members ?? [];
    const joins = (teamId: string) => ({ op: 'join', teamId, member: { id: NEW, ...member('Chi', 'x') } });
    expect(await change([{ op: 'leave', memberId: an?.id }])).toBe('409 workinggroup.memberUnknown');
    expect(await change([joins(TEAM)])).toBe('409 workinggroup.memberExists');
    expect(await change([joins(GROUP)])).toBe('409 workinggroup.teamUnknown');
    const leaves = [{ op: 'leave', memberId: NEW }];
    const undated = { ...paper, date: { year: 2024 } };
    expect(await change(leaves, { document: undated })).toBe('400 plan.effectiveOnNeeded');
  });

  it('is changed by no paper without a number, and by none of a day to come', async () => {
    const leaves = [{ op: 'leave', memberId: NEW }];
    const from = { effectiveOn: '2024-02-01' };
    expect(await change(leaves, { document: {}, ...from })).toBe('400 workinggroup.changedByDocument');
    const future = { ...paper, date: { year: 2024, month: 2, day: 2 } };
    expect(await change(leaves, { document: future, ...from })).toBe('400 workinggroup.dayToCome');
    expect(await roster()).toEqual(['Bình Tổ trưởng', 'Chi Thành viên']);
  });

  it('crosses, and is told at the other side as of the same day', async () => {
    const id = uuidFrom('scene', 'crossed group');
    const stream = `workinggroup-${id}`;
    const changes = [{ op: 'join', teamId: TEAM, member: { id: NEW, ...member('Chi', 'Thành viên') } }];
    await bench.record(T, 'received-hcmc', [
      received('hcmc', stream, { type: 'lk.agreement.workinggroup.established.v1', data: established }, 0),
      received(
        'hcmc',
        stream,
        {
          type: 'lk.agreement.workinggroup.rosterChanged.v1',
          effectiveOn: '2024-03-01',
          data: { document: { number: '7' }, changes },
        },
        1,
      ),
    ]);
    await bench.settle(T);
    expect(await roster('2024-02-29', id)).toHaveLength(2);
    expect(await roster('2024-03-01', id)).toHaveLength(3);
  });
});

describe('a group that was recorded without a plan', () => {
  const id = uuidFrom('scene', 'group without');
  const place = async (fields: object): Promise<unknown> => {
    const { revision } = await group(undefined, id);
    const body = { reason: 'Ghi trước khi có kế hoạch', ...fields };
    const path = `/working-groups/${id}/placeUnder`;
    const answer = await bench.post<{ code?: string; errors?: { pointer: string }[] }>(
      T,
      focal,
      path,
      body,
      revision,
    );
    await bench.settle(T);
    return [answer.status, answer.body.code, answer.body.errors?.map(({ pointer }) => pointer)];
  };

  it('is placed under a plan that there is, stands so from then on, and reaches whom the plan reached', async () => {
    await bench.post(T, focal, '/working-groups', { id, ...established });
    const issued = { content, entry: 'paper', sharedWith: ['hcmc'] };
    await bench.record(T, streamOf('plan', PLAN), [
      { type: 'lk.agreement.plan.issued.v1', data: issued, effectiveOn: '2024-01-04' },
    ]);
    await bench.settle(T);
    const nowhere = { id: uuidFrom('scene', 'no such'), printed: 'x' };
    expect(await place({ underPlan: nowhere, underAgreement: nowhere })).toEqual([
      400,
      'workinggroup.planUnknown',
      ['/underPlan/id', '/underAgreement/id'],
    ]);
    const underPlan = { id: PLAN, printed: '419/KH-UBND' };
    expect(await place({ underPlan })).toEqual([200, undefined, undefined]);
    expect(await group(undefined, id)).toMatchObject({ underPlan, sharedWith: ['hcmc'] });
    const lived = await group(undefined, id);
    await bench.runtime.runner.rebuild(bench.system(T));
    expect(await group(undefined, id)).toEqual(lived);
  });
});
