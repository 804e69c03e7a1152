import type { Clock, Instant, Uuid } from '@lien-ket/kernel';
import { BoundedMap } from '../bounded-map.js';
import type {
  AccountRecord,
  AccountRecords,
  AccountStore,
  Changed,
  Credentials,
  SignInAccount,
  Verified,
} from './account-store.js';
import { hashPassword, matchesPassword } from './password.adapter.js';

export const FAILURES_TO_LOCK = 5;
export const LOCK_MINUTES = 15;
export const PASSWORD_MIN = 10;
const PASSWORD_MAX = 200;
const UNKNOWN_LOGINS = 10_000;

type Failing = Omit<Credentials, 'hash'>;
const NONE: Failing = { failures: 0 };

/** Accounts with passwords: locked after five failures, also for names that do not exist, so that nobody can tell. */
export class PasswordAccounts implements AccountStore {
  private readonly turns = new Map<string, Promise<unknown>>();
  private readonly unknown = new BoundedMap<Failing>(UNKNOWN_LOGINS);

  constructor(
    private readonly records: AccountRecords,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  async find(login: string): Promise<SignInAccount | undefined> {
    const record = await this.records.byLogin(nameOf(login));
    return record && accountOf(record);
  }

  async bySubject(subject: Uuid): Promise<SignInAccount | undefined> {
    const record = await this.records.bySubject(subject);
    return record && accountOf(record);
  }

  async list(): Promise<readonly SignInAccount[]> {
    return (await this.records.all()).map(accountOf);
  }

  verify(login: string, password: string): Promise<Verified> {
    const name = nameOf(login);
    return this.inTurn(name, () => this.check(name, password));
  }

  changePassword(login: string, present: string, next: string): Promise<Changed> {
    const name = nameOf(login);
    return this.inTurn(name, async () => {
      const verified = await this.check(name, present);
      if (verified.kind !== 'good') return verified;
      if (isWeak(name, present, next)) return { kind: 'weak' };
      const credentials = { hash: await hashPassword(next), ...NONE };
      await this.records.save(name, { credentials, mustChange: false });
      return { kind: 'good', account: { ...verified.account, mustChange: false } };
    });
  }

  private async check(name: string, password: string): Promise<Verified> {
    const record = await this.records.byLogin(name);
    const now = this.clock.now();
    const failing = record ? record.credentials : (this.unknown.get(name, Date.parse(now)) ?? NONE);
    if (failing.lockedUntil !== undefined && failing.lockedUntil > now)
      return { kind: 'locked', until: failing.lockedUntil };
    const good = await matchesPassword(password.slice(0, PASSWORD_MAX), record?.credentials.hash ?? '');
    if (record && good) {
      if (failing.failures > 0) await this.save(record, NONE);
      return { kind: 'good', account: accountOf(record) };
    }
    return this.fail(name, record, failing, now);
  }

  private async fail(
    name: string,
    record: AccountRecord | undefined,
    before: Failing,
    now: Instant,
  ): Promise<Verified> {
    const failures = before.lockedUntil === undefined ? before.failures + 1 : 1;
    const until = new Date(Date.parse(now) + LOCK_MINUTES * 60_000).toISOString();
    const failing = failures >= FAILURES_TO_LOCK ? { failures, lockedUntil: until } : { failures };
    if (record) await this.save(record, failing);
    else this.unknown.set(name, failing, Date.parse(until), Date.parse(now));
    return failures >= FAILURES_TO_LOCK ? { kind: 'locked', until } : { kind: 'wrong' };
  }

  private save({ login, credentials, mustChange }: AccountRecord, failing: Failing): Promise<void> {
    return this.records.save(login, { credentials: { hash: credentials.hash, ...failing }, mustChange });
  }

  /** Attempts on one name one after the other: sent side by side they would all count as the first. */
  private async inTurn<T>(name: string, attempt: () => Promise<T>): Promise<T> {
    const before = this.turns.get(name) ?? Promise.resolve();
    const mine = before.then(attempt, attempt);
    this.turns.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.turns.get(name) === mine) this.turns.delete(name);
    }
  }
}

function nameOf(login: string): string {
  return login.trim().toLowerCase().slice(0, 120);
}

function isWeak(login: string, present: string, next: string): boolean {
  const length = [...next].length;
  return (
    length < PASSWORD_MIN || next.length > PASSWORD_MAX || next === present || next.toLowerCase() === login
  );
}

/** The account without its credentials: a hash never leaves this file. */
function accountOf(record: AccountRecord): SignInAccount {
  const { login, subject, account, name, platformAdmin, mustChange } = record;
  const { tenant, organisation, role, tenantName, organisationName } = record;
  const known = { tenant, organisation, role, tenantName, organisationName };
  const optional = Object.entries(known).filter(([, value]) => value !== undefined);
  return { login, subject, account, name, platformAdmin, mustChange, ...Object.fromEntries(optional) };
}
