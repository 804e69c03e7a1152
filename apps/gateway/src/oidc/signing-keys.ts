import { createHmac } from 'node:crypto';
import { importJWK, type CryptoKey, type JSONWebKeySet, type JWK } from 'jose';

/** The provider's private keys as JWKs (ES256 or Ed25519), newest first; all of them verify, the first one signs. */
export interface SigningKeys {
  privateKeys(): Promise<readonly JWK[]>;
}

export type SigningAlgorithm = 'ES256' | 'EdDSA';

export interface Keyring {
  readonly jwks: readonly JWK[];
  readonly publicJwks: JSONWebKeySet;
  readonly algorithm: SigningAlgorithm;
  /** Secret that signs the provider's cookies, bound to the newest key. */
  readonly cookieSecret: string;
}

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth'];

/** What others need to verify tokens: the keys without their private members. */
export function publicKeysOf(keys: readonly JWK[]): JSONWebKeySet {
  const publicOf = (key: JWK): JWK =>
    Object.fromEntries(Object.entries(key).filter(([member]) => !PRIVATE_MEMBERS.includes(member))) as JWK;
  return { keys: keys.map(publicOf) };
}

/** @throws Error when no key is usable: a gateway without keys must not start */
export async function keyringOf(source: SigningKeys): Promise<Keyring> {
  const given = await source.privateKeys();
  const keys = given.map((key) => ({ ...key, alg: algorithmOf(key), use: 'sig' }));
  const [first] = keys;
  if (first?.d === undefined) throw new Error('the signing keys hold no private key');
  const cookieSecret = createHmac('sha256', first.d).update('lien-ket provider cookies').digest('base64url');
  return { jwks: keys, publicJwks: publicKeysOf(keys), algorithm: first.alg, cookieSecret };
}

export async function signingKeyOf(
  keyring: Keyring,
): Promise<{ readonly key: CryptoKey | Uint8Array; readonly kid?: string }> {
  const [first] = keyring.jwks;
  if (!first) throw new Error('the signing keys hold no private key');
  return { key: await importJWK(first), ...(first.kid === undefined ? {} : { kid: first.kid }) };
}

function algorithmOf(key: JWK): SigningAlgorithm {
  if (key.kty === 'EC' && key.crv === 'P-256') return 'ES256';
  if (key.kty === 'OKP' && key.crv === 'Ed25519') return 'EdDSA';
  throw new Error(`a signing key must be P-256 or Ed25519, not ${key.kty} ${key.crv ?? ''}`);
}
