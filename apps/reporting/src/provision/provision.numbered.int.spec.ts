import { streamOf } from '@lien-ket/kernel';
import type { ObligationView, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { REPORTING, ReportingModule } from '../reporting.module.js';
import {
  LEADS,
  PLAN_419,
  account,
  began,
  issued,
  organisation,
  people,
  provisions,
} from './plan-419.scene.js';

const [T, PLAN, focal] = ['numbered', streamOf('plan', PLAN_419), account('skhdt', 'focal')];
let bench: ServiceBench;
let issue: string;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: REPORTING, module: ReportingModule.with }, [T]);
  bench.day = '2023-10-02';
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  const debtors = LEADS.slice(0, 2).map((key) => ({ printed: key, organisationId: organisation(key) }));
  const [departments, ...rest] = provisions;
  const named = departments ? [{ ...departments, openClass: false, debtors }, ...rest] : [];
  const [act] = await bench.record(T, PLAN, [issued('2023-10-02', { provisions: named })]);
  issue = act?.header.id ?? '';
  for (const day of ['2023-10-02', '2023-12-01']) {
    bench.day = day;
    await bench.record(T, streamOf('day', PLAN_419), [began(day)]);
    await bench.settle(T);
  }
}, 60_000);
afterAll(() => bench.stop());

it('what is owed names the plan by its number as corrected, and is found by it', async () => {
  const by = async (q: string): Promise<unknown> => {
    const path = `/obligations?q=${encodeURIComponent(q)}`;
    const { body } = await bench.get<Page<ObligationView & { planNumber?: string }>>(T, focal, path);
    return [...new Set(body.items.map(({ planNumber }) => planNumber))];
  };
  expect(await by('419')).toEqual(['419/KH-UBND']);
  const { data } = issued('2023-10-02');
  await bench.record(T, PLAN, [
    {
      type: 'lk.agreement.plan.entryCorrected.v1',
      data: {
        ...{ corrects: issue, reason: 'gõ nhầm số' },
        replacement: { issued: { ...(data as object), number: '491' } },
      },
    },
  ]);
  await bench.settle(T);
  expect(await bench.parked(T)).toEqual([]);
  expect([await by('491'), await by('419')]).toEqual([['491/KH-UBND'], []]);
});
