import { DomainError, type Fault } from '@lien-ket/kernel';

/** @throws DomainError invalid, by the first fault's code */
export function mustBeKnown(faults: readonly Fault[] = []): void {
  const [first] = faults;
  if (first) throw new DomainError('invalid', first.code, {}, faults.slice(0, 20));
}
