import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet } from 'jose';
import { TokenVerifier } from './token-verifier.js';

const ISSUER = 'https://id.example.test';
const ACCOUNT = '0190f5a0-0000-7000-8000-000000000001';
type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

let ours: Key;
let foreign: Key;
let jwks: JSONWebKeySet;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  ours = pair.privateKey;
  jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' }] };
  foreign = (await generateKeyPair('ES256')).privateKey;
});

const CLAIMS = { tenant: 'tien-giang', account: ACCOUNT, name: 'Nguyễn Thị Thử' };

interface Made {
  claims?: Record<string, unknown>;
  key?: Key;
  issuer?: string;
  audience?: string;
  expires?: string;
}

function token({
  claims = CLAIMS,
  key = ours,
  issuer = ISSUER,
  audience = 'lk-api',
  expires = '5m',
}: Made = {}) {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
    .setIssuer(issuer)
    .setSubject('sub-1')
    .setAudience(audience)
    .setExpirationTime(expires)
    .sign(key);
}

const verify = (authorization?: string) =>
  new TokenVerifier({ issuer: ISSUER, keys: { jwks } }).verify(authorization);
const refusal = (code: string) => expect.objectContaining({ kind: 'unauthenticated', code });

describe('TokenVerifier', () => {
  it('gives the identity of a good token', async () => {
    await expect(verify(`Bearer ${await token()}`)).resolves.toEqual({
      issuer: ISSUER,
      subject: 'sub-1',
      tenant: 'tien-giang',
      account: ACCOUNT,
      name: 'Nguyễn Thị Thử',
      platformAdmin: false,
    });
  });

  it('gives the platform administrator no tenant, even when the token names one', async () => {
    const bearer = `Bearer ${await token({ claims: { ...CLAIMS, lk_roles: ['platform-admin'] } })}`;
    const identity = await verify(bearer);
    expect(identity.platformAdmin).toBe(true);
    expect(identity.tenant).toBeUndefined();
  });

  it.each([undefined, '', 'Basic abc', 'Bearer', 'Bearer a b'])('refuses %p as missing', async (header) => {
    await expect(verify(header)).rejects.toEqual(refusal('token.missing'));
  });

  it('refuses an expired token as expired', async () => {
    await expect(verify(`Bearer ${await token({ expires: '-1m' })}`)).rejects.toEqual(
      refusal('token.expired'),
    );
  });

  it.each<[string, Made]>([
    ['another issuer', { issuer: 'https://other.test' }],
    ['another audience', { audience: 'other' }],
    ['no tenant', { claims: { account: ACCOUNT } }],
    ['the reserved tenant', { claims: { ...CLAIMS, tenant: 'platform' } }],
    ['a tenant that is no slug', { claims: { ...CLAIMS, tenant: '../hcmc' } }],
    ['an account that is no pseudonym', { claims: { ...CLAIMS, account: 'an@example.test' } }],
  ])('refuses a token of %s', async (_, made) => {
    await expect(verify(`Bearer ${await token(made)}`)).rejects.toEqual(refusal('token.invalid'));
  });

  it('refuses a signature of another key, an unsigned token and a torn one', async () => {
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await token()).split('.')[1]}.`;
    for (const bad of [await token({ key: foreign }), none, (await token()).slice(0, -9), 'x.y.z'])
      await expect(verify(`Bearer ${bad}`)).rejects.toEqual(refusal('token.invalid'));
  });

  it('says that the issuer is silent when its keys cannot be had', async () => {
    const verifier = new TokenVerifier({ issuer: ISSUER, keys: { url: 'http://127.0.0.1:9/jwks' } });
    await expect(verifier.verify(`Bearer ${await token()}`)).rejects.toEqual(
      expect.objectContaining({ kind: 'unavailable', code: 'token.issuerSilent' }),
    );
  });
});
