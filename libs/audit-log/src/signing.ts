import type { Checkpoint } from './checkpoint.js';
import { verifyConsistency } from './proofs.js';

/** That a log would have to sign a second history, or a shorter one. */
export class ForkRefused extends Error {
  constructor(
    readonly signed: Checkpoint,
    readonly next: Checkpoint,
  ) {
    super(`${next.origin}: ${next.size} leaves do not continue the ${signed.size} that were signed`);
    this.name = 'ForkRefused';
  }
}

/**
 * Whether a checkpoint may follow what was signed, or was about to be signed, before: the same one again, or a larger
 * tree that contains it.
 * @param proof of consistency from the size signed to the next; of no meaning where the sizes are the same
 * @throws ForkRefused
 */
export function continues(
  signed: Checkpoint | undefined,
  next: Checkpoint,
  proof: readonly Buffer[],
): 'again' | 'on' {
  if (!signed) return 'on';
  const isSame = signed.root.equals(next.root) && signed.headsRoot.equals(next.headsRoot);
  if (signed.origin !== next.origin || signed.size > next.size) throw new ForkRefused(signed, next);
  if (signed.size === next.size) {
    if (isSame && signed.streams === next.streams) return 'again';
    throw new ForkRefused(signed, next);
  }
  const sizes = { first: signed.size, second: next.size, firstRoot: signed.root, secondRoot: next.root };
  if (!verifyConsistency({ ...sizes, proof })) throw new ForkRefused(signed, next);
  return 'on';
}
