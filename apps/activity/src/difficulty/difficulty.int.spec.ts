import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf, uuidFrom, type NewEvent, type Role } from '@lien-ket/kernel';
import { ServiceBench, received } from '@lien-ket/testing';
import { ACTIVITY, ActivityModule } from '../activity.module.js';
import { vaultIn } from '../file/vault.scene.js';

const T = 'tien-giang';
const id = (name: string): string => uuidFrom('spec', 'difficulty', name);
const account = (key: string, role: Role): string => id(`${key} ${role}`);
const directory = mkdtempSync(join(tmpdir(), 'lk-difficulty-'));
let bench: ServiceBench;

const registered = (name: string, outside = false): NewEvent => ({
  type: 'lk.agreement.organisation.registered.v1',
  data: { name, kind: 'department', aliases: [], outside },
});
const ended: NewEvent = {
  type: 'lk.agreement.organisation.ended.v1',
  data: { endedOn: '2020-12-31', basis: 'specs' },
};
const PEOPLE: readonly [string, Role][] = [
  ['skhdt', 'focal'],
  ['sct', 'officer'],
  ['stc', 'officer'],
];

beforeAll(async () => {
  const module = (runtime: Parameters<typeof ActivityModule.with>[0]) =>
    ActivityModule.with(runtime, vaultIn(directory), join(directory, 'files'));
  bench = await ServiceBench.start({ spec: ACTIVITY, module }, [T]);
  for (const key of ['skhdt', 'sct', 'stc'])
    await bench.record(T, streamOf('organisation', id(key)), [registered(key)]);
  await bench.record(T, streamOf('organisation', id('ended')), [registered('ended'), ended]);
  await bench.record(T, streamOf('organisation', id('outside')), [registered('outside', true)]);
  for (const [key, role] of PEOPLE) {
    const data = {
      assignmentId: id(`a ${key}`),
      organisationId: id(key),
      role,
      from: '2020-01-01',
      basis: 'x',
    };
    const assigned = { type: 'lk.agreement.staff.assigned.v1', data };
    await bench.record(T, streamOf('staff', account(key, role)), [assigned]);
  }
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

interface Said {
  readonly id?: string;
  readonly code?: string;
  readonly errors?: readonly { readonly code: string }[];
}
async function send(by: [string, Role], path: string, body: object, revision?: number): Promise<string> {
  const answer = await bench.post<Said>(T, account(...by), path, body, revision);
  await bench.settle(T);
  const { code, errors } = answer.body;
  return [answer.status, errors?.[0]?.code ?? code].filter(Boolean).join(' ');
}

it('is assigned to who can work on it: of this tenant, registered, and not past its last day', async () => {
  const path = `/difficulties/${id('funds')}`;
  const raised = { id: id('funds'), text: 'Thiếu kinh phí' };
  expect(await send(['sct', 'officer'], '/difficulties', raised)).toBe('201');
  expect(await send(['skhdt', 'focal'], `${path}/receive`, {}, 0)).toBe('200');
  const assign = (key: string): Promise<string> =>
    send(['skhdt', 'focal'], `${path}/assign`, { organisationId: id(key) }, 1);
  expect(await assign('ended')).toBe('400 organisation.gone');
  expect(await assign('outside')).toBe('400 organisation.outside');
  expect(await assign('nobody')).toBe('400 organisation.notFound');
  expect(await assign('sct')).toBe('200');
});

it('is raised of an activity by who owns, leads or coordinates it; of another tenant’s by whoever meets it', async () => {
  const named = (key: string): object => ({ printed: key, organisationId: id(key) });
  const definition = {
    title: 'Hội chợ',
    leads: [named('sct')],
    coordinators: [],
    contactOffices: [],
    partnerTenants: [],
    awaitsTrigger: false,
  };
  const data = {
    ...{ planId: id('plan'), itemId: id('item'), ownerId: id('skhdt'), example: false, order: 1, definition },
    ...{ beganBeforeInForce: false, historic: false, sharedWith: [] },
  };
  const type = 'lk.activity.activity.planned.v1';
  await bench.record(T, streamOf('activity', id('own')), [{ type, data }]);
  const theirs = streamOf('activity', id('theirs'));
  await bench.record(T, 'received-hcmc', [received('hcmc', theirs, { type, data }, 0)]);
  await bench.settle(T);
  const raise = (by: [string, Role], activity: string): Promise<string> =>
    send(by, '/difficulties', { text: 'Vướng', activityId: id(activity) });
  expect(await raise(['stc', 'officer'], 'own')).toBe('403 rights.organisation');
  for (const by of [
    ['sct', 'officer'],
    ['skhdt', 'focal'],
  ] satisfies [string, Role][])
    expect(await raise(by, 'own')).toBe('201');
  expect(await raise(['stc', 'officer'], 'theirs')).toBe('201');
});
