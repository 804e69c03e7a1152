import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayEvents } from '@lien-ket/contracts';
import { serviceLogger } from '@lien-ket/telemetry';
import { platformConfig } from './platform.config.js';
import { Platform } from './platform.js';

const directory = mkdtempSync(join(tmpdir(), 'lk-days-'));
let platform: Platform;

beforeAll(async () => {
  chmodSync(directory, 0o755);
  const config = platformConfig(['--no-demo'], { DATA_DIR: directory });
  platform = await Platform.open(config, serviceLogger('platform'));
  platform.start();
  platform.clock.setDay('2026-03-05');
  await platform.createTenants({ id: 'dong-thap', name: 'Tỉnh Đồng Tháp' });
}, 60_000);

afterAll(async () => {
  await platform.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function daysBegun(): Promise<unknown[]> {
  const begun: unknown[] = [];
  const ctx = platform.system('dong-thap');
  const types = [dayEvents.began.type];
  for await (const batch of platform.runtime('relay').store.log(ctx, { after: 0, types }))
    begun.push(...batch.map(({ data }) => data));
  return begun;
}

it('lets a tenant begin on the day it joins, and not as a day of loading', async () => {
  await platform.beginTenant('dong-thap', false);
  await platform.followCalendar();
  expect(await daysBegun()).toEqual([{ date: '2026-03-05', load: false }]);
});

it('begins each day that was missed, in order, and none twice', async () => {
  platform.clock.setDay('2026-03-08');
  await platform.followCalendar();
  await platform.followCalendar();
  expect((await daysBegun()).slice(1)).toEqual([
    { date: '2026-03-06', load: false },
    { date: '2026-03-07', load: false },
    { date: '2026-03-08', load: false },
  ]);
});
