import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Row, Table } from './tables.js';

const FORMAT = 1;
const MANIFEST = 'manifest.json';

export interface KeptDatabase {
  readonly name: string;
  readonly plan: string;
  readonly tables: readonly (Table & { readonly file: string })[];
}

/** What lies in one set of a backup: all of it is named here with its SHA-256. */
export interface Manifest {
  readonly format: typeof FORMAT;
  /** The same in both sets of one backup. */
  readonly backup: string;
  readonly databases: readonly KeptDatabase[];
  readonly files: Readonly<Record<string, string>>;
}

/** Why a set cannot be read: which file, and what about it. */
export class SetFault extends Error {}

/** One half of a backup: the logs and files, or the keys. Written once, into a folder that must be empty. */
export class SetWriter {
  private readonly databases: KeptDatabase[] = [];
  private readonly files: Record<string, string> = {};

  /** @throws SetFault when something lies there */
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (readdirSync(folder).length > 0) throw new SetFault(`${folder}: thư mục không trống (is not empty)`);
  }

  async database(
    { name, plan }: { name: string; plan: string },
    tables: readonly Table[],
    rowsOf: (table: Table) => AsyncIterable<readonly Row[]>,
  ): Promise<void> {
    const kept: (Table & { file: string })[] = [];
    for (const table of tables) {
      const file = `${name}/${table.name.replaceAll('"', '')}.jsonl.gz`;
      await this.write(file, rowsOf(table));
      kept.push({ ...table, file });
    }
    this.databases.push({ name, plan, tables: kept });
  }

  /** Copies all files of a folder that are wanted, those below it too. */
  async folderOf(name: string, from: string, isWanted = (_path: string): boolean => true): Promise<void> {
    if (!existsSync(from)) return;
    for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
      const path = relative(from, join(entry.parentPath, entry.name));
      if (!entry.isFile() || !isWanted(path)) continue;
      const file = `${name}/${path}`;
      mkdirSync(dirname(join(this.folder, file)), { recursive: true, mode: 0o700 });
      await copyFile(join(from, path), join(this.folder, file));
      this.files[file] = await digestOf(join(this.folder, file));
    }
  }

  /** The manifest is written last: a set without it is no backup. */
  close(backup: string): void {
    const manifest: Manifest = { format: FORMAT, backup, databases: this.databases, files: this.files };
    writeFileSync(join(this.folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
  }

  private async write(file: string, rows: AsyncIterable<readonly Row[]>): Promise<void> {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(Readable.from(linesOf(rows)), createGzip(), createWriteStream(path, { mode: 0o600 }));
    this.files[file] = await digestOf(path);
  }
}

async function* linesOf(groups: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  for await (const rows of groups) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Rows given to the database in one statement. */
const GROUP_ROWS = 500;
const GROUP_CHARACTERS = 4_000_000;

export class SetReader {
  private constructor(
    readonly folder: string,
    readonly manifest: Manifest,
  ) {}

  /** Opens a set whose every file is what it was when it was written. @throws SetFault */
  static async open(folder: string): Promise<SetReader> {
    const manifest = manifestOf(folder);
    for (const [file, digest] of Object.entries(manifest.files)) {
      const path = join(folder, file);
      if (relative(folder, path).startsWith('..') || !existsSync(path))
        throw new SetFault(`${path}: không có (is missing)`);
      if ((await digestOf(path)) !== digest)
        throw new SetFault(`${path}: không còn như lúc sao lưu (is not what was backed up)`);
    }
    return new SetReader(folder, manifest);
  }

  /** Rows of a table, in groups that one statement takes. */
  async *rows(file: string): AsyncGenerator<Row[]> {
    const text = createReadStream(join(this.folder, file)).pipe(createGunzip());
    let group: Row[] = [];
    let characters = 0;
    for await (const line of createInterface({ input: text, crlfDelay: Infinity })) {
      group.push(JSON.parse(line) as Row);
      characters += line.length;
      if (group.length < GROUP_ROWS && characters < GROUP_CHARACTERS) continue;
      yield group;
      group = [];
      characters = 0;
    }
    if (group.length > 0) yield group;
  }

  /** Puts the files of a folder of the set where they belong. */
  async copyTo(name: string, to: string): Promise<void> {
    for (const file of Object.keys(this.manifest.files).filter((one) => one.startsWith(`${name}/`))) {
      const path = join(to, file.slice(name.length + 1));
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      await copyFile(join(this.folder, file), path);
    }
  }
}

function manifestOf(folder: string): Manifest {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
    if (manifest.format === FORMAT) return manifest;
  } catch {
    // Said below: for the person it is the same whether it is missing or unreadable.
  }
  throw new SetFault(`${folder}: không phải bản sao lưu đầy đủ (is no complete backup)`);
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
