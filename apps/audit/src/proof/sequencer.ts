import { TileAppender, parseCheckpoint, parseNote, streamHash } from '@lien-ket/audit-log';
import type { StoredEvent } from '@lien-ket/event-store';
import type { Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { leafRow, previousOf } from './leaves.js';
import type { LogKeyFiles } from './log-keys.adapter.js';
import { LogRows, addLeaves } from './log-rows.js';
import { sealed, type Sealed, type Signed } from './sealing.js';

const BATCH = 4_000;
/** Of the advisory lock: in each tenant's database one writer of leaves at a time, whatever process it runs in. */
const LOCK = 'SELECT pg_advisory_xact_lock(6962)';

/** Leaves can be made again, and what a checkpoint signs is on the disk with it: nobody waits for the disk before. */
const UNHURRIED = 'SET LOCAL synchronous_commit = off';

/** Makes leaf n of event n, in the log's order, and signs what it has made. A pure function of the log, but for the key. */
export class Sequencer {
  constructor(
    private readonly runtime: Pick<Runtime, 'db' | 'store'>,
    private readonly keys: LogKeyFiles,
  ) {}

  /** The verifier key of the tenant's log, as policies name it. */
  verifierKey(tenant: string): string {
    return this.keys.verifierKey(tenant);
  }

  /** Makes the leaves of what the log holds now. */
  async integrate(ctx: Context): Promise<void> {
    const { db, store } = this.runtime;
    const until = await store.head(ctx);
    const after = await db.use(ctx, (sql) => new LogRows(sql).size());
    if (after >= until) return;
    for await (const batch of store.log(ctx, { after, until, batch: BATCH }))
      await db.transaction(ctx, (sql) => add(new LogRows(sql), batch));
  }

  /** What was signed of the leaves that there are, else signed now: whoever needs no heads need not wait for them. */
  async signed(ctx: Context): Promise<Signed | undefined> {
    const note = await this.runtime.db.use(ctx, async (sql) => {
      const rows = new LogRows(sql);
      return rows.signedAt(await rows.size());
    });
    const checkpoint = note === undefined ? undefined : parseCheckpoint(parseNote(note)?.text ?? '');
    return note !== undefined && checkpoint ? { checkpoint, note } : this.seal(ctx);
  }

  /** Signs the leaves that there are; the same ones again give the same note. Undefined while there are none. */
  async seal(ctx: Context): Promise<Sealed | undefined> {
    return this.runtime.db.transaction(ctx, async (sql) => {
      await sql.query(LOCK);
      return sealed(new LogRows(sql), this.keys, ctx.tenantId);
    });
  }
}

/** Another process may have added some of the batch meanwhile: those are passed over. */
async function add(rows: LogRows, batch: readonly StoredEvent[]): Promise<void> {
  await rows.sql.query(UNHURRIED);
  await rows.sql.query(LOCK);
  const size = await rows.size();
  const events = batch.filter(({ seq }) => seq > size);
  const streams = new Map(events.map(({ stream }) => [stream, streamHash(stream)]));
  const heads = await rows.heads([...streams.values()]);
  const appender = await TileAppender.at(size, rows.tiles);
  const leaves = events.map((event) => {
    const key = streams.get(event.stream)?.toString('hex') ?? '';
    if (event.seq !== appender.size + 1)
      throw new Error(`the log skips from ${appender.size} to ${event.seq}`);
    const leaf = leafRow(event, previousOf(event, heads.get(key)));
    heads.set(key, { stream: leaf.stream, revision: leaf.revision, leaf: leaf.hash });
    appender.append(leaf.hash);
    return leaf;
  });
  if (leaves.length === 0) return;
  await addLeaves(rows.sql, size, leaves);
  await rows.putTiles(appender.take());
  await rows.putHeads([...heads.values()]);
}
