import { DomainError, type Context } from '@lien-ket/kernel';
import {
  KafkaSubscription,
  Receiver,
  contextOfTenant,
  kafkaClient,
  probe,
  serviceTopics,
  type Consumer,
  type Handler,
  type KafkaAddress,
  type SubscriptionState,
  type Take,
} from '@lien-ket/messaging';
import type { ReadinessPart } from '@lien-ket/service';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';
import type { Runtime } from './runtime.js';
import type { TenantSet } from './tenant-set.adapter.js';

/** A handler may look up what its own service has read: it waits so long for its projections, then the message waits. */
const CURRENT_MS = 5_000;

export interface BrokerInParts {
  readonly runtime: Runtime;
  readonly consumer: Consumer;
  readonly handlers: readonly Handler[];
  readonly tenants: TenantSet;
  readonly kafka: KafkaAddress;
  readonly wake: (tenant: string) => void;
  readonly logger: ServiceLogger;
}

/** So often what the broker handed over is compared with the log. */
const READ_AGAIN_MS = 30_000;

/**
 * A broker may lose what it has acknowledged, and keeps nothing for ever; the log does. Everything up to where all
 * partitions have been handled is read once more from the log: the inbox knows what was done, and only what never came
 * is done now.
 */
export async function readAgain(runtime: Runtime, consumer: Consumer, ctx: Context): Promise<number> {
  const until = await runtime.consumerRows.handledAll(ctx);
  return until === undefined ? 0 : (await consumer.catchUp(ctx, until)).applied;
}

/** Opens a service's way in from Kafka. @throws Error naming what the credential may too much or too little */
export async function openReceiver(parts: BrokerInParts): Promise<BrokerIn> {
  const { runtime, consumer, handlers, tenants, wake } = parts;
  const current = async (ctx: Context, seq: number): Promise<void> => {
    if (runtime.runner.projections.length === 0 || runtime.runner.position(ctx) >= seq) return;
    wake(ctx.tenantId);
    if (!(await runtime.runner.reaches(ctx, seq, CURRENT_MS)))
      throw new DomainError('unavailable', 'projection.behind', { position: seq });
  };
  const store = runtime.consumerRows;
  const receiver = new Receiver({
    consumer,
    handlers,
    store,
    clock: runtime.clock,
    current,
    onMessage: wake,
  });
  const topics = (): string[] => tenants.present.flatMap(serviceTopics);
  const way = await openBrokerIn(runtime.service, parts, topics, (message) => receiver.take(message));
  way.onClose(readingAgain(parts));
  return way;
}

function readingAgain({ runtime, consumer, tenants, logger }: BrokerInParts): () => void {
  const look = async (): Promise<void> => {
    for (const tenant of tenants.present) {
      const missed = await readAgain(runtime, consumer, contextOfTenant(tenant, runtime.clock));
      if (missed > 0) logger.warn('broker.notice', { tenant, detail: `${missed} messages never came` });
    }
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) =>
      logger.warn('broker.notice', { detail: 'reading again', ...describeError(error) }),
    );
  }, READ_AGAIN_MS);
  return () => clearInterval(timer);
}

/** One group over a changing set of topics; a process whose group is lost ends, so that another takes its place. */
export class BrokerIn {
  private changing: Promise<void> = Promise.resolve();
  private readonly closing: (() => void)[] = [];

  constructor(
    private subscription: KafkaSubscription | undefined,
    private readonly open: () => Promise<KafkaSubscription | undefined>,
    readonly take: Take,
  ) {}

  part(): ReadinessPart {
    const state: SubscriptionState = this.subscription?.state() ?? { running: true, held: [], rebuilt: 0 };
    const detail = state.held.length > 0 ? `held: ${state.held.join(', ')}` : undefined;
    return { name: 'kafka', ready: state.running, ...(detail ? { detail } : {}) };
  }

  /** The topics are others now. */
  renew(): void {
    this.changing = this.changing.then(async () => {
      await this.subscription?.close().catch(() => undefined);
      this.subscription = await this.open().catch(() => this.later());
    });
  }

  /** Done when this way is closed. */
  onClose(work: () => void): void {
    this.closing.push(work);
  }

  async close(): Promise<void> {
    for (const work of this.closing) work();
    await this.changing;
    await this.subscription?.close();
  }

  private later(): undefined {
    setTimeout(() => this.renew(), 2_000).unref();
    return undefined;
  }
}

export async function openBrokerIn(
  name: string,
  { kafka: address, tenants, logger }: Pick<BrokerInParts, 'kafka' | 'tenants' | 'logger'>,
  topics: () => string[],
  take: Take,
): Promise<BrokerIn> {
  const kafka = kafkaClient(address);
  if (address.sasl) {
    const faults = await probe(kafka, tenants.present);
    if (faults.length > 0) throw new Error(`${address.sasl.username} at the broker: ${faults.join('; ')}`);
  }
  const groupId = `lk.${address.sasl?.username ?? 'lk'}.${name}`;
  const onLost = (reason: string): void => {
    logger.error('process.lost', { detail: reason });
    process.exit(1);
  };
  const open = async (): Promise<KafkaSubscription | undefined> =>
    topics().length === 0
      ? undefined
      : KafkaSubscription.open({ kafka, groupId, topics: topics(), take, logger, onLost });
  const way = new BrokerIn(await open(), open, take);
  tenants.onChange(() => way.renew());
  return way;
}
