import { DomainError, isOutage } from '@lien-ket/kernel';

/** A handler's last error, and how often it tried. */
export class Failed extends Error {
  constructor(
    override readonly cause: unknown,
    readonly attempts: number,
  ) {
    super('a message could not be taken');
    this.name = cause instanceof DomainError ? cause.code : cause instanceof Error ? cause.name : 'unknown';
  }
}

/** One table: what will not become better by waiting. */
export function isPermanent(error: unknown): boolean {
  return error instanceof DomainError && error.kind !== 'unavailable' && error.kind !== 'stale';
}

/** What is wrong lies elsewhere (the database is away, a projection stands still): no message is parked for it. */
export function liesElsewhere(error: unknown): boolean {
  return error instanceof DomainError ? error.kind === 'unavailable' : isOutage(error);
}

export function reasonOf(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
