import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { KurrentDouble } from '@lien-ket/testing';
import { environment } from './e2e.config.js';
import { TestPlatform, newDataDir, removeDataDir } from './harness.adapter.js';
import type { AuditEventView, Page } from './views.js';

const DAY = '05/12/2023';
const MOVE = fileURLToPath(new URL('../../platform/dist/move/main.js', import.meta.url));
const LISTS = ['organisations', 'agreements', 'plans', 'activities', 'obligations'];
const TENANTS = ['hcmc', 'tien-giang', 'tra-vinh'];

/** How much of everything a tenant holds, and the whole of its log but for what differs between two loads. */
async function contentOf(platform: TestPlatform, tenant: string): Promise<Record<string, unknown>> {
  const focal = await platform.as(`${tenant}.skhdt.focal`);
  const found: Record<string, unknown> = {};
  for (const list of LISTS) found[list] = (await focal.read<Page<unknown>>(`/${list}`)).total;
  const events = await logOf(platform, tenant);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
  found['events'] = events.map(({ type }) => type).toSorted();
  return found;
}

async function logOf(platform: TestPlatform, tenant: string): Promise<AuditEventView[]> {
  const auditor = await platform.as(`${tenant}.thanhtra.auditor`);
  return auditor.all<AuditEventView>('/audit/events');
}

async function contents(platform: TestPlatform): Promise<unknown[]> {
  return Promise.all(TENANTS.map((tenant) => contentOf(platform, tenant)));
}

async function move(
  dataDir: string,
  to: string,
  stores: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  const env = environment({ DATA_DIR: dataDir, ...stores });
  const child = spawn(process.execPath, [MOVE, 'hcmc', '--to', to], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

describe('the demonstration with two tenants on KurrentDB', () => {
  const dataDir = newDataDir();
  const doubles: KurrentDouble[] = [];
  let stores: Record<string, string> = {};
  let platform: TestPlatform;
  let undisturbed: unknown[];

  beforeAll(async () => {
    const other = await TestPlatform.start(DAY);
    undisturbed = await contents(other);
    await other.stop();
    doubles.push(await KurrentDouble.start(), await KurrentDouble.start());
    const [hcmc, tienGiang] = doubles.map(({ connectionString }) => connectionString);
    stores = { EVENT_STORE_HCMC: hcmc ?? '', EVENT_STORE_TIEN_GIANG: tienGiang ?? '' };
    platform = await TestPlatform.start(DAY, dataDir, stores);
  }, 300_000);

  afterAll(async () => {
    await platform.stop();
    for (const double of doubles) await double.stop();
    removeDataDir(dataDir);
  });

  it('is the same as on PostgreSQL, and lies where it was told', async () => {
    expect(await contents(platform)).toEqual(undisturbed);
    for (const [index, tenant] of ['hcmc', 'tien-giang'].entries()) {
      const events = await logOf(platform, tenant);
      const stored = doubles[index]?.log.records.filter(({ stream }) => !stream.startsWith('$'));
      expect(stored?.map(({ id }) => id)).toEqual(events.map(({ eventId }) => eventId));
    }
  });

  it('moves to PostgreSQL while it is stopped, not while it runs, and goes on there', async () => {
    const before = await logOf(platform, 'hcmc');
    const refused = await move(dataDir, 'postgres', stores);
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('đang chạy') as string });
    await platform.process.signal('SIGTERM');
    const moved = await move(dataDir, 'postgres', stores);
    expect([moved.code, moved.output]).toEqual([0, expect.stringContaining(`${before.length} sự kiện`)]);
    const { EVENT_STORE_TIEN_GIANG: tienGiang = '' } = stores;
    platform = await TestPlatform.start(DAY, dataDir, { EVENT_STORE_TIEN_GIANG: tienGiang });
    expect(await logOf(platform, 'hcmc')).toEqual(before);
    await platform.moveTo('2023-12-06');
    expect((await logOf(platform, 'hcmc')).length).toBeGreaterThan(before.length);
    expect((await contents(platform)).length).toBe(TENANTS.length);
  });
});
