import { HASH_BYTES } from './hashing.js';
import { fromBase64 } from './note.js';

/** Members of an object of JSON, of which nothing is known yet. */
export type Members = Readonly<Record<string, unknown>>;

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const PRINTABLE = /^[\x20-\x7e\n—]+$/;

export const base64 = (bytes: Buffer): string => bytes.toString('base64');

export function membersOf(value: unknown): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('no object');
  return { ...value };
}

export function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('no list');
  return value;
}

export function textOf(value: unknown, form: RegExp): string {
  if (typeof value !== 'string' || !form.test(value)) throw new Error('no text of this form');
  return value;
}

export function numberOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Error('no number');
  return value;
}

export function bytesOf(value: unknown): Buffer {
  const bytes = typeof value === 'string' ? fromBase64(value) : undefined;
  if (!bytes) throw new Error('no base64');
  return bytes;
}

export function hashOf(value: unknown): Buffer {
  const bytes = bytesOf(value);
  if (bytes.length !== HASH_BYTES) throw new Error('no hash');
  return bytes;
}
