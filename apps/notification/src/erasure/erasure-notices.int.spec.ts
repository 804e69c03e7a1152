import { streamOf, uuidFrom, type NewEvent, type Role } from '@lien-ket/kernel';
import type { NoticeView, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { account, began, people } from '../duty/duty.scene.js';
import { NOTIFICATION, NotificationModule } from '../notification.module.js';

const TG = 'tien-giang';
const ASSESSOR = account('skhdt', 'focal');
let bench: ServiceBench;

beforeAll(async () => {
  const mailer = { send: () => Promise.resolve(), close: () => undefined };
  const module = (runtime: ServiceBench['runtime']) => NotificationModule.with(runtime, mailer);
  bench = await ServiceBench.start({ spec: NOTIFICATION, module }, [TG]);
  bench.day = '2026-03-02';
  for (const [stream, event] of people()) await bench.record(TG, stream, [event]);
  await lives('2026-03-02');
}, 60_000);
afterAll(() => bench.stop());

async function told(stream: string, event: NewEvent): Promise<void> {
  await bench.record(TG, stream, [event]);
  await bench.settle(TG);
  expect(await bench.parked(TG)).toEqual([]);
}

async function lives(day: string): Promise<void> {
  bench.day = day;
  await told(streamOf('day', uuidFrom('day', day)), began(day));
}

const requestOf = (name: string): string => streamOf('erasure', uuidFrom('erasure', name));

async function requested(name: string, receivedOn: string): Promise<void> {
  const data = { contactId: uuidFrom('contact', name), receivedOn, ground: 'person' };
  await told(requestOf(name), { type: 'lk.agreement.erasure.requested.v1', data });
}

async function assessed(name: string, outcome: string): Promise<void> {
  const data = { outcome, holds: [], reason: 'Người Ví Dụ', account: ASSESSOR };
  await told(requestOf(name), { type: 'lk.agreement.erasure.assessed.v1', data });
}

/** What a person was told of a request, oldest first. */
async function toldOf(name: string, key: string, role: Role): Promise<string[]> {
  const page = await bench.get<Page<NoticeView>>(TG, account(key, role), '/notifications?limit=200');
  const link = `/erasures/${uuidFrom('erasure', name)}`;
  return page.body.items
    .filter((notice) => notice.link === link)
    .map(({ on, kind, params }) => `${on} ${kind} ${String(params['dueOn'])}`)
    .reverse();
}

it('the assessor hears of a request, the deciders of what was assessed, and nobody else', async () => {
  await requested('a', '2026-03-02');
  expect(await toldOf('a', 'skhdt', 'focal')).toEqual(['2026-03-02 erasureRequested 2026-03-04']);
  expect(await toldOf('a', 'ubnd', 'leader')).toEqual([]);
  await assessed('a', 'full');
  expect(await toldOf('a', 'ubnd', 'leader')).toEqual(['2026-03-02 erasureAssessed 2026-03-22']);
  expect(await toldOf('a', 'sct', 'head')).toEqual([]);
});

it('before the days of the law run out, and after, until it is done', async () => {
  await requested('b', '2026-03-02');
  await lives('2026-03-03');
  await lives('2026-03-04');
  await lives('2026-03-05');
  const late = ['2026-03-03 erasureDueSoon 2026-03-04', '2026-03-05 erasureOverdue 2026-03-04'];
  expect((await toldOf('b', 'skhdt', 'focal')).slice(1)).toEqual(late);
  expect(await toldOf('b', 'ubnd', 'leader')).toEqual([]);
  await lives('2026-03-11');
  expect((await toldOf('b', 'ubnd', 'leader')).at(-1)).toBe('2026-03-11 erasureOverdue 2026-03-04');
  // Assessed it runs to the other day: 22/03 is a Sunday, so one step falls on the Friday before.
  await assessed('b', 'full');
  for (const day of ['2026-03-13', '2026-03-19', '2026-03-20']) await lives(day);
  expect((await toldOf('b', 'ubnd', 'leader')).slice(-2)).toEqual([
    '2026-03-19 erasureDueSoon 2026-03-22',
    '2026-03-20 erasureDueSoon 2026-03-22',
  ]);
  const before = await toldOf('b', 'ubnd', 'leader');
  const data = { contactId: uuidFrom('contact', 'b'), kids: [uuidFrom('kid', 'b')] };
  await told(requestOf('b'), { type: 'lk.agreement.erasure.keyDestroyed.v1', data });
  for (const day of ['2026-03-23', '2026-03-25', '2026-03-30']) await lives(day);
  expect(await toldOf('b', 'ubnd', 'leader')).toEqual(before);
});

it('what is refused is chased no more, and no notice says anything of a person', async () => {
  await requested('c', '2026-03-30');
  await assessed('c', 'refused');
  for (const day of ['2026-03-31', '2026-04-01', '2026-04-02']) await lives(day);
  expect(await toldOf('c', 'skhdt', 'focal')).toEqual(['2026-03-30 erasureRequested 2026-04-01']);
  const notices = (await bench.log(TG)).filter(({ stream }) => stream.startsWith('notice-'));
  expect(notices.length).toBeGreaterThan(5);
  expect(JSON.stringify(notices)).not.toContain('Người Ví Dụ');
  expect(JSON.stringify(notices)).not.toContain(uuidFrom('contact', 'a'));
});
