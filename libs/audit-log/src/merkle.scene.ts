import { createHash } from 'node:crypto';
import type { NodeReader } from './tree.js';

/** RFC 9162 §2.1.1 word by word, apart from the product's code. */
export const hash = (...parts: Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();
export const leafOf = (at: number): Buffer => hash(Buffer.of(0), Buffer.from(`leaf ${at}`));
export function naiveRoot(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (leaves.length <= 1) return first ?? hash();
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return hash(Buffer.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

/** All complete subtrees over the leaves, level by level. */
export function levelsOf(leaves: readonly Buffer[]): NodeReader {
  const levels = [leaves];
  for (let below = leaves; below.length > 1; below = levels.at(-1) ?? [])
    levels.push(
      Array.from({ length: Math.floor(below.length / 2) }, (_, at) =>
        hash(Buffer.of(1), ...below.slice(2 * at, 2 * at + 2)),
      ),
    );
  return async (height, index) => levels[height]?.[index] ?? Promise.reject(new Error('no node'));
}
