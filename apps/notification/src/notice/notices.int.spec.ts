import { streamOf, uuidFrom, type NewEvent, type Role } from '@lien-ket/kernel';
import type { NoticeView, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { DUTY, account, began, opened, organisation, people } from '../duty/duty.scene.js';
import { NOTIFICATION, NotificationModule } from '../notification.module.js';

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
  const PLAN = streamOf('plan', uuidFrom('scene', 'plan'));
  const AMENDMENT = streamOf('amendment', uuidFrom('scene', 'amendment'));
  const DIFFICULTY = streamOf('difficulty', uuidFrom('scene', 'difficulty'));
  const lead = (key: string) => ({ printed: key, organisationId: organisation(key) });
  const row = uuidFrom('scene', 'item');
  const signer = { capacity: 'forCollective' };
  const content = {
    title: 'Kế hoạch',
    example: false,
    sections: [{ id: row, title: 'I', leads: [lead('sct')] }],
    items: [{ id: row, sectionId: row, text: 'x', leads: [], coordinators: [] }],
    provisions: [{ id: row, what: 'Báo cáo năm' }],
  };
  const set = { op: 'setItem', itemId: row, fields: { leads: [lead('syt')] } };
  const steps: [string, string, NewEvent, [string, Role], string][] = [
    [
      'asked for comments',
      PLAN,
      {
        type: 'lk.agreement.plan.consulted.v1',
        data: { organisations: [{ printed: 'Sở Y tế', organisationId: organisation('syt') }] },
      },
      ['syt', 'officer'],
      'planConsulted',
    ],
    [
      'a plan submitted',
      PLAN,
      { type: 'lk.agreement.plan.submitted.v1', data: {} },
      ['ubnd', 'leader'],
      'planSubmitted',
    ],
    [
      'sent back',
      PLAN,
      { type: 'lk.agreement.plan.sentBack.v1', data: { reasons: 'x' } },
      ['skhdt', 'focal'],
      'planSentBack',
    ],
    [
      'signed',
      PLAN,
      { type: 'lk.agreement.plan.signed.v1', data: { signer } },
      ['ubnd', 'clerk'],
      'planSigned',
    ],
    [
      'issued',
      PLAN,
      {
        type: 'lk.agreement.plan.issued.v1',
        data: { number: '1', symbol: 'KH', content, entry: 'platform' },
      },
      ['sct', 'officer'],
      'planIssued',
    ],
    [
      'an amendment submitted',
      AMENDMENT,
      { type: 'lk.agreement.amendment.submitted.v1', data: {} },
      ['ubnd', 'leader'],
      'amendmentSubmitted',
    ],
    [
      'an amendment sent back',
      AMENDMENT,
      { type: 'lk.agreement.amendment.sentBack.v1', data: { reasons: 'x' } },
      ['skhdt', 'focal'],
      'amendmentSentBack',
    ],
    [
      'amended',
      PLAN,
      {
        type: 'lk.agreement.plan.amended.v1',
        data: { amendmentId: row, document: {}, reason: 'x', changes: [set] },
      },
      ['syt', 'officer'],
      'planAmended',
    ],
    [
      'recalled',
      PLAN,
      {
        type: 'lk.agreement.plan.recalled.v1',
        data: { document: { number: '904', symbol: 'TB-UBND' }, reason: 'x' },
      },
      ['syt', 'officer'],
      'planRecalled',
    ],
    [
      'a list proposed',
      streamOf('debtorlist', row),
      {
        type: 'lk.reporting.debtorlist.proposed.v1',
        data: { planId: uuidFrom('scene', 'plan'), provisionId: row, periodKey: '2023', debtors: [] },
      },
      ['skhdt', 'focal'],
      'listToConfirm',
    ],
    [
      'a difficulty assigned',
      DIFFICULTY,
      { type: 'lk.activity.difficulty.assigned.v1', data: { organisationId: organisation('syt') } },
      ['syt', 'officer'],
      'difficultyAssigned',
    ],
    [
      'a difficulty answered',
      DIFFICULTY,
      { type: 'lk.activity.difficulty.answered.v1', data: { from: 'hcmc', text: 'x' } },
      ['sct', 'officer'],
      'difficultyAnswered',
    ],
    [
      'an activity reported done',
      streamOf('activity', row),
      { type: 'lk.activity.activity.reportedDone.v1', data: { text: 'x', doneOn: '2023-12-24' } },
      ['skhdt', 'focal'],
      'activityReportedDone',
    ],
    [
      'a report sent',
      streamOf('obligation', DUTY),
      report('reportSent', { version: 1 }),
      ['skhdt', 'focal'],
      'reportSent',
    ],
    [
      'a debtor urged',
      streamOf('obligation', DUTY),
      report('urged', { organisationId: organisation('skhdt') }),
      ['sct', 'head'],
      'obligationUrged',
    ],
    [
      'a report sent back',
      streamOf('obligation', DUTY),
      report('reportSentBack', { version: 1, note: 'x', newDueOn: '2023-12-29' }),
      ['sct', 'head'],
      'reportSentBack',
    ],
    [
      'a report accepted',
      streamOf('obligation', DUTY),
      report('reportAccepted', { version: 1 }),
      ['sct', 'officer'],
      'reportAccepted',
    ],
    [
      'an agreement received',
      'received-hcmc',
      received('lk.agreement.agreement.recorded.v1', { content: { name: 'TT' } }),
      ['ubnd', 'leader'],
      'agreementToConfirm',
    ],
    [
      'a plan received',
      'received-hcmc',
      received('lk.agreement.plan.issued.v1', { content }),
      ['skhdt', 'focal'],
      'planReceived',
    ],
    [
      'a recall received',
      'received-hcmc',
      received('lk.agreement.plan.recalled.v1', { document: { number: '904' }, reason: 'x' }),
      ['ubnd', 'clerk'],
      'planRecalled',
    ],
    [
      'a difficulty received',
      'received-hcmc',
      received('lk.activity.difficulty.passedToPartner.v1', { text: 'x', example: false }),
      ['skhdt', 'focal'],
      'difficultyReceivedFromPartner',
    ],
  ];
  function report(name: string, data: object): NewEvent {
    return { type: `lk.reporting.obligation.${name}.v1`, data };
  }
  function received(type: string, fields: object): NewEvent {
    const origin = { tenant: 'hcmc', stream: PLAN, type };
    return { type: 'lk.relay.received.received.v1', data: { origin, content: fields, number: 0 } };
  }

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
      { type: 'lk.activity.activity.planned.v1', data: { definition: { title: 'Hội nghị' }, example: true } },
    ]);
  });

  it.each(steps)('%s', async (_, stream, event, by, kind) => {
    await told(TG, stream, event);
    expect((await inbox(TG, ...by)).at(-1)).toBe(`${bench.day} ${kind}`);
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
