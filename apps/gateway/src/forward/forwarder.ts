import { Agent, request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { DomainError, type TenantId } from '@lien-ket/kernel';
import { stateOf } from '@lien-ket/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { ownerOf, type ServiceName } from './forward.table.js';

export type ServiceUrls = Readonly<Partial<Record<ServiceName, string>>>;

/** Where the services are: for all, and for tenants that have a group of processes of their own. */
export interface Ways {
  readonly services: ServiceUrls;
  readonly apart?: ReadonlyMap<TenantId, ServiceUrls>;
}

const SILENCE_MS = 60_000;
/** Belong to one connection, or to the browser and the gateway alone. */
const NOT_FORWARDED = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
]
  .concat(['transfer-encoding', 'upgrade', 'host', 'cookie', 'x-csrf-token', 'forwarded', 'x-forwarded-for'])
  .concat(['x-forwarded-host', 'x-forwarded-proto']);
const NOT_RETURNED = ['connection', 'keep-alive', 'transfer-encoding', 'set-cookie', 'upgrade'];

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Hands `/api/v1` to the service that owns the path, with the caller's token; bodies stream both ways unread. */
export function forwardApi(fastify: FastifyInstance, ways: Ways): void {
  fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.all('/api/v1/*', (request, reply) => forward(ways, request, reply));
  });
}

async function forward(ways: Ways, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const owner = ownerOf(request.url);
  const url = owner && wayTo(ways, owner, request);
  if (url === undefined) throw new DomainError('notFound', 'notFound');
  const answered = await send(new URL(request.url, url), request);
  for (const [name, value] of Object.entries(answered.headers))
    if (value !== undefined && !NOT_RETURNED.includes(name)) reply.header(name, value);
  reply.raw.on('close', () => answered.destroy());
  return reply.status(answered.statusCode ?? 502).send(answered);
}

function wayTo({ services, apart }: Ways, owner: ServiceName, request: FastifyRequest): string | undefined {
  const own = apart && apart.size > 0 ? apart.get(tenantTold(request)) : undefined;
  return own?.[owner] ?? services[owner];
}

/** Only for the way: whoever answers there verifies the token, and refuses a tenant that is not his. */
function tenantTold({ headers }: FastifyRequest): TenantId {
  try {
    const { tenant } = decodeJwt(headers.authorization?.replace(/^Bearer /i, '') ?? '');
    return typeof tenant === 'string' ? tenant : '';
  } catch {
    return '';
  }
}

function send(url: URL, request: FastifyRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const silent = (): void => reject(new DomainError('unavailable', 'service.silent'));
    const secure = url.protocol === 'https:';
    const options = { method: request.method, headers: headersFor(request), timeout: SILENCE_MS };
    const outgoing = secure
      ? httpsRequest(url, options, resolve)
      : httpRequest(url, { ...options, agent }, resolve);
    outgoing.on('error', silent);
    outgoing.on('timeout', () => outgoing.destroy(new Error('silent')));
    request.raw.on('close', () => !request.raw.complete && outgoing.destroy());
    request.raw.pipe(outgoing);
  });
}

function headersFor(request: FastifyRequest): OutgoingHttpHeaders {
  const passed = Object.entries(request.raw.headers).filter(([name]) => !NOT_FORWARDED.includes(name));
  const { correlationId, traceparent } = stateOf(request);
  // The gateway's own span, where it has one: the service's is its child, not the browser's.
  return {
    ...Object.fromEntries(passed),
    'x-correlation-id': correlationId,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}
