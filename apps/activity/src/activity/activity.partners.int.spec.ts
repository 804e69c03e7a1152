import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf, uuidFrom, type NewEvent } from '@lien-ket/kernel';
import { ServiceBench, received } from '@lien-ket/testing';
import { ACTIVITY, ActivityModule } from '../activity.module.js';
import { vaultIn } from '../file/vault.scene.js';

const T = 'tien-giang';
const id = (name: string): string => uuidFrom('spec', 'same work', name);
const directory = mkdtempSync(join(tmpdir(), 'lk-partners-'));
const planned = (name: string, said: object = {}): NewEvent => ({
  type: 'lk.activity.activity.planned.v1',
  data: {
    planId: id('plan'),
    itemId: id(`item ${name}`),
    ownerId: id('skhdt'),
    example: false,
    order: 1,
    definition: {
      title: name,
      leads: [],
      coordinators: [],
      contactOffices: [],
      partnerTenants: [],
      awaitsTrigger: false,
      ...said,
    },
    beganBeforeInForce: false,
    historic: false,
    sharedWith: [],
  },
});
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start(
    {
      spec: ACTIVITY,
      module: (runtime) => ActivityModule.with(runtime, vaultIn(directory), join(directory, 'files')),
    },
    [T],
  );
  const organisation = { name: 'Sở Kế hoạch và Đầu tư', kind: 'department', aliases: [], outside: false };
  await bench.record(T, streamOf('organisation', id('skhdt')), [
    { type: 'lk.agreement.organisation.registered.v1', data: organisation },
  ]);
  const assignment = { assignmentId: id('assignment'), organisationId: id('skhdt'), role: 'focal' };
  await bench.record(T, streamOf('staff', id('focal')), [
    { type: 'lk.agreement.staff.assigned.v1', data: { ...assignment, from: '2020-01-01', basis: 'specs' } },
  ]);
  for (const name of ['one', 'other']) await bench.record(T, streamOf('activity', id(name)), [planned(name)]);
  const shared: [string, object][] = [
    ['shared', { leads: [{ printed: 'Sở Du lịch' }], partnerTenants: ['ha-tinh'] }],
    ['partner', { partnerTenants: [T] }],
    ['led', { leads: [{ printed: 'Trung tâm Xúc tiến Đầu tư tỉnh Tiền Giang' }] }],
  ];
  const crossed = shared.map(([name, said], number) =>
    received('hcmc', streamOf('activity', id(name)), planned(name, said), number),
  );
  await bench.record(T, 'received-hcmc', crossed);
  await bench.settle(T);
}, 60_000);
afterAll(() => bench.stop());

interface Refusal {
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string }[];
}
let revision = 0;
async function link(tenant: string, name: string): Promise<string> {
  const body = { with: { tenant, activityId: id(name) }, reason: 'cùng một hội chợ' };
  const path = `/activities/${id('one')}/linkSameAs`;
  const answer = await bench.post<Refusal>(T, id('focal'), path, body, revision);
  await bench.settle(T);
  if (answer.status === 200) revision += 1;
  return [answer.status, answer.body.code, answer.body.errors?.[0]?.pointer].filter(Boolean).join(' ');
}

it('an activity is the same work as one that is recorded here or was shared with us, and as no other', async () => {
  const unknown = '400 activity.sameAsUnknown /with/activityId';
  expect(await link(T, 'nowhere')).toBe(unknown);
  expect(await link('hcmc', 'nowhere')).toBe(unknown);
  // Of another tenant than the one that shared it, and one of ours under a foreign name.
  expect(await link('kon-tum', 'shared')).toBe(unknown);
  expect(await link('hcmc', 'other')).toBe(unknown);
  expect(await link(T, 'shared')).toBe(unknown);
  expect(await link(T, 'other')).toBe('200');
  expect(await link('hcmc', 'shared')).toBe('200');
});

it('another tenant leads what its plan names it a partner of, or a lead of its, and takes part in the rest', async () => {
  const joins = async (name: string, role: string): Promise<string> => {
    const body = { activityId: id(name), role };
    const { status, body: said } = await bench.post<Refusal>(T, id('focal'), '/participations', body);
    return [status, said.code].filter(Boolean).join(' ');
  };
  expect(await joins('shared', 'lead')).toBe('409 participation.notLead');
  expect(await joins('shared', 'coordinate')).toBe('201');
  expect(await joins('partner', 'lead')).toBe('201');
  expect(await joins('led', 'lead')).toBe('201');
});

it('what a lead elsewhere reports done is done here once it is taken over; of a coordinator it is progress', async () => {
  const path = (role: string): string => `/activities/${id(`of ${role}`)}`;
  const part = (role: string, name: string, number: number, content: object): NewEvent => {
    const type = `lk.activity.participation.${name}.v1`;
    return received('hcmc', streamOf('participation', id(`part ${role}`)), { type, data: content }, number);
  };
  const took = async (role: string, number: number): Promise<string | undefined> => {
    await bench.record(T, streamOf('activity', id(`of ${role}`)), [planned(role)]);
    const activity = { tenant: T, activityId: id(`of ${role}`) };
    const joined = { activity, title: role, organisation: { printed: 'Sở Du lịch' }, role, example: false };
    await bench.record(T, 'received-hcmc', [
      part(role, 'joined', number, joined),
      part(role, 'reportedDone', number + 1, { text: 'Đã xong', doneOn: '2023-12-01' }),
    ]);
    await bench.settle(T);
    const body = { participationId: id(`part ${role}`) };
    expect((await bench.post(T, id('focal'), `${path(role)}/takeOver`, body, 0)).status).toBe(200);
    await bench.settle(T);
    return (await bench.get<{ state: string }>(T, id('focal'), path(role))).body.state;
  };
  expect([await took('lead', 3), await took('coordinate', 5)]).toEqual(['reportedDone', 'inProgress']);
});

describe('who is head of one organisation and officer of another', () => {
  const person = id('in two');
  const right = (organisationId: string, role: string): NewEvent => ({
    type: 'lk.agreement.staff.assigned.v1',
    data: { assignmentId: id(role), organisationId, role, from: '2020-01-01', basis: 'specs' },
  });
  const [asHead, asOfficer] = [
    ['head', id('syt')],
    ['officer', id('skhdt')],
  ];
  beforeAll(async () => {
    const rights = [right(id('syt'), 'head'), right(id('skhdt'), 'officer')];
    await bench.record(T, streamOf('staff', person), rights);
    await bench.settle(T);
  });
  const last = async (stream: string) =>
    (await bench.log(T)).findLast((event) => event.stream === stream) ?? { header: undefined, data: {} };
  const byWhom = ({ header }: Awaited<ReturnType<typeof last>>): unknown[] => [
    header?.actor.role,
    header?.actor.organisationId,
  ];

  it('acts in the matters of each as what they are there', async () => {
    const progress = { text: 'Đã họp', happenedOn: bench.day };
    const path = `/activities/${id('other')}/progress`;
    expect((await bench.post(T, person, path, progress, 0)).status).toBe(200);
    await bench.settle(T);
    expect(byWhom(await last(streamOf('activity', id('other'))))).toEqual(asOfficer);
  });

  it('raises a difficulty for the one whose work it is about', async () => {
    const raise = async (activityId?: string): Promise<unknown> => {
      const body = { text: 'Thiếu kinh phí', ...(activityId ? { activityId } : {}) };
      const { body: made } = await bench.post<{ id: string }>(T, person, '/difficulties', body);
      await bench.settle(T);
      const event = await last(streamOf('difficulty', made.id));
      return [...byWhom(event), (event.data as { raisedBy?: string }).raisedBy];
    };
    expect(await raise(id('other'))).toEqual([...asOfficer, id('skhdt')]);
    expect(await raise()).toEqual([...asHead, id('syt')]);
  });
});
