import type { TenantFacts } from '@lien-ket/contracts';
import type { SystemDatabase } from '@lien-ket/read-model';
import type { AccountRecord, AccountRecords } from '@lien-ket/gateway/module';

export const PLATFORM_TABLES = `
CREATE TABLE IF NOT EXISTS tenant (id text PRIMARY KEY, name text NOT NULL, code text, ends_on date, successor text, begun boolean NOT NULL DEFAULT false, ordinal serial);
CREATE TABLE IF NOT EXISTS account (login text PRIMARY KEY, subject uuid UNIQUE NOT NULL, tenant text, record jsonb NOT NULL);
CREATE TABLE IF NOT EXISTS setting (name text PRIMARY KEY, value jsonb NOT NULL);
CREATE TABLE IF NOT EXISTS publisher_key (tenant text NOT NULL, id text NOT NULL, key text NOT NULL, since timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (tenant, id));
CREATE TABLE IF NOT EXISTS keyed_command (id uuid PRIMARY KEY, account uuid NOT NULL, operation text NOT NULL, hash text NOT NULL, answer jsonb, begun_at timestamptz NOT NULL DEFAULT now());
`;

export interface NewTenant extends Readonly<Partial<TenantFacts>> {
  readonly id: string;
  readonly name: string;
}

export interface Tenant extends Readonly<TenantFacts> {
  readonly id: string;
  readonly name: string;
  /** False until its own first day: nothing is delivered to it before. */
  readonly begun: boolean;
}

/** What no tenant owns: tenants, sign-in accounts, the demonstration day. */
export class PlatformStore implements AccountRecords {
  private known: readonly Tenant[] = [];

  constructor(private readonly db: SystemDatabase) {}

  async tenants(): Promise<readonly Tenant[]> {
    this.known = await this.db.query<Tenant>(
      `SELECT id, name, code, ends_on::text AS "endsOn", successor, begun FROM tenant ORDER BY ordinal`,
    );
    return this.known;
  }

  /** As of the last reading; kept in step by every change below. */
  get present(): readonly Tenant[] {
    return this.known;
  }

  /** Those whose own first day has come. */
  get begun(): readonly Tenant[] {
    return this.known.filter(({ begun }) => begun);
  }

  async addTenant(tenant: Omit<Tenant, 'begun'>): Promise<boolean> {
    const rows = await this.db.query(
      `INSERT INTO tenant (id, name, code, ends_on, successor) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
      [tenant.id, tenant.name, tenant.code, tenant.endsOn, tenant.successor],
    );
    await this.tenants();
    return rows.length > 0;
  }

  async setFacts(id: string, { code, endsOn, successor }: TenantFacts): Promise<void> {
    await this.db.query('UPDATE tenant SET code = $2, ends_on = $3, successor = $4 WHERE id = $1', [
      id,
      code,
      endsOn,
      successor,
    ]);
    await this.tenants();
  }

  /** Publishes a key that the tenant signs with what it shares; older keys stay, so that older messages can be checked. */
  async addPublisherKey(tenant: string, id: string, key: string): Promise<void> {
    await this.db.query(
      'INSERT INTO publisher_key (tenant, id, key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [tenant, id, key],
    );
  }

  async begin(id: string): Promise<void> {
    await this.db.query('UPDATE tenant SET begun = true WHERE id = $1', [id]);
    await this.tenants();
  }

  async setting<T>(name: string): Promise<T | undefined> {
    const [row] = await this.db.query<{ value: T }>('SELECT value FROM setting WHERE name = $1', [name]);
    return row?.value;
  }

  async set(name: string, value: unknown): Promise<void> {
    await this.db.query(
      'INSERT INTO setting VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      [name, JSON.stringify(value)],
    );
  }

  /** A command that was begun under this id; its answer once it was carried out to the end. */
  async keyed<Kept>(
    id: string,
  ): Promise<{ readonly hash: string; readonly answer: Kept | null } | undefined> {
    const [row] = await this.db.query<{ hash: string; answer: Kept | null }>(
      'SELECT hash, answer FROM keyed_command WHERE id = $1',
      [id],
    );
    return row;
  }

  async beginKeyed(
    id: string,
    {
      account,
      operation,
      hash,
    }: { readonly account: string; readonly operation: string; readonly hash: string },
  ): Promise<void> {
    await this.db.query(
      'INSERT INTO keyed_command (id, account, operation, hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [id, account, operation, hash],
    );
  }

  async answerKeyed(id: string, answer: unknown): Promise<void> {
    await this.db.query('UPDATE keyed_command SET answer = $2 WHERE id = $1', [id, JSON.stringify(answer)]);
  }

  async addAccounts(records: readonly AccountRecord[]): Promise<void> {
    for (const record of records) {
      await this.db.query('INSERT INTO account VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
        record.login,
        record.subject,
        record.tenant ?? null,
        JSON.stringify(record),
      ]);
    }
  }

  /** Accounts of one tenant. */
  async accountsOf(tenant: string): Promise<readonly AccountRecord[]> {
    const rows = await this.db.query<{ record: AccountRecord }>(
      'SELECT record FROM account WHERE tenant = $1 ORDER BY login',
      [tenant],
    );
    return rows.map(({ record }) => record);
  }

  async byLogin(login: string): Promise<AccountRecord | undefined> {
    const [row] = await this.db.query<{ record: AccountRecord }>(
      'SELECT record FROM account WHERE login = $1',
      [login],
    );
    return row?.record;
  }

  async bySubject(subject: string): Promise<AccountRecord | undefined> {
    const [row] = await this.db.query<{ record: AccountRecord }>(
      'SELECT record FROM account WHERE subject = $1',
      [subject],
    );
    return row?.record;
  }

  async all(): Promise<readonly AccountRecord[]> {
    const rows = await this.db.query<{ record: AccountRecord }>('SELECT record FROM account ORDER BY login');
    return rows.map(({ record }) => record);
  }

  async save(login: string, change: Pick<AccountRecord, 'credentials' | 'mustChange'>): Promise<void> {
    await this.db.query('UPDATE account SET record = record || $2 WHERE login = $1', [
      login,
      JSON.stringify(change),
    ]);
  }
}
