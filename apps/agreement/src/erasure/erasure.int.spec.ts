import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf, uuidFrom, type Role, type Uuid } from '@lien-ket/kernel';
import { ServiceBench } from '@lien-ket/testing';
import { AGREEMENT, AgreementModule } from '../agreement.module.js';
import { account, assigned, people } from '../plan/plan.scene.js';
import { vaultInMemory } from './vault.scene.js';

const TG = 'tien-giang';
const OTHER = 'ben-tre';
const PHONE = '0900 000 002';
const folder = mkdtempSync(join(tmpdir(), 'lk-erasure-'));
const { vault, keys, ledger } = vaultInMemory(folder);
let bench: ServiceBench;

beforeAll(async () => {
  const module = (runtime: Parameters<typeof AgreementModule.with>[0]) =>
    AgreementModule.with(runtime, vault);
  bench = await ServiceBench.start({ spec: AGREEMENT, module }, [TG, OTHER]);
  for (const tenant of [TG, OTHER])
    for (const [stream, event] of people()) await bench.record(tenant, stream, [event]);
  for (const [key, role] of [ADMIN, ['stc', 'focal']] as [string, Role][])
    await bench.record(TG, streamOf('staff', account(key, role)), [assigned(key, role)]);
  bench.day = '2026-03-05';
  for (const tenant of [TG, OTHER]) await bench.settle(tenant);
}, 60_000);
afterAll(async () => {
  await bench.stop();
  rmSync(folder, { recursive: true, force: true });
});

const FOCAL: [string, Role] = ['skhdt', 'focal'];
const LEADER: [string, Role] = ['ubnd', 'leader'];
const ADMIN: [string, Role] = ['ubnd', 'admin'];
const CLERK: [string, Role] = ['ubnd', 'clerk'];

async function contact(): Promise<string> {
  const body = { office: { organisation: 'Sở Công Thương' }, name: 'Người Ví Dụ', phone: PHONE };
  const { body: made } = await bench.post<{ id: string }>(TG, account(...FOCAL), '/contacts', body);
  await bench.settle(TG);
  return made.id;
}
async function request(
  contactId: string,
  tenant = TG,
  files?: readonly string[],
): Promise<{ status: number; id: string; code?: string }> {
  const body = { contactId, receivedOn: '2026-03-04', ground: 'person', ...(files ? { files } : {}) };
  const made = await bench.post<{ id: string; code?: string }>(tenant, account(...CLERK), '/erasures', body);
  await bench.settle(tenant);
  return { status: made.status, ...made.body };
}
const kidsOf = (subject: string): string[] =>
  [...keys].filter(([, one]) => one.subject === subject).map(([, { cls }]) => cls);
const read = async (id: string) =>
  (
    await bench.get<{ state: string; revision: number; late: boolean } & Record<string, unknown>>(
      TG,
      account(...FOCAL),
      `/erasures/${id}`,
    )
  ).body;
const personOf = async (id: string) =>
  (await bench.get<{ person: unknown }>(TG, account(...FOCAL), `/contacts/${id}`)).body.person;

async function act(id: string, by: [string, Role], name: string, body: object = {}): Promise<string> {
  const { revision } = await read(id);
  const answer = await bench.post<{ code?: string }>(
    TG,
    account(...by),
    `/erasures/${id}/${name}`,
    body,
    revision,
  );
  await bench.settle(TG);
  return `${answer.status} ${answer.body.code ?? ''}`.trim();
}

describe('a person is forgotten', () => {
  it('in full, after two persons have approved, and the log keeps that and why', async () => {
    const subject = await contact();
    const { id } = await request(subject);
    expect(await act(id, LEADER, 'approve')).toBe('409 erasure.wrongState');
    expect(await act(id, FOCAL, 'assess', { outcome: 'full', holds: [] })).toBe('200');
    expect(await act(id, FOCAL, 'approve')).toBe('403 erasure.samePerson');
    expect(await act(id, LEADER, 'approve')).toBe('200');
    expect(await act(id, LEADER, 'approve')).toBe('403 erasure.samePerson');
    expect(kidsOf(subject)).toEqual(['contact']);
    expect(await act(id, ADMIN, 'approve')).toBe('200');
    expect(kidsOf(subject)).toEqual([]);
    expect(await personOf(subject)).toEqual({
      name: { kind: 'erased' },
      phone: { kind: 'erased' },
      email: null,
    });
    expect(await read(id)).toMatchObject({
      state: 'erased',
      answerBy: '2026-03-06',
      carryOutBy: '2026-03-24',
      late: false,
    });
    expect(await act(id, CLERK, 'answer', { answeredOn: '2026-03-05', channel: 'letter' })).toBe('200');
    expect((await read(id)).state).toBe('answered');
  });

  it('but for the name, where a law keeps it: sealed anew, the rest is gone', async () => {
    const subject = await contact();
    const right = { reason: 'Gõ nhầm tên', office: { organisation: 'Sở Công Thương' }, name: 'Tên Đã Sửa' };
    const path = `/contacts/${subject}/correctEntry`;
    await bench.post(TG, account(...FOCAL), path, { ...right, phone: PHONE }, 0);
    await bench.settle(TG);
    const { id } = await request(subject);
    const partial = { outcome: 'partial', reason: 'Tên có trong văn bản lưu trữ' };
    expect(await act(id, FOCAL, 'assess', { ...partial, holds: [] })).toBe('409 erasure.holdNeeded');
    expect(await act(id, FOCAL, 'assess', { ...partial, holds: [{ basis: 'Luật Lưu trữ' }] })).toBe('200');
    expect(await act(id, ADMIN, 'approve')).toBe('200');
    expect(await act(id, LEADER, 'approve')).toBe('200');
    expect(kidsOf(subject)).toEqual(['official']);
    expect(await personOf(subject)).toEqual({
      name: { kind: 'clear', text: 'Tên Đã Sửa' },
      phone: { kind: 'erased' },
      email: null,
    });
  });

  it('a second time, in full, and what was erased the first time still reads as erased', async () => {
    const subject = await contact();
    const holds = [{ basis: 'Luật Lưu trữ' }];
    for (const assessed of [
      { outcome: 'partial', reason: 'Tên có trong văn bản lưu trữ', holds },
      { outcome: 'full', holds: [] },
    ]) {
      const { id } = await request(subject);
      expect(await act(id, FOCAL, 'assess', assessed)).toBe('200');
      expect(await act(id, ADMIN, 'approve')).toBe('200');
      expect(await act(id, LEADER, 'approve')).toBe('200');
      expect(await act(id, CLERK, 'answer', { answeredOn: '2026-03-05', channel: 'letter' })).toBe('200');
    }
    const gone = { kind: 'erased' };
    expect(await personOf(subject)).toEqual({ name: gone, phone: gone, email: null });
  });

  it('or is refused with the reason, and nothing is destroyed', async () => {
    const subject = await contact();
    const { id } = await request(subject);
    expect(await act(id, FOCAL, 'assess', { outcome: 'refused', holds: [] })).toBe(
      '409 erasure.reasonNeeded',
    );
    const refused = {
      outcome: 'refused',
      holds: [{ basis: 'Luật Lưu trữ', until: '2030-01-01' }],
      reason: 'Đang lưu trữ',
    };
    expect(await act(id, FOCAL, 'assess', refused)).toBe('200');
    expect(await act(id, LEADER, 'approve')).toBe('409 erasure.wrongState');
    expect(await act(id, CLERK, 'answer', { answeredOn: '2026-03-06', channel: 'letter' })).toBe(
      '409 erasure.dayToCome',
    );
    expect(await act(id, CLERK, 'answer', { answeredOn: '2026-03-05', channel: 'letter' })).toBe('200');
    expect(kidsOf(subject)).toEqual(['contact']);
  });
});

it('with the files that are about them only: their keys go too, and the ledger names each', async () => {
  const subject = await contact();
  const [about, other] = ['about', 'other'].map((name) => uuidFrom('scene', name)) as [Uuid, Uuid];
  for (const id of [about, other]) {
    const { kid } = await vault.fileKey(bench.system(TG), id);
    const data = { name: 'a.pdf', mediaType: 'x/y', size: 1, cipherHash: 'a'.repeat(64), kid };
    await bench.record(TG, streamOf('file', id), [{ type: 'lk.activity.file.stored.v1', data }]);
  }
  const nowhere = uuidFrom('scene', 'no file');
  expect(await request(subject, TG, [about, nowhere])).toMatchObject({
    status: 400,
    code: 'erasure.fileUnknown',
    errors: [{ pointer: '/files/1' }],
  });
  const { id } = await request(subject, TG, [about]);
  await act(id, FOCAL, 'assess', { outcome: 'full', holds: [] });
  expect(await act(id, LEADER, 'approve')).toBe('200');
  expect(kidsOf(about)).toEqual(['blob']);
  expect(await act(id, ADMIN, 'approve')).toBe('200');
  expect([subject, about, other].map(kidsOf)).toEqual([[], [], ['blob']]);
  const entered = ledger.all.filter((one) => one.request === id).map((one) => one.subject);
  expect(entered).toEqual([subject, about]);
  expect(await request(await contact(), TG, [other, about])).toMatchObject({
    status: 410,
    code: 'file.erased',
    errors: [{ pointer: '/files/1' }],
  });
});

it('needs a leader among the two', async () => {
  const { id } = await request(await contact());
  await act(id, FOCAL, 'assess', { outcome: 'full', holds: [] });
  expect(await act(id, ADMIN, 'approve')).toBe('200');
  expect(await act(id, ['stc', 'focal'], 'approve')).toBe('403 erasure.leaderNeeded');
  expect((await read(id)).state).toBe('assessed');
});

it('the same message again destroys what a restored backup brought back, and nothing twice', async () => {
  const subject = await contact();
  const before = new Map(keys);
  const { id } = await request(subject);
  await act(id, FOCAL, 'assess', { outcome: 'full', holds: [] });
  for (const by of [LEADER, ADMIN]) await act(id, by, 'approve');
  const log = await bench.log(TG);
  for (const [kid, key] of before) keys.set(kid, key);
  expect(kidsOf(subject)).toEqual(['contact']);
  for (const event of log.filter(({ type }) => /erasure\.(approved|keyDestroyed)/.test(type)))
    await bench.deliverAgain(event);
  expect(kidsOf(subject)).toEqual([]);
  expect((await bench.log(TG)).length).toBe(log.length);
  expect(await bench.parked(TG)).toEqual([]);
});

it('another tenant finds neither the contact nor the request', async () => {
  const subject = await contact();
  const { id } = await request(subject);
  expect(await request(subject, OTHER)).toMatchObject({ status: 404, code: 'erasure.contactUnknown' });
  expect((await bench.get(OTHER, account(...FOCAL), `/erasures/${id}`)).status).toBe(404);
});

it('nothing of the person lies in the log or the rows after it', async () => {
  const subject = await contact();
  const { id } = await request(subject);
  await act(id, FOCAL, 'assess', { outcome: 'full', holds: [] });
  for (const by of [LEADER, ADMIN]) await act(id, by, 'approve');
  const row = await bench.runtime.db.use(bench.system(TG), (db) =>
    db.query('SELECT data::text AS text FROM register WHERE id = $1', [subject]),
  );
  expect(row[0].text).not.toContain('$pii');
  const bytes = (await bench.log(TG)).filter(({ stream }) => stream !== streamOf('contact', subject as Uuid));
  expect(JSON.stringify(bytes)).not.toMatch(/Người Ví Dụ|0900/);
});

it('rebuilt from the log the rows are the same', async () => {
  const table = async (name: string): Promise<unknown> =>
    bench.runtime.db.use(bench.system(TG), (db) => db.query(`SELECT * FROM ${name} ORDER BY id`));
  const live = [await table('erasure'), await table('register')];
  for (const name of ['erasures', 'registers']) await bench.runtime.runner.rebuild(bench.system(TG), name);
  expect([await table('erasure'), await table('register')]).toEqual(live);
});
