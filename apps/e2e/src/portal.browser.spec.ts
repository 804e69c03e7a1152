/// <reference lib="dom" />
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumPath } from './e2e.config.js';
import { TestPlatform } from './harness.adapter.js';
import type { ObligationView, Page as Listed, PlanListItem } from './views.js';

const SCREENSHOTS = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATIENCE = 10_000;
const PASSWORD = 'lienket-demo';
/** Rows of the printed table that stand for an item, not for a section. */
const ITEM = '#content tbody tr:not(.section):has(td[data-label])';
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

let platform: TestPlatform;
let browser: Browser;
let plan: PlanListItem;

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  platform = await TestPlatform.start('05/12/2023');
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  const focal = await platform.as('tien-giang.skhdt.focal');
  const plans = (await focal.read<Listed<PlanListItem>>('/plans')).items;
  const found = plans.find(({ number }) => number === '419');
  if (!found) throw new Error('no plan 419');
  plan = found;
});
afterAll(async () => {
  await browser.close();
  await platform.stop();
});

/** A person at a browser; what the console says against the portal is kept. */
class Desk {
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      // The browser's own line for a refused request says less than the answer, which is kept below.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(`${page.url()} ${message.text()}`);
    });
    page.on('response', (answer) => {
      const [status, url] = [answer.status(), new URL(answer.url())];
      // Asked before signing in: whose session it is.
      if (status >= 400 && status !== 401)
        this.complaints.push(`${status} ${answer.request().method()} ${url.pathname}${url.search}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()} ${error.message}`));
  }

  static async signedIn(account: string, viewport = WIDE): Promise<Desk> {
    const context = await browser.newContext({ viewport, locale: 'vi-VN' });
    context.setDefaultTimeout(PATIENCE);
    const desk = new Desk(context, await context.newPage());
    const { page } = desk;
    await page.goto(`${platform.url}/auth/sign-in`);
    await page.fill('#login', account);
    await page.fill('#password', PASSWORD);
    await page.click('button[type=submit]');
    await page.waitForSelector('.frame #content h1');
    return desk;
  }

  async open(path: string): Promise<void> {
    this.complaints.length = 0;
    await this.page.goto(platform.url + path);
    await this.page.waitForSelector('#content h1');
    await this.page.waitForLoadState('load');
    await this.page.waitForFunction(
      () => document.querySelector('.ant-spin-spinning, .ant-skeleton') === null,
    );
  }

  async keep(name: string): Promise<void> {
    await this.page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
  }

  /** Serious and critical faults that axe finds, one line each. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(AXE);
    const violations = await this.page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: Violation[] }> };
      };
      return (await axe.run()).violations;
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html.slice(0, 160))
            .join(' | ')}`,
      );
  }

  /** How far the page is wider than the window. */
  overflow(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

describe.each([
  ['1280 px', WIDE, ''],
  ['360 px', NARROW, '-360'],
] as const)('an officer of Tiền Giang at %s', (_, viewport, suffix) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.signedIn('tien-giang.sct.officer', viewport);
  });
  afterAll(() => desk.close());

  /** Opened, looked at, kept: nothing overflows, no barrier, no complaint. */
  async function isInOrder(name: string): Promise<void> {
    await desk.keep(name + suffix);
    const found = [await desk.overflow(), await desk.barriers(), desk.complaints];
    expect(found).toEqual([0, [], []]);
  }

  it('signs in on the real page and comes to the first page', async () => {
    await desk.open('/');
    await isInOrder('home');
  });

  it('sees the 34 items of plan 419', async () => {
    await desk.open(`/plans/${plan.id}`);
    await desk.page.waitForSelector(ITEM);
    expect(await desk.page.locator('#content').innerText()).toContain('419/KH-UBND');
    expect(await desk.page.locator(ITEM).count()).toBe(34);
    await isInOrder('plan');
  });

  it('opens the history of the plan', async () => {
    await desk.open(`/plans/${plan.id}`);
    await desk.page.getByRole('tab', { name: 'Lịch sử' }).click();
    await desk.page.waitForFunction(() =>
      document.querySelector('[role=tabpanel]')?.textContent?.includes('02/10/2023'),
    );
    await isInOrder('history');
  });

  it('sees what the organisation owes', async () => {
    await desk.open('/obligations');
    const officer = await platform.as('tien-giang.sct.officer');
    const { items } = await officer.read<Listed<ObligationView>>('/obligations');
    expect(items.length).toBeGreaterThan(0);
    await desk.keep(`obligations${suffix}`);
    await desk.page.waitForFunction(() => document.body.innerText.includes('14/12'));
    await isInOrder('obligations');
  });
});

it('signs out, and the session is over', async () => {
  const desk = await Desk.signedIn('tien-giang.sct.officer');
  await desk.page.getByRole('button', { name: 'Đăng xuất' }).click();
  await desk.page.waitForFunction(() => document.querySelector('.frame') === null);
  const status = await desk.page.evaluate(async () => (await fetch('/api/v1/me')).status);
  expect(status).toBe(401);
  await desk.close();
});

it("the region's coordinator sees all provinces", async () => {
  const desk = await Desk.signedIn('hcmc.itpc.region-coordinator');
  await desk.open('/overview');
  await desk.page.waitForFunction(() => document.body.innerText.includes('Tiền Giang'));
  await desk.keep('overview');
  expect(await desk.barriers()).toEqual([]);
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it('a wrong password is refused with a sentence', async () => {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto(`${platform.url}/auth/sign-in`);
  await page.fill('#login', 'tien-giang.sct.officer');
  await page.fill('#password', 'sai');
  await page.click('button[type=submit]');
  await page.waitForSelector('[role=alert]');
  await context.close();
});
