// 2. Full replay of a tenant's log, decoded, and the rebuild of a document projection, against COPY of the same bytes.
import { spawnSync } from 'node:child_process';
import copyStreams from 'pg-copy-streams';
import { ProjectionRunner, documentProjection } from '../../libs/read-model/dist/index.js';
import { ROOT } from '../files.mjs';
import { TYPE, ThingRow, contextOf, encoded, newStream } from './store.mjs';
import { count, figure, gates, interleaved, median, ratioOf, secondsSince, times } from './figures.mjs';

const REPETITIONS = 5;
const EVENTS = 50_000;
const LONGER = 4;
const PER_STREAM = 50;
/** So many for emmett, which sorts the whole log for each batch: a short one is kinder to it. */
const EMMETT_EVENTS = 2_000;
const MEMORY_MB = 110;
const COLUMNS = 'seq, stream, revision, id, type, recorded_at, header, data';
const COPY = `COPY (SELECT ${COLUMNS} FROM log.event ORDER BY seq) TO STDOUT (FORMAT binary)`;

export async function replayFigures(bench, tenant, anchor) {
  const ctx = contextOf(tenant);
  const store = bench.store();
  await load(store, ctx, EVENTS);
  if (anchor) await loadEmmett(anchor, ctx);
  const pool = bench.admin(tenant);
  await pool.query('CREATE TABLE bench.thing (id uuid PRIMARY KEY, count int NOT NULL, last text NOT NULL)');
  await pool.query('GRANT SELECT, INSERT, UPDATE, DELETE ON bench.thing TO lk_svc_bench');
  await pool.query('VACUUM ANALYZE log.event');
  const runner = new ProjectionRunner(bench.db, store, [things()]);
  const sides = {
    log: () => replay(store, ctx, (event) => event.stream.length + event.type.length + event.revision),
    parsed: () => replay(store, ctx, (event) => event.data.index + event.header.id.length),
    rebuild: () => rebuild(runner, ctx),
    copy: () => copy(pool),
    cursor: () => cursor(pool),
    ...(anchor
      ? { consume: () => anchored(anchor, 'consume'), refold: () => anchored(anchor, 'rebuild') }
      : {}),
  };
  await interleaved(1, sides);
  const results = await interleaved(REPETITIONS, sides);
  await pool.end();
  const memory = await memoryFigure(bench, store, ctx);
  return [...replayRows(results), memory];
}

function replayRows({ log, parsed, rebuild: built, copy: bytes, cursor: rows, consume, refold }) {
  const anchors = (own, emmett) => ({
    COPY: ratioOf(own, bytes),
    'a cursor': ratioOf(own, rows),
    ...(emmett ? { emmett: ratioOf(own, emmett) } : {}),
  });
  const row = (title, own, emmett, least) => {
    const ratios = anchors(own, emmett);
    const rates = { COPY: bytes, 'a cursor': rows, emmett };
    const beside = Object.entries(ratios)
      .map(([anchor, ratio]) => `${times(ratio)} ${anchor} (${count(median(rates[anchor]))}/s)`)
      .join(', ');
    return figure(title, `${count(median(own))}/s`, { beside, ...gates(ratios, least) });
  };
  const events = count(EVENTS);
  return [
    row(`full replay of ${events} events`, log, consume, { COPY: 0.6, 'a cursor': 1.2, emmett: 100 }),
    row('the same, header and data of each parsed', parsed, consume, { COPY: 0.3 }),
    row(`rebuild of a document projection of ${events} events`, built, refold, { COPY: 0.3, emmett: 150 }),
  ];
}

async function load(store, ctx, events) {
  const streams = Array.from({ length: events / PER_STREAM }, newStream);
  for (let at = 0; at < streams.length; at += 200)
    await Promise.all(
      streams
        .slice(at, at + 200)
        .map((stream) => store.append(ctx, stream, encoded(ctx, stream, PER_STREAM), -1)),
    );
}

/** One writer after the other: of events that were written at the same time its consumer leaves some out. */
async function loadEmmett(anchor, ctx) {
  for (let loaded = 0; loaded < EMMETT_EVENTS; loaded += PER_STREAM) {
    const events = encoded(ctx, newStream(), PER_STREAM);
    const plain = events.map(({ header, data }) => ({
      data: JSON.parse(data),
      metadata: JSON.parse(header),
    }));
    await anchor.do('append', { work: [[plain]] });
  }
}

async function anchored(anchor, task) {
  const { read, folded, rate } = await anchor.do(task);
  if ((read ?? folded) < EMMETT_EVENTS) throw new Error(`emmett gave ${read ?? folded} events only`);
  return rate;
}

async function replay(store, ctx, use) {
  const began = performance.now();
  let read = 0;
  for await (const batch of store.log(ctx, { after: 0 })) {
    for (const event of batch) use(event);
    read += batch.length;
  }
  if (read !== EVENTS) throw new Error(`the replay gave ${read} of ${EVENTS} events`);
  return read / secondsSince(began);
}

function things() {
  return documentProjection({
    name: 'things',
    types: [TYPE],
    tables: ['thing'],
    entity: ThingRow,
    idOf: (event) => event.stream.slice('thing-'.length),
    fold: (before, event) => ({
      id: event.stream.slice('thing-'.length),
      count: (before?.count ?? 0) + 1,
      last: event.data.text,
    }),
  });
}

async function rebuild(runner, ctx) {
  const began = performance.now();
  const [{ events }] = await runner.rebuild(ctx);
  if (events !== EVENTS) throw new Error(`the rebuild folded ${events} of ${EVENTS} events`);
  return events / secondsSince(began);
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

/** Rows as node-postgres gives them, 1,000 at a time: what pg-cursor does. */
async function cursor(pool) {
  const client = await pool.connect();
  const began = performance.now();
  await client.query(
    `BEGIN; DECLARE things NO SCROLL CURSOR FOR SELECT ${COLUMNS} FROM log.event ORDER BY seq`,
  );
  let read = 0;
  for (let got = 1; got > 0;) {
    got = (await client.query('FETCH 1000 FROM things')).rows.length;
    read += got;
  }
  const rate = read / secondsSince(began);
  await client.query('COMMIT');
  client.release();
  return rate;
}

/** The most memory of a process that only replays: on this log, and on one that is four times as long. */
async function memoryFigure(bench, store, ctx) {
  const most = (events) => {
    const login = JSON.stringify(bench.loginOf(ctx.tenantId));
    const args = [`${ROOT}tools/bench/replay-process.mjs`, login, String(events)];
    const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error('the replaying process failed');
    return JSON.parse(stdout);
  };
  const short = most(EVENTS);
  await load(store, ctx, EVENTS * (LONGER - 1));
  const long = most(EVENTS * LONGER);
  if (long.read !== EVENTS * LONGER) throw new Error(`the replay gave ${long.read} events`);
  return figure(`memory of a process that replays ${count(long.read)} events`, `${long.mb.toFixed(0)} MB`, {
    beside: `${short.mb.toFixed(0)} MB for ${count(short.read)} events, ${long.before.toFixed(0)} MB before it reads`,
    aim: `≤ ${MEMORY_MB} MB`,
    well: long.mb <= MEMORY_MB,
  });
}
