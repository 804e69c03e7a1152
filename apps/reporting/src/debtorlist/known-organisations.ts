import { z } from 'zod';
import { uuid } from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';

/**
 * An organisation outside the authority has no account here, so what it owed could never be answered.
 * @throws DomainError invalid debtorlist.unknownOrganisation, debtorlist.outsideOrganisation; what is no list at all is
 * left to the contract
 */
export async function refuseUnknownOrganisations(
  runtime: Runtime,
  ctx: Context,
  body: unknown,
): Promise<void> {
  const named = z.object({ debtors: z.array(uuid) }).safeParse(body);
  if (!named.success) return;
  const known = await runtime.directory.byIds(ctx, named.data.debtors);
  const faults = named.data.debtors.flatMap((id, index) => {
    const organisation = known.find((one) => one.id === id);
    if (organisation && !organisation.outside) return [];
    const code = organisation ? 'debtorlist.outsideOrganisation' : 'debtorlist.unknownOrganisation';
    return [{ pointer: `/debtors/${index}`, code }];
  });
  if (faults.length > 0) throw new DomainError('invalid', 'body.invalid', {}, faults);
}
