import { addDays, streamOf, uuidFrom, type NewEvent } from '@lien-ket/kernel';
import type { ObligationView, Page, PlanChange } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { REPORTING, ReportingModule } from '../reporting.module.js';
import {
  LEADS,
  OF_DEPARTMENTS,
  OF_FOCAL,
  PLAN_419,
  account,
  began,
  issued,
  organisation,
  people,
  provisions,
} from './plan-419.scene.js';

const PLAN = streamOf('plan', PLAN_419);
const focal = account('skhdt', 'focal');
let bench: ServiceBench;

beforeAll(async () => {
  const benched = { spec: REPORTING, module: ReportingModule.with };
  bench = await ServiceBench.start(benched, [
    'moved',
    'later',
    'ours',
    'dropped',
    'recalled',
    'back',
    'numbered',
  ]);
}, 60_000);
afterAll(() => bench.stop());

/** The plan with its departments named, so that they owe without a list. */
async function entered(tenant: string, day: string): Promise<string> {
  bench.day = day;
  for (const [stream, event] of people()) await bench.record(tenant, stream, [event]);
  const debtors = LEADS.slice(0, 2).map((key) => ({ printed: key, organisationId: organisation(key) }));
  const [departments, ...rest] = provisions;
  const named = departments ? [{ ...departments, openClass: false, debtors }, ...rest] : [];
  const [act] = await bench.record(tenant, PLAN, [issued('2023-10-02', { provisions: named })]);
  await bench.record(tenant, streamOf('day', PLAN_419), [began(day)]);
  await settled(tenant);
  return act?.header.id ?? '';
}
async function settled(tenant: string): Promise<void> {
  await bench.settle(tenant);
  expect(await bench.parked(tenant)).toEqual([]);
}
async function live(tenant: string, until: string): Promise<void> {
  while (bench.day < until) {
    bench.day = addDays(bench.day, 1);
    await bench.record(tenant, streamOf('day', PLAN_419), [began(bench.day)]);
    await settled(tenant);
  }
}
const amended = (effectiveOn: string, ...changes: PlanChange[]): NewEvent => ({
  type: 'lk.agreement.plan.amended.v1',
  effectiveOn,
  data: {
    amendmentId: uuidFrom('scene', 'amendment'),
    document: { number: '9', symbol: 'KH-UBND' },
    reason: 'chuyển hạn',
    changes,
    supersedes: [],
  },
});
const to = (month: number, day: number): PlanChange => ({
  op: 'setProvision',
  provisionId: OF_DEPARTMENTS,
  fields: {
    rule: { kind: 'yearlyBefore', month, day },
    asPrinted: `trước ngày ${day} tháng ${month} hàng năm`,
  },
});
async function duties(tenant: string): Promise<string[]> {
  return (await owed(tenant))
    .filter(({ provisionId }) => provisionId === OF_DEPARTMENTS)
    .map(({ debtorId, state, dueOn, firstDueOn }) => {
      const key = LEADS.find((one) => organisation(one) === debtorId);
      return `${key} ${state} ${dueOn}${firstDueOn === dueOn ? '' : ` (${firstDueOn})`}`;
    })
    .sort();
}

describe('a report that an amendment moves', () => {
  it('is due on the new date, the first one stays to be seen; what was sent is as it was', async () => {
    await entered('moved', '2023-12-01');
    expect(await duties('moved')).toEqual(['sct open 2023-12-14', 'svhttdl open 2023-12-14']);
    const { body } = await bench.get<Page<ObligationView>>('moved', focal, '/obligations?limit=200');
    const ofTrade = body.items.find(({ debtorId }) => debtorId === organisation('sct'));
    const report = { nil: true, parts: [], figures: [], evidence: [] };
    await bench.post(
      'moved',
      account('sct', 'head'),
      `/obligations/${ofTrade?.id}/sendReport`,
      { report },
      0,
    );
    const [act] = await bench.record('moved', PLAN, [amended('2023-12-01', to(12, 25))]);
    await settled('moved');
    const after = ['sct sent 2023-12-14', 'svhttdl open 2023-12-24 (2023-12-14)'];
    expect(await duties('moved')).toEqual(after);
    const before = (await bench.log('moved')).length;
    if (act) await bench.deliverAgain(act);
    expect(await bench.log('moved')).toHaveLength(before);
  });

  it('is due on the new date from the day on which the amendment is in force', async () => {
    await entered('later', '2023-12-01');
    await bench.record('later', PLAN, [amended('2023-12-05', to(12, 25))]);
    await settled('later');
    await live('later', '2023-12-04');
    expect(await duties('later')).toEqual(['sct open 2023-12-14', 'svhttdl open 2023-12-14']);
    await live('later', '2023-12-05');
    expect(await duties('later')).toEqual([
      'sct open 2023-12-24 (2023-12-14)',
      'svhttdl open 2023-12-24 (2023-12-14)',
    ]);
  });

  it('of which we typed the date wrong, is mended though it seemed overdue', async () => {
    const act = await entered('ours', '2023-12-10');
    await live('ours', '2023-12-18');
    const [first] = (await bench.get<Page<ObligationView>>('ours', focal, '/obligations?signal=overdue')).body
      .items;
    expect(first?.dueOn).toBe('2023-12-14');
    const right = issued('2023-10-02', {
      provisions: provisions.map((one) =>
        one.id === OF_DEPARTMENTS
          ? { ...one, openClass: false, debtors: first ? named('sct', 'syt') : [], rule: to2512 }
          : one,
      ),
    });
    await bench.record('ours', PLAN, [
      {
        type: 'lk.agreement.plan.entryCorrected.v1',
        data: { corrects: act, reason: 'gõ nhầm ngày', replacement: { issued: right.data } },
      },
    ]);
    await settled('ours');
    // Who was never named owes nothing; who was left out does.
    expect(await duties('ours')).toEqual([
      'sct open 2023-12-24 (2023-12-14)',
      'svhttdl waived 2023-12-14',
      'syt open 2023-12-24',
    ]);
  });
});

const to2512 = { kind: 'yearlyBefore', month: 12, day: 25 } as const;
const named = (...keys: string[]) => keys.map((key) => ({ printed: key, organisationId: organisation(key) }));

describe('a report that an amendment drops', () => {
  it('ends where it is owed still, and a new one is opened', async () => {
    await entered('dropped', '2023-12-01');
    const [, ofFocal] = provisions;
    const provision = {
      ...(ofFocal ?? fail()),
      id: uuidFrom('scene', 'provision', 'new'),
      debtors: named('syt'),
    };
    await bench.record('dropped', PLAN, [
      amended(
        '2023-12-01',
        { op: 'removeProvision', provisionId: OF_DEPARTMENTS, reason: 'bỏ' },
        { op: 'addProvision', provision },
      ),
    ]);
    await settled('dropped');
    expect(await duties('dropped')).toEqual(['sct waived 2023-12-14', 'svhttdl waived 2023-12-14']);
    const { body } = await bench.get<Page<ObligationView>>('dropped', focal, '/obligations?limit=200');
    const others = body.items.filter(({ provisionId }) => provisionId !== OF_DEPARTMENTS);
    expect(others.map(({ provisionId, state, dueOn }) => [provisionId, state, dueOn])).toEqual([
      [OF_FOCAL, 'open', '2023-12-31'],
      [provision.id, 'open', '2023-12-31'],
    ]);
    const waived = (await bench.log('dropped')).find(({ type }) => type.endsWith('obligation.waived.v1'));
    expect(waived?.data).toMatchObject({
      reason: 'Kế hoạch không còn quy định báo cáo này theo văn bản 9/KH-UBND: chuyển hạn',
      because: { code: 'provisionDropped', document: '9/KH-UBND', reason: 'chuyển hạn' },
    });
  });
});

async function act(tenant: string, event: NewEvent): Promise<string> {
  const [recorded] = await bench.record(tenant, PLAN, [event]);
  await settled(tenant);
  return recorded?.header.id ?? '';
}
const takenBack = (corrects: string): NewEvent => ({
  type: 'lk.agreement.plan.entryCorrected.v1',
  data: { corrects, reason: 'nhập nhầm kế hoạch', replacement: { enteredInError: true } },
});
async function owed(tenant: string): Promise<ObligationView[]> {
  const { body } = await bench.get<Page<ObligationView>>(tenant, focal, '/obligations?limit=200');
  return [...body.items];
}
async function states(tenant: string): Promise<string[]> {
  return (await owed(tenant)).map(({ state, dueOn }) => `${state} ${dueOn}`).sort();
}
const OPEN = ['open 2023-12-14', 'open 2023-12-14', 'open 2023-12-31'];

describe('what fell away by an act that was entered for the wrong plan', () => {
  it('is owed again; what fell due meanwhile is history, and what a person waived stays waived', async () => {
    await entered('recalled', '2023-12-01');
    expect(await states('recalled')).toEqual(OPEN);
    const [one] = await owed('recalled');
    const waived = await bench.post(
      'recalled',
      focal,
      `/obligations/${one?.id}/waive`,
      { reason: 'đã báo cáo bằng văn bản khác' },
      one?.revision,
    );
    expect(waived.status).toBe(200);
    const data = { document: { number: '9', symbol: 'KH-UBND' }, reason: 'thu hồi' };
    const recall = { type: 'lk.agreement.plan.recalled.v1', effectiveOn: '2023-12-01', data };
    const recalled = await act('recalled', recall);
    expect(await states('recalled')).toEqual(OPEN.map((said) => said.replace('open', 'waived')));
    await live('recalled', '2023-12-20');
    await act('recalled', takenBack(recalled));
    expect(await states('recalled')).toEqual([
      'open 2023-12-31',
      'unknownOutcome 2023-12-14',
      'waived 2023-12-14',
    ]);
    const before = await bench.log('recalled');
    const correction = before.findLast(({ type }) => type.endsWith('plan.entryCorrected.v1'));
    if (correction) await bench.deliverAgain(correction);
    expect(await bench.log('recalled')).toHaveLength(before.length);
  });

  it('is owed again where an amendment had dropped the report, as it stood', async () => {
    await entered('back', '2023-12-01');
    const drop: PlanChange = { op: 'removeProvision', provisionId: OF_DEPARTMENTS, reason: 'bỏ' };
    const dropped = await act('back', amended('2023-12-01', drop));
    expect(await states('back')).toEqual(['open 2023-12-31', 'waived 2023-12-14', 'waived 2023-12-14']);
    await act('back', takenBack(dropped));
    expect(await states('back')).toEqual(OPEN);
    expect((await owed('back')).every(({ waived }) => waived === null)).toBe(true);
  });
});

function fail(): never {
  throw new Error('no provision');
}
