import { createHash } from 'node:crypto';

export const HASH_BYTES = 32;
export const NO_HASH = Buffer.alloc(HASH_BYTES);

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function leafHash(leaf: Uint8Array): Buffer {
  return sha256(LEAF, leaf);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(NODE, left, right);
}

export const EMPTY_ROOT = sha256();
