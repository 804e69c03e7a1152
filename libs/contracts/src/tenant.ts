import { z } from 'zod';
import { defineEvent } from './event-contract.js';
import { isoDate, tenantId, text, uuid } from './values.js';

/** What the platform's register says of a tenant beside its id and name. */
export const tenantFacts = z.object({
  code: text(10).nullable(),
  endsOn: isoDate.nullable(),
  successor: tenantId.nullable(),
});
export type TenantFacts = z.infer<typeof tenantFacts>;

/** A correction of the register, told to the tenant itself: its auditor sees who corrected what, and why. */
export const tenantEvents = {
  corrected: defineEvent(
    'lk.agreement.tenant.corrected.v1',
    z.object({ before: tenantFacts, after: tenantFacts, reason: text(1000), by: uuid }),
  ),
};
