import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import pg from 'pg';
import { rolePassword } from '@lien-ket/runtime';
import { found, type Needle } from './needles.js';

/** Where something was found: `<database>.<schema>.<table>` or a path under the data directory, and what. */
export type Finding = `${string}: ${string}`;

const TABLES = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`;

/** The cluster of a running platform, under its superuser. */
export class ScannedCluster {
  private readonly address: pg.ClientConfig;

  constructor(dataDir: string) {
    const secret = Buffer.from(readFileSync(join(dataDir, 'keys/cluster.secret'), 'utf8').trim(), 'base64');
    // Fourth line of PostgreSQL's own pid file.
    const port = Number(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[3]);
    this.address = { host: '127.0.0.1', port, user: 'postgres', password: rolePassword(secret, 'postgres') };
  }

  async databases(): Promise<string[]> {
    const rows = await this.query<{ name: string }>(
      'postgres',
      'SELECT datname AS name FROM pg_database WHERE datallowconn ORDER BY 1',
    );
    return rows.map(({ name }) => name);
  }

  query<Row extends pg.QueryResultRow>(database: string, sql: string): Promise<Row[]> {
    return this.connected(database, async (client) => (await client.query<Row>(sql)).rows);
  }

  /** Every row of every table of one database; answers what was found and how many rows were looked at. */
  async scan(database: string, needles: readonly Needle[]): Promise<{ findings: Finding[]; rows: number }> {
    return this.connected(database, async (client) => {
      const tables = await client.query<{ name: string }>(TABLES);
      const findings: Finding[] = [];
      let seen = 0;
      for (const { name } of tables.rows) {
        const { rows } = await client.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
        seen += rows.length;
        const text = rows.map((row) => withBytes(row.text)).join('\n');
        for (const what of found(needles, text)) findings.push(`${database}.${name}: ${what}`);
      }
      return { findings, rows: seen };
    });
  }

  private async connected<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ ...this.address, database });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}

/** A row as text shows bytes as digits: what they say is looked at too. */
function withBytes(text: string): string {
  const bytes = [...text.matchAll(/\\x([0-9a-f]+)/g)].map(([, digits = '']) => Buffer.from(digits, 'hex'));
  return [text, ...bytes.map((one) => one.toString('utf8'))].join('\n');
}

/** Every file under a folder, PostgreSQL's own included: what a stolen disk would show. */
export function scanFiles(
  folder: string,
  needles: readonly Needle[],
): { findings: Finding[]; files: number } {
  const findings: Finding[] = [];
  const paths = filesUnder(folder);
  for (const path of paths)
    for (const what of found(needles, bytesOf(path))) findings.push(`${relative(folder, path)}: ${what}`);
  return { findings, files: paths.length };
}

/** A running PostgreSQL takes files away, its own caches too, between the list and the reading. */
function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    // The error of another realm than the spec's is no instance of its Error.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => {
      try {
        return statSync(path).isFile();
      } catch {
        // A running PostgreSQL takes files away.
        return false;
      }
    });
}
