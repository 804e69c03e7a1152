import type { Page } from 'playwright-core';
import { send, shows } from './hand.js';
import { officeOn } from './office.adapter.js';

const office = officeOn('11/03/2025');
const { at } = office;

it.each([
  ['TP. HCM', 'Ủy ban nhân dân Thành phố Hồ Chí Minh', 'Sở Y tế tỉnh Tiền Giang'],
  ['so khđt', 'Sở Kế hoạch và Đầu tư tỉnh Tiền Giang', 'Sở Công Thương tỉnh Tiền Giang'],
])('the register of organisations finds by the short spelling “%s”', async (typed, found, other) => {
  const page = await at('tien-giang.stc.focal', '/registers/organisations');
  const rows = page.locator('#content');
  await rows.getByText(other).first().waitFor();
  const search = page.locator('.filters input').first();
  await search.fill(typed);
  await search.press('Enter');
  await rows.getByText(other).first().waitFor({ state: 'detached' });
  await rows.getByText(found).first().waitFor();
});

it("the platform's administrator corrects a code that was typed wrongly, and says why", async () => {
  const operator = await office.platform.as('platform.admin');
  await operator.command('/tenants', { id: 'thu-nghiem', name: 'Đơn vị thử nghiệm', code: 'T1' });
  const page = await at('platform.admin', '/tenants');
  const row = page.locator('#content').getByRole('row', { name: /thu-nghiem/ });
  const correct = page.getByRole('button', { name: 'Sửa mã đơn vị nhập nhầm' });
  expect(await correct.count()).toBe(0);
  await row.getByText('…', { exact: true }).click();
  await correct.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Mã/).fill('T2');
  await dialog.getByLabel(/^Lý do/).fill('Nhập nhầm mã');
  await send(page);
  await row.getByText('T2', { exact: true }).waitFor();
});

it('who holds a post in a department that has ended reads first what it is now and what is to be handed over', async () => {
  const ended = (page: Page) => page.getByText(/đã kết thúc hoạt động \(đến hết ngày 28\/02\/2025\)/);
  const focal = await at('tien-giang.skhdt.focal', '/');
  await ended(focal).waitFor();
  await shows(focal.locator('#content'), 'nay: Sở Tài chính tỉnh Tiền Giang');
  await shows(focal.locator('.who'), '(đến 28/02/2025; nay: Sở Tài chính tỉnh Tiền Giang)');
  await focal.getByText('người tiếp nhận ở cơ quan kế thừa').waitFor();
  await focal.getByRole('link', { name: 'Chờ chuyển cơ quan kế thừa' }).click();
  await focal.waitForURL(/\/obligations\?state=awaitsSuccessor/);
  const head = await at('tien-giang.snnptnt.head', '/');
  await head.getByText('Danh mục chưa có cơ quan kế thừa').waitFor();
  const successor = await at('tien-giang.stc.focal', '/');
  await successor.locator('.cards').first().waitFor();
  expect(await ended(successor).count()).toBe(0);
  expect(await successor.locator('.who').innerText()).not.toContain('đến');
});
