import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SigningKey } from '@lien-ket/messaging';

/** A tenant's key pair: the private one signs what it shares, the public one stands in the platform store. */
export interface PublisherKey extends SigningKey {
  readonly publicPem: string;
}

/** Private keys of the tenants that a relay serves, one file each (mode 0600); made at the tenant's provisioning. */
export class PublisherKeyFiles {
  private readonly known = new Map<string, PublisherKey>();

  constructor(private readonly directory: string) {}

  /** @throws Error when the tenant has none: then nothing of it can be shared, which is said rather than sent unsigned */
  of(tenant: string): PublisherKey {
    const known = this.known.get(tenant);
    if (known) return known;
    const file = this.fileOf(tenant);
    if (!existsSync(file)) throw new Error(`no publisher key of ${tenant}: provision the tenant first`);
    const key = keyOf(createPrivateKey(readFileSync(file, 'utf8')));
    this.known.set(tenant, key);
    return key;
  }

  /** Makes the key when there is none. */
  ensure(tenant: string): PublisherKey {
    const file = this.fileOf(tenant);
    if (!existsSync(file)) {
      mkdirSync(this.directory, { recursive: true, mode: 0o700 });
      const { privateKey } = generateKeyPairSync('ed25519');
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
      writeFileSync(`${file}.new`, pem, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    }
    return this.of(tenant);
  }

  private fileOf(tenant: string): string {
    return join(this.directory, `publisher-${tenant}.pem`);
  }
}

function keyOf(privateKey: KeyObject): PublisherKey {
  const publicKey = createPublicKey(privateKey);
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return { id: createHash('sha256').update(der).digest('hex').slice(0, 16), privateKey, publicPem };
}
