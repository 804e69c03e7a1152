import { SignJWT } from 'jose';
import type Provider from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { AUDIENCE } from '@lien-ket/service';
import type { AccountStore, SignInAccount } from '../accounts/account-store.js';
import { secret } from '../chance.adapter.js';
import { logoutPage, problemPage } from '../pages/sign-in.page.js';
import { pageLanguage } from '../pages/texts.js';
import { claimsOf } from './claims.js';
import type { ProviderStore } from './provider-store.js';
import { keyringOf, signingKeyOf, type Keyring, type SigningKeys } from './signing-keys.js';

export const CLIENT_ID = 'lk-gateway';
export const ACCESS_TOKEN_SECONDS = 300;
const DEMO_TOKEN_SECONDS = 3600;
/** Not the package's entry: that one prints a warning about Node 20 on every start. The specs show that it runs there. */
const PROVIDER_MODULE = 'oidc-provider/lib/provider.js';
const WORKING_DAY_SECONDS = 12 * 3600;
/** Resource indicators are addresses by RFC 8707; the audience in the token is the short name. */
const RESOURCE = 'urn:lien-ket:api';
const SCOPES = 'openid profile';

export interface ProviderParts {
  /** Address people use, without a slash at the end. */
  readonly publicUrl: string;
  readonly accounts: AccountStore;
  readonly keys: SigningKeys;
  readonly store: ProviderStore;
  readonly accessTokenSeconds?: number;
  /** A gateway in a process of its own: where it is, and what it proves itself with. */
  readonly gateway?: { readonly url: string; readonly secret: string };
}

export interface EmbeddedProvider {
  readonly provider: Provider;
  readonly issuer: string;
  readonly clientSecret: string;
  readonly keyring: Keyring;
  /** A token without a sign-in: for scripts of the demonstration only. */
  mintToken(account: SignInAccount): Promise<{ readonly access_token: string; readonly expires_in: number }>;
}

export const issuerOf = (publicUrl: string): string => `${publicUrl}/oidc`;

/** The OpenID provider of a platform that has no other: one first-party client, accounts of the platform store. */
export async function embeddedProvider(parts: ProviderParts): Promise<EmbeddedProvider> {
  const keyring = await keyringOf(parts.keys);
  const clientSecret = parts.gateway?.secret ?? secret();
  const issuer = issuerOf(parts.publicUrl);
  const { Provider: OpenIdProvider } = (await import(PROVIDER_MODULE)) as {
    readonly Provider: typeof Provider;
  };
  const provider = new OpenIdProvider(issuer, configurationOf(parts, keyring, clientSecret));
  // Whether people come by https is said by our configuration (see the mount), never by the caller's headers.
  provider.proxy = true;
  return { provider, issuer, clientSecret, keyring, mintToken: (account) => mint(issuer, keyring, account) };
}

function configurationOf(parts: ProviderParts, keyring: Keyring, clientSecret: string): Configuration {
  return {
    adapter: (kind) => parts.store.adapterFor(kind),
    jwks: { keys: keyring.jwks },
    clients: [clientOf(parts, keyring, clientSecret)],
    cookies: { keys: [keyring.cookieSecret], names: COOKIE_NAMES },
    scopes: SCOPES.split(' '),
    claims: { openid: ['sub'], profile: ['name'] },
    pkce: { required: () => true },
    rotateRefreshToken: true,
    conformIdTokenClaims: false,
    interactions: { url: (_, interaction) => `/auth/interaction/${interaction.uid}` },
    ttl: lifetimes(parts),
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    // Signed out is signed out: refresh tokens end with the session.
    expiresWithSession: () => true,
    loadExistingGrant: grantFirstParty,
    extraTokenClaims: async (_, token) => {
      if (!('accountId' in token)) return undefined;
      const account = await parts.accounts.bySubject(token.accountId);
      return account && claimsOf(account);
    },
    findAccount: async (_, subject) => {
      const account = await parts.accounts.bySubject(subject);
      return account && { accountId: subject, claims: () => ({ sub: subject, name: account.name }) };
    },
    renderError: (ctx) => showProblem(ctx),
    features: featuresOf(parts, keyring),
  };
}

const COOKIE_NAMES = { session: 'lk_op', interaction: 'lk_op_interaction', resume: 'lk_op_resume' };

function clientOf(parts: ProviderParts, keyring: Keyring, clientSecret: string) {
  const home = parts.gateway?.url ?? parts.publicUrl;
  return {
    client_id: CLIENT_ID,
    client_secret: clientSecret,
    redirect_uris: [`${home}/auth/callback`],
    post_logout_redirect_uris: [`${home}/`],
    response_types: ['code' as const],
    grant_types: ['authorization_code', 'refresh_token'],
    id_token_signed_response_alg: keyring.algorithm,
    token_endpoint_auth_method: 'client_secret_basic' as const,
  };
}

function lifetimes(parts: ProviderParts): Configuration['ttl'] {
  return {
    AccessToken: parts.accessTokenSeconds ?? ACCESS_TOKEN_SECONDS,
    AuthorizationCode: 60,
    Interaction: 1800,
    IdToken: 3600,
    Session: WORKING_DAY_SECONDS,
    Grant: WORKING_DAY_SECONDS,
    RefreshToken: WORKING_DAY_SECONDS,
  };
}

function featuresOf(parts: ProviderParts, keyring: Keyring): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    revocation: { enabled: true, allowedPolicy: (_, client, token) => token.clientId === client.clientId },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) =>
        showPage(ctx, logoutPage(pageLanguage(ctx.get('accept-language')), form, secret(12))),
      postLogoutSuccessSource: (ctx) => ctx.redirect('/'),
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => RESOURCE,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: SCOPES,
        audience: AUDIENCE,
        accessTokenFormat: 'jwt',
        accessTokenTTL: parts.accessTokenSeconds ?? ACCESS_TOKEN_SECONDS,
        jwt: { sign: { alg: keyring.algorithm } },
      }),
    },
  };
}

/** Our own portal needs nobody's consent; no other client is registered. */
async function grantFirstParty(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (client?.clientId !== CLIENT_ID || session?.accountId === undefined) return undefined;
  const known = session.grantIdFor(CLIENT_ID);
  const found = known === undefined ? undefined : await provider.Grant.find(known);
  if (found) return found;
  const grant = new provider.Grant({ clientId: CLIENT_ID, accountId: session.accountId });
  grant.addOIDCScope(SCOPES);
  grant.addResourceScope(RESOURCE, SCOPES);
  await grant.save();
  return grant;
}

function showProblem(ctx: KoaContextWithOIDC): void {
  showPage(ctx, problemPage(pageLanguage(ctx.get('accept-language')), 'signInFailed', secret(12)));
}

function showPage(ctx: KoaContextWithOIDC, page: { readonly html: string; readonly csp: string }): void {
  ctx.type = 'html';
  ctx.set('content-security-policy', page.csp);
  ctx.set('cache-control', 'no-store');
  ctx.body = page.html;
}

async function mint(issuer: string, keyring: Keyring, account: SignInAccount) {
  const { key, kid } = await signingKeyOf(keyring);
  const access_token = await new SignJWT(claimsOf(account))
    .setProtectedHeader({ alg: keyring.algorithm, typ: 'at+jwt', ...(kid === undefined ? {} : { kid }) })
    .setIssuer(issuer)
    .setSubject(account.subject)
    .setAudience(AUDIENCE)
    .setJti(secret(12))
    .setIssuedAt()
    .setExpirationTime(`${DEMO_TOKEN_SECONDS}s`)
    .sign(key);
  return { access_token, expires_in: DEMO_TOKEN_SECONDS };
}
