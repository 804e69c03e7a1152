import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RebuildView } from '@lien-ket/contracts';
import { databaseOf } from '@lien-ket/read-model';
import { freePort } from '@lien-ket/testing';
import { TestPlatform, newDataDir, removeDataDir } from './harness.adapter.js';
import { ScannedCluster } from './scan.adapter.js';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
const TOOLS = fileURLToPath(new URL('../../../tools/', import.meta.url));
const MOVE = fileURLToPath(new URL('../../platform/dist/move/main.js', import.meta.url));
/** Letters that only Vietnamese has: the sentence is one for people. */
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
});
afterAll(() => platform.stop());

function run(file: string, args: readonly string[], env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { env: { PATH: '', ...env } }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}
const tool = (name: string, args: readonly string[], env = {}): Promise<Ended> =>
  run(`${TOOLS}${name}.mjs`, args, { DATA_DIR: platform.process.dataDir, ...env });

async function expectRefusal(ended: Ended, code: number, sentence: string): Promise<void> {
  expect([ended.code, ended.out]).toEqual([code, '']);
  expect(ended.err).toContain(sentence);
  expect(ended.err).toMatch(VIETNAMESE);
  expect(ended.err).not.toMatch(/\n {4}at |Error:/);
}

describe('command lines say in one sentence why not', () => {
  const USES: readonly (readonly [string, readonly string[], number, string])[] = [
    ['rebuild', [], 2, 'npm run rebuild'],
    ['rebuild', ['tien-giang', 'agreement', 'plans', 'more'], 2, 'npm run rebuild'],
    ['rebuild', ['nowhere'], 1, 'Không có đơn vị "nowhere"'],
    ['rebuild', ['tien-giang', 'nothing'], 1, 'Không có dịch vụ "nothing"'],
    ['rebuild', ['tien-giang', 'agreement', 'nothing'], 1, 'không có projection "nothing"'],
    ['tenant', [], 2, 'npm run tenant'],
    ['tenant', ['dong-thap'], 2, 'npm run tenant'],
    ['tenant', ['dong-thap', 'Tỉnh Đồng Tháp', '--colour', 'red'], 2, 'npm run tenant'],
    ['tenant', ['tien-giang', 'Tỉnh Tiền Giang'], 1, 'đã có'],
    ['tenant', ['Đồng Tháp', 'Tỉnh Đồng Tháp'], 1, '/id'],
    ['tenant', ['keys', 'Tỉnh'], 1, 'dành riêng'],
    ['parked', [], 2, 'npm run parked'],
    ['parked', ['nowhere'], 1, 'Không có đơn vị "nowhere"'],
    ['parked', ['tien-giang', 'abc'], 1, 'Không có thông điệp bị giữ "abc"'],
    ['parked', ['tien-giang', randomUUID(), 'forget'], 2, 'npm run parked'],
    ['parked', ['tien-giang', randomUUID(), 'discard'], 2, 'Thiếu lý do'],
    ['parked', ['tien-giang', randomUUID(), 'discard', '--reason', 'x'], 1, 'Không có thông điệp bị giữ'],
    ['token', ['nobody'], 1, 'Không có tài khoản'],
    ['token', [], 2, 'tài khoản'],
  ];
  it.each(USES)('%s %j', async (name, args, code, sentence) => {
    await expectRefusal(await tool(name, args), code, sentence);
  });

  it.each([
    ['rebuild', ['tien-giang']],
    ['tenant', ['dong-thap', 'Tỉnh Đồng Tháp']],
    ['parked', ['tien-giang']],
    ['token', ['tien-giang.sct.officer']],
  ])('%s: when no platform runs, also where one was killed', async (name, args) => {
    const folder = newDataDir();
    const sentence = /Nền tảng (không chạy|chưa chạy)/;
    expect((await tool(name, args, { DATA_DIR: folder })).err).toMatch(sentence);
    writeFileSync(join(folder, 'platform.json'), JSON.stringify({ port: await freePort() }));
    const ended = await tool(name, args, { DATA_DIR: folder });
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(sentence);
    removeDataDir(folder);
  });

  it("a token of another tenant does not rebuild that one's rows instead", async () => {
    const token = await platform.token('tra-vinh.ubnd.admin');
    const ended = await tool('rebuild', ['tien-giang'], { LIEN_KET_TOKEN: token });
    await expectRefusal(ended, 1, 'không phải "tien-giang"');
  });

  it('migrate: without its words, without data, beside a running platform', async () => {
    const move = (args: readonly string[], env = {}): Promise<Ended> =>
      run(MOVE, args, { DATA_DIR: platform.process.dataDir, ...env });
    await expectRefusal(await move([]), 2, 'npm run migrate');
    await expectRefusal(await move(['tien-giang', 'kurrentdb']), 2, 'npm run migrate');
    const folder = newDataDir();
    mkdirSync(join(folder, 'keys'));
    const args = ['tien-giang', '--to', 'kurrentdb'];
    await expectRefusal(await move(args, { DATA_DIR: folder }), 2, 'Không có dữ liệu');
    removeDataDir(folder);
    await expectRefusal(await move(args), 2, 'EVENT_STORE_TIEN_GIANG');
    const setting = { EVENT_STORE_TIEN_GIANG: 'kurrentdb://127.0.0.1:1?tls=false' };
    await expectRefusal(await move(args, setting), 1, 'Nền tảng đang chạy');
  });
});

describe('parked messages by command line', () => {
  const first = randomUUID();
  let second = '';

  beforeAll(async () => {
    const cluster = new ScannedCluster(platform.process.dataDir);
    await cluster.query(
      databaseOf('tien-giang'),
      `INSERT INTO activity.parked (handler, message, stream, seq, type, reason, attempts, business_date)
       VALUES ('activity.gone', '${first}', 'plan-${first}', 1, 'lk.agreement.plan.issued.v1', 'không hiểu', 5, '2023-12-05')`,
    );
    const parked = await cluster.query<{ message: string }>(
      databaseOf('tien-giang'),
      `INSERT INTO activity.parked (handler, message, stream, seq, type, reason, attempts, business_date)
       SELECT 'activity.from-plan-act', id, stream, seq, type, 'không hiểu', 5, '2023-12-05'
         FROM log.event WHERE type = 'lk.agreement.plan.issued.v1' ORDER BY seq LIMIT 1 RETURNING message`,
    );
    second = parked[0]?.message ?? '';
  });

  it('are listed, looked at, and decided with a reason', async () => {
    const listed = await tool('parked', ['tien-giang']);
    expect([listed.code, listed.err]).toEqual([0, '']);
    for (const text of [first, second, 'activity/activity.gone', 'không hiểu'])
      expect(listed.out).toContain(text);
    const shown = JSON.parse((await tool('parked', ['tien-giang', first])).out) as {
      service: string;
      parked: { message: string };
    };
    expect([shown.service, shown.parked.message]).toEqual(['activity', first]);
    const gone = await tool('parked', ['tien-giang', first, 'redrive', '--reason', 'Thử lại']);
    expect([gone.code, gone.out]).toEqual([0, 'Đã xử lý lại 0 thông điệp của activity.\n']);
    const discarded = await tool('parked', [
      'tien-giang',
      first,
      'discard',
      '--reason',
      'Không còn nơi nhận',
    ]);
    expect([discarded.code, discarded.out]).toEqual([
      0,
      'Đã bỏ; 1 thông điệp của activity không còn bị giữ.\n',
    ]);
    const redriven = await tool('parked', ['tien-giang', second, 'redrive', '--reason', 'Đã sửa']);
    expect([redriven.code, redriven.out]).toEqual([0, 'Đã xử lý lại 1 thông điệp của activity.\n']);
    expect((await tool('parked', ['tien-giang'])).out).toContain('Không có thông điệp nào bị giữ');
    await expectRefusal(
      await tool('parked', ['tien-giang', first, 'redrive', '--reason', 'lần nữa']),
      1,
      'đã được quyết định',
    );
    const { decisions } = JSON.parse((await tool('parked', ['tien-giang', first])).out) as {
      decisions: { decision: string; reason: string }[];
    };
    expect(decisions).toMatchObject([
      { decision: 'discarded', reason: 'Không còn nơi nhận' },
      { decision: 'redriven', reason: 'Thử lại' },
    ]);
  });

  it('rebuild and tenant do what they say', async () => {
    const rebuilt = await tool('rebuild', ['tien-giang', 'agreement']);
    expect([rebuilt.code, rebuilt.err]).toEqual([0, '']);
    expect(rebuilt.out).toMatch(/agreement\/plans: [\d.]+ sự kiện\n/);
    expect(rebuilt.out).toMatch(/Xong trong [\d.]+ s\.\n$/);
    const seenBy = async (account: string): Promise<readonly RebuildView[]> => {
      const client = await platform.as(account);
      return (await client.read<{ items: RebuildView[] }>('/operations/rebuilds?limit=200')).items;
    };
    const own = await seenBy('tien-giang.ubnd.admin');
    expect(own.map(({ service, projection }) => `${service}/${projection}`)).toContain('agreement/plans');
    for (const { state, seq, until } of own) expect([state, seq]).toEqual(['done', until]);
    expect(own[0]).toEqual({
      tenant: 'tien-giang',
      service: 'agreement',
      projection: expect.any(String),
      state: 'done',
      seq: expect.any(Number),
      until: expect.any(Number),
      events: expect.any(Number),
      from: 0,
      began: 'new',
      perSecond: expect.any(Number),
      secondsLeft: null,
    });
    expect(await seenBy('tra-vinh.ubnd.admin')).toEqual([]);
    expect(await seenBy('platform.admin')).toEqual(own);
    const made = await tool('tenant', ['dong-thap', 'Tỉnh Đồng Tháp', '--admin', 'dong-thap.ubnd.admin']);
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toMatch(
      /Đã thêm Tỉnh Đồng Tháp \(dong-thap\)\.\nQuản trị: dong-thap\.ubnd\.admin, .*: [\w-]{16}\n/,
    );
  });
});
