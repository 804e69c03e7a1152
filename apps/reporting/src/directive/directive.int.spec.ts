import { streamOf, uuidFrom, type Role } from '@lien-ket/kernel';
import type { ObligationView, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { account, assigned, began, organisation, registered } from '../provision/plan-419.scene.js';
import { REPORTING, ReportingModule } from '../reporting.module.js';

const T = 'nghe-an';
const DIRECTIVE = uuidFrom('scene', 'directive');
const stream = streamOf('directive', DIRECTIVE);
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: REPORTING, module: ReportingModule.with }, [T]);
  bench.day = '2023-10-02';
  for (const key of ['skhdt', 'sct', 'ubnd'])
    await bench.record(T, streamOf('organisation', organisation(key)), [registered(`Đơn vị ${key}`)]);
  const staff: [string, Role][] = [
    ['skhdt', 'head'],
    ['ubnd', 'leader'],
  ];
  for (const [key, role] of staff)
    await bench.record(T, streamOf('staff', account(key, role)), [assigned(key, role)]);
  await bench.record(T, streamOf('organisation', organisation('sct')), [
    { type: 'lk.agreement.organisation.ended.v1', data: { endedOn: '2023-09-30', basis: 'x' } },
  ]);
  await bench.record(T, streamOf('day', DIRECTIVE), [began(bench.day)]);
  const tasks = [{ text: 'Chủ trì thực hiện', lead: { printed: 'Sở' }, coordinators: [] }];
  await bench.record(T, stream, [
    { type: 'lk.agreement.directive.issued.v1', data: { text: 'Ý kiến', tasks } },
  ]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

const duties = async (by: [string, Role], role: string): Promise<readonly ObligationView[]> =>
  (await bench.get<Page<ObligationView>>(T, account(...by), `/obligations?role=${role}`)).body.items;

describe('a deadline set for a directive', () => {
  it('opens nothing before it is set', async () => {
    expect(await duties(['skhdt', 'head'], 'debtor')).toEqual([]);
  });

  it('makes each who must report owe it to the committee, from that day on; who has ended owes nothing', async () => {
    const data = {
      task: 0,
      dueOn: '2023-10-20',
      debtors: [organisation('skhdt'), organisation('sct')],
      receiver: { printed: 'UBND tỉnh', organisationId: organisation('ubnd') },
      document: { number: '9000', symbol: 'UBND-CN' },
    };
    await bench.record(T, stream, [{ type: 'lk.agreement.directive.deadlineSet.v1', data }]);
    await bench.settle(T);
    expect(await bench.parked(T)).toEqual([]);
    const [duty, ...more] = await duties(['ubnd', 'leader'], 'receiver');
    expect(more).toEqual([]);
    expect(duty).toMatchObject({
      debtorId: organisation('skhdt'),
      title: 'Báo cáo kết quả thực hiện ý kiến chỉ đạo: Chủ trì thực hiện',
      titled: { code: 'directiveTask', text: 'Chủ trì thực hiện' },
      period: { key: '2023-10-20', label: 'Theo văn bản 9000/UBND-CN' },
      state: 'open',
      dueOn: '2023-10-20',
      daysLeft: 18,
      historic: false,
    });
  });

  it('delivered twice makes no second duty', async () => {
    const log = await bench.log(T);
    for (const event of log.filter(({ type }) => type === 'lk.agreement.directive.deadlineSet.v1'))
      await bench.deliverAgain(event);
    expect(await bench.log(T)).toHaveLength(log.length);
  });
});

describe('a directive corrected after its deadline was set', () => {
  const receiver = { printed: 'UBND tỉnh', organisationId: organisation('ubnd') };
  const deadline = (key: string, dueOn: string) => ({
    task: 0,
    dueOn,
    debtors: [organisation(key)],
    receiver,
  });
  const told = async (name: string, data: object): Promise<void> => {
    const type = `lk.agreement.directive.${name}.v1`;
    const [event] = await bench.record(T, stream, [{ type, data }]);
    await bench.settle(T);
    expect(await bench.parked(T)).toEqual([]);
    const { length } = await bench.log(T);
    if (event) await bench.deliverAgain(event);
    expect(await bench.log(T)).toHaveLength(length);
  };
  const setBy = async (): Promise<string> =>
    (await bench.log(T)).find(({ type }) => type.endsWith('directive.deadlineSet.v1'))?.header.id ?? '';
  const owed = async (): Promise<string[]> =>
    (await duties(['ubnd', 'leader'], 'receiver')).map(
      ({ debtorId, state, dueOn, titled }) =>
        `${debtorId === organisation('skhdt') ? 'skhdt' : 'ubnd head'} ${state} ${dueOn} ${titled?.text}`,
    );

  it('the duty is called as the task is', async () => {
    const tasks = [{ text: 'Chủ trì, báo cáo', lead: { printed: 'Sở' }, coordinators: [] }];
    await told('entryCorrected', {
      corrects: stream,
      reason: 'gõ thiếu',
      content: { text: 'Ý kiến', tasks },
    });
    expect(await owed()).toEqual(['skhdt open 2023-10-20 Chủ trì, báo cáo']);
  });

  it('the duty follows the day; falls away where another was meant; and is owed again when it is set anew', async () => {
    const corrects = await setBy();
    await told('deadlineCorrected', { corrects, reason: 'x', deadline: deadline('skhdt', '2023-10-25') });
    expect(await owed()).toEqual(['skhdt open 2023-10-25 Chủ trì, báo cáo']);
    await told('deadlineCorrected', { corrects, reason: 'nhầm sở', deadline: null });
    const [gone] = await duties(['ubnd', 'leader'], 'receiver');
    expect(gone).toMatchObject({
      state: 'waived',
      waived: { because: { code: 'entryCorrected', reason: 'nhầm sở' } },
    });
    await told('deadlineSet', deadline('skhdt', '2023-10-30'));
    expect(await owed()).toEqual(['skhdt open 2023-10-30 Chủ trì, báo cáo']);
  });
});

describe('a debtor whose end was typed wrong', () => {
  const sct = streamOf('organisation', organisation('sct'));
  const correctedEnd = { corrects: DIRECTIVE, reason: 'nhầm cơ quan', ended: null };
  const told = async (name: string, data: object): Promise<void> => {
    const type = `lk.agreement.organisation.${name}.v1`;
    const [event] = await bench.record(T, sct, [{ type, data }]);
    await bench.record(T, streamOf('day', DIRECTIVE), [began(bench.day)]);
    await bench.settle(T);
    expect(await bench.parked(T)).toEqual([]);
    const { length } = await bench.log(T);
    if (event) await bench.deliverAgain(event);
    expect(await bench.log(T)).toHaveLength(length);
  };
  const owed = async (): Promise<string[]> =>
    (await duties(['ubnd', 'leader'], 'receiver'))
      .filter(({ debtorId }) => debtorId === organisation('sct'))
      .map(({ state, dueOn }) => `${state} ${dueOn}`);

  it('owes what it was not asked for meanwhile', async () => {
    const receiver = { printed: 'UBND tỉnh', organisationId: organisation('ubnd') };
    const data = { task: 0, dueOn: '2023-11-20', debtors: [organisation('sct')], receiver };
    await bench.record(T, stream, [{ type: 'lk.agreement.directive.deadlineSet.v1', data }]);
    await bench.settle(T);
    expect(await owed()).toEqual([]);
    await told('endCorrected', correctedEnd);
    expect(await owed()).toEqual(['open 2023-11-20']);
  });

  it('owes again what waited for its successor', async () => {
    bench.day = '2023-10-06';
    await told('ended', { endedOn: '2023-10-04', basis: 'x' });
    expect(await owed()).toEqual(['awaitsSuccessor 2023-11-20']);
    await told('endCorrected', correctedEnd);
    expect(await owed()).toEqual(['open 2023-11-20']);
  });

  it('of whom a deadline was taken back, is asked nothing', async () => {
    const log = await bench.log(T);
    const set = log.findLast(({ type }) => type.endsWith('directive.deadlineSet.v1'))?.header.id ?? '';
    const data = { corrects: set, reason: 'nhầm', deadline: null };
    await bench.record(T, stream, [{ type: 'lk.agreement.directive.deadlineCorrected.v1', data }]);
    await told('ended', { endedOn: '2023-10-05', basis: 'x' });
    await told('endCorrected', correctedEnd);
    expect(await owed()).toEqual(['waived 2023-11-20']);
  });
});
