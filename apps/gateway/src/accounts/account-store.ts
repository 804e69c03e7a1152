import type { Instant, TenantId, Uuid } from '@lien-ket/kernel';

/** A sign-in account. Which rights it has is said by its tenant's staff events, never here. */
export interface SignInAccount {
  /** What a person types: `tien-giang.sct.officer`. */
  readonly login: string;
  /** The provider's own name for the person; never stored in an event. */
  readonly subject: Uuid;
  /** The random pseudonym that events name. */
  readonly account: Uuid;
  readonly name: string;
  /** Absent for the platform's administrator. */
  readonly tenant?: TenantId;
  readonly platformAdmin: boolean;
  /** True until the person has changed the password somebody else gave. */
  readonly mustChange: boolean;
  /** For lists of demonstration accounts only. */
  readonly organisation?: string;
  readonly role?: string;
  /** As people know them; the others are keys. */
  readonly tenantName?: string;
  readonly organisationName?: string;
}

export type Verified =
  | { readonly kind: 'good'; readonly account: SignInAccount }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly until: Instant };

export type Changed = Verified | { readonly kind: 'weak' };

/** Who may sign in. `PasswordAccounts` is the implementation over any `AccountRecords`. */
export interface AccountStore {
  find(login: string): Promise<SignInAccount | undefined>;
  bySubject(subject: Uuid): Promise<SignInAccount | undefined>;
  verify(login: string, password: string): Promise<Verified>;
  changePassword(login: string, present: string, next: string): Promise<Changed>;
  list(): Promise<readonly SignInAccount[]>;
}

/** What is kept beside an account: the password's hash, and the failures since the last success. */
export interface Credentials {
  readonly hash: string;
  readonly failures: number;
  readonly lockedUntil?: Instant;
}

export interface AccountRecord extends SignInAccount {
  readonly credentials: Credentials;
}

/** Where accounts are kept; the platform store implements it. */
export interface AccountRecords {
  byLogin(login: string): Promise<AccountRecord | undefined>;
  bySubject(subject: Uuid): Promise<AccountRecord | undefined>;
  all(): Promise<readonly AccountRecord[]>;
  save(
    login: string,
    change: { readonly credentials: Credentials; readonly mustChange: boolean },
  ): Promise<void>;
}

/** Accounts in this process only, for specs and for platforms whose accounts come from a list. */
export function memoryAccountRecords(records: readonly AccountRecord[]): AccountRecords {
  const byLogin = new Map(records.map((record) => [record.login, record]));
  return {
    byLogin: async (login) => byLogin.get(login),
    bySubject: async (subject) => [...byLogin.values()].find((record) => record.subject === subject),
    all: async () => [...byLogin.values()],
    save: async (login, change) => {
      const record = byLogin.get(login);
      if (record) byLogin.set(login, { ...record, ...change });
    },
  };
}
