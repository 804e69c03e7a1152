import { isTenantId, type TenantId } from '@lien-ket/kernel';

/** Which tenants a process or a principal serves: these only, or all but these, also those that join later. */
export type ServedTenants = { readonly only: readonly TenantId[] } | { readonly allBut: readonly TenantId[] };

const EXCEPT = '*-';

/**
 * `*`: all; `a+b` or `a,b`: these; `*-a+b`: all but these.
 * @throws Error naming the part that is no tenant id
 */
export function servedTenants(text: string): ServedTenants {
  if (text === '*') return { allBut: [] };
  return text.startsWith(EXCEPT) ? { allBut: idsOf(text.slice(EXCEPT.length)) } : { only: idsOf(text) };
}

function idsOf(text: string): TenantId[] {
  const ids = text.split(/[+,]/).map((id) => id.trim());
  const wrong = ids.find((id) => !isTenantId(id));
  if (wrong !== undefined) throw new Error(`"${wrong}" is no tenant id`);
  return ids;
}

export function serves(served: ServedTenants, tenant: TenantId): boolean {
  return 'only' in served ? served.only.includes(tenant) : !served.allBut.includes(tenant);
}
