import type { Context } from '@lien-ket/kernel';
import type { SystemDatabase } from './system-database.js';

export const KEY_TABLES = `
CREATE TABLE IF NOT EXISTS subject_key (
  kid uuid PRIMARY KEY, tenant text NOT NULL, subject uuid NOT NULL, cls text NOT NULL, wrapped bytea NOT NULL,
  UNIQUE (tenant, subject, cls)
);
`;

/** A person's key, wrapped by the tenant's key (libs/vault). */
export interface KeyRow {
  readonly kid: string;
  readonly wrapped: Buffer;
}

/** Wrapped keys of persons, in a database of their own; useless without the tenant's key, which is not in PostgreSQL. */
export class PersonKeys {
  constructor(private readonly db: SystemDatabase) {}

  async find(ctx: Context, kid: string): Promise<Buffer | undefined> {
    const [row] = await this.db.query<KeyRow>(
      'SELECT kid, wrapped FROM subject_key WHERE tenant = $1 AND kid = $2',
      [ctx.tenantId, kid],
    );
    return row?.wrapped;
  }

  async ensure(ctx: Context, subject: string, cls: string, make: () => KeyRow): Promise<KeyRow> {
    const made = make();
    await this.db.query(
      'INSERT INTO subject_key VALUES ($1, $2, $3, $4, $5) ON CONFLICT (tenant, subject, cls) DO NOTHING',
      [made.kid, ctx.tenantId, subject, cls, made.wrapped],
    );
    const [row] = await this.db.query<KeyRow>(
      'SELECT kid, wrapped FROM subject_key WHERE tenant = $1 AND subject = $2 AND cls = $3',
      [ctx.tenantId, subject, cls],
    );
    return row ?? made;
  }

  async destroy(ctx: Context, kid: string): Promise<void> {
    await this.db.query('DELETE FROM subject_key WHERE tenant = $1 AND kid = $2', [ctx.tenantId, kid]);
  }
}
