// emmett-postgresql as shipped, in a process of its own: opening it replaces node-postgres' type parsers for the whole
// process. Answers the tasks that the bench sends; see anchor-process.mjs.
import { randomUUID } from 'node:crypto';
import {
  getPostgreSQLEventStore,
  pongoSingleStreamProjection,
  postgreSQLEventStoreConsumer,
  rebuildPostgreSQLProjections,
} from '@event-driven-io/emmett-postgresql';
import pg from 'pg';

const TYPE = 'ThingHappened';
const CONNECTIONS = 16;
let connectionString;
let pool;
let store;
let rebuilt = 0;

const seconds = (began) => (performance.now() - began) / 1000;
const eventOf = (event) => ({ type: TYPE, data: event.data, metadata: event.metadata });

/** `work`: for each writer the batches that it appends to a stream of its own, one after the other. */
async function append({ work }) {
  const cpu = process.cpuUsage();
  const began = performance.now();
  await Promise.all(work.map((batches) => writeStream(batches)));
  const took = seconds(began);
  const { user, system } = process.cpuUsage(cpu);
  return { rate: work.flat(2).length / took, cpuMs: (user + system) / 1000 };
}

async function writeStream(batches) {
  const stream = `thing-${randomUUID()}`;
  let version = 'STREAM_DOES_NOT_EXIST';
  for (const batch of batches) {
    const answer = await store.appendToStream(stream, batch.map(eventOf), { expectedStreamVersion: version });
    version = answer.nextExpectedStreamVersion;
  }
}

/** Reads everything through a consumer with the settings as shipped. */
async function consume() {
  let read = 0;
  const consumer = postgreSQLEventStoreConsumer({ connectionString, stopWhen: { noMessagesLeft: true } });
  consumer.reactor({ processorId: randomUUID(), eachMessage: () => void (read += 1) });
  const began = performance.now();
  await consumer.start();
  const took = seconds(began);
  await consumer.close();
  return { read, rate: read / took };
}

/** Folds everything into a document per stream. A collection of its own each time: the same one is not folded twice. */
async function rebuild() {
  let folded = 0;
  rebuilt += 1;
  const projection = pongoSingleStreamProjection({
    collectionName: `things${rebuilt}`,
    canHandle: [TYPE],
    initialState: () => ({ count: 0, last: '' }),
    evolve: (document, event) => {
      folded += 1;
      return { ...document, count: document.count + 1, last: event.data.text };
    },
  });
  const consumer = rebuildPostgreSQLProjections({ connectionString, projections: [projection] });
  const began = performance.now();
  await consumer.start();
  const took = seconds(began);
  await consumer.close();
  return { folded, rate: folded / took };
}

/** From the call of append until the handler has the event, in milliseconds. */
async function lag({ work }) {
  const began = new Map();
  const samples = [];
  const consumer = postgreSQLEventStoreConsumer({ connectionString });
  consumer.reactor({
    processorId: randomUUID(),
    startFrom: 'END',
    eachMessage: (event) => {
      const at = began.get(event.metadata.streamName);
      if (at !== undefined) samples.push(performance.now() - at);
    },
  });
  const running = consumer.start();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  for (const batch of work) {
    const stream = `thing-${randomUUID()}`;
    began.set(stream, performance.now());
    await store.appendToStream(stream, batch.map(eventOf));
    await new Promise((resolve) => setTimeout(resolve, 37));
  }
  for (let waited = 0; samples.length < work.length && waited < 50; waited += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  await consumer.close();
  await running.catch(() => undefined);
  return { samples };
}

const TASKS = {
  async open(options) {
    connectionString = options.connectionString;
    pool = new pg.Pool({ connectionString, max: CONNECTIONS });
    store = getPostgreSQLEventStore(connectionString, { connectionOptions: { pool } });
    await store.schema.migrate();
    return {};
  },
  append,
  consume,
  rebuild,
  lag,
};

process.on('message', async ({ task, options }) => {
  try {
    process.send({ result: await TASKS[task](options) });
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) });
  }
});
process.on('disconnect', () => process.exit());
process.send({ result: 'ready' });
