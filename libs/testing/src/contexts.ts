import { makeContext, type Assignment, type Context, type Role } from '@lien-ket/kernel';

/** A context as the HTTP guard would make it; specs only. */
export function contextOf(
  tenantId: string,
  fields: {
    account?: string;
    role?: Role;
    organisationId?: string;
    businessDate?: string;
    now?: string;
    assignments?: readonly Assignment[];
  } = {},
): Context {
  const role = fields.role ?? 'system';
  const assignments =
    fields.assignments ?? (fields.organisationId ? [{ organisationId: fields.organisationId, role }] : []);
  return makeContext({
    tenantId,
    actor: {
      account: fields.account ?? '00000000-0000-4000-8000-000000000000',
      role,
      ...(fields.organisationId ? { organisationId: fields.organisationId } : {}),
      kind: role === 'system' ? 'system' : 'person',
    },
    assignments,
    correlationId: '00000000-0000-4000-8000-00000000c0de',
    now: fields.now ?? '2025-03-11T01:00:00.000Z',
    businessDate: fields.businessDate ?? '2025-03-11',
  });
}
