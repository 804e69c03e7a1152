import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { HASH_BYTES } from './hashing.js';
import { fromBase64, isSigned, parseNote, type VerifierKey } from './note.js';
import { MAX_PROOF, verifyConsistency } from './proofs.js';

/** What a log asks of a witness: C2SP tlog-witness, `add-checkpoint`. */
export interface AddCheckpoint {
  /** Size that the witness saw last, by what the log knows. */
  readonly oldSize: number;
  readonly proof: readonly Buffer[];
  readonly note: string;
}

/** The answer of a witness; with `sign` the text is to be kept on the disk first, and then cosigned. */
export type Considered =
  | { readonly status: 200; readonly origin: string; readonly sign: string }
  | { readonly status: 400 | 403 | 404 | 422 }
  | { readonly status: 409; readonly size: number };

/** What a witness knows: the logs it takes checkpoints of, and the text that it kept last of each. */
export interface WitnessMemory {
  keyOf(origin: string): VerifierKey | undefined;
  /** @throws Error for what can't be read: then nothing is signed */
  lastOf(origin: string): string | undefined;
}

const OLD = /^old (0|[1-9]\d{0,15})$/;

export function formatAddCheckpoint({ oldSize, proof, note }: AddCheckpoint): string {
  return `old ${oldSize}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${note}`;
}

export function parseAddCheckpoint(body: string): AddCheckpoint | undefined {
  const end = body.indexOf('\n\n');
  const [first = '', ...hashes] = body.slice(0, Math.max(0, end)).split('\n');
  const oldSize = Number(OLD.exec(first)?.[1] ?? NaN);
  const proof = hashes.map(fromBase64).filter((hash) => hash?.length === HASH_BYTES) as Buffer[];
  if (end < 0 || !Number.isSafeInteger(oldSize)) return undefined;
  if (proof.length !== hashes.length || proof.length > MAX_PROOF) return undefined;
  return { oldSize, proof, note: body.slice(end + 2) };
}

/** Whether a witness may cosign: only what contains everything that it signed of this log before. */
export function considerCheckpoint(body: string, memory: WitnessMemory): Considered {
  const asked = parseAddCheckpoint(body);
  const note = asked && parseNote(asked.note);
  const next = note && parseCheckpoint(note.text);
  if (!asked || !note || !next) return { status: 400 };
  const key = memory.keyOf(next.origin);
  if (!key) return { status: 404 };
  const lines = note.signatures.filter(({ name }) => name === key.name);
  const [line] = lines;
  if (!line || lines.length > 1 || !isSigned(note.text, line, key)) return { status: 403 };
  if (asked.oldSize > next.size) return { status: 400 };
  return grown(asked, { ...next, text: note.text }, memory.lastOf(next.origin));
}

function grown(
  asked: AddCheckpoint,
  next: Checkpoint & { readonly text: string },
  kept: string | undefined,
): Considered {
  const last = kept === undefined ? undefined : parseCheckpoint(kept);
  if (kept !== undefined && !last) throw new Error(`what was kept of ${next.origin} is no checkpoint`);
  const size = last?.size ?? 0;
  if (asked.oldSize !== size) return { status: 409, size };
  // The same size again must be the same text: another root is a fork, and so are other heads.
  if (last && last.size === next.size && kept !== next.text) return { status: 409, size };
  if (!contains(next, last, asked.proof)) return { status: 422 };
  return { status: 200, origin: next.origin, sign: next.text };
}

function contains(next: Checkpoint, last: Checkpoint | undefined, proof: readonly Buffer[]): boolean {
  if (!last || last.size === 0) return proof.length === 0;
  const sizes = { first: last.size, second: next.size, firstRoot: last.root, secondRoot: next.root };
  return verifyConsistency({ ...sizes, proof });
}
