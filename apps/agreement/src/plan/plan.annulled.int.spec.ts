import type { Page, PlanListItem, PlanView } from '@lien-ket/contracts';
import { streamOf, uuidFrom } from '@lien-ket/kernel';
import { ServiceBench } from '@lien-ket/testing';
import { AGREEMENT } from '../agreement.module.js';
import { ITEM, account, agreementModule, content, people } from './plan.scene.js';

const T = 'tien-giang';
const leader = account('ubnd', 'leader');
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [T]);
  bench.day = '2024-01-04';
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

const document = { number: '40', symbol: 'QĐ-UBND', date: { year: 2024, month: 5, day: 1 } };

/** In force from 01/02/2024, ended by a decision of 01/05/2024. */
async function ended(how: string, effectiveOn: string): Promise<string> {
  const id = uuidFrom('scene', how, effectiveOn);
  const issued = {
    type: 'lk.agreement.plan.issued.v1',
    data: { entry: 'paper', symbol: 'KH-UBND', content },
  };
  bench.day = '2024-02-01';
  await bench.record(T, streamOf('plan', id), [{ ...issued, effectiveOn: '2024-02-01' }]);
  bench.day = '2024-05-01';
  await bench.settle(T);
  const body = { how, document, reason: 'Trái thẩm quyền', effectiveOn };
  const answer = await bench.post(T, leader, `/plans/${id}/end`, body, 0);
  expect(answer.status).toBe(200);
  await bench.settle(T);
  return id;
}

/** State, force, and the state that the list says, at a moment. */
async function stands(id: string, query: string): Promise<string> {
  const { body } = await bench.get<PlanView>(T, leader, `/plans/${id}?${query}`);
  const list = await bench.get<Page<PlanListItem>>(T, leader, `/plans?limit=100&${query}`);
  const row = list.body.items.find((one) => one.id === id);
  return [body.state, body.inForce, row?.state].join(' ');
}
const STOOD = 'issued true issued';
const NEVER = 'annulled false annulled';

it.each([
  ['annulled', '2024-05-01', [NEVER, NEVER, NEVER, NEVER]],
  ['annulled', '2024-03-01', [NEVER, NEVER, NEVER, NEVER]],
  ['annulled', '2024-07-01', [STOOD, STOOD, STOOD, NEVER]],
  ['repealed', '2024-05-01', [STOOD, STOOD, 'repealed false repealed', 'repealed false repealed']],
])('%s from %s: as of each day, as known after and before the decision', async (how, day, expected) => {
  const id = await ended(how, day);
  const asked = ['2024-02-01', '2024-04-30', '2024-05-01', '2024-07-01'].map((on) =>
    stands(id, `asOf=${on}`),
  );
  expect(await Promise.all(asked)).toEqual(expected);
  expect(await stands(id, 'asOf=2024-04-30&knownAt=2024-04-30')).toBe(STOOD);
});

it('nothing is done on a plan that never had force, of whatever day the paper is', async () => {
  const id = uuidFrom('scene', 'annulled', '2024-05-01');
  const changes = [{ op: 'setItem', itemId: ITEM, fields: { note: 'x' } }];
  const body = { document: { ...document, number: '41' }, reason: 'x', changes, effectiveOn: '2024-03-01' };
  const path = `/plans/${id}/recordAmendment`;
  const refused = await bench.post<{ code?: string }>(T, account('ubnd', 'clerk'), path, body, 1);
  expect([refused.status, refused.body.code]).toEqual([409, 'plan.wrongState']);
});
