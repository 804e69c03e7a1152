import { uuidFrom } from '@lien-ket/kernel';
import { ServiceBench } from '@lien-ket/testing';
import { AGREEMENT } from '../agreement.module.js';
import { account, agreementModule, organisation, people } from '../plan/plan.scene.js';

const T = 'nghe-an';
const CLERK = account('ubnd', 'clerk');
const issuer = { printed: 'Cơ quan syt', organisationId: organisation('syt') };
const letter = {
  kind: 'officialLetter',
  standing: 'own',
  abstract: 'Công văn',
  number: '595',
  symbol: 'SYT-NVY',
  date: { year: 2023, month: 3, day: 10 },
  issuer,
};
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [T]);
  bench.day = '2023-10-02';
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

async function enter(fields: object, by = CLERK): Promise<string> {
  const answer = await bench.post<{ code?: string; errors?: { pointer: string }[] }>(T, by, '/documents', {
    ...letter,
    ...fields,
  });
  return [answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]
    .filter((one) => one !== undefined)
    .join(' ');
}
const taken = '409 document.numberTaken /number';
const came = (number: string, on = '2023-03-10'): object => ({
  number: undefined,
  symbol: undefined,
  date: undefined,
  standing: 'incoming',
  incoming: { number, on },
});

describe('the number that its issuer gave a document of our own', () => {
  it('is entered once, however it is typed, also by two at a time', async () => {
    const both = await Promise.all([enter({}), enter({ number: ' 0595', symbol: 'syt – nvy' })]);
    expect(both.sort()).toEqual(['201', taken]);
    await bench.settle(T);
    expect(await enter({})).toBe(taken);
    expect(await enter({ issuer: { printed: 'CƠ QUAN SYT' } })).toBe(taken);
  });

  it('is free in another year, of another issuer, and in what was not issued here', async () => {
    expect(await enter({ date: { year: 2022 } })).toBe('201');
    expect(await enter({ issuer: { ...issuer, organisationId: organisation('sct'), printed: 'SCT' } })).toBe(
      '201',
    );
    for (const other of [{ standing: 'citedOnly' }, { standing: 'incoming' }, { kind: 'routingSlip' }])
      expect(await enter(other)).toBe('201');
    for (const unsaid of [{ number: undefined }, { symbol: undefined }, { date: undefined }])
      expect([await enter(unsaid), await enter(unsaid)]).toEqual(['201', '201']);
  });

  it('is free again when what it was held for is refused', async () => {
    const fields = { number: '700', incoming: { number: '1', on: '2024-01-01' } };
    expect(await enter(fields)).toMatch(/^400 document.dayToCome/);
    expect(await enter({ number: '700' })).toBe('201');
  });

  it('is that of the entry that holds it, sent again or read anew', async () => {
    const id = uuidFrom('scene', 'document', 'again');
    const key = uuidFrom('scene', 'key');
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ ...letter, id, number: '701' }),
    };
    const first = await bench.send(T, CLERK, '/documents', init);
    await bench.settle(T);
    const again = await bench.send(T, CLERK, '/documents', init);
    expect([first.status, again.status, await again.json()]).toEqual([201, 201, await first.json()]);
  });
});

describe('the number under which a document came in', () => {
  const incomingTaken = '409 document.incomingNumberTaken /incoming/number';

  it('is given once a year in the register of one organisation', async () => {
    expect(await enter(came('459'))).toBe('201');
    expect(await enter(came('0459', '2023-09-01'))).toBe(incomingTaken);
    await bench.settle(T);
    expect(await enter(came('459'))).toBe(incomingTaken);
    expect(await enter(came('459', '2022-03-10'))).toBe('201');
    expect(await enter(came('459'), account('skhdt', 'focal'))).toBe('201');
  });

  it('may stand nowhere on an old paper', async () => {
    const fields = { ...came(''), incoming: undefined };
    expect([await enter(fields), await enter(fields)]).toEqual(['201', '201']);
  });
});

it('a corrected entry bears its new numbers in the register where it was entered, and those typed wrong are free', async () => {
  const id = uuidFrom('scene', 'document', 'mistyped');
  const typed = { ...letter, number: '810', incoming: { number: '901', on: '2023-03-11' } };
  expect(await enter({ ...typed, id })).toBe('201');
  expect(await enter({ number: '811' })).toBe('201');
  await bench.settle(T);
  const focal = account('skhdt', 'focal');
  const correct = async (fields: object, revision: number): Promise<string> => {
    const body = { reason: 'Gõ nhầm số', content: { ...typed, ...fields } };
    const path = `/documents/${id}/correctEntry`;
    const answer = await bench.post<{ code?: string }>(T, focal, path, body, revision);
    await bench.settle(T);
    return `${answer.status} ${answer.body.code ?? ''}`.trim();
  };
  expect(await correct({ number: '811' }, 0)).toBe('409 document.numberTaken');
  expect(await correct({ number: '812', incoming: { number: '902', on: '2023-03-11' } }, 0)).toBe('200');
  expect(await enter({ number: '812' })).toBe(taken);
  expect(await enter(came('902'))).toBe('409 document.incomingNumberTaken /incoming/number');
  expect([await enter({ number: '810' }), await enter(came('901'))]).toEqual(['201', '201']);
});
