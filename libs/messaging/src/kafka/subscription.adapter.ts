import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';
import type { Arrived, Subscription, SubscriptionState, Take } from '../broker.js';
import { Held } from './held.adapter.js';

export interface SubscriptionParts {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly take: Take;
  readonly logger: ServiceLogger;
  /** The subscription could not be rebuilt: the process has to be replaced. */
  readonly onLost: (reason: string) => void;
}

const LOOK_MS = 5_000;
/** Fetches return at least every MAX_WAIT_MS: none for so long means that the consumer is dead, stuck or alone. */
const SILENCE_MS = 25_000;
const MAX_WAIT_MS = 1_000;
const REBUILDS = 3;
/** A message that is being taken for so long is told; twice so long, and the process is replaced: it can't be cut off. */
const STUCK_MS = 27_000;
const PARTITIONS_AT_ONCE = 16;

/**
 * One group's subscription. Messages of a partition are taken one after the other, the place is committed after them; a
 * failing one holds its partition only. A consumer that no longer fetches is thrown away and made anew; after three times
 * in a row the process is said to be lost.
 */
export class KafkaSubscription implements Subscription {
  private readonly held: Held;
  private readonly timer: NodeJS.Timeout;
  private consumer: Consumer | undefined;
  private lastFetch = Date.now();
  private rebuilt = 0;
  private failures = 0;
  /** Since when each batch has been at its present message. */
  private readonly working = new Map<symbol, number>();
  private rebuilding: Promise<void> | undefined;
  private closed = false;

  private constructor(private readonly parts: SubscriptionParts) {
    this.held = new Held(parts.logger);
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.timer.unref();
  }

  static async open(parts: SubscriptionParts): Promise<KafkaSubscription> {
    const subscription = new KafkaSubscription(parts);
    await subscription.start();
    return subscription;
  }

  state(): SubscriptionState {
    const stuck = this.longest() > STUCK_MS;
    const silent = this.working.size === 0 && Date.now() - this.lastFetch > SILENCE_MS;
    return {
      running: this.consumer !== undefined && !stuck && !silent,
      held: this.held.names(),
      rebuilt: this.rebuilt,
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    this.held.release();
    await this.rebuilding?.catch(() => undefined);
    await this.consumer?.disconnect();
  }

  private async start(): Promise<void> {
    const { kafka, groupId, topics } = this.parts;
    const consumer = kafka.consumer({
      groupId,
      sessionTimeout: 15_000,
      heartbeatInterval: 3_000,
      rebalanceTimeout: 30_000,
      // Larger than the largest message, so that none wedges a partition (kafkajs fetches nothing that does not fit).
      maxBytesPerPartition: 512 * 1024,
      maxWaitTimeInMs: MAX_WAIT_MS,
      allowAutoTopicCreation: false,
      retry: {
        retries: 6,
        initialRetryTime: 100,
        maxRetryTime: 2_000,
        restartOnFailure: async (error) => passes(error),
      },
    });
    this.lastFetch = Date.now();
    consumer.on('consumer.fetch', () => this.alive());
    consumer.on('consumer.crash', ({ payload }) => {
      if (!payload.restart) this.rebuild(payload.error, consumer);
    });
    this.consumer = consumer;
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
      eachBatch: (payload) => this.takeBatch(payload),
    });
  }

  private async takeBatch({
    batch,
    resolveOffset,
    heartbeat,
    isRunning,
    isStale,
    pause,
  }: EachBatchPayload): Promise<void> {
    const mark = Symbol(batch.topic);
    try {
      const place = `${batch.topic}/${batch.partition}`;
      for (const message of batch.messages) {
        if (!isRunning() || isStale() || this.closed) return;
        this.working.set(mark, Date.now());
        try {
          await this.parts.take(arrived(batch.topic, batch.partition, message));
        } catch (error) {
          this.held.hold(place, pause(), error);
          return;
        }
        this.held.passed(place);
        resolveOffset(message.offset);
        await heartbeat();
      }
    } finally {
      this.working.delete(mark);
      this.alive();
    }
  }

  private alive(): void {
    this.lastFetch = Date.now();
    this.failures = 0;
  }

  /** Milliseconds for which some message has been taken by now. */
  private longest(): number {
    const now = Date.now();
    return Math.max(0, ...[...this.working.values()].map((since) => now - since));
  }

  private look(): void {
    if (this.closed || this.rebuilding) return;
    const { groupId, logger, onLost } = this.parts;
    const longest = this.longest();
    if (longest > STUCK_MS) logger.error('subscription.stuck', { groupId, ms: longest });
    if (longest > 2 * STUCK_MS) return onLost(`group ${groupId}: a message is taken for ${longest} ms`);
    // While messages are being taken no fetch is due.
    if (this.working.size > 0) return;
    if (Date.now() - this.lastFetch > SILENCE_MS) this.rebuild(new Error('no fetch'), this.consumer);
  }

  private rebuild(error: unknown, broken: Consumer | undefined): void {
    if (this.closed || this.rebuilding || broken !== this.consumer) return;
    const { logger, groupId, onLost } = this.parts;
    this.failures += 1;
    this.rebuilt += 1;
    logger.error('subscription.rebuilt', { groupId, ...describeError(error) });
    if (this.failures > REBUILDS)
      return onLost(`group ${groupId} could not be joined ${REBUILDS} times in a row`);
    this.consumer = undefined;
    this.rebuilding = this.replace(broken).finally(() => {
      this.rebuilding = undefined;
    });
  }

  private async replace(broken: Consumer | undefined): Promise<void> {
    void broken?.disconnect().catch(() => undefined);
    this.held.release();
    try {
      await this.start();
    } catch (error) {
      // The watchdog tries again after the next silence.
      this.parts.logger.error('subscription.rebuilt', {
        groupId: this.parts.groupId,
        ...describeError(error),
      });
    }
  }
}

/** kafkajs starts a consumer again by itself after such an error; the watchdog sees when that does not help. */
function passes(error: Error): boolean {
  return 'retriable' in error && error.retriable === true;
}

function arrived(
  topic: string,
  partition: number,
  message: EachBatchPayload['batch']['messages'][number],
): Arrived {
  const headers: Record<string, Buffer | undefined> = {};
  for (const [name, value] of Object.entries(message.headers ?? {})) {
    const one = Array.isArray(value) ? value[0] : value;
    headers[name] = one === undefined ? undefined : Buffer.from(one);
  }
  const { offset, key, value } = message;
  return { topic, partition, offset, key: key?.toString('utf8') ?? null, headers, value };
}
