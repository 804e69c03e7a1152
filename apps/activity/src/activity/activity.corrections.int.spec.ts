import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActivityView, ParticipationView } from '@lien-ket/contracts';
import { streamOf, uuidFrom, type NewEvent } from '@lien-ket/kernel';
import { ServiceBench } from '@lien-ket/testing';
import { ACTIVITY, ActivityModule } from '../activity.module.js';
import { vaultIn } from '../file/vault.scene.js';

const T = 'tien-giang';
const id = (name: string): string => uuidFrom('spec', 'corrected entry', name);
const directory = mkdtempSync(join(tmpdir(), 'lk-corrections-'));
const definition = { leads: [], coordinators: [], contactOffices: [], partnerTenants: [] };
const planned: NewEvent = {
  type: 'lk.activity.activity.planned.v1',
  data: {
    ...{ planId: id('plan'), itemId: id('item'), ownerId: id('skhdt'), example: false, order: 1 },
    ...{ definition: { title: 'Hội chợ', ...definition, awaitsTrigger: false } },
    ...{ beganBeforeInForce: false, historic: false, sharedWith: [] },
  },
};
const RIGHT = { text: '21 gian hàng', happenedOn: '2025-03-10', figures: [], links: [], evidence: [] };
let bench: ServiceBench;
let received = 0;

async function receive(
  name: string,
  type: string,
  content: object,
  stream = streamOf('activity', id('shared')),
): Promise<void> {
  const origin = {
    ...{ tenant: 'hcmc', stream, eventId: id(name), type },
    ...{ revision: received, recordedAt: '2025-03-11T00:00:00.000Z', businessDate: '2025-03-11' },
    actor: { role: 'focal' },
  };
  const data = { origin, content, number: received++ };
  await bench.record(T, 'received-hcmc', [{ type: 'lk.relay.received.received.v1', data }]);
}

beforeAll(async () => {
  const module = (runtime: ServiceBench['runtime']) =>
    ActivityModule.with(runtime, vaultIn(directory), join(directory, 'files'));
  bench = await ServiceBench.start({ spec: ACTIVITY, module }, [T]);
  const organisation = { name: 'Sở Kế hoạch và Đầu tư', kind: 'department', aliases: [], outside: false };
  await bench.record(T, streamOf('organisation', id('skhdt')), [
    { type: 'lk.agreement.organisation.registered.v1', data: organisation },
  ]);
  const assignment = { assignmentId: id('assignment'), organisationId: id('skhdt'), role: 'focal' };
  await bench.record(T, streamOf('staff', id('focal')), [
    { type: 'lk.agreement.staff.assigned.v1', data: { ...assignment, from: '2020-01-01', basis: 'specs' } },
  ]);
  await bench.record(T, streamOf('activity', id('fair')), [planned]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

async function send(name: string, body: object, revision: number): Promise<string> {
  const path = `/activities/${id('fair')}/${name}`;
  const answer = await bench.post<{ code?: string }>(T, id('focal'), path, body, revision);
  await bench.settle(T);
  return [answer.status, answer.body.code].filter(Boolean).join(' ');
}
const activity = async (name: string): Promise<ActivityView> =>
  (await bench.get<ActivityView>(T, id('focal'), `/activities/${id(name)}`)).body;

it('an entry is shown as corrected, with who corrected it and why; files are looked for as at its entry', async () => {
  expect(await send('progress', { ...RIGHT, text: '12 gian hàng' }, 0)).toBe('200');
  const [entry] = (await activity('fair')).progress;
  expect(entry).toMatchObject({ correctable: true, corrections: [] });
  const correction = { ...RIGHT, corrects: entry?.eventId, reason: 'Gõ nhầm' };
  expect(await send('correctEntry', { ...correction, evidence: [id('no file')] }, 1)).toBe(
    '400 file.unknown',
  );
  expect(await send('correctEntry', correction, 1)).toBe('200');
  const { progress } = await activity('fair');
  expect(progress).toMatchObject([
    {
      ...RIGHT,
      eventId: entry?.eventId,
      actor: { role: 'focal', organisationId: id('skhdt') },
      corrections: [{ reason: 'Gõ nhầm', on: bench.day, by: { role: 'focal', organisationId: id('skhdt') } }],
    },
  ]);
});

it('what another tenant corrects is corrected here, where it may not be', async () => {
  await receive('planned', 'lk.activity.activity.planned.v1', planned.data as object);
  await receive('entry', 'lk.activity.activity.progressRecorded.v1', { ...RIGHT, text: '12 gian hàng' });
  const correction = { ...RIGHT, corrects: id('entry'), reason: 'Gõ nhầm' };
  await receive('correction', 'lk.activity.activity.progressCorrected.v1', correction);
  await bench.settle(T);
  expect((await activity('shared')).progress).toMatchObject([
    { text: '21 gian hàng', correctable: false, corrections: [{ reason: 'Gõ nhầm', by: { role: '' } }] },
  ]);
});

describe('what was typed wrong of a part in an activity of another tenant', () => {
  const one = async (part: string): Promise<ParticipationView> =>
    (await bench.get<ParticipationView>(T, id('focal'), `/participations/${part}`)).body;

  it('is corrected by who takes part', async () => {
    const body = { activityId: id('shared'), role: 'attend' };
    const joined = await bench.post<{ id: string }>(T, id('focal'), '/participations', body);
    const path = `/participations/${joined.body.id}`;
    await bench.settle(T);
    await bench.post(T, id('focal'), `${path}/progress`, { ...RIGHT, text: '12 gian hàng' }, 0);
    await bench.settle(T);
    const [entry] = (await one(joined.body.id)).entries;
    expect(entry).toMatchObject({ text: '12 gian hàng', correctable: true, corrections: [] });
    const correction = { ...RIGHT, corrects: entry?.eventId, reason: 'Gõ nhầm' };
    const answer = await bench.post(T, id('focal'), `${path}/correctEntry`, correction, 1);
    expect(answer.status).toBe(200);
    await bench.settle(T);
    const by = { role: 'focal', organisationId: id('skhdt') };
    expect(await one(joined.body.id)).toMatchObject({
      organisationId: id('skhdt'),
      entries: [{ ...RIGHT, kind: 'progress', corrections: [{ reason: 'Gõ nhầm', on: bench.day, by }] }],
    });
  });

  it('is corrected at the owner as it was shared, where it may not be', async () => {
    const stream = streamOf('participation', id('part'));
    const named = (name: string) => `lk.activity.participation.${name}.v1`;
    const activityRef = { tenant: T, activityId: id('fair') };
    const organisation = { printed: 'ITPC', organisationId: id('itpc') };
    const joined = { activity: activityRef, title: 'Hội chợ', organisation, role: 'attend', example: false };
    await receive('joined', named('joined'), joined, stream);
    await receive('said', named('progressRecorded'), { ...RIGHT, text: '12 gian hàng' }, stream);
    const correction = { ...RIGHT, corrects: id('said'), reason: 'Gõ nhầm' };
    await receive('mended', named('progressCorrected'), correction, stream);
    await bench.settle(T);
    expect((await activity('fair')).participations).toMatchObject([
      {
        tenant: 'hcmc',
        entries: [{ ...RIGHT, correctable: false, corrections: [{ reason: 'Gõ nhầm', by: { role: '' } }] }],
      },
    ]);
  });
});
