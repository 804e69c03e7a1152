import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, streamOf, uuidFrom, type NewEvent, type Recorded, type Role } from '@lien-ket/kernel';
import type { NoticeView, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { DUTY, account, began, opened, organisation, people } from './duty/duty.scene.js';
import { mailerOf, NOTIFICATION, NotificationModule, type Mail, type Mailer } from './notification.module.js';

const [TG, MERGED] = ['tien-giang', 'merged'];
const directory = mkdtempSync(join(tmpdir(), 'lk-mail-'));
const files = mailerOf({ from: 'Liên Kết <lien-ket@example.vn>' }, directory);
/** Fails while told so, as a mail server that is down. */
const server = { down: false, tried: 0 };
const mailer: Mailer = {
  send(mail: Mail) {
    server.tried += 1;
    return server.down ? Promise.reject(new Error('connection refused')) : files.send(mail);
  },
  close: () => files.close(),
};
let bench: ServiceBench;

beforeAll(async () => {
  const module = (runtime: ServiceBench['runtime']) => NotificationModule.with(runtime, mailer);
  bench = await ServiceBench.start({ spec: NOTIFICATION, module }, [TG, MERGED, 'loaded']);
  bench.day = '2023-12-05';
  for (const tenant of [TG, MERGED, 'loaded']) await enter(tenant);
}, 60_000);
afterAll(async () => {
  await bench.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function enter(tenant: string): Promise<void> {
  for (const [stream, event] of people()) await bench.record(tenant, stream, [event]);
}
async function begin(tenant: string, load = false): Promise<Recorded[]> {
  const events = await bench.record(tenant, streamOf('day', DUTY), [began(bench.day, load)]);
  await bench.settle(tenant);
  expect(await bench.parked(tenant)).toEqual([]);
  return events;
}
async function live(tenant: string, until: string): Promise<Recorded[]> {
  const days: Recorded[] = [];
  for (; bench.day <= until; bench.day = addDays(bench.day, 1)) days.push(...(await begin(tenant)));
  bench.day = until;
  return days;
}
async function told(tenant: string, stream: string, ...events: NewEvent[]): Promise<void> {
  await bench.record(tenant, stream, events);
  await bench.settle(tenant);
  expect(await bench.parked(tenant)).toEqual([]);
}
/** Notices of a person, oldest first, as `day kind`. */
async function inbox(tenant: string, key: string, role: Role): Promise<string[]> {
  const { body } = await bench.get<Page<NoticeView>>(tenant, account(key, role), '/notifications?limit=200');
  return body.items.map(({ on, kind }) => `${on} ${kind}`).reverse();
}

describe('a duty that nobody answers', () => {
  let days: Recorded[];

  beforeAll(async () => {
    await begin(TG);
    await told(TG, streamOf('obligation', DUTY), opened());
    bench.day = '2023-12-06';
    days = await live(TG, '2023-12-22');
  }, 60_000);

  it('is reminded of 7, 3 and 1 days before, and goes up after 1, 3 and 7', async () => {
    const soon = ['2023-12-07', '2023-12-11', '2023-12-13'].map((day) => `${day} obligationDueSoon`);
    expect(await inbox(TG, 'sct', 'officer')).toEqual([
      '2023-12-05 obligationOpened',
      ...soon,
      '2023-12-15 obligationOverdue',
    ]);
    expect(await inbox(TG, 'sct', 'head')).toEqual([
      '2023-12-05 obligationOpened',
      ...soon,
      '2023-12-18 obligationOverdue',
    ]);
    expect(await inbox(TG, 'skhdt', 'focal')).toEqual(['2023-12-21 obligationOverdue']);
    expect(await inbox(TG, 'syt', 'officer')).toEqual([]);
  });

  it('each once, whatever is delivered twice', async () => {
    const before = await bench.log(TG);
    for (const event of [...before.filter(({ type }) => type.includes('obligation')), ...days])
      await bench.deliverAgain(event);
    expect(await bench.log(TG)).toHaveLength(before.length);
  });

  it('makes one mail a day and organisation, to its office and naming no person', async () => {
    const digests = (await bench.log(TG)).filter(({ type }) => type === 'lk.notification.digest.sent.v1');
    expect(digests.map(({ header }) => header.businessDate)).toEqual([
      '2023-12-06',
      '2023-12-08',
      '2023-12-12',
      '2023-12-14',
      '2023-12-16',
      '2023-12-19',
      '2023-12-22',
    ]);
    await until(() => readdirSync(directory).length === 7);
    const mails = readdirSync(directory).map((name) => readFileSync(join(directory, name), 'utf8'));
    expect(mails.filter((mail) => mail.includes('To: sct.tien-giang@example.vn'))).toHaveLength(6);
    expect(mails).toContainEqual(
      expect.stringContaining(
        '1. Báo cáo sắp đến hạn: Báo cáo tình hình thực hiện Kế hoạch (Năm 2023), hạn 14/12/2023',
      ),
    );
  });

  it('a mail server that is down holds nobody up; the mail goes out with a later day, once', async () => {
    server.down = true;
    await told(TG, streamOf('obligation', DUTY), {
      type: 'lk.reporting.obligation.extensionRequested.v1',
      data: { reason: 'x', proposedOn: '2024-01-10' },
    });
    bench.day = '2023-12-23';
    await begin(TG);
    await until(() => server.tried > 7);
    expect(readdirSync(directory)).toHaveLength(7);
    server.down = false;
    bench.day = '2023-12-24';
    await begin(TG);
    const outbox = (): Promise<{ attempts: number; sent: boolean }[]> =>
      bench.runtime.db.use(bench.system(TG), (db) =>
        db.query('SELECT attempts, sent_on IS NOT NULL AS sent FROM mail_outbox ORDER BY attempts DESC'),
      );
    await until(async () => (await outbox()).every(({ sent }) => sent));
    expect((await outbox())[0]?.attempts).toBeGreaterThan(1);
    expect(readdirSync(directory)).toHaveLength(8);
  });
});

describe('reading', () => {
  const path = '/notifications?unread=true';
  it('marks it read for the reader alone', async () => {
    const officer = account('sct', 'officer');
    const { body } = await bench.get<Page<NoticeView>>(TG, officer, path);
    const notice = body.items.at(-1);
    const read = `/notifications/${notice?.id}/read`;
    expect((await bench.post(TG, officer, read, {})).status).toBe(428);
    expect((await bench.post(TG, account('syt', 'officer'), read, {}, 0)).status).toBe(404);
    expect(await bench.post(TG, officer, read, {}, notice?.revision)).toMatchObject({
      status: 200,
      revision: 1,
    });
    await bench.settle(TG);
    expect((await bench.get<Page<NoticeView>>(TG, officer, path)).body.total).toBe(body.total - 1);
    const head = await bench.get<Page<NoticeView>>(TG, account('sct', 'head'), '/notifications');
    expect(head.body.items.find(({ id }) => id === notice?.id)).toMatchObject({ read: false, revision: 1 });
    const paged = await bench.get<Page<NoticeView>>(TG, officer, '/notifications?limit=2');
    const rest = await bench.get<Page<NoticeView>>(TG, officer, `/notifications?cursor=${paged.body.next}`);
    expect(paged.body.items.length + rest.body.items.length).toBe(paged.body.total);
  });

  it('rebuilt is as it was', async () => {
    const dump = (): Promise<unknown> =>
      bench.runtime.db.use(bench.system(TG), async (db) => [
        await db.query('SELECT * FROM notice ORDER BY id'),
        await db.query('SELECT * FROM notice_read ORDER BY 1, 2'),
        await db.query('SELECT * FROM duty ORDER BY id'),
        await db.query('SELECT * FROM business_day ORDER BY day'),
      ]);
    const lived = await dump();
    await bench.runtime.runner.rebuild(bench.system(TG));
    expect(await dump()).toEqual(lived);
  });
});

describe('silence', () => {
  it('an organisation past its last day is sent nothing', async () => {
    bench.day = '2023-12-05';
    await begin(MERGED);
    await told(MERGED, streamOf('obligation', DUTY), opened());
    await told(MERGED, streamOf('organisation', organisation('sct')), {
      type: 'lk.agreement.organisation.ended.v1',
      data: { endedOn: '2023-12-06', basis: 'x' },
    });
    bench.day = '2023-12-06';
    await live(MERGED, '2023-12-20');
    const mine = await inbox(MERGED, 'sct', 'officer');
    expect(mine).toEqual(['2023-12-05 obligationOpened']);
  });

  it('days of the load notify nobody, and what fell due before the first lived day is never chased', async () => {
    bench.day = '2023-12-05';
    await begin('loaded', true);
    await told('loaded', streamOf('obligation', DUTY), opened());
    bench.day = '2023-12-15';
    await live('loaded', '2023-12-22');
    expect(await inbox('loaded', 'sct', 'officer')).toEqual([]);
    expect(await inbox('loaded', 'skhdt', 'focal')).toEqual([]);
    await told('loaded', streamOf('obligation', uuidFrom('scene', 'historic')), opened({ historic: true }));
    expect(await inbox('loaded', 'sct', 'officer')).toEqual([]);
  });
});

/** Mails go out beside the messages; nothing tells when, so the spec looks again. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(await holds()).toBe(true);
}
