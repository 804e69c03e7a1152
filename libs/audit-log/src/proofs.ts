import { HASH_BYTES, nodeHash } from './hashing.js';

/** No tree of this world is deeper; a longer proof is refused before anything is hashed. */
export const MAX_PROOF = 63;

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isProof = (proof: readonly Buffer[]): boolean =>
  proof.length <= MAX_PROOF && proof.every(({ length }) => length === HASH_BYTES);
const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Buffer;
  readonly root: Buffer;
  readonly proof: readonly Buffer[];
}

/** RFC 9162 §2.1.3.2. */
export function verifyInclusion({ index, size, leaf, root, proof }: Inclusion): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !isProof(proof) || leaf.length !== HASH_BYTES)
    return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const one of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(one, hash);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = nodeHash(hash, one);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && hash.equals(root);
}

export interface Consistency {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Buffer;
  readonly secondRoot: Buffer;
  readonly proof: readonly Buffer[];
}

/** RFC 9162 §2.1.4.2. The empty tree is no first tree: it says nothing about the second. */
export function verifyConsistency(given: Consistency): boolean {
  const { first, second, firstRoot, secondRoot, proof } = given;
  if (!isSize(first) || !isSize(second) || first < 1 || first > second || !isProof(proof)) return false;
  if (first === second) return proof.length === 0 && firstRoot.equals(secondRoot);
  if (firstRoot.length !== HASH_BYTES || secondRoot.length !== HASH_BYTES) return false;
  return grows(given, isPowerOfTwo(first) ? [firstRoot, ...proof] : proof);
}

function grows(
  { first, second, firstRoot, secondRoot, proof }: Consistency,
  path: readonly Buffer[],
): boolean {
  const [start, ...rest] = path;
  if (proof.length === 0 || !start) return false;
  let [fn, sn] = [first - 1, second - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let [fr, sr] = [start, start];
  for (const one of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      [fr, sr] = [nodeHash(one, fr), nodeHash(one, sr)];
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = nodeHash(sr, one);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && fr.equals(firstRoot) && sr.equals(secondRoot);
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
