import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** A key that was destroyed: whose and why only by ids, nothing of the person. */
export interface Erased {
  readonly tenant: string;
  readonly kid: string;
  /** The contact or file that the key belonged to. */
  readonly subject: string;
  readonly request: string;
  readonly on: string;
}

/** How far a ledger goes: its id, how many entries it has, and the hash of the last one. */
export interface LedgerState {
  readonly id: string;
  readonly entries: number;
  readonly head: string;
}

export type LedgerFaultCode = 'missing' | 'older' | 'other' | 'altered';

/** The ledger is not the one that this installation had: then no key is served. */
export class LedgerFault extends Error {
  constructor(
    readonly code: LedgerFaultCode,
    readonly folder: string,
  ) {
    super(`the ledger of erasures in ${folder} is ${code}`);
  }
}

const nameOf = (entry: number): string => `${String(entry).padStart(8, '0')}.json`;
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Keys that were destroyed, in a folder apart from the databases: one file per entry, each holding the hash of the one
 * before, never changed; a copy is made by adding the files that are missing. Several processes may add: a number is taken
 * by linking a synced file into place, and whoever is second takes the next one.
 */
export class ErasureLedger {
  private readonly kids = new Set<string>();
  private readonly known: Erased[] = [];
  private readonly heads: string[] = [];

  private constructor(
    readonly folder: string,
    readonly id: string,
    first: Buffer,
  ) {
    this.heads.push(hashOf(first));
  }

  /** Undefined when there is none. @throws LedgerFault altered */
  static open(folder: string): ErasureLedger | undefined {
    const file = join(folder, nameOf(0));
    if (!existsSync(file)) return undefined;
    const first = readFileSync(file);
    const { ledger } = read<{ ledger?: unknown }>(first) ?? {};
    if (typeof ledger !== 'string') throw new LedgerFault('altered', folder);
    const opened = new ErasureLedger(folder, ledger, first);
    opened.follow();
    return opened;
  }

  /** Opens the ledger, or begins one where there is none. */
  static openOrBegin(folder: string): ErasureLedger {
    const opened = ErasureLedger.open(folder);
    if (opened) return opened;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    place(folder, 0, Buffer.from(`${JSON.stringify({ ledger: randomUUID() })}\n`));
    return ErasureLedger.openOrBegin(folder);
  }

  get state(): LedgerState {
    this.follow();
    return { id: this.id, entries: this.known.length, head: this.heads.at(-1) ?? '' };
  }

  get all(): readonly Erased[] {
    this.follow();
    return this.known;
  }

  has(tenant: string, kid: string): boolean {
    this.follow();
    return this.kids.has(`${tenant} ${kid}`);
  }

  /** On the disk when it returns. Twice is once. */
  add(erased: Erased): LedgerState {
    const { tenant, kid, subject, request, on } = erased;
    while (!this.has(tenant, kid)) {
      const previous = this.heads.at(-1);
      const line = JSON.stringify({ tenant, kid, subject, request, on, previous });
      place(this.folder, this.heads.length, Buffer.from(`${line}\n`));
    }
    return this.state;
  }

  /** @throws LedgerFault when this is another ledger than that was, or does not go as far */
  mustContain({ id, entries, head }: LedgerState): void {
    this.follow();
    if (id !== this.id) throw new LedgerFault('other', this.folder);
    if (entries > this.known.length) throw new LedgerFault('older', this.folder);
    if (this.heads[entries] !== head) throw new LedgerFault('altered', this.folder);
  }

  /** Adds what another copy of this ledger has more. @throws LedgerFault when it is no longer copy of this one */
  extendBy(newer: ErasureLedger): void {
    newer.mustContain(this.state);
    for (let entry = this.heads.length; entry < newer.heads.length; entry += 1)
      place(this.folder, entry, readFileSync(join(newer.folder, nameOf(entry))));
    this.follow();
  }

  /** Copies the whole ledger to where there is none. */
  copyTo(folder: string): void {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const entry of this.heads.keys())
      place(folder, entry, readFileSync(join(this.folder, nameOf(entry))));
  }

  /** Entries that were added since, by whomever. */
  private follow(): void {
    for (;;) {
      const file = join(this.folder, nameOf(this.heads.length));
      if (!existsSync(file)) return;
      const bytes = readFileSync(file);
      const entry = read<Erased & { readonly previous: string }>(bytes);
      if (!entry || entry.previous !== this.heads.at(-1)) throw new LedgerFault('altered', this.folder);
      const { previous: _, ...erased } = entry;
      this.known.push(erased);
      this.kids.add(`${erased.tenant} ${erased.kid}`);
      this.heads.push(hashOf(bytes));
    }
  }
}

function read<T>(bytes: Buffer): T | undefined {
  try {
    return JSON.parse(bytes.toString('utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Synced under a name of its own, then linked: an entry is there whole or not at all, and never replaced. */
function place(folder: string, entry: number, bytes: Buffer): void {
  const part = join(folder, `.${randomUUID()}.part`);
  const handle = openSync(part, 'wx', 0o600);
  writeSync(handle, bytes);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(part, join(folder, nameOf(entry)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(part);
  }
  const directory = openSync(folder, 'r');
  fsyncSync(directory);
  closeSync(directory);
}
