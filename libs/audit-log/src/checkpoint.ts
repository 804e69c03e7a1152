import { HASH_BYTES } from './hashing.js';
import { fromBase64 } from './note.js';

/** What a log signs: docs/audit-format.md §5. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly streams: number;
  readonly headsRoot: Buffer;
}

const TEXT = /^([\x21-\x2a\x2c-\x7e]{1,200})\n(\d{1,16})\n(\S{44})\nheads (\d{1,16}) (\S{44})\n$/;

/** The origin of a tenant's log, which is also the name of its key. */
export function originOf(tenant: string): string {
  return `audit.lien-ket.vn/t/${tenant}`;
}

/** The origin of the log that the hub keeps of the checkpoints of all others; no tenant has it. */
export const LOGS_ORIGIN = 'audit.lien-ket.vn/logs';

/** The name of the key by which a tenant's part of the platform witnesses the logs of others. */
export function witnessNameOf(tenant: string): string {
  return `witness.lien-ket.vn/t/${tenant}`;
}

export function formatCheckpoint({ origin, size, root, streams, headsRoot }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\nheads ${streams} ${headsRoot.toString('base64')}\n`;
}

/** Undefined for a text in any other form. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [, origin, size, root, streams, headsRoot] = TEXT.exec(text) ?? [];
  const hashes = [root, headsRoot].map((hash) => fromBase64(hash ?? ''));
  const [rootHash, headsHash] = hashes;
  const numbers = [size, streams].map(Number);
  const [leaves = NaN, heads = NaN] = numbers;
  if (origin === undefined || rootHash?.length !== HASH_BYTES || headsHash?.length !== HASH_BYTES)
    return undefined;
  if (!numbers.every(Number.isSafeInteger) || `${leaves} ${heads}` !== `${size} ${streams}`) return undefined;
  return { origin, size: leaves, root: rootHash, streams: heads, headsRoot: headsHash };
}
