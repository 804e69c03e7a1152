import { chromium, type Browser, type Page } from 'playwright-core';
import { Desk } from './desk.adapter.js';
import { chromiumPath } from './e2e.config.js';
import { carryOut, choose, send } from './hand.js';
import { TestPlatform } from './harness.adapter.js';
import type { AmendmentView, CommandAnswer, Page as Listed, PlanListItem, PlanView } from './views.js';

let platform: TestPlatform;
let browser: Browser;
const desks: Desk[] = [];

beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
});
afterEach(() => Promise.all(desks.splice(0).map((desk) => desk.close())));
afterAll(async () => {
  await browser.close();
  await platform.stop();
});

async function at(account: string, path: string): Promise<Page> {
  const desk = await Desk.signedIn({ url: platform.url, browser }, account);
  desks.push(desk);
  await desk.open(path);
  return desk.page;
}

it('an amendment on paper: the lead of a group and the date of a report; what was typed stays after a refusal', async () => {
  const focal = await platform.as('tien-giang.skhdt.focal');
  const [plan] = (await focal.read<Listed<PlanListItem>>('/plans?origin=own')).items;
  const page = await at('tien-giang.skhdt.focal', `/plans/${plan?.id}`);
  await page.getByRole('button', { name: 'Nhập điều chỉnh đã ban hành trên giấy', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Số/).first().fill('12');
  await dialog.getByLabel(/^Lý do/).fill('Đổi cơ quan chủ trì');
  await choose(page, 'Việc', 'sua muc', { exact: true });
  await dialog.getByLabel('Mục', { exact: true }).click();
  await page.keyboard.press('Enter');
  await choose(page, 'Phần thay đổi', 'co quan chu tri', { exact: true });
  await choose(page, /^Giá trị mới/, 'so y te', { exact: true });
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).first().click();
  await choose(page, 'Việc', 'doi thoi han', { nth: 1, exact: true });
  await choose(page, 'Quy định báo cáo', 'bao cao', { exact: true });
  await dialog.getByLabel('Ngày', { exact: true }).last().fill('20');
  await send(page);
  await page.getByText('Cần ngày có hiệu lực').first().waitFor();
  expect(await dialog.getByLabel(/^Số/).first().inputValue()).toBe('12');
  expect(await dialog.getByLabel(/^Lý do/).inputValue()).toBe('Đổi cơ quan chủ trì');
  await dialog.getByLabel(/^Có hiệu lực từ/).fill('05/12/2023');
  await page.keyboard.press('Enter');
  await carryOut(page);
  await page.getByRole('tab', { name: 'Lịch sử' }).click();
  await page.locator('.after', { hasText: 'Sở Y tế' }).first().waitFor();
  await page.locator('.after', { hasText: 'ngày 20' }).first().waitFor();
});

it('an amendment entered for the wrong plan is taken back, and stays to be seen as such', async () => {
  const focal = await platform.as('tien-giang.skhdt.focal');
  const [plan] = (await focal.read<Listed<PlanListItem>>('/plans?origin=own')).items;
  const page = await at('tien-giang.skhdt.focal', `/plans/${plan?.id}`);
  await page.getByRole('button', { name: 'Sửa lỗi nhập liệu', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, 'Phần thay đổi', 'dieu chinh', { exact: true });
  await dialog.getByLabel('Nhập nhầm', { exact: false }).check();
  await dialog.getByLabel(/^Lý do/).fill('Nhập nhầm kế hoạch');
  await carryOut(page);
  await page.getByRole('tab', { name: 'Nơi nhận, người ký' }).click();
  await page.locator('del', { hasText: 'Điều chỉnh, bổ sung' }).waitFor();
  await page.getByText('nhập nhầm, không thuộc kế hoạch này').waitFor();
  const { content } = await focal.read<PlanView>(`/plans/${plan?.id}`);
  const ofHealth = content.sections.filter(({ leads }) => leads.some(({ printed }) => printed === 'Sở Y tế'));
  expect(ofHealth).toHaveLength(1);
});

it('a proposal that was sent back is revised: some of it stays, some goes', async () => {
  const focal = await platform.as('tien-giang.skhdt.focal');
  const leader = await platform.as('tien-giang.ubnd.leader');
  const [plan] = (await focal.read<Listed<PlanListItem>>('/plans?origin=own')).items;
  const { content } = await focal.read<PlanView>(`/plans/${plan?.id}`);
  const [one, two] = content.items;
  const changes = [one, two].map((item) => ({
    op: 'setItem',
    itemId: item?.id,
    fields: { note: 'Theo đề nghị của Sở' },
  }));
  const { id } = await focal.command<CommandAnswer>('/amendments', {
    planId: plan?.id,
    reason: 'Bổ sung ghi chú',
    changes,
  });
  const revision = async () => (await focal.read<AmendmentView>(`/amendments/${id}`)).revision;
  await focal.command(`/amendments/${id}/submit`, {}, await revision());
  await leader.command(`/amendments/${id}/sendBack`, { reasons: 'Thiếu căn cứ' }, await revision());
  const page = await at('tien-giang.skhdt.focal', `/plans/${plan?.id}?tab=amendments`);
  await page.getByRole('button', { name: 'Sửa đề nghị điều chỉnh', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Lý do/).fill('Bổ sung ghi chú, có căn cứ');
  await dialog.locator('.kept').getByRole('checkbox').first().uncheck();
  await carryOut(page);
  const revised = await focal.read<AmendmentView>(`/amendments/${id}`);
  expect(revised).toMatchObject({ reason: 'Bổ sung ghi chú, có căn cứ', changes: [changes[1]] });
});
