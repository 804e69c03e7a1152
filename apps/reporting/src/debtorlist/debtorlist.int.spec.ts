import { streamOf } from '@lien-ket/kernel';
import type { DebtorListView, ObligationView, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import {
  PLAN_419,
  account,
  began,
  issued,
  organisation,
  people,
  planContent,
} from '../provision/plan-419.scene.js';
import { REPORTING, ReportingModule } from '../reporting.module.js';

const T = 'tien-giang';
const FOCAL = account('skhdt', 'focal');
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: REPORTING, module: ReportingModule.with }, [T]);
  bench.day = '2023-10-20';
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  await bench.record(T, streamOf('day', PLAN_419), [began('2023-10-20')]);
  await bench.record(T, streamOf('plan', PLAN_419), [issued('2023-10-20')]);
  await bench.settle(T);
  bench.day = '2023-12-04';
  await bench.record(T, streamOf('day', PLAN_419), [began('2023-12-04')]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

async function list(): Promise<DebtorListView> {
  const { items } = (await bench.get<Page<DebtorListView>>(T, FOCAL, '/debtor-lists')).body;
  const [one] = items;
  if (!one) throw new Error('the period is open');
  return one;
}
async function send(name: string, keys: readonly string[], by = FOCAL): Promise<string> {
  const { id, revision } = await list();
  const reason = name === 'confirm' ? {} : { reason: 'Nhầm cơ quan' };
  const body = { ...reason, debtors: keys.map(organisation) };
  const path = `/debtor-lists/${id}/${name}`;
  const answer = await bench.post<{ code?: string }>(T, by, path, body, revision);
  await bench.settle(T);
  expect(await bench.parked(T)).toEqual([]);
  const { length } = await bench.log(T);
  for (const event of (await bench.log(T)).filter(({ type }) => type.includes('debtorlist')))
    await bench.deliverAgain(event);
  expect(await bench.log(T)).toHaveLength(length);
  return [answer.status, answer.body.code].filter(Boolean).join(' ');
}
const duties = async (): Promise<readonly ObligationView[]> =>
  (await bench.get<Page<ObligationView>>(T, FOCAL, '/obligations?limit=200')).body.items;
async function owed(): Promise<string[]> {
  const names = new Map(['sct', 'syt', 'stc', 'snv'].map((key) => [organisation(key), key]));
  return (await duties())
    .filter(({ dueOn }) => dueOn === '2023-12-14')
    .map(({ debtorId, state }) => `${names.get(debtorId)} ${state}`)
    .sort();
}

describe('a list that was confirmed by mistake', () => {
  it('is corrected once it is confirmed, by who confirms it', async () => {
    expect(await send('correctEntry', ['sct'])).toBe('409 debtorlist.notConfirmed');
    expect(await send('confirm', ['sct', 'syt', 'stc'])).toBe('200');
    expect(await owed()).toEqual(['sct open', 'stc open', 'syt open']);
    expect(await send('correctEntry', ['sct'], account('sct', 'head'))).toBe('403 rights.role');
    expect(await send('correctEntry', ['sct', 'skhdt'])).toBe('409 debtorlist.receiverOwesNothing');
    expect(await send('correctEntry', ['stc', 'syt', 'sct'])).toBe('409 debtorlist.alreadyConfirmed');
  });

  it('loses who does not belong there, whose duty falls away; who was meant owes it', async () => {
    expect(await send('correctEntry', ['sct', 'syt', 'snv'])).toBe('200');
    expect(await owed()).toEqual(['sct open', 'snv open', 'stc waived', 'syt open']);
    const gone = (await duties()).find(({ debtorId }) => debtorId === organisation('stc'));
    expect(gone?.waived).toMatchObject({ because: { code: 'entryCorrected', reason: 'Nhầm cơ quan' } });
    expect(await list()).toMatchObject({
      confirmed: ['sct', 'syt', 'snv'].map(organisation),
      corrections: [{ reason: 'Nhầm cơ quan', by: { role: 'focal', organisationId: organisation('skhdt') } }],
    });
  });

  it('whose plan says something else stays without it', async () => {
    const [said] = (await bench.log(T)).filter(({ type }) => type === 'lk.agreement.plan.issued.v1');
    const [first, ...others] = planContent().provisions;
    const provisions = first ? [{ ...first, what: 'Báo cáo kết quả' }, ...others] : [];
    const replacement = { issued: issued('2023-10-20', { provisions }).data };
    await bench.record(T, streamOf('plan', PLAN_419), [
      {
        type: 'lk.agreement.plan.entryCorrected.v1',
        data: { corrects: said?.header.id, reason: 'gõ nhầm', replacement },
      },
    ]);
    await bench.settle(T);
    expect((await duties()).filter(({ title }) => title === 'Báo cáo kết quả')).toHaveLength(3);
    expect(await owed()).toEqual(['sct open', 'snv open', 'stc waived', 'syt open']);
  });

  it('takes it up again, where that was the mistake', async () => {
    expect(await send('confirm', ['sct', 'syt', 'snv', 'stc'])).toBe('200');
    expect(await owed()).toEqual(['sct open', 'snv open', 'stc open', 'syt open']);
    expect(await send('correctEntry', ['sct', 'syt', 'snv'])).toBe('200');
    expect(await send('correctEntry', ['sct', 'syt', 'snv', 'stc'])).toBe('200');
    expect(await owed()).toEqual(['sct open', 'snv open', 'stc open', 'syt open']);
  });

  it('keeps whose report is in', async () => {
    const duty = (await duties()).find(({ debtorId }) => debtorId === organisation('sct'));
    const report = { nil: true, parts: [], figures: [], evidence: [] };
    const path = `/obligations/${duty?.id}/sendReport`;
    const sent = await bench.post(T, account('sct', 'head'), path, { report }, duty?.revision);
    expect(sent.status).toBe(200);
    await bench.settle(T);
    expect(await send('correctEntry', ['syt', 'snv', 'stc'])).toBe('409 debtorlist.answered');
    expect(await owed()).toEqual(['sct sent', 'snv open', 'stc open', 'syt open']);
  });
});
