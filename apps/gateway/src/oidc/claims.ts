import type { SignInAccount } from '../accounts/account-store.js';

/** What a token says of an account. Rights are not in it: they come from the tenant's dated staff events. */
export function claimsOf(account: SignInAccount): Readonly<Record<string, unknown>> {
  return {
    account: account.account,
    name: account.name,
    ...(account.platformAdmin ? { lk_roles: ['platform-admin'] } : { tenant: account.tenant }),
  };
}
