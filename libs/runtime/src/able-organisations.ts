import { inabilityOn } from '@lien-ket/access';
import { DomainError, type Context, type Uuid } from '@lien-ket/kernel';
import type { Runtime } from './runtime.js';

/** An organisation as a body names it. */
export interface NamedOrganisation {
  readonly id: Uuid;
  readonly pointer: string;
  /** One that has ended stands here as well: who took over acts for it, or it was named while it acted. */
  readonly mayHaveEnded?: boolean;
}

/**
 * Something new is given only to who can answer it: registered here, of this tenant, and not past its last day.
 * @throws DomainError invalid, with each that is not
 */
export async function mustBeAble(
  runtime: Runtime,
  ctx: Context,
  named: readonly NamedOrganisation[],
): Promise<void> {
  if (named.length === 0) return;
  await runtime.current(ctx);
  const known = await runtime.directory.byIds(
    ctx,
    named.map(({ id }) => id),
  );
  const faults = named.flatMap(({ id, pointer, mayHaveEnded = false }) => {
    const code = inabilityOn(
      known.find((one) => one.id === id),
      ctx.businessDate,
    );
    return code === undefined || (mayHaveEnded && code === 'organisation.gone') ? [] : [{ pointer, code }];
  });
  if (faults.length > 0) throw new DomainError('invalid', 'body.invalid', {}, faults);
}
