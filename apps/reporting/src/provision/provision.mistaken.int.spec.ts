import { addDays, streamOf, uuidFrom, type NewEvent } from '@lien-ket/kernel';
import type { ObligationView, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { REPORTING, ReportingModule } from '../reporting.module.js';
import {
  LEADS,
  OF_DEPARTMENTS,
  PLAN_419,
  account,
  began,
  issued,
  organisation,
  people,
  provisions,
} from './plan-419.scene.js';

const PLAN = streamOf('plan', PLAN_419);
const focal = account('skhdt', 'focal');
const DOCUMENT = { number: '9', symbol: 'KH-UBND' };
let bench: ServiceBench;

beforeAll(async () => {
  const benched = { spec: REPORTING, module: ReportingModule.with };
  bench = await ServiceBench.start(benched, ['recalled', 'dropped']);
}, 60_000);
afterAll(() => bench.stop());

/** Two departments owe until 14/12/2023, the focal agency until the end of the month. */
async function entered(tenant: string): Promise<void> {
  bench.day = '2023-12-01';
  for (const [stream, event] of people()) await bench.record(tenant, stream, [event]);
  const debtors = LEADS.slice(0, 2).map((key) => ({ printed: key, organisationId: organisation(key) }));
  const [departments, ...rest] = provisions;
  const named = departments ? [{ ...departments, openClass: false, debtors }, ...rest] : [];
  await bench.record(tenant, PLAN, [issued('2023-10-02', { provisions: named })]);
  await bench.record(tenant, streamOf('day', PLAN_419), [began(bench.day)]);
  await settled(tenant);
}
async function settled(tenant: string): Promise<void> {
  await bench.settle(tenant);
  expect(await bench.parked(tenant)).toEqual([]);
}
async function live(tenant: string, until: string): Promise<void> {
  while (bench.day < until) {
    bench.day = addDays(bench.day, 1);
    await bench.record(tenant, streamOf('day', PLAN_419), [began(bench.day)]);
    await settled(tenant);
  }
}
async function act(tenant: string, event: NewEvent): Promise<string> {
  const [recorded] = await bench.record(tenant, PLAN, [event]);
  await settled(tenant);
  return recorded?.header.id ?? '';
}
const takenBack = (corrects: string): NewEvent => ({
  type: 'lk.agreement.plan.entryCorrected.v1',
  data: { corrects, reason: 'nhập nhầm kế hoạch', replacement: { enteredInError: true } },
});
async function duties(tenant: string): Promise<ObligationView[]> {
  const { body } = await bench.get<Page<ObligationView>>(tenant, focal, '/obligations?limit=200');
  return [...body.items];
}
async function states(tenant: string): Promise<string[]> {
  return (await duties(tenant)).map(({ state, dueOn }) => `${state} ${dueOn}`).sort();
}
const OPEN = ['open 2023-12-14', 'open 2023-12-14', 'open 2023-12-31'];

describe('what fell away by an act that was entered for the wrong plan', () => {
  it('is owed again; what fell due meanwhile is history, and what a person waived stays waived', async () => {
    await entered('recalled');
    expect(await states('recalled')).toEqual(OPEN);
    const [one] = await duties('recalled');
    const waived = await bench.post(
      'recalled',
      focal,
      `/obligations/${one?.id}/waive`,
      { reason: 'đã báo cáo bằng văn bản khác' },
      one?.revision,
    );
    expect(waived.status).toBe(200);
    const data = { document: DOCUMENT, reason: 'thu hồi' };
    const recall = { type: 'lk.agreement.plan.recalled.v1', effectiveOn: '2023-12-01', data };
    const recalled = await act('recalled', recall);
    expect(await states('recalled')).toEqual(OPEN.map((said) => said.replace('open', 'waived')));
    await live('recalled', '2023-12-20');
    await act('recalled', takenBack(recalled));
    expect(await states('recalled')).toEqual([
      'open 2023-12-31',
      'unknownOutcome 2023-12-14',
      'waived 2023-12-14',
    ]);
    const before = await bench.log('recalled');
    const correction = before.findLast(({ type }) => type.endsWith('plan.entryCorrected.v1'));
    if (correction) await bench.deliverAgain(correction);
    expect(await bench.log('recalled')).toHaveLength(before.length);
  });

  it('is owed again where an amendment had dropped the report, as it stood', async () => {
    await entered('dropped');
    const data = {
      amendmentId: uuidFrom('scene', 'amendment'),
      document: DOCUMENT,
      reason: 'bỏ báo cáo',
      changes: [{ op: 'removeProvision', provisionId: OF_DEPARTMENTS, reason: 'bỏ' }],
      supersedes: [],
    };
    const dropped = await act('dropped', {
      type: 'lk.agreement.plan.amended.v1',
      effectiveOn: '2023-12-01',
      data,
    });
    expect(await states('dropped')).toEqual(['open 2023-12-31', 'waived 2023-12-14', 'waived 2023-12-14']);
    await act('dropped', takenBack(dropped));
    expect(await states('dropped')).toEqual(OPEN);
    expect((await duties('dropped')).every(({ waived }) => waived === null)).toBe(true);
  });
});
