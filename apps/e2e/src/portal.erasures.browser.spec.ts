import { randomUUID } from 'node:crypto';
import type { CommandAnswer } from '@lien-ket/contracts';
import type { Page } from 'playwright-core';
import { carryOut, choose } from './hand.js';
import { officeOn } from './office.adapter.js';
import type { ActivityView, Page as Listed } from './views.js';

const ASK = 'Yêu cầu xóa dữ liệu cá nhân';
const OFFICE = 'Trung tâm Ví dụ';
const FOCAL = 'tien-giang.skhdt.focal';
const office = officeOn('05/12/2023');

async function at(account: string, path: string): Promise<Page> {
  const desk = await office.deskAt(account, path);
  expect(await desk.barriers()).toEqual([]);
  return desk.page;
}

async function day(page: Page, label: string, typed: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).first().fill(typed);
  await page.keyboard.press('Enter');
}

async function approve(account: string, path: string, then: string): Promise<void> {
  const page = await at(account, path);
  await page.getByRole('button', { name: 'Duyệt xóa dữ liệu cá nhân', exact: true }).click();
  await page.getByText('Cần hai người duyệt').waitFor();
  await carryOut(page);
  await page.locator('.page-title .mark', { hasText: then }).waitFor();
}

/** A file as evidence of an activity: its address, and the page that shows it. */
async function evidence(): Promise<{ address: string; page: string }> {
  const account = 'tien-giang.sct.officer';
  const stored = await fetch(`${office.platform.url}/api/v1/files`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await office.platform.token(account)}`,
      'content-type': 'application/octet-stream',
      'x-file-name': 'xac-nhan.txt',
      'idempotency-key': randomUUID(),
    },
    body: 'Người Ví Dụ đã dự hội nghị.',
  });
  const { id: file } = (await stored.json()) as CommandAnswer;
  const officer = await office.platform.as(account);
  const [listed] = (await officer.read<Listed<{ id: string }>>('/activities?lead=mine')).items;
  const { id, revision } = await officer.read<ActivityView>(`/activities/${listed?.id}`);
  const progress = { happenedOn: '2023-12-04', text: 'Đã họp.', evidence: [file] };
  await officer.command(`/activities/${id}/progress`, progress, revision);
  return { address: `${office.platform.url}/api/v1/files/${file}`, page: `/activities/${id}` };
}

it('a person asks to be forgotten: recorded, assessed, approved by two, gone from the contact, and answered', async () => {
  const file = await evidence();
  const body = { office: { organisation: OFFICE }, name: 'Người Ví Dụ', phone: '0900 000 002' };
  await (await office.platform.as(FOCAL)).command('/contacts', body);

  const clerk = await at('tien-giang.ubnd.clerk', '/registers/contacts');
  const row = clerk.getByRole('row', { name: OFFICE });
  await row.getByRole('button', { name: ASK, exact: true }).click();
  await day(clerk, 'Ngày nhận yêu cầu', '04/12/2023');
  await clerk.getByRole('button', { name: 'Thêm tệp' }).click();
  const address = clerk.getByRole('dialog').getByLabel('Địa chỉ tệp');
  await address.fill('xac-nhan.txt');
  await clerk.getByText('Đây không phải địa chỉ của một tệp').waitFor();
  await address.fill(file.address);
  await clerk.getByRole('dialog').getByText('xac-nhan.txt').waitFor();
  await carryOut(clerk);
  await clerk.getByRole('tab', { name: ASK }).click();
  await clerk.getByRole('row', { name: OFFICE }).getByText('trả lời chậm nhất 06/12/2023').waitFor();

  const focal = await at(FOCAL, '/registers/erasures');
  await focal.getByRole('link', { name: OFFICE }).click();
  await focal.getByRole('link', { name: 'Tải tệp minh chứng: xac-nhan.txt' }).waitFor();
  await focal.getByRole('button', { name: 'Xem xét yêu cầu xóa', exact: true }).click();
  await choose(focal, 'Kết quả xem xét', 'xoa toan bo');
  await carryOut(focal);
  await focal.locator('.page-title .mark', { hasText: 'chờ duyệt' }).waitFor();
  const path = new URL(focal.url()).pathname;

  await approve('tien-giang.ubnd.leader', path, 'chờ duyệt');
  await approve('tien-giang.ubnd.admin', path, 'đã xóa');
  await focal.getByText('Toàn bộ dữ liệu cá nhân đã xóa').waitFor();
  const gone = 'Tệp 1: đã xóa theo yêu cầu xóa dữ liệu cá nhân, không tải được nữa';
  await focal.getByText(gone).waitFor();
  const activity = await at('tien-giang.sct.officer', file.page);
  await activity.getByText(gone).waitFor();
  expect(await activity.getByRole('link', { name: /^Tải tệp/ }).count()).toBe(0);

  const contacts = await at(FOCAL, '/registers/contacts');
  await contacts.getByRole('button', { name: `Xem: ${OFFICE}` }).click();
  await contacts.getByRole('row', { name: OFFICE }).getByText('đã xóa thông tin cá nhân').first().waitFor();
  expect(await contacts.getByText('Người Ví Dụ').count()).toBe(0);

  const answering = await at('tien-giang.ubnd.clerk', path);
  await answering.getByRole('button', { name: 'Trả lời người yêu cầu', exact: true }).click();
  await day(answering, 'Ngày trả lời', '05/12/2023');
  await choose(answering, 'Hình thức trả lời', 'bang van ban');
  await carryOut(answering);
  await answering.locator('.page-title .mark', { hasText: 'đã trả lời' }).waitFor();
  await answering.getByText('Đã trả lời ngày 05/12/2023, bằng văn bản').waitFor();
  // A page asks for the file that it lists, and hears that it is gone.
  const asked = office.desks.flatMap(({ complaints }) => complaints.splice(0));
  expect(asked.filter((complaint) => !/^410 HEAD .*\/files\//.test(complaint))).toEqual([]);
});

it('an officer sees neither the requests nor the button', async () => {
  const page = await at('tien-giang.sct.officer', '/registers/contacts');
  expect(await page.getByRole('button', { name: ASK }).count()).toBe(0);
  expect(await page.getByRole('tab', { name: ASK }).count()).toBe(0);
});
