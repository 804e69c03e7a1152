import { timingSafeEqual } from 'node:crypto';
import { DomainError } from '@lien-ket/kernel';
import { headerOf } from '@lien-ket/service';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sha256 } from '../chance.adapter.js';
import type { BrowserSession, BrowserSessions } from './browser-sessions.js';
import { readCookie } from './cookies.js';

export const SESSION_COOKIE = 'lk_session';
const SAFE = ['GET', 'HEAD', 'OPTIONS'];
const OWN_PAGES = [undefined, 'same-origin', 'none'];

/**
 * Turns the session's cookie into a bearer token for the interface of this origin. A request with an Authorization
 * header of its own passes untouched; one that a browser sends for another site gets no token.
 */
export function bearerFromCookie(fastify: FastifyInstance, sessions: BrowserSessions): void {
  fastify.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/v1/') || request.headers.authorization !== undefined) return;
    const id = sessionIdOf(request);
    if (id === undefined || !OWN_PAGES.includes(headerOf(request, 'sec-fetch-site'))) return;
    const session = await sessions.fresh(id);
    if (!session) return;
    if (!SAFE.includes(request.method)) checkCsrf(request, session);
    request.raw.headers.authorization = `Bearer ${session.accessToken}`;
  });
}

export function sessionIdOf(request: FastifyRequest): string | undefined {
  return readCookie(headerOf(request, 'cookie'), SESSION_COOKIE);
}

/** @throws DomainError forbidden csrf.missing */
export function checkCsrf(request: FastifyRequest, session: BrowserSession): void {
  const given = sha256(headerOf(request, 'x-csrf-token') ?? '');
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(sha256(session.csrf))))
    throw new DomainError('forbidden', 'csrf.missing');
}
