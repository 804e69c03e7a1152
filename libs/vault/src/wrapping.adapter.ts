import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeSync,
  fsyncSync,
  closeSync,
  linkSync,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Randomness, TenantKeys } from './vault.js';

/** Nonce (12), ciphertext (32), tag (16); the key's id is authenticated with it. */
export function wrapKey(tenantKey: Buffer, kid: string, dataKey: Buffer, nonce: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', tenantKey, nonce);
  cipher.setAAD(Buffer.from(`lk-wrap-1 ${kid}`));
  return Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
}

export function unwrapKey(tenantKey: Buffer, kid: string, wrapped: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', tenantKey, wrapped.subarray(0, 12));
  decipher.setAAD(Buffer.from(`lk-wrap-1 ${kid}`));
  decipher.setAuthTag(wrapped.subarray(-16));
  return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
}

/**
 * Tenant keys as files of mode 0600, written and synced before anything is sealed with them. The first key of a tenant is
 * `<tenant>.key`, those that replaced it `<tenant>.<version>.key`.
 */
export class KeyFiles implements TenantKeys {
  private readonly known = new Map<string, Buffer>();

  constructor(private readonly directory: string) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  /** The first key of a tenant is made when it is asked for; later ones only by `make`. */
  keyOf(tenantId: string, version: number): Buffer {
    const file = this.fileOf(tenantId, version);
    const known = this.known.get(file);
    if (known) return known;
    if (!existsSync(file) && (version > 1 || this.versions(tenantId).length > 0))
      throw new Error(`${file} is missing`);
    return this.make(tenantId, version);
  }

  /** Idempotent. */
  make(tenantId: string, version: number): Buffer {
    const file = this.fileOf(tenantId, version);
    const key = readOrMake(file, 32);
    this.known.set(file, key);
    return key;
  }

  /** Versions that are there, rising: more than one while a key is being replaced. */
  versions(tenantId: string): number[] {
    return readdirSync(this.directory)
      .map((name) => {
        if (name === `${tenantId}.key`) return 1;
        const later = name.startsWith(`${tenantId}.`)
          ? /^\d+(?=\.key$)/.exec(name.slice(tenantId.length + 1))
          : null;
        return later ? Number(later[0]) : 0;
      })
      .filter((version) => version > 0)
      .sort((a, b) => a - b);
  }

  /** For good. */
  forget(tenantId: string, version: number): void {
    const file = this.fileOf(tenantId, version);
    rmSync(file, { force: true });
    this.known.delete(file);
  }

  private fileOf(tenantId: string, version: number): string {
    return join(this.directory, version === 1 ? `${tenantId}.key` : `${tenantId}.${version}.key`);
  }
}

/**
 * A secret of the platform in a file of mode 0600; made, synced and linked into place when missing. Where two processes make
 * it at once one of them is first, and both have that one: a key that only one process knew would lose what it sealed.
 */
export function readOrMake(file: string, bytes: number): Buffer {
  if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  const key = randomBytes(bytes);
  const part = `${file}.${randomUUID()}.part`;
  const handle = openSync(part, 'wx', 0o600);
  writeSync(handle, key.toString('base64'));
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(part, file);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  } finally {
    unlinkSync(part);
  }
}

export const systemRandomness: Randomness = {
  bytes: (count) => randomBytes(count),
  uuid: () => randomUUID(),
};
