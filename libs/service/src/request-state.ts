import { isUuid, type Context } from '@lien-ket/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identity, IdSource } from './ports.js';

/** What the edge knows of one request; made by the first hook, filled by the guard. */
export interface RequestState {
  readonly correlationId: string;
  readonly traceparent?: string;
  readonly ids: IdSource;
  identity?: Identity;
  ctx?: Context;
}

declare module 'fastify' {
  interface FastifyRequest {
    lk?: RequestState;
  }
}

const TRACEPARENT = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Gives every request its correlation id (the caller's when it is a uuid) and answers with it. */
export function rememberRequests(fastify: FastifyInstance, ids: IdSource): void {
  fastify.decorateRequest('lk');
  fastify.addHook('onRequest', (request, reply, done) => {
    request.lk = { correlationId: correlationOf(request, ids), traceparent: traceparentOf(request), ids };
    reply.header('x-correlation-id', request.lk.correlationId);
    done();
  });
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
  return given !== undefined && TRACEPARENT.test(given) ? given : undefined;
}
