import { traceFieldsOf, type ServiceLogger } from '@lien-ket/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * One line and the end of one span per request: the route's pattern and no address as sent, for ids and searches may
 * say who it was about.
 */
export function logAccess(fastify: FastifyInstance, logger: ServiceLogger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    endSpan(request, reply);
    const { lk, routeOptions } = request;
    const route = routeOptions.url ?? 'none';
    if (!route.startsWith('/health/'))
      logger.info('request.answered', {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        tenant: lk?.ctx?.tenantId,
        ...(lk ? traceFieldsOf(lk) : {}),
      });
    done();
  });
}

/** A refusal is an answer; only a status of ours (5xx) is an error of the operation. */
function endSpan({ lk }: FastifyRequest, { statusCode }: FastifyReply): void {
  lk?.span?.end({
    ...(statusCode >= 500 ? { error: String(statusCode) } : {}),
    attributes: { 'http.response.status_code': statusCode, 'lk.tenant': lk.ctx?.tenantId },
  });
}
