import { addDays, streamOf, type NewEvent, type Recorded } from '@lien-ket/kernel';
import type { ObligationOpened, ObligationView, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { REPORTING, ReportingModule } from '../reporting.module.js';
import {
  PLAN_419,
  account,
  began,
  issued,
  organisation,
  people,
  registered,
  summary,
} from './plan-419.scene.js';

const OPENED = 'lk.reporting.obligation.opened.v1';
let bench: ServiceBench;

beforeAll(async () => {
  const benched = { spec: REPORTING, module: ReportingModule.with };
  bench = await ServiceBench.start(benched, ['merged', 'recalled', 'ahead', 'moved', 'loaded', 'lived']);
}, 60_000);
afterAll(() => bench.stop());

async function enter(tenant: string): Promise<void> {
  for (const [stream, event] of people()) await bench.record(tenant, stream, [event]);
}

/** Begins each day from the bench's to `until`, as the relay does. */
async function live(tenant: string, until: string, load = false): Promise<Recorded[]> {
  const days: Recorded[] = [];
  for (; bench.day <= until; bench.day = addDays(bench.day, 1)) {
    days.push(...(await bench.record(tenant, streamOf('day', PLAN_419), [began(bench.day, load)])));
    await bench.settle(tenant);
  }
  expect(await bench.parked(tenant)).toEqual([]);
  bench.day = until;
  return days;
}

async function openedIn(tenant: string): Promise<ObligationOpened[]> {
  const log = await bench.log(tenant);
  return log.filter(({ type }) => type === OPENED).map(({ data }) => data as ObligationOpened);
}

describe('an organisation past its last day', () => {
  const ended = (key: string): string => streamOf('organisation', organisation(key));

  it('owes nothing new, and what it owed waits for a successor the day after', async () => {
    bench.day = '2024-12-01';
    await enter('merged');
    const outside = registered('Bệnh viện Chợ Rẫy');
    const data = { ...(outside.data as object), outside: true };
    await bench.record('merged', ended('outside'), [{ ...outside, data }]);
    await bench.record('merged', ended('syt'), [
      { type: 'lk.agreement.organisation.ended.v1', data: { endedOn: '2024-11-30', basis: 'x' } },
    ]);
    await bench.record('merged', streamOf('day', PLAN_419), [began('2024-12-01', true)]);
    await bench.record('merged', streamOf('plan', PLAN_419), [issued('2024-11-01')]);
    await bench.settle('merged');
    const debtors = (await openedIn('merged')).map(({ debtorId }) => debtorId);
    expect(debtors).not.toContain(organisation('syt'));
    expect(debtors).toHaveLength(11);
    await bench.record('merged', ended('sct'), [
      {
        type: 'lk.agreement.organisation.ended.v1',
        data: { endedOn: '2024-12-05', successor: { id: organisation('stc'), name: 'stc' }, basis: 'x' },
      },
    ]);
    bench.day = '2024-12-02';
    await live('merged', '2024-12-07');
    const waiting = (await bench.log('merged')).filter(
      ({ type }) => type === 'lk.reporting.obligation.awaitsSuccessor.v1',
    );
    expect(waiting.map(({ header, data }) => [header.businessDate, data])).toEqual([
      ['2024-12-06', { endedOn: '2024-12-05' }],
    ]);
  });

  it('is followed by a person’s act, to an organisation that still acts', async () => {
    const admin = account('ubnd', 'admin');
    const { body } = await bench.get<Page<ObligationView>>(
      'merged',
      admin,
      '/obligations?state=awaitsSuccessor',
    );
    const [duty] = body.items;
    const transfer = `/obligations/${duty?.id}/transfer`;
    const to = (key: string): object => ({ toId: organisation(key), basis: 'Nghị quyết sáp nhập' });
    const refused = async (key: string): Promise<unknown> =>
      (await bench.post<{ errors: object[] }>('merged', admin, transfer, to(key), duty?.revision)).body
        .errors;
    for (const [key, code] of [
      ['syt', 'organisation.gone'],
      ['outside', 'organisation.outside'],
      ['nobody', 'organisation.notFound'],
    ] as const)
      expect(await refused(key)).toMatchObject([{ pointer: '/toId', code }]);
    const sent = await bench.post('merged', admin, transfer, to('stc'), duty?.revision);
    expect(sent.status).toBe(200);
    await bench.settle('merged');
    const after = await bench.get<ObligationView>('merged', admin, `/obligations/${duty?.id}`);
    expect(after.body).toMatchObject({ state: 'open', debtorId: organisation('stc') });
  });
});

describe('a recalled plan', () => {
  it('takes its open duties with it and opens no more', async () => {
    bench.day = '2024-12-01';
    await enter('recalled');
    await bench.record('recalled', streamOf('day', PLAN_419), [began('2024-12-01', true)]);
    await bench.record('recalled', streamOf('plan', PLAN_419), [issued('2024-12-01')]);
    await bench.settle('recalled');
    const data = { document: { number: '904', symbol: 'TB-UBND' }, reason: 'ban hành nhầm' };
    await bench.record('recalled', streamOf('plan', PLAN_419), [
      { type: 'lk.agreement.plan.recalled.v1', effectiveOn: '2024-12-01', data },
    ]);
    await bench.settle('recalled');
    const { body } = await bench.get<Page<ObligationView>>(
      'recalled',
      account('skhdt', 'focal'),
      '/obligations',
    );
    expect(new Set(body.items.map(({ state }) => state))).toEqual(new Set(['waived']));
    bench.day = '2025-11-20';
    await live('recalled', '2025-11-21');
    expect(await openedIn('recalled')).toHaveLength(12);
  });
});

it('duties end at once when a correction moves the day of the recall to today', async () => {
  bench.day = '2024-12-01';
  const plan = streamOf('plan', PLAN_419);
  await enter('moved');
  await bench.record('moved', streamOf('day', PLAN_419), [began('2024-12-01', true)]);
  await bench.record('moved', plan, [issued('2024-12-01')]);
  const data = { document: { number: '905', symbol: 'QĐ-UBND' }, reason: 'thu hồi' };
  const recall = { type: 'lk.agreement.plan.recalled.v1', effectiveOn: '2025-03-01', data };
  const [recalled] = await bench.record('moved', plan, [recall]);
  await bench.settle('moved');
  const states = async (): Promise<string[]> => {
    const focal = account('skhdt', 'focal');
    const { body } = await bench.get<Page<ObligationView>>('moved', focal, '/obligations?limit=200');
    return [...new Set(body.items.map(({ state }) => state))];
  };
  expect(await states()).toEqual(['open']);
  const replacement = { effectiveOn: '2024-12-01' };
  await bench.record('moved', plan, [
    {
      type: 'lk.agreement.plan.entryCorrected.v1',
      data: { corrects: recalled?.header.id, reason: 'gõ nhầm ngày', replacement },
    },
  ]);
  await bench.settle('moved');
  expect(await states()).toEqual(['waived']);
});

describe('a plan whose end is decided for a later day', () => {
  const PLAN = streamOf('plan', PLAN_419);
  const end = (type: 'recalled' | 'ended', effectiveOn: string, more: object = {}): NewEvent => ({
    type: `lk.agreement.plan.${type}.v1`,
    effectiveOn,
    data: { document: { number: '905', symbol: 'QĐ-UBND' }, reason: 'thay bằng kế hoạch mới', ...more },
  });
  const states = async (): Promise<string[]> => {
    const focal = account('skhdt', 'focal');
    const { body } = await bench.get<Page<ObligationView>>('ahead', focal, '/obligations?limit=200');
    const said = body.items.map(({ state, dueOn }) => `${state} ${dueOn}`);
    return [...new Set(said)].sort();
  };

  it('owes until that day, and no more from it on', async () => {
    bench.day = '2024-12-01';
    await enter('ahead');
    await bench.record('ahead', streamOf('day', PLAN_419), [began('2024-12-01', true)]);
    await bench.record('ahead', PLAN, [issued('2024-12-01')]);
    await bench.record('ahead', PLAN, [end('ended', '2024-12-20', { how: 'replaced' })]);
    await bench.settle('ahead');
    const open = ['open 2024-12-14', 'open 2024-12-31'];
    expect(await states()).toEqual(open);
    bench.day = '2024-12-02';
    await live('ahead', '2024-12-19');
    expect(await states()).toEqual(open);
    bench.day = '2024-12-20';
    const days = await live('ahead', '2024-12-20');
    // What was due before the end stays owed.
    expect(await states()).toEqual(['open 2024-12-14', 'waived 2024-12-31']);
    const waived = (await bench.log('ahead')).filter(({ type }) => type.endsWith('obligation.waived.v1'));
    expect(waived).toHaveLength(1);
    expect(waived[0]?.header.businessDate).toBe('2024-12-20');
    const because = { code: 'planEnded', document: '905/QĐ-UBND', reason: 'thay bằng kế hoạch mới' };
    const reason = 'Kế hoạch không còn hiệu lực theo văn bản 905/QĐ-UBND: thay bằng kế hoạch mới';
    expect(waived[0]?.data).toEqual({ reason, because });
    const { body } = await bench.get<Page<ObligationView>>(
      'ahead',
      account('skhdt', 'focal'),
      '/obligations?state=waived',
    );
    expect(body.items[0]?.waived).toEqual({ reason, because });
    for (const day of days) await bench.deliverAgain(day);
    expect((await bench.log('ahead')).filter(({ type }) => type.endsWith('obligation.waived.v1'))).toEqual(
      waived,
    );
  });
});

describe('the first lived day after a load', () => {
  it('finds what opened since the last day of the load open, and confirmed', async () => {
    bench.day = '2023-10-02';
    await enter('lived');
    await bench.record('lived', streamOf('day', PLAN_419), [began('2023-10-02', true)]);
    await bench.record('lived', streamOf('plan', PLAN_419), [issued('2023-10-02')]);
    bench.day = '2023-12-05';
    await live('lived', '2023-12-05');
    const mine = await bench.get<Page<ObligationView>>('lived', account('sct', 'officer'), '/obligations');
    expect(mine.body.items).toMatchObject([{ state: 'open', signal: 'none', daysLeft: 9 }]);
    expect(summary(await openedIn('lived'))).toEqual([
      'Tổng hợp kết quả thực hiện Kế hoạch 2023 2023-12-31 × 1',
      'Báo cáo tình hình thực hiện Kế hoạch 2023 2023-12-14 × 11',
    ]);
  });
});

describe('days of the load', () => {
  it('wait for nobody; what fell due on them is no information, and sending it later is not late', async () => {
    bench.day = '2023-10-02';
    await enter('loaded');
    await bench.record('loaded', streamOf('day', PLAN_419), [began('2023-10-02', true)]);
    await bench.record('loaded', streamOf('plan', PLAN_419), [issued('2023-10-02')]);
    for (bench.day of ['2023-12-05', '2024-03-11']) {
      await bench.record('loaded', streamOf('day', PLAN_419), [began(bench.day, bench.day < '2024')]);
      await bench.settle('loaded');
    }
    const officer = account('sct', 'officer');
    const mine = await bench.get<Page<ObligationView>>('loaded', officer, '/obligations');
    expect(mine.body.items).toMatchObject([
      { state: 'unknownOutcome', signal: 'noInformation', historic: false, dueOn: '2023-12-14' },
    ]);
    const report = { parts: [{ heading: 'Kết quả', text: 'Đã thực hiện' }] };
    const [duty] = mine.body.items;
    const head = account('sct', 'head');
    const sent = await bench.post(
      'loaded',
      head,
      `/obligations/${duty?.id}/sendReport`,
      { report },
      duty?.revision,
    );
    expect(sent.status).toBe(200);
    await bench.settle('loaded');
    const after = await bench.get<ObligationView>('loaded', officer, `/obligations/${duty?.id}`);
    expect(after.body).toMatchObject({ state: 'sent', signal: 'none', daysLateAtSending: 0 });
  });
});
