import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { Desk } from './desk.adapter.js';
import { chromiumPath } from './e2e.config.js';
import { TestPlatform } from './harness.adapter.js';
import type { Page as Listed, PlanListItem } from './views.js';

const TAKE = 'Tải tệp kiểm toán';
const AUDITOR = 'tien-giang.thanhtra.auditor';
let platform: TestPlatform;
let browser: Browser;
let bundle: string;
let wholeLog: string;
let policy: string;

beforeAll(async () => {
  platform = await TestPlatform.start('05/12/2023');
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  const focal = await platform.as('tien-giang.skhdt.focal');
  const { items } = await focal.read<Listed<PlanListItem>>('/plans?q=419&origin=own');
  bundle = await taken(`bundle?plan=${items[0]?.id ?? ''}`);
  wholeLog = await taken('bundle');
  policy = await taken('policy');
}, 180_000);
afterAll(async () => {
  await browser.close();
  await platform.stop();
});

async function taken(what: string): Promise<string> {
  const answer = await fetch(`${platform.url}/api/v1/audit/${what}`, {
    headers: { authorization: `Bearer ${await platform.token(AUDITOR)}` },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
}

const said = (page: Page, verdict: string): Promise<void> =>
  page.locator(`[data-verdict="${verdict}"]`).waitFor();

it('an auditor takes the file of a plan and of an activity from their pages; who audits nothing is offered none', async () => {
  const focal = await platform.as('tien-giang.skhdt.focal');
  const [plans, activities] = await Promise.all([
    focal.read<Listed<{ id: string }>>('/plans?q=419&origin=own'),
    focal.read<Listed<{ id: string }>>('/activities?limit=1'),
  ]);
  const paths = [`plans/${plans.items[0]?.id ?? ''}`, `activities/${activities.items[0]?.id ?? ''}`];
  const [auditor, other] = await Promise.all(
    [AUDITOR, 'tien-giang.skhdt.focal'].map((who) => Desk.signedIn({ url: platform.url, browser }, who)),
  );
  for (const path of paths) {
    await auditor?.open(`/${path}`);
    const waiting = auditor?.page.waitForEvent('download');
    await auditor?.page.getByRole('link', { name: TAKE }).click();
    const file = await (await waiting)?.path();
    const { format, scope } = JSON.parse(readFileSync(file ?? '', 'utf8')) as Record<string, unknown>;
    const [kind, id] = path.split('/');
    expect({ format, scope }).toEqual({
      format: 'lien-ket-audit-bundle/1',
      scope: { kind: kind === 'plans' ? 'plan' : 'activity', id },
    });
    await other?.open(`/${path}`);
    expect(await other?.page.getByRole('link', { name: TAKE }).count()).toBe(0);
  }
  await Promise.all([auditor?.close(), other?.close()]);
});

it('an auditor verifies a dropped file in the browser, with the network cut', async () => {
  const desk = await Desk.signedIn({ url: platform.url, browser }, AUDITOR);
  const { page } = desk;
  await desk.open('/audit');
  await page.getByRole('link', { name: 'Kiểm tra tệp kiểm toán' }).click();
  await page.getByText('Thả tệp kiểm toán').waitFor();
  await desk.context.setOffline(true);

  await drop(page, 'kh-419.audit.json', bundle);
  await said(page, 'CANNOT-DECIDE');
  await page.getByText('Không có tệp chính sách lấy từ nguồn khác').waitFor();
  await drop(page, 'policy.txt', policy);
  await said(page, 'OK');
  await page.getByText('Đã dựng lại trạng thái và bản in từ các sự kiện').waitFor();
  await page.getByText('hcmc (của bên vận hành, không được tính)').waitFor();
  await page.getByText('Điểm kiểm nằm trong nhật ký của các nhật ký').waitFor();

  const lines = wholeLog.split('\n');
  await drop(page, 'cut.audit.jsonl', [...lines.slice(0, 9), ...lines.slice(10)].join('\n'));
  await said(page, 'INCOMPLETE');
  await page.getByText('Nhật ký thiếu sự kiện.').waitFor();
  await drop(page, 'tien-giang.audit.jsonl', wholeLog);
  await said(page, 'OK');
  await page.getByText(`${lines.length - 2} sự kiện đã ký`).waitFor();

  const parsed = JSON.parse(bundle) as {
    events: { data: string }[];
    page: { text: string };
    checkpoint: string;
  };
  const [first] = parsed.events;
  const edited = Buffer.from(first?.data ?? '', 'base64')
    .toString()
    .replace('419', '420');
  await drop(
    page,
    'sua.audit.json',
    bundle.replace(first?.data ?? '', Buffer.from(edited).toString('base64')),
  );
  await said(page, 'TAMPERED');
  await page.getByText('Sự kiện này không phải là sự kiện đã ghi.').waitFor();

  const text = Buffer.from(parsed.page.text, 'base64').toString().replace('Số: 419', 'Số: 420');
  await drop(page, 'in.audit.json', bundle.replace(parsed.page.text, Buffer.from(text).toString('base64')));
  await page.getByText('Bản in trong tệp không phải bản in do các sự kiện tạo ra.').waitFor();

  const signature = /\/t\/tien-giang (\S{20})/.exec(parsed.checkpoint)?.[1] ?? '';
  await drop(
    page,
    'ky.audit.json',
    bundle.replace(signature, `${signature.slice(0, 19)}${signature.endsWith('A') ? 'B' : 'A'}`),
  );
  await page.getByText('Điểm kiểm không có chữ ký đúng của nhật ký.').waitFor();

  await drop(page, 'kh-419.audit.json', bundle);
  await said(page, 'OK');
  await desk.context.setOffline(false);
  expect(desk.complaints).toEqual([]);
  await desk.close();
}, 180_000);
