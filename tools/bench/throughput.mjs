// The real relay (the log as outbox) and the real consumer (decoding, inbox, one handler) against kafkajs alone: the same
// messages to the same broker, one partition each, both sides of a loop in this process.
import { randomUUID } from 'node:crypto';
import {
  Consumer,
  KafkaSender,
  KafkaSubscription,
  Outbox,
  Receiver,
  contextOfTenant,
  kafkaClient,
  pause as waiting,
  topicOf,
} from '../../libs/messaging/dist/index.js';
import { publishCursor } from '../../apps/relay/dist/relay.module.js';
import { count, figure, interleaved, median, pause, ratioOf, secondsSince, times } from './figures.mjs';

const BARE = 'lk-bench-bare';
const APPENDS_AT_ONCE = 32;
const SENT_AT_ONCE = 500;
const PATIENCE_MS = 120_000;
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** `messages` of each turn; the processes of the services must stand still. */
export async function throughputFigures(cluster, provinces, { messages, turns }) {
  const { brokers, admin: sasl } = cluster.kafka;
  const kafka = kafkaClient({ brokers, clientId: 'lk-bench', sasl });
  const [tenant] = provinces.names;
  const own = await ownLoop(kafka, provinces, tenant);
  const bare = await bareLoop(kafka);
  const turn = { own: () => own.run(messages), bare: () => bare.run(own.sent()) };
  try {
    await turn.own();
    await turn.bare();
    const rates = await interleaved(turns, turn);
    const ratio = ratioOf(rates.own, rates.bare);
    const bytes = median(own.sent().map(({ value, headers }) => value.length + sizeOf(headers)));
    return [
      figure(
        `relay and consumer, ${count(messages)} messages of ${count(bytes)} bytes`,
        `${count(median(rates.own))}/s`,
        {
          beside: `${times(ratio)} kafkajs alone (${count(median(rates.bare))}/s)`,
          aim: '≥ 0.5× kafkajs',
          well: ratio >= 0.5,
        },
      ),
    ];
  } finally {
    await own.close();
    await bare.close();
  }
}

async function ownLoop(kafka, provinces, tenant) {
  const relay = provinces.runtimeOf('relay');
  const reporting = provinces.runtimeOf('reporting');
  const ctx = contextOfTenant(tenant, relay.clock);
  const sender = new KafkaSender(kafka);
  const kept = [];
  const keeping = {
    send: async (messages) => (await sender.send(messages), void kept.push(...messages)),
    partitions: (topic) => sender.partitions(topic),
    close: () => sender.close(),
  };
  const outbox = new Outbox(relay.store, publishCursor(relay), keeping, (_tenant, message) => message);
  const published = async () => outbox.catchUp(ctx, await relay.store.head(ctx));
  await published();
  const inbox = await incoming(kafka, reporting, tenant);
  return {
    sent: () => kept,
    run: async (messages) => {
      await appended(provinces, tenant, messages);
      kept.length = 0;
      const from = inbox.handled();
      const began = performance.now();
      await published();
      await until(() => inbox.handled() >= from + messages);
      return messages / secondsSince(began);
    },
    close: async () => {
      await inbox.close();
      await sender.close();
    },
  };
}

async function incoming(kafka, runtime, tenant) {
  const topic = topicOf({ kind: 'service', tenant, service: 'activity' });
  let [handled, next] = [0, 0];
  const handler = {
    service: 'reporting',
    name: `bench.${randomUUID()}`,
    type: 'lk.activity.activity.planned.v1',
    run: async () => void (handled += 1),
  };
  const { clock, store: log, consumerRows: store } = runtime;
  const parts = { handlers: [handler], store, clock };
  const consumer = new Consumer({ ...parts, service: 'reporting', log, pause: waiting });
  const receiver = new Receiver({
    ...parts,
    consumer,
    current: async () => undefined,
    onMessage: () => undefined,
  });
  const take = async (message) => {
    await receiver.take(message);
    next = Number(message.offset) + 1;
  };
  const onLost = (reason) => {
    throw new Error(reason);
  };
  const groupId = `lk-bench-${randomUUID()}`;
  const subscription = await KafkaSubscription.open({
    kafka,
    groupId,
    topics: [topic],
    take,
    logger,
    onLost,
  });
  const end = await endOf(kafka, topic);
  // What was there before belongs to no turn.
  await until(() => next >= end);
  return { handled: () => handled, close: () => subscription.close() };
}

/** kafkajs as its own documentation has it: idempotent producer, all acknowledgements, a consumer that only counts. */
async function bareLoop(kafka) {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: BARE, numPartitions: 1 }], waitForLeaders: false });
  await pause(1_000);
  await admin.disconnect();
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  const consumer = kafka.consumer({ groupId: `lk-bench-${randomUUID()}` });
  let got = 0;
  await producer.connect();
  await consumer.connect();
  await consumer.subscribe({ topics: [BARE], fromBeginning: true });
  await consumer.run({ eachMessage: async () => void (got += 1) });
  return {
    run: async (sent) => {
      const from = got;
      const messages = sent.map(({ key, headers, value }) => ({ key, headers, value }));
      const began = performance.now();
      for (let first = 0; first < messages.length; first += SENT_AT_ONCE)
        await producer.send({ topic: BARE, acks: -1, messages: messages.slice(first, first + SENT_AT_ONCE) });
      await until(() => got >= from + messages.length);
      return messages.length / secondsSince(began);
    },
    close: async () => {
      await consumer.disconnect();
      await producer.disconnect();
    },
  };
}

async function endOf(kafka, topic) {
  const admin = kafka.admin();
  await admin.connect();
  const [{ high }] = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  return Number(high);
}

/** Shared with nobody: only what one service tells the others is measured. */
async function appended(provinces, tenant, messages) {
  for (let done = 0; done < messages; done += APPENDS_AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(APPENDS_AT_ONCE, messages - done) }, () => provinces.commit(tenant, [])),
    );
}

async function until(condition) {
  for (const end = performance.now() + PATIENCE_MS; !condition();) {
    if (performance.now() > end) throw new Error('the messages did not all come');
    await pause(2);
  }
}

const sizeOf = (headers) =>
  Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(value), 0);
