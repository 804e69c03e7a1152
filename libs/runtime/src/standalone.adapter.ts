import type { DynamicModule } from '@nestjs/common';
import {
  Consumer,
  EmbeddedLogStrategy,
  Pump,
  contextOfTenant,
  pause,
  type Follower,
} from '@lien-ket/messaging';
import { Connections } from '@lien-ket/read-model';
import {
  TokenVerifier,
  closeOnSignals,
  randomIds,
  startService,
  systemClock,
  type RunningService,
  type ServicePorts,
} from '@lien-ket/service';
import { describeError, serviceLogger, startTelemetry } from '@lien-ket/telemetry';
import { Runtime, type ServiceSpec } from './runtime.js';
import { standaloneConfig, type StandaloneConfig } from './standalone.config.js';

/** Other processes append too: without a wake-up from them the log's head is looked at this often. */
const POLL_MS = 250;

/**
 * Starts one service alone: its own HTTP, its own pools, its projections and handlers over the tenants it serves. The
 * same code as in the platform; only who wakes the pump differs.
 */
export async function startAlone(
  spec: ServiceSpec,
  moduleOf: (runtime: Runtime, config: StandaloneConfig) => DynamicModule,
  config: StandaloneConfig = standaloneConfig(),
): Promise<RunningService> {
  const stopTelemetry = await startTelemetry(spec.service);
  const connections = new Connections(config.cluster);
  const runtime = new Runtime(spec, {
    connections,
    clock: systemClock,
    onAppend: (tenantId) => pump.wake(tenantId),
  });
  const strategy = new EmbeddedLogStrategy();
  const following: Follower[] = [];
  const pump: Pump = pumpOf(runtime, following);
  const service = await startService(spec.service, moduleOf(runtime, config), {
    port: config.port,
    host: config.host,
    signals: false,
    ports: portsOf(runtime, config),
    prepare: async (app) => {
      app.connectMicroservice({ strategy });
      await app.startAllMicroservices();
    },
  });
  following.push(consuming(runtime, strategy));
  const timer = setInterval(() => config.tenants.forEach((tenant) => pump.wake(tenant)), POLL_MS);
  const close = async (): Promise<void> => {
    await stopAll(service, timer, pump, connections);
    await stopTelemetry();
  };
  closeOnSignals(close);
  return { ...service, close };
}

function consuming({ service, store, consumerRows }: Runtime, strategy: EmbeddedLogStrategy): Follower {
  const handlers = strategy.handlersOf(service);
  const consumer = new Consumer(service, handlers, store, consumerRows, systemClock, pause);
  return { name: `${service} consumer`, catchUp: (ctx) => consumer.catchUp(ctx) };
}

function pumpOf(runtime: Runtime, following: readonly Follower[]): Pump {
  const logger = serviceLogger(runtime.service);
  const projecting = {
    name: `${runtime.service} projections`,
    catchUp: runtime.runner.catchUp.bind(runtime.runner),
  };
  return new Pump([[projecting], following], systemClock, {
    onCaughtUp: () => undefined,
    onError: (tenant, follower, error) =>
      logger.error('follower.stopped', { tenant, follower, ...describeError(error) }),
  });
}

function portsOf(runtime: Runtime, config: StandaloneConfig): ServicePorts {
  const { directory, service } = runtime;
  return {
    verifier: new TokenVerifier({ issuer: config.issuer, keys: { url: config.jwksUrl } }),
    rights: {
      rightsOf: (tenantId, account) => directory.rightsOf(contextOfTenant(tenantId, systemClock), account),
    },
    clock: systemClock,
    ids: randomIds,
    logger: serviceLogger(service),
    readiness: [{ parts: () => partsOf(runtime, config.tenants) }],
  };
}

async function stopAll(
  service: RunningService,
  timer: NodeJS.Timeout,
  pump: Pump,
  connections: Connections,
): Promise<void> {
  clearInterval(timer);
  await service.close();
  await pump.stop();
  await connections.close();
}

async function partsOf(
  runtime: Runtime,
  tenants: readonly string[],
): Promise<{ name: string; ready: boolean; lag: number; detail?: string }[]> {
  return Promise.all(
    tenants.map(async (tenant) => {
      const status = await runtime.runner.status(contextOfTenant(tenant, systemClock));
      const stopped = status.find(({ error }) => error !== undefined);
      const lag = Math.max(0, ...status.map((one) => one.lag));
      return {
        name: `${tenant}/${runtime.service}`,
        ready: !stopped,
        lag,
        ...(stopped?.error ? { detail: stopped.error } : {}),
      };
    }),
  );
}
