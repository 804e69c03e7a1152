import type { DifficultyState, DocumentRef } from '@lien-ket/contracts';
import { DomainError, refuseDayPast, refuseDayToCome } from '@lien-ket/kernel';
import { organisationsOf, type Sender } from '@lien-ket/access';
import type { Partners } from './party.queries.js';

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

/** @throws DomainError conflict difficulty.notConcerned, difficulty.partnerNotYet, difficulty.partnerEnded */
export function mustReach(to: string, partners: Partners | undefined): void {
  if (!partners?.concerned.includes(to)) clash('difficulty.notConcerned', to);
  if (!partners.begun.includes(to)) clash('difficulty.partnerNotYet', to);
  if (partners.ended.includes(to)) clash('difficulty.partnerEnded', to);
}

function clash(code: string, to: string): never {
  throw new DomainError('conflict', code, { to }, [{ pointer: '/to', code, params: { to } }]);
}

/** @throws DomainError invalid difficulty.dayToCome */
export function mustBeWritten(document: DocumentRef | undefined, today: string): void {
  refuseDayToCome(document?.date, today, { code: 'difficulty.dayToCome', pointer: '/document/date' });
}

export function refuse(code: string, pointer: string, params: Readonly<Record<string, string>> = {}): never {
  throw new DomainError('invalid', code, params, [{ pointer, code, params }]);
}

/** Who raised it says whether it is resolved. @throws DomainError forbidden difficulty.raiserOnly */
export function raiserOnly(by: Sender, raisedBy: string): void {
  const own = organisationsOf(by, ['officer', 'head', 'focal', 'region-coordinator']);
  if (!own.includes(raisedBy)) throw new DomainError('forbidden', 'difficulty.raiserOnly');
}

/** @throws DomainError invalid difficulty.dueInPast */
export function refusePast(dueOn: string | undefined, today: string): void {
  refuseDayPast(dueOn, today, { code: 'difficulty.dueInPast', pointer: '/dueOn' });
}

/** An answer that comes after the difficulty was settled is a step of it, and opens nothing again. */
export function waits({ state }: { readonly state: DifficultyState | null }): boolean {
  return state !== null && OPEN.includes(state);
}
