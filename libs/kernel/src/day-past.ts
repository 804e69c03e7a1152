import type { IsoDate } from './dates.js';
import { DomainError } from './errors.js';

/**
 * What is to be done bears no day that is over when it is set. Each kind of thing has its own stable code.
 * @throws DomainError invalid, by the code
 */
export function refuseDayPast(
  said: IsoDate | undefined,
  today: IsoDate,
  { code, pointer }: { readonly code: string; readonly pointer: string },
): void {
  if (said !== undefined && said < today)
    throw new DomainError('invalid', code, { today }, [{ pointer, code, params: { today } }]);
}
