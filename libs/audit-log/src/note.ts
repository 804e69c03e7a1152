import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { sha256, u64 } from './hashing.js';

/** Kinds of signatures: the log's own, and a witness' (C2SP signed-note and tlog-cosignature). */
export const LOG_SIGNATURE = 1;
export const COSIGNATURE = 4;
export type Algorithm = typeof LOG_SIGNATURE | typeof COSIGNATURE;

const ID_BYTES = 4;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const TIME_BYTES = 8;
/** DER of a public Ed25519 key up to its 32 bytes (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const NAME = /^[\x21-\x2a\x2c-\x7e]{1,200}$/;
const VERIFIER_KEY = /^([\x21-\x2a\x2c-\x7e]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/;

export interface VerifierKey {
  readonly name: string;
  readonly algorithm: Algorithm;
  readonly id: Buffer;
  readonly publicKey: Buffer;
}

export interface SignatureLine {
  readonly name: string;
  readonly id: Buffer;
  readonly signature: Buffer;
}

export interface Note {
  readonly text: string;
  readonly signatures: readonly SignatureLine[];
}

/** Bytes of base64 in its only valid form, else undefined. */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

export function verifierKey(name: string, algorithm: Algorithm, publicKey: Buffer): VerifierKey {
  if (!NAME.test(name)) throw new Error('a name of a key has no spaces and no plus sign');
  const id = sha256(name, '\n', Buffer.of(algorithm), publicKey).subarray(0, ID_BYTES);
  return { name, algorithm, id, publicKey };
}

export function formatVerifierKey({ name, algorithm, id, publicKey }: VerifierKey): string {
  const key = Buffer.concat([Buffer.of(algorithm), publicKey]).toString('base64');
  return `${name}+${id.toString('hex')}+${key}`;
}

export function parseVerifierKey(text: string): VerifierKey | undefined {
  const [, name, id, encoded] = VERIFIER_KEY.exec(text) ?? [];
  const bytes = fromBase64(encoded ?? '');
  const [algorithm] = bytes ?? [];
  if (name === undefined || bytes?.length !== 1 + KEY_BYTES) return undefined;
  if (algorithm !== LOG_SIGNATURE && algorithm !== COSIGNATURE) return undefined;
  const key = verifierKey(name, algorithm, bytes.subarray(1));
  return key.id.toString('hex') === id ? key : undefined;
}

/** The verifier key of a private Ed25519 key. */
export function verifierOf(name: string, algorithm: Algorithm, privateKey: KeyObject): VerifierKey {
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return verifierKey(name, algorithm, der.subarray(SPKI.length));
}

export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

export function formatSignature({ name, id, signature }: SignatureLine): string {
  return `— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
}

/** Undefined for what is no signed note: docs/audit-format.md §5. */
export function parseNote(note: string): Note | undefined {
  const end = note.indexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return undefined;
  const lines = note.slice(end + 2, -1).split('\n');
  const signatures = lines.map(parseSignature);
  const known = signatures.filter((one) => one !== undefined);
  return known.length === lines.length ? { text: note.slice(0, end + 1), signatures: known } : undefined;
}

/** A line without its line feed. */
export function parseSignature(line: string): SignatureLine | undefined {
  const [dash, name, encoded, more] = line.split(' ');
  const bytes = fromBase64(encoded ?? '');
  if (dash !== '—' || more !== undefined || !name || !NAME.test(name)) return undefined;
  if (!bytes || bytes.length <= ID_BYTES) return undefined;
  return { name, id: bytes.subarray(0, ID_BYTES), signature: bytes.subarray(ID_BYTES) };
}

/** The signature of a log under the text of its checkpoint. */
export function signText(text: string, name: string, privateKey: KeyObject): SignatureLine {
  const { id } = verifierOf(name, LOG_SIGNATURE, privateKey);
  return { name, id, signature: sign(null, Buffer.from(text), privateKey) };
}

/** The signature of a witness, who says at what time it saw the checkpoint. @param time seconds since 1970 */
export function cosignText(text: string, name: string, privateKey: KeyObject, time: number): SignatureLine {
  const { id } = verifierOf(name, COSIGNATURE, privateKey);
  const signature = sign(null, Buffer.from(cosigned(text, String(time))), privateKey);
  return { name, id, signature: Buffer.concat([u64(time), signature]) };
}

function cosigned(text: string, time: string): string {
  return `cosignature/v1\ntime ${time}\n${text}`;
}

/** In decimal; of eight bytes every number is one, also those that `readU64` can't tell apart. */
function timeOf(signature: Buffer): string {
  return BigInt(`0x${signature.toString('hex', 0, TIME_BYTES)}`).toString();
}

/** Whether a line is a valid signature by a key; its name and id are compared too. */
export function isSigned(text: string, line: SignatureLine, key: VerifierKey): boolean {
  if (line.name !== key.name || !line.id.equals(key.id)) return false;
  const isCosignature = key.algorithm === COSIGNATURE;
  const length = isCosignature ? TIME_BYTES + SIGNATURE_BYTES : SIGNATURE_BYTES;
  if (line.signature.length !== length) return false;
  const message = isCosignature ? cosigned(text, timeOf(line.signature)) : text;
  const signature = line.signature.subarray(length - SIGNATURE_BYTES);
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI, key.publicKey]),
    format: 'der',
    type: 'spki',
  });
  return verify(null, Buffer.from(message), publicKey, signature);
}
