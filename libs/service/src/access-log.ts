import type { FastifyInstance } from 'fastify';
import type { ServiceLogger } from './ports.js';

/** One line per request: the route's pattern and no address as sent, for ids and searches may say who it was about. */
export function logAccess(fastify: FastifyInstance, logger: ServiceLogger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    if (!route.startsWith('/health/'))
      logger.info('request', {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        tenant: request.lk?.ctx?.tenantId,
        correlation: request.lk?.correlationId,
      });
    done();
  });
}
