import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SigningKeys } from '@lien-ket/gateway/module';

/** The provider's signing key (ES256) in a file of mode 0600, made at the first start. */
export function signingKeyFile(file: string): SigningKeys {
  if (!existsSync(file)) {
    const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    writeFileSync(`${file}.part`, JSON.stringify({ ...jwk, kid: 'platform-1' }), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  }
  const key = JSON.parse(readFileSync(file, 'utf8')) as Awaited<
    ReturnType<SigningKeys['privateKeys']>
  >[number];
  return { privateKeys: async () => [key] };
}
