// 1. Appends through the store, against raw prepared INSERTs of the same rows into an equal table, and against emmett.
import { bytesOf, contextOf, encoded, newStream } from './store.mjs';
import {
  count,
  figure,
  gates,
  interleaved,
  median,
  percentile,
  ratioOf,
  secondsSince,
  times,
} from './figures.mjs';

const REPETITIONS = 5;
const RAW_CONNECTIONS = 16;
const SLOW_DISK_MS = 2;
const TABLE = `CREATE TABLE public.raw_event (LIKE log.event INCLUDING ALL);
  CREATE SEQUENCE public.raw_seq OWNED BY public.raw_event.seq;
  ALTER TABLE public.raw_event ALTER seq SET DEFAULT nextval('public.raw_seq')`;
const COLUMNS = 'stream, revision, id, type, recorded_at, business_date, effective_on, header, data';

/** `events` per turn of each side: the slower the side, the fewer. */
const CASES = [
  { inFlight: 1, perAppend: 1, events: { store: 1500, raw: 1500, emmett: 300 }, gate: latencyGate },
  { inFlight: 16, perAppend: 1, events: { store: 16_000, raw: 8000, emmett: 1600 }, gate: { raw: 1 } },
  {
    inFlight: 64,
    perAppend: 1,
    events: { store: 32_000, raw: 8000, emmett: 1920 },
    gate: { raw: 1.4, emmett: 7, cpu: 6 },
  },
  {
    inFlight: 256,
    perAppend: 1,
    events: { store: 51_200, raw: 8000, emmett: 2048 },
    gate: { raw: 1.4, emmett: 7 },
  },
  {
    inFlight: 16,
    perAppend: 10,
    events: { store: 32_000, raw: 16_000, emmett: 8000 },
    gate: { raw: 0.7, emmett: 2 },
  },
];
const SLOW_DISK = [
  { inFlight: 64, perAppend: 1, events: { store: 12_800, raw: 3200, emmett: 1280 }, gate: {} },
  {
    inFlight: 256,
    perAppend: 1,
    events: { store: 25_600, raw: 3200, emmett: 1536 },
    gate: { raw: 5, emmett: 8 },
  },
];

export async function appendFigures(bench, tenant, anchor) {
  const setup = bench.admin(tenant);
  await setup.query(TABLE);
  const rows = [];
  for (const one of CASES) rows.push(...(await new AppendCase(bench, tenant, anchor, one).measure()));
  await setup.query(`ALTER SYSTEM SET commit_delay = ${SLOW_DISK_MS * 1000}`);
  await setup.query('ALTER SYSTEM SET commit_siblings = 0');
  await setup.query('SELECT pg_reload_conf()');
  for (const one of SLOW_DISK)
    rows.push(
      ...(await new AppendCase(bench, tenant, anchor, one, `, flush ${SLOW_DISK_MS} ms slower`).measure()),
    );
  await setup.query('ALTER SYSTEM RESET ALL');
  await setup.query('SELECT pg_reload_conf()');
  await setup.end();
  return rows;
}

class AppendCase {
  constructor(bench, tenant, anchor, given, suffix = '') {
    Object.assign(this, given);
    this.bench = bench;
    this.anchor = anchor;
    this.suffix = suffix;
    this.ctx = contextOf(tenant);
    this.store = bench.store();
    this.connections = Math.min(RAW_CONNECTIONS, this.inFlight);
    this.pool = bench.admin(tenant, this.connections);
  }

  async measure() {
    const sides = {
      store: () => this.timed(this.inFlight, 'store', (item) => this.append(item)),
      raw: () => this.timed(this.connections, 'raw', (item) => this.pool.query(insertOf(item))),
      ...(this.anchor ? { emmett: () => this.emmett() } : {}),
    };
    await interleaved(1, sides);
    const results = await interleaved(REPETITIONS, sides);
    await this.pool.end();
    return this.figures(results);
  }

  append({ stream, events, revision }) {
    return this.store.append(this.ctx, stream, events, revision - 1);
  }

  async timed(writers, side, write) {
    const work = workOf(this.ctx, writers, this.events[side], this.perAppend);
    const latencies = [];
    const spent = cpuOf(this.bench);
    const began = performance.now();
    await Promise.all(
      work.map(async (items) => {
        for (const item of items) {
          const at = performance.now();
          await write(item);
          latencies.push(performance.now() - at);
        }
      }),
    );
    const rate = (latencies.length * this.perAppend) / secondsSince(began);
    const events = latencies.length * this.perAppend;
    return { rate, cpu: spent() / events, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
  }

  async emmett() {
    const work = workOf(this.ctx, this.inFlight, this.events.emmett, this.perAppend).map((items) =>
      items.map(({ events }) => events.map(plain)),
    );
    const server = this.bench.serverCpuMs();
    const { rate, cpuMs } = await this.anchor.do('append', { work });
    return { rate, cpu: (cpuMs + this.bench.serverCpuMs() - server) / work.flat(2).length };
  }

  figures({ store, raw, emmett }) {
    const of = (results, what) => results.map((result) => result[what]);
    const ratios = {
      raw: ratioOf(of(store, 'rate'), of(raw, 'rate')),
      ...(emmett ? { emmett: ratioOf(of(store, 'rate'), of(emmett, 'rate')) } : {}),
    };
    const title = `${this.title()}, ${this.inFlight} in flight${this.suffix}`;
    const beside = [
      `${times(ratios.raw)} raw INSERT on ${this.connections} (${count(median(of(raw, 'rate')))}/s)`,
      ...(emmett ? [`${times(ratios.emmett)} emmett (${count(median(of(emmett, 'rate')))}/s)`] : []),
    ].join(', ');
    const gate = typeof this.gate === 'function' ? {} : { raw: this.gate.raw, emmett: this.gate.emmett };
    const first = figure(title, `${count(median(of(store, 'rate')))}/s`, { beside, ...gates(ratios, gate) });
    if (typeof this.gate === 'function') return [first, this.gate(store, raw)];
    return this.gate.cpu && emmett ? [first, cpuFigure(store, raw, emmett, this.gate.cpu)] : [first];
  }

  title() {
    const bytes = bytesOf(encoded(this.ctx, newStream())[0]);
    return `append of ${this.perAppend} event${this.perAppend > 1 ? 's' : ''} (${bytes} bytes${this.perAppend > 1 ? ' each' : ''})`;
  }
}

function latencyGate(store, raw) {
  const p50 = ratioOf(
    store.map((one) => one.p50),
    raw.map((one) => one.p50),
  );
  const p99 = ratioOf(
    store.map((one) => one.p99),
    raw.map((one) => one.p99),
  );
  const ms = (what) => median(store.map((one) => one[what])).toFixed(2);
  return figure('the same, time of one append', `p50 ${ms('p50')} ms, p99 ${ms('p99')} ms`, {
    beside: `p50 ${times(p50)}, p99 ${times(p99)} raw INSERT`,
    aim: 'p50 ≤ 1.5× raw',
    well: p50 <= 1.5,
  });
}

function cpuFigure(store, raw, emmett, least) {
  const of = (results) => results.map(({ cpu }) => cpu);
  const ratio = ratioOf(of(emmett), of(store));
  const ms = (results) => median(of(results)).toFixed(3);
  return figure('processor time of an append, 64 in flight', `${ms(store)} ms`, {
    beside: `1/${ratio.toFixed(1)} of emmett (${ms(emmett)} ms), raw INSERT ${ms(raw)} ms`,
    aim: `≤ 1/${least} of emmett`,
    well: ratio >= least,
  });
}

/** This process and the server, from now until it is asked. */
function cpuOf(bench) {
  const server = bench.serverCpuMs();
  const own = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(own);
    return (user + system) / 1000 + bench.serverCpuMs() - server;
  };
}

/** Every writer has a stream of its own; the bytes are made before the clock runs. */
function workOf(ctx, writers, events, perAppend) {
  return Array.from({ length: writers }, () => {
    const stream = newStream();
    const all = encoded(ctx, stream, Math.round(events / writers / perAppend) * perAppend);
    return Array.from({ length: all.length / perAppend }, (_, index) => ({
      stream,
      events: all.slice(index * perAppend, (index + 1) * perAppend),
      revision: index * perAppend,
    }));
  });
}

function plain({ header, data }) {
  return { data: JSON.parse(data), metadata: JSON.parse(header) };
}

/** One statement for the append, all of its rows as values. */
function insertOf({ stream, events, revision }) {
  const values = events.flatMap(({ id, type, businessDate, effectiveOn, header, data }, index) => [
    ...[stream, revision + index, id, type, businessDate, effectiveOn ?? null, header, data],
  ]);
  const rows = events.map((_, index) => {
    const [a, b, c, d, e, f, g, h] = Array.from({ length: 8 }, (_unused, at) => `$${index * 8 + at + 1}`);
    return `(${a}, ${b}, ${c}, ${d}, now(), ${e}, ${f}, ${g}, ${h})`;
  });
  const text = `INSERT INTO public.raw_event (${COLUMNS}) VALUES ${rows.join(', ')}`;
  return { name: `raw_insert_${events.length}`, text, values };
}
