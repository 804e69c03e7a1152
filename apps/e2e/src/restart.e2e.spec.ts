import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Client } from './client.adapter.js';
import { freePort } from '@lien-ket/testing';
import { PlatformProcess, TestPlatform, newDataDir, removeDataDir } from './harness.adapter.js';
import type { AuditEventView, Page } from './views.js';

const DAY = '05/12/2023';
const LISTS = ['organisations', 'contacts', 'documents', 'agreements', 'plans', 'activities', 'obligations'];
const TENANTS = ['hcmc', 'tien-giang', 'tra-vinh', 'nghe-an', 'thua-thien-hue'];

/** How much of everything a loaded platform holds, by tenant; and the commands of its log, each as often as it stands. */
async function contentOf(platform: TestPlatform): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const tenant of TENANTS) {
    const focal = await platform.as(`${tenant}.skhdt.focal`);
    for (const list of LISTS) found[`${tenant} ${list}`] = await totalOf(focal, list);
    const events = await logOf(platform, tenant);
    const types: Record<string, number> = {};
    for (const { type } of events) types[type] = (types[type] ?? 0) + 1;
    found[`${tenant} events`] = types;
  }
  return found;
}

async function totalOf(client: Client, list: string): Promise<number> {
  return (await client.read<Page<unknown>>(`/${list}`)).total;
}

async function logOf(platform: TestPlatform, tenant: string): Promise<AuditEventView[]> {
  const auditor = await platform.as(`${tenant}.thanhtra.auditor`);
  return auditor.all<AuditEventView>('/audit/events');
}

/** Ids of the PostgreSQL processes that work in the folder. */
function postgresOf(dataDir: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const command = readFileSync(join('/proc', pid, 'cmdline'), 'utf8');
      return command.includes('postgres') && command.includes(dataDir);
    } catch {
      return false;
    }
  });
}

describe('a load that was killed', () => {
  let undisturbed: Record<string, unknown>;
  let folder = '';
  beforeAll(async () => {
    const platform = await TestPlatform.start(DAY);
    undisturbed = await contentOf(platform);
    await platform.stop();
  });
  afterEach(() => removeDataDir(folder));

  it('five times, at five moments, comes to the same as one that was not; nothing is there twice', async () => {
    folder = newDataDir();
    for (const lines of [1, 2, 3, 4, 5]) {
      const killed = new PlatformProcess(folder, await freePort(), DAY);
      await killed.until((output) => output.split('\n').length > lines);
      await killed.signal('SIGKILL');
    }
    const platform = await TestPlatform.start(DAY, folder);
    expect(await contentOf(platform)).toEqual(undisturbed);
    for (const tenant of TENANTS) {
      const events = await logOf(platform, tenant);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
    }
    await platform.stop();
  });
});

describe('a platform that runs', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await TestPlatform.start(DAY);
  });
  afterAll(() => removeDataDir(platform.process.dataDir));

  it('refuses a second one on its folder with a sentence, and runs on', async () => {
    const second = new PlatformProcess(platform.process.dataDir, await freePort(), DAY);
    expect(await second.exit()).toBe(1);
    expect(second.output).toContain('đang chạy trên thư mục dữ liệu này');
    expect(second.output).not.toContain('    at ');
    expect((await (await platform.as('tien-giang.skhdt.focal')).get('/me')).status).toBe(200);
  });

  it('stops within five seconds at SIGTERM, and leaves no PostgreSQL', async () => {
    const { dataDir } = platform.process;
    expect(postgresOf(dataDir)).not.toEqual([]);
    expect(await platform.process.signal('SIGTERM')).toBeLessThan(5_000);
    expect(await platform.process.exit()).toBe(0);
    expect(postgresOf(dataDir)).toEqual([]);
  });

  it('keeps everything over a start', async () => {
    const { dataDir } = platform.process;
    const again = await TestPlatform.start(DAY, dataDir);
    // Of plan 419, and of the example of 2023.
    expect(await totalOf(await again.as('tien-giang.skhdt.focal'), 'activities')).toBe(34 + 2);
    await again.process.signal('SIGTERM');
  });
});

it('a port that is taken is told in one sentence, and nothing is left running', async () => {
  const folder = newDataDir();
  const port = await freePort();
  const holder = createServer().listen(port, '127.0.0.1');
  const refused = new PlatformProcess(folder, port, DAY);
  expect(await refused.exit()).toBe(1);
  holder.close();
  expect(refused.output).toContain('Cổng đã có chương trình khác dùng');
  expect(refused.output).not.toContain('    at ');
  expect(postgresOf(folder)).toEqual([]);
  removeDataDir(folder);
});

it('a day that is none is told in one sentence', async () => {
  const folder = newDataDir();
  const refused = new PlatformProcess(folder, await freePort(), '31/02/2024');
  expect(await refused.exit()).toBe(2);
  expect(refused.output).toContain('DEMO_DAY');
  removeDataDir(folder);
});

describe('a platform without demonstration', () => {
  let folder = '';
  const PASSWORD = /Mật khẩu {2,}(\S+)/;
  const start = async (...more: string[]): Promise<PlatformProcess> =>
    new PlatformProcess(folder, await freePort(), DAY, {}, ['--no-demo', ...more]);
  beforeEach(() => {
    folder = newDataDir();
  });
  afterEach(() => removeDataDir(folder));

  /** Waits for a file that the start makes on its way. */
  async function made(name: string): Promise<void> {
    while (!existsSync(join(folder, name))) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  it.each([0, 300, 800, 1_500])(
    'that is told to stop while it starts, %i ms after PostgreSQL began, leaves nothing running',
    async (after) => {
      const starting = await start();
      await made('pg/server.log');
      await new Promise((resolve) => setTimeout(resolve, after));
      expect(await starting.signal('SIGTERM')).toBeLessThan(5_000);
      expect(await starting.exit()).toBe(0);
      expect(postgresOf(folder)).toEqual([]);
      expect(existsSync(join(folder, 'platform.json'))).toBe(false);
    },
  );

  it('that was killed leaves no PostgreSQL behind when all is begun afresh', async () => {
    const killed = await start();
    await killed.ready();
    await killed.signal('SIGKILL');
    const fresh = await start('--fresh');
    await fresh.ready();
    const masters = postgresOf(folder).filter((pid) =>
      readFileSync(join('/proc', pid, 'cmdline'), 'utf8').includes('-D'),
    );
    expect(masters).toHaveLength(1);
    await fresh.signal('SIGTERM');
    expect(postgresOf(folder)).toEqual([]);
  });

  it('shows a one-time password at each start until the administrator has chosen his own', async () => {
    const passwords: string[] = [];
    for (let run = 0; run < 2; run += 1) {
      const platform = await start();
      await platform.ready();
      passwords.push(PASSWORD.exec(platform.output)?.[1] ?? '');
      await platform.signal(run === 0 ? 'SIGKILL' : 'SIGTERM');
    }
    expect(passwords).toEqual([expect.stringMatching(/^[\w-]{16}$/), expect.stringMatching(/^[\w-]{16}$/)]);
    expect(passwords[0]).not.toBe(passwords[1]);
  });
});
