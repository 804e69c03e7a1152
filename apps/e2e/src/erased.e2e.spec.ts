import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { environment } from './e2e.config.js';
import { TestPlatform, eventually, newDataDir, removeDataDir } from './harness.adapter.js';
import { found, needleOf, type Needle } from './needles.js';
import { ScannedCluster, scanFiles } from './scan.adapter.js';
import type { AuditEventView, CommandAnswer } from './views.js';

const TOOLS = fileURLToPath(new URL('../../../tools/', import.meta.url));
const TENANT = 'tien-giang';
const AUDITOR = `${TENANT}.thanhtra.auditor`;
const token = (): string => randomBytes(6).toString('hex');
const person = {
  name: `Đỗ Thị Kim ${token()}`,
  phone: `+849${randomInt(10_000_000, 99_999_999)}${randomInt(100, 999)}`,
  email: `kim.${token()}@vidu.example`,
};
const office = `Phòng ${token()}`;
/** What a file about the person only says. */
const testimony = `Giấy xác nhận riêng của ${person.name}: ${token()}${token()}`;
const needles: Needle[] = Object.entries({ ...person, testimony }).map(([what, text]) =>
  needleOf(what, text),
);
/** May be known: where it is not found the search does not see. */
const control = needleOf('control', office);
/** Beside the platform's data: sets of a backup, bundles, a copy of the ledger. */
const aside = newDataDir();

let platform: TestPlatform;
let contact = '';
let file = '';
let policy = '';

function run(
  tool: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<[number, string]> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`${TOOLS}${tool}`, ...args],
      { env: environment(env), maxBuffer: 2 ** 26 },
      (error, out, err) => resolve([typeof error?.code === 'number' ? error.code : error ? 1 : 0, out + err]),
    );
  });
}

async function taken(name: string): Promise<string> {
  const authorization = `Bearer ${await platform.token(AUDITOR)}`;
  const answer = await fetch(`${platform.url}/api/v1/audit/bundle`, { headers: { authorization } });
  expect(answer.status).toBe(200);
  const file = join(aside, name);
  writeFileSync(file, await answer.text());
  return file;
}

/** What both programs say of a bundle: the first line of one, the verdict of the other. */
async function verdictsOf(file: string): Promise<string[]> {
  const args = [file, '--policy', join(aside, 'policy.txt')];
  const [, own] = await run('verify.mjs', args);
  const other = await new Promise<string>((resolve) => {
    execFile('python3', [`${TOOLS}verify-py/verify.py`, ...args], (_, out) => resolve(out));
  });
  return [own.split('\n')[0] ?? '', (JSON.parse(other) as { verdict: string }).verdict];
}

async function erase(): Promise<void> {
  const [clerk, focal, leader, admin] = await Promise.all(
    ['ubnd.clerk', 'skhdt.focal', 'ubnd.leader', 'ubnd.admin'].map((who) => platform.as(`${TENANT}.${who}`)),
  );
  if (!clerk || !focal || !leader || !admin) throw new Error('nobody to erase');
  const body = { contactId: contact, receivedOn: '2023-12-04', ground: 'person', files: [file] };
  const { id } = await clerk.command<CommandAnswer>('/erasures', body);
  type Seen = { readonly revision: number; readonly state: string };
  const revision = async (): Promise<number> => (await clerk.read<Seen>(`/erasures/${id}`)).revision;
  await focal.command(`/erasures/${id}/assess`, { outcome: 'full', holds: [] }, 0);
  await eventually(revision, (at) => at === 1);
  await leader.command(`/erasures/${id}/approve`, {}, 1);
  await eventually(revision, (at) => at === 2);
  await admin.command(`/erasures/${id}/approve`, {}, 2);
  await eventually(
    () => clerk.read<Seen>(`/erasures/${id}`),
    ({ state }) => state === 'erased',
  );
}

beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  const officer = await platform.as(`${TENANT}.sct.officer`);
  const body = { office: { title: office, organisation: 'Sở Công Thương' }, ...person };
  contact = (await officer.command<CommandAnswer>('/contacts', body)).id;
  expect((await personOf()).name).toEqual({ kind: 'clear', text: person.name });
  file = await stored();
  expect(await fileNow()).toEqual([200, testimony]);
  // Its log has a key once something was taken of it.
  await taken('before.json');
  const env = { PATH: '', DATA_DIR: platform.process.dataDir };
  policy = execFileSync(process.execPath, [`${TOOLS}policy.mjs`, TENANT], { env, encoding: 'utf8' });
  writeFileSync(join(aside, 'policy.txt'), policy);
  const [code, said] = await run('backup.mjs', ['backup', join(aside, 'kept')], env);
  expect([code, said]).toEqual([0, expect.stringContaining('backed up')]);
  await erase();
  // Another day, so that notices and mails are made of what happened.
  await platform.moveTo('2023-12-06');
}, 300_000);
afterAll(async () => {
  await platform.stop();
  removeDataDir(aside);
});

async function fileRequest(path: string, rest: RequestInit = {}): Promise<Response> {
  const authorization = `Bearer ${await platform.token(`${TENANT}.sct.officer`)}`;
  return fetch(`${platform.url}/api/v1/files${path}`, {
    ...rest,
    headers: { ...rest.headers, authorization },
  });
}
async function stored(): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'xac-nhan.txt' };
  const answer = await fileRequest('', {
    method: 'POST',
    headers: { ...headers, 'x-file-type': 'text/plain', 'idempotency-key': randomUUID() },
    body: testimony,
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as CommandAnswer).id;
}
/** The file's text, or the code of why it is not given. */
async function fileNow(): Promise<[number, string]> {
  const answer = await fileRequest(`/${file}`);
  const text = await answer.text();
  return [answer.status, answer.ok ? text : (JSON.parse(text) as { code: string }).code];
}

async function personOf(): Promise<Record<keyof typeof person, unknown>> {
  const officer = await platform.as(`${TENANT}.sct.officer`);
  const { person: read } = await officer.read<{ person: Record<keyof typeof person, unknown> }>(
    `/contacts/${contact}`,
  );
  return read;
}

const gone = { kind: 'erased' };

/** Every row of every database, and every file, PostgreSQL's own included. */
async function everything(dataDir: string): Promise<string[]> {
  const cluster = new ScannedCluster(dataDir);
  const findings: string[] = [];
  for (const database of await cluster.databases())
    findings.push(...(await cluster.scan(database, needles)).findings);
  const seen = await cluster.scan(`lk_t_${TENANT.replace('-', '_')}`, [control]);
  expect(seen.findings).toContain(`lk_t_${TENANT.replace('-', '_')}.log.event: control`);
  await cluster.query('postgres', 'CHECKPOINT');
  const { findings: inFiles, files } = scanFiles(dataDir, needles);
  expect(files).toBeGreaterThan(1_000);
  expect(scanFiles(join(dataDir, 'pg'), [control]).findings).not.toEqual([]);
  return [...findings, ...inFiles];
}

describe('after an erasure', () => {
  it('the person reads as erased, and nothing of them lies in a database, a file or a mail', async () => {
    expect(await personOf()).toEqual({ name: gone, phone: gone, email: gone });
    expect(await fileNow()).toEqual([410, 'file.erased']);
    expect(readdirSync(join(platform.process.dataDir, 'mail')).length).toBeGreaterThan(0);
    expect(await everything(platform.process.dataDir)).toEqual([]);
  }, 120_000);

  it('nor in the log of the process, the log of events or what is exported', async () => {
    expect(found(needles, platform.process.output)).toEqual([]);
    const events = await (await platform.as(AUDITOR)).all<AuditEventView>('/audit/events');
    expect(found([control], JSON.stringify(events))).toEqual(['control']);
    expect(found(needles, JSON.stringify(events))).toEqual([]);
    for (const name of ['before.json', 'after.json']) {
      const bundle = name === 'after.json' ? await taken(name) : join(aside, name);
      expect(found(needles, readFileSync(bundle))).toEqual([]);
      expect(found([control], readFileSync(bundle))).toEqual(['control']);
    }
  });

  it('what was proved before is proved still, and a bundle of now says that somebody was erased', async () => {
    expect(await verdictsOf(join(aside, 'before.json'))).toEqual(['OK', 'OK']);
    expect(await verdictsOf(join(aside, 'after.json'))).toEqual(['ERASED-FIELDS', 'ERASED-FIELDS']);
  }, 60_000);

  it('nor in a backup of before, packed as it is or unpacked', () => {
    const kept = join(aside, 'kept');
    expect(scanFiles(kept, needles).findings).toEqual([]);
    const packed = readdirSync(kept, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.gz'),
    );
    expect(packed.length).toBeGreaterThan(50);
    const unpacked = packed.map((name) =>
      rowsOf(gunzipSync(readFileSync(join(kept, name))).toString('utf8')),
    );
    expect(unpacked.flatMap((rows) => found(needles, rows))).toEqual([]);
    expect(unpacked.flatMap((rows) => found([control], rows))).not.toEqual([]);
  });
});

/** Rows as a backup writes them, and what their columns of bytes say. */
function rowsOf(lines: string): string {
  const bytes = [...lines.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, digits = '']) => Buffer.from(digits, 'hex'));
  return [lines, ...bytes.map((one) => one.toString('utf8'))].join('\n');
}

describe('restored from a backup of before, with the ledger of now', () => {
  const dataDir = join(newDataDir(), 'data');

  beforeAll(async () => {
    cpSync(join(platform.process.dataDir, 'keys', 'erased'), join(aside, 'erased'), { recursive: true });
    await platform.stop();
    const env = { DATA_DIR: dataDir };
    const refused = await run('backup.mjs', ['restore', join(aside, 'kept')], env);
    expect(refused).toEqual([2, expect.stringContaining('--ledger')]);
    const ledger = ['--ledger', join(aside, 'erased')];
    const [code, said] = await run('backup.mjs', ['restore', join(aside, 'kept'), ...ledger], env);
    expect([code, said]).toEqual([0, expect.stringContaining('Đã khôi phục')]);
    platform = await TestPlatform.start('05/12/2023', dataDir);
  }, 300_000);

  it('nobody comes back, and nothing of them lies anywhere', async () => {
    expect(await personOf()).toEqual({ name: gone, phone: gone, email: gone });
    expect(await fileNow()).toEqual([410, 'file.erased']);
    expect(await everything(dataDir)).toEqual([]);
    expect(found(needles, platform.process.output)).toEqual([]);
  }, 120_000);

  it('what was proved before is proved still', async () => {
    expect(await verdictsOf(join(aside, 'before.json'))).toEqual(['OK', 'OK']);
    expect(await verdictsOf(await taken('restored.json'))).toEqual(['ERASED-FIELDS', 'ERASED-FIELDS']);
    const [code] = await run('verify.mjs', ['--tenant', TENANT], { DATA_DIR: dataDir });
    // ERASED-FIELDS: all is as it was logged, and somebody was erased.
    expect(code).toBe(3);
  }, 60_000);

  it('but a leak is found, in a row and in a file', async () => {
    const cluster = new ScannedCluster(dataDir);
    await cluster.query('lk_t_tra_vinh', `CREATE TABLE log.leak AS SELECT '${person.name}'::text AS it`);
    mkdirSync(join(dataDir, 'mail'), { recursive: true });
    writeFileSync(join(dataDir, 'mail', 'leak.eml'), `To: ${person.email}`);
    const inRows = await cluster.scan('lk_t_tra_vinh', needles);
    expect(inRows.findings).toEqual(['lk_t_tra_vinh.log.leak: name']);
    expect(scanFiles(join(dataDir, 'mail'), needles).findings).toEqual(['leak.eml: email']);
  }, 120_000);
});
