import { hashPassword, type AccountRecord } from '@lien-ket/gateway/module';
import { DomainError } from '@lien-ket/kernel';
import { systemRandomness } from '@lien-ket/vault';
import type { PlatformStore } from '../store/platform-store.js';

/** An account as its administrator sees it; the password is shown once, and changed at the first sign-in. */
export interface GivenAccount {
  readonly login: string;
  readonly account: string;
  readonly name: string;
  readonly password: string;
}

const PASSWORD_BYTES = 12;

/**
 * Makes a sign-in account of a tenant, with a one-time password.
 * @throws DomainError conflict account.exists; invalid account.otherTenant
 */
export async function giveAccount(
  store: PlatformStore,
  tenant: string | undefined,
  { login, name }: { readonly login: string; readonly name: string },
  fields: Partial<AccountRecord> = {},
): Promise<GivenAccount> {
  if (tenant !== undefined && !login.startsWith(`${tenant}.`))
    throw new DomainError('invalid', 'account.otherTenant', { tenant }, [
      { pointer: '/login', code: 'account.otherTenant', params: { tenant } },
    ]);
  if (await store.byLogin(login)) throw new DomainError('conflict', 'account.exists');
  const password = systemRandomness.bytes(PASSWORD_BYTES).toString('base64url');
  const record: AccountRecord = {
    login,
    subject: systemRandomness.uuid(),
    account: systemRandomness.uuid(),
    name,
    ...(tenant === undefined ? {} : { tenant }),
    platformAdmin: false,
    mustChange: true,
    credentials: { hash: await hashPassword(password), failures: 0 },
    ...fields,
  };
  await store.addAccounts([record]);
  return { login, account: record.account, name, password };
}

/** A new one-time password for an account of the tenant. @throws DomainError notFound, also for a foreign one */
export async function renewPassword(
  store: PlatformStore,
  tenant: string,
  account: string,
): Promise<GivenAccount> {
  const record = (await store.accountsOf(tenant)).find((one) => one.account === account);
  if (!record) throw new DomainError('notFound', 'notFound');
  return renewOf(store, record);
}

/** A new one-time password. */
export async function renewOf(store: PlatformStore, record: AccountRecord): Promise<GivenAccount> {
  const password = systemRandomness.bytes(PASSWORD_BYTES).toString('base64url');
  const credentials = { hash: await hashPassword(password), failures: 0 };
  await store.save(record.login, { credentials, mustChange: true });
  return { login: record.login, account: record.account, name: record.name, password };
}
