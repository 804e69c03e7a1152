/// <reference lib="dom" />
import { chromium, type Browser } from 'playwright-core';
import { Desk, NARROW, WIDE } from './desk.adapter.js';
import { chromiumPath } from './e2e.config.js';
import { shows } from './hand.js';
import { TestPlatform } from './harness.adapter.js';
import type { ActivityListItem, ObligationView, Page as Listed, PlanListItem } from './views.js';

/** Rows of the printed table that stand for an item, not for a section. */
const ITEM = '#content tbody tr:not(.section):has(td[data-label])';

let platform: TestPlatform;
let browser: Browser;
let plan: PlanListItem;
const at = () => ({ url: platform.url, browser });

beforeAll(async () => {
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

describe.each([
  ['1280 px', WIDE, ''],
  ['360 px', NARROW, '-360'],
] as const)('an officer of Tiền Giang at %s', (_, viewport, suffix) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.signedIn(at(), 'tien-giang.sct.officer', viewport);
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

  it('is told what the service signals, and no example among it', async () => {
    await desk.open('/');
    const officer = await platform.as('tien-giang.sct.officer');
    const { items } = await officer.read<Listed<ActivityListItem>>('/activities?lead=mine&limit=200');
    const real = items.filter(({ example }) => !example);
    expect(real.length).toBeGreaterThan(0);
    const card = desk.page.locator('.cards .panel', { hasText: 'Hoạt động cùng chủ trì' });
    await card.getByText('419/KH-UBND, năm 2023').waitFor();
    await card.locator('.figure').getByText(String(real.length), { exact: true }).waitFor();
    const silent = [...(await card.innerText()).matchAll(/(\d+) chưa có thông tin/g)];
    expect(silent.reduce((sum, [, n]) => sum + Number(n), 0)).toBe(
      real.filter(({ signal }) => signal === 'noInformation').length,
    );
  });

  it('sees the 34 items of plan 419', async () => {
    await desk.open(`/plans/${plan.id}`);
    await desk.page.waitForSelector(ITEM);
    await shows(desk.page.locator('#content'), '419/KH-UBND');
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
    await desk.page.waitForFunction(() => document.body.innerText.includes('14/12/2023'));
    await isInOrder('obligations');
  });
});

it('an officer records progress by keyboard alone on a telephone', async () => {
  const officer = await platform.as('tien-giang.sct.officer');
  const [activity] = (await officer.read<Listed<ActivityListItem>>('/activities?lead=mine')).items;
  const desk = await Desk.signedIn(at(), 'tien-giang.sct.officer', NARROW);
  await desk.open(`/activities/${activity?.id}`);
  const { keyboard } = desk.page;
  /** Goes on by Tab until the focus is at what is called so; nothing may hold it on the way. */
  const tabTo = async (name: string | RegExp) => {
    const wanted = desk.page
      .locator(':focus')
      .and(desk.page.getByLabel(name).or(desk.page.getByRole('button', { name })));
    for (let steps = 0; (await wanted.count()) === 0; steps += 1) {
      expect(steps).toBeLessThan(60);
      await keyboard.press('Tab');
    }
  };
  await tabTo('Ghi tiến độ');
  await keyboard.press('Enter');
  await desk.page.getByRole('dialog').waitFor();
  await tabTo(/^Ngày diễn ra/);
  await keyboard.press('Control+A');
  await keyboard.type('4/12/2023');
  await keyboard.press('Tab');
  await tabTo(/^Nội dung/);
  await keyboard.type('Đã gửi công văn bằng bàn phím.');
  await tabTo('Thực hiện');
  await keyboard.press('Enter');
  await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
  const entry = desk.page.locator('#content .entries li', { hasText: 'Đã gửi công văn bằng bàn phím.' });
  await entry.getByText('04/12/2023').waitFor();
  // Back where it began, not at the top of the page.
  await desk.page.locator('button:focus', { hasText: 'Ghi tiến độ' }).waitFor();
  expect([await desk.overflow(), desk.complaints]).toEqual([0, []]);
  await desk.close();
});

it('signs out, and the session is over', async () => {
  const desk = await Desk.signedIn(at(), 'tien-giang.sct.officer');
  await desk.page.getByRole('button', { name: 'Đăng xuất' }).click();
  await desk.page.waitForFunction(() => document.querySelector('.frame') === null);
  const status = await desk.page.evaluate(async () => (await fetch('/api/v1/me')).status);
  expect(status).toBe(401);
  await desk.close();
});

it("the region's coordinator sees all provinces", async () => {
  const desk = await Desk.signedIn(at(), 'hcmc.itpc.region-coordinator');
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
