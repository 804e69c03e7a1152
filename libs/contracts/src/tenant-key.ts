import { z } from 'zod';
import { defineEvent } from './event-contract.js';

/** The key that wraps the tenant's persons' keys: which version, never the key. */
export const tenantKeyEvents = {
  replaced: defineEvent('lk.agreement.tenantkey.replaced.v1', z.object({ version: z.number().int().min(2) })),
};
