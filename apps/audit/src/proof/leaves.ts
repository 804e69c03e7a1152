import { NO_HASH, encodeLeaf, headOf, leafHash, streamHash, type Head } from '@lien-ket/audit-log';
import type { StoredEvent } from '@lien-ket/event-store';

export interface LeafRow {
  readonly seq: number;
  readonly stream: Buffer;
  readonly revision: number;
  readonly entry: Buffer;
  readonly hash: Buffer;
}

/** The leaf of an event behind the leaf of the revision before. @throws Error for a header that no leaf can hold */
export function leafRow(
  { seq, stream, revision, recordedAt, bytes }: StoredEvent,
  previous: Buffer,
): LeafRow {
  const head = headOf(bytes.header);
  if (!head) throw new Error(`event ${seq} has no readable header`);
  const place = { seq, stream, revision, recordedAt: Date.parse(recordedAt), previous };
  const entry = encodeLeaf({ ...place, ...head, bytes });
  return { seq, stream: streamHash(stream), revision, entry, hash: leafHash(entry) };
}

/** Leaf of the revision before an event, or no hash for a stream's first. @throws Error when it is missing */
export function previousOf({ seq, revision }: StoredEvent, head: Head | undefined): Buffer {
  if (revision === 0 && !head) return NO_HASH;
  if (head?.revision !== revision - 1) throw new Error(`event ${seq} does not follow its stream's last leaf`);
  return head.leaf;
}
