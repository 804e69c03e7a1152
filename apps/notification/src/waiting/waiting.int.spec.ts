import { addDays, streamOf, uuidFrom, type NewEvent } from '@lien-ket/kernel';
import type { NoticeView, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { account, began, organisation, people } from '../duty/duty.scene.js';
import { NOTIFICATION, NotificationModule } from '../notification.module.js';

const KG = 'kien-giang';
const LATE = 'ca-mau';
const CAMPAIGN = uuidFrom('scene', 'campaign');
const LIST = uuidFrom('scene', 'list');
let bench: ServiceBench;

beforeAll(async () => {
  const mailer = { send: () => Promise.resolve(), close: () => undefined };
  const module = (runtime: ServiceBench['runtime']) => NotificationModule.with(runtime, mailer);
  bench = await ServiceBench.start({ spec: NOTIFICATION, module }, [KG, LATE]);
  bench.day = '2025-03-01';
  for (const [stream, event] of people()) await bench.record(KG, stream, [event]);
}, 60_000);
afterAll(() => bench.stop());

async function record(stream: string, ...events: NewEvent[]): Promise<void> {
  await bench.record(KG, stream, events);
  await bench.settle(KG);
  expect(await bench.parked(KG)).toEqual([]);
}
async function live(until: string): Promise<void> {
  while (bench.day < until) {
    bench.day = addDays(bench.day, 1);
    await record(streamOf('day', CAMPAIGN), began(bench.day));
  }
}
async function inbox(of = account('skhdt', 'focal')): Promise<string[]> {
  const path = '/notifications?limit=200';
  const { body } = await bench.get<Page<NoticeView>>(KG, of, path);
  return body.items.map(({ on, kind, params }) => `${on} ${kind} ${params['title']}`).reverse();
}

describe('lists of debtors that wait for the focal agency', () => {
  it('of a campaign entered as history are told on the first lived day, and again before it is due', async () => {
    await record(streamOf('day', CAMPAIGN), began(bench.day, true));
    const request = (to: string, ...debtors: object[]) => ({ to, headings: [], debtors });
    await record(streamOf('campaign', CAMPAIGN), {
      type: 'lk.reporting.campaign.launched.v1',
      data: {
        title: 'Đề xuất nội dung',
        dueOn: '2025-03-12',
        receiver: { printed: 'Sở' },
        requests: [
          request('Các sở', { printed: 'các sở, ban, ngành' }),
          request('Sở Y tế', { printed: 'Sở Y tế', organisationId: organisation('syt') }),
        ],
        example: false,
      },
    });
    expect(await inbox()).toEqual([]);
    await live('2025-03-12');
    const said = 'campaignListToConfirm Đề xuất nội dung (Các sở)';
    expect(await inbox()).toEqual([
      `2025-03-02 ${said}`,
      `2025-03-05 ${said}`,
      `2025-03-07 ${said}`,
      `2025-03-11 ${said}`,
    ]);
  });

  it("of a house's own campaign are told its head, and nobody in another house", async () => {
    const others = (await inbox()).length;
    await record(streamOf('campaign', uuidFrom('scene', 'own campaign')), {
      type: 'lk.reporting.campaign.launched.v1',
      data: {
        title: 'Bệnh viện đề xuất',
        dueOn: '2025-03-20',
        receiver: { printed: 'Sở Công Thương', organisationId: organisation('sct') },
        requests: [{ to: 'Các đơn vị', headings: [], debtors: [{ printed: 'các đơn vị' }] }],
        example: false,
      },
    });
    expect(await inbox(account('sct', 'head'))).toEqual([
      '2025-03-12 campaignListToConfirm Bệnh viện đề xuất (Các đơn vị)',
    ]);
    expect(await inbox()).toHaveLength(others);
  });

  it('are told once on a first lived day that is a day of reminding, too', async () => {
    bench.day = '2025-03-11';
    for (const [stream, event] of people()) await bench.record(LATE, stream, [event]);
    const requests = [{ to: 'Các sở', headings: [], debtors: [{ printed: 'các sở, ban, ngành' }] }];
    const data = {
      title: 'Đề xuất',
      dueOn: '2025-03-12',
      receiver: { printed: 'Sở' },
      requests,
      example: false,
    };
    const launched = { type: 'lk.reporting.campaign.launched.v1', data };
    await bench.record(LATE, streamOf('day', CAMPAIGN), [began('2025-03-10', true)]);
    await bench.record(LATE, streamOf('campaign', CAMPAIGN), [launched]);
    await bench.record(LATE, streamOf('day', CAMPAIGN), [began('2025-03-11')]);
    await bench.settle(LATE);
    const { body } = await bench.get<Page<NoticeView>>(LATE, account('skhdt', 'focal'), '/notifications');
    expect(body.items.map(({ kind }) => kind)).toEqual(['campaignListToConfirm']);
    bench.day = '2025-03-12';
  });

  it('of a period are told when they open; once confirmed, or past their due date, no more', async () => {
    const before = (await inbox()).length;
    await record(streamOf('debtorlist', LIST), {
      type: 'lk.reporting.debtorlist.proposed.v1',
      data: {
        planId: LIST,
        provisionId: LIST,
        periodKey: '2025',
        debtors: [],
        title: 'Báo cáo',
        dueOn: '2025-03-20',
        example: false,
      },
    });
    expect((await inbox()).slice(before)).toEqual(['2025-03-12 listToConfirm Báo cáo']);
    await record(streamOf('debtorlist', LIST), {
      type: 'lk.reporting.debtorlist.confirmed.v1',
      data: { debtors: [organisation('syt')] },
    });
    await live('2025-03-20');
    expect((await inbox()).slice(before)).toHaveLength(1);
  });
});
