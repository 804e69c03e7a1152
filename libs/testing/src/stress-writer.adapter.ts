// A writer process of the stress: appends through the store until it is killed. Run as
// `node stress-writer.adapter.js '<WriterOrders>'`.
import { randomUUID } from 'node:crypto';
import { openSync, readFileSync, writeSync } from 'node:fs';
import {
  NO_STREAM,
  PostgresEventStore,
  RevisionConflict,
  encodeEvents,
  type EncodedEvent,
} from '@lien-ket/event-store';
import { Connections, TenantDb } from '@lien-ket/read-model';
import type { Context } from '@lien-ket/kernel';
import { contextOf } from './contexts.js';
import { STRESS_TYPE, stressPassword, type WriterOrders } from './stress.adapter.js';

const orders = JSON.parse(process.argv[2] ?? '') as WriterOrders;
const acknowledged = openSync(orders.acknowledged, 'a');
const rolledBack = openSync(orders.rolledBack, 'a');
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const below = (limit: number): number => Math.floor(Math.random() * limit);

interface Stores {
  readonly port: number;
  readonly db: TenantDb;
  readonly store: PostgresEventStore;
}

function open(): Stores {
  const { host, port } = JSON.parse(readFileSync(orders.addressFile, 'utf8')) as {
    host: string;
    port: number;
  };
  const address = { host, port, passwordOf: stressPassword, maxConnections: orders.maxConnections };
  const db = new TenantDb('alpha', [], new Connections(address));
  return { port, db, store: new PostgresEventStore('alpha', (ctx, work) => db.sql(ctx, work)) };
}

let stores = open();

/** After a crash of the server its address is another. */
function reopen(): void {
  try {
    const { port } = JSON.parse(readFileSync(orders.addressFile, 'utf8')) as { port: number };
    if (port !== stores.port) stores = open();
  } catch {
    // The file is being written.
  }
}

function newEvents(ctx: Context, stream: string): EncodedEvent[] {
  const command = { id: randomUUID(), name: 'stress', hash: '' };
  const events = Array.from({ length: 1 + below(3) }, () => ({ type: STRESS_TYPE, data: { n: below(1e9) } }));
  return encodeEvents(ctx, stream, command, events);
}

/** The same bytes at the same revision until there is an answer: an outcome that is not known is asked for again. */
async function appendSurely(
  ctx: Context,
  stream: string,
  events: EncodedEvent[],
  expected: number,
): Promise<number> {
  for (;;) {
    try {
      const { seq, revision } = await stores.store.append(ctx, stream, events, expected);
      const first = seq - events.length + 1;
      const lines = events.map(
        ({ id }, index) => `${ctx.tenantId} ${first + index} ${stream} ${expected + 1 + index} ${id}\n`,
      );
      writeSync(acknowledged, lines.join(''));
      return revision;
    } catch (error) {
      if (error instanceof RevisionConflict) throw error;
      await pause(50);
      reopen();
    }
  }
}

/** Writes in a transaction that holds the writers' lock for a moment and is then rolled back. */
async function writeAndRollBack(ctx: Context): Promise<void> {
  const stream = `thing-${randomUUID()}`;
  const [event] = newEvents(ctx, stream);
  if (!event) return;
  writeSync(rolledBack, `${event.id}\n`);
  const sql = `SELECT * FROM log.append($1::text[], '{0}', $2::uuid[], $3::text[], $4::date[], '{null}',
    $5::bytea[], $6::bytea[])`;
  const values = [[stream], [event.id], [event.type], [event.businessDate], [event.header], [event.data]];
  await stores.db
    .transaction(ctx, async (rows) => {
      await rows.query(sql, values);
      await pause(below(3));
      throw new Error('rolled back');
    })
    .catch(() => undefined);
}

/** A stream that all writers of all processes want: most are refused, and try at the revision that they are told. */
async function contend(ctx: Context, known: Map<string, number>): Promise<void> {
  const stream = 'thing-00000000-0000-4000-8000-000000000001';
  try {
    known.set(
      ctx.tenantId,
      await appendSurely(ctx, stream, newEvents(ctx, stream), known.get(ctx.tenantId) ?? -1),
    );
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
    known.set(ctx.tenantId, error.current);
  }
}

async function write(): Promise<void> {
  const own = new Map<string, { stream: string; revision: number }>();
  const contended = new Map<string, number>();
  for (;;) {
    const ctx = contextOf(orders.tenants[below(orders.tenants.length)] ?? '');
    const chance = below(100);
    if (chance < 2) await writeAndRollBack(ctx);
    else if (chance < 10) await contend(ctx, contended);
    else {
      const at = own.get(ctx.tenantId) ?? { stream: `thing-${randomUUID()}`, revision: NO_STREAM };
      at.revision = await appendSurely(ctx, at.stream, newEvents(ctx, at.stream), at.revision);
      if (at.revision > 40) own.delete(ctx.tenantId);
      else own.set(ctx.tenantId, at);
    }
  }
}

await Promise.all(Array.from({ length: orders.writers }, write));
