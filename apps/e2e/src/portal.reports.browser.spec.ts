import type { Page } from 'playwright-core';
import { shows } from './hand.js';
import { officeOn } from './office.adapter.js';
import type { ActivityView, Page as Listed, ObligationView } from './views.js';

const office = officeOn('05/12/2023');
const { at } = office;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function dutyOf(account: string): Promise<string> {
  const person = await office.platform.as(account);
  const { items } = await person.read<Listed<ObligationView>>('/obligations?role=debtor');
  return `/obligations/${items.find(({ state }) => state === 'open')?.id}`;
}

it('figures and days are read as an office writes them, and shown so; who wrote it is named', async () => {
  const officer = await office.platform.as('tien-giang.sct.officer');
  const [activity] = (await officer.read<Listed<ActivityView>>('/activities?lead=mine')).items;
  const page = await at('tien-giang.sct.officer', `/activities/${activity?.id}`);
  await button(page, 'Ghi tiến độ').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Ngày diễn ra/).fill('4/12/2023');
  await dialog.getByLabel(/^Nội dung/).fill('Ký biên bản ghi nhớ.');
  await button(page, 'Thêm số liệu').click();
  await dialog.getByLabel('Chỉ tiêu').fill('Giá trị');
  await dialog.getByLabel('Giá trị', { exact: true }).fill('1.5');
  await dialog.getByLabel('Đơn vị').fill('triệu đồng');
  await button(page, 'Thực hiện').click();
  await dialog.getByText('Ghi số như 1.250,5').waitFor();
  await dialog.getByLabel('Giá trị', { exact: true }).fill('1.250,5');
  await button(page, 'Thực hiện').click();
  const entry = page.locator('#content .entries li').filter({ hasText: 'Ký biên bản ghi nhớ.' });
  await shows(entry, '04/12/2023', '1.250,5 triệu đồng', 'Chuyên viên, Sở Công Thương');
  const { progress } = await officer.read<ActivityView>(`/activities/${activity?.id}`);
  expect(progress.map(({ figures }) => figures[0]?.value)).toEqual([1250.5]);
});

it('a draft saved while the head has the page open is not written over unseen', async () => {
  const path = await dutyOf('tien-giang.sct.head');
  const head = await at('tien-giang.sct.head', path);
  const officer = await at('tien-giang.sct.officer', path);
  await officer.locator('textarea').first().fill('Bản của chuyên viên.');
  await button(officer, 'Lưu bản soạn').click();
  // Nothing was typed here yet: the saved draft appears by itself.
  await head.waitForFunction(
    () => document.querySelector('#content textarea')?.textContent === 'Bản của chuyên viên.',
  );
  await head.locator('textarea').first().fill('Bản của thủ trưởng.');
  await officer.locator('textarea').first().fill('Bản của chuyên viên, sửa lần hai.');
  await button(officer, 'Lưu bản soạn').click();
  const warning = head.locator('[role=alert]').filter({ hasText: 'Bản của chuyên viên, sửa lần hai.' });
  await warning.waitFor();
  expect(await head.locator('textarea').first().inputValue()).toBe('Bản của thủ trưởng.');
  await button(head, 'Dùng bản đã lưu').click();
  await warning.waitFor({ state: 'detached' });
  expect(await head.locator('textarea').first().inputValue()).toBe('Bản của chuyên viên, sửa lần hai.');
});

it('a half-filled row is not dropped at sending; number and date of the signed report are shown', async () => {
  const head = await at('tien-giang.sct.head', await dutyOf('tien-giang.sct.head'));
  await head.locator('textarea').first().fill('Đã thực hiện 5/8 hoạt động.');
  await button(head, 'Thêm số liệu').click();
  await head.getByLabel('Chỉ tiêu').fill('Số doanh nghiệp');
  await button(head, 'Gửi báo cáo').click();
  await head.getByText('Cần nhập “Đơn vị”.').waitFor();
  await head.getByLabel('Giá trị', { exact: true }).fill('12');
  await head.getByLabel('Đơn vị').fill('doanh nghiệp');
  for (const [field, text] of Object.entries({ number: '45', symbol: 'BC-SCT', date_month: '13' }))
    await head.locator(`#report_document_${field}`).fill(text);
  await head.locator('#report_document_date_day').fill('5');
  await head.locator('#report_document_date_year').fill('2023');
  await button(head, 'Gửi báo cáo').click();
  await head.getByText('“Tháng” phải từ 1 đến 12.').waitFor();
  await head.locator('#report_document_date_month').fill('12');
  await button(head, 'Gửi báo cáo').click();
  await head.getByText('Báo cáo số 45/BC-SCT ngày 05/12/2023').waitFor();
  await shows(head.locator('#content'), '12 doanh nghiệp');
});

it('a plan as it stood on an earlier day shows no state of today, nor work to who has no part in it', async () => {
  const officer = await office.platform.as('tien-giang.sct.officer');
  const [activity] = (await officer.read<Listed<ActivityView>>('/activities?lead=mine')).items;
  const plan = `/plans/${activity?.planId}`;
  const page = await at('tien-giang.thanhtra.auditor', plan);
  const table = page.locator('table.printed');
  await table.getByText('Đang thực hiện').first().waitFor();
  await page.goto(`${office.platform.url}${plan}?asOf=2023-11-01&knownAt=2023-11-01`);
  await page.getByText('Đang xem: có hiệu lực ngày 01/11/2023').waitFor();
  await page.getByRole('tab', { name: 'Hoạt động' }).click();
  await page.getByText('của hôm nay, không phải của ngày đang xem').waitFor();
  await page.getByText('Đang thực hiện').first().waitFor();
  await page.getByRole('tab', { name: 'Nội dung' }).click();
  await table.getByRole('row').nth(5).waitFor();
  expect(await table.innerText()).not.toContain('Đang thực hiện');
  const other = await at('tien-giang.stttt.officer', `/activities/${activity?.id}`);
  await other.getByText('Ký biên bản ghi nhớ.').waitFor();
  expect(await button(other, 'Ghi tiến độ').count()).toBe(0);
  const list = await at('tien-giang.sct.officer', '/plans');
  await list.getByRole('cell', { name: '419/KH-UBND' }).waitFor();
});

it('the plans are seen as of a day: before it none was in force, and each is opened as of it', async () => {
  const list = await at('tien-giang.thanhtra.auditor', '/plans');
  const seenOn = async (day: string): Promise<void> => {
    await list.getByLabel('Xem tại ngày').fill(day);
    await list.keyboard.press('Enter');
  };
  await seenOn('01/11/2023');
  const row = list.getByRole('row').filter({ has: list.getByRole('cell', { name: '419/KH-UBND' }) });
  await row.locator('a[href$="?asOf=2023-11-01"]').click();
  await list.getByText('Đang xem: có hiệu lực ngày 01/11/2023').waitFor();
  await list.goBack();
  await seenOn('01/01/2020');
  await list.getByText('Không có kế hoạch nào khớp có hiệu lực vào ngày này.').waitFor();
  expect(await list.getByText('419/KH-UBND').count()).toBe(0);
});

it('the activities are seen as of a day: with what had been done by then', async () => {
  const officer = await office.platform.as('tien-giang.sct.officer');
  const [activity] = (await officer.read<Listed<ActivityView>>('/activities?lead=mine')).items;
  const list = await at('tien-giang.sct.officer', '/activities?lead=mine');
  const row = list.getByRole('row').filter({ has: list.locator(`a[href$="/activities/${activity?.id}"]`) });
  await row.getByText('Đang thực hiện').waitFor();
  const day = list.getByLabel('Xem tại ngày');
  await day.fill('01/11/2023');
  await list.keyboard.press('Enter');
  await row.getByText('Chưa triển khai').waitFor();
  await day.fill('01/01/2020');
  await list.keyboard.press('Enter');
  await list.getByText('Không có hoạt động nào khớp').waitFor();
});
