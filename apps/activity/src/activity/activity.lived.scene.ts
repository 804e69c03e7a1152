import fc from 'fast-check';
import type { ActivityListItem, ActivityView, Page, PlanEvent } from '@lien-ket/contracts';
import { streamOf, uuidFrom, type NewEvent, type Recorded } from '@lien-ket/kernel';
import { amended, content, issued, item } from './activity.follow.scene.js';
import { activityIdOf } from './activity.ranges.js';
interface Answer<A> {
  readonly status: number;
  readonly body: A;
}
/** The part of a bench in which one lives. */
interface Living {
  day: string;
  record(tenant: string, stream: string, events: readonly NewEvent[]): Promise<Recorded[]>;
  settle(tenant: string): Promise<void>;
  get<A>(tenant: string, account: string, path: string): Promise<Answer<A>>;
  post<A>(
    tenant: string,
    account: string,
    path: string,
    body: unknown,
    revision?: number,
  ): Promise<Answer<A>>;
}

export const T = 'tien-giang';
const id = (...name: string[]): string => uuidFrom('spec', 'as of', ...name);
export const FOCAL = id('focal');
export const DAYS = [
  '2024-01-15',
  '2024-02-01',
  '2024-02-20',
  '2024-03-15',
  '2024-05-02',
  '2024-07-20',
  '2025-02-10',
];
const PLANS = 12;
let bench: Living;
/** What the list said at the end of each day. */
const said = new Map<string, ActivityListItem[]>();

const words = fc.constantFrom('Tháng 2', 'Quý III', 'Tháng 12', 'Cả năm', 'Theo nhu cầu thực tế');
const planStep = fc.record({
  kind: fc.constantFrom('time', 'waits', 'remove', 'row', 'move', 'error', 'recall', 'end'),
  which: fc.nat(2),
  time: words,
  effectiveOn: fc.constantFrom(...DAYS),
  chance: fc.nat(9),
});
const workStep = fc.record({
  name: fc.constantFrom(
    ...['progress', 'correctEntry', 'reportDone', 'reportDone', 'confirmDone', 'confirmDone', 'confirmDone'],
    ...['refuseDone', 'unconfirmDone', 'suspend', 'resume', 'resume', 'postpone'],
  ),
  which: fc.nat(2),
  happenedOn: fc.constantFrom(...DAYS),
  chance: fc.nat(9),
});
type PlanStep = typeof planStep extends fc.Arbitrary<infer S> ? S : never;
type WorkStep = typeof workStep extends fc.Arbitrary<infer S> ? S : never;

/** A service in which much has happened. @returns what the list said at the end of each day, and which commands were taken */
export async function lived(on: Living): Promise<Lived> {
  bench = on;
  bench.day = '2024-01-01';
  const organisation = { name: 'Sở Kế hoạch và Đầu tư', kind: 'department', aliases: [], outside: false };
  await bench.record(T, streamOf('organisation', id('skhdt')), [
    { type: 'lk.agreement.organisation.registered.v1', data: organisation },
  ]);
  const assignment = { assignmentId: id('assignment'), organisationId: id('skhdt'), role: 'focal' };
  await bench.record(T, streamOf('staff', FOCAL), [
    { type: 'lk.agreement.staff.assigned.v1', data: { ...assignment, from: '2020-01-01', basis: 'specs' } },
  ]);
  await live();
  return { said, done };
}

export interface Lived {
  readonly said: ReadonlyMap<string, readonly ActivityListItem[]>;
  /** By name and status. */
  readonly done: ReadonlyMap<string, number>;
}

const planOf = (n: number): string => id('plan', `${n}`);
const itemOf = (n: number, which: number): string => id('item', `${n}`, `${which}`);
const isOwn = (n: number): boolean => n % 3 !== 2;
const tenantOf = (n: number): string => (isOwn(n) ? T : 'hcmc');

/** What happens to a dozen plans, four of them received, and in their activities, day by day. */
async function live(): Promise<void> {
  const planSteps = fc.sample(planStep, { numRuns: DAYS.length * PLANS * 2, seed: 42 });
  const workSteps = fc.sample(workStep, { numRuns: DAYS.length * PLANS * 9, seed: 43 });
  const acts = new Map<number, string[]>();
  for (const [turn, day] of DAYS.entries()) {
    bench.day = day;
    await bench.record(T, `day-${id('day')}`, [
      { type: 'lk.relay.day.began.v1', data: { date: day, load: turn < 2 } },
    ]);
    await bench.settle(T);
    for (let n = 0; n < PLANS; n += 1) {
      if (turn === n % 3) await act(n, acts, issue(n), DAYS[n % 4]);
      else if (turn > n % 3)
        for (const step of planSteps.splice(0, 2))
          if (step.chance < 5) await act(n, acts, dataOf(n, step, acts.get(n) ?? []), step.effectiveOn);
      await bench.settle(T);
      for (const step of workSteps.splice(0, 9)) if (step.chance < 7) await work(n, step);
    }
    await bench.settle(T);
    said.set(day, await listed(bench, ''));
  }
}

function issue(n: number): PlanEvent {
  const items = [0, 1, 2].map((which) =>
    item(itemOf(n, which), { time: which === 0 ? 'Tháng 2' : 'Quý III' }),
  );
  const { type, data } = issued(...items);
  const horizon = { id: id('h'), label: 'Năm 2024', from: '2024-01-01', to: '2024-12-31' };
  return {
    type,
    data: { ...data, content: { ...content(...items), horizons: [horizon], focalAgencyId: id('skhdt') } },
  } as PlanEvent;
}

function dataOf(n: number, { kind, which, time, effectiveOn }: PlanStep, acts: readonly string[]): PlanEvent {
  const itemId = itemOf(n, which);
  const set = (fields: object) => amended({ op: 'setItem', itemId, fields } as Parameters<typeof amended>[0]);
  const corrected = (replacement: object): PlanEvent =>
    ({
      type: 'lk.agreement.plan.entryCorrected.v1',
      data: { corrects: acts.at(-1 - (which % acts.length)), reason: 'gõ nhầm', replacement },
    }) as PlanEvent;
  switch (kind) {
    case 'time':
      return set({ time });
    case 'waits':
      return set({ awaitsTrigger: true });
    case 'row':
      return set({ becomesActivity: false });
    case 'remove':
      return amended({ op: 'removeItem', itemId, reason: 'thôi' });
    case 'move':
      return corrected({ effectiveOn });
    case 'error':
      return corrected(acts.length > 1 ? { enteredInError: true } : { effectiveOn });
    case 'recall':
    case 'end':
      return corrected({ effectiveOn });
  }
}

async function act(
  n: number,
  acts: Map<number, string[]>,
  event: PlanEvent,
  effectiveOn?: string,
): Promise<void> {
  const known = acts.get(n) ?? [];
  acts.set(n, known);
  const isCorrection = event.type === 'lk.agreement.plan.entryCorrected.v1';
  const told: NewEvent = isCorrection ? event : { ...event, effectiveOn };
  const stream = streamOf('plan', planOf(n));
  const eventId = id('event', `${n}`, `${received}`);
  const sent = isOwn(n) ? told : crossed(stream, eventId, told);
  const [recorded] = await bench.record(T, isOwn(n) ? stream : `received-hcmc`, [sent]);
  if (!isCorrection) known.push(isOwn(n) ? (recorded?.header.id ?? '') : eventId);
  if (!isOwn(n) && event.type === 'lk.agreement.plan.issued.v1') await share(n);
}

/** The activities of a received plan, as its tenant shares them. */
async function share(n: number): Promise<void> {
  const definition = {
    ...{ title: 'x', leads: [], coordinators: [], contactOffices: [] },
    partnerTenants: [],
  };
  for (const [order, itemId] of [0, 1, 2].map((which) => itemOf(n, which)).entries()) {
    const data = {
      ...{ planId: planOf(n), itemId, example: false, order: order + 1 },
      ...{ definition: { ...definition, awaitsTrigger: false }, beganBeforeInForce: false, historic: false },
    };
    const event = { type: 'lk.activity.activity.planned.v1', data };
    const stream = streamOf('activity', activityIdOf('hcmc', itemId));
    await bench.record(T, 'received-hcmc', [crossed(stream, id('planned', itemId), event)]);
  }
}

let received = 0;
function crossed(stream: string, eventId: string, { type, data, effectiveOn }: NewEvent): NewEvent {
  const origin = {
    ...{ tenant: 'hcmc', stream, eventId, type, revision: received, effectiveOn },
    ...{ recordedAt: '2023-03-04T00:00:00.000Z', businessDate: '2023-03-04', actor: { role: 'focal' } },
  };
  return {
    type: 'lk.relay.received.received.v1',
    data: { origin, content: data, number: received++ },
  };
}

/** As a person would, where the state allows it; of another tenant's activity, as its tenant shares it. */
async function work(n: number, { name, which, happenedOn }: WorkStep): Promise<void> {
  const activity = activityIdOf(tenantOf(n), itemOf(n, which));
  const day = happenedOn > bench.day ? bench.day : happenedOn;
  const entry = { text: 'Đã làm', figures: [], links: [], evidence: [] };
  if (!isOwn(n)) {
    if (name !== 'progress') return;
    const data = { ...entry, happenedOn: day };
    const event = { type: 'lk.activity.activity.progressRecorded.v1', data, effectiveOn: day };
    await bench.record(T, 'received-hcmc', [
      crossed(streamOf('activity', activity), id('entry', `${received}`), event),
    ]);
    return;
  }
  const { status, body } = await bench.get<ActivityView>(T, FOCAL, `/activities/${activity}`);
  if (status !== 200) return;
  const bodies: Record<string, object> = {
    progress: { ...entry, happenedOn: day },
    correctEntry: { ...entry, happenedOn: day, corrects: body.progress[0]?.eventId, reason: 'gõ nhầm' },
    reportDone: { text: 'Xong', doneOn: day },
    confirmDone: {},
    refuseDone: { reasons: 'Chưa đủ' },
    unconfirmDone: { reason: 'nhầm' },
    suspend: { reason: 'Chờ' },
    resume: {},
    postpone: { reason: 'Bão' },
  };
  const answer = await bench.post(T, FOCAL, `/activities/${activity}/${name}`, bodies[name], body.revision);
  done.set(`${name} ${answer.status}`, (done.get(`${name} ${answer.status}`) ?? 0) + 1);
  await bench.settle(T);
}
const done = new Map<string, number>();

export async function listed(bench: Pick<Living, 'get'>, query: string): Promise<ActivityListItem[]> {
  const { status, body } = await bench.get<Page<ActivityListItem>>(
    T,
    FOCAL,
    `/activities?limit=500&${query}`,
  );
  if (status !== 200) throw new Error(`${query}: ${status} ${JSON.stringify(body)}`);
  return [...body.items];
}
