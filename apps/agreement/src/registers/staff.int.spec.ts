import { randomUUID } from 'node:crypto';
import { streamOf } from '@lien-ket/kernel';
import { ServiceBench } from '@lien-ket/testing';
import { AGREEMENT } from '../agreement.module.js';
import { account, agreementModule, assigned, organisation, people } from '../plan/plan.scene.js';

interface Assignment {
  readonly account: string;
  readonly assignmentId: string;
  readonly revision: number;
  readonly validTo: string | null;
}
const T = 'nghe-an';
const ADMIN = account('ubnd', 'admin');
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [T]);
  bench.day = '2023-10-02';
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  await bench.record(T, streamOf('staff', ADMIN), [assigned('ubnd', 'admin')]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

async function send(path: string, body: object, revision?: number, key?: string): Promise<string> {
  const headers = {
    'content-type': 'application/json',
    ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  const init = { method: 'POST', body: JSON.stringify(body), headers };
  const answer = await bench.send(T, ADMIN, `/staff/${path}`, init);
  await bench.settle(T);
  return `${answer.status} ${((await answer.json()) as { code?: string }).code ?? ''}`.trim();
}
const officer = { organisationId: organisation('sct'), role: 'officer', from: '2023-10-02', basis: 'QĐ' };
async function listed(person: string): Promise<Assignment[]> {
  const { body } = await bench.get<{ items: Assignment[] }>(T, ADMIN, '/staff');
  return body.items.filter((one) => one.account === person);
}

it('an account is first assigned without a revision; who saw none of what came since is told', async () => {
  const person = randomUUID();
  const [first, second] = await Promise.all([
    send(`${person}/assign`, officer),
    send(`${person}/assign`, { ...officer, role: 'head' }),
  ]);
  expect([first, second].sort()).toEqual(['200', expect.stringMatching(/^4(12|28) /)]);
  expect(await send(`${person}/assign`, officer)).toBe('428 ifMatch.missing');
  const [{ revision } = { revision: -1 }] = await listed(person);
  expect(revision).toBe(0);
  expect(await send(`${person}/assign`, { ...officer, role: 'clerk' }, revision)).toBe('200');
  expect(await send(`${person}/assign`, { ...officer, role: 'focal' }, revision)).toBe('412 revision.stale');
  expect((await listed(person)).map((one) => one.revision)).toEqual([1, 1]);
});

it('the first assignment sent again under its key is answered as the first time', async () => {
  const [person, key] = [randomUUID(), randomUUID()];
  expect(await send(`${person}/assign`, officer, undefined, key)).toBe('200');
  expect(await send(`${person}/assign`, officer, undefined, key)).toBe('200');
  expect(await listed(person)).toHaveLength(1);
});

it('of an account that was never assigned nobody saw a revision', async () => {
  expect(await send(`${randomUUID()}/assign`, officer, 3)).toBe('404 notFound');
});

it('an assignment ends once; the second administrator is told', async () => {
  const person = randomUUID();
  await send(`${person}/assign`, officer);
  const [{ assignmentId } = { assignmentId: '' }] = await listed(person);
  const end = (endedOn: string, revision?: number): Promise<string> =>
    send(`${person}/endAssignment`, { assignmentId, endedOn, basis: 'QĐ' }, revision);
  expect(await end('2023-10-10')).toBe('428 ifMatch.missing');
  expect(await end('2023-10-10', 0)).toBe('200');
  expect(await end('2023-10-10', 0)).toBe('412 revision.stale');
  expect(await end('2023-10-10', 1)).toBe('409 staff.assignmentEnded');
  expect(await end('2023-10-08', 1)).toBe('200');
  expect(await listed(person)).toMatchObject([{ revision: 2, validTo: '2023-10-08' }]);
});

it('an assignment ends no sooner than it begins: one of a single day is the shortest', async () => {
  const person = randomUUID();
  const until = (to: string): Promise<string> => send(`${person}/assign`, { ...officer, to });
  expect(await until('2023-10-01')).toBe('400 staff.endsBeforeBegin');
  expect(await until('2023-10-02')).toBe('200');
});
