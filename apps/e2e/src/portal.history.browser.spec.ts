import { chromium, type Browser } from 'playwright-core';
import { Desk } from './desk.adapter.js';
import { chromiumPath } from './e2e.config.js';
import { shows } from './hand.js';
import { TestPlatform } from './harness.adapter.js';
import type { Page as Listed, PlanListItem } from './views.js';

const AUDITOR = 'tien-giang.thanhtra.auditor';
const EXAMPLE = '901-VD';
let platform: TestPlatform;
let browser: Browser;
let plan = '';

beforeAll(async () => {
  platform = await TestPlatform.start('11/03/2025');
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  const auditor = await platform.as(AUDITOR);
  const { items } = await auditor.read<Listed<PlanListItem>>('/plans?origin=own');
  plan = items.find(({ number }) => number === EXAMPLE)?.id ?? '';
});
afterAll(async () => {
  await browser.close();
  await platform.stop();
});

async function opened(path: string): Promise<Desk> {
  const desk = await Desk.signedIn({ url: platform.url, browser }, AUDITOR);
  await desk.open(path);
  return desk;
}

it('an auditor goes through what happened to a plan by buttons, by keys and from the list', async () => {
  const desk = await opened(`/history?scope=plan&id=${plan}`);
  const { page } = desk;
  const bar = page.getByRole('group', { name: 'Phát lại từng thay đổi' });
  await bar.getByText(/Thay đổi 1 trên/).waitFor();
  const total = Number(/Thay đổi 1 trên (\d+)/.exec(await bar.innerText())?.[1]);
  expect(total).toBeGreaterThan(20);
  const at = (n: number) => bar.getByText(`Thay đổi ${n} trên ${total}`, { exact: true }).waitFor();
  const first = await page.locator('.player h2').innerText();
  await bar.getByRole('button', { name: 'Thay đổi sau' }).click();
  await at(2);
  expect(await page.locator('.player h2').innerText()).not.toBe(first);
  await page.keyboard.press('End');
  await at(total);
  expect(await bar.getByRole('button', { name: 'Cuối cùng' }).isDisabled()).toBe(true);
  await page.keyboard.press('ArrowLeft');
  await at(total - 1);
  await page.keyboard.press('Home');
  await at(1);
  await page.locator('ol.steps button').nth(4).click();
  await at(5);
  await page.getByText('Lý do').first().waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it('what is searched for is found without diacritics too, and a filter narrows', async () => {
  const desk = await opened(`/history?scope=plan&id=${plan}`);
  const { page } = desk;
  const search = page.getByRole('searchbox').or(page.locator('.filters input')).first();
  await search.fill('nhap nham');
  await search.press('Enter');
  await page.getByText('Thay đổi 1 trên 1', { exact: true }).waitFor();
  await page.getByText('VÍ DỤ: nhập nhầm ngày 14/01/2024, văn bản ghi 15/01/2024').first().waitFor();
  await page.goto(`${platform.url}/history?scope=plan&id=${plan}&cause=correction`);
  await page.getByText('Thay đổi 1 trên 1', { exact: true }).waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it('why an item has its time: what stands, what it took the place of, on what grounds and by whom', async () => {
  const desk = await opened(`/plans/${plan}`);
  const { page } = desk;
  await page.getByRole('button', { name: /^Vì sao: VÍ DỤ: Tuần lễ trái cây/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('thoi gian');
  await page.keyboard.press('Enter');
  const stands = dialog.getByRole('row').filter({ hasText: 'Còn giá trị' });
  await stands.getByText('Tháng 9').waitFor();
  await shows(stands, '909-VD');
  const before = dialog.getByRole('row').filter({ hasText: 'Đã thay bằng giá trị sau' });
  await shows(before, 'Tháng 8');
  await dialog.getByRole('link', { name: 'Xem lịch sử' }).click();
  await page.waitForURL(/\/history\?scope=item&id=/);
  await page.getByText(/Thay đổi 1 trên \d+/).waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});
