/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { NARROW, WIDE, type Desk } from './desk.adapter.js';
import { carryOut, choose, send, shows } from './hand.js';
import { officeOn } from './office.adapter.js';
import { leadNamed } from './people.js';
import type { CommandAnswer } from './views.js';

const FOCAL = 'tien-giang.skhdt.focal';
const CLERK = 'tien-giang.ubnd.clerk';

const office = officeOn('05/12/2023');

/** What a clerk entered of a paper that came in. */
const LETTER = {
  kind: 'officialLetter',
  standing: 'incoming',
  number: '8177',
  symbol: 'UBND-CN',
  date: { year: 2023, month: 11, day: 30 },
  abstract: 'V/v phối hợp triễn khai',
  incoming: { number: '459', on: '2023-12-01' },
  addressees: ['Sở Công Thương', 'Sở Y tế'],
  enclosures: [],
  legalBases: [],
  recipients: [],
  conflicts: ['Số in hai lần'],
};

async function entered(account: string, resource: string, body: unknown): Promise<string> {
  const { id } = await (await office.platform.as(account)).command<CommandAnswer>(`/${resource}`, body);
  return id;
}

const field = (page: Page, label: string | RegExp) => page.getByRole('dialog').getByLabel(label).first();

/** Opens the form as its button does, and looks whether all can use it, on a telephone too. */
async function correcting(desk: Desk, name = 'Sửa lỗi nhập liệu'): Promise<void> {
  const { page } = desk;
  await page.getByRole('button', { name, exact: true }).last().click();
  await field(page, /^Lý do/).waitFor();
  expect(await desk.barriers()).toEqual([]);
  await page.setViewportSize(NARROW);
  const dialog = page.getByRole('dialog');
  const wider = await dialog.evaluate((shown) => shown.scrollWidth - shown.clientWidth);
  expect([await desk.overflow(), wider]).toEqual([0, 0]);
  await page.setViewportSize(WIDE);
}

/** Says why, sends it, and reads on the page that and why it was corrected. */
async function corrected(page: Page, reason: string): Promise<void> {
  await field(page, /^Lý do/).fill(reason);
  await carryOut(page);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

const trace = (page: Page, reason: string) =>
  page.locator('.note', { hasText: new RegExp(`Đã sửa lỗi nhập liệu ngày 05/12/2023, .+: ${reason}`) });

it('of a document, what was typed stays after a refusal, and what the form does not ask for stays as it was', async () => {
  const id = await entered(CLERK, 'documents', LETTER);
  const desk = await office.deskAt(CLERK, `/documents/${id}`);
  const { page } = desk;
  await correcting(desk);
  expect(await field(page, /^Kính gửi/).inputValue()).toBe('Sở Công Thương\nSở Y tế');
  await field(page, /^Trích yếu/).fill('V/v phối hợp triển khai');
  await field(page, /^Ngày đến/).fill('06/12/2023');
  await field(page, /^Lý do/).fill('Gõ nhầm chính tả');
  await send(page);
  await page.getByRole('dialog').getByRole('alert').filter({ hasText: 'Chưa thực hiện được' }).waitFor();
  expect(desk.complaints.splice(0)).toEqual([expect.stringMatching(/^4\d\d POST .+correctEntry$/)]);
  // The button is pale until it can be pressed again.
  await page.waitForFunction(() => document.getAnimations().length === 0);
  expect(await desk.barriers()).toEqual([]);
  const kept = [/^Trích yếu/, /^Ngày đến/, /^Lý do/].map((label) => field(page, label).inputValue());
  expect(await Promise.all(kept)).toEqual(['V/v phối hợp triển khai', '06/12/2023', 'Gõ nhầm chính tả']);
  await field(page, /^Ngày đến/).fill('02/12/2023');
  await corrected(page, 'Gõ nhầm chính tả');
  await page.locator('h1', { hasText: 'V/v phối hợp triển khai' }).waitFor();
  await trace(page, 'Gõ nhầm chính tả').waitFor();
  await shows(page.locator('#content'), '02/12/2023', '8177/UBND-CN', 'Số in hai lần');
});

it('a day is found in the calendar by keys, and Escape shuts only the calendar', async () => {
  const id = await entered(CLERK, 'documents', {
    ...LETTER,
    number: '8178',
    incoming: { number: '460', on: '2023-12-01' },
  });
  const { page } = await office.deskAt(CLERK, `/documents/${id}`);
  await page.getByRole('button', { name: 'Sửa lỗi nhập liệu', exact: true }).click();
  const arrived = field(page, /^Ngày đến/);
  const calendar = page.locator('.ant-picker-dropdown:not(.ant-picker-dropdown-hidden)');
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await arrived.press(key);
  };
  await arrived.click();
  await calendar.waitFor();
  await press('ArrowDown', 'ArrowRight', 'PageUp');
  await calendar.locator('.reached', { hasText: '9' }).waitFor();
  await page.getByRole('status').filter({ hasText: '09/11/2023' }).waitFor();
  await press('Escape');
  await calendar.waitFor({ state: 'hidden' });
  expect(await arrived.inputValue()).toBe('01/12/2023');
  await press('ArrowDown');
  await calendar.waitFor();
  await press('ArrowUp', 'ArrowLeft', 'PageDown', 'PageUp', 'Enter');
  await calendar.waitFor({ state: 'hidden' });
  expect(await arrived.inputValue()).toBe('23/11/2023');
  // Typing goes on in the field, and needs no calendar.
  await arrived.click();
  await calendar.locator('td', { hasText: '23' }).and(page.locator('[title="2023-11-23"]')).waitFor();
  await arrived.fill('28/11/2023');
  await calendar.waitFor({ state: 'hidden' });
  await press('ArrowLeft', 'Enter');
  expect(await arrived.inputValue()).toBe('28/11/2023');
});

it('an empty day begins at the day of the platform, and Escape shuts no dialog with its calendar', async () => {
  const { page } = await office.deskAt(CLERK, '/registers/documents');
  await page.getByRole('button', { name: 'Ghi nhận văn bản' }).click();
  const arrived = field(page, /^Ngày đến/);
  await arrived.click();
  await arrived.press('ArrowDown');
  await page.locator('[title="2023-12-12"] .reached').waitFor();
  await arrived.press('Escape');
  await page.locator('.reached').waitFor({ state: 'hidden' });
  await arrived.press('ArrowDown');
  await page.locator('[title="2023-12-05"] .reached').waitFor();
  await arrived.press('Escape');
  await page.locator('.reached').waitFor({ state: 'hidden' });
  await page.getByRole('dialog').waitFor();
  await arrived.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('of a directive, the opinion and the lead of a task', async () => {
  const clerk = await office.platform.as(CLERK);
  const id = await entered(CLERK, 'directives', {
    text: 'Giao Sở Công Thưong chủ trì.',
    document: { number: '12', symbol: 'TB-VP' },
    tasks: [
      {
        lead: await leadNamed(clerk, 'Sở Y tế tỉnh Tiền Giang'),
        coordinators: [{ printed: 'các sở có liên quan' }],
        text: 'Lập danh sách doanh nghiệp',
      },
      { lead: { printed: 'UBND cấp huyện' }, coordinators: [], text: 'Báo cáo nhu cầu' },
    ],
  });
  const desk = await office.deskAt(CLERK, `/directives/${id}`);
  const { page } = desk;
  await correcting(desk);
  await field(page, /^Nội dung chỉ đạo/).fill('Giao Sở Công Thương chủ trì.');
  await choose(page, 'Cơ quan chủ trì', 'cong thuong');
  await corrected(page, 'Nhầm cơ quan');
  await trace(page, 'Nhầm cơ quan').waitFor();
  await shows(page.locator('#content'), 'Giao Sở Công Thương chủ trì.', '12/TB-VP', 'các sở có liên quan');
  await page.getByRole('cell', { name: 'UBND cấp huyện' }).waitFor();
  await page.getByRole('cell', { name: 'Sở Công Thương tỉnh Tiền Giang' }).waitFor();
});

it('of a campaign, its day and whom it asks', async () => {
  const focal = await office.platform.as(FOCAL);
  const id = await entered(FOCAL, 'campaigns', {
    title: 'Đề xuất nội dung hợp tác 2024',
    receiver: await leadNamed(focal, 'Sở Kế hoạch và Đầu tư tỉnh Tiền Giang'),
    dueOn: '2023-12-20',
    requests: [
      {
        to: 'Các sở',
        debtors: [
          { ...(await leadNamed(focal, 'Sở Y tế tỉnh Tiền Giang')), printed: 'Sở Y tế' },
          { printed: 'các huyện' },
        ],
        headings: ['Nhu cầu', 'Khó khăn'],
      },
    ],
  });
  const desk = await office.deskAt(FOCAL, `/campaigns/${id}`);
  const { page } = desk;
  await page.locator('#content').getByText('0/1', { exact: true }).waitFor();
  await correcting(desk);
  expect(await field(page, /^Các đề mục/).inputValue()).toBe('Nhu cầu\nKhó khăn');
  await field(page, /^Hạn/).fill('25/12/2023');
  await choose(page, 'Nơi báo cáo', 'cong thuong');
  await page.keyboard.press('Escape');
  await corrected(page, 'Sót một sở');
  await trace(page, 'Sót một sở').waitFor();
  await shows(page.locator('#content'), '25/12/2023', '0/2');
  await page.getByText('Sở Y tế; các huyện; Sở Công Thương tỉnh Tiền Giang', { exact: true }).waitFor();
});

it('of a contact, with the person who was asked for', async () => {
  const where = { organisation: 'Sở Công Thương', division: 'Phòng Quản lý thương mại' };
  await entered(FOCAL, 'contacts', { office: where, name: 'Trần Thị C', phone: '0900000000' });
  const desk = await office.deskAt(FOCAL, '/registers/contacts');
  const { page } = desk;
  const row = page.locator('#content').getByRole('row', { name: /Phòng Quản lý thương mại/ });
  await row.getByRole('button', { name: /^Xem: / }).click();
  await row.getByText('0900000000').waitFor();
  await correcting(desk);
  expect(await field(page, /^Họ và tên/).inputValue()).toBe('Trần Thị C');
  await field(page, /^Điện thoại/).fill('0911111111');
  await field(page, /^Chức danh/).fill('Trưởng phòng');
  await corrected(page, 'Nhầm số');
  await row.getByText('0911111111').waitFor();
  await row.getByText('Trưởng phòng').waitFor();
  await trace(page, 'Nhầm số').waitFor();
});

it('of an organisation, its name, and an end that was entered for the wrong one', async () => {
  const name = 'Trung tâm Xúc tiến Đầu tu';
  await entered(FOCAL, 'organisations', { name, kind: 'department', aliases: [], outside: false });
  const desk = await office.deskAt(FOCAL, '/registers/organisations?q=xuc%20tien%20dau%20tu');
  const { page } = desk;
  const rows = page.locator('#content').getByRole('row');
  await rows.filter({ hasText: name }).getByText('…', { exact: true }).click();
  await correcting(desk);
  await field(page, /^Tên/).fill('Trung tâm Xúc tiến Đầu tư thử');
  await corrected(page, 'Thiếu dấu');
  const row = rows.filter({ hasText: 'Trung tâm Xúc tiến Đầu tư thử' });
  await trace(page, 'Thiếu dấu').waitFor();
  await row.getByRole('button', { name: 'Kết thúc hoạt động cơ quan' }).click();
  await field(page, /^Ngày kết thúc/).fill('30/11/2023');
  await choose(page, /^Cơ quan kế thừa/, 'cong thuong');
  await field(page, /^Căn cứ/).fill('Quyết định 1');
  await carryOut(page);
  await row.getByText(/đến 30\/11\/2023/).waitFor();
  await correcting(desk, 'Sửa lỗi nhập liệu của ngày kết thúc');
  await field(page, /^Ngày kết thúc/).fill('15/11/2023');
  await field(page, /^Căn cứ/).fill('Quyết định 1');
  await corrected(page, 'Nhầm ngày');
  await row.getByText(/đến 15\/11\/2023; nay: Sở Công Thương tỉnh Tiền Giang/).waitFor();
  await correcting(desk, 'Cơ quan chưa kết thúc (nhập nhầm)');
  await corrected(page, 'Nhầm cơ quan');
  await row.getByText(/đến 15\/11\/2023/).waitFor({ state: 'detached' });
  for (const reason of ['Thiếu dấu', 'Nhầm ngày', 'Nhầm cơ quan']) await trace(page, reason).waitFor();
});
