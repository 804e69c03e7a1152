import type { Admin, Kafka, Producer, TopicMessages } from 'kafkajs';
import { record, stopwatch } from '@lien-ket/telemetry';
import type { Outgoing, Sender } from '../broker.js';
import { openSends } from './send-spans.js';

interface Waiting {
  readonly messages: readonly Outgoing[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const SEND_BYTES = 768 * 1024;
const SEND_MESSAGES = 1_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/**
 * One send in flight per process: what comes meanwhile gathers and goes with the next. kafkajs numbers an idempotent
 * producer's batches per partition and mixes them up when sends overlap (kafkajs#598). Every error means unknown: the
 * producer is made anew and the caller sends again.
 */
export class KafkaSender implements Sender {
  private producer: Promise<Producer> | undefined;
  private admin: Promise<Admin> | undefined;
  private readonly known = new Map<string, readonly number[]>();
  private readonly waiting: Waiting[] = [];
  private sending: Promise<void> | undefined;
  private draining = false;
  private failures = 0;
  private closed = false;

  constructor(private readonly kafka: Kafka) {}

  send(messages: readonly Outgoing[]): Promise<void> {
    if (this.closed) return Promise.reject(new Error('the sender is closed'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ messages, resolve, reject });
      if (!this.draining) this.sending = this.drain();
    });
  }

  async partitions(topic: string): Promise<readonly number[]> {
    const known = this.known.get(topic);
    if (known) return known;
    this.admin ??= this.connectedAdmin();
    try {
      const { topics } = await (await this.admin).fetchTopicMetadata({ topics: [topic] });
      const found = topics[0]?.partitions.map(({ partitionId }) => partitionId) ?? [];
      if (found.length > 0) this.known.set(topic, found);
      return found;
    } catch (error) {
      this.admin = undefined;
      if (error instanceof Error && /UNKNOWN_TOPIC|does not host/.test(`${error.name} ${error.message}`))
        return [];
      throw error;
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.sending;
    await (await this.producer?.catch(() => undefined))?.disconnect();
    await (await this.admin?.catch(() => undefined))?.disconnect();
  }

  private async drain(): Promise<void> {
    this.draining = true;
    while (this.waiting.length > 0) {
      const group = this.nextGroup();
      try {
        await this.sendAll(group.flatMap(({ messages }) => messages));
        this.failures = 0;
        group.forEach(({ resolve }) => resolve());
      } catch (error) {
        await this.renew();
        group.forEach(({ reject }) => reject(error));
      }
    }
    // At once, not a turn later: who sends as soon as it is told would wait for nobody.
    this.draining = false;
  }

  private nextGroup(): Waiting[] {
    const group: Waiting[] = [];
    let bytes = 0;
    let messages = 0;
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      bytes += next.messages.reduce((sum, { value }) => sum + value.length + 1_024, 0);
      messages += next.messages.length;
      if (group.length > 0 && (bytes > SEND_BYTES || messages > SEND_MESSAGES)) break;
      group.push(next);
      this.waiting.shift();
    }
    return group;
  }

  private async sendAll(messages: readonly Outgoing[]): Promise<void> {
    const byTopic = new Map<string, TopicMessages>();
    for (const { topic, key, partition, headers, value } of messages) {
      const of = byTopic.get(topic) ?? { topic, messages: [] };
      byTopic.set(topic, of);
      of.messages.push({
        key: key ?? null,
        value,
        headers: { ...headers },
        ...(partition === undefined ? {} : { partition }),
      });
    }
    const spans = openSends(messages);
    const sent = stopwatch('lk.relay.send.duration', {});
    try {
      this.producer ??= this.connected();
      await (
        await this.producer
      ).sendBatch({ acks: -1, timeout: 15_000, topicMessages: [...byTopic.values()] });
      spans.forEach((span) => span.end());
    } catch (error) {
      spans.forEach((span) => span.end({ error }));
      throw error;
    }
    sent();
    record('lk.relay.batch.size', messages.length, {});
  }

  private async connected(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 2_000 },
    });
    await producer.connect();
    return producer;
  }

  private async connectedAdmin(): Promise<Admin> {
    const admin = this.kafka.admin();
    await admin.connect();
    return admin;
  }

  /** A producer that failed may have used up numbers: a new one has an id of its own. */
  private async renew(): Promise<void> {
    const broken = this.producer;
    this.producer = undefined;
    await broken?.then((producer) => producer.disconnect()).catch(() => undefined);
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failures);
    this.failures += 1;
    if (!this.closed) await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
