import { hashPassword, type AccountRecord } from '@lien-ket/gateway/module';
import { DomainError, uuidFrom, type Uuid } from '@lien-ket/kernel';
import type { PlatformStore } from '../store/platform-store.js';

/** An account as its administrator sees it. */
export interface AccountName {
  readonly login: string;
  readonly account: string;
  readonly name: string;
}

/** With the one-time password, which is changed at the first sign-in. */
export interface GivenAccount extends AccountName {
  readonly password: string;
}

/** The command that gives an account or a password, and the password it gives. */
export interface Giving {
  readonly commandId: Uuid;
  readonly password: string;
}

type NewAccount = Pick<AccountRecord, 'login' | 'name'>;

/** @throws DomainError conflict account.exists; invalid account.otherTenant */
export async function refuseAccount(
  store: PlatformStore,
  tenant: string,
  { login }: NewAccount,
): Promise<void> {
  if (!login.startsWith(`${tenant}.`))
    throw new DomainError('invalid', 'account.otherTenant', { tenant }, [
      { pointer: '/login', code: 'account.otherTenant', params: { tenant } },
    ]);
  if (await store.byLogin(login)) throw new DomainError('conflict', 'account.exists');
}

/**
 * Makes a sign-in account, of a tenant or of the platform itself. Its ids follow from the command: carried out again, it
 * is the same account.
 */
export async function giveAccount(
  store: PlatformStore,
  tenant: string | undefined,
  { login, name }: NewAccount,
  { commandId, password }: Giving,
  fields: Partial<AccountRecord> = {},
): Promise<AccountName> {
  const account = uuidFrom('account', commandId);
  const record: AccountRecord = {
    login,
    subject: uuidFrom('subject', commandId),
    account,
    name,
    ...(tenant === undefined ? {} : { tenant }),
    platformAdmin: false,
    mustChange: true,
    credentials: { hash: await hashPassword(password), failures: 0 },
    ...fields,
  };
  await store.addAccounts([record]);
  return { login, account, name };
}

/** An account of the tenant. @throws DomainError notFound, also for a foreign one */
export async function accountOf(
  store: PlatformStore,
  tenant: string,
  account: string,
): Promise<AccountRecord> {
  const record = (await store.accountsOf(tenant)).find((one) => one.account === account);
  if (!record) throw new DomainError('notFound', 'notFound');
  return record;
}

/** A new one-time password. */
export async function renewPassword(
  store: PlatformStore,
  { login, account, name }: AccountRecord,
  password: string,
): Promise<AccountName> {
  const credentials = { hash: await hashPassword(password), failures: 0 };
  await store.save(login, { credentials, mustChange: true });
  return { login, account, name };
}
