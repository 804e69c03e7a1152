import type { EntryCorrection } from '@lien-ket/contracts';
import { uuidFrom, type Role } from '@lien-ket/kernel';
import { ServiceBench } from '@lien-ket/testing';
import { AGREEMENT } from '../agreement.module.js';
import { account, agreementModule, organisation, people } from '../plan/plan.scene.js';

const T = 'nghe-an';
const PAPER = uuidFrom('scene', 'mistyped paper');
const TYPED = {
  kind: 'officialLetter',
  standing: 'incoming',
  abstract: 'V/v phối hợp triển khai',
  number: '8177',
  symbol: 'UBND-NC',
  incoming: { number: '459', on: '2023-10-02' },
};
const RIGHT = { ...TYPED, symbol: 'UBND-CN', incoming: { number: '495', on: '2023-10-02' } };
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [T]);
  bench.day = '2023-10-02';
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  await bench.settle(T);
  await bench.post(T, account('ubnd', 'clerk'), '/documents', { id: PAPER, ...TYPED });
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

type View = Record<string, unknown> & { revision: number; corrections?: readonly EntryCorrection[] };
interface Answer {
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string }[];
}
async function correct(by: [string, Role], content: object, revision?: number): Promise<string> {
  const path = `/documents/${PAPER}/correctEntry`;
  const body = { reason: 'Gõ nhầm ký hiệu', content };
  const answer = await bench.post<Answer>(T, account(...by), path, body, revision);
  await bench.settle(T);
  return [answer.status, answer.body.code, answer.body.errors?.[0]?.pointer].filter(Boolean).join(' ');
}
const found = async (q: string): Promise<number> =>
  (await bench.get<{ total: number }>(T, account('ubnd', 'clerk'), `/documents?q=${q}`)).body.total;
const paper = async (): Promise<View> =>
  (await bench.get<View>(T, account('ubnd', 'clerk'), `/documents/${PAPER}`)).body;

describe('a paper that was typed wrong', () => {
  it('is corrected by who may enter one, at the revision that was seen', async () => {
    expect(await correct(['ubnd', 'leader'], RIGHT, 0)).toBe('403 rights.role');
    expect(await correct(['sct', 'officer'], RIGHT, 0)).toBe('403 rights.organisation');
    expect(await correct(['ubnd', 'clerk'], RIGHT)).toMatch(/^428/);
    const tomorrow = { ...RIGHT, incoming: { number: '495', on: '2023-10-03' } };
    expect(await correct(['ubnd', 'clerk'], tomorrow, 0)).toBe('400 document.dayToCome /content/incoming/on');
    expect(await correct(['ubnd', 'clerk'], RIGHT, 0)).toBe('200');
  });

  it('is shown and found as it should have been typed, with who corrected it and why', async () => {
    expect(await paper()).toMatchObject({
      ...RIGHT,
      revision: 1,
      corrections: [
        {
          reason: 'Gõ nhầm ký hiệu',
          on: '2023-10-02',
          by: { role: 'clerk', organisationId: organisation('ubnd') },
        },
      ],
    });
    expect([await found('8177/UBND-CN'), await found('8177/UBND-NC')]).toEqual([1, 0]);
  });

  it('loses what was typed and does not stand in it; each correction is told', async () => {
    const { symbol: _none, ...without } = RIGHT;
    expect(await correct(['skhdt', 'focal'], without, 1)).toBe('200');
    const { symbol, corrections = [] } = await paper();
    expect([symbol, corrections.map(({ by }) => by.role)]).toEqual([undefined, ['clerk', 'focal']]);
  });

  it('the event names what it corrects', async () => {
    const log = await bench.log(T);
    const [recorded] = log.filter(({ type }) => type === 'lk.agreement.document.recorded.v1');
    const corrections = log.filter(({ type }) => type === 'lk.agreement.document.entryCorrected.v1');
    expect(corrections.map(({ data }) => (data as { corrects: string }).corrects)).toEqual([
      recorded?.header.id,
      recorded?.header.id,
    ]);
  });
});
