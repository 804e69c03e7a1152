import { z } from 'zod';
import { uuid, type CampaignData } from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import { mustBeAble, type NamedOrganisation, type Runtime } from '@lien-ket/runtime';

const requests = z.array(z.object({ debtors: z.array(z.object({ organisationId: uuid.optional() })) }));
const naming = z.object({
  debtors: z.array(uuid).optional(),
  requests: requests.optional(),
  content: z.object({ requests }).optional(),
});

/**
 * Whom a campaign asks must be able to answer. What the paper names may have ended since it was written: then who took
 * over is asked (`askedNow`). @throws DomainError invalid
 */
export function debtorsAreAble(runtime: Runtime, ctx: Context, body: unknown): Promise<void> {
  const { debtors = [], content, requests: asked } = naming.parse(body);
  const confirmed = debtors.map((id, index) => ({ id, pointer: `/debtors/${index}` }));
  const named = [...namedIn(asked, ''), ...namedIn(content?.requests, '/content')];
  return mustBeAble(runtime, ctx, [...confirmed, ...named]);
}

function namedIn(asked: z.infer<typeof requests> | undefined, at: string): NamedOrganisation[] {
  return (asked ?? []).flatMap((request, which) =>
    request.debtors.flatMap(({ organisationId: id }, index) =>
      id ? [{ id, pointer: `${at}${placeOf(which, index)}`, mayHaveEnded: true }] : [],
    ),
  );
}

const placeOf = (request: number, index: number): string =>
  `/requests/${request}/debtors/${index}/organisationId`;

/**
 * Who is asked on the day: of an organisation that has ended who took over, under the name as printed.
 * @param successors of those that have ended; null where nobody took over
 * @param owing who was asked before, and owes that whatever became of it
 * @throws DomainError invalid organisation.gone
 */
export function askedNow(
  data: CampaignData,
  successors: Readonly<Record<string, string | null>>,
  { owing, at }: { readonly owing: readonly string[]; readonly at: string },
): CampaignData {
  const code = 'organisation.gone';
  const asked = data.requests.map((request, which) => ({
    ...request,
    debtors: request.debtors.map((debtor, index) => {
      const { organisationId: id } = debtor;
      if (id === undefined || owing.includes(id) || !(id in successors)) return debtor;
      const organisationId = successors[id];
      if (!organisationId)
        throw new DomainError('invalid', code, {}, [{ pointer: `${at}${placeOf(which, index)}`, code }]);
      return { ...debtor, organisationId };
    }),
  }));
  return { ...data, requests: asked };
}
