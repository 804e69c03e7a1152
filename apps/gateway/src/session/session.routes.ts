import { DomainError } from '@lien-ket/kernel';
import { headerOf, parseQuery } from '@lien-ket/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { secret } from '../chance.adapter.js';
import { show } from '../oidc/provider.routes.js';
import { problemPage } from '../pages/sign-in.page.js';
import { pageLanguage } from '../pages/texts.js';
import { SESSION_SECONDS, type BrowserSessions } from './browser-sessions.js';
import { cookie, readCookie } from './cookies.js';
import { localPath } from './local-path.js';
import { SignInRefused, type OidcClient } from './oidc-client.js';
import { SESSION_COOKIE, checkCsrf, sessionIdOf } from './session.hook.js';

export interface DemoAccount {
  readonly account: string;
  readonly tenant: string | null;
  readonly organisation: string | null;
  readonly role: string | null;
  readonly name: string;
  /** As people know them; `tenant` and `organisation` are keys, for scripts. */
  readonly tenantName: string | null;
  readonly organisationName: string | null;
}

export interface SessionRoutes {
  readonly publicUrl: string;
  readonly client: OidcClient;
  readonly sessions: BrowserSessions;
  /** Ends the session of our own provider in the same request; an outside one is visited. */
  readonly endProviderSession?: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  /** Present in the demonstration only. */
  readonly demoAccounts?: () => Promise<readonly DemoAccount[]>;
}

const asked = z.object({
  returnTo: z.string().max(2000).optional(),
  account: z.string().max(120).optional(),
});
const called = z.object({ code: z.string().max(4000).optional(), state: z.string().max(200).optional() });
/** One sign-in on its way: kept in the browser that began it, so that nobody else can end it there. */
const begun = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() });
const SIGN_IN_SECONDS = 1800;

export function serveSessions(fastify: FastifyInstance, routes: SessionRoutes): void {
  fastify.get('/auth/sign-in', (request, reply) => signIn(routes, request, reply));
  fastify.get('/auth/callback', (request, reply) => callback(routes, request, reply));
  fastify.get('/auth/session', (request, reply) => session(routes, request, reply));
  fastify.post('/auth/sign-out', (request, reply) => signOut(routes, request, reply));
}

async function signIn(
  routes: SessionRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { returnTo, account } = parseQuery(asked, request.query);
  const { host } = new URL(routes.publicUrl);
  // Cookies belong to one host name: whoever came by another name goes to the one the provider will send back to.
  if (request.headers.host !== host) return reply.redirect(`${routes.publicUrl}${request.url}`, 302);
  const begin = { state: secret(16), nonce: secret(16), verifier: secret(), returnTo: localPath(returnTo) };
  const to = await routes.client.authorizationUrl({
    ...begin,
    ...(account === undefined ? {} : { loginHint: account }),
  });
  const value = Buffer.from(JSON.stringify(begin)).toString('base64url');
  reply.header('set-cookie', signInCookie(routes, begin.state, value, SIGN_IN_SECONDS));
  return reply.header('cache-control', 'no-store').redirect(to, 302);
}

async function callback(
  routes: SessionRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { code, state = '' } = parseQuery(called, request.query);
  const begin = beginOf(readCookie(headerOf(request, 'cookie'), nameOf(state)));
  const failed = (): FastifyReply =>
    show(
      reply,
      problemPage(pageLanguage(headerOf(request, 'accept-language')), 'signInFailed', secret(12)),
      400,
    );
  if (!begin || begin.state !== state || code === undefined) return failed();
  try {
    const tokens = await routes.client.exchange(code, begin.verifier, begin.nonce);
    const old = sessionIdOf(request);
    if (old !== undefined) await routes.sessions.close(old, routes.publicUrl);
    const id = await routes.sessions.open(tokens);
    reply.header('set-cookie', [
      sessionCookie(routes, id, SESSION_SECONDS),
      signInCookie(routes, state, '', 0),
    ]);
    return reply.header('cache-control', 'no-store').redirect(localPath(begin.returnTo), 302);
  } catch (error) {
    if (error instanceof SignInRefused) return failed();
    throw error;
  }
}

async function session(
  routes: SessionRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const id = sessionIdOf(request);
  const found = id === undefined ? undefined : await routes.sessions.find(id);
  const accounts = await routes.demoAccounts?.();
  return reply.header('cache-control', 'no-store').send({
    signedIn: found !== undefined,
    csrf: found?.csrf ?? null,
    demo: accounts !== undefined,
    ...(accounts ? { accounts } : {}),
  });
}

async function signOut(
  routes: SessionRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const id = sessionIdOf(request);
  const found = id === undefined ? undefined : await routes.sessions.find(id);
  if (found) checkCsrf(request, found);
  else if (headerOf(request, 'sec-fetch-site') === 'cross-site')
    throw new DomainError('forbidden', 'csrf.missing');
  const next =
    id === undefined || !found ? undefined : await routes.sessions.close(id, `${routes.publicUrl}/`);
  if (found) await routes.endProviderSession?.(request, reply);
  reply.header('set-cookie', sessionCookie(routes, '', 0)).header('cache-control', 'no-store');
  return reply.send({ signedIn: false, next: routes.endProviderSession ? '/' : (next ?? '/') });
}

function beginOf(value: string | undefined): z.infer<typeof begun> | undefined {
  try {
    return begun.parse(JSON.parse(Buffer.from(value ?? '', 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}

/** One cookie per sign-in, so that two windows do not end each other's. */
const nameOf = (state: string): string => `lk_signin_${state.replaceAll(/[^\w-]/g, '').slice(0, 8)}`;
const isSecure = (routes: SessionRoutes): boolean => routes.publicUrl.startsWith('https:');

function signInCookie(routes: SessionRoutes, state: string, value: string, maxAge: number): string {
  return cookie(nameOf(state), value, { path: '/auth', secure: isSecure(routes), maxAge });
}

function sessionCookie(routes: SessionRoutes, value: string, maxAge: number): string {
  return cookie(SESSION_COOKIE, value, { path: '/', secure: isSecure(routes), maxAge });
}
