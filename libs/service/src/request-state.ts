import { isUuid, type Context } from '@lien-ket/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openSpan, parseTraceparent, type OpenSpan } from '@lien-ket/telemetry';
import type { Identity, IdSource } from './ports.js';

/** What the edge knows of one request; made by the first hook, filled by the guard. */
export interface RequestState {
  readonly correlationId: string;
  readonly traceparent?: string;
  readonly ids: IdSource;
  /** Open while somebody records; then `traceparent` is this span. */
  readonly span?: OpenSpan;
  identity?: Identity;
  ctx?: Context;
}

declare module 'fastify' {
  interface FastifyRequest {
    lk?: RequestState;
  }
}

/** Gives every request its correlation id (the caller's when it is a uuid) and its span, and answers with the id. */
export function rememberRequests(fastify: FastifyInstance, service: string, ids: IdSource): void {
  fastify.decorateRequest('lk');
  fastify.addHook('onRequest', (request, reply, done) => {
    request.lk = stateFor(request, service, ids);
    reply.header('x-correlation-id', request.lk.correlationId);
    done();
  });
}

function stateFor(request: FastifyRequest, service: string, ids: IdSource): RequestState {
  const asked = { correlationId: correlationOf(request, ids), traceparent: traceparentOf(request) };
  const route = request.routeOptions.url ?? 'none';
  if (route.startsWith('/health/')) return { ...asked, ids };
  const span = openSpan(asked, {
    name: `${request.method} ${route}`,
    kind: 'server',
    attributes: { 'http.request.method': request.method, 'http.route': route, 'lk.service': service },
    metric: 'http.server.request.duration',
  });
  return span ? { ...asked, traceparent: span.traceparent, ids, span } : { ...asked, ids };
}

export function stateOf(request: FastifyRequest): RequestState {
  if (!request.lk)
    throw new Error('the request was not remembered: the service was not started by startService');
  return request.lk;
}

/** A header that may stand once only; repeated ones count as absent. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function correlationOf(request: FastifyRequest, ids: IdSource): string {
  const given = headerOf(request, 'x-correlation-id')?.toLowerCase();
  return given !== undefined && isUuid(given) ? given : ids.uuid();
}

function traceparentOf(request: FastifyRequest): string | undefined {
  const given = headerOf(request, 'traceparent');
  return parseTraceparent(given) ? given : undefined;
}
