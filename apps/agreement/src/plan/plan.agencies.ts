import { DomainError } from '@lien-ket/kernel';

/** @throws DomainError invalid plan.organisationUnknown */
export function mustBeRegistered(pointers: readonly string[] = []): void {
  if (pointers.length === 0) return;
  const code = 'plan.organisationUnknown';
  const faults = pointers.slice(0, 20).map((pointer) => ({ pointer, code }));
  throw new DomainError('invalid', code, {}, faults);
}
