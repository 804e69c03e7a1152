import { join } from 'node:path';
import { makeDayContext, type Context } from '@lien-ket/kernel';
import {
  KafkaSender,
  Outbox,
  contextOfTenant,
  kafkaClient,
  signed,
  topicOf,
  type Follower,
  type KafkaAddress,
  type Outgoing,
  type Sender,
} from '@lien-ket/messaging';
import { LogListener } from '@lien-ket/read-model';
import { openBrokerIn, type AloneParts, type Joined } from '@lien-ket/runtime';
import { describeError } from '@lien-ket/telemetry';
import { DayBreak } from './day/day-break.adapter.js';
import { DayKeeper } from './day/day-keeper.js';
import { publishCursor } from './publish-cursor.js';
import { PublisherKeyFiles } from './publisher-keys.adapter.js';
import { Courier } from './share/courier.js';
import { ParkedCrossings } from './share/crossings.js';
import { ShareInbox } from './share/share-inbox.js';
import { LAST, ShareReceiver, controlMessage } from './share/share-receiver.js';
import { Sharer } from './share/sharer.js';

/** A head that has moved is told so often, and every tenth time also one that has not: consumers see that the relay lives. */
const TICK_MS = 500;
const TICKS_OF_SILENCE = 20;
const LOOK_MS = 3_000;
const LAST_MS = 24 * 3_600_000;

/** What the relay's process does: shares, carries or publishes, and begins each day of the calendar. */
export async function joinRelay(parts: AloneParts): Promise<Joined> {
  const { runtime, tenants, config, wake, facts } = parts;
  const inbox = new ShareInbox(runtime);
  const onPlatform = await Known.of(() => facts.tenants(), tenants.present);
  const onceBegun = await Known.of(() => facts.begun(), tenants.present);
  const begun = (): string[] => tenants.present.filter((tenant) => onceBegun.present.includes(tenant));
  const sharer = new Sharer(runtime, () => onPlatform.present);
  const listener = new LogListener(config.cluster, 'relay', wake);
  listener.follow(tenants.present);
  tenants.onChange((present) => listener.follow(present));
  const onFree = (): void => tenants.present.forEach(wake);
  const days = config.demo ? undefined : calendarOf(parts, begun);
  const shared = (tenant: string): number => sharer.position(tenant);
  const out = config.kafka ? await openKafka(parts, inbox, config.kafka, shared) : undefined;
  const courier = new Courier(runtime, inbox, begun, parts.clock);
  return {
    followers: [sharer, out?.outbox ?? courier],
    parked: new ParkedCrossings(runtime, inbox, onFree),
    part: () => out?.part() ?? [],
    close: async () => {
      onPlatform.stop();
      onceBegun.stop();
      await days?.stop();
      await listener.close();
      await out?.close();
    },
  };
}

function calendarOf({ runtime, clock, logger }: AloneParts, begun: () => readonly string[]): DayBreak {
  const keeper = new DayKeeper(runtime);
  const settle = async (): Promise<void> => undefined;
  const live = async (day: string): Promise<void> => {
    for (const tenant of begun()) {
      const ctx = makeDayContext(contextOfTenant(tenant, clock), day);
      await keeper.advance(ctx, day, { load: false, settle });
    }
  };
  const days = new DayBreak({
    today: () => clock.businessDate(),
    live,
    onError: (error) => logger.error('follower.stopped', { follower: 'days', ...describeError(error) }),
  });
  void days.look();
  return days;
}

interface KafkaOut {
  readonly outbox: Follower;
  part(): ReturnType<Joined['part']>;
  close(): Promise<void>;
}

async function openKafka(
  parts: AloneParts,
  inbox: ShareInbox,
  address: KafkaAddress,
  shared: (tenant: string) => number,
): Promise<KafkaOut> {
  const { runtime, config } = parts;
  const keys = new PublisherKeyFiles(join(config.dataDir, 'keys'));
  const sign = (tenant: string, message: Outgoing): Outgoing => signed(message, keys.of(tenant));
  const plain = new KafkaSender(kafkaClient(address));
  const outbox = new Outbox(runtime.store, publishCursor(runtime), plain, sign);
  const sender = signing(plain, sign);
  const incoming = await openIncoming(parts, { inbox, sender, outbox, address });
  const stopTicking = ticking(parts, outbox, shared);
  const stopTelling = telling(parts, sender);
  return {
    outbox,
    part: () => [{ ...incoming.way.part(), name: 'kafka share' }],
    close: async () => {
      stopTicking();
      stopTelling();
      await incoming.close();
      await plain.close();
    },
  };
}

interface IncomingParts {
  readonly inbox: ShareInbox;
  readonly sender: Sender;
  readonly outbox: Outbox;
  readonly address: KafkaAddress;
}

/** What others share with the tenants served: a topic per pair, also of tenants that join while this runs. */
async function openIncoming(parts: AloneParts, { inbox, sender, outbox, address }: IncomingParts) {
  const { runtime, tenants, facts, clock } = parts;
  const resend = async (ctx: Context, to: string, after: number): Promise<void> =>
    outbox.resend(ctx, await runtime.store.read(ctx, `share-${to}`, { from: after + 1 }));
  const serves = (tenant: string): boolean => tenants.present.includes(tenant);
  const keys = facts.publisherKey.bind(facts);
  const receiver = new ShareReceiver({ runtime, inbox, sender, keys, clock, serves, resend });
  const read = async (): Promise<string[]> =>
    incomingOf(await facts.tenants(), await facts.begun(), tenants.present);
  let topics = await read();
  const way = await openBrokerIn(
    'share',
    { ...parts, kafka: address },
    () => topics,
    (message) => receiver.take(message),
  );
  const look = async (): Promise<void> => {
    const found = await read();
    if (found.join() === topics.join()) return;
    topics = found;
    way.renew();
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  const close = async (): Promise<void> => {
    clearInterval(timer);
    await way.close();
  };
  return { way, close };
}

function incomingOf(all: readonly string[], begun: readonly string[], served: readonly string[]): string[] {
  return served
    .filter((to) => begun.includes(to))
    .flatMap((to) =>
      all.filter((from) => from !== to).map((tenant) => topicOf({ kind: 'share', tenant, to })),
    );
}

/** Every word between relays is signed by the tenant in whose name it is sent. */
function signing(sender: KafkaSender, sign: (tenant: string, message: Outgoing) => Outgoing): Sender {
  const tenantOf = ({ headers }: Outgoing): string => String(headers['ce_tenant']);
  return {
    send: (messages) => sender.send(messages.map((message) => sign(tenantOf(message), message))),
    partitions: (topic) => sender.partitions(topic),
    close: () => sender.close(),
  };
}

/** A head is told once everything up to it is published, and shared: who has read it has seen all that follows from it. */
function ticking(
  { tenants, clock, logger }: AloneParts,
  outbox: Outbox,
  shared: (tenant: string) => number,
): () => void {
  let count = 0;
  let busy = false;
  const tick = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    count += 1;
    const always = count % TICKS_OF_SILENCE === 0;
    try {
      await Promise.all(
        tenants.present
          .filter((tenant) => shared(tenant) >= outbox.position(tenant))
          .map((tenant) => outbox.tick(contextOfTenant(tenant, clock), always)),
      );
    } catch (error) {
      logger.warn('broker.notice', { detail: 'tick', ...describeError(error) });
    }
    busy = false;
  };
  const timer = setInterval(() => void tick(), TICK_MS);
  return () => clearInterval(timer);
}

/** At start and daily, each side tells its last number. */
function telling({ runtime, tenants, facts, clock, logger }: AloneParts, sender: Sender): () => void {
  const tell = async (): Promise<void> => {
    const all = await facts.tenants();
    for (const from of tenants.present) {
      const ctx = contextOfTenant(from, clock);
      for (const to of all.filter((tenant) => tenant !== from)) {
        const last = (await runtime.store.read(ctx, `share-${to}`)).at(-1)?.revision;
        if (last !== undefined) await sender.send([controlMessage(from, to, LAST, { last })]);
      }
    }
  };
  const told = (): void => {
    tell().catch((error: unknown) =>
      logger.warn('broker.notice', { detail: 'last', ...describeError(error) }),
    );
  };
  told();
  const timer = setInterval(told, LAST_MS);
  return () => clearInterval(timer);
}

/** All tenants of the platform, for whom something may be shared, whoever serves them. */
class Known {
  private constructor(
    public present: readonly string[],
    private readonly timer: NodeJS.Timeout,
  ) {}

  static async of(read: () => Promise<readonly string[]>, served: readonly string[]): Promise<Known> {
    const first = await read().catch(() => served);
    const timer = setInterval(() => {
      void read().then(
        (found) => {
          known.present = found;
        },
        () => undefined,
      );
    }, 5_000);
    const known = new Known(first, timer);
    return known;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
