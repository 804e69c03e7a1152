import type { Context } from '@lien-ket/kernel';
import type { Randomness, WrappedKey } from './vault.js';
import { unwrapKey, wrapKey, type KeyFiles } from './wrapping.adapter.js';

const BATCH = 500;

/** Stored keys while the key that wraps them is replaced. */
export interface RewrappedRows {
  version(ctx: Context): Promise<number>;
  begin(ctx: Context, version: number): Promise<void>;
  stale(ctx: Context, version: number, limit: number): Promise<WrappedKey[]>;
  rewrap(ctx: Context, rows: readonly WrappedKey[]): Promise<void>;
}

export interface ReplacingParts {
  readonly rows: RewrappedRows;
  readonly keys: Pick<KeyFiles, 'make' | 'keyOf' | 'versions' | 'forget'>;
  readonly random: Randomness;
  /** Says it in the tenant's log, once for a version. */
  readonly record: (ctx: Context, version: number) => Promise<void>;
}

/** Whether a replacement was begun and has not come to its end. */
export async function isReplacing(ctx: Context, { rows, keys }: ReplacingParts): Promise<boolean> {
  const present = await rows.version(ctx);
  return keys.versions(ctx.tenantId).some((version) => version !== present);
}

/**
 * Gives the tenant a new key and wraps every person's key anew by it, while everything goes on; persons' keys and what is
 * sealed under them stay as they are. Ended at any point it is finished by the next call, which then begins no other one.
 * The old key goes last, when no row needs it and the log says so.
 * @returns the version that wraps all keys now
 */
export async function replaceTenantKey(ctx: Context, parts: ReplacingParts): Promise<number> {
  const { rows, keys, record } = parts;
  const tenant = ctx.tenantId;
  const present = await rows.version(ctx);
  const version = (await isReplacing(ctx, parts)) ? Math.max(present, ...keys.versions(tenant)) : present + 1;
  keys.make(tenant, version);
  await rows.begin(ctx, version);
  await rewrapAll(ctx, version, parts);
  await record(ctx, version);
  for (const old of keys.versions(tenant)) if (old < version) keys.forget(tenant, old);
  return version;
}

async function rewrapAll(
  ctx: Context,
  version: number,
  { rows, keys, random }: ReplacingParts,
): Promise<void> {
  const tenant = ctx.tenantId;
  for (;;) {
    const stale = await rows.stale(ctx, version, BATCH);
    if (stale.length === 0) return;
    const anew = stale.map(({ kid, wrapped, version: before }) => {
      const key = unwrapKey(keys.keyOf(tenant, before), kid, wrapped);
      return { kid, version, wrapped: wrapKey(keys.keyOf(tenant, version), kid, key, random.bytes(12)) };
    });
    await rows.rewrap(ctx, anew);
  }
}
