import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { leafHash } from './hashing.js';
import type { LoggedCheckpoint } from './logged.js';
import { formatNote, parseNote, type Note, type VerifierKey } from './note.js';
import type { Policy } from './policy.js';
import { verifyConsistency, verifyInclusion } from './proofs.js';
import { faultsOfWitnesses, isSignedOnce } from './trust.js';
import { fault, type AuditFault } from './verdict.js';

const VERSION = 1;
const CHECKPOINT = 2;

/** The leaf of a log's checkpoint in the log of logs; the note bears the log's own signature and no other. */
export function checkpointLeaf(note: string): Buffer {
  return Buffer.concat([Buffer.of(VERSION, CHECKPOINT), Buffer.from(note)]);
}

/** A note without what others have signed; undefined where the log has not signed it exactly once. */
export function ownNote({ text, signatures }: Note, origin: string): string | undefined {
  const own = signatures.filter(({ name }) => name === origin);
  return own.length === 1 ? formatNote({ text, signatures: own }) : undefined;
}

interface Read {
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

function read(written: string): Read | undefined {
  const note = parseNote(written);
  const checkpoint = note && parseCheckpoint(note.text);
  return note && checkpoint && { note, checkpoint };
}

/** Of a bundle, what the log of logs is asked about. */
export interface Asked {
  readonly text: string;
  readonly checkpoint: Checkpoint;
  readonly key: VerifierKey | undefined;
  readonly policy: Policy | undefined;
}

/** Whether both notes in it have the form of one. */
export function isLogged({ checkpoint, note }: LoggedCheckpoint): boolean {
  return read(checkpoint) !== undefined && read(note) !== undefined;
}

/** Step 12: the bundle's checkpoint, or one that contains it, stands in the log of logs. */
export function faultsOfLogs(logged: LoggedCheckpoint | undefined, asked: Asked): AuditFault[] {
  const { origin } = asked.checkpoint;
  if (!logged) return asked.policy?.logOfLogs ? [fault('logs.missing', origin)] : [];
  const [hub, own] = [read(logged.checkpoint), read(logged.note)];
  if (!hub || !own) return [fault('logs.checkpoint', origin)];
  const { size, root } = hub.checkpoint;
  const leaf = leafHash(checkpointLeaf(logged.note));
  const { index, proof } = logged;
  const isThere = verifyInclusion({ index, size, leaf, root, proof });
  return [
    ...(asked.policy?.logOfLogs ? ofHub(hub, asked.policy, asked.policy.logOfLogs) : []),
    ...(isThere ? [] : [fault('logs.inclusion', origin)]),
    ...ofOwn(own, logged, asked),
  ];
}

function ofHub({ note, checkpoint: { origin } }: Read, policy: Policy, key: VerifierKey): AuditFault[] {
  const isSigned = key.name === origin && isSignedOnce(note, origin, key);
  return [
    ...(isSigned ? [] : [fault('logs.signature', origin)]),
    ...faultsOfWitnesses(note, policy, ['logs.cosignature', 'logs.quorum']),
  ];
}

function ofOwn(
  { note, checkpoint: next }: Read,
  { consistency }: LoggedCheckpoint,
  asked: Asked,
): AuditFault[] {
  const { text, checkpoint, key } = asked;
  const { origin, size } = checkpoint;
  const isOurs = next.origin === origin && note.signatures.length === 1 && isSignedOnce(note, origin, key);
  if (!isOurs || next.size < size) return [fault('logs.checkpoint', origin)];
  if (next.size === size)
    return note.text === text && consistency.length === 0 ? [] : [fault('logs.fork', origin)];
  const sizes = { first: size, second: next.size, firstRoot: checkpoint.root, secondRoot: next.root };
  return verifyConsistency({ ...sizes, proof: consistency }) ? [] : [fault('logs.fork', origin)];
}
