import { DomainError, type Context } from '@lien-ket/kernel';
import type { Envelope } from '@lien-ket/contracts';
import { fingerprint, open, seal, type Binding, type PersonalClass } from './envelope.js';
import type { Erased, LedgerState } from './erasure-ledger.adapter.js';
import { unwrapKey, wrapKey } from './wrapping.adapter.js';

/** A person's key, wrapped by one version of the tenant's key. */
export interface WrappedKey {
  readonly kid: string;
  readonly wrapped: Buffer;
  readonly version: number;
}

/** Stored keys of persons, wrapped; one row per (tenant, subject, class). Lies in a database of its own. */
export interface KeyRows {
  find(ctx: Context, kid: string): Promise<Omit<WrappedKey, 'kid'> | undefined>;
  /** The subject's key of the class; makes row and key when there is none. Idempotent under races. */
  ensure(
    ctx: Context,
    subject: string,
    cls: PersonalClass,
    /** Given the version of the tenant's key by which new ones are wrapped now. */
    make: (version: number) => WrappedKey,
  ): Promise<WrappedKey>;
  /** @param ledger how far the ledger of erasures goes: kept beside the keys, so that a lost ledger is noticed */
  destroy(ctx: Context, kid: string, ledger: LedgerState): Promise<void>;
}

/** The tenant's wrapping keys, held outside PostgreSQL (files of mode 0600, or a key management service). */
export interface TenantKeys {
  /** @throws Error when there is none of this version (any more) */
  keyOf(tenantId: string, version: number): Buffer;
}

/** What was destroyed, kept apart from everything that a backup brings back. */
export interface Destroyed {
  has(tenant: string, kid: string): boolean;
  /** Synced when it returns. */
  add(erased: Erased): LedgerState;
}

export interface VaultParts {
  readonly rows: KeyRows;
  readonly tenantKeys: TenantKeys;
  readonly random: Randomness;
  readonly reads: ReadRecords;
  readonly ledger: Destroyed;
}

/** Keeps who read whose data, before it is shown; rejects when it could not be kept. */
export interface ReadRecords {
  record(
    ctx: Context,
    reading: { readonly subject: string; readonly cls: PersonalClass; readonly purpose: string },
  ): Promise<void>;
}

/** A person's sealed fields as a stream holds them. */
export interface Sealed<Field extends string> {
  readonly subject: string;
  readonly stream: string;
  readonly cls: PersonalClass;
  readonly fields: Readonly<Record<Field, Envelope | undefined>>;
}

export interface Randomness {
  bytes(count: number): Buffer;
  uuid(): string;
}

/** A person's data, or the typed value that stands for it after erasure. Every fold is total on both. */
export type Personal = { readonly kind: 'clear'; readonly text: string } | { readonly kind: 'erased' };

/** Seals and opens personal data. What leaves it in clear goes to a person who may read it, and nowhere else. */
export class Vault {
  constructor(private readonly parts: VaultParts) {}

  async seal(
    ctx: Context,
    subject: string,
    cls: PersonalClass,
    at: Omit<Binding, 'tenant'>,
    clear: string,
  ): Promise<Envelope> {
    const { kid, key } = await this.ensured(ctx, subject, cls);
    return seal(key, kid, cls, { ...at, tenant: ctx.tenantId }, this.parts.random.bytes(12), clear);
  }

  /** Of what is sealed, for telling a repeated command from another one: gone with the person's key. */
  async fingerprint(ctx: Context, subject: string, cls: PersonalClass, clear: string): Promise<string> {
    const { key } = await this.ensured(ctx, subject, cls);
    return fingerprint(key, clear);
  }

  /** For good: what was sealed under it is `erased` from now on. The ledger says it before the key goes. Twice is once. */
  async destroy(ctx: Context, kid: string, why: Pick<Erased, 'subject' | 'request'>): Promise<void> {
    const erased = { tenant: ctx.tenantId, kid, on: ctx.businessDate, ...why };
    await this.parts.rows.destroy(ctx, kid, this.parts.ledger.add(erased));
  }

  /** The key of a file: random, one per file, destroyed with the file's subject. */
  fileKey(ctx: Context, fileId: string): Promise<{ readonly kid: string; readonly key: Buffer }> {
    return this.ensured(ctx, fileId, 'blob');
  }

  /** The key of a stored file; undefined when it was destroyed. */
  keyOfFile(ctx: Context, kid: string): Promise<Buffer | undefined> {
    return this.keyOf(ctx, kid);
  }

  /** What is sealed under a file's own key, for whoever reads the file: it says nothing of persons by itself. */
  readOfFile(ctx: Context, stream: string, field: string, envelope: Envelope): Promise<Personal> {
    if (envelope.cls !== 'blob') throw new Error(`${field} is sealed as ${envelope.cls}, not as a file's`);
    return this.open(ctx, stream, field, envelope);
  }

  /**
   * The only way to a person's data: one record of who reads, then the fields. What cannot be recorded is not read.
   * @param purpose the operation that shows them
   * @throws DomainError unavailable reading.notRecorded; Error when an envelope was moved or altered
   */
  async read<Field extends string>(
    ctx: Context,
    { subject, stream, cls, fields }: Sealed<Field>,
    purpose: string,
  ): Promise<Record<Field, Personal | null>> {
    await this.parts.reads.record(ctx, { subject, cls, purpose }).catch(() => {
      throw new DomainError('unavailable', 'reading.notRecorded');
    });
    const given = Object.entries<Envelope | undefined>(fields);
    const opened = await Promise.all(
      given.map(
        async ([field, envelope]) =>
          [field, envelope ? await this.open(ctx, stream, field, envelope) : null] as const,
      ),
    );
    return Object.fromEntries(opened) as Record<Field, Personal | null>;
  }

  /** `erased` when the key is gone. */
  private async open(ctx: Context, stream: string, field: string, envelope: Envelope): Promise<Personal> {
    // The envelope carries its path, for upcasters move it; but never to a field of another name.
    if (!envelope.path.endsWith(`/${field}`)) throw new Error(`${envelope.path} does not belong in ${field}`);
    const dataKey = await this.keyOf(ctx, envelope.kid);
    if (!dataKey) return { kind: 'erased' };
    return { kind: 'clear', text: open(dataKey, { tenant: ctx.tenantId, stream }, envelope) };
  }

  private async ensured(ctx: Context, subject: string, cls: PersonalClass) {
    const { rows, random, tenantKeys } = this.parts;
    const { kid, wrapped, version } = await rows.ensure(ctx, subject, cls, (by) => {
      const made = random.uuid();
      const tenantKey = tenantKeys.keyOf(ctx.tenantId, by);
      const key = wrapKey(tenantKey, made, random.bytes(32), random.bytes(12));
      return { kid: made, wrapped: key, version: by };
    });
    // A row that a restored database brought back is no key: what would be sealed under it could not be read.
    if (this.parts.ledger.has(ctx.tenantId, kid)) throw new Error(`the key ${kid} was destroyed`);
    return { kid, key: unwrapKey(tenantKeys.keyOf(ctx.tenantId, version), kid, wrapped) };
  }

  /** Undefined when the key is gone, or came back by another way than the platform's own. */
  private async keyOf(ctx: Context, kid: string, before?: number): Promise<Buffer | undefined> {
    const found = await this.parts.rows.find(ctx, kid);
    if (!found || this.parts.ledger.has(ctx.tenantId, kid)) return undefined;
    const { wrapped, version } = found;
    try {
      return unwrapKey(this.parts.tenantKeys.keyOf(ctx.tenantId, version), kid, wrapped);
    } catch (error) {
      // While the tenant's key is replaced, the old one may go between the two looks.
      if (version === before) throw error;
      return this.keyOf(ctx, kid, version);
    }
  }
}
