import { streamOf, uuidFrom, type NewEvent, type Recorded } from '@lien-ket/kernel';
import { ServiceBench, received } from '@lien-ket/testing';
import { AGREEMENT } from '../agreement.module.js';
import { agreementModule, content } from './plan.scene.js';

const HCMC = 'hcmc';
const TG = 'tien-giang';
const ID = uuidFrom('scene', 'agreement');
const PLAN = uuidFrom('scene', 'plan under it');
let bench: ServiceBench;

function agreement(event: 'recorded' | 'revised', version: number, ...tenants: string[]): NewEvent {
  const parties = tenants.map((tenant) => ({ name: tenant, tenant, basis: 'printed' }));
  const content = { name: 'Thỏa thuận', kind: 'agreement', parties, fields: [], legalBases: [] };
  const data = { version, hash: 'a'.repeat(64), content, sharedWith: tenants };
  return {
    type: `lk.agreement.agreement.${event}.v1`,
    data: event === 'revised' ? { ...data, reason: 'thêm bên' } : data,
  };
}
const issued = (under: string, ...sharedWith: string[]): NewEvent => ({
  type: 'lk.agreement.plan.issued.v1',
  data: {
    content: { ...content, underAgreements: [{ id: under, printed: 'x' }] },
    entry: 'paper',
    sharedWith,
  },
  effectiveOn: '2024-03-04',
});
async function record(tenant: string, stream: string, event: NewEvent): Promise<Recorded | undefined> {
  const [recorded] = await bench.record(tenant, stream, [event]);
  await bench.settle(tenant);
  return recorded;
}
/** What changed of a plan's parties, in order: who is one now, and who joined. */
async function changes(tenant: string, plan: string): Promise<unknown[]> {
  const log = await bench.log(tenant);
  return log
    .filter(({ type, stream }) => type.endsWith('.partiesChanged.v1') && stream === streamOf('plan', plan))
    .map(({ data }) => data);
}

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [HCMC, TG]);
  bench.day = '2024-03-04';
}, 60_000);
afterAll(() => bench.stop());

it('an issued plan is shared with who joins its agreement, once, and no more with who leaves', async () => {
  await record(HCMC, streamOf('agreement', ID), agreement('recorded', 1, HCMC, 'nghe-an'));
  await record(HCMC, streamOf('plan', PLAN), issued(ID, 'nghe-an'));
  const joining = await record(
    HCMC,
    streamOf('agreement', ID),
    agreement('revised', 2, HCMC, 'nghe-an', 'tra-vinh'),
  );
  const joined = { parties: ['nghe-an', 'tra-vinh'], sharedWith: ['tra-vinh'] };
  expect(await changes(HCMC, PLAN)).toEqual([joined]);
  await bench.deliverAgain(joining as Recorded);
  await bench.settle(HCMC);
  expect(await changes(HCMC, PLAN)).toEqual([joined]);
  await record(HCMC, streamOf('agreement', ID), agreement('revised', 3, HCMC, 'tra-vinh'));
  expect(await changes(HCMC, PLAN)).toEqual([joined, { parties: ['tra-vinh'], sharedWith: [] }]);
});

it('a plan that was recalled goes to nobody who joins later', async () => {
  const recall = { type: 'lk.agreement.plan.recalled.v1', data: { document: {}, reason: 'x' } };
  await record(HCMC, streamOf('plan', PLAN), recall);
  await record(HCMC, streamOf('agreement', ID), agreement('revised', 4, HCMC, 'tra-vinh', 'kien-giang'));
  expect(await changes(HCMC, PLAN)).toHaveLength(2);
});

it('a version that names the same parties changes nothing, nor another agreement', async () => {
  const [other, plan] = [uuidFrom('scene', 'other'), uuidFrom('scene', 'other plan')];
  await record(HCMC, streamOf('agreement', other), agreement('recorded', 1, HCMC, 'nghe-an'));
  await record(HCMC, streamOf('plan', plan), issued(other, 'nghe-an'));
  await record(HCMC, streamOf('agreement', other), agreement('revised', 2, 'nghe-an', HCMC));
  expect(await changes(HCMC, plan)).toEqual([]);
});

it("a province's plan follows the agreement that HCMC keeps, and goes to HCMC alone", async () => {
  const plan = uuidFrom('scene', 'plan of the province');
  const receive = (event: NewEvent, number: number): Promise<unknown> =>
    record(TG, `received-${HCMC}`, received(HCMC, streamOf('agreement', ID), event, number));
  await receive(agreement('recorded', 1, TG, 'nghe-an'), 0);
  await record(TG, streamOf('plan', plan), issued(ID));
  await receive(agreement('revised', 2, TG, 'nghe-an', HCMC, 'kien-giang'), 1);
  expect(await changes(TG, plan)).toEqual([{ parties: [HCMC], sharedWith: [HCMC] }]);
  for (const tenant of [TG, HCMC]) expect(await bench.parked(tenant)).toEqual([]);
});
