import { streamOf, type NewEvent, type Role } from '@lien-ket/kernel';
import type { PlanView } from '@lien-ket/contracts';
import { ServiceBench, received } from '@lien-ket/testing';
import { AGREEMENT } from '../agreement.module.js';
import { PLAN, account, agreementModule, content, organisation, people } from './plan.scene.js';

const TG = 'tien-giang';
const HCMC = 'hcmc';
const stream = streamOf('plan', PLAN);
const issued: NewEvent = {
  type: 'lk.agreement.plan.issued.v1',
  data: { number: '903', symbol: 'KH-UBND', content, entry: 'platform', sharedWith: [HCMC] },
  effectiveOn: '2024-03-04',
};
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [TG, HCMC]);
  for (const tenant of [TG, HCMC])
    for (const [stream, event] of people()) await bench.record(tenant, stream, [event]);
  bench.day = '2024-03-04';
  await bench.record(TG, stream, [issued]);
  await bench.settle(TG);
  await receive(HCMC, TG, stream, issued);
}, 60_000);
afterAll(() => bench.stop());

let number = 0;
async function receive(
  to: string,
  from: string,
  of: string,
  event: NewEvent & { readonly revision?: number },
): Promise<void> {
  await bench.record(to, `received-${from}`, [received(from, of, event, number)]);
  number += 1;
  await bench.settle(to);
}
async function planOf(tenant: string): Promise<PlanView> {
  return (await bench.get<PlanView>(tenant, account('skhdt', 'focal'), `/plans/${PLAN}`)).body;
}
async function onPlan(tenant: string, by: [string, Role], name: string, body: object = {}): Promise<string> {
  const { revision } = await planOf(tenant);
  const path = `/plans/${PLAN}/${name}`;
  const answer = await bench.post<{ code?: string }>(tenant, account(...by), path, body, revision);
  await bench.settle(tenant);
  return `${answer.status} ${answer.body.code ?? ''}`.trim();
}

/** Who has acknowledged, as `who: day` or `who: –`. */
async function acknowledgements(tenant: string): Promise<string[] | null> {
  const { recall } = await planOf(tenant);
  const nameOf = (id: string | null) => ['syt', 'sct'].find((key) => organisation(key) === id);
  return (
    recall?.concerned.map(
      ({ tenant: other, organisationId, acknowledgedOn }) =>
        `${other ?? nameOf(organisationId) ?? '?'}: ${acknowledgedOn ?? '–'}`,
    ) ?? null
  );
}

describe('a recalled plan', () => {
  it('is not acknowledged before it is recalled', async () => {
    expect(await acknowledgements(TG)).toBeNull();
    expect(await onPlan(TG, ['sct', 'head'], 'acknowledgeRecall')).toBe('409 plan.notRecalled');
  });

  it('waits for those who lead under it and for whom it was shared with', async () => {
    const body = {
      document: { number: '904', symbol: 'TB-UBND', date: { year: 2024, month: 3, day: 4 } },
      reason: 'ban hành nhầm',
    };
    expect(await onPlan(TG, ['ubnd', 'leader'], 'recall', body)).toBe('200');
    expect(await acknowledgements(TG)).toEqual(['syt: –', 'sct: –', 'hcmc: –']);
  });

  it('is acknowledged once by each concerned, and by nobody else', async () => {
    bench.day = '2024-03-07';
    const mark = (key: string) =>
      onPlan(TG, [key, 'head'], 'acknowledgeRecall', { note: 'đã đánh dấu bản thu hồi' });
    expect(await mark('stc')).toBe('403 rights.organisation');
    expect(await mark('sct')).toBe('200');
    expect(await acknowledgements(TG)).toEqual(['syt: –', 'sct: 2024-03-07', 'hcmc: –']);
    const before = (await bench.log(TG)).length;
    expect(await mark('sct')).toBe('200');
    expect(await bench.log(TG)).toHaveLength(before);
  });

  it('is acknowledged by a receiving tenant in its own log, and its owner sees that', async () => {
    await receive(HCMC, TG, stream, {
      type: 'lk.agreement.plan.recalled.v1',
      data: { document: { number: '904' }, reason: 'ban hành nhầm' },
      effectiveOn: '2024-03-06',
      revision: 1,
    });
    expect(await acknowledgements(HCMC)).toEqual(['hcmc: –']);
    expect(await onPlan(HCMC, ['sct', 'head'], 'acknowledgeRecall')).toBe('403 rights.organisation');
    expect(await onPlan(HCMC, ['ubnd', 'clerk'], 'acknowledgeRecall')).toBe('200');
    expect(await acknowledgements(HCMC)).toEqual(['hcmc: 2024-03-07']);
    const given = (await bench.log(HCMC)).at(-1);
    expect(given).toMatchObject({
      type: 'lk.agreement.acknowledgement.given.v1',
      data: { plan: { tenant: TG, id: PLAN }, organisation: 'Cơ quan ubnd', sharedWith: [TG] },
    });
    const recall = (await planOf(TG)).recall?.eventId;
    const data = { ...(given?.data as object), recall };
    await receive(TG, HCMC, given?.stream ?? '', { type: given?.type ?? '', data });
    expect(await acknowledgements(TG)).toEqual(['syt: –', 'sct: 2024-03-07', 'hcmc: 2024-03-07']);
  });

  it('a tenant that it was not shared with counts for nothing', async () => {
    const data = { plan: { tenant: TG, id: PLAN }, recall: PLAN, organisationId: PLAN, organisation: 'x' };
    const type = 'lk.agreement.acknowledgement.given.v1';
    await receive(TG, 'tra-vinh', streamOf('acknowledgement', PLAN), { type, data });
    expect(await acknowledgements(TG)).toHaveLength(3);
  });

  it('rebuilt is as it was', async () => {
    const lived = await acknowledgements(TG);
    await bench.runtime.runner.rebuild(bench.system(TG));
    expect(await acknowledgements(TG)).toEqual(lived);
  });
});
