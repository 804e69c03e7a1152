import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, utimesSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileData } from '@lien-ket/contracts';
import { streamOf, uuidFrom, type Recorded } from '@lien-ket/kernel';
import { ServiceBench } from '@lien-ket/testing';
import { ACTIVITY, ActivityModule } from '../activity.module.js';
import { vaultIn } from './vault.scene.js';

const directory = mkdtempSync(join(tmpdir(), 'lk-files-'));
const vault = vaultIn(directory);
const file = (name: string): string => uuidFrom('file', name);
const HASH = 'a'.repeat(64);
const lying = (name: string): string => `${file(name)}.${HASH}.bin`;
const on = (name: string): string => join(directory, 'files', 'tien-giang', lying(name));
let bench: ServiceBench;

beforeAll(async () => {
  const module = (runtime: ServiceBench['runtime']): ReturnType<typeof ActivityModule.with> =>
    ActivityModule.with(runtime, vault, join(directory, 'files'));
  bench = await ServiceBench.start({ spec: ACTIVITY, module }, ['tien-giang']);
  mkdirSync(join(directory, 'files', 'tien-giang'), { recursive: true });
}, 60_000);
afterAll(() => bench.stop());

async function store(name: string, ageHours: number, told = true): Promise<void> {
  writeFileSync(on(name), 'x');
  const written = new Date(Date.parse(bench.clock.now()) - ageHours * 3_600_000);
  utimesSync(on(name), written, written);
  const data = { name, mediaType: 'text/plain', size: 1, cipherHash: HASH, kid: file('key') };
  if (told)
    await bench.record('tien-giang', streamOf('file', file(name)), [
      { type: 'lk.activity.file.stored.v1', data },
    ]);
}
/** The day begins a day and an hour of true time after the files were stored. */
async function nextDay(): Promise<void> {
  const [began] = await bench.record('tien-giang', streamOf('day', file('day')), [
    { type: 'lk.relay.day.began.v1', data: { date: '2025-03-12', load: false } },
  ]);
  const late = new Date(Date.parse(bench.clock.now()) + 25 * 3_600_000).toISOString();
  await bench.settle('tien-giang');
  await bench.deliverAgain({ ...(began as Recorded), recordedAt: late });
  await bench.settle('tien-giang');
}

it('sweeps what nothing names after a day, and what a crash left; named files and drafts stay', async () => {
  await store('unnamed', 25);
  await store('named', 25);
  await store('drafted', 25);
  await store('crashed', 25, false);
  const report = { nil: false, parts: [], figures: [], evidence: [file('drafted')] };
  await bench.record('tien-giang', streamOf('activity', file('activity')), [
    {
      type: 'lk.activity.activity.progressRecorded.v1',
      data: { text: 'x', happenedOn: '2025-03-11', figures: [], links: [], evidence: [file('named')] },
    },
  ]);
  await bench.record('tien-giang', streamOf('obligation', file('obligation')), [
    { type: 'lk.reporting.obligation.reportDrafted.v1', data: { report } },
  ]);
  await bench.settle('tien-giang');
  expect(readdirSync(join(directory, 'files', 'tien-giang'))).toHaveLength(4);
  await nextDay();
  expect(readdirSync(join(directory, 'files', 'tien-giang')).sort()).toEqual(
    [lying('drafted'), lying('named')].sort(),
  );
  const swept = (await bench.log('tien-giang')).filter(({ type }) => type === 'lk.activity.file.swept.v1');
  expect(swept.map(({ stream }) => stream)).toEqual([streamOf('file', file('unnamed'))]);
});

it('what was written within the day stays, told of or not', async () => {
  await store('fresh', 1, false);
  await bench.record('tien-giang', streamOf('day', file('next')), [
    { type: 'lk.relay.day.began.v1', data: { date: '2025-03-13', load: false } },
  ]);
  await bench.settle('tien-giang');
  expect(readdirSync(join(directory, 'files', 'tien-giang'))).toContain(lying('fresh'));
});

describe('a file that is sent', () => {
  const account = file('officer');
  const organisationId = file('office');
  const folder = join(directory, 'files', 'tien-giang');
  beforeAll(async () => {
    const data = {
      assignmentId: file('assignment'),
      organisationId,
      role: 'officer',
      from: '2025-01-01',
      basis: 'x',
    };
    await bench.record('tien-giang', streamOf('staff', account), [
      { type: 'lk.agreement.staff.assigned.v1', data, effectiveOn: '2025-01-01' },
    ]);
    await bench.settle('tien-giang');
  });

  async function send(key: string, body: string): Promise<{ status: number; id: string; code?: string }> {
    const headers = {
      'content-type': 'application/octet-stream',
      'x-file-name': 'bien-ban.txt',
      'x-file-type': 'text/plain',
      'idempotency-key': key,
    };
    const answered = await bench.send('tien-giang', account, '/files', { method: 'POST', headers, body });
    return { status: answered.status, ...((await answered.json()) as { id: string; code?: string }) };
  }
  async function read(id: string): Promise<[number, string]> {
    const answered = await bench.send('tien-giang', account, `/files/${id}`, { method: 'GET' });
    return [answered.status, await answered.text()];
  }
  async function storedOf(id: string): Promise<{ cipherHash: string; kid: string }[]> {
    const log = await bench.log('tien-giang');
    const events = log.filter(({ stream }) => stream === streamOf('file', id));
    return events.map(({ data }) => data as { cipherHash: string; kid: string });
  }
  const filesOf = (id: string): string[] => readdirSync(folder).filter((name) => name.startsWith(id));

  it('is answered as the first time when it is sent again, and its bytes are those of the event', async () => {
    const key = randomUUID();
    const first = await send(key, 'ORIGINAL12');
    const second = await send(key, 'ORIGINAL12');
    expect([first.status, second]).toEqual([201, first]);
    const [{ cipherHash = '' } = {}, ...more] = await storedOf(first.id);
    expect(more).toEqual([]);
    expect(filesOf(first.id)).toEqual([`${first.id}.${cipherHash}.bin`]);
    const bytes = readFileSync(join(folder, filesOf(first.id)[0] ?? ''));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(cipherHash);
  });

  it('keeps its name for who reads it; in the log stands only what kind of file it is', async () => {
    const name = 'Đơn của Nguyễn Thị Hoa.v2.PDF';
    const headers = {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      'x-file-type': 'application/pdf',
    };
    const sent = await bench.send('tien-giang', account, '/files', { method: 'POST', headers, body: 'x' });
    const { id } = (await sent.json()) as { id: string };
    const answered = await bench.send('tien-giang', account, `/files/${id}`, { method: 'GET' });
    expect(answered.headers.get('content-disposition')).toContain(encodeURIComponent(name));
    const log = await bench.log('tien-giang');
    const [event] = log.filter(({ stream }) => stream === streamOf('file', id));
    const { name: shown, sealedName, kid } = event?.data as FileData;
    expect([shown, sealedName?.kid]).toEqual(['minh-chung.PDF', kid]);
    expect(JSON.stringify(event)).not.toMatch(/Nguy|Hoa/);
  });

  it('is never replaced: other bytes under its key are refused, of the same length or not', async () => {
    const key = randomUUID();
    const { id } = await send(key, 'ORIGINAL12');
    for (const other of ['TAMPERED99', 'LONGER THAN BEFORE'])
      expect(await send(key, other)).toMatchObject({ status: 422, code: 'command.idReused' });
    expect(await read(id)).toEqual([200, 'ORIGINAL12']);
    expect(filesOf(id)).toHaveLength(1);
  });

  it('is stored once when two contents are sent at the same time under one key', async () => {
    const key = randomUUID();
    const both = await Promise.all([send(key, 'ONE_CONTENT'), send(key, 'TWO_CONTENT')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    const [{ id } = { id: '' }] = both.filter(({ status }) => status === 201);
    expect(filesOf(id)).toHaveLength(1);
    const [, text] = await read(id);
    expect(text).toBe(both[0]?.status === 201 ? 'ONE_CONTENT' : 'TWO_CONTENT');
  });

  it.each([
    ['without content', 'bien-ban.txt', '', 'file.empty'],
    ['of a name in two lines', 'a\r\nb.txt', 'x', 'file.nameUnread'],
    ['of a name with an escape', 'a\u001b[2Jb.txt', 'x', 'file.nameUnread'],
    ['of a name that reads the other way', 'anh-\u202egpj.exe', 'x', 'file.nameUnread'],
    ['of a name of blanks', ' \r\n', 'x', 'file.nameless'],
  ])('%s is refused, and nothing of it lies on the disk', async (_what, name, body, code) => {
    const [events, files] = [await bench.log('tien-giang'), readdirSync(folder)];
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) };
    const answered = await bench.send('tien-giang', account, '/files', { method: 'POST', headers, body });
    expect([answered.status, await answered.json()]).toMatchObject([400, { code }]);
    expect([await bench.log('tien-giang'), readdirSync(folder)]).toEqual([events, files]);
  });

  it('bears no way to a person in its name, nor does any text that is sent; nothing of it is recorded', async () => {
    const name = encodeURIComponent('Đơn của anh Nam 0912 345 678.txt');
    const binary = { 'content-type': 'application/octet-stream', 'x-file-name': name };
    const json = { 'content-type': 'application/json' };
    const text = JSON.stringify({ text: 'Vướng mắc: gọi nam@vidu.example' });
    const before = (await bench.log('tien-giang')).length;
    for (const [path, headers, body, pointer] of [
      ['/files', binary, 'x', '/x-file-name'],
      ['/difficulties', json, text, '/text'],
    ] as const) {
      const answered = await bench.send('tien-giang', account, path, { method: 'POST', headers, body });
      expect([answered.status, await answered.json()]).toMatchObject([
        400,
        { code: 'text.personalData', errors: [{ pointer, code: 'text.personalData' }] },
      ]);
    }
    expect(await bench.log('tien-giang')).toHaveLength(before);
  });

  it('reads as erased once its key is destroyed; its bytes and their hash in the log stay', async () => {
    const { id } = await send(randomUUID(), 'ABOUT ONE PERSON');
    const bytes = readFileSync(join(folder, filesOf(id)[0] ?? ''));
    const [{ kid, cipherHash } = { kid: '', cipherHash: '' }] = await storedOf(id);
    const request = file('request');
    await vault.destroy(bench.system('tien-giang'), kid, { subject: id, request });
    const [status, text] = await read(id);
    expect([status, JSON.parse(text)]).toMatchObject([410, { code: 'file.erased' }]);
    expect(readFileSync(join(folder, filesOf(id)[0] ?? ''))).toEqual(bytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(cipherHash);
    expect((await read(file('never sent')))[0]).toBe(404);
  });

  it('is named as evidence while it can be read, and no longer once it was erased', async () => {
    const { id } = await send(randomUUID(), 'ABOUT ANOTHER PERSON');
    const data = { text: 'x', happenedOn: '2025-03-11', figures: [], links: [], evidence: [] };
    await bench.record('tien-giang', streamOf('activity', file('at work')), [
      { type: 'lk.activity.activity.progressRecorded.v1', data },
    ]);
    const path = `/activities/${file('at work')}/progress`;
    const name = async (evidence: string): Promise<unknown> => {
      await bench.settle('tien-giang');
      return bench.post('tien-giang', account, path, { ...data, evidence: [evidence] }, 0);
    };
    const refused = (status: number, code: string) => ({
      status,
      body: { code, errors: [{ pointer: '/evidence/0', code }] },
    });
    // Of no plan, as the activity is, it is found by nobody.
    expect(await name(id)).toMatchObject({ status: 404 });
    expect(await name(file('never sent'))).toMatchObject(refused(400, 'file.unknown'));
    const kid = (await storedOf(id))[0]?.kid ?? '';
    const gone = { contactId: file('contact'), kids: [kid], files: [{ id, kid }] };
    await bench.record('tien-giang', streamOf('erasure', file('request')), [
      { type: 'lk.agreement.erasure.keyDestroyed.v1', data: gone },
    ]);
    expect(await name(id)).toMatchObject(refused(410, 'file.erased'));
  });

  it('is not given when its bytes were altered on the disk', async () => {
    const { id } = await send(randomUUID(), 'ORIGINAL12');
    const path = join(folder, filesOf(id)[0] ?? '');
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(14) ^ 1, 14);
    writeFileSync(path, bytes);
    const [status, text] = await read(id);
    expect(status).toBe(500);
    expect(text).not.toContain('RIGINAL');
  });
});
