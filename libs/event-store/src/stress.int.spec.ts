import type { Client } from 'pg';
import type { StreamName, Uuid } from '@lien-ket/kernel';
import { Stress, contextOf, loadOfSpecs, stressPlan } from '@lien-ket/testing';
import { LOG_SCHEMA_SQL, PostgresEventStore, readerLogSql, serviceLogSql } from './index.js';

const { tenants: TENANT_COUNT, events: EVENTS } = loadOfSpecs();
const PROCESSES = 4;
const WRITERS = 4;
const KILL_EVERY_MS = 2_000;
const TENANTS = Array.from({ length: TENANT_COUNT }, (_unused, index) => `stress-${index + 1}`);

/** A row as plain SQL gives it. */
interface Row {
  readonly seq: string;
  readonly stream: StreamName;
  readonly revision: number;
  readonly id: Uuid;
  readonly at: string;
}

/** Follows one log as projections do, and writes down every number it is given. */
class Tail {
  readonly seen: number[] = [];
  readonly ids: string[] = [];
  private stopped = false;
  private readonly running: Promise<void>;

  constructor(
    private readonly tenant: string,
    private readonly store: () => PostgresEventStore,
  ) {
    this.running = this.follow();
  }

  private async follow(): Promise<void> {
    const ctx = contextOf(this.tenant);
    for (;;) {
      const last = this.stopped;
      try {
        for await (const batch of this.store().log(ctx, { after: this.seen.at(-1) ?? 0 })) {
          for (const event of batch) {
            this.seen.push(event.seq);
            this.ids.push(event.header.id);
          }
        }
        if (last) return;
      } catch {
        // The server is down for a moment.
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Reads once more, to the end. */
  finish(): Promise<void> {
    this.stopped = true;
    return this.running;
  }
}

let stress: Stress;
let store: PostgresEventStore;
let foreign: Client;

function openReaders(): void {
  const db = stress.db('relay');
  store = new PostgresEventStore(
    'relay',
    (ctx, work) => db.sql(ctx, work),
    undefined,
    (ctx) => db.openCopy(ctx),
  );
}

/** A writing transaction in another database of the cluster, open for the whole time. */
async function openForeignTransaction(): Promise<void> {
  foreign = await stress.superuser('postgres');
  await foreign.query('CREATE TABLE IF NOT EXISTS open_for_long (n int)');
  await foreign.query('BEGIN');
  await foreign.query('INSERT INTO open_for_long VALUES (1)');
}

async function whileAcknowledged(below: number, work: () => Promise<void>): Promise<void> {
  while (stress.acknowledgedSoFar() < below) await work();
}

async function rowsOf(tenant: string): Promise<{ rows: Row[]; head: number }> {
  const client = await stress.superuserOf(tenant);
  const { rows } = await client.query<Row>(
    'SELECT seq, stream, revision, id::text, recorded_at::text AS at FROM log.event ORDER BY seq',
  );
  const head = await client.query<{ seq: string }>('SELECT seq FROM log.head');
  await client.end();
  return { rows, head: Number(head.rows[0]?.seq) };
}

/** The arithmetic of the promises, without a line of the store. */
function faultsOf(rows: readonly Row[], head: number): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const next = new Map<string, number>();
  let at = '';
  rows.forEach((row, index) => {
    if (Number(row.seq) !== index + 1) faults.push(`position ${row.seq} stands in place ${index + 1}`);
    if (ids.has(row.id)) faults.push(`event ${row.id} is there twice`);
    if (row.revision !== (next.get(row.stream) ?? 0))
      faults.push(`${row.stream} has a hole at ${row.revision}`);
    if (row.at < at) faults.push(`position ${row.seq} was recorded before the one before it`);
    ids.add(row.id);
    next.set(row.stream, row.revision + 1);
    at = row.at;
  });
  if (head !== rows.length) faults.push(`the head says ${head}, there are ${rows.length}`);
  return faults;
}

beforeAll(async () => {
  stress = await Stress.start();
  const plan = stressPlan([LOG_SCHEMA_SQL, serviceLogSql('alpha'), readerLogSql('relay')]);
  await stress.makeTenants(plan, TENANTS);
  openReaders();
}, 120_000);

afterAll(() => stress.stop());

test('the arithmetic finds each kind of fault', () => {
  const row = (seq: number, revision: number, id: string, at = '2025-03-11'): Row => ({
    seq: String(seq),
    stream: 'thing-1',
    revision,
    id,
    at,
  });
  expect(faultsOf([row(1, 0, 'a'), row(2, 1, 'b')], 2)).toEqual([]);
  expect(faultsOf([row(1, 0, 'a'), row(3, 1, 'b')], 2)).toEqual(['position 3 stands in place 2']);
  expect(faultsOf([row(1, 0, 'a'), row(2, 1, 'a')], 2)).toEqual(['event a is there twice']);
  expect(faultsOf([row(1, 0, 'a'), row(2, 2, 'b')], 2)).toEqual(['thing-1 has a hole at 2']);
  expect(faultsOf([row(1, 0, 'a'), row(2, 1, 'b', '2025-03-10')], 2)).toHaveLength(1);
  expect(faultsOf([row(1, 0, 'a')], 2)).toEqual(['the head says 2, there are 1']);
});

test(`${EVENTS} events of ${PROCESSES} processes that are killed, on a server that is killed: none lost, none twice`, async () => {
  await openForeignTransaction();
  const tails = TENANTS.map((tenant) => new Tail(tenant, () => store));
  const keepWriting = (): void => {
    while (stress.writers < PROCESSES) stress.startWriter(TENANTS, WRITERS);
  };
  let killAt = Date.now() + KILL_EVERY_MS;
  const step = async (): Promise<void> => {
    keepWriting();
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (Date.now() < killAt) return;
    killAt = Date.now() + KILL_EVERY_MS;
    await stress.killWriter();
  };
  await whileAcknowledged(EVENTS * 0.4, step);
  await stress.crashServer();
  openReaders();
  await openForeignTransaction();
  await whileAcknowledged(EVENTS, step);
  await stress.killAllWriters();
  // The foreign transaction is still open here: whatever it held back would be missing now.
  await Promise.all(tails.map((tail) => tail.finish()));
  await foreign.query('ROLLBACK');
  await foreign.end();

  const stored = new Map<string, Row>();
  for (const [index, tenant] of TENANTS.entries()) {
    const { rows, head } = await rowsOf(tenant);
    expect([tenant, faultsOf(rows, head)]).toEqual([tenant, []]);
    // What a follower saw while it was written, in the order in which it saw it.
    expect(tails[index]?.seen).toEqual(rows.map(({ seq }) => Number(seq)));
    expect(tails[index]?.ids).toEqual(rows.map(({ id }) => id));
    for (const row of rows) stored.set(row.id, row);
  }
  const acknowledged = stress.acknowledged();
  const lost = acknowledged.filter(([, seq, stream, revision, id]) => {
    const row = stored.get(id ?? '');
    return !row || row.seq !== seq || row.stream !== stream || String(row.revision) !== revision;
  });
  expect(lost).toEqual([]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(EVENTS);
  const rolledBack = stress.rolledBack();
  expect(rolledBack.filter((id) => stored.has(id))).toEqual([]);
  expect(rolledBack.length).toBeGreaterThan(0);
  expect(stress.faults).toEqual([]);
  expect(stress.kills).toBeGreaterThan(PROCESSES);
}, 600_000);
