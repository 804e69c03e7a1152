import { streamOf, uuidFrom, type NewEvent, type Role } from '@lien-ket/kernel';
import type { NoticeView, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { DUTY, account, began, opened, organisation, people } from '../duty/duty.scene.js';
import { NOTIFICATION, NotificationModule } from '../notification.module.js';
import { steps } from './notices.scene.js';
import { AMENDMENT, content, DIFFICULTY, lead, row } from './notices.things.scene.js';

const TG = 'tien-giang';
let bench: ServiceBench;

beforeAll(async () => {
  const mailer = { send: () => Promise.resolve(), close: () => undefined };
  const module = (runtime: ServiceBench['runtime']) => NotificationModule.with(runtime, mailer);
  bench = await ServiceBench.start({ spec: NOTIFICATION, module }, [TG]);
  bench.day = '2023-12-05';
  for (const [stream, event] of people()) await bench.record(TG, stream, [event]);
  await bench.record(TG, streamOf('day', DUTY), [began(bench.day)]);
  await told(TG, streamOf('obligation', DUTY), opened());
}, 60_000);
afterAll(() => bench.stop());

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

describe('who is told of what', () => {
  beforeAll(async () => {
    await told(TG, AMENDMENT, {
      type: 'lk.agreement.amendment.proposed.v1',
      data: {
        planId: uuidFrom('scene', 'plan'),
        baseRevision: 0,
        reason: 'x',
        changes: [],
        ownerId: organisation('skhdt'),
      },
    });
    await told(TG, DIFFICULTY, {
      type: 'lk.activity.difficulty.raised.v1',
      data: { text: 'Thiếu mã truy xuất', raisedBy: organisation('sct'), example: false },
    });
    expect((await inbox(TG, 'skhdt', 'focal')).at(-1)).toBe(`${bench.day} difficultyRaised`);
    await bench.record(TG, streamOf('activity', row), [
      {
        type: 'lk.activity.activity.planned.v1',
        data: { definition: { title: 'Hội nghị', leads: [lead('sct')] }, example: true },
      },
    ]);
  });

  it.each(steps)('%s', async (_, stream, event, by, kind) => {
    await told(TG, stream, event);
    expect((await inbox(TG, ...by)).at(-1)).toBe(`${bench.day} ${kind}`);
  });

  it('who led by its group is told that the item passes to another', async () => {
    const kinds = await inbox(TG, 'sct', 'officer');
    expect(kinds).toContain(`${bench.day} planAmended`);
  });

  it('a group that gets another lead, and a lead that we typed wrong, tell those who gain and lose', async () => {
    const stream = streamOf('plan', uuidFrom('scene', 'of groups'));
    const issued = { number: '7', symbol: 'KH', content, entry: 'paper' };
    const [act] = await bench.record(TG, stream, [{ type: 'lk.agreement.plan.issued.v1', data: issued }]);
    const changes = [{ op: 'setSection', sectionId: row, fields: { leads: [lead('syt')] } }];
    await told(TG, stream, {
      type: 'lk.agreement.plan.amended.v1',
      data: { amendmentId: row, document: {}, reason: 'x', changes },
    });
    for (const key of ['sct', 'syt'])
      expect((await inbox(TG, key, 'officer')).at(-1)).toBe(`${bench.day} planAmended`);
    const sections = [{ id: row, title: 'I', leads: [lead('skhdt')] }];
    const items = [{ ...content.items[0], leads: [lead('skhdt')] }];
    await told(TG, stream, {
      type: 'lk.agreement.plan.entryCorrected.v1',
      data: {
        corrects: act?.header.id,
        reason: 'x',
        replacement: { issued: { ...issued, content: { ...content, sections, items } } },
      },
    });
    expect((await inbox(TG, 'syt', 'officer')).at(-1)).toBe(`${bench.day} planEntryCorrected`);
    expect((await inbox(TG, 'skhdt', 'focal')).at(-1)).toBe(`${bench.day} planEntryCorrected`);
  });

  it('what is done in a part names the activity and whose part it is', async () => {
    const { body } = await bench.get<Page<NoticeView>>(
      TG,
      account('skhdt', 'focal'),
      '/notifications?limit=200',
    );
    const params = { title: 'Hội chợ', from: 'hcmc', organisation: 'Sở Du lịch' };
    expect(body.items.find(({ kind }) => kind === 'participationReportedDone')).toMatchObject({
      params,
      link: `/activities/${row}`,
    });
  });

  it('a recall that crossed names the plan, and is an example where the plan is one', async () => {
    const stream = streamOf('plan', uuidFrom('scene', 'crossed'));
    const crossed = (type: string, fields: object): NewEvent => ({
      type: 'lk.relay.received.received.v1',
      data: { origin: { tenant: 'hcmc', stream, type }, content: fields, number: 0 },
    });
    const issued = { number: '9', symbol: 'KH', content: { ...content, example: true } };
    await told(
      TG,
      'received-hcmc',
      crossed('lk.agreement.plan.issued.v1', issued),
      crossed('lk.agreement.plan.recalled.v1', { document: { number: '13' }, reason: 'x' }),
    );
    const { body } = await bench.get<Page<NoticeView>>(TG, account('ubnd', 'clerk'), '/notifications');
    expect(body.items[0]).toMatchObject({
      kind: 'planRecalled',
      params: { title: '9/KH Kế hoạch' },
      example: true,
    });
  });

  it('a list that the system confirmed waits for nobody', async () => {
    const before = await inbox(TG, 'skhdt', 'focal');
    const data = { planId: row, provisionId: row, periodKey: '2022', debtors: [] };
    await told(
      TG,
      streamOf('debtorlist', uuidFrom('scene', 'settled')),
      { type: 'lk.reporting.debtorlist.proposed.v1', data },
      { type: 'lk.reporting.debtorlist.confirmed.v1', data: { debtors: [] } },
    );
    expect(await inbox(TG, 'skhdt', 'focal')).toEqual(before);
  });
});
