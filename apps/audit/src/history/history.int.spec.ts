import type { HistoryEntry, Page, WhyView } from '@lien-ket/contracts';
import { streamOf, type Role } from '@lien-ket/kernel';
import { READS_DATABASE, READ_TABLES } from '@lien-ket/read-model';
import { ServiceBench, received } from '@lien-ket/testing';
import { AUDIT } from '../audit.module.js';
import {
  ACTIVITY,
  CONTENT,
  DROPPED,
  KEPT,
  OFFICE,
  PLAN,
  account,
  auditModule,
  amended,
  clerk,
  corrected,
  idFor,
  issued,
  live,
} from './history.scene.js';

const T = 'tien-giang';
const HCMC = 'hcmc';
const [DRAFTED, ITEM] = [idFor('plan', 'drafted'), idFor('item', 'drafted')];
const plan = streamOf('plan', PLAN);
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AUDIT, module: auditModule }, [T, HCMC]);
  await (await bench.systemDatabase(READS_DATABASE, READ_TABLES)).close();
  await live(bench, T, HCMC);
  await bench.record(T, streamOf('obligation', idFor('duty')), [waived], clerk);
  await bench.record(HCMC, 'received-tien-giang', [received(T, plan, issued(), 0, { role: 'clerk' })]);
  await bench.settle(T);
  await bench.settle(HCMC);
}, 90_000);
afterAll(() => bench.stop());

const waived = { type: 'lk.reporting.obligation.waived.v1', data: { reason: 'Đã báo cáo chung' } };

async function history(query: string, role: Role = 'auditor', tenant = T): Promise<Page<HistoryEntry>> {
  const { status, body } = await bench.get<Page<HistoryEntry>>(tenant, account(role), `/history?${query}`);
  expect(status).toBe(200);
  return body;
}
const names = ({ items }: Page<HistoryEntry>): string[] => items.map(({ type }) => type.split('.')[3] ?? '');
const why = async (query: string): Promise<WhyView> =>
  (await bench.get<WhyView>(T, account('officer'), `/history/why?${query}`)).body;

describe('a history', () => {
  it('of a plan tells its acts and its activities, each with who, when, on what grounds, and what changed', async () => {
    const page = await history(`scope=plan&id=${PLAN}`);
    expect(names(page)).toEqual(['issued', 'planned', 'amended', 'entryCorrected', 'progressRecorded']);
    expect(page.items[2]).toMatchObject({
      record: { kind: 'plan', id: PLAN },
      label: 'Kế hoạch hợp tác năm 2024',
      actor: { role: 'clerk', organisationId: OFFICE, organisation: 'Sở Công Thương' },
      businessDate: '2024-03-02',
      effectiveOn: '2024-03-01',
      grounds: {
        kind: 'document',
        document: { number: '12', symbol: 'QĐ-UBND' },
        reason: 'Theo đề nghị của Sở Công Thương',
        record: { kind: 'amendment', id: idFor('amendment') },
      },
      correctedBy: { type: 'lk.agreement.plan.entryCorrected.v1' },
    });
    expect(page.items[2]?.changes).toEqual([
      expect.objectContaining({ kind: 'removed', of: 'item', id: DROPPED }),
      expect.objectContaining({ kind: 'changed', id: KEPT, field: 'time', before: null, after: 'Quý I' }),
    ]);
  });

  it('of an item ends with what took it out, and stays', async () => {
    expect(names(await history(`scope=item&id=${DROPPED}`))).toEqual(['issued', 'amended']);
    expect(names(await history(`scope=item&id=${KEPT}`))).toEqual([
      'issued',
      'planned',
      'amended',
      'entryCorrected',
      'progressRecorded',
    ]);
  });

  it.each([
    ['field=time', ['amended', 'entryCorrected']],
    ['cause=correction', ['entryCorrected']],
    ['cause=document', ['issued', 'amended']],
    ['actor=clerk', ['issued', 'amended', 'entryCorrected', 'progressRecorded']],
    [`organisationId=${OFFICE}&kind=activity`, ['progressRecorded']],
    ['to=2024-03-01', ['issued', 'planned', 'amended']],
    ['knownTo=2024-03-01', ['issued', 'planned']],
    ['knownFrom=2024-03-05', ['entryCorrected', 'progressRecorded']],
    ['q=doanh nghiệp', ['progressRecorded']],
    ['q=DOANH NGHIEP', ['progressRecorded']],
    ['q=12/qđ-ubnd', ['amended']],
    ['q=chuyện không có', []],
  ])('narrowed by %s', async (query, expected) => {
    expect(names(await history(`scope=plan&id=${PLAN}&${query}`))).toEqual(expected);
  });

  it('comes page by page, whatever is recorded meanwhile', async () => {
    const first = await history(`scope=plan&id=${PLAN}&limit=2`);
    const rest = await history(`scope=plan&id=${PLAN}&limit=9&cursor=${first.next}`);
    expect([...names(first), ...names(rest)]).toEqual(names(await history(`scope=plan&id=${PLAN}`)));
    expect([first.total, rest.next]).toEqual([5, null]);
  });

  it('of all is the whole log to an auditor, and to others what their pages show', async () => {
    const kinds = ({ items }: Page<HistoryEntry>) =>
      [...new Set(items.map(({ record }) => record.kind))].sort();
    expect(kinds(await history(''))).toEqual(['activity', 'obligation', 'organisation', 'plan', 'staff']);
    expect(kinds(await history('', 'officer'))).toEqual(['activity', 'plan']);
    expect(names(await history(`scope=organisation&id=${OFFICE}&kind=obligation`))).toEqual(['waived']);
  });

  it('of another tenant is what it shared, under its own name, and never mixed with our own ids', async () => {
    const page = await history(`scope=plan&id=${PLAN}`, 'auditor', HCMC);
    expect(page.items).toMatchObject([{ origin: { tenant: T }, actor: { account: null, role: 'clerk' } }]);
    expect(names(await history('scope=province&id=tien-giang', 'auditor', HCMC))).toEqual(['issued']);
    await bench.record(T, 'received-hcmc', [received(HCMC, plan, issued('666'), 0)]);
    await bench.settle(T);
    expect(names(await history(`scope=plan&id=${PLAN}&field=number`))).toEqual(['issued']);
  });

  it('is the same when it is made again', async () => {
    const lived = await history('limit=500');
    await bench.runtime.runner.rebuild(bench.system(T), 'history');
    expect(await history('limit=500')).toEqual(lived);
  });

  it('of what is not there is not found; without a thing it is not asked', async () => {
    const get = (query: string) => bench.get<{ code: string }>(T, account('auditor'), `/history?${query}`);
    expect((await get(`scope=plan&id=${idFor('nothing')}`)).status).toBe(404);
    expect((await get('scope=plan')).body.code).toBe('query.invalid');
    expect((await get('scope=galaxy')).status).toBe(400);
  });
});

describe('why a field is so', () => {
  it('tells the chain of what made it; what was corrected is said to be', async () => {
    const { value, steps } = await why(`scope=item&id=${KEPT}&field=time`);
    expect(value).toBe('Quý II');
    expect(steps.map(({ before, after, standing }) => [before, after, standing])).toEqual([
      [null, 'Quý I', 'corrected'],
      ['Quý I', 'Quý II', 'stands'],
    ]);
    expect(steps[1]?.entry.grounds).toMatchObject({ kind: 'correction', reason: 'Gõ nhầm quý' });
  });

  it('begins where the part came in, and ends where it went', async () => {
    const { value, steps } = await why(`scope=item&id=${DROPPED}&field=text`);
    expect(steps.map(({ after }) => after)).toEqual(['Đào tạo cán bộ', null]);
    expect(value).toBeNull();
  });

  it('names, of an item of a plan drafted here, the document that put it in force', async () => {
    const drafted = streamOf('plan', DRAFTED);
    const content = { ...CONTENT, items: CONTENT.items.map((each) => ({ ...each, id: ITEM })).slice(0, 1) };
    const { data, ...facts } = issued('77');
    const paper = { ...(data as object), content, entry: 'platform' };
    await bench.record(T, drafted, [
      { type: 'lk.agreement.plan.drafted.v1', data: { content, ownerId: OFFICE } },
    ]);
    await bench.record(T, drafted, [{ ...facts, data: paper }], clerk);
    await bench.settle(T);
    const { value, steps } = await why(`scope=item&id=${ITEM}&field=text`);
    expect(value).toBe('Hội nghị xúc tiến');
    expect(steps.map(({ entry, standing }) => [entry.type.split('.')[3], standing])).toEqual([
      ['drafted', 'stands'],
      ['issued', 'stands'],
    ]);
    expect(steps[1]?.entry).toMatchObject({
      effectiveOn: '2023-12-04',
      grounds: { kind: 'document', document: { number: '77', symbol: 'KH-UBND' } },
    });
  });

  it('is told of a plan and of an activity too', async () => {
    expect((await why(`scope=plan&id=${PLAN}&field=number`)).steps).toMatchObject([{ after: '419' }]);
    const { value, steps } = await why(`scope=activity&id=${ACTIVITY}&field=state`);
    expect([value, ...steps.map(({ standing }) => standing)]).toEqual(['inProgress', 'superseded', 'stands']);
  });

  it('does not count yet what is decided for a later day', async () => {
    const [act] = await bench.record(T, plan, [amended('Quý IV', '2024-09-01')], clerk);
    await bench.record(T, plan, [corrected(act?.header.id ?? '', 'Quý III')], clerk);
    await bench.settle(T);
    const { value, steps } = await why(`scope=item&id=${KEPT}&field=time`);
    expect(value).toBe('Quý II');
    expect(steps.slice(-2).map(({ standing }) => standing)).toEqual(['corrected', 'future']);
  });
});
