import {
  HeadsTree,
  TileAppender,
  consistencyProof,
  continues,
  formatCheckpoint,
  formatNote,
  nodesOf,
  originOf,
  parseCheckpoint,
  parseNote,
  rememberingTiles,
  rootAt,
  signText,
  streamHash,
  type Checkpoint,
  type Head,
} from '@lien-ket/audit-log';
import type { StoredEvent } from '@lien-ket/event-store';
import type { Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import {
  addLeaves,
  headsOf,
  leafRow,
  previousOf,
  putHeads,
  putTiles,
  sizeOf,
  tilesOf,
  type Sql,
} from './leaves.js';
import type { LogKeyFiles } from './log-keys.adapter.js';

const BATCH = 4_000;
/** Of the advisory lock: in each tenant's database one writer of leaves at a time, whatever process it runs in. */
const LOCK = 'SELECT pg_advisory_xact_lock(6962)';

export interface Signed {
  readonly checkpoint: Checkpoint;
  readonly note: string;
}

/** A signed checkpoint, and the heads of all streams at its size. */
export interface Sealed extends Signed {
  readonly heads: ReadonlyMap<string, Head>;
}

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
    const after = await db.use(ctx, sizeOf);
    if (after >= until) return;
    for await (const batch of store.log(ctx, { after, until, batch: BATCH }))
      await db.transaction(ctx, (sql) => add(sql, batch));
  }

  /** What was signed of the leaves that there are, else signed now: whoever needs no heads need not wait for them. */
  async signed(ctx: Context): Promise<Signed | undefined> {
    const [row] = await this.runtime.db.use(ctx, async (sql) =>
      sql.query<{ note: string }[]>('SELECT note FROM checkpoint WHERE size = $1', [await sizeOf(sql)]),
    );
    const checkpoint = row && parseCheckpoint(parseNote(row.note)?.text ?? '');
    return checkpoint ? { checkpoint, note: row.note } : this.seal(ctx);
  }

  /** Signs the leaves that there are; the same ones again give the same note. Undefined while there are none. */
  async seal(ctx: Context): Promise<Sealed | undefined> {
    return this.runtime.db.transaction(ctx, async (sql) => {
      await sql.query(LOCK);
      const size = await sizeOf(sql);
      if (size === 0) return undefined;
      const heads = await headsOf(sql);
      const checkpoint = await checkpointOf(sql, ctx.tenantId, size, heads);
      const note = await this.sign(sql, ctx.tenantId, checkpoint);
      await sql.query('INSERT INTO checkpoint (size, note) VALUES ($1, $2) ON CONFLICT (size) DO NOTHING', [
        size,
        note,
      ]);
      return { checkpoint, note, heads };
    });
  }

  /** What is about to be signed is on the disk first; a crash after that can only sign the same, or what contains it. */
  private async sign(sql: Sql, tenant: string, next: Checkpoint): Promise<string> {
    const key = this.keys.keyOf(tenant);
    const signed = this.keys.signed(tenant);
    const grows = signed !== undefined && signed.size < next.size;
    const proof = grows ? await consistencyProof(nodesOf(tilesOf(sql)), signed.size, next.size) : [];
    const text = formatCheckpoint(next);
    if (continues(signed, next, proof) === 'on') this.keys.keep(tenant, text);
    return formatNote({ text, signatures: [signText(text, next.origin, key)] });
  }
}

async function checkpointOf(
  sql: Sql,
  tenant: string,
  size: number,
  heads: ReadonlyMap<string, Head>,
): Promise<Checkpoint> {
  const root = await rootAt(nodesOf(rememberingTiles(tilesOf(sql))), size);
  const tree = new HeadsTree(heads.values());
  return { origin: originOf(tenant), size, root, streams: tree.count, headsRoot: tree.root };
}

/** Another process may have added some of the batch meanwhile: those are passed over. */
async function add(sql: Sql, batch: readonly StoredEvent[]): Promise<void> {
  await sql.query(UNHURRIED);
  await sql.query(LOCK);
  const size = await sizeOf(sql);
  const events = batch.filter(({ seq }) => seq > size);
  const streams = new Map(events.map(({ stream }) => [stream, streamHash(stream)]));
  const heads = await headsOf(sql, [...streams.values()]);
  const appender = await TileAppender.at(size, tilesOf(sql));
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
  await addLeaves(sql, size, leaves);
  await putTiles(sql, appender.take());
  await putHeads(sql, [...heads.values()]);
}
