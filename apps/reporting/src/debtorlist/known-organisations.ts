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
  const named = namedIn(body);
  const known = await runtime.directory.byIds(
    ctx,
    named.map(({ id }) => id),
  );
  const faults = named.flatMap(({ id, pointer }) => {
    const organisation = known.find((one) => one.id === id);
    if (organisation && !organisation.outside) return [];
    const code = organisation ? 'debtorlist.outsideOrganisation' : 'debtorlist.unknownOrganisation';
    return [{ pointer, code }];
  });
  if (faults.length > 0) throw new DomainError('invalid', 'body.invalid', {}, faults);
}

const listed = z.object({ debtors: z.array(uuid) });
const asking = z.object({
  content: z.object({
    requests: z.array(z.object({ debtors: z.array(z.object({ organisationId: uuid.optional() })) })),
  }),
});

/** In a list to be confirmed, and in what a campaign should have asked. */
function namedIn(body: unknown): { id: string; pointer: string }[] {
  const { debtors = [] } = listed.safeParse(body).data ?? {};
  const { requests = [] } = asking.safeParse(body).data?.content ?? {};
  return [
    ...debtors.map((id, index) => ({ id, pointer: `/debtors/${index}` })),
    ...requests.flatMap((request, at) =>
      request.debtors.flatMap(({ organisationId: id }, index) =>
        id ? [{ id, pointer: `/content/requests/${at}/debtors/${index}/organisationId` }] : [],
      ),
    ),
  ];
}
