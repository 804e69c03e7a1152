import pg from 'pg';
import { IS_FENCED_SQL } from '@lien-ket/event-store';
import { SHADOWS, type ClusterAddress } from '@lien-ket/read-model';

/** A table as a backup keeps it: every value as PostgreSQL writes it as text, so that it comes back to the bit. */
export interface Table {
  /** Schema and name, quoted where they must be. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** A row: one text, or nothing, per column. */
export type Row = readonly (string | null)[];

const FETCH_ROWS = 2_000;
/** How values are written as text, whatever the server's own settings are. */
const AS_TEXT = `SET timezone = 'UTC'; SET datestyle = 'ISO'; SET bytea_output = 'hex'; SET extra_float_digits = 1`;

/** One database under the cluster's superuser, for the length of a backup or a restore. */
export class Tables {
  private constructor(private readonly client: pg.Client) {}

  static async open(address: ClusterAddress, password: string, database: string): Promise<Tables> {
    const { host, port } = address;
    const login = { host, port, user: 'postgres', password, database };
    const client = new pg.Client({ ...login, application_name: 'lien-ket backup' });
    client.on('error', () => undefined);
    await client.connect();
    await client.query(AS_TEXT);
    return new Tables(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** Nothing is appended to the log until `release`: what stands then stands at one moment in all databases. */
  async hold(): Promise<void> {
    await this.client.query('BEGIN; LOCK TABLE log.head IN SHARE MODE');
  }

  async release(): Promise<void> {
    await this.client.query('COMMIT');
  }

  /** From here on all reads see the database as it is now, and no rebuild puts another table in the place of one of them. */
  async snapshot(): Promise<void> {
    const names = (await this.all()).map(({ name }) => name);
    await this.client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    if (names.length > 0) await this.client.query(`LOCK TABLE ${names.join()} IN ACCESS SHARE MODE`);
    await this.client.query('SELECT 1');
  }

  async databases(): Promise<string[]> {
    const { rows } = await this.client.query<{ datname: string }>(
      `SELECT datname FROM pg_database WHERE datname LIKE 'lk\\_%' AND datname <> 'lk_template' ORDER BY datname`,
    );
    return rows.map(({ datname }) => datname);
  }

  /** Whether this tenant's log is kept by a KurrentDB, and not here. */
  async isElsewhere(): Promise<boolean> {
    const { rowCount } = await this.client.query(IS_FENCED_SQL);
    return rowCount === 1;
  }

  /** What the database was made of: the same for every tenant of one version of the platform. */
  async plan(): Promise<string> {
    const { rows } = await this.client.query<{ comment: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = current_database()`,
    );
    return rows[0]?.comment ?? '';
  }

  /** All tables, with the columns that hold something of their own; none of a rebuild that is under way. */
  async all(): Promise<Table[]> {
    const { rows } = await this.client.query<Table>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name, array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND n.nspname !~ '${SHADOWS}'
        GROUP BY n.nspname, c.relname ORDER BY n.nspname, c.relname`,
    );
    return rows;
  }

  async *rows({ name, columns }: Table): AsyncGenerator<Row[]> {
    const values = columns.map((column) => `${column}::text`).join();
    await this.client.query(
      `DECLARE reading NO SCROLL CURSOR FOR SELECT ARRAY[${values}] AS row FROM ${name}`,
    );
    for (;;) {
      const { rows } = await this.client.query<{ row: Row }>(`FETCH ${FETCH_ROWS} FROM reading`);
      if (rows.length === 0) break;
      yield rows.map(({ row }) => row);
    }
    await this.client.query('CLOSE reading');
  }

  /** Empties all tables and fills them in one transaction, with no trigger and no check of what was true before. */
  async fill(
    tables: readonly Table[],
    rowsOf: (table: Table) => AsyncIterable<readonly Row[]>,
  ): Promise<void> {
    const mine = await this.all();
    await this.client.query('BEGIN; SET LOCAL session_replication_role = replica');
    await this.client.query(`TRUNCATE ${mine.map(({ name }) => name).join()}`);
    for (const table of tables) {
      const insert = await this.insertOf(table);
      for await (const rows of rowsOf(table)) await this.client.query(insert, [JSON.stringify(rows)]);
      await this.moveCounters(table);
    }
    await this.client.query('COMMIT');
  }

  /** One number for all rows of a table, whatever their order. */
  async digest(table: string): Promise<string> {
    const { rows } = await this.client.query<{ digest: string }>(
      `SELECT count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS digest FROM ${table} t`,
    );
    return rows[0]?.digest ?? '';
  }

  private async insertOf({ name, columns }: Table): Promise<string> {
    const { rows } = await this.client.query<{ column: string; type: string }>(
      `SELECT quote_ident(attname) AS column, format_type(atttypid, atttypmod) AS type FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
      [name],
    );
    const types = new Map(rows.map(({ column, type }) => [column, type]));
    const values = columns.map((column, at) => `(v->>${at})::${types.get(column) ?? 'text'}`).join();
    return `INSERT INTO ${name} (${columns.join()}) OVERRIDING SYSTEM VALUE
            SELECT ${values} FROM json_array_elements($1::json) v`;
  }

  /** Numbers that PostgreSQL gives go on behind the highest that was restored. */
  private async moveCounters({ name, columns }: Table): Promise<void> {
    const { rows } = await this.client.query<{ column: string; sequence: string }>(
      `SELECT c AS column, pg_get_serial_sequence($1, trim(BOTH '"' FROM c)) AS sequence
         FROM unnest($2::text[]) c WHERE pg_get_serial_sequence($1, trim(BOTH '"' FROM c)) IS NOT NULL`,
      [name, columns],
    );
    for (const { column, sequence } of rows)
      await this.client.query(
        `SELECT setval($1, greatest(max(${column}), 1), max(${column}) IS NOT NULL) FROM ${name}`,
        [sequence],
      );
  }
}
