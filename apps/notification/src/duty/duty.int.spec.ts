import { addDays, streamOf, uuidFrom, type NewEvent } from '@lien-ket/kernel';
import type { NoticeView, ObligationEvent, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { NOTIFICATION, NotificationModule } from '../notification.module.js';
import { DUTY, account, began, opened, organisation, people } from './duty.scene.js';

const TG = 'tien-giang';
type Kind = ObligationEvent['type'] extends `lk.reporting.obligation.${infer K}.v1` ? K : never;
const report = { nil: true, parts: [], figures: [], evidence: [] };
const period = { key: '2023', label: 'Năm 2023' };

/** One of each, so that an event that joins the contract has to join here. */
const ACTS: { readonly [K in Kind]: NewEvent['data'] } = {
  opened: opened().data,
  reportDrafted: { report },
  reinstated: { historic: false, planEventId: '01900000-0000-7000-8000-000000000001' },
  reportSent: { version: 1, report, sentOn: '2023-12-08', daysLate: 0 },
  reportRetracted: { version: 1 },
  reportReceived: { version: 1 },
  reportSentBack: { version: 1, note: 'bổ sung', newDueOn: '2023-12-13' },
  reportAccepted: { version: 1, title: 'Báo cáo', period, report, example: false },
  extensionRequested: { reason: 'x', proposedOn: '2023-12-20' },
  extensionDecided: { granted: true, dueOn: '2023-12-20' },
  adjusted: {
    title: 'Báo cáo',
    receiver: { printed: 'Sở KH&ĐT' },
    period,
    dueOn: '2023-12-29',
    dueBasis: 'printed',
    historic: false,
    planEventId: DUTY,
  },
  urged: { organisationId: organisation('skhdt') },
  waived: { reason: 'x' },
  awaitsSuccessor: { endedOn: '2023-12-01' },
  transferred: { toId: organisation('syt'), basis: 'x' },
  successionCorrected: { debtorId: organisation('sct'), endCorrected: DUTY, reason: 'x' },
};

let bench: ServiceBench;
beforeAll(async () => {
  const mailer = { send: () => Promise.resolve(), close: () => undefined };
  const module = (runtime: ServiceBench['runtime']) => NotificationModule.with(runtime, mailer);
  bench = await ServiceBench.start({ spec: NOTIFICATION, module }, [TG]);
  bench.day = '2023-12-05';
  for (const [stream, event] of people()) await bench.record(TG, stream, [event]);
  await begin();
}, 60_000);
afterAll(() => bench.stop());

async function act(id: string, ...kinds: Kind[]): Promise<void> {
  const events = kinds.map((kind) => ({ type: `lk.reporting.obligation.${kind}.v1`, data: ACTS[kind] }));
  await bench.record(TG, streamOf('obligation', id), events);
  await bench.settle(TG);
}
async function begin(): Promise<void> {
  await bench.record(TG, streamOf('day', DUTY), [began(bench.day)]);
  await bench.settle(TG);
  expect(await bench.parked(TG)).toEqual([]);
}
async function live(until: string): Promise<void> {
  while (bench.day < until) {
    bench.day = addDays(bench.day, 1);
    await begin();
  }
}
async function kinds(role: 'officer' | 'head'): Promise<string[]> {
  const path = '/notifications?limit=200';
  const { body } = await bench.get<Page<NoticeView>>(TG, account('sct', role), path);
  return body.items.map(({ on, kind }) => `${on} ${kind}`).reverse();
}

describe('the duties that are reminded of', () => {
  it.each(Object.keys(ACTS) as Kind[])('fold %s', async (kind) => {
    const id = uuidFrom('scene', 'each', kind);
    await act(id, ...(kind === 'opened' ? [] : (['opened'] as const)), kind, 'waived');
  });

  it('drafted, sent back, sent again and accepted: the new due date reminds, and nothing is overdue', async () => {
    await act(DUTY, 'opened', 'reportDrafted', 'reportSent', 'reportReceived', 'reportSentBack');
    const before = (await kinds('officer')).length;
    await live('2023-12-12');
    const reminded = (await kinds('officer')).slice(before);
    const days = ['2023-12-06', '2023-12-08', '2023-12-12'];
    expect(reminded).toEqual(days.map((day) => `${day} obligationDueSoon`));
    await act(DUTY, 'reportDrafted', 'reportSent', 'reportReceived', 'reportAccepted');
    await live('2023-12-22');
    for (const role of ['officer', 'head'] as const)
      expect((await kinds(role)).filter((one) => one.includes('Overdue'))).toEqual([]);
  });
});

it('a title that no paper prints goes with its code, so that it is said in the language of the reader', async () => {
  const id = uuidFrom('scene', 'titled');
  const title = 'Báo cáo kết quả thực hiện ý kiến chỉ đạo: Mở hội chợ';
  const titled = { code: 'directiveTask', text: 'Mở hội chợ' } as const;
  await bench.record(TG, streamOf('obligation', id), [opened({ title, titled, dueOn: '2024-03-01' })]);
  await bench.settle(TG);
  const path = '/notifications?limit=200';
  const { body } = await bench.get<Page<NoticeView>>(TG, account('sct', 'officer'), path);
  expect(body.items.find(({ link }) => link === `/obligations/${id}`)?.params).toMatchObject({
    title,
    titleCode: 'directiveTask',
    about: 'Mở hội chợ',
  });
});
