import { chromium, type Browser } from 'playwright-core';
import { Desk, NARROW, WIDE } from './desk.adapter.js';
import { chromiumPath } from './e2e.config.js';
import { TestPlatform } from './harness.adapter.js';
import { PAGES } from './portal.pages.js';
import type { Page as Listed } from './views.js';

let platform: TestPlatform;
let browser: Browser;
const ids: Record<string, string> = {};

/** The first record of each list, as somebody who reads the whole tenant sees it. */
const FIRST = {
  plan: '/plans?origin=own',
  agreement: '/agreements',
  activity: '/activities?origin=own',
  obligation: '/obligations',
  list: '/debtor-lists',
  document: '/documents',
} as const;

beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  const focal = await platform.as('tien-giang.skhdt.focal');
  for (const [name, path] of Object.entries(FIRST)) {
    const [first] = (await focal.read<Listed<{ id: string }>>(path)).items;
    if (!first) throw new Error(`nothing at ${path}`);
    ids[name] = first.id;
  }
});
afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const withIds = (path: string): string => path.replace(/\{(\w+)\}/, (_, name: string) => ids[name] ?? name);

describe.each([
  ['1280 px', WIDE],
  ['360 px', NARROW],
] as const)('every page at %s', (_, size) => {
  it.each(PAGES)('of $account has no barrier, no complaint and fits', async ({ account, paths }) => {
    const desk = await Desk.signedIn({ url: platform.url, browser }, account, size);
    const found: Record<string, unknown> = {};
    for (const path of paths) {
      await desk.open(withIds(path));
      const faults = [...(await desk.barriers()), ...desk.complaints];
      const wider = await desk.overflow();
      if (wider !== 0) faults.push(`${wider} px wider than the window`);
      if (faults.length > 0) found[path] = faults;
    }
    await desk.close();
    expect(found).toEqual({});
  });
});
