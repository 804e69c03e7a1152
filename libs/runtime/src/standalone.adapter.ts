import { join } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { KurrentLogs, MarkFiles } from '@lien-ket/event-store';
import type { Clock, Context } from '@lien-ket/kernel';
import {
  BrokerStrategy,
  Consumer,
  EmbeddedLogStrategy,
  Pump,
  contextOfTenant,
  pause,
  type Follower,
  type Handler,
} from '@lien-ket/messaging';
import { Connections, PlatformFacts } from '@lien-ket/read-model';
import {
  ConfigurationFaults,
  TokenVerifier,
  closeOnSignals,
  randomIds,
  startService,
  systemClock,
  type ReadinessPart,
  type RunningService,
  type ServicePorts,
} from '@lien-ket/service';
import { describeError, serviceLogger, startTelemetry, type ServiceLogger } from '@lien-ket/telemetry';
import { openReceiver, type BrokerIn } from './broker-in.adapter.js';
import { DemoClock } from './demo-clock.adapter.js';
import { listenTo } from './listening.js';
import { PARKED, ParkedController, type ParkedOwner } from './parked.controller.js';
import { ParkedMessages, type ParkedActions } from './parked.js';
import { Runtime, type ServiceSpec } from './runtime.js';
import { readinessPart } from './readiness-part.js';
import { standaloneConfig, type StandaloneConfig } from './standalone.config.js';
import { TenantSet } from './tenant-set.adapter.js';

/** Where nobody wakes the process it looks by itself: often when messages come from the log, rarely when they come by Kafka. */
const POLL_MS = 250;
const POLL_WITH_BROKER_MS = 5_000;

/** A process of one service, before it answers. */
export interface AloneParts {
  readonly config: StandaloneConfig;
  readonly runtime: Runtime;
  readonly tenants: TenantSet;
  readonly facts: PlatformFacts;
  readonly clock: Clock;
  readonly logger: ServiceLogger;
  /** Logs of the tenants that are on KurrentDB. */
  readonly logs: KurrentLogs;
  readonly wake: (tenant: string) => void;
}

/** What a service adds to its process beside HTTP, projections and handlers. */
export interface Joined {
  readonly followers: readonly Follower[];
  /** Where the service's messages come another way than by its handlers. */
  readonly parked?: ParkedActions;
  part(): readonly ReadinessPart[];
  close(): Promise<void>;
}

export interface AloneOptions {
  readonly config?: StandaloneConfig;
  readonly join?: (parts: AloneParts) => Promise<Joined>;
}

/**
 * Starts one service alone: its own HTTP, its own pools, its projections and handlers over the tenants it serves. The
 * same code as in the platform; only how messages come in and who wakes the pump differ.
 */
export async function startAlone(
  spec: ServiceSpec,
  moduleOf: (runtime: Runtime, config: StandaloneConfig) => DynamicModule | Promise<DynamicModule>,
  options: AloneOptions = {},
): Promise<RunningService> {
  const config = options.config ?? configOrEnd(spec.service);
  const stopTelemetry = await startTelemetry(spec.service);
  const alone = await Alone.open(spec, config);
  const joined = await options.join?.(alone.parts);
  const running = await alone.serve(await moduleOf(alone.parts.runtime, config), joined);
  const close = async (): Promise<void> => {
    await running.close();
    await joined?.close();
    await alone.stop();
    await stopTelemetry();
  };
  closeOnSignals(close);
  return { ...running, close };
}

/** Everything that is wrong with the environment at once, a line each; what it holds is not said. */
function configOrEnd(service: string): StandaloneConfig {
  try {
    return standaloneConfig(service);
  } catch (error) {
    if (!(error instanceof ConfigurationFaults)) throw error;
    for (const detail of error.faults) serviceLogger(service).error('service.cannotStart', { detail });
    process.exit(1);
  }
}

@Module({})
class AloneModule {}

class Alone {
  private readonly phases: Follower[][] = [[], []];
  private readonly owners = new Map<string, ParkedOwner>();
  private readonly timer: NodeJS.Timeout;
  private readonly followed = new Set<string>();
  private brokerIn: BrokerIn | undefined;
  private joined: Joined | undefined;

  private constructor(
    readonly parts: AloneParts,
    private readonly pump: Pump,
    private readonly connections: Connections,
    phases: Follower[][],
  ) {
    this.phases = phases;
    const { config, tenants, runtime } = parts;
    const every = config.kafka ? POLL_WITH_BROKER_MS : POLL_MS;
    this.timer = setInterval(() => tenants.present.forEach((tenant) => pump.wake(tenant)), every);
    const catchUp = runtime.runner.catchUp.bind(runtime.runner);
    phases[0]?.push({ name: `${runtime.service} projections`, catchUp });
  }

  static async open(spec: ServiceSpec, config: StandaloneConfig): Promise<Alone> {
    const logger = serviceLogger(spec.service);
    const facts = new PlatformFacts(config.cluster);
    const clock = config.demo ? new DemoClock(() => facts.day()) : systemClock;
    await clock.refresh?.();
    const tenants = await TenantSet.of(config.tenants, () => facts.tenants());
    const connections = new Connections(config.cluster);
    const logs = new KurrentLogs(
      config.connectionOf,
      new MarkFiles(join(config.dataDir, 'marks', spec.service)),
    );
    const phases: Follower[][] = [[], []];
    const head = (ctx: Context): Promise<number> => runtime.store.head(ctx);
    const pump: Pump = new Pump(phases, head, clock, {
      onCaughtUp: () => undefined,
      onError: (tenant, follower, error) =>
        logger.error('follower.stopped', { tenant, follower, ...describeError(error) }),
    });
    const wake = (tenant: string): void => pump.wake(tenant);
    const runtime = new Runtime(spec, {
      connections,
      clock,
      logs,
      onAppend: wake,
      onBehind: wake,
      begun: () => facts.begun(),
      announces: config.kafka !== undefined,
    });
    return new Alone(
      { config, runtime, tenants, facts, clock, logger, logs, wake },
      pump,
      connections,
      phases,
    );
  }

  async serve(module: DynamicModule, joined: Joined | undefined): Promise<RunningService> {
    const { config, runtime, tenants } = this.parts;
    this.joined = joined;
    const strategy = config.kafka
      ? new BrokerStrategy(runtime.service, (handlers) => this.openBroker(handlers))
      : new EmbeddedLogStrategy();
    const providers = [{ provide: PARKED, useValue: this.owners }];
    const root = { module: AloneModule, imports: [module], controllers: [ParkedController], providers };
    const running = await startService(runtime.service, root, {
      port: config.port,
      host: config.host,
      signals: false,
      ports: this.ports(),
      prepare: async (app) => {
        app.connectMicroservice({ strategy });
        await app.startAllMicroservices();
      },
    });
    if (!config.kafka) this.readFromLog(strategy.handlersOf(runtime.service));
    if (joined?.parked) this.owners.set(runtime.service, { runtime, messages: joined.parked });
    this.phases[1]?.push(...(joined?.followers ?? []));
    this.follow(tenants.present);
    tenants.onChange((present) => this.follow(present));
    return running;
  }

  /** PostgreSQL is asked now and then; a KurrentDB tells by itself, and where it can't be reached it is asked too. */
  private follow(present: readonly string[]): void {
    const { runtime, logs, logger } = this.parts;
    for (const tenant of present) {
      this.pump.wake(tenant);
      if (!logs.has(tenant) || this.followed.has(tenant)) continue;
      this.followed.add(tenant);
      void listenTo(logs, tenant, logger, (seq) => {
        runtime.runner.seen(tenant, seq);
        this.pump.wake(tenant);
      });
    }
  }

  async stop(): Promise<void> {
    const { tenants, facts, clock, logs } = this.parts;
    clearInterval(this.timer);
    tenants.stop();
    if (clock instanceof DemoClock) clock.stop();
    await this.pump.stop();
    await this.connections.close();
    await logs.close();
    await facts.close();
  }

  private readFromLog(handlers: readonly Handler[]): void {
    const { runtime } = this.parts;
    const consumer = this.consumerOf(handlers);
    this.owners.set(runtime.service, { runtime, messages: new ParkedMessages(runtime, consumer) });
    const name = `${runtime.service} consumer`;
    this.phases[1]?.push({ name, catchUp: (ctx, until) => consumer.catchUp(ctx, until) });
  }

  private async openBroker(handlers: readonly Handler[]): Promise<{ close(): Promise<void> }> {
    const { runtime, config, tenants, logger, wake } = this.parts;
    if (!config.kafka || handlers.length === 0) return { close: async () => undefined };
    const consumer = this.consumerOf(handlers);
    const parts = { runtime, consumer, handlers, tenants, kafka: config.kafka, wake, logger };
    const way = await openReceiver(parts);
    this.brokerIn = way;
    this.owners.set(runtime.service, { runtime, messages: new ParkedMessages(runtime, consumer, way.take) });
    return way;
  }

  private consumerOf(handlers: readonly Handler[]): Consumer {
    const { service, store, consumerRows, clock } = this.parts.runtime;
    return new Consumer({ service, handlers, log: store, store: consumerRows, clock, pause });
  }

  private ports(): ServicePorts {
    const { config, runtime, clock, logger } = this.parts;
    const { directory } = runtime;
    return {
      verifier: new TokenVerifier({ issuer: config.issuer, keys: { url: config.jwksUrl } }),
      rights: {
        rightsOf: (tenantId, account) => directory.rightsOf(contextOfTenant(tenantId, clock), account),
      },
      clock,
      ids: randomIds,
      logger,
      readiness: [{ parts: () => this.readiness() }],
      serves: (tenant) => this.parts.tenants.serves(tenant),
    };
  }

  private async readiness(): Promise<readonly ReadinessPart[]> {
    const { runtime, tenants, clock } = this.parts;
    const ofTenants = await Promise.all(
      tenants.present.map((tenant) => readinessPart(runtime, contextOfTenant(tenant, clock))),
    );
    const broker = this.brokerIn ? [this.brokerIn.part()] : [];
    return [...broker, ...(this.joined?.part() ?? []), ...ofTenants];
  }
}
