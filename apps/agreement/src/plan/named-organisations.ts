import { uuid } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';

interface Named {
  readonly id: string;
  readonly pointer: string;
}

/**
 * Where a body names an organisation that our register does not have: on such a lead nobody would ever work, and an
 * issued plan is not mended. The body is not yet checked here; an organisation of another tenant is that one's.
 */
export async function unknownOrganisations(
  runtime: Runtime,
  ctx: Context,
  body: unknown,
): Promise<readonly string[]> {
  const named = namedIn(body, '', ctx.tenantId);
  const rows = await runtime.directory.byIds(
    ctx,
    named.map(({ id }) => id),
  );
  const known = new Set(rows.map(({ id }) => id));
  return named.filter(({ id }) => !known.has(id)).map(({ pointer }) => pointer);
}

function namedIn(value: unknown, at: string, own: string): Named[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => namedIn(one, `${at}/${index}`, own));
  if (typeof value !== 'object' || value === null) return [];
  const { tenant = own } = value as { tenant?: unknown };
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) => {
    const pointer = `${at}/${name}`;
    if (name !== 'organisationId' && name !== 'focalAgencyId') return namedIn(one, pointer, own);
    const { success, data } = uuid.safeParse(one);
    return success && tenant === own ? [{ id: data, pointer }] : [];
  });
}
