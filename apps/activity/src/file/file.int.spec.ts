import { mkdtempSync, readdirSync, utimesSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf, uuidFrom, type Recorded } from '@lien-ket/kernel';
import { ServiceBench } from '@lien-ket/testing';
import { KeyFiles, Vault, systemRandomness } from '@lien-ket/vault';
import { ACTIVITY, ActivityModule } from '../activity.module.js';

const directory = mkdtempSync(join(tmpdir(), 'lk-files-'));
const noRows = {} as ConstructorParameters<typeof Vault>[0];
const noReads = { record: () => Promise.reject(new Error('files are no persons')) };
const vault = new Vault(noRows, new KeyFiles(join(directory, 'keys')), systemRandomness, noReads);
const file = (name: string): string => uuidFrom('file', name);
const on = (name: string): string => join(directory, 'files', 'tien-giang', `${file(name)}.bin`);
let bench: ServiceBench;

beforeAll(async () => {
  const module = (runtime: ServiceBench['runtime']): ReturnType<typeof ActivityModule.with> =>
    ActivityModule.with(runtime, vault, join(directory, 'files'));
  bench = await ServiceBench.start({ spec: ACTIVITY, module }, ['tien-giang']);
  mkdirSync(join(directory, 'files', 'tien-giang'), { recursive: true });
}, 60_000);
afterAll(() => bench.stop());

async function store(name: string, ageHours: number, told = true): Promise<void> {
  writeFileSync(on(name), 'x');
  const written = new Date(Date.parse(bench.clock.now()) - ageHours * 3_600_000);
  utimesSync(on(name), written, written);
  const data = { name, mediaType: 'text/plain', size: 1, cipherHash: 'a'.repeat(64), kid: file('key') };
  if (told)
    await bench.record('tien-giang', streamOf('file', file(name)), [
      { type: 'lk.activity.file.stored.v1', data },
    ]);
}
/** The day begins a day and an hour of true time after the files were stored. */
async function nextDay(): Promise<void> {
  const [began] = await bench.record('tien-giang', streamOf('day', file('day')), [
    { type: 'lk.relay.day.began.v1', data: { date: '2025-03-12', load: false } },
  ]);
  const late = new Date(Date.parse(bench.clock.now()) + 25 * 3_600_000).toISOString();
  await bench.settle('tien-giang');
  await bench.deliverAgain({ ...(began as Recorded), recordedAt: late });
  await bench.settle('tien-giang');
}

it('sweeps what nothing names after a day, and what a crash left; named files and drafts stay', async () => {
  await store('unnamed', 25);
  await store('named', 25);
  await store('drafted', 25);
  await store('crashed', 25, false);
  const report = { nil: false, parts: [], figures: [], evidence: [file('drafted')] };
  await bench.record('tien-giang', streamOf('activity', file('activity')), [
    {
      type: 'lk.activity.activity.progressRecorded.v1',
      data: { text: 'x', happenedOn: '2025-03-11', figures: [], links: [], evidence: [file('named')] },
    },
  ]);
  await bench.record('tien-giang', streamOf('obligation', file('obligation')), [
    { type: 'lk.reporting.obligation.reportDrafted.v1', data: { report } },
  ]);
  await bench.settle('tien-giang');
  expect(readdirSync(join(directory, 'files', 'tien-giang'))).toHaveLength(4);
  await nextDay();
  expect(readdirSync(join(directory, 'files', 'tien-giang')).sort()).toEqual(
    [`${file('drafted')}.bin`, `${file('named')}.bin`].sort(),
  );
  const swept = (await bench.log('tien-giang')).filter(({ type }) => type === 'lk.activity.file.swept.v1');
  expect(swept.map(({ stream }) => stream)).toEqual([streamOf('file', file('unnamed'))]);
});

it('what was written within the day stays, told of or not', async () => {
  await store('fresh', 1, false);
  await bench.record('tien-giang', streamOf('day', file('next')), [
    { type: 'lk.relay.day.began.v1', data: { date: '2025-03-13', load: false } },
  ]);
  await bench.settle('tien-giang');
  expect(readdirSync(join(directory, 'files', 'tien-giang'))).toContain(`${file('fresh')}.bin`);
});
