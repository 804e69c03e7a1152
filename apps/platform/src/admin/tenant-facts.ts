import { referenceFacts } from '@lien-ket/access';
import { DomainError, type IsoDate } from '@lien-ket/kernel';

interface Facts {
  readonly id: string;
  readonly code?: string | null | undefined;
  readonly endsOn?: string | null | undefined;
  readonly successor?: string | null | undefined;
}

/**
 * What is typed of a new tenant does not contradict the reference data, which nobody mends afterwards; and a code is one
 * authority's on one day: codes were given anew in 2025.
 */
export function refuseFacts(present: readonly Facts[], given: Facts, today: IsoDate): void {
  const { beginsOn, ...known } = referenceFacts(given.id);
  for (const field of ['code', 'endsOn', 'successor'] as const) {
    const [said, stands] = [given[field], known[field]];
    if (said && stands && said !== stands) refuse('tenant.otherFact', `/${field}`, { known: stands });
  }
  if (beginsOn !== undefined && beginsOn > today) refuse('tenant.notYet', '/id', { from: beginsOn });
  const code = given.code ?? known.code;
  const holder = present.find((one) => code && one.code === code && !(one.endsOn && one.endsOn < today));
  if (holder) refuse('tenant.codeTaken', '/code', { tenant: holder.id });
}

function refuse(code: string, pointer: string, params: Record<string, string>): never {
  throw new DomainError('invalid', code, params, [{ pointer, code, params }]);
}
