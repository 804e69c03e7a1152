import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeError, traceFieldsOf, type ServiceLogger } from '@lien-ket/telemetry';
import { languageOf } from './messages/catalogue.js';
import { problemOf, refusalOf } from './problem.js';
import { headerOf } from './request-state.js';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Turns whatever was thrown into problem details. What nobody foresaw is logged and told without details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: ServiceLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for routes that are not Nest's own. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refusal = refusalOf(error);
    const correlation = request.lk?.correlationId;
    if (refusal.unforeseen === true)
      this.logger.error('request.unforeseen', {
        tenant: request.lk?.ctx?.tenantId,
        ...(request.lk ? traceFieldsOf(request.lk) : {}),
        ...describeError(error),
      });
    if (reply.sent) return;
    const problem = problemOf(refusal, languageOf(headerOf(request, 'accept-language')), correlation);
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    if (problem.status === 503) reply.header('retry-after', '1');
    void reply.status(problem.status).type(PROBLEM_TYPE).header('cache-control', 'no-store').send(problem);
  }
}
