import { authorityWithCode, referenceFacts } from '@lien-ket/access';
import { DomainError, type IsoDate } from '@lien-ket/kernel';

interface Facts {
  readonly id: string;
  readonly code?: string | null | undefined;
  readonly endsOn?: string | null | undefined;
  readonly successor?: string | null | undefined;
}

/**
 * What the reference data know is not typed otherwise: a province joins while it is
 * there, with its own code, and on one day a code is one tenant's.
 * @throws DomainError conflict tenant.notYet, tenant.ended, tenant.otherFact, tenant.codeTaken
 */
export function refuseFacts(present: readonly Facts[], given: Facts, today: IsoDate): void {
  const { beginsOn, ...known } = referenceFacts(given.id);
  if (known.code === undefined) return refuseTakenCode(present, given.code, today);
  if (beginsOn !== undefined && beginsOn > today) refuse('tenant.notYet', '/id', { from: beginsOn });
  if (known.endsOn !== undefined && known.endsOn < today) refuse('tenant.ended', '/id', { to: known.endsOn });
  refuseOtherFacts(given, known);
}

/** @throws DomainError conflict tenant.otherFact */
export function refuseOtherFacts(given: Omit<Facts, 'id'>, known: Omit<Facts, 'id'>): void {
  for (const field of ['code', 'endsOn', 'successor'] as const) {
    const [said, stands] = [given[field], known[field]];
    if (said && stands && said !== stands) refuse('tenant.otherFact', `/${field}`, { known: stands });
  }
}

/**
 * Of a tenant that the reference data do not know: neither a tenant's code nor that of a province that may still join.
 * @throws DomainError conflict tenant.codeTaken
 */
export function refuseTakenCode(present: readonly Facts[], code: Facts['code'], today: IsoDate): void {
  if (!code) return;
  const tenant = present.find((one) => one.code === code && (one.endsOn ?? today) >= today)?.id;
  const holder = tenant ?? authorityWithCode(code, today);
  if (holder !== undefined) refuse('tenant.codeTaken', '/code', { code, holder });
}

export function refuse(code: string, pointer: string, params: Readonly<Record<string, string>>): never {
  throw new DomainError('conflict', code, params, [{ pointer, code, params }]);
}
