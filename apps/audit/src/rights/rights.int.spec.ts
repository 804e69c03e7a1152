import type { Page, PersonReadView, RightView } from '@lien-ket/contracts';
import { streamOf } from '@lien-ket/kernel';
import { READS_DATABASE, READ_TABLES } from '@lien-ket/read-model';
import { ServiceBench } from '@lien-ket/testing';
import { AUDIT } from '../audit.module.js';
import { OFFICE, account, auditModule, idFor, people } from '../history/history.scene.js';

const T = 'tien-giang';
const LATE = idFor('account', 'late');
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AUDIT, module: auditModule }, [T]);
  await (await bench.systemDatabase(READS_DATABASE, READ_TABLES)).close();
  bench.day = '2024-01-02';
  for (const [stream, event] of people('auditor', 'officer')) await bench.record(T, stream, [event]);
  bench.day = '2024-03-05';
  const late = { assignmentId: idFor('late'), organisationId: OFFICE, role: 'head', from: '2024-02-01' };
  await bench.record(T, streamOf('staff', LATE), [
    { type: 'lk.agreement.staff.assigned.v1', data: { ...late, basis: '=1+1 "quyết định"' } },
  ]);
  await bench.record(T, streamOf('staff', account('officer')), [
    {
      type: 'lk.agreement.staff.assignmentEnded.v1',
      data: { assignmentId: idFor('assignment', 'officer'), endedOn: '2024-02-15', basis: 'Chuyển công tác' },
    },
  ]);
  await bench.settle(T);
}, 90_000);
afterAll(() => bench.stop());

async function roles(query: string): Promise<string[]> {
  const { body } = await bench.get<Page<RightView>>(T, account('auditor'), `/audit/rights?${query}`);
  return body.items.map(({ role }) => role).sort();
}

describe('who had which right', () => {
  it.each([
    ['asOf=2024-03-05', ['auditor', 'head']],
    ['asOf=2024-02-15', ['auditor', 'head', 'officer']],
    ['asOf=2024-01-15', ['auditor', 'officer']],
    ['asOf=2024-03-05&knownAt=2024-03-04', ['auditor', 'officer']],
    ['asOf=2019-12-31', []],
  ])('by both clocks: %s', async (query, expected) => {
    expect(await roles(query)).toEqual(expected);
  });

  it('names the organisation, the basis and the day on which it was given', async () => {
    const { body } = await bench.get<Page<RightView>>(T, account('auditor'), '/audit/rights?asOf=2024-03-05');
    expect(body.items.find(({ role }) => role === 'head')).toMatchObject({
      account: LATE,
      organisation: 'Sở Công Thương',
      from: '2024-02-01',
      to: null,
      givenOn: '2024-03-05',
    });
  });

  it('is a file that a spreadsheet reads and runs nothing of, recorded when it is taken', async () => {
    const path = '/audit/rights/file?asOf=2024-03-05';
    const answer = await bench.send(T, account('auditor'), path, { method: 'GET' });
    const csv = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    expect(csv.startsWith('\uFEFF"Tài khoản","Cơ quan","Vai trò"')).toBe(true);
    expect(csv).toContain(`"'=1+1 ""quyết định"""`);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(3);
    const { body } = await bench.get<Page<PersonReadView>>(T, account('auditor'), '/audit/reads');
    expect(body.items).toMatchObject([
      { cls: 'export', purpose: 'audit.rightsFile', account: account('auditor') },
    ]);
  });

  it('is for auditors', async () => {
    for (const path of ['/audit/rights', '/audit/rights/file'])
      expect((await bench.get(T, account('officer'), path)).status).toBe(403);
  });
});
