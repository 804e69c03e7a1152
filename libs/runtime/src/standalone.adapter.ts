import { join } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import { KurrentLogs, MarkFiles } from '@lien-ket/event-store';
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
import { listenTo } from './listening.js';
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
  const marks = new MarkFiles(join(config.dataDir, 'marks', spec.service));
  const logs = new KurrentLogs(config.connectionOf, marks);
  const runtime = new Runtime(spec, {
    connections,
    clock: systemClock,
    logs,
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
  const stopWaking = waking(runtime, logs, pump, config.tenants);
  const close = async (): Promise<void> => {
    stopWaking();
    await stopAll(service, pump, connections, logs);
    await stopTelemetry();
  };
  closeOnSignals(close);
  return { ...service, close };
}

/** PostgreSQL is asked now and then; a KurrentDB tells by itself, and where it can't be reached it is asked too. */
function waking(runtime: Runtime, logs: KurrentLogs, pump: Pump, tenants: readonly string[]): () => void {
  const told = new Set<string>();
  const timer = setInterval(() => {
    for (const tenant of tenants) if (!told.has(tenant)) pump.wake(tenant);
  }, POLL_MS);
  for (const tenant of tenants.filter((one) => logs.has(one))) {
    const onNews = (seq: number): void => {
      told.add(tenant);
      runtime.runner.seen(tenant, seq);
      pump.wake(tenant);
    };
    void listenTo(logs, tenant, serviceLogger(runtime.service), onNews);
  }
  return () => clearInterval(timer);
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
  pump: Pump,
  connections: Connections,
  logs: KurrentLogs,
): Promise<void> {
  await service.close();
  await pump.stop();
  await connections.close();
  await logs.close();
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
