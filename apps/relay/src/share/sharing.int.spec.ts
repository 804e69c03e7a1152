import { workingGroupEvents, type Crossing } from '@lien-ket/contracts';
import type { EventStore } from '@lien-ket/event-store';
import type { Context, Recorded } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { ServiceBench, meetingOf } from '@lien-ket/testing';
import { RELAY, RelayModule } from '../relay.module.js';
import { Courier } from './courier.js';
import { ShareInbox, type Taken } from './share-inbox.js';
import { Sharer } from './sharer.js';

const FROM = 'nghe-an';
const TO = ['hcmc', 'long-an'];
const TENANTS = [FROM, ...TO];
const GROUP = '0190a000-0000-7000-8000-0000000000a1';

let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: RELAY, module: RelayModule.with }, TENANTS);
  const team = { id: '0190a000-0000-7000-8000-0000000000a2', name: 'Tổ', members: [] };
  await bench.record(FROM, `workinggroup-${GROUP}`, [
    {
      type: workingGroupEvents.established.type,
      data: { name: 'Tổ công tác', teams: [team], sharedWith: TO },
    },
  ]);
}, 60_000);
afterAll(() => bench.stop());

/** The relay, whose appends wait for each other. */
function withMeeting(runtime: Runtime): Runtime {
  const { store } = runtime;
  const meet = meetingOf(TO.length);
  const met: EventStore = {
    append: async (...asked) => {
      await meet();
      return store.append(...asked);
    },
    read: store.read.bind(store),
    log: store.log.bind(store),
    head: store.head.bind(store),
  };
  return Object.create(runtime, { store: { value: met } }) as Runtime;
}

/** What is shared with one is taken once what is shared with the other is being taken, too. */
class MeetingInbox extends ShareInbox {
  private readonly meet = meetingOf(TO.length);

  override async take(receiver: Context, from: string, message: Recorded): Promise<Taken> {
    await this.meet();
    return super.take(receiver, from, message);
  }
}

const streams = (name: string, tenants: readonly string[]): Promise<Recorded[][]> =>
  Promise.all(tenants.map((tenant) => bench.runtime.store.read(bench.system(tenant), name)));
const origins = (events: readonly Recorded[]): string[] =>
  events.map(({ data }) => (data as Crossing).origin.stream);

it('what several tenants are told is appended for all of them together', async () => {
  const ctx = bench.system(FROM);
  const sharer = new Sharer(withMeeting(bench.runtime), () => TENANTS);
  await sharer.catchUp(ctx, await bench.runtime.store.head(ctx));
  for (const to of TO) {
    const [shared = []] = await streams(`share-${to}`, [FROM]);
    expect(origins(shared)).toEqual([`workinggroup-${GROUP}`]);
  }
});

it("each pair's crossings are carried beside the others'", async () => {
  const ctx = bench.system(FROM);
  const courier = new Courier(bench.runtime, new MeetingInbox(bench.runtime), () => TENANTS, bench.clock);
  const { errors } = await courier.catchUp(ctx, await bench.runtime.store.head(ctx));
  expect(errors).toEqual([]);
  const received = await streams(`received-${FROM}`, TO);
  expect(received.map(origins)).toEqual([[`workinggroup-${GROUP}`], [`workinggroup-${GROUP}`]]);
});
