import type { OrganisationView } from '@lien-ket/contracts';
import type { Role } from '@lien-ket/kernel';
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
  const answer = await bench.post<{ code?: string }>(T, account(...by), path, body, revision);
  await bench.settle(T);
  return [answer.status, answer.body.code].filter(Boolean).join(' ');
}
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
    expect(await send('stc', 'end', itself)).toBe('400 organisation.ownSuccessor');
    const ended = { ...RIGHT, successor: { id: organisation('syt'), name: 'Cơ quan syt' } };
    expect(await send('syt', 'correctEnd', { reason: 'x', ended })).toBe('400 organisation.ownSuccessor');
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
