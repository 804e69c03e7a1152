import type { Context } from '@lien-ket/kernel';
import type { SystemDatabase } from './system-database.js';

/** The database of read-access records: apart from every plan's log and from the keys (docs/adr/0014). */
export const READS_DATABASE = 'lk_reads';

export const READ_TABLES = `
CREATE TABLE IF NOT EXISTS person_read (
  tenant text NOT NULL, seq bigint GENERATED ALWAYS AS IDENTITY, at timestamptz NOT NULL DEFAULT clock_timestamp(),
  business_date date NOT NULL, account uuid NOT NULL, role text NOT NULL, organisation uuid, subject uuid NOT NULL,
  cls text NOT NULL, purpose text NOT NULL, correlation uuid NOT NULL, PRIMARY KEY (tenant, seq)
);
CREATE INDEX IF NOT EXISTS person_read_subject ON person_read (tenant, subject, seq);
CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'records of reading are append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON person_read
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
`;

/** What is read of whom, and what for. */
export interface PersonReading {
  /** The person's id: the same that names his key. */
  readonly subject: string;
  readonly cls: string;
  /** The operation that shows the person, by its id in the interface's document: `contacts.get`. */
  readonly purpose: string;
}

/** One record, as an auditor sees it. Who read is a pseudonym, as in every event. */
export interface PersonReadRow extends PersonReading {
  readonly seq: number;
  readonly at: string;
  readonly businessDate: string;
  readonly account: string;
  readonly role: string;
  readonly organisationId: string | null;
  readonly correlationId: string;
}

export interface PersonReadFilter {
  readonly person?: string;
  /** An account, or a role. */
  readonly actor?: string;
  /** Business days, both counted in. */
  readonly from?: string;
  readonly to?: string;
}

export interface PersonReadPage {
  readonly limit: number;
  readonly after: number | null;
  readonly newestFirst: boolean;
}

const COLUMNS = `seq::int, at, business_date::text AS "businessDate", account, role, organisation AS "organisationId",
  subject, cls, purpose, correlation AS "correlationId"`;
const WHERE = `tenant = $1 AND ($2::uuid IS NULL OR subject = $2) AND ($3::text IS NULL OR account::text = $3 OR role = $3)
  AND ($4::date IS NULL OR business_date >= $4) AND ($5::date IS NULL OR business_date <= $5)`;

/** Who read whose personal data: written before anything is shown, never changed. */
export class PersonReads {
  constructor(private readonly db: SystemDatabase) {}

  /** @throws when it could not be written: then nothing may be read */
  async record(ctx: Context, { subject, cls, purpose }: PersonReading): Promise<void> {
    const { account, role, organisationId = null } = ctx.actor;
    await this.db.query(
      `INSERT INTO person_read (tenant, business_date, account, role, organisation, subject, cls, purpose, correlation)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ctx.tenantId,
        ctx.businessDate,
        account,
        role,
        organisationId,
        subject,
        cls,
        purpose,
        ctx.correlationId,
      ],
    );
  }

  /** A page of records behind `after` (a record's `seq`), and how many there are in all. */
  async list(
    ctx: Context,
    filter: PersonReadFilter,
    { limit, after, newestFirst }: PersonReadPage,
  ): Promise<{ readonly rows: PersonReadRow[]; readonly total: number }> {
    const { person = null, actor = null, from = null, to = null } = filter;
    const values = [ctx.tenantId, person, actor, from, to];
    const [counted] = await this.db.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM person_read WHERE ${WHERE}`,
      values,
    );
    const rows = await this.db.query<PersonReadRow & { at: Date | string }>(
      `SELECT ${COLUMNS} FROM person_read WHERE ${WHERE} AND ($6::bigint IS NULL OR seq ${newestFirst ? '<' : '>'} $6)
        ORDER BY seq ${newestFirst ? 'DESC' : 'ASC'} LIMIT $7`,
      [...values, after, limit],
    );
    return {
      rows: rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
      total: counted?.total ?? 0,
    };
  }
}
