import type { Page } from 'playwright-core';
import { carryOut, choose, send } from './hand.js';
import { officeOn } from './office.adapter.js';
import type { Page as Listed, PlanListItem } from './views.js';

const office = officeOn('05/12/2023');
const { at } = office;

type Fields = readonly (readonly [RegExp, string])[];

async function fill(page: Page, fields: Fields): Promise<void> {
  for (const [label, text] of fields) await page.getByRole('dialog').getByLabel(label).first().fill(text);
}

async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).last().click();
  await page.getByRole('dialog').waitFor();
}

it('an incoming document keeps three numbers apart, and a missing day stays missing', async () => {
  const page = await at('tien-giang.ubnd.clerk', '/registers/documents');
  await open(page, 'Ghi nhận văn bản');
  await fill(page, [
    [/^Số đến/, '459'],
    [/^Trích yếu/, 'V/v phối hợp triển khai'],
    [/^Số \(/, '8177'],
    [/^Ký hiệu/, 'UBND-CN'],
    [/^Ngày \(/, '31'],
    [/^Tháng/, '9'],
    [/^Năm/, '2023'],
    [/^Ngày đến/, '31/02/2025'],
  ]);
  await send(page);
  for (const none of ['Không có ngày “31/02/2025”', 'Không có ngày “31/9/2023”'])
    await page.locator('.ant-form-item-explain-error', { hasText: none }).waitFor();
  await fill(page, [[/^Ngày \(/, '']]);
  const arrived = page.getByRole('dialog').getByLabel(/^Ngày đến/);
  expect(await arrived.inputValue()).toBe('31/02/2025');
  await arrived.fill('1/12/2023');
  // Pressed to shut a calendar, it does not shut the dialog over what was typed.
  await arrived.press('Escape');
  await carryOut(page);
  await page.getByRole('link', { name: 'V/v phối hợp triển khai' }).click();
  await page.locator('h1:focus', { hasText: 'V/v phối hợp triển khai' }).waitFor();
  for (const shown of ['… tháng 9 năm 2023', '8177/UBND-CN'])
    await page.locator('#content').getByText(shown).first().waitFor();
});

it('a leader assigns a task; without a printed deadline none is invented', async () => {
  const page = await at('tien-giang.ubnd.leader', '/registers/directives');
  await open(page, 'Ghi ý kiến chỉ đạo, giao nhiệm vụ');
  await fill(page, [
    [/^Nội dung chỉ đạo/, 'Giao Sở Công Thương chủ trì.'],
    [/^Nội dung$/, 'Lập danh sách doanh nghiệp'],
  ]);
  await choose(page, 'Cơ quan chủ trì', 'CT');
  await carryOut(page);
  await page.getByRole('link', { name: /Giao Sở Công Thương/ }).click();
  await page.getByText('văn bản không ghi thời hạn').waitFor();
});

it('a campaign asks, and what has not come is not late', async () => {
  const page = await at('tien-giang.skhdt.focal', '/registers/campaigns');
  await open(page, 'Mở đợt yêu cầu báo cáo, đề xuất');
  await fill(page, [[/^Tên/, 'Đề xuất nội dung hợp tác 2024']]);
  await choose(page, 'Nơi nhận', 'Sở KHĐT');
  await fill(page, [[/^Gửi đến/, 'Các sở']]);
  await choose(page, 'Nơi báo cáo', 'so y te');
  await fill(page, [[/^Các đề mục/, 'Nhu cầu\nKhó khăn']]);
  await page.getByRole('dialog').getByLabel(/VÍ DỤ/).check();
  await carryOut(page);
  await page.getByRole('link', { name: 'Đề xuất nội dung hợp tác 2024' }).click();
  await page.getByText('0/1').waitFor();
  await page.locator('.page-title', { hasText: 'VÍ DỤ' }).waitFor();
  await page.getByText('Chưa có thông tin.').waitFor();
});

it('a working group keeps the order of its roster', async () => {
  const page = await at('tien-giang.skhdt.focal', '/registers/working-groups');
  await open(page, 'Thành lập Tổ công tác');
  await fill(page, [
    [/^Tên$/, 'Tổ công tác thử'],
    [/^Họ và tên/, 'Nguyễn Văn B'],
    [/^Chức danh/, 'Giám đốc'],
    [/^Nhiệm vụ/, 'Tổ trưởng'],
  ]);
  await carryOut(page);
  await page.getByRole('link', { name: 'Tổ công tác thử' }).click();
  await page.getByText('1. Nguyễn Văn B').waitFor();
});

it("a contact's person is fetched only when asked for, and not shown to others", async () => {
  const page = await at('tien-giang.skhdt.focal', '/registers/contacts');
  await open(page, 'Thêm đầu mối liên hệ');
  await fill(page, [
    [/^Cơ quan/, 'Sở Công Thương'],
    [/^Họ và tên/, 'Trần Thị C'],
    [/^Điện thoại/, '0900000000'],
  ]);
  await carryOut(page);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.locator('#content').innerText()).not.toContain('Trần Thị C');
  await page.getByRole('button', { name: /^Xem: / }).click();
  await page.getByText('0900000000').waitFor();
  await page.getByRole('button', { name: 'Sửa lỗi nhập liệu', exact: true }).waitFor();
  const stranger = await at('tien-giang.sct.officer', '/registers/contacts');
  await stranger.getByRole('button', { name: /^Xem: / }).click();
  await stranger.getByText('0900000000').waitFor();
  expect(await stranger.getByRole('button', { name: 'Sửa lỗi nhập liệu', exact: true }).count()).toBe(0);
  const leader = await at('tien-giang.ubnd.leader', '/registers/contacts');
  await leader.getByText('chỉ người giữ danh mục được xem').waitFor();
});

it('an amendment is proposed, compared with the plan, submitted and put in force', async () => {
  const focal = await office.platform.as('tien-giang.skhdt.focal');
  const [plan] = (await focal.read<Listed<PlanListItem>>('/plans?origin=own')).items;
  const page = await at('tien-giang.skhdt.focal', `/plans/${plan?.id}?tab=amendments`);
  await open(page, 'Đề nghị điều chỉnh, bổ sung');
  await fill(page, [[/^Lý do/, 'Đổi thời gian']]);
  await page.getByRole('dialog').getByLabel('Nội dung được sửa').click();
  await page.keyboard.press('Enter');
  await choose(page, 'Phần thay đổi', 'thoi gian');
  await fill(page, [[/^Giá trị mới/, 'Quý I năm 2024']]);
  await carryOut(page);
  await page.locator('.after', { hasText: 'Quý I năm 2024' }).waitFor();
  await open(page, 'Trình đề nghị điều chỉnh');
  await carryOut(page);
  const leader = await at('tien-giang.ubnd.leader', `/plans/${plan?.id}?tab=amendments`);
  await open(leader, 'Quyết định điều chỉnh');
  await fill(leader, [
    [/^Số/, '12'],
    [/^Ký hiệu/, 'QĐ-UBND'],
    [/^Ngày/, '5'],
    [/^Tháng/, '12'],
    [/^Năm/, '2023'],
  ]);
  await carryOut(leader);
  await leader.getByRole('tab', { name: 'Nội dung' }).click();
  await leader.locator('[role=tab]:focus', { hasText: 'Nội dung' }).waitFor();
  await leader.locator('.column-time', { hasText: 'Quý I năm 2024' }).first().waitFor();
  await leader.getByText('Đã điều chỉnh lần 1 theo 12/QĐ-UBND ngày 05/12/2023').waitFor();
});

it('a plan that exists on paper is entered with what the paper says', async () => {
  const page = await at('tien-giang.ubnd.clerk', '/plans/record');
  await page.locator('#draft_number').fill('77');
  await page.locator('#draft_symbol').fill('KH-UBND');
  for (const [part, value] of Object.entries({ day: '5', month: '2', year: '2022' }))
    await page.locator(`#draft_date_${part}`).fill(value);
  await page.locator('#draft_title').fill('Kế hoạch trên giấy');
  await page.getByRole('button', { name: 'Thêm mục' }).click();
  await page.locator('#draft_sections_0_title').fill('Năm 2022');
  await page.getByRole('button', { name: 'Thêm nhóm vào Mục 1', exact: true }).click();
  const group = page.getByRole('group', { name: 'Mục 1, nhóm 1', exact: true });
  await group.getByLabel(/^Tên nhóm/).fill('Nhóm thương mại');
  await group.getByLabel(/^Cơ quan chủ trì/).click();
  await page.keyboard.type('cong thuong');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await group.getByRole('button', { name: 'Thêm nội dung' }).click();
  await group.getByText('Để trống thì theo mục, nhóm: Sở Công Thương').waitFor();
  await group.locator('#draft_sections_0_groups_0_items_0_text').fill('Hội chợ trong nhóm');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.locator('.strip', { hasText: '77/KH-UBND' }).waitFor();
  await page.getByText('Nhóm thương mại').first().waitFor();
  await page.locator('tr', { hasText: 'Hội chợ trong nhóm' }).getByText('Sở Công Thương').waitFor();
});

it('an agreement is recorded and its record revised to a second version', async () => {
  const page = await at('tien-giang.skhdt.focal', '/agreements');
  await open(page, 'Ghi nhận thỏa thuận');
  await fill(page, [
    [/^Tên/, 'Biên bản thử'],
    [/^Các bên/, 'Tỉnh Tiền Giang [tien-giang]\nThành phố Hồ Chí Minh [hcmc]'],
  ]);
  await carryOut(page);
  await page.getByRole('link', { name: 'Biên bản thử' }).click();
  await open(page, 'Sửa bản ghi thỏa thuận');
  await fill(page, [
    [/^Lý do/, 'Thêm nơi ký'],
    [/^Địa danh/, 'Mỹ Tho'],
  ]);
  await send(page);
  await page.getByText('Bản ghi số 2').waitFor();
});

it('an administrator ends an assignment with its grounds', async () => {
  const page = await at('tien-giang.ubnd.admin', '/registers/staff');
  await open(page, 'Kết thúc phân công');
  await fill(page, [
    [/^Ngày kết thúc/, '31/12/2023'],
    [/^Căn cứ/, 'Quyết định điều động'],
  ]);
  await carryOut(page);
  await page.getByText('31/12/2023').first().waitFor();
});

it('a tenant added on the page has an administrator who signs in with the password shown once', async () => {
  const page = await at('platform.admin', '/tenants');
  await page.getByLabel(/^Tên đơn vị/).fill('Tỉnh Đồng Tháp');
  await page.getByLabel(/^Mã không đổi/).fill('dong-thap');
  await page.getByLabel(/^Họ và tên quản trị/).fill('Lê Thị Đ');
  expect(await page.getByLabel(/^Tên đăng nhập/).inputValue()).toBe('dong-thap.ubnd.admin');
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  const given = page.getByRole('alert').filter({ hasText: 'Mật khẩu một lần' });
  await given.waitFor();
  const password = await given.locator('code').last().innerText();
  await page.getByRole('cell', { name: 'Tỉnh Đồng Tháp' }).waitFor();
  await page.reload();
  await page.waitForSelector('#content h1');
  expect(await page.locator('#content').innerText()).not.toContain(password);

  const context = await office.browser.newContext({ locale: 'vi-VN' });
  const theirs = await context.newPage();
  await theirs.goto(`${office.platform.url}/auth/sign-in`);
  await theirs.fill('#login', 'dong-thap.ubnd.admin');
  await theirs.fill('#password', password);
  await theirs.click('button[type=submit]');
  await theirs.locator('input[name=next]').waitFor();
  await context.close();
});
