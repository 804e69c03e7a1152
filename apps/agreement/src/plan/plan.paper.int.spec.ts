import type { HistoryStep, Page, PlanListItem, PlanView } from '@lien-ket/contracts';
import { streamOf, uuidFrom, type Role } from '@lien-ket/kernel';
import { ServiceBench } from '@lien-ket/testing';
import { AGREEMENT } from '../agreement.module.js';
import { ITEM, account, agreementModule, content, organisation, people } from './plan.scene.js';

const T = 'tien-giang';
const focal = account('skhdt', 'focal');
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AGREEMENT, module: agreementModule }, [T]);
  bench.day = '2024-01-04';
  for (const [stream, event] of people()) await bench.record(T, stream, [event]);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

describe('a plan that was issued on paper', () => {
  const id = uuidFrom('scene', 'recalled later');
  /** A command that looks something up waits for the projections, which in a bench move only when told. */
  const served = async <R>(request: Promise<R>): Promise<R> => {
    let done = false;
    const answer = request.finally(() => (done = true));
    while (!done) {
      await bench.settle(T);
      await new Promise((next) => setTimeout(next, 20));
    }
    return answer;
  };
  const enter = (fields: object) =>
    served(
      bench.post<{ code?: string; errors?: { pointer: string }[] }>(
        T,
        account('ubnd', 'clerk'),
        '/plans/recordIssued',
        { number: '5', symbol: 'KH-UBND', date: { year: 2025, month: 4, day: 1 }, content, ...fields },
      ),
    );
  const stateIn = async (list: string): Promise<string | undefined> => {
    const { body } = await bench.get<Page<PlanListItem>>(T, focal, `/plans?limit=100${list}`);
    return body.items.find((item) => item.id === id)?.state;
  };

  it('is not of a day to come, nor has it the number of another by another case of its symbol', async () => {
    bench.day = '2025-04-02';
    const tomorrow = await enter({ id, date: { year: 2025, month: 4, day: 3 } });
    expect([tomorrow.status, tomorrow.body.code]).toEqual([400, 'plan.dayToCome']);
    expect((await enter({ id })).status).toBe(201);
    await bench.settle(T);
    expect((await enter({ symbol: 'kh-ubnd' })).body.code).toBe('plan.numberTaken');
  });

  it('is amended by no paper whose number another document of the year bears, however it is written', async () => {
    const amendBy = async (of: string, number: string, symbol: string): Promise<unknown> => {
      const { body: plan } = await bench.get<PlanView>(T, focal, `/plans/${of}`);
      const document = { number, symbol, date: { year: 2025, month: 4, day: 2 } };
      const changes = [{ op: 'setItem', itemId: ITEM, fields: { note: number } }];
      const path = `/plans/${of}/recordAmendment`;
      const clerk = account('ubnd', 'clerk');
      const body = { document, reason: 'x', changes, difficulties: [] };
      const answer = await served(bench.post<{ code?: string }>(T, clerk, path, body, plan.revision));
      await bench.settle(T);
      return answer.body.code ?? answer.status;
    };
    const other = uuidFrom('scene', 'another paper');
    expect((await enter({ id: other, number: '7' })).status).toBe(201);
    await bench.settle(T);
    expect(await amendBy(id, '601', 'KH-UBND')).toBe(200);
    expect(await amendBy(id, '601', 'kh-ubnd')).toBe('plan.numberTaken');
    expect(await amendBy(other, '0601', 'KH – UBND')).toBe('plan.numberTaken');
    expect(await amendBy(other, '5', 'KH-UBND')).toBe('plan.numberTaken');
    expect(await amendBy(other, '602', 'KH-UBND')).toBe(200);
    expect((await enter({ number: '601', symbol: 'KH‑UBND' })).body.code).toBe('plan.numberTaken');
    const { body: plan } = await bench.get<PlanView>(T, focal, `/plans/${other}`);
    const end = async (number: string): Promise<unknown> => {
      const document = { number, symbol: 'KH-UBND', date: { year: 2025, month: 4, day: 2 } };
      const body = { how: 'replaced', document, reason: 'x', effectiveOn: '2025-12-01' };
      const path = `/plans/${other}/end`;
      const leader = account('ubnd', 'leader');
      return served(bench.post<{ code?: string }>(T, leader, path, body, plan.revision)).then(
        (answer) => answer.body.code ?? answer.status,
      );
    };
    expect(await end('7')).toBe('plan.numberTaken');
    expect(await end('601')).toBe('plan.numberTaken');
    expect(await end('5')).toBe(200);
    await bench.settle(T);
  });

  it('whose number was mistyped frees that number when it is corrected', async () => {
    const typed = uuidFrom('scene', 'mistyped');
    expect((await enter({ id: typed, number: '3001' })).status).toBe(201);
    await bench.settle(T);
    const path = `/plans/${typed}`;
    const { body: plan } = await bench.get<PlanView>(T, focal, path);
    const { body } = await bench.get<Page<HistoryStep>>(T, focal, `${path}/history`);
    const correction = { corrects: body.items[0]?.eventId, reason: 'gõ nhầm', number: '3010' };
    const clerk = account('ubnd', 'clerk');
    const corrected = bench.post(T, clerk, `${path}/correctEntry`, correction, plan.revision);
    expect((await served(corrected)).status).toBe(200);
    await bench.settle(T);
    expect((await enter({ number: '3010' })).body.code).toBe('plan.numberTaken');
    expect((await enter({ number: '3001' })).status).toBe(201);
    await bench.settle(T);
  });

  it('loses an amendment that belongs to another plan, which then takes its number', async () => {
    const [wrong, right] = ['wrong plan', 'right plan'].map((name) => uuidFrom('scene', name)) as [
      string,
      string,
    ];
    expect((await enter({ id: wrong, number: '8001' })).status).toBe(201);
    expect((await enter({ id: right, number: '8002' })).status).toBe(201);
    await bench.settle(T);
    const clerk = account('ubnd', 'clerk');
    const act = async (of: string, name: string, body: object): Promise<unknown> => {
      const { body: plan } = await bench.get<PlanView>(T, focal, `/plans/${of}`);
      const answer = await served(
        bench.post<{ code?: string }>(T, clerk, `/plans/${of}/${name}`, body, plan.revision),
      );
      await bench.settle(T);
      return answer.body.code ?? answer.status;
    };
    const document = { number: '8003', symbol: 'KH-UBND', date: { year: 2025, month: 4, day: 2 } };
    const changes = [{ op: 'setItem', itemId: ITEM, fields: { note: 'x' } }];
    const amendment = { document, reason: 'x', changes, difficulties: [] };
    expect(await act(wrong, 'recordAmendment', amendment)).toBe(200);
    expect(await act(right, 'recordAmendment', amendment)).toBe('plan.numberTaken');
    const amended = async (of: string) => (await bench.get<PlanView>(T, focal, `/plans/${of}`)).body;
    const eventId = (await amended(wrong)).acts[1]?.eventId;
    const mistaken = { corrects: eventId, reason: 'nhập nhầm kế hoạch', enteredInError: true };
    expect(await act(wrong, 'correctEntry', mistaken)).toBe(200);
    expect(await act(right, 'recordAmendment', amendment)).toBe(200);
    const [was, is] = [await amended(wrong), await amended(right)];
    expect([was.content.items[0]?.note, is.content.items[0]?.note]).toEqual([undefined, 'x']);
    expect(was.acts[1]).toMatchObject({ eventId, enteredInError: true, correctedBy: was.acts[2]?.eventId });
    const { body: list } = await bench.get<Page<PlanListItem>>(T, focal, '/plans?limit=100');
    const counted = (of: string) => list.items.find((item) => item.id === of)?.amendments;
    expect([counted(wrong), counted(right)]).toEqual([0, 1]);
  });

  it('is amended by a document of the register where that is of equivalent form and of its issuer', async () => {
    const committee = organisation('committee');
    const papers: readonly (readonly [string, object])[] = [
      ['letter', { kind: 'officialLetter', symbol: 'SCT-TM' }],
      ['theirs', { kind: 'decision', issuer: { printed: 'SCT', organisationId: organisation('sct') } }],
      ['ours', { kind: 'decision', issuer: { printed: 'UBND', organisationId: committee } }],
    ];
    await bench.record(T, streamOf('organisation', committee), [
      {
        type: 'lk.agreement.organisation.registered.v1',
        data: { name: 'UBND tỉnh', kind: 'committee', aliases: [], outside: false },
      },
    ]);
    for (const [key, fields] of papers)
      await bench.record(T, streamOf('document', uuidFrom('scene', key)), [
        {
          type: 'lk.agreement.document.recorded.v1',
          data: { abstract: 'x', addressees: [], standing: 'own', ...fields },
        },
      ]);
    const by = async (key: string): Promise<string> => {
      const { body: plan } = await bench.get<PlanView>(T, focal, `/plans/${id}`);
      const changes = [{ op: 'setItem', itemId: ITEM, fields: { place: key } }];
      const document = { documentId: uuidFrom('scene', key) };
      const body = { document, reason: 'x', changes, effectiveOn: '2025-04-02' };
      const path = `/plans/${id}/recordAmendment`;
      const sent = bench.post<{ code?: string }>(T, account('ubnd', 'clerk'), path, body, plan.revision);
      const answer = await served(sent);
      await bench.settle(T);
      return answer.body.code ?? String(answer.status);
    };
    expect([await by('nowhere'), await by('letter'), await by('theirs'), await by('ours')]).toEqual([
      'plan.documentUnknown',
      'plan.notByLetter',
      'plan.otherIssuer',
      '200',
    ]);
  });

  it('is rectified from the day of the letter, and recalled from the day that the recall says, in lists too', async () => {
    const document = { number: '9', symbol: 'UBND', date: { year: 2025, month: 4, day: 1 } };
    const act = async (name: string, body: object, by: Role = 'leader'): Promise<number> => {
      const { body: plan } = await bench.get<PlanView>(T, focal, `/plans/${id}`);
      const answer = await bench.post(T, account('ubnd', by), `/plans/${id}/${name}`, body, plan.revision);
      await bench.settle(T);
      return answer.status;
    };
    expect(await act('rectify', { document, text: 'sai chính tả' })).toBe(200);
    const { body } = await bench.get<Page<HistoryStep>>(T, focal, `/plans/${id}/history`);
    expect(body.items.at(-1)).toMatchObject({ effectiveOn: '2025-04-01' });
    const recall = { document: { ...document, symbol: 'TB-UBND' }, reason: 'thay đổi' };
    expect(await act('recall', { ...recall, effectiveOn: '2025-05-01' })).toBe(200);
    const amended = (number: string, effectiveOn: string) => ({
      ...{ document: { ...document, number, symbol: 'KH-UBND' }, reason: 'x', difficulties: [], effectiveOn },
      changes: [{ op: 'setItem', itemId: ITEM, fields: { host: number } }],
    });
    const amend = (number: string, day: string) =>
      served(act('recordAmendment', amended(number, day), 'clerk'));
    expect([await amend('70', '2025-04-30'), await amend('71', '2025-05-01')]).toEqual([200, 409]);
    expect([await stateIn(''), await stateIn('&state=issued'), await stateIn('&state=recalled')]).toEqual([
      'issued',
      'issued',
      undefined,
    ]);
    bench.day = '2025-05-01';
    expect([await stateIn('&state=issued'), await stateIn('&state=recalled')]).toEqual([
      undefined,
      'recalled',
    ]);
  });
});
