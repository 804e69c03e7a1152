/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import type { CommandAnswer } from '@lien-ket/contracts';
import type { Page } from 'playwright-core';
import { choose, send, shows } from './hand.js';
import { officeOn } from './office.adapter.js';
import type { ObligationView, Page as Listed, PlanListItem } from './views.js';

/** The platform moves through seven days while the page looks on. */
const DAYS_TAKE = 90_000;

const office = officeOn('05/12/2023');
const { at } = office;

/** Opens a command's dialog, fills it, carries it out, and waits until the page says that it is done. */
async function carryOut(page: Page, name: string, fill: () => Promise<void> = () => Promise.resolve()) {
  await page.locator('.page-head .acts').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await fill();
  await send(page);
  await page.getByText(`Đã thực hiện: ${name}`).first().waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

const typed = (page: Page, label: string | RegExp, text: string) =>
  page.getByRole('dialog').getByLabel(label).first().fill(text);

it('an officer records progress with a file, which can be had again', async () => {
  const officer = await office.platform.as('tien-giang.sct.officer');
  const [activity] = (await officer.read<Listed<{ id: string }>>('/activities?lead=mine')).items;
  const page = await at('tien-giang.sct.officer', `/activities/${activity?.id}`);
  await carryOut(page, 'Ghi tiến độ', async () => {
    await typed(page, /^Nội dung/, 'Đã gửi danh sách 12 doanh nghiệp.');
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({
        name: 'Danh sách.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('12 doanh nghiệp'),
      });
    await page.getByRole('dialog').getByText('Danh sách.txt').waitFor();
  });
  const link = page.getByRole('link', { name: 'Tải tệp minh chứng: Danh sách.txt' });
  await link.waitFor();
  await page.getByText('(văn bản thuần, 17 byte)').waitFor();
  const address = await link.getAttribute('href');
  const text = await page.evaluate(async (url) => (await fetch(url)).text(), address ?? '');
  expect(text).toBe('12 doanh nghiệp');
});

it('what was typed stays when a command is refused, and the fault stands at its field', async () => {
  const officer = await office.platform.as('tien-giang.sct.officer');
  const [activity] = (await officer.read<Listed<{ id: string }>>('/activities?lead=mine')).items;
  const page = await at('tien-giang.sct.officer', `/activities/${activity?.id}`);
  await page.getByRole('button', { name: 'Ghi tiến độ', exact: true }).click();
  await typed(page, /^Nội dung/, 'Có đường dẫn sai.');
  await typed(page, /^Đường dẫn minh chứng/, 'không phải địa chỉ');
  await send(page);
  await page.getByRole('dialog').getByRole('alert').first().waitFor();
  const links = page.locator('.ant-form-item').filter({ hasText: 'Đường dẫn minh chứng' });
  await links.getByText('Đường dẫn phải là địa chỉ web').waitFor();
  expect(
    await page
      .getByRole('dialog')
      .getByLabel(/^Nội dung/)
      .first()
      .inputValue(),
  ).toBe('Có đường dẫn sai.');
  office.desks.forEach((desk) => (desk.complaints.length = 0));
});

it('a head sends a report; the focal agency hears of it without asking', async () => {
  const head = await office.platform.as('tien-giang.sct.head');
  const duties = (await head.read<Listed<ObligationView>>('/obligations?role=debtor')).items;
  const duty = duties.find(({ state }) => state === 'open');
  const focal = await at('tien-giang.skhdt.focal', '/notifications');
  const told = focal.locator('#content .short-list li', { hasText: 'Có báo cáo gửi đến' });
  expect(await told.count()).toBe(0);
  const page = await at('tien-giang.sct.head', `/obligations/${duty?.id}`);
  await page.locator('textarea').first().fill('Đã thực hiện 5/8 hoạt động.');
  await page.getByRole('button', { name: 'Gửi báo cáo', exact: true }).click();
  await page.locator('.page-title').getByText('Đã gửi').waitFor();
  await shows(told, 'Sở Công Thương');

  await focal.goto(`${office.platform.url}/obligations/${duty?.id}`);
  await focal.getByRole('button', { name: 'Trả lại báo cáo', exact: true }).click();
  const newDue = focal.getByRole('dialog').getByLabel('Hạn mới');
  expect(await newDue.inputValue()).toBe('14/12/2023');
  await newDue.fill('13/12/2023');
  await newDue.press('Tab');
  await focal.getByText('Hạn mới không được sớm hơn hạn hiện nay (14/12/2023).').waitFor();
});

it('a leader signs, a clerk numbers, and the plan is issued', async () => {
  const focal = await office.platform.as('tien-giang.skhdt.focal');
  const { items } = await focal.read<Listed<{ id: string; name: string }>>('/organisations?limit=200');
  const agency = (name: string) => ({
    printed: name,
    organisationId: items.find((one) => one.name === name)?.id,
  });
  const [section, trade] = [randomUUID(), agency('Sở Công Thương tỉnh Tiền Giang')];
  const content = {
    title: 'Kế hoạch có nhóm cơ quan báo cáo',
    example: true,
    sections: [{ id: section, title: 'Thương mại', leads: [trade] }],
    items: [
      { id: randomUUID(), sectionId: section, text: 'Hội nghị kết nối', leads: [trade], leadScope: 'own' },
    ],
    provisions: [
      {
        id: randomUUID(),
        text: 'Các sở, ban, ngành báo cáo trước ngày 25 tháng 01.',
        what: 'Báo cáo của nhóm cơ quan',
        debtors: [{ printed: 'Các sở, ban, ngành' }, trade],
        openClass: true,
        receiver: agency('Sở Kế hoạch và Đầu tư tỉnh Tiền Giang'),
        rule: { kind: 'yearlyBefore', month: 1, day: 25 },
      },
    ],
  };
  const made = await focal.command<CommandAnswer>('/plans', { content });
  await focal.command(`/plans/${made.id}/submit`, {}, made.revision);
  const leader = await at('tien-giang.ubnd.leader', `/plans/${made.id}`);
  await carryOut(leader, 'Ký', async () => {
    await typed(leader, /^Người ký/, 'Nguyễn Văn A');
    await typed(leader, /^Chức danh/, 'Chủ tịch');
  });
  const clerk = await at('tien-giang.ubnd.clerk', `/plans/${made.id}`);
  await carryOut(clerk, 'Cấp số, ngày và ban hành', async () => {
    await typed(clerk, /^Số/, '999');
    await typed(clerk, /^Ngày/, '5');
    await typed(clerk, /^Tháng/, '12');
    await typed(clerk, /^Năm/, '2023');
  });
  const text = clerk.locator('#content');
  await text.getByText('Đã ban hành').first().waitFor();
  await shows(text, '999/KH-UBND', 'VÍ DỤ');
});

it('an auditor steps through the history and compares two dates', async () => {
  const auditor = await office.platform.as('tien-giang.thanhtra.auditor');
  const plans = (await auditor.read<Listed<PlanListItem>>('/plans?origin=own')).items;
  const plan = plans.find(({ number }) => number?.startsWith('419'));
  const page = await at('tien-giang.thanhtra.auditor', '/');
  const card = page.locator('.cards .panel', { hasText: 'Thay chủ trì, gia hạn' });
  const { total } = await auditor.read<Listed<unknown>>('/audit/events?type=.assigned.v&limit=1');
  await card.locator('.figure').getByText(/^\d+$/).waitFor();
  const counted = Number(await card.locator('.figure').innerText());
  expect(counted).toBeGreaterThanOrEqual(total);
  await page.goto(`${office.platform.url}/plans/${plan?.id}?tab=history`);
  await page.getByText('Ban hành lần đầu: 34 nội dung').waitFor();
  await page.getByRole('button', { name: 'Xem từng phần' }).click();
  await page.locator('[role=tabpanel] tbody tr').first().waitFor();
  await page.getByRole('tab', { name: 'Đối chiếu' }).click();
  await page.getByText('Hai thời điểm không khác nhau.').waitFor();
  const from = page.getByLabel('Từ ngày');
  await from.fill('01/10/2023');
  await from.press('Enter');
  await shows(page.locator('[role=tabpanel] tbody tr'), 'Thêm');
});

it("the platform's administrator moves the day and sees it come; a province's does not move it for all", async () => {
  const own = await at('tien-giang.ubnd.admin', '/demonstration');
  await own.locator('.big-day').waitFor();
  expect(await own.getByRole('button', { name: 'Sang 7 ngày sau' }).count()).toBe(0);
  const page = await at('platform.admin', '/demonstration');
  await page.getByRole('button', { name: 'Sang 7 ngày sau' }).click();
  await page.locator('.big-day', { hasText: '12/12/2023' }).waitFor({ timeout: DAYS_TAKE });
});

it('the focal agency confirms who owes the report of the class that the plan names', async () => {
  const page = await at('tien-giang.skhdt.focal', '/debtor-lists');
  await page.locator('tbody tr', { hasText: 'Chờ xác nhận' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Xác nhận danh sách nơi phải báo cáo' }).waitFor();
  await carryOut(page, 'Xác nhận danh sách nơi phải báo cáo');
  await page.locator('.page-title').getByText('Đã xác nhận').waitFor();
  await carryOut(page, 'Sửa lỗi nhập liệu của danh sách', async () => {
    await page.getByRole('dialog').locator('.ant-select-selection-item-remove').first().click();
    await choose(page, 'Nơi báo cáo', 'so y te');
    // Leaves the list of names, which covers the button.
    await typed(page, /^Lý do/, 'Xác nhận nhầm');
  });
  await page.locator('#content').getByText('Xác nhận nhầm').waitFor();
  await shows(page.locator('.names li'), 'Sở Y tế');
  expect(await page.locator('.names li').count()).toBe(1);
  await page.goto(`${office.platform.url}/obligations?role=receiver&q=nh%C3%B3m`);
  await page.getByText('Báo cáo của nhóm cơ quan').first().waitFor();
});
