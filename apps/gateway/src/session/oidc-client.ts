import { DomainError } from '@lien-ket/kernel';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { z } from 'zod';
import { sha256 } from '../chance.adapter.js';

export interface Endpoints {
  readonly authorization: string;
  readonly token: string;
  readonly revocation?: string;
  readonly endSession?: string;
  readonly keys: { readonly url: string } | { readonly jwks: JSONWebKeySet };
}

export interface OidcClientOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** Known at once for our own provider, by discovery for an outside one. */
  readonly endpoints: () => Promise<Endpoints>;
}

const tokenAnswer = z.object({
  access_token: z.string(),
  expires_in: z.number().default(60),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
});
export type Tokens = z.infer<typeof tokenAnswer>;

const discovered = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  revocation_endpoint: z.url().optional(),
  end_session_endpoint: z.url().optional(),
});

const PATIENCE_MS = 10_000;

/** What the provider answered that a new sign-in mends: the code or the refresh token is no longer good. */
export class SignInRefused extends Error {}

/** The addresses of an outside provider by its discovery document; asked again after a failure. */
export function discovery(issuer: string): () => Promise<Endpoints> {
  let known: Promise<Endpoints> | undefined;
  return () => {
    known ??= discover(issuer).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

async function discover(issuer: string): Promise<Endpoints> {
  const response = await reach(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {});
  const document = discovered.parse(await response.json());
  if (document.issuer !== issuer)
    throw new Error(`the discovery document is of another issuer: ${document.issuer}`);
  return {
    authorization: document.authorization_endpoint,
    token: document.token_endpoint,
    keys: { url: document.jwks_uri },
    ...(document.revocation_endpoint === undefined ? {} : { revocation: document.revocation_endpoint }),
    ...(document.end_session_endpoint === undefined ? {} : { endSession: document.end_session_endpoint }),
  };
}

/** The gateway as a confidential client of an OpenID provider: the same code for our own and for an outside one. */
export class OidcClient {
  private keys: JWTVerifyGetKey | undefined;

  constructor(private readonly options: OidcClientOptions) {}

  async authorizationUrl(request: { state: string; nonce: string; verifier: string; loginHint?: string }) {
    const url = new URL((await this.options.endpoints()).authorization);
    const parameters = {
      response_type: 'code',
      client_id: this.options.clientId,
      redirect_uri: this.options.redirectUri,
      scope: this.options.scope,
      state: request.state,
      nonce: request.nonce,
      code_challenge: sha256(request.verifier),
      code_challenge_method: 'S256',
      ...(request.loginHint === undefined ? {} : { login_hint: request.loginHint }),
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.href;
  }

  /** @throws SignInRefused when the provider takes the code no more, or the identity is not ours */
  async exchange(code: string, verifier: string, nonce: string): Promise<Tokens> {
    const fields = { grant_type: 'authorization_code', code, code_verifier: verifier };
    const tokens = await this.ask({ ...fields, redirect_uri: this.options.redirectUri });
    await this.checkIdentity(tokens.id_token, nonce);
    return tokens;
  }

  refresh(refreshToken: string): Promise<Tokens> {
    return this.ask({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  /** Best effort: the session here is gone already, and the token ends by itself. */
  async revoke(refreshToken: string): Promise<void> {
    const { revocation } = await this.options.endpoints();
    if (revocation !== undefined) await this.post(revocation, { token: refreshToken }).catch(() => undefined);
  }

  async endSessionUrl(idToken: string | undefined, returnTo: string): Promise<string | undefined> {
    const { endSession } = await this.options.endpoints();
    if (endSession === undefined) return undefined;
    const url = new URL(endSession);
    url.searchParams.set('client_id', this.options.clientId);
    url.searchParams.set('post_logout_redirect_uri', returnTo);
    if (idToken !== undefined) url.searchParams.set('id_token_hint', idToken);
    return url.href;
  }

  private async ask(fields: Readonly<Record<string, string>>): Promise<Tokens> {
    const response = await this.post((await this.options.endpoints()).token, fields);
    if (response.status >= 400 && response.status < 500)
      throw new SignInRefused(`token endpoint ${response.status}`);
    if (!response.ok) throw new DomainError('unavailable', 'token.issuerSilent');
    return tokenAnswer.parse(await response.json());
  }

  private post(url: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const { clientId, clientSecret } = this.options;
    const credentials = [clientId, clientSecret].map(encodeURIComponent).join(':');
    return reach(url, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
    });
  }

  private async checkIdentity(idToken: string | undefined, nonce: string): Promise<void> {
    if (idToken === undefined) throw new SignInRefused('no id token');
    const { keys } = await this.options.endpoints();
    this.keys ??= 'url' in keys ? createRemoteJWKSet(new URL(keys.url)) : createLocalJWKSet(keys.jwks);
    const { issuer, clientId } = this.options;
    const { payload } = await jwtVerify(idToken, this.keys, { issuer, audience: clientId }).catch(() => {
      throw new SignInRefused('id token');
    });
    if (payload['nonce'] !== nonce) throw new SignInRefused('nonce');
  }
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new DomainError('unavailable', 'token.issuerSilent');
  }
}
