// 2. Full replay of a tenant's log, decoded, against COPY of the same columns' bytes.
import copyStreams from 'pg-copy-streams';
import { contextOf, encoded, newStream } from './store.mjs';
import { count, figure, interleaved, median, ratioOf, secondsSince, times } from './figures.mjs';

const REPETITIONS = 7;
const EVENTS = 50_000;
const PER_STREAM = 50;
const COPY = `COPY (SELECT seq, stream, revision, id, type, recorded_at, header, data FROM log.event ORDER BY seq)
  TO STDOUT (FORMAT binary)`;

export async function replayFigures(bench, tenant) {
  const ctx = contextOf(tenant);
  const store = bench.store();
  await load(store, ctx);
  const pool = bench.admin(tenant);
  await pool.query('VACUUM ANALYZE log.event');
  const measurements = { log: () => replay(store, ctx), copy: () => copy(pool) };
  await interleaved(1, measurements);
  const { log, copy: anchor } = await interleaved(REPETITIONS, measurements);
  await pool.end();
  const ratio = ratioOf(log, anchor);
  return [
    figure(`full replay of ${count(EVENTS)} events, decoded`, `${count(median(log))}/s`, {
      beside: `${times(ratio)} COPY of the same bytes (${count(median(anchor))}/s)`,
      aim: '≥ 0.3× COPY',
      well: ratio >= 0.3,
    }),
  ];
}

async function load(store, ctx) {
  const streams = Array.from({ length: EVENTS / PER_STREAM }, newStream);
  await Promise.all(streams.map((stream) => store.append(ctx, stream, encoded(ctx, stream, PER_STREAM), -1)));
}

async function replay(store, ctx) {
  const began = performance.now();
  let read = 0;
  for await (const batch of store.log(ctx, { after: 0 })) read += batch.length;
  if (read !== EVENTS) throw new Error(`the replay gave ${read} of ${EVENTS} events`);
  return read / secondsSince(began);
}

async function copy(pool) {
  const client = await pool.connect();
  const began = performance.now();
  const stream = client.query(copyStreams.to(COPY));
  let bytes = 0;
  for await (const chunk of stream) bytes += chunk.length;
  const rate = EVENTS / secondsSince(began);
  client.release();
  if (bytes < EVENTS * 100) throw new Error(`COPY gave ${bytes} bytes only`);
  return rate;
}
