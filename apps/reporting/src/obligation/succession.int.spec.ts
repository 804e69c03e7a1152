import { addDays, streamOf, type NewEvent } from '@lien-ket/kernel';
import type { ObligationView, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { PLAN_419, account, began, issued, organisation, people } from '../provision/plan-419.scene.js';
import { REPORTING, ReportingModule } from '../reporting.module.js';

let bench: ServiceBench;
beforeAll(async () => {
  const benched = { spec: REPORTING, module: ReportingModule.with };
  bench = await ServiceBench.start(benched, ['taken', 'later', 'other', 'passed']);
}, 60_000);
afterAll(() => bench.stop());

const SCT = streamOf('organisation', organisation('sct'));
const end = (endedOn: string, key = 'stc') => ({
  endedOn,
  successor: { id: organisation(key), name: key },
  basis: 'x',
});
const corrected = (ended: object | null): NewEvent => ({
  type: 'lk.agreement.organisation.endCorrected.v1',
  data: { corrects: PLAN_419, reason: 'nhầm cơ quan', ended },
});

/** Sở Công Thương ended on 05/12, and its duty waits two days later. */
async function waiting(tenant: string): Promise<void> {
  bench.day = '2024-12-01';
  for (const [stream, event] of people()) await bench.record(tenant, stream, [event]);
  await bench.record(tenant, streamOf('day', PLAN_419), [began('2024-12-01', true)]);
  await bench.record(tenant, streamOf('plan', PLAN_419), [issued('2024-12-01')]);
  await bench.settle(tenant);
  const data = end('2024-12-05');
  await bench.record(tenant, SCT, [{ type: 'lk.agreement.organisation.ended.v1', data }]);
  for (bench.day = '2024-12-02'; bench.day < '2024-12-07'; bench.day = addDays(bench.day, 1)) {
    await bench.record(tenant, streamOf('day', PLAN_419), [began(bench.day)]);
    await bench.settle(tenant);
  }
}
const duties = async (tenant: string): Promise<readonly ObligationView[]> =>
  (await bench.get<Page<ObligationView>>(tenant, account('skhdt', 'focal'), '/obligations?limit=200')).body
    .items;
/** Whose duties, of Sở Công Thương and those it went to, and how they stand. */
async function owed(tenant: string): Promise<string[]> {
  const names = new Map(['sct', 'stc', 'syt'].map((key) => [organisation(key), key]));
  const all = (await duties(tenant)).filter(({ dueOn }) => dueOn === '2024-12-14');
  return all
    .map(({ debtorId, state }) => `${names.get(debtorId) ?? ''} ${state}`)
    .filter((one) => /^(sct|stc)/.test(one))
    .sort();
}
async function correct(tenant: string, ended: object | null): Promise<void> {
  const told = await bench.record(tenant, SCT, [corrected(ended)]);
  await bench.settle(tenant);
  expect(await bench.parked(tenant)).toEqual([]);
  const { length } = await bench.log(tenant);
  for (const event of told) await bench.deliverAgain(event);
  expect(await bench.log(tenant)).toHaveLength(length);
}
async function transfer(tenant: string): Promise<void> {
  const [duty] = (await duties(tenant)).filter(({ state }) => state === 'awaitsSuccessor');
  const body = { toId: organisation('stc'), basis: 'Nghị quyết' };
  const path = `/obligations/${duty?.id}/transfer`;
  const answer = await bench.post(tenant, account('skhdt', 'focal'), path, body, duty?.revision);
  expect(answer.status).toBe(200);
  await bench.settle(tenant);
}

describe('the end of an organisation that was typed wrong', () => {
  it('was of another one: what waited, and what was handed over, is owed by it as before', async () => {
    await waiting('taken');
    expect(await owed('taken')).toEqual(['sct awaitsSuccessor']);
    await correct('taken', null);
    expect(await owed('taken')).toEqual(['sct open']);
    await bench.record('taken', SCT, [
      { type: 'lk.agreement.organisation.ended.v1', data: end('2024-12-05') },
    ]);
    await bench.record('taken', streamOf('day', PLAN_419), [began(bench.day)]);
    await bench.settle('taken');
    await transfer('taken');
    expect(await owed('taken')).toEqual(['stc open']);
    await correct('taken', null);
    expect(await owed('taken')).toEqual(['sct open']);
  });

  it('comes later: it owes until then; earlier changes nothing of what waits', async () => {
    await waiting('later');
    await correct('later', end('2024-12-04'));
    expect(await owed('later')).toEqual(['sct awaitsSuccessor']);
    await correct('later', end('2024-12-20'));
    expect(await owed('later')).toEqual(['sct open']);
  });

  it('has another successor: what was handed over to the wrong one goes on to the right one', async () => {
    await waiting('other');
    await transfer('other');
    await correct('other', end('2024-12-05', 'syt'));
    expect(await owed('other')).toEqual([]);
    const all = await duties('other');
    const ofSyt = all.filter(({ debtorId }) => debtorId === organisation('syt'));
    expect(ofSyt.map(({ state }) => state)).toEqual(['open', 'open']);
  });
});

it('who was passed over for an end that never was owes from the correction on', async () => {
  const T = 'passed';
  const focal = streamOf('organisation', organisation('skhdt'));
  const ofFocal = async (): Promise<number> =>
    (await duties(T)).filter(({ debtorId }) => debtorId === organisation('skhdt')).length;
  bench.day = '2024-12-01';
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  const data = { endedOn: '2024-11-30', basis: 'x' };
  await bench.record(T, focal, [{ type: 'lk.agreement.organisation.ended.v1', data }]);
  await bench.record(T, streamOf('day', PLAN_419), [began(bench.day)]);
  await bench.record(T, streamOf('plan', PLAN_419), [issued('2024-12-01')]);
  await bench.settle(T);
  expect(await ofFocal()).toBe(0);
  await bench.record(T, focal, [corrected(null)]);
  await bench.settle(T);
  expect(await ofFocal()).toBe(1);
});
