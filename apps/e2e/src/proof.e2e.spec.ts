import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { databaseOf } from '@lien-ket/read-model';
import { TestPlatform } from './harness.adapter.js';
import { ScannedCluster } from './scan.adapter.js';
import { changed, longestPlanOf, placeOf, type Bundle } from './taken-bundle.js';
import type { Page } from './views.js';

interface Ended {
  readonly code: number;
  readonly out: string;
}
const TOOLS = fileURLToPath(new URL('../../../tools/', import.meta.url));
const AUDITOR = 'tien-giang.thanhtra.auditor';
const EXIT: Readonly<Record<string, number>> = {
  OK: 0,
  'ERASED-FIELDS': 3,
  'CANNOT-DECIDE': 4,
  INCOMPLETE: 5,
  TAMPERED: 6,
};

let platform: TestPlatform;
let plan: string;
/** The plan with the most events. */
let longest: string;
beforeAll(async () => {
  platform = await TestPlatform.start('05/07/2024');
  const focal = await platform.as('tien-giang.skhdt.focal');
  const { items } = await focal.read<Page<{ id: string }>>('/plans?q=419&origin=own');
  plan = items[0]?.id ?? '';
  longest = longestPlanOf(await taken(''));
  expect(longest).not.toBe('');
}, 180_000);
afterAll(() => platform.stop());

const python = ((): string | undefined => {
  try {
    return execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
})();

function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(program, args, { env: { PATH: '', ...env }, maxBuffer: 2 ** 26 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out: out + err }),
    );
  });
}

/** Verdict and first fault of both programs on the same file; without Python, of the one. */
async function verdictsOf(bundle: string, policy?: string): Promise<string[]> {
  const folder = platform.process.dataDir;
  const file = join(folder, 'taken.audit.json');
  writeFileSync(file, bundle);
  if (policy !== undefined) writeFileSync(join(folder, 'policy.txt'), policy);
  const args = policy === undefined ? [file] : [file, '--policy', join(folder, 'policy.txt')];
  const own = await run(process.execPath, [`${TOOLS}verify.mjs`, ...args]);
  const [verdict = '', fault = ''] = own.out.split('\n');
  expect(own.code).toBe(EXIT[verdict]);
  const said = [`${verdict} ${/^ {2}([a-z.]+)/.exec(fault)?.[1] ?? ''}`.trim()];
  if (python === undefined) return said;
  const other = await run(python, [`${TOOLS}verify-py/verify.py`, ...args]);
  const found = JSON.parse(other.out) as { verdict: string; code: string | null };
  expect(other.code).toBe(EXIT[found.verdict]);
  return [...said, `${found.verdict} ${found.code ?? ''}`.trim()];
}

const both = (said: string): string[] => (python === undefined ? [said] : [said, said]);

/** What the administrator prints out of the keys directory: what an auditor gets by another way than the bundle. */
function policy(): string {
  const env = { PATH: '', DATA_DIR: platform.process.dataDir };
  return execFileSync(process.execPath, [`${TOOLS}policy.mjs`, 'tien-giang'], { env, encoding: 'utf8' });
}

async function firstLines(from: NodeJS.ReadableStream, count: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: from })) if (lines.push(line) === count) break;
  return lines;
}

async function taken(query: string): Promise<string> {
  const answer = await fetch(`${platform.url}/api/v1/audit/bundle${query}`, {
    headers: { authorization: `Bearer ${await platform.token(AUDITOR)}` },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

describe('what an auditor takes away', () => {
  it.each([
    ['plan 419', () => plan, 0, 'event.inclusion', 'stream.tail'],
    ['a plan of many events', () => longest, 1, 'event.inclusion', 'stream.gap'],
    ['the whole log', () => undefined, 1, 'log.root', 'log.gap'],
  ])('%s: two programs give one verdict, and find what was changed', async (_, id, at, edited, removed) => {
    const place = (one: Bundle): number => placeOf(one, id() ?? longest, at);
    const bundle = await taken(id() === undefined ? '' : `?plan=${id()}`);
    expect(await verdictsOf(bundle)).toEqual(both('CANNOT-DECIDE policy.missing'));
    expect(await verdictsOf(bundle, policy())).toEqual(both('OK'));
    const tampered = changed(bundle, (one) => {
      const event = one.events[place(one)];
      if (!event) throw new Error('no such event');
      const data = Buffer.from(event.data, 'base64');
      data[5] = (data[5] ?? 0) ^ 1;
      event.data = data.toString('base64');
    });
    expect(await verdictsOf(tampered, policy())).toEqual(both(`TAMPERED ${edited}`));
    const shortened = changed(bundle, (one) => one.events.splice(place(one), 1));
    expect(await verdictsOf(shortened, policy())).toEqual(both(`INCOMPLETE ${removed}`));
  });

  it('the page of the plan is made again from its events, by the program that has the folds', async () => {
    const bundle = await taken(`?plan=${plan}`);
    const { page } = JSON.parse(bundle) as { page: { text: string } };
    const text = Buffer.from(page.text, 'base64').toString();
    expect(text).toContain('Số: 419');
    const lied = Buffer.from(text.replace('Số: 419', 'Số: 420')).toString('base64');
    const [own, other] = await verdictsOf(bundle.replace(page.text, lied), policy());
    expect(own).toBe('TAMPERED page.text');
    expect(other ?? 'OK').toBe('OK');
  });

  it('a key that is not the one the policy trusts is no key', async () => {
    const bundle = await taken(`?plan=${plan}`);
    const foreign = policy().replace(/\+[0-9a-f]{8}\+.*/, '');
    expect(await verdictsOf(bundle, foreign)).toEqual(both('CANNOT-DECIDE policy.unreadable'));
  });

  it('is for auditors, of their own tenant', async () => {
    const officer = await platform.as('tien-giang.sct.officer');
    const foreign = await platform.as('tra-vinh.thanhtra.auditor');
    for (const path of ['/audit/checkpoint', '/audit/proof?seq=1', `/audit/bundle?plan=${plan}`])
      expect((await officer.get(path)).status).toBe(403);
    expect((await foreign.get(`/audit/bundle?plan=${plan}`)).status).toBe(404);
  });
});

describe('npm run verify -- --tenant', () => {
  const check = (): Promise<Ended> =>
    run(process.execPath, [`${TOOLS}verify.mjs`, '--tenant', 'tien-giang'], {
      DATA_DIR: platform.process.dataDir,
    });

  it('names the row that somebody with all rights edited in the database, and nothing once it is put back', async () => {
    expect(await check()).toMatchObject({ code: 0, out: expect.stringMatching(/^OK\n/) as string });
    const cluster = new ScannedCluster(platform.process.dataDir);
    const database = databaseOf('tien-giang');
    const rows = await cluster.query<{ seq: string; hex: string }>(
      database,
      `SELECT seq, encode(data, 'hex') AS hex FROM log.event WHERE stream = 'plan-${longest}' AND revision = 1`,
    );
    const { seq = '', hex = '' } = rows[0] ?? {};
    const put = (bytes: string): Promise<unknown> =>
      cluster.query(
        database,
        `ALTER TABLE log.event DISABLE TRIGGER append_only;
         UPDATE log.event SET data = decode('${bytes}', 'hex') WHERE seq = ${seq};
         ALTER TABLE log.event ENABLE TRIGGER append_only`,
      );
    await put(Buffer.from('{"number":"420"}').toString('hex'));
    const edited = await check();
    expect(edited.code).toBe(6);
    expect(edited.out).toContain(`event.inclusion ${seq} plan-${longest}`);
    await put(hex);
    expect((await check()).code).toBe(0);
  });
});

describe('the log of logs', () => {
  it('at the hub has the checkpoint of every bundle, and the policy asks for it', async () => {
    expect(policy()).toMatch(/^log-of-logs audit\.lien-ket\.vn\/logs\+/m);
    for (const query of [`?plan=${plan}`, '']) {
      const bundle = await taken(query);
      expect(await verdictsOf(bundle, policy())).toEqual(both('OK'));
      const without = bundle.replace(/,"logOfLogs":\{[^}]*\}/, '');
      expect(without).not.toBe(bundle);
      expect(await verdictsOf(without, policy())).toEqual(both('CANNOT-DECIDE logs.missing'));
    }
  });
});

describe('witnesses', () => {
  const keys = (): string => join(platform.process.dataDir, 'keys');

  it('of the platform itself are listed and never counted', async () => {
    expect(policy()).toMatch(/witness hcmc witness\.lien-ket\.vn\/t\/hcmc\S+\noperator hcmc\n/);
    expect(policy()).toContain('unwitnessed');
    const wanting = policy().replace('quorum none', 'quorum hcmc');
    expect(await verdictsOf(await taken(`?plan=${plan}`), wanting)).toEqual(
      both('CANNOT-DECIDE quorum.missing'),
    );
    const answer = await fetch(`${platform.url}/api/v1/audit/policy`, {
      headers: { authorization: `Bearer ${await platform.token(AUDITOR)}` },
    });
    expect(await answer.text()).toBe(policy());
  });

  it('run by somebody else make a quorum', async () => {
    const folder = join(platform.process.dataDir, 'outside');
    mkdirSync(folder);
    const [log, logOfLogs] = ['log', 'log-of-logs'].map(
      (word) => new RegExp(`^${word} (.*)$`, 'm').exec(policy())?.[1] ?? '',
    );
    writeFileSync(join(folder, 'logs.txt'), `${log}\n`);
    const args = [`${TOOLS}witness.mjs`, '--dir', folder, '--port', '0', '--name', 'thanh-tra.vidu.vn'];
    const witness = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const [key = '', address = ''] = await firstLines(witness.stdout, 2);
      const file = join(keys(), 'witnesses.txt');
      writeFileSync(
        file,
        `witness thanh-tra ${key} ${address}\ngroup ngoai 1 thanh-tra hcmc\nquorum ngoai\n`,
      );
      // One that knows the tenant's log but not the log of logs leaves that without a quorum.
      expect(await verdictsOf(await taken(`?plan=${plan}`), policy())).toEqual(
        both('CANNOT-DECIDE logs.quorum'),
      );
      writeFileSync(join(folder, 'logs.txt'), `${log}\n${logOfLogs}\n`);
      const bundle = await taken(`?plan=${plan}`);
      expect(await verdictsOf(bundle, policy())).toEqual(both('OK'));
      const shown = await run(process.execPath, [
        `${TOOLS}verify.mjs`,
        join(platform.process.dataDir, 'taken.audit.json'),
        '--policy',
        join(platform.process.dataDir, 'policy.txt'),
      ]);
      expect(shown.out).toMatch(/hcmc \(của bên vận hành, không được tính\).*thanh-tra/);
      const lines = bundle.replaceAll(/\\n— thanh-tra\.vidu\.vn [^\\"]*/g, '');
      expect(await verdictsOf(lines, policy())).toEqual(both('CANNOT-DECIDE quorum.missing'));
    } finally {
      witness.kill('SIGKILL');
      writeFileSync(join(keys(), 'witnesses.txt'), '');
    }
  });
});

describe('after an erasure', () => {
  it('says whose fields are erased, once their key is gone', async () => {
    const officer = await platform.as('tien-giang.sct.officer');
    await officer.command('/contacts', {
      office: { title: 'Phòng Kế hoạch', organisation: 'Sở Công Thương' },
      name: 'Đỗ Thị Kim',
    });
    const cluster = new ScannedCluster(platform.process.dataDir);
    const all = `SELECT kid FROM subject_key WHERE tenant = 'tien-giang' AND cls = 'contact'`;
    const [row] = await cluster.query<{ kid: string }>('lk_keys', all);
    expect(await verdictsOf(await taken(''), policy())).toEqual(both('OK'));
    await cluster.query('lk_keys', `DELETE FROM subject_key WHERE kid = '${row?.kid ?? ''}'`);
    const found = await verdictsOf(await taken(''), policy());
    expect(found).toEqual(both('ERASED-FIELDS field.erased'));
  });
});
