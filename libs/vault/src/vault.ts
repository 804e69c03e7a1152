import { DomainError, type Context } from '@lien-ket/kernel';
import type { Envelope } from '@lien-ket/contracts';
import { open, seal, type Binding, type PersonalClass } from './envelope.js';
import { unwrapKey, wrapKey } from './wrapping.adapter.js';

/** Stored keys of persons, wrapped; one row per (tenant, subject, class). Lies in a database of its own. */
export interface KeyRows {
  find(ctx: Context, kid: string): Promise<Buffer | undefined>;
  /** Kid of the subject's key of the class; makes row and key when there is none. Idempotent under races. */
  ensure(
    ctx: Context,
    subject: string,
    cls: PersonalClass,
    make: () => { kid: string; wrapped: Buffer },
  ): Promise<{ kid: string; wrapped: Buffer }>;
  destroy(ctx: Context, kid: string): Promise<void>;
}

/** The tenant's wrapping key, held outside PostgreSQL (a file of mode 0600, or a key management service). */
export interface TenantKeys {
  keyOf(tenantId: string): Buffer;
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
  constructor(
    private readonly rows: KeyRows,
    private readonly tenantKeys: TenantKeys,
    private readonly random: Randomness,
    private readonly reads: ReadRecords,
  ) {}

  async seal(
    ctx: Context,
    subject: string,
    cls: PersonalClass,
    at: Omit<Binding, 'tenant'>,
    clear: string,
  ): Promise<Envelope> {
    const tenantKey = this.tenantKeys.keyOf(ctx.tenantId);
    const { kid, wrapped } = await this.rows.ensure(ctx, subject, cls, () => {
      const made = this.random.uuid();
      return { kid: made, wrapped: wrapKey(tenantKey, made, this.random.bytes(32), this.random.bytes(12)) };
    });
    const dataKey = unwrapKey(tenantKey, kid, wrapped);
    return seal(dataKey, kid, cls, { ...at, tenant: ctx.tenantId }, this.random.bytes(12), clear);
  }

  /** For good: what was sealed under it is `erased` from now on. Twice is once. */
  destroy(ctx: Context, kid: string): Promise<void> {
    return this.rows.destroy(ctx, kid);
  }

  /** The key of a file: random, one per file, destroyed with the file's subject. */
  async fileKey(ctx: Context, fileId: string): Promise<{ readonly kid: string; readonly key: Buffer }> {
    const tenantKey = this.tenantKeys.keyOf(ctx.tenantId);
    const { kid, wrapped } = await this.rows.ensure(ctx, fileId, 'blob', () => {
      const made = this.random.uuid();
      return { kid: made, wrapped: wrapKey(tenantKey, made, this.random.bytes(32), this.random.bytes(12)) };
    });
    return { kid, key: unwrapKey(tenantKey, kid, wrapped) };
  }

  /** The key of a stored file; undefined when it was destroyed. */
  async keyOfFile(ctx: Context, kid: string): Promise<Buffer | undefined> {
    const wrapped = await this.rows.find(ctx, kid);
    return wrapped && unwrapKey(this.tenantKeys.keyOf(ctx.tenantId), kid, wrapped);
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
    await this.reads.record(ctx, { subject, cls, purpose }).catch(() => {
      throw new DomainError('unavailable', 'reading.notRecorded');
    });
    const given = Object.entries<Envelope | undefined>(fields);
    const opened = await Promise.all(
      given.map(
        async ([field, envelope]) =>
          [field, envelope ? await this.open(ctx, stream, envelope) : null] as const,
      ),
    );
    return Object.fromEntries(opened) as Record<Field, Personal | null>;
  }

  /** `erased` when the key is gone. */
  private async open(ctx: Context, stream: string, envelope: Envelope): Promise<Personal> {
    const wrapped = await this.rows.find(ctx, envelope.kid);
    if (!wrapped) return { kind: 'erased' };
    const dataKey = unwrapKey(this.tenantKeys.keyOf(ctx.tenantId), envelope.kid, wrapped);
    return { kind: 'clear', text: open(dataKey, { tenant: ctx.tenantId, stream }, envelope) };
  }
}
