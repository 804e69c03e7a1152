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

/** A page is loaded on a telephone, where least fits, and then widened, as one turns or docks it. */
const SIZES = { '360 px': NARROW, '1280 px': WIDE };

async function faultsOf(desk: Desk): Promise<string[]> {
  const faults = [...(await desk.barriers()), ...desk.complaints];
  const wider = await desk.overflow();
  return wider === 0 ? faults : [...faults, `${wider} px wider than the window`];
}

it.each(PAGES)(
  'of $account has no barrier, no complaint and fits, narrow and wide',
  async ({ account, paths }) => {
    const desk = await Desk.signedIn({ url: platform.url, browser }, account, NARROW);
    const found: Record<string, unknown> = {};
    for (const path of paths) {
      await desk.page.setViewportSize(NARROW);
      await desk.open(withIds(path));
      for (const [name, size] of Object.entries(SIZES)) {
        await desk.page.setViewportSize(size);
        const faults = await faultsOf(desk);
        if (faults.length > 0) found[`${path} at ${name}`] = faults;
      }
    }
    await desk.close();
    expect(found).toEqual({});
  },
);
