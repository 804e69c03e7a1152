/**
 * Why a command or a query was refused. One table (libs/service) maps the kinds to HTTP status,
 * one (libs/messaging) to retry or park.
 */
export type DomainErrorKind =
  | 'invalid' // the input is wrong in itself: 400 / 422
  | 'unauthenticated' // no valid token: 401
  | 'forbidden' // the actor may not: 403
  | 'notFound' // does not exist, or belongs to another tenant: 404, indistinguishable
  | 'gone' // was there, and was erased for good: 410
  | 'conflict' // not allowed in the present state: 409
  | 'stale' // expected revision is not the present one: 412
  | 'preconditionRequired' // If-Match is missing: 428
  | 'tooLarge' // 413
  | 'duplicate' // the same command id with another body: 422
  | 'unavailable'; // try again later: 503

/** One fault of an input: JSON pointer and stable code; `params` fill the catalogue's sentence. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** One event that the sender of a stale command has not seen: what, by which role of which organisation, when. */
export interface ChangedSince {
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly role: string;
  readonly organisationId?: string;
}

/** A refusal. `code` is stable and looked up in the message catalogues; the message is for logs only. */
export class DomainError extends Error {
  constructor(
    readonly kind: DomainErrorKind,
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly faults: readonly Fault[] = [],
    /** Of `stale`: what was recorded since the revision that the sender saw. */
    readonly since: readonly ChangedSince[] = [],
  ) {
    super(`${kind} ${code} ${JSON.stringify(params)}`);
    this.name = 'DomainError';
  }
}

/**
 * System errors of a connection or a full disk, and PostgreSQL's classes 08 (connection), 53 (resources, a full disk
 * among them) and 57P (shut down).
 */
const OUTAGES = ['ECONN', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'ENOSPC', '08', '53', '57P'];

/** True when what is wrong lies outside and passes: a store that is away or full. Nobody's input made it. */
export function isOutage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return OUTAGES.some((outage) => code.startsWith(outage));
}
