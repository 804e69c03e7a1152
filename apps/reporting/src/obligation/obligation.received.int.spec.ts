import { streamOf, uuidFrom, type Role } from '@lien-ket/kernel';
import type { ObligationView, Page } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { account, assigned, organisation, registered } from '../provision/plan-419.scene.js';
import { REPORTING, ReportingModule } from '../reporting.module.js';
import { opened, sent } from './obligation.scene.js';

const T = 'hcmc';
const DUTY = uuidFrom('scene', 'duty', 'to hcmc');
let bench: ServiceBench;

/** As the courier records what a province owes to an organisation of ours. */
beforeAll(async () => {
  bench = await ServiceBench.start({ spec: REPORTING, module: ReportingModule.with }, [T]);
  for (const key of ['itpc', 'sct', 'ubnd'])
    await bench.record(T, streamOf('organisation', organisation(key)), [registered(key)]);
  const staff: [string, Role][] = [
    ['itpc', 'head'],
    ['itpc', 'officer'],
    ['sct', 'officer'],
    ['ubnd', 'leader'],
  ];
  for (const [key, role] of staff)
    await bench.record(T, streamOf('staff', account(key, role)), [assigned(key, role)]);
  const receiver = { printed: 'ITPC', organisationId: organisation('itpc') };
  const debtorName = 'Sở Kế hoạch và Đầu tư tỉnh Tiền Giang';
  const duties = [
    [DUTY, { ...receiver, tenant: T }],
    // An organisation that is not ours, though it has the id of one of ours.
    [uuidFrom('scene', 'duty', 'elsewhere'), receiver],
  ] as const;
  const told = [
    ...duties.map(([id, to]) => ({ id, revision: 0, event: opened({ debtorName, receiver: to }) })),
    { id: DUTY, revision: 1, event: sent() },
  ];
  for (const [number, { id, revision, event }] of told.entries()) {
    const origin = {
      tenant: 'tien-giang',
      stream: streamOf('obligation', id),
      eventId: uuidFrom('scene', 'told', String(number)),
      revision,
      type: event.type,
      recordedAt: '2023-12-10T00:00:00.000Z',
      businessDate: '2023-12-10',
      actor: { role: 'head' },
    };
    const data = { origin, content: event.data, number };
    await bench.record(T, 'received-tien-giang', [{ type: 'lk.relay.received.received.v1', data }]);
  }
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

const list = async (...by: [string, Role]): Promise<readonly ObligationView[]> =>
  (await bench.get<Page<ObligationView>>(T, account(...by), '/obligations?role=receiver')).body.items;
async function answer(by: [string, Role], name: string): Promise<string> {
  const path = `/obligations/${DUTY}`;
  const { status, body } = await bench.post<{ code?: string }>(T, account(...by), `${path}/${name}`, {}, 1);
  await bench.settle(T);
  return `${status} ${body.code ?? ''}`.trim();
}

describe("another tenant's report that is addressed to one of our organisations", () => {
  it('is read by its people, and by no officer of another organisation', async () => {
    expect(await list('itpc', 'officer')).toMatchObject([
      { id: DUTY, state: 'sent', origin: { tenant: 'tien-giang' } },
    ]);
    expect(await list('sct', 'officer')).toEqual([]);
    expect(await list('ubnd', 'leader')).toHaveLength(2);
    expect((await bench.get(T, account('itpc', 'head'), `/obligations/${DUTY}`)).status).toBe(200);
    expect((await bench.get(T, account('sct', 'officer'), `/obligations/${DUTY}`)).status).toBe(404);
  });

  it('is answered by its officer and its head, as a report of our own', async () => {
    expect(await answer(['sct', 'officer'], 'receiveReport')).toBe('403 rights.organisation');
    expect(await answer(['itpc', 'officer'], 'receiveReport')).toBe('200');
    expect(await answer(['itpc', 'head'], 'acceptReport')).toBe('200');
    expect(await list('itpc', 'officer')).toMatchObject([{ state: 'accepted' }]);
  });
});
