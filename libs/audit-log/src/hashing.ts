import { hash } from 'node:crypto';

export const HASH_BYTES = 32;
export const NO_HASH = Buffer.alloc(HASH_BYTES);

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** In one call and by way of hexadecimal digits: three times as fast for short texts as an object per hash. */
export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const whole = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  return Buffer.from(hash('sha256', whole, 'hex'), 'hex');
}

export function leafHash(leaf: Uint8Array): Buffer {
  return sha256(LEAF, leaf);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(NODE, left, right);
}

export const EMPTY_ROOT = sha256();

const BLOCK = 64;

function hmac(key: Uint8Array, ...parts: readonly (Uint8Array | string)[]): Buffer {
  const padded = Buffer.alloc(BLOCK);
  padded.set(key.length > BLOCK ? sha256(key) : key);
  const [inner, outer] = [0x36, 0x5c].map((pad) => padded.map((byte) => byte ^ pad));
  return sha256(outer ?? padded, sha256(inner ?? padded, ...parts));
}

/** RFC 5869 with SHA-256, 64 bytes. */
export function hkdf(key: Uint8Array, salt: string, info: string): Buffer {
  const extracted = hmac(Buffer.from(salt), key);
  const first = hmac(extracted, info, Buffer.of(1));
  return Buffer.concat([first, hmac(extracted, first, info, Buffer.of(2))]);
}
