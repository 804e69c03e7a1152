import { z } from 'zod';
import { uuid } from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';

/** @throws DomainError invalid debtorlist.unknownOrganisation; what is no list at all is left to the contract */
export async function refuseUnknownOrganisations(
  runtime: Runtime,
  ctx: Context,
  body: unknown,
): Promise<void> {
  const named = z.object({ debtors: z.array(uuid) }).safeParse(body);
  if (!named.success) return;
  const known = await runtime.directory.byIds(ctx, named.data.debtors);
  const missing = named.data.debtors.findIndex((id) => !known.some((one) => one.id === id));
  if (missing >= 0)
    throw new DomainError('invalid', 'body.invalid', {}, [
      { pointer: `/debtors/${missing}`, code: 'debtorlist.unknownOrganisation' },
    ]);
}
