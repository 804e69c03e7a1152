import { addDays, streamOf, type Recorded } from '@lien-ket/kernel';
import type { DebtorListView, ObligationOpened, ObligationView, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { REPORTING, ReportingModule } from '../reporting.module.js';
import {
  OF_DEPARTMENTS,
  PLAN_419,
  account,
  began,
  issued,
  organisation,
  planContent,
  registered,
  people,
  summary,
} from './plan-419.scene.js';

const TG = 'tien-giang';
const OPENED = 'lk.reporting.obligation.opened.v1';
let bench: ServiceBench;

beforeAll(async () => {
  const benched = { spec: REPORTING, module: ReportingModule.with };
  bench = await ServiceBench.start(benched, [TG, 'late']);
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

describe('a year of days under plan 419', () => {
  let days: Recorded[];

  beforeAll(async () => {
    bench.day = '2023-10-02';
    await enter(TG);
    await bench.record(TG, streamOf('plan', PLAN_419), [issued('2023-10-02')]);
    days = await live(TG, '2023-12-05');
  }, 120_000);

  it('proposes 11 debtors when the period opens and waits for the focal agency', async () => {
    const lists = await bench.get<Page<DebtorListView>>(TG, account('skhdt', 'focal'), '/debtor-lists');
    expect(lists.body.items).toMatchObject([
      { provisionId: OF_DEPARTMENTS, planNumber: '419/KH-UBND', confirmed: null, dueOn: '2023-12-14' },
    ]);
    expect(lists.body.items[0]?.proposed).toHaveLength(11);
    expect(summary(await openedIn(TG))).toEqual(['Tổng hợp kết quả thực hiện Kế hoạch 2023 2023-12-31 × 1']);
  });

  it('refuses the confirmation of another role, of strangers, of the receiver, and without revision', async () => {
    const { body } = await bench.get<Page<DebtorListView>>(TG, account('skhdt', 'focal'), '/debtor-lists');
    const [list] = body.items;
    const confirm = `/debtor-lists/${list?.id}/confirm`;
    const send = async (by: string, debtors: unknown, revision?: number): Promise<unknown> => {
      const answer = await bench.post<{ code: string }>(TG, by, confirm, { debtors }, revision);
      return `${answer.status} ${answer.body.code}`;
    };
    const focal = account('skhdt', 'focal');
    expect(await send(account('sct', 'head'), list?.proposed, 0)).toBe('403 rights.role');
    expect(await send(focal, [PLAN_419], 0)).toBe('400 body.invalid');
    expect(await send(focal, [organisation('skhdt')], 0)).toBe('409 debtorlist.receiverOwesNothing');
    expect(await send(focal, list?.proposed)).toBe('428 ifMatch.missing');
    expect(await send(focal, list?.proposed, 7)).toBe('412 revision.stale');
  });

  it('opens one obligation per confirmed debtor', async () => {
    const focal = account('skhdt', 'focal');
    const { body } = await bench.get<Page<DebtorListView>>(TG, focal, '/debtor-lists');
    const [list] = body.items;
    const sent = await bench.post(
      TG,
      focal,
      `/debtor-lists/${list?.id}/confirm`,
      { debtors: list?.proposed },
      0,
    );
    expect(sent).toMatchObject({ status: 200, revision: 1 });
    await bench.settle(TG);
    expect(summary(await openedIn(TG))).toEqual([
      'Tổng hợp kết quả thực hiện Kế hoạch 2023 2023-12-31 × 1',
      'Báo cáo tình hình thực hiện Kế hoạch 2023 2023-12-14 × 11',
    ]);
    await bench.record(TG, streamOf('organisation', organisation('syt')), [
      { type: 'lk.agreement.organisation.ended.v1', data: { endedOn: '2023-01-01', basis: 'x' } },
    ]);
    await bench.settle(TG);
    const again = await bench.post<{ code: string }>(
      TG,
      focal,
      `/debtor-lists/${list?.id}/confirm`,
      { debtors: list?.proposed },
      1,
    );
    // Who stands on the list and has ended since is no new debtor.
    expect([again.status, again.body.code]).toEqual([409, 'debtorlist.alreadyConfirmed']);
    await bench.record(TG, streamOf('organisation', organisation('syt')), [
      {
        type: 'lk.agreement.organisation.endCorrected.v1',
        data: { corrects: PLAN_419, reason: 'Nhầm cơ quan', ended: null },
      },
    ]);
    await bench.settle(TG);
  });

  it('makes none twice, whatever is delivered twice', async () => {
    const before = (await bench.log(TG)).length;
    const log = await bench.log(TG);
    for (const event of [...days.slice(-40), ...log.filter(({ type }) => type.includes('debtorlist'))])
      await bench.deliverAgain(event);
    const plans = log.filter(({ type }) => type === 'lk.agreement.plan.issued.v1');
    for (const event of plans) await bench.deliverAgain(event);
    expect((await bench.log(TG)).length).toBe(before);
    expect(await bench.parked(TG)).toEqual([]);
  });

  it('opens the next year 45 days ahead, and nothing else in a year', async () => {
    bench.day = '2023-12-06';
    await live(TG, '2024-12-05');
    const lists = await bench.get<Page<DebtorListView>>(
      TG,
      account('skhdt', 'focal'),
      '/debtor-lists?state=proposed',
    );
    expect(lists.body.items.map(({ period }) => period.key)).toEqual(['2024']);
    expect(summary(await openedIn(TG))).toEqual([
      'Tổng hợp kết quả thực hiện Kế hoạch 2023 2023-12-31 × 1',
      'Báo cáo tình hình thực hiện Kế hoạch 2023 2023-12-14 × 11',
      'Tổng hợp kết quả thực hiện Kế hoạch 2024 2024-12-31 × 1',
    ]);
    const openedOn = (await bench.log(TG))
      .filter(({ type }) => type === OPENED)
      .map(({ header }) => header.businessDate);
    expect([...new Set(openedOn)]).toEqual(['2023-11-16', '2023-12-05', '2024-11-16']);
  }, 120_000);

  it('rebuilt is as it was', async () => {
    const dump = (): Promise<unknown> =>
      bench.runtime.db.use(bench.system(TG), async (db) => [
        await db.query('SELECT * FROM obligation ORDER BY id'),
        await db.query('SELECT * FROM debtor_list ORDER BY id'),
        await db.query('SELECT * FROM plan ORDER BY id'),
        await db.query('SELECT * FROM business_day ORDER BY day'),
      ]);
    const lived = await dump();
    await bench.runtime.runner.rebuild(bench.system(TG));
    expect(await dump()).toEqual(lived);
  });
});

describe('a plan of 2023 entered on 11/03/2025', () => {
  it('shows its past periods as history, confirmed by the system, and chases nobody', async () => {
    bench.day = '2025-03-11';
    await enter('late');
    // Who leads from outside the authority has no account, so it is on no list.
    const central = registered('Bệnh viện Chợ Rẫy');
    const outside = { ...central, data: { ...(central.data as object), outside: true } };
    await bench.record('late', streamOf('organisation', organisation('choray')), [outside]);
    const lead = { printed: 'Bệnh viện Chợ Rẫy', organisationId: organisation('choray') };
    const items = planContent().items.map((item, index) =>
      index === 1 ? { ...item, leads: [...item.leads, lead] } : item,
    );
    await bench.record('late', streamOf('plan', PLAN_419), [issued('2023-10-02', { items })]);
    await live('late', '2025-03-13');
    expect(summary(await openedIn('late'))).toEqual([
      'Tổng hợp kết quả thực hiện Kế hoạch 2023 2023-12-31 historic × 1',
      'Tổng hợp kết quả thực hiện Kế hoạch 2024 2024-12-31 historic × 1',
      'Báo cáo tình hình thực hiện Kế hoạch 2023 2023-12-14 historic × 11',
      'Báo cáo tình hình thực hiện Kế hoạch 2024 2024-12-14 historic × 11',
    ]);
    const focal = account('skhdt', 'focal');
    const lists = await bench.get<Page<DebtorListView>>('late', focal, '/debtor-lists');
    const [list] = lists.body.items;
    expect(list?.confirmedBySystem).toBe(true);
    const debtors = [...(list?.confirmed ?? []), organisation('stc')];
    const path = `/debtor-lists/${list?.id}/confirm`;
    expect((await bench.post('late', focal, path, { debtors }, list?.revision)).status).toBe(200);
    await bench.settle('late');
    expect(summary(await openedIn('late'))).toContain(
      `Báo cáo tình hình thực hiện Kế hoạch ${list?.period.key} ${list?.dueOn} historic × 12`,
    );
    const all = await bench.get<Page<ObligationView>>('late', focal, '/obligations?limit=200');
    expect(
      new Set(all.body.items.map(({ state, signal, daysLeft }) => `${state} ${signal} ${daysLeft}`)),
    ).toEqual(new Set(['unknownOutcome noInformation null']));
    const overdue = await bench.get<Page<ObligationView>>('late', focal, '/obligations?signal=overdue');
    expect(overdue.body.total).toBe(0);
  });
});
