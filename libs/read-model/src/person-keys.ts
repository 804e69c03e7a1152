import type { Context } from '@lien-ket/kernel';
import type { SystemDatabase } from './system-database.js';

export const KEY_TABLES = `
CREATE TABLE IF NOT EXISTS subject_key (
  kid uuid PRIMARY KEY, tenant text NOT NULL, subject uuid NOT NULL, cls text NOT NULL, wrapped bytea NOT NULL,
  UNIQUE (tenant, subject, cls)
);
ALTER TABLE subject_key ADD COLUMN IF NOT EXISTS version int NOT NULL DEFAULT 1;
CREATE TABLE IF NOT EXISTS tenant_key (tenant text PRIMARY KEY, version int NOT NULL);
CREATE TABLE IF NOT EXISTS erasure_ledger (id uuid NOT NULL, entries int NOT NULL, head text NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS erasure_ledger_one ON erasure_ledger ((true));
CREATE OR REPLACE FUNCTION make_key(
  new_kid uuid, of_tenant text, of_subject uuid, of_cls text, new_wrapped bytea, by_version int
) RETURNS int LANGUAGE plpgsql AS $$
DECLARE present int;
BEGIN
  INSERT INTO tenant_key VALUES (of_tenant, 1) ON CONFLICT DO NOTHING;
  -- Held to the end: the tenant's key is not replaced between this look and the new row.
  SELECT version INTO present FROM tenant_key WHERE tenant = of_tenant FOR SHARE;
  IF present = by_version THEN
    INSERT INTO subject_key (kid, tenant, subject, cls, wrapped, version)
      VALUES (new_kid, of_tenant, of_subject, of_cls, new_wrapped, by_version)
      ON CONFLICT (tenant, subject, cls) DO NOTHING;
  END IF;
  RETURN present;
END $$;
`;

/** A person's key, wrapped by a version of the tenant's key (libs/vault). */
export interface KeyRow {
  readonly kid: string;
  readonly wrapped: Buffer;
  readonly version: number;
}

/** How far the ledger of erasures went when a key was last destroyed (libs/vault). */
export interface KeptLedger {
  readonly id: string;
  readonly entries: number;
  readonly head: string;
}

/** Wrapped keys of persons, in a database of their own; useless without the tenant's key, which is not in PostgreSQL. */
export class PersonKeys {
  constructor(private readonly db: SystemDatabase) {}

  async find(ctx: Context, kid: string): Promise<KeyRow | undefined> {
    const [row] = await this.db.query<KeyRow>(
      'SELECT kid, wrapped, version FROM subject_key WHERE tenant = $1 AND kid = $2',
      [ctx.tenantId, kid],
    );
    return row;
  }

  /** The version by which new keys of the tenant are wrapped. */
  async version(ctx: Context): Promise<number> {
    const [row] = await this.db.query<{ version: number }>(
      'SELECT version FROM tenant_key WHERE tenant = $1',
      [ctx.tenantId],
    );
    return row?.version ?? 1;
  }

  async ensure(
    ctx: Context,
    subject: string,
    cls: string,
    make: (version: number) => KeyRow,
  ): Promise<KeyRow> {
    for (let version = await this.version(ctx); ;) {
      const made = make(version);
      const [said] = await this.db.query<{ present: number }>(
        'SELECT make_key($1, $2, $3, $4, $5, $6) AS present',
        [made.kid, ctx.tenantId, subject, cls, made.wrapped, version],
      );
      const [row] = await this.db.query<KeyRow>(
        'SELECT kid, wrapped, version FROM subject_key WHERE tenant = $1 AND subject = $2 AND cls = $3',
        [ctx.tenantId, subject, cls],
      );
      if (row) return row;
      version = said?.present ?? version;
    }
  }

  async destroy(ctx: Context, kid: string, ledger: KeptLedger): Promise<void> {
    await this.db.query(
      `WITH gone AS (DELETE FROM subject_key WHERE tenant = $1 AND kid = $2)
       UPDATE erasure_ledger SET id = $3, entries = $4, head = $5 WHERE entries < $4 OR id <> $3`,
      [ctx.tenantId, kid, ledger.id, ledger.entries, ledger.head],
    );
  }

  /** Undefined before the first start with a ledger. */
  async ledger(): Promise<KeptLedger | undefined> {
    const [row] = await this.db.query<KeptLedger>('SELECT id, entries, head FROM erasure_ledger');
    return row;
  }

  /** Destroys again what a restored database brought back, and keeps how far the ledger goes. */
  async replay(
    erased: readonly { readonly tenant: string; readonly kid: string }[],
    { id, entries, head }: KeptLedger,
  ): Promise<void> {
    await this.db.query(
      `DELETE FROM subject_key k USING json_to_recordset($1) AS gone(tenant text, kid uuid)
        WHERE k.tenant = gone.tenant AND k.kid = gone.kid`,
      [JSON.stringify(erased)],
    );
    await this.db.query(
      `INSERT INTO erasure_ledger VALUES ($1, $2, $3) ON CONFLICT ((true))
       DO UPDATE SET id = $1, entries = $2, head = $3`,
      [id, entries, head],
    );
  }

  /** From here on new keys of the tenant are wrapped by this version. Idempotent. */
  async begin(ctx: Context, version: number): Promise<void> {
    await this.db.query('INSERT INTO tenant_key VALUES ($1, 1) ON CONFLICT DO NOTHING', [ctx.tenantId]);
    await this.db.query('UPDATE tenant_key SET version = $2 WHERE tenant = $1 AND version < $2', [
      ctx.tenantId,
      version,
    ]);
  }

  /** Keys that another version wraps. */
  stale(ctx: Context, version: number, limit: number): Promise<KeyRow[]> {
    return this.db.query<KeyRow>(
      'SELECT kid, wrapped, version FROM subject_key WHERE tenant = $1 AND version <> $2 ORDER BY kid LIMIT $3',
      [ctx.tenantId, version, limit],
    );
  }

  /** A key that was destroyed meanwhile stays destroyed. */
  async rewrap(ctx: Context, rows: readonly KeyRow[]): Promise<void> {
    const given = rows.map(({ kid, wrapped, version }) => ({
      kid,
      version,
      wrapped: `\\x${wrapped.toString('hex')}`,
    }));
    await this.db.query(
      `UPDATE subject_key k SET wrapped = n.wrapped::bytea, version = n.version
         FROM json_to_recordset($2) AS n(kid uuid, wrapped text, version int)
        WHERE k.tenant = $1 AND k.kid = n.kid AND k.version < n.version`,
      [ctx.tenantId, JSON.stringify(given)],
    );
  }
}
