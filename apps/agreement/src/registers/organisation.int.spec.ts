import type { OrganisationView, Page } from '@lien-ket/contracts';
import { streamOf, uuidFrom, type Role } from '@lien-ket/kernel';
import { ServiceBench } from '@lien-ket/testing';
import { AGREEMENT } from '../agreement.module.js';
import { account, agreementModule, organisation, people } from '../plan/plan.scene.js';

const T = 'nghe-an';
let bench: ServiceBench;
const focal: [string, Role] = ['skhdt', 'focal'];

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [T]);
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

const one = async (key: string): Promise<OrganisationView> =>
  (await bench.get<OrganisationView>(T, account(...focal), `/organisations/${organisation(key)}`)).body;
async function send(key: string, name: string, body: object, by = focal): Promise<string> {
  const { revision } = await one(key);
  const path = `/organisations/${organisation(key)}/${name}`;
  const answer = await bench.post<Refusal>(T, account(...by), path, body, revision);
  await bench.settle(T);
  return told(answer);
}
interface Refusal {
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string }[];
}
const told = ({ status, body: { code, errors } }: { status: number; body: Refusal }): string =>
  [status, code, errors?.[0]?.pointer].filter(Boolean).join(' ');
const END = {
  endedOn: '2025-03-01',
  successor: { id: organisation('stc'), name: 'Cơ quan stc' },
  basis: 'NQ 1',
};
const RIGHT = {
  endedOn: '2025-03-31',
  successor: { id: organisation('sct'), name: 'Cơ quan sct' },
  basis: 'NQ 1',
};

describe('an end that was typed wrong', () => {
  it('is corrected with its reason, date and successor as a whole', async () => {
    expect(await send('syt', 'end', END)).toBe('200');
    const body = { reason: 'Gõ nhầm ngày', ended: RIGHT };
    expect(await send('syt', 'correctEnd', body, ['ubnd', 'leader'])).toBe('403 rights.role');
    expect(await send('syt', 'correctEnd', body)).toBe('200');
    expect(await one('syt')).toMatchObject({
      endedOn: '2025-03-31',
      successor: 'Cơ quan sct',
    });
  });

  it('of another organisation is taken back: it goes on, and may end later', async () => {
    expect(await send('syt', 'correctEnd', { reason: 'Nhầm cơ quan', ended: null })).toBe('200');
    expect(await one('syt')).toMatchObject({ endedOn: null, successor: null });
    expect(await send('syt', 'correctEnd', { reason: 'x', ended: null })).toBe('409 organisation.notEnded');
    expect(await send('syt', 'end', END)).toBe('200');
    expect((await one('syt')).endedOn).toBe('2025-03-01');
  });

  it('names as who takes over another organisation than itself', async () => {
    const itself = { ...END, successor: { id: organisation('stc'), name: 'Cơ quan stc' } };
    expect(await send('stc', 'end', itself)).toBe('400 organisation.ownSuccessor /successor/id');
    const ended = { ...RIGHT, successor: { id: organisation('syt'), name: 'Cơ quan syt' } };
    expect(await send('syt', 'correctEnd', { reason: 'x', ended })).toBe(
      '400 organisation.ownSuccessor /ended/successor/id',
    );
  });

  it('each correction names the end that it corrects', async () => {
    const told = (await bench.log(T)).filter(({ type }) => type.includes('organisation.end'));
    const [first, ...corrections] = told;
    expect(corrections.slice(0, 2).map(({ data }) => (data as { corrects?: string }).corrects)).toEqual([
      first?.header.id,
      first?.header.id,
    ]);
  });
});

it('a name that was typed wrong is corrected with all that was registered; an end stays', async () => {
  const content = { name: 'Sở Y tế', kind: 'department', aliases: ['SYT'], parentId: organisation('ubnd') };
  expect(await send('syt', 'correctEntry', { reason: 'Gõ nhầm tên', content })).toBe('200');
  expect(await one('syt')).toMatchObject({ ...content, outside: false, endedOn: '2025-03-01' });
});

it('that and why it was corrected stands with it, in the list too', async () => {
  const [first, , last] = (await one('syt')).corrections;
  const by = { role: 'focal', organisationId: organisation('skhdt') };
  expect(first).toEqual({ reason: 'Gõ nhầm ngày', on: bench.day, by });
  expect(last?.reason).toBe('Gõ nhầm tên');
  const { body } = await bench.get<Page<OrganisationView>>(T, account(...focal), '/organisations');
  const counts = body.items.map(({ id, corrections }) => [id, corrections.length]);
  expect(Object.fromEntries(counts)).toMatchObject({
    [organisation('syt')]: 3,
    [organisation('sct')]: 0,
  });
});

describe('a name', () => {
  const NAME = 'Sở Khoa học và Công nghệ';
  const created = new Map<string, string>();
  async function register(name: string, key: string): Promise<string> {
    const id = uuidFrom('scene', 'organisation', key);
    const body = { id, name, kind: 'department', aliases: [] };
    const answer = await bench.post<Refusal>(T, account(...focal), '/organisations', body);
    if (answer.status === 201) created.set(name, key);
    return told(answer);
  }
  const taken = '409 organisation.nameTaken /name';
  const rename = (key: string, name: string): Promise<string> =>
    send(key, 'correctEntry', { reason: 'Gõ nhầm', content: { name, kind: 'department', aliases: [] } });

  it('is that of one organisation, however it is typed, also by two at a time', async () => {
    const typed = `  SỞ khoa học và  công nghệ `.normalize('NFD');
    const both = await Promise.all([register(NAME, 'first'), register(typed.trim(), 'second')]);
    expect(both.sort()).toEqual(['201', taken]);
    await bench.settle(T);
    expect(await register(NAME, 'third')).toBe(taken);
    expect(await register('Sở Khoa hoc và Công nghệ', 'marks')).toBe('201');
  });

  it('is told with the refusal, in words of whoever reads', async () => {
    const body = { name: NAME.toUpperCase(), kind: 'department', aliases: [] };
    const answer = await bench.post<{ detail?: string }>(T, account(...focal), '/organisations', body);
    expect(answer.body.detail).toContain([...created.keys()][0]);
  });

  it('is free where it was typed by mistake, and taken where it was meant', async () => {
    const key = [...created.values()][0] ?? '';
    expect(await rename('sct', NAME)).toBe(taken);
    expect(await rename(key, 'Sở Khoa học')).toBe('200');
    expect(await rename('sct', 'Sở KHOA học')).toBe(taken);
    expect(await rename('sct', NAME)).toBe('200');
    expect(await rename(key, NAME)).toBe(taken);
  });

  it('goes to another once its organisation has ended, and then that end is not taken back', async () => {
    expect(await send('sct', 'end', { endedOn: '2025-03-01', basis: 'NQ 1' })).toBe('200');
    expect(await register(NAME, 'heir')).toBe('201');
    await bench.settle(T);
    expect(await send('sct', 'correctEnd', { reason: 'Nhầm', ended: null })).toBe(taken);
    const another = { endedOn: '2025-03-02', basis: 'NQ 1' };
    expect(await send('sct', 'correctEnd', { reason: 'Nhầm ngày', ended: another })).toBe('200');
  });

  it('that two have of old hinders no correction of what else was typed wrong', async () => {
    const data = { name: 'Cơ quan stc', kind: 'department', aliases: [], outside: false };
    await bench.record(T, streamOf('organisation', organisation('twin')), [
      { type: 'lk.agreement.organisation.registered.v1', data },
    ]);
    await bench.settle(T);
    const content = { name: 'Cơ quan stc', kind: 'department', aliases: ['STC'] };
    expect(await send('twin', 'correctEntry', { reason: 'Thiếu tên tắt', content })).toBe('200');
  });
});

it('no organisation is under itself, directly or by what stands above it', async () => {
  const under = (key: string): object => ({
    reason: 'x',
    content: { name: `Cơ quan dưới ${key}`, kind: 'department', parentId: organisation(key) },
  });
  expect(await send('stc', 'correctEntry', under('stc'))).toBe(
    '400 organisation.underItself /content/parentId',
  );
  expect(await send('stc', 'correctEntry', under('sct'))).toBe('200');
  expect(await send('skhdt', 'correctEntry', under('stc'))).toBe('200');
  expect(await send('sct', 'correctEntry', under('skhdt'))).toBe(
    '400 organisation.underItself /content/parentId',
  );
  const refused = await bench.post<{ code?: string; errors?: { pointer: string }[] }>(
    T,
    account(...focal),
    '/organisations',
    { id: organisation('new'), name: 'Mới', kind: 'centre', parentId: organisation('new') },
  );
  expect([refused.status, refused.body]).toMatchObject([
    400,
    { code: 'organisation.underItself', errors: [{ pointer: '/parentId' }] },
  ]);
});
