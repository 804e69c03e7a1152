import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import helmet from '@fastify/helmet';
import type { DynamicModule, INestApplicationContext, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { withoutValues, type ServiceLogger } from '@lien-ket/telemetry';
import { logAccess } from './access-log.js';
import { ContextGuard } from './context.guard.js';
import { closeOnSignals, endConnectionsAfter } from './edge.adapter.js';
import { serveHealth } from './health.js';
import { readJsonBodies } from './json-body.js';
import type { ServicePorts } from './ports.js';
import { BODY_LIMIT } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { rememberRequests } from './request-state.js';

/** Token under which a service's module may provide its `ServicePorts`; then `ports` is not given to startService. */
export const SERVICE_PORTS = 'lk:servicePorts';

export interface ServiceOptions {
  readonly port: number;
  /** Default 127.0.0.1: reachable from outside only when the configuration says so. */
  readonly host?: string;
  /** Given, or made of what the module provides. Default: what the module provides as SERVICE_PORTS. */
  readonly ports?: ServicePorts | ((app: INestApplicationContext) => ServicePorts);
  /** Runs before the routes are made: Fastify plugins, hooks, routes that are not Nest's own. */
  readonly extend?: (fastify: FastifyInstance, edge: Edge) => void | Promise<void>;
  /** Runs on the made application: attaches message transports. */
  readonly prepare?: (app: NestFastifyApplication) => void | Promise<void>;
  /** False when the caller (the platform) closes on signals itself. Default true. */
  readonly signals?: boolean;
}

/** Guard and filter of the service, for routes that are not Nest's own. */
export interface Edge {
  readonly guard: ContextGuard;
  readonly filter: ProblemFilter;
  readonly ports: ServicePorts;
}

export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly fastify: FastifyInstance;
  readonly port: number;
  readonly url: string;
  /** Lets running requests end, closes the module's parts; calling it again waits for the same end. */
  close(): Promise<void>;
}

/** Scripts, frames and everything else are refused; pages that need more say so themselves. */
const STRICT_CSP = { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } };
const KEEP_ALIVE_MS = 72_000;
const END_CONNECTIONS_MS = 3000;

/** Starts a service's module on HTTP with everything the house asks of an edge. */
export async function startService(
  name: string,
  module: Type | DynamicModule,
  options: ServiceOptions,
): Promise<RunningService> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: false,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
  });
  readJsonBodies(adapter, BODY_LIMIT);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    abortOnError: false,
    logger: false,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  const edge = edgeOf(app, options);
  const { logger, ids, readiness } = edge.ports;
  app.useLogger(nestLogs(logger));
  app.useGlobalGuards(edge.guard).useGlobalFilters(edge.filter);
  rememberRequests(fastify, name, ids);
  logAccess(fastify, logger);
  serveHealth(fastify, readiness);
  await fastify.register(helmet, { contentSecurityPolicy: STRICT_CSP, hsts: false });
  await options.prepare?.(app);
  await options.extend?.(fastify, edge);
  await app.listen(options.port, options.host ?? '127.0.0.1');
  const { port } = fastify.server.address() as AddressInfo;
  logger.info('service.listening', { port });
  const close = closeOnce(app, fastify);
  if (options.signals !== false) closeOnSignals(close);
  return { app, fastify, port, url: `http://127.0.0.1:${port}`, close };
}

function edgeOf(app: NestFastifyApplication, { ports }: ServiceOptions): Edge {
  const given =
    typeof ports === 'function'
      ? ports(app)
      : (ports ?? app.get<ServicePorts>(SERVICE_PORTS, { strict: false }));
  return { guard: new ContextGuard(given), filter: new ProblemFilter(given.logger), ports: given };
}

function closeOnce(app: NestFastifyApplication, fastify: FastifyInstance): () => Promise<void> {
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const settled = endConnectionsAfter(() => fastify.server.closeAllConnections(), END_CONNECTIONS_MS);
    try {
      await app.close();
    } finally {
      settled();
    }
  };
  return () => (closing ??= close());
}

/** Nest's own words: only what needs attention. */
function nestLogs(logger: ServiceLogger): LoggerService {
  const silent = (): void => undefined;
  return {
    log: silent,
    debug: silent,
    verbose: silent,
    warn: (message: unknown) => logger.warn('framework.notice', { detail: withoutValues(String(message)) }),
    error: (message: unknown) => logger.error('framework.notice', { detail: withoutValues(String(message)) }),
  };
}
