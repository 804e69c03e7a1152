import { DomainError, isTenantId, isUuid } from '@lien-ket/kernel';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import type { Identity, IdentityVerifier } from './ports.js';

export const AUDIENCE = 'lk-api';
/** Tenant id of a context that belongs to the platform store and to no tenant; reserved, no authority can have it. */
export const PLATFORM_TENANT = 'platform';
/** Asymmetric only: a shared secret or `none` never verifies. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'];
const TOLERANCE_SECONDS = 5;

export interface TokenVerifierOptions {
  readonly issuer: string;
  /** Address of the issuer's keys, or the keys themselves when the issuer runs in this process. */
  readonly keys: { readonly url: string } | { readonly jwks: JSONWebKeySet };
  readonly audience?: string;
}

/** Verifies bearer tokens itself, whatever stands in front: no internal header is trusted. */
export class TokenVerifier implements IdentityVerifier {
  private readonly keys: JWTVerifyGetKey;

  constructor(private readonly options: TokenVerifierOptions) {
    const { keys } = options;
    this.keys = 'url' in keys ? remoteKeys(keys.url) : createLocalJWKSet(keys.jwks);
  }

  /** @throws DomainError unauthenticated: token.missing, token.invalid, token.expired; unavailable: token.issuerSilent */
  async verify(authorization: string | undefined): Promise<Identity> {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new DomainError('unauthenticated', 'token.missing');
    try {
      const verified = await jwtVerify(token, this.keys, {
        issuer: this.options.issuer,
        audience: this.options.audience ?? AUDIENCE,
        algorithms: ALGORITHMS,
        clockTolerance: TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'sub'],
      });
      return identityOf(verified.payload);
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

function identityOf(claims: JWTPayload): Identity {
  const { iss, sub, tenant, account, name, lk_roles: roles } = claims;
  const platformAdmin = Array.isArray(roles) && roles.includes('platform-admin');
  if (iss === undefined || sub === undefined) throw invalid();
  if (typeof account !== 'string' || !isUuid(account)) throw invalid();
  const person = { issuer: iss, subject: sub, account, ...(typeof name === 'string' ? { name } : {}) };
  // The platform's administrator sees no tenant's data, whatever tenant a token of his may name.
  if (platformAdmin) return { ...person, platformAdmin };
  if (typeof tenant !== 'string' || !isTenantId(tenant) || tenant === PLATFORM_TENANT) throw invalid();
  return { ...person, tenant, platformAdmin };
}

function invalid(): DomainError {
  return new DomainError('unauthenticated', 'token.invalid');
}

function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof errors.JWTExpired) return new DomainError('unauthenticated', 'token.expired');
  return invalid();
}

const ABOUT_THE_TOKEN = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

/** Keys of an issuer elsewhere. That they cannot be had says nothing about the token: try again later. */
function remoteKeys(url: string): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(new URL(url));
  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      if (ABOUT_THE_TOKEN.some((kind) => error instanceof kind)) throw error;
      throw new DomainError('unavailable', 'token.issuerSilent');
    }
  };
}
