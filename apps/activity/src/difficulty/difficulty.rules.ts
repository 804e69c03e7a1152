import type { DifficultyState } from '@lien-ket/contracts';
import { DomainError } from '@lien-ket/kernel';

export interface Authority {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}
export const OPEN: readonly DifficultyState[] = [
  'raised',
  'received',
  'assigned',
  'submittedToCommittee',
  'petitioned',
  'answered',
  'reopened',
];
/**
 * Kinds of organisations that are asked over the tenant: what a department or a partner can answer is no petition. The
 * own people's committee is submitted to, and it is its leader who petitions (LIVES: công văn, 000:470).
 */
export const COMPETENT: readonly string[] = [
  'ministry',
  'party',
  'council',
  'inspectorate',
  'socialInsurance',
];

/** @throws DomainError conflict difficulty.wrongState */
export function mayBe(
  difficulty: { readonly state: DifficultyState | null },
  states: readonly DifficultyState[],
): void {
  if (difficulty.state === null || !states.includes(difficulty.state))
    throw new DomainError('conflict', 'difficulty.wrongState', { state: difficulty.state ?? 'none' });
}

export function refuse(code: string, pointer: string): never {
  throw new DomainError('invalid', code, {}, [{ pointer, code }]);
}
