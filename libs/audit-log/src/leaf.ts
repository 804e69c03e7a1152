import type { StoredBytes } from '@lien-ket/kernel';
import { HASH_BYTES, putSha256, putU64, readU64, sha256 } from './hashing.js';

/** What a leaf is made of: docs/audit-format.md §1. */
export interface LeafParts {
  readonly seq: number;
  readonly stream: string;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  readonly eventId: string;
  readonly type: string;
  readonly bytes: StoredBytes;
  /** Leaf hash of the stream's revision before this one; `NO_HASH` at revision 0. */
  readonly previous: Buffer;
}

export const MAX_TYPE = 200;
export const LEAF_HEAD = 172;
const VERSION = 1;
const EVENT = 1;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TYPE = /^[\x21-\x7e]+$/;

/** The last one asked for: leaves ask several times for the same, and often for the one of the leaf before. */
let last = { stream: '', hash: sha256('lk-stream/1\n') };

export function streamHash(stream: string): Buffer {
  if (stream !== last.stream) last = { stream, hash: sha256('lk-stream/1\n', stream) };
  return last.hash;
}

/** @throws Error for an id or a type that no leaf can hold */
export function encodeLeaf(parts: LeafParts): Buffer {
  const { eventId, type, previous } = parts;
  if (!UUID.test(eventId)) throw new Error('the id of the event is no UUID');
  if (!TYPE.test(type) || type.length > MAX_TYPE) throw new Error('the type of the event is no name');
  if (previous.length !== HASH_BYTES) throw new Error('the hash before is no hash');
  const leaf = Buffer.allocUnsafe(LEAF_HEAD + type.length);
  leaf[0] = VERSION;
  leaf[1] = EVENT;
  putU64(leaf, 2, parts.seq);
  leaf.set(streamHash(parts.stream), 10);
  putU64(leaf, 42, parts.revision);
  leaf.write(eventId.replaceAll('-', ''), 50, 'hex');
  putU64(leaf, 66, parts.recordedAt);
  putSha256(leaf, 74, parts.bytes.header);
  putSha256(leaf, 106, parts.bytes.data);
  leaf.set(previous, 138);
  leaf.writeUInt16BE(type.length, 170);
  leaf.write(type, LEAF_HEAD, 'latin1');
  return leaf;
}

/** A leaf as read: hashes where `LeafParts` has what was hashed. */
export interface Leaf {
  readonly seq: number;
  readonly stream: Buffer;
  readonly revision: number;
  readonly eventId: string;
  readonly recordedAt: number;
  readonly header: Buffer;
  readonly data: Buffer;
  readonly previous: Buffer;
  readonly type: string;
}

/** Undefined for bytes that are no leaf of version 1. */
export function decodeLeaf(bytes: Buffer): Leaf | undefined {
  if (bytes.length <= LEAF_HEAD || bytes.readUInt8(0) !== VERSION || bytes.readUInt8(1) !== EVENT)
    return undefined;
  const type = bytes.subarray(LEAF_HEAD).toString('latin1');
  const numbers = [2, 42, 66].map((at) => readU64(bytes, at));
  const [seq = 0, revision = 0, recordedAt = 0] = numbers;
  if (bytes.readUInt16BE(170) !== type.length || type.length > MAX_TYPE || !TYPE.test(type)) return undefined;
  if (!numbers.every(Number.isSafeInteger)) return undefined;
  const hash = (at: number): Buffer => bytes.subarray(at, at + HASH_BYTES);
  return {
    seq,
    stream: hash(10),
    revision,
    eventId: uuidOf(bytes.toString('hex', 50, 66)),
    recordedAt,
    header: hash(74),
    data: hash(106),
    previous: hash(138),
    type,
  };
}

function uuidOf(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Id and type of a stored header; undefined when it is none. */
export function headOf(header: Buffer): { readonly eventId: string; readonly type: string } | undefined {
  const parsed = parsedObject(header);
  if (!parsed) return undefined;
  const { id, type } = parsed;
  if (typeof id !== 'string' || !UUID.test(id) || typeof type !== 'string') return undefined;
  return TYPE.test(type) && type.length <= MAX_TYPE ? { eventId: id, type } : undefined;
}

const BEYOND_ASCII = /[\x80-\xff]/;
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Nearly every header is ASCII, which needs no decoder that refuses what is no UTF-8. */
function textOf(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return BEYOND_ASCII.test(text) ? STRICT.decode(bytes) : text;
}

function parsedObject(bytes: Buffer): { readonly id?: unknown; readonly type?: unknown } | undefined {
  try {
    const parsed: unknown = JSON.parse(textOf(bytes));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a leaf was made of these bytes at this place; its link to the leaf before is not looked at. */
export function isLeafOf(leaf: Leaf, parts: LeafSource): boolean {
  return (
    leaf.seq === parts.seq &&
    leaf.revision === parts.revision &&
    leaf.recordedAt === parts.recordedAt &&
    leaf.stream.equals(streamHash(parts.stream)) &&
    leaf.header.equals(sha256(parts.header)) &&
    leaf.data.equals(sha256(parts.data))
  );
}

export type LeafSource = Pick<LeafParts, 'seq' | 'stream' | 'revision' | 'recordedAt'> & StoredBytes;
