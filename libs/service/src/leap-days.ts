import { DomainError, isoDate, isIsoDate, type Fault } from '@lien-ket/kernel';
import { pointerOf } from './zod-faults.js';

type Path = readonly PropertyKey[];

/**
 * Refuses a partial date of a day that its month has in other years only: 29/02/2023. The contract can't say it, because
 * events that say such a day may have been stored and shared, and are read by the same schema.
 * @throws DomainError invalid body.invalid, a fault date.notADay per place
 */
export function refuseLeapDays(body: unknown): void {
  const faults = [...faultsIn(body, [])];
  if (faults.length > 0) throw new DomainError('invalid', 'body.invalid', {}, faults);
}

function* faultsIn(value: unknown, path: Path): Generator<Fault> {
  if (typeof value !== 'object' || value === null) return;
  const { year, month, day } = value as Readonly<Record<'year' | 'month' | 'day', unknown>>;
  if (typeof year === 'number' && typeof month === 'number' && typeof day === 'number') {
    if (!isIsoDate(isoDate(year, month, day))) yield { pointer: pointerOf(path), code: 'date.notADay' };
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* faultsIn(inner, [...path, key]);
}
