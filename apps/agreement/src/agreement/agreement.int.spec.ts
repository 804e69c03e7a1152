import { streamOf, uuidFrom } from '@lien-ket/kernel';
import type { AgreementView, CommandAnswer } from '@lien-ket/contracts';
import { ServiceBench, received } from '@lien-ket/testing';
import { AGREEMENT } from '../agreement.module.js';
import { account, agreementModule, people } from '../plan/plan.scene.js';

const HCMC = 'hcmc';
const ID = uuidFrom('scene', 'agreement');
const focal = account('skhdt', 'focal');
const document = { number: '5', symbol: 'TT', date: { year: 2025, month: 11, day: 3 } };
const parties = [HCMC, 'nghe-an', 'ha-tinh'].map((tenant) => ({ name: tenant, tenant }));
const content = {
  name: 'Thỏa thuận',
  parties,
  signedOn: { year: 2023, month: 3, day: 25 },
  termTo: '2025-12-31',
};
let bench: ServiceBench;
let number = 0;

type Refusal = { code?: string; errors?: { pointer: string }[] };
async function send(path: string, body: object, revision?: number): Promise<[number, string | undefined]> {
  const answer = await bench.post<CommandAnswer & Refusal>(HCMC, focal, `/agreements${path}`, body, revision);
  await bench.settle(HCMC);
  return [answer.status, answer.body.code ?? answer.body.errors?.[0]?.pointer];
}
async function act(name: string, body: object): Promise<[number, string | undefined]> {
  return send(`/${ID}/${name}`, body, (await seen()).revision);
}
async function seen(query = ''): Promise<AgreementView> {
  return (await bench.get<AgreementView>(HCMC, focal, `/agreements/${ID}${query}`)).body;
}
async function answer(from: string, says: 'confirmed' | 'refused', version: number): Promise<void> {
  const about = { agreement: { tenant: HCMC, id: ID }, version, hash: 'a'.repeat(64) };
  const event = {
    type: `lk.agreement.confirmation.${says}.v1`,
    data: says === 'refused' ? { ...about, reason: 'không thống nhất' } : about,
    revision: number,
  };
  const told = received(from, streamOf('confirmation', ID), event, number++);
  await bench.record(HCMC, `received-${from}`, [told]);
  await bench.settle(HCMC);
}
const said = (answers: AgreementView['answers']): unknown[] => answers.map(({ answer }) => answer);
const stateOf = async (query: string): Promise<unknown[]> => {
  const { state, content } = await seen(query);
  return [state, content.termTo];
};

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [HCMC]);
  for (const [stream, event] of people()) await bench.record(HCMC, stream, [event]);
  await bench.settle(HCMC);
  bench.day = '2025-11-05';
}, 60_000);
afterAll(() => bench.stop());

describe('an agreement', () => {
  it('is recorded by one of its parties', async () => {
    const others = { ...content, parties: parties.slice(1) };
    expect(await send('', others)).toEqual([400, 'agreement.notOurs']);
    expect(await send('', { ...content, id: ID })).toEqual([201, undefined]);
    expect(await act('revise', { content: others, reason: 'x' })).toEqual([400, 'agreement.notOurs']);
    const [recorded] = (await bench.log(HCMC)).filter(({ type }) => type.endsWith('agreement.recorded.v1'));
    expect(recorded?.header.effectiveOn).toBe('2023-03-25');
  });

  it('names as parties authorities that exist; who is outside the platform stands by the name alone', async () => {
    const lost = [...parties.slice(0, 1), { name: 'Tỉnh Nghệ Am', tenant: 'nghe-am' }];
    const refused = await bench.post<Refusal>(HCMC, focal, '/agreements', { ...content, parties: lost });
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { code: 'agreement.tenantUnknown', errors: [{ pointer: '/parties/1/tenant' }] },
    ]);
    const revised = { content: { ...content, parties: lost }, reason: 'x' };
    expect(await act('revise', revised)).toEqual([400, 'agreement.tenantUnknown']);
    const outside = [...parties.slice(0, 1), { name: 'Thành phố Viêng Chăn' }];
    expect(await send('', { ...content, parties: outside })).toEqual([201, undefined]);
  });

  it('is signed already, and no term of it is over before the signing', async () => {
    const tomorrow = { year: 2025, month: 11, day: 6 };
    expect(await send('', { ...content, signedOn: tomorrow })).toEqual([400, 'agreement.signedToCome']);
    expect(await send('', { ...content, termTo: '2023-03-24' })).toEqual([
      400,
      'agreement.termBeforeSigning',
    ]);
    const revised = { content: { ...content, signedOn: { year: 2026 } }, reason: 'x' };
    expect(await act('revise', revised)).toEqual([400, 'agreement.signedToCome']);
    const future = { number: '8', symbol: 'UBND-TH', date: tomorrow };
    const paper = { party: parties[2]?.name, document: future };
    expect(await act('confirmOnPaper', paper)).toEqual([400, 'agreement.dayToCome']);
    const close = { closedOn: '2025-11-05', document: future };
    expect(await act('close', close)).toEqual([400, 'agreement.dayToCome']);
  });

  it('below another one, by the house of an organisation that is a party', async () => {
    const parent = { tenant: HCMC, id: ID, printed: 'Thỏa thuận' };
    const below = (name: string): object => ({
      name,
      parties: [{ name }, { name: 'Sở Y tế Nghệ An' }],
      parent,
    });
    const nowhere = { ...parent, id: uuidFrom('scene', 'no agreement') };
    const lost = { ...below('CƠ QUAN  syt'), parent: nowhere };
    const refused = await bench.post<Refusal>(HCMC, focal, '/agreements', lost);
    expect([refused.status, refused.body.code]).toEqual([400, 'agreement.agreementUnknown']);
    expect(refused.body.errors).toMatchObject([{ pointer: '/parent/id' }]);
    const revised = { content: { ...content, parent: nowhere }, reason: 'x' };
    expect(await act('revise', revised)).toEqual([400, 'agreement.agreementUnknown']);
    expect(await send('', below('CƠ QUAN  syt'))).toEqual([201, undefined]);
    expect(await send('', below('Cơ quan khác'))).toEqual([400, 'agreement.noPartyOfOurs']);
    const { parent: _, ...top } = below('Cơ quan syt') as { parent: unknown };
    expect(await send('', top)).toEqual([400, 'agreement.notOurs']);
  });

  it('is extended by a document to a later end, in force from its day', async () => {
    await answer('nghe-an', 'confirmed', 1);
    const extend = (fields: object) => act('extend', { termTo: '2028-12-31', document, ...fields });
    expect(await extend({ termTo: '2025-12-31' })).toEqual([400, 'agreement.termNotLater']);
    expect(await extend({ document: { number: '5' } })).toEqual([400, 'agreement.effectiveOnNeeded']);
    const unnumbered = { document: {}, effectiveOn: '2025-11-05' };
    expect(await extend(unnumbered)).toEqual([400, 'agreement.extensionByDocument']);
    const tomorrow = { ...document, date: { year: 2025, month: 11, day: 6 } };
    expect(await extend({ document: tomorrow })).toEqual([400, 'agreement.dayToCome']);
    expect(await extend({ effectiveOn: '2026-01-01' })).toEqual([200, undefined]);
    expect(await stateOf('?asOf=2025-12-31')).toEqual(['recorded', '2025-12-31']);
    expect(await stateOf('?asOf=2026-01-01')).toEqual(['recorded', '2028-12-31']);
    const before = await bench.get(HCMC, focal, `/agreements/${ID}?asOf=2026-01-01&knownAt=2025-11-04`);
    expect(before.status).toBe(404);
    expect((await seen()).extensions).toMatchObject([
      { version: 2, termTo: '2028-12-31', document, effectiveOn: '2026-01-01', inForce: false },
    ]);
  });

  it('keeps what the parties said of the record; they confirm or refuse the extension alone', async () => {
    const now = async (): Promise<unknown[]> => {
      const { answers, extensions } = await seen();
      return [said(answers), said(extensions[0]?.answers ?? [])];
    };
    expect(await now()).toEqual([
      ['recorder', 'confirmed', 'awaited'],
      ['recorder', 'awaited', 'awaited'],
    ]);
    await answer('nghe-an', 'refused', 2);
    expect(await now()).toEqual([
      ['recorder', 'confirmed', 'awaited'],
      ['recorder', 'refused', 'awaited'],
    ]);
    await answer('ha-tinh', 'confirmed', 2);
    expect(await now()).toEqual([
      ['recorder', 'confirmed', 'confirmed'],
      ['recorder', 'refused', 'confirmed'],
    ]);
  });

  it('passes over the answer of one that is no party, and holds up nothing', async () => {
    const before = (await bench.log(HCMC)).length;
    await answer('quang-binh', 'confirmed', 2);
    expect((await bench.log(HCMC)).length).toBe(before + 1);
    expect(await bench.parked(HCMC)).toEqual([]);
  });

  it('has its record mended without losing the extension, and then everything is confirmed anew', async () => {
    bench.day = '2025-11-06';
    const { content: before } = await seen();
    expect(await act('revise', { content: { ...before, place: 'Vinh' }, reason: 'sót' })).toEqual([
      200,
      undefined,
    ]);
    expect(await stateOf('?asOf=2026-01-01')).toEqual(['recorded', '2028-12-31']);
    expect(said((await seen()).answers)).toEqual(['recorder', 'stale', 'stale']);
    expect((await seen('?knownAt=2025-11-05')).content.place).toBeUndefined();
    expect(said((await seen('?knownAt=2025-11-05')).answers)).toEqual(['recorder', 'confirmed', 'confirmed']);
  });

  it('has each extension confirmed by its own version, and a term that no earlier extension makes shorter', async () => {
    bench.day = '2025-11-07';
    const sooner = { ...document, number: '6', date: { year: 2025, month: 11, day: 7 } };
    expect(await act('extend', { termTo: '2029-12-31', document: sooner })).toEqual([200, undefined]);
    for (const day of ['2025-11-07', '2026-01-01'])
      expect(await stateOf(`?asOf=${day}`)).toEqual(['recorded', '2029-12-31']);
    await answer('nghe-an', 'confirmed', 4);
    expect((await seen()).extensions.map(({ answers }) => said(answers))).toEqual([
      ['recorder', 'refused', 'confirmed'],
      ['recorder', 'confirmed', 'awaited'],
    ]);
    const hashes = (await seen()).extensions.map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(2);
  });

  it('has an extension that was typed wrong corrected: by its own clock, and known as it was before', async () => {
    bench.day = '2025-11-08';
    const [first, second] = (await seen()).extensions;
    const right = { termTo: '2027-12-31', document, effectiveOn: '2026-02-01', reason: 'gõ nhầm' };
    expect(await act('correctExtension', { ...right, corrects: ID })).toEqual([
      400,
      'agreement.extensionUnknown',
    ]);
    expect(await act('correctExtension', { ...right, corrects: second?.eventId })).toEqual([
      400,
      'agreement.termNotLater',
    ]);
    const longer = { ...right, termTo: '2028-06-30', document: { ...document, number: '7' } };
    expect(await act('correctExtension', { ...longer, corrects: first?.eventId })).toEqual([
      400,
      'agreement.termNotLater',
    ]);
    const typed = { ...right, effectiveOn: '2025-11-07', termTo: '2027-06-30' };
    expect(await act('correctExtension', { ...typed, corrects: second?.eventId })).toEqual([200, undefined]);
    expect(await stateOf('?asOf=2025-11-08')).toEqual(['recorded', '2027-06-30']);
    expect(await stateOf('?asOf=2025-11-08&knownAt=2025-11-07')).toEqual(['recorded', '2029-12-31']);
    expect(await stateOf('?asOf=2026-01-01')).toEqual(['recorded', '2028-12-31']);
    const { extensions } = await seen();
    expect(extensions).toMatchObject([{ version: 2 }, { version: 5, termTo: '2027-06-30' }]);
    expect(said(extensions[1]?.answers ?? [])).toEqual(['recorder', 'awaited', 'awaited']);
    expect(await act('correctExtension', { ...typed, corrects: second?.eventId })).toEqual([
      400,
      'agreement.extensionUnknown',
    ]);
  });

  it('is closed by an act of its document’s day, from the day that it names', async () => {
    const paper = { ...document, date: { year: 2025, month: 11, day: 1 } };
    expect(await act('close', { closedOn: '2026-06-30', document: paper })).toEqual([200, undefined]);
    const closed = (await bench.log(HCMC)).findLast(({ type }) => type.endsWith('agreement.closed.v1'));
    expect(closed?.header.effectiveOn).toBe('2025-11-01');
    expect(await stateOf('?asOf=2026-06-29')).toEqual(['recorded', '2028-12-31']);
    expect(await stateOf('?asOf=2026-06-30')).toEqual(['closed', '2028-12-31']);
    expect(await stateOf('?asOf=2026-06-30&knownAt=2025-11-05')).toEqual(['recorded', '2028-12-31']);
    expect(await act('extend', { termTo: '2030-12-31', document })).toEqual([409, 'agreement.wrongState']);
    expect(await bench.parked(HCMC)).toEqual([]);
  });

  it('shows a closing before its day; what was typed wrong of it is mended, and known as it was known', async () => {
    const { closing } = await seen();
    expect(closing).toMatchObject({ closedOn: '2026-06-30', inForce: false });
    const right = { closedOn: '2026-03-31', corrects: closing?.eventId, reason: 'gõ nhầm' };
    expect(await act('close', { ...right, reason: undefined })).toEqual([
      400,
      'agreement.correctionNeedsReason',
    ]);
    expect(await act('close', { ...right, corrects: ID })).toEqual([400, 'agreement.closingUnknown']);
    expect(await act('close', { ...right, closedOn: '2000-01-01' })).toEqual([
      400,
      'agreement.termBeforeSigning',
    ]);
    const before = bench.day;
    bench.day = '2025-12-01';
    expect(await act('close', right)).toEqual([200, undefined]);
    expect(await stateOf('?asOf=2026-03-31')).toEqual(['closed', '2028-12-31']);
    expect(await stateOf(`?asOf=2026-03-31&knownAt=${before}`)).toEqual(['recorded', '2028-12-31']);
    expect((await seen(`?knownAt=${before}`)).closing).toEqual(closing);
    expect(await act('close', right)).toEqual([400, 'agreement.closingUnknown']);
  });

  it('is the same when rebuilt', async () => {
    const lived = await seen();
    await bench.runtime.runner.rebuild(bench.system(HCMC), 'agreements');
    expect(await seen()).toEqual(lived);
  });
});
