import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EmbeddedGateway, ForwardingGateway, OutsideProvider, OwnProvider } from './gateway.module.js';
import { CLIENT_ID, embeddedProvider, type EmbeddedProvider } from './oidc/embedded-provider.js';
import { MemoryProviderStore } from './oidc/provider-store.js';
import { mountProvider, serveInteraction } from './oidc/provider.routes.js';
import { servePortal } from './portal/portal.routes.js';
import { serveReference } from './portal/reference.routes.js';
import { BrowserSessions, MemorySessionStore } from './session/browser-sessions.js';
import { demoAccounts, serveDemo } from './session/demo.routes.js';
import { OidcClient, discovery, type Endpoints } from './session/oidc-client.js';
import { bearerFromCookie } from './session/session.hook.js';
import { serveSessions, type SessionRoutes } from './session/session.routes.js';

type Parts = EmbeddedGateway | ForwardingGateway;
type ProviderSide = Omit<SessionRoutes, 'publicUrl' | 'sessions'>;

export async function mountGateway(fastify: FastifyInstance, parts: Parts): Promise<void> {
  const { publicUrl, clock, provider } = parts;
  const side = 'issuer' in provider ? outside(publicUrl, provider) : await own(fastify, parts, provider);
  const sessions = new BrowserSessions(parts.sessions ?? new MemorySessionStore(clock), side.client, clock);
  bearerFromCookie(fastify, sessions);
  serveSessions(fastify, { publicUrl, sessions, ...side });
  serveReference(fastify);
  if (parts.portal !== undefined) servePortal(fastify, parts.portal);
}

function outside(publicUrl: string, { issuer, clientId, clientSecret }: OutsideProvider): ProviderSide {
  const redirectUri = `${publicUrl}/auth/callback`;
  const scope = 'openid profile';
  return {
    client: new OidcClient({
      issuer,
      clientId,
      clientSecret,
      redirectUri,
      scope,
      endpoints: discovery(issuer),
    }),
  };
}

async function own(fastify: FastifyInstance, parts: Parts, settings: OwnProvider): Promise<ProviderSide> {
  const { publicUrl, clock } = parts;
  const { accounts, demoPassword } = settings;
  const store = settings.store ?? new MemoryProviderStore(clock);
  const embedded = await embeddedProvider({ ...settings, publicUrl, store });
  const routes = { embedded, accounts, publicUrl, ...(demoPassword === undefined ? {} : { demoPassword }) };
  mountProvider(fastify, routes);
  serveInteraction(fastify, routes);
  if (demoPassword !== undefined) serveDemo(fastify, accounts, embedded);
  return {
    client: ownClient(fastify, publicUrl, embedded),
    endProviderSession: (request, reply) => endSession(embedded, request, reply),
    ...(demoPassword === undefined ? {} : { demoAccounts: () => demoAccounts(accounts) }),
  };
}

/** The browser goes by the public address, the gateway itself by the loopback: the public one may not be reachable here. */
function ownClient(fastify: FastifyInstance, publicUrl: string, embedded: EmbeddedProvider): OidcClient {
  const endpoints = async (): Promise<Endpoints> => {
    const here = `${ownAddress(fastify.server.address() as AddressInfo)}/oidc`;
    return {
      authorization: `${publicUrl}/oidc/auth`,
      token: `${here}/token`,
      revocation: `${here}/token/revocation`,
      keys: { jwks: embedded.keyring.publicJwks },
    };
  };
  return new OidcClient({
    issuer: embedded.issuer,
    clientId: CLIENT_ID,
    clientSecret: embedded.clientSecret,
    redirectUri: `${publicUrl}/auth/callback`,
    scope: 'openid profile',
    endpoints,
  });
}

function ownAddress({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}

async function endSession(
  { provider }: EmbeddedProvider,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const session = await provider.Session.get(provider.createContext(request.raw, reply.raw));
  await session.destroy();
}
