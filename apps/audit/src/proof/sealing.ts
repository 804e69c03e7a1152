import {
  HeadsTree,
  consistencyProof,
  continues,
  formatCheckpoint,
  formatNote,
  nodesOf,
  rememberingTiles,
  rootAt,
  signText,
  type Checkpoint,
  type Head,
} from '@lien-ket/audit-log';
import type { LogKeyFiles } from './log-keys.adapter.js';
import type { LogRows } from './log-rows.js';

export interface Signed {
  readonly checkpoint: Checkpoint;
  readonly note: string;
}

/** A signed checkpoint, and the heads of all streams at its size. */
export interface Sealed extends Signed {
  readonly heads: ReadonlyMap<string, Head>;
}

/** Signs the leaves that a log has, under its lock; undefined while there are none. @throws ForkRefused */
export async function sealed(rows: LogRows, keys: LogKeyFiles, tenant: string): Promise<Sealed | undefined> {
  const size = await rows.size();
  if (size === 0) return undefined;
  const heads = await rows.heads();
  const root = await rootAt(nodesOf(rememberingTiles(rows.tiles)), size);
  const tree = new HeadsTree(heads.values());
  const of = { origin: keys.originOf(tenant), size, root, streams: tree.count, headsRoot: tree.root };
  const note = await sign(rows, keys, tenant, of);
  await rows.keepSigned(size, note);
  return { checkpoint: of, note, heads };
}

/** What is about to be signed is on the disk first; a crash after that can only sign the same, or what contains it. */
async function sign(rows: LogRows, keys: LogKeyFiles, tenant: string, next: Checkpoint): Promise<string> {
  const key = keys.keyOf(tenant);
  const signed = keys.signed(tenant);
  const grows = signed !== undefined && signed.size < next.size;
  const proof = grows ? await consistencyProof(nodesOf(rows.tiles), signed.size, next.size) : [];
  const text = formatCheckpoint(next);
  if (continues(signed, next, proof) === 'on') keys.keep(tenant, text);
  return formatNote({ text, signatures: [signText(text, next.origin, key)] });
}
