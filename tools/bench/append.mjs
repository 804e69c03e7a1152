// 1. Append of one event through the store, against a raw prepared INSERT of the same row into an equal table.
import { bytesOf, contextOf, encoded, newStream } from './store.mjs';
import { count, figure, interleaved, median, ratioOf, secondsSince, times } from './figures.mjs';

const REPETITIONS = 7;
const CASES = [
  { inFlight: 1, connections: 1, events: 500 },
  { inFlight: 16, connections: 16, events: 4000 },
  { inFlight: 64, connections: 16, events: 6000 },
  { inFlight: 256, connections: 16, events: 10000 },
];
const TABLE = `CREATE TABLE public.raw_event (LIKE log.event INCLUDING ALL);
  CREATE SEQUENCE public.raw_seq OWNED BY public.raw_event.seq;
  ALTER TABLE public.raw_event ALTER seq SET DEFAULT nextval('public.raw_seq')`;
const INSERT = `INSERT INTO public.raw_event
  (stream, revision, id, type, recorded_at, business_date, effective_on, header, data)
  VALUES ($1, $2, $3, $4, now(), $5, $6, $7, $8)`;

export async function appendFigures(bench, tenant) {
  const setup = bench.admin(tenant);
  await setup.query(TABLE);
  await setup.end();
  const ctx = contextOf(tenant);
  const rows = [];
  for (const one of CASES) rows.push(await measure(bench, ctx, one));
  return rows;
}

async function measure(bench, ctx, { inFlight, connections, events }) {
  const store = bench.store();
  const pool = bench.admin(ctx.tenantId, connections);
  const own = (work) =>
    perSecond(work, (item) => store.append(ctx, item.stream, [item.event], item.revision - 1));
  const raw = (work) => perSecond(work, (item) => pool.query(insertOf(item)));
  await own(workOf(ctx, inFlight, events / 4));
  await raw(workOf(ctx, connections, events / 4));
  const { store: ours, raw: anchor } = await interleaved(REPETITIONS, {
    store: () => own(workOf(ctx, inFlight, events)),
    raw: () => raw(workOf(ctx, connections, events)),
  });
  await pool.end();
  const ratio = ratioOf(ours, anchor);
  const bytes = bytesOf(encoded(ctx, newStream())[0]);
  return figure(`append of 1 event (${bytes} bytes), ${inFlight} in flight`, `${count(median(ours))}/s`, {
    beside: `${times(ratio)} raw INSERT on ${connections} connection${connections > 1 ? 's' : ''} (${count(median(anchor))}/s)`,
    ...(inFlight === 16 ? { aim: '≥ 1× raw', well: ratio >= 1 } : {}),
  });
}

/** Every writer has a stream of its own; the bytes are made before the clock runs. */
function workOf(ctx, writers, events) {
  return Array.from({ length: writers }, () => {
    const stream = newStream();
    const length = Math.round(events / writers);
    return encoded(ctx, stream, length).map((event, revision) => ({ stream, event, revision }));
  });
}

async function perSecond(work, write) {
  const began = performance.now();
  await Promise.all(
    work.map(async (items) => {
      for (const item of items) await write(item);
    }),
  );
  return work.flat().length / secondsSince(began);
}

function insertOf({ stream, event, revision }) {
  const { id, type, businessDate, effectiveOn, header, data } = event;
  const values = [stream, revision, id, type, businessDate, effectiveOn ?? null, header, data];
  return { name: 'raw_insert', text: INSERT, values };
}
