import { authorityName } from '../words/names.js';
import { useList, useMe } from './queries.js';
import { reads } from './reads.js';

/** Authorities by name: the agreements that we see print their parties; the platform's key of one is never shown. */
function usePartyNames(): Map<string, string> {
  const { data: me } = useMe();
  const inTenant = me?.assignments.some(({ role }) => role !== 'platform-admin') ?? false;
  const { items } = useList(reads.agreements({ limit: 200 }), inTenant);
  const names = new Map<string, string>();
  for (const { content } of items)
    for (const { tenant, name } of content.parties) if (tenant) names.set(tenant, authorityName(name));
  return names;
}

export function useTenantNames(): (tenant: string) => string | undefined {
  const { data: me } = useMe();
  const names = usePartyNames();
  if (me) names.set(me.tenant, authorityName(me.tenantName));
  return (tenant) => names.get(tenant);
}

/** Whom a plan can name as taking part: the other parties of the agreements that we see. */
export function usePartnerOptions(): { value: string; label: string }[] {
  const { data: me } = useMe();
  return [...usePartyNames()]
    .filter(([tenant]) => tenant !== me?.tenant)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
}
