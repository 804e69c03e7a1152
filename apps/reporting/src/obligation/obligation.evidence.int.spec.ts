import { streamOf, uuidFrom } from '@lien-ket/kernel';
import { ServiceBench } from '@lien-ket/testing';
import { account, organisation, people } from '../provision/plan-419.scene.js';
import { REPORTING, ReportingModule } from '../reporting.module.js';
import { duty } from './obligation.scene.js';

const T = 'tien-giang';
const ID = uuidFrom('scene', 'obligation');
const file = (name: string): string => uuidFrom('scene', 'file', name);
const [READABLE, ERASED, MISSING] = ['readable', 'erased', 'missing'].map(file) as [string, string, string];
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: REPORTING, module: ReportingModule.with }, [T]);
  bench.day = '2023-12-10';
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  for (const id of [READABLE, ERASED]) {
    const data = {
      name: 'x',
      mediaType: 'text/plain',
      size: 1,
      cipherHash: 'a'.repeat(64),
      kid: file('key'),
    };
    await bench.record(T, streamOf('file', id), [{ type: 'lk.activity.file.stored.v1', data }]);
  }
  const files = [{ id: ERASED, kid: file('key') }];
  await bench.record(T, streamOf('erasure', file('request')), [
    {
      type: 'lk.agreement.erasure.keyDestroyed.v1',
      data: { contactId: file('contact'), kids: [file('key')], files },
    },
  ]);
  const opened = { ...duty, debtorId: organisation('sct') };
  await bench.record(T, streamOf('obligation', ID), [
    { type: 'lk.reporting.obligation.opened.v1', data: opened },
  ]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

async function act(name: string, ...evidence: string[]): Promise<string> {
  const report = { nil: false, parts: [{ heading: 'Kết quả', text: 'x' }], figures: [], evidence };
  const path = `/obligations/${ID}/${name}`;
  const revision = (await bench.runtime.store.read(bench.system(T), streamOf('obligation', ID))).length - 1;
  const { status, body } = await bench.post<{ code?: string; errors?: { pointer: string }[] }>(
    T,
    account('sct', 'head'),
    path,
    { report },
    revision,
  );
  await bench.settle(T);
  return [status, body.code, body.errors?.[0]?.pointer].filter(Boolean).join(' ');
}

it.each(['draftReport', 'sendReport'])(
  '%s: evidence is a file that lies here and can be read',
  async (name) => {
    expect(await act(name, READABLE, MISSING)).toBe('400 file.unknown /report/evidence/1');
    expect(await act(name, READABLE, ERASED)).toBe('410 file.erased /report/evidence/1');
    expect(await act(name, READABLE)).toBe('200');
  },
);

it('who may not send the report learns nothing of its files', async () => {
  const { body } = await bench.post<{ code: string }>(
    T,
    account('ubnd', 'leader'),
    `/obligations/${ID}/sendReport`,
    { report: { nil: false, parts: [], figures: [], evidence: [ERASED] } },
    0,
  );
  expect(body.code).toBe('rights.role');
});
