import { join } from 'node:path';
import { newTenantId } from '@lien-ket/contracts';
import { DomainError, type Context, type IsoDate } from '@lien-ket/kernel';
import { Courier, DayBreak, DayKeeper, Sharer } from '@lien-ket/relay/module';
import {
  Consumer,
  EmbeddedLogStrategy,
  Pump,
  contextOfTenant,
  pause,
  type Follower,
} from '@lien-ket/messaging';
import {
  Connections,
  EmbeddedCluster,
  KEY_TABLES,
  PersonKeys,
  PersonReads,
  READS_DATABASE,
  READ_TABLES,
  Provisioner,
  SystemDatabase,
} from '@lien-ket/read-model';
import { Runtime, rolePassword } from '@lien-ket/runtime';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';
import { KeyFiles, Vault, readOrMake, systemRandomness } from '@lien-ket/vault';
import { PlatformClock } from './clock.adapter.js';
import type { PlatformConfig } from './platform.config.js';
import { inParallel } from './parallel.js';
import { SERVICE_SPECS, databasePlan } from './services.js';
import { PLATFORM_TABLES, PlatformStore, type Tenant } from './store/platform-store.js';
import { TenantChanges } from './tenant-changes.js';

export interface NewTenant {
  readonly id: string;
  readonly name: string;
  readonly code?: string;
  readonly endsOn?: string;
  readonly successor?: string;
}

/** All parts of the embedded platform below HTTP, joined once. */
export class Platform {
  readonly runtimes: ReadonlyMap<string, Runtime>;
  readonly pump: Pump;
  readonly strategy = new EmbeddedLogStrategy();
  readonly days: DayKeeper;
  readonly vault: Vault;
  readonly changes = new TenantChanges();
  private readonly projecting: Follower[] = [];
  private readonly consuming: Follower[] = [];
  private readonly consumers = new Map<string, Consumer>();
  private dayBreak: DayBreak | undefined;

  private constructor(
    readonly config: PlatformConfig,
    readonly clock: PlatformClock,
    readonly store: PlatformStore,
    private readonly databases: readonly SystemDatabase[],
    private readonly cluster: EmbeddedCluster,
    private readonly connections: Connections,
    private readonly provisioner: Provisioner,
    private readonly logger: ServiceLogger,
    keys: PersonKeys,
    readonly reads: PersonReads,
  ) {
    const parts = { connections, clock, onAppend: this.onAppend.bind(this) };
    this.runtimes = new Map(SERVICE_SPECS.map((spec) => [spec.service, new Runtime(spec, parts)]));
    this.vault = new Vault(keys, new KeyFiles(join(config.dataDir, 'keys')), systemRandomness, reads);
    this.days = new DayKeeper(this.runtime('relay'));
    this.pump = new Pump([this.projecting, this.consuming], clock, {
      onCaughtUp: (tenantId) => this.caughtUp(tenantId),
      onError: (tenantId, follower, error) =>
        logger.error('follower.stopped', { tenant: tenantId, follower, ...describeError(error) }),
    });
  }

  /** @param signal aborted while it opens: what is running by then is stopped. @throws Error its reason */
  static async open(config: PlatformConfig, logger: ServiceLogger, signal?: AbortSignal): Promise<Platform> {
    const secret = readOrMake(join(keysDirectory(config), 'cluster.secret'), 32);
    const passwordOf = (role: string): string => rolePassword(secret, role);
    const cluster = await EmbeddedCluster.start({
      directory: join(config.dataDir, 'pg'),
      password: passwordOf('postgres'),
      durable: true,
      signal,
    });
    try {
      return await Platform.on(cluster, passwordOf, config, logger, signal);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  private static async on(
    cluster: EmbeddedCluster,
    passwordOf: (role: string) => string,
    config: PlatformConfig,
    logger: ServiceLogger,
    signal: AbortSignal | undefined,
  ): Promise<Platform> {
    signal?.throwIfAborted();
    const address = { ...cluster.address, passwordOf, maxConnections: config.maxConnections - 8 };
    const superuser = { user: 'postgres', password: passwordOf('postgres') };
    const provisioner = new Provisioner(address, superuser, databasePlan());
    const [platformDb, keyDb, readDb] = await Promise.all([
      SystemDatabase.open(address, superuser, 'lk_platform', PLATFORM_TABLES),
      SystemDatabase.open(address, superuser, 'lk_keys', KEY_TABLES),
      SystemDatabase.open(address, superuser, READS_DATABASE, READ_TABLES),
      provisioner.ensureTemplate(),
    ]);
    const store = new PlatformStore(platformDb);
    const clock = new PlatformClock();
    const platform = new Platform(
      config,
      clock,
      store,
      [platformDb, keyDb, readDb],
      cluster,
      new Connections(address),
      provisioner,
      logger,
      new PersonKeys(keyDb),
      new PersonReads(readDb),
    );
    for (const { id } of await store.tenants()) {
      signal?.throwIfAborted();
      await provisioner.ensureTenant(id);
    }
    signal?.throwIfAborted();
    return platform;
  }

  runtime(service: string): Runtime {
    const runtime = this.runtimes.get(service);
    if (!runtime) throw new Error(`no service ${service}`);
    return runtime;
  }

  /** After the handlers are known: followers of every log, in the order in which they must see an event. */
  start(): void {
    const relay = this.runtime('relay');
    for (const [service, runtime] of this.runtimes) {
      const consumer = new Consumer(
        service,
        this.strategy.handlersOf(service),
        runtime.store,
        runtime.consumerRows,
        this.clock,
        pause,
      );
      this.consumers.set(service, consumer);
      this.projecting.push({ name: `${service} projections`, catchUp: (ctx) => runtime.runner.catchUp(ctx) });
      this.consuming.push({ name: `${service} consumer`, catchUp: (ctx) => consumer.catchUp(ctx) });
    }
    const begun = (): string[] => this.store.present.filter((tenant) => tenant.begun).map(({ id }) => id);
    const known = (id: string): boolean => this.store.present.some((tenant) => tenant.id === id);
    this.consuming.push(new Sharer(relay, known), new Courier(relay, begun, this.clock));
    for (const { id } of this.store.present) this.pump.wake(id);
  }

  system(tenantId: string): Context {
    return contextOfTenant(tenantId, this.clock);
  }

  /** A new tenant while the platform runs: database from the template, roles, an entry in the platform store. */
  async createTenant(tenant: NewTenant): Promise<Tenant | undefined> {
    if (!newTenantId.safeParse(tenant.id).success) throw new DomainError('invalid', 'tenant.reserved');
    await this.provisioner.ensureTenant(tenant.id);
    const { id, name, code = null, endsOn = null, successor = null } = tenant;
    await this.store.addTenant({ id, name, code, endsOn, successor });
    return this.store.present.find((one) => one.id === id);
  }

  /** Delivers a parked message again, and in order what waits behind it; answers how many were done. */
  async redrive(ctx: Context, service: string, messageId: string): Promise<number> {
    const { store, consumerRows } = this.runtime(service);
    const consumer = this.consumers.get(service);
    const parked = await consumerRows.parked(ctx);
    const first = parked.filter(({ message }) => message === messageId);
    const waiting = parked.filter((one) =>
      first.some(
        ({ handler, stream, seq }) => one.handler === handler && one.stream === stream && one.seq >= seq,
      ),
    );
    for (const { handler, message } of waiting) await consumerRows.release(ctx, handler, message);
    await consumer?.countParked(ctx);
    for (const { handler, seq } of waiting) {
      const named = consumer?.handlerNamed(handler);
      for await (const [event] of store.log(ctx, { after: seq - 1, until: seq }))
        if (event && named) await consumer?.deliver(named, event);
    }
    this.pump.wake(ctx.tenantId);
    return waiting.length;
  }

  /**
   * The tenant's own first day: its log begins, and what others have shared with it is delivered.
   * @param load true while what is on paper is entered: such a day notifies nobody
   */
  async beginTenant(id: string, load: boolean): Promise<void> {
    await this.store.begin(id);
    await this.days.advance(this.system(id), this.clock.businessDate(), {
      load,
      settle: async () => undefined,
    });
    for (const tenant of this.store.present.filter(({ begun }) => begun)) this.pump.wake(tenant.id);
  }

  /** Every tenant's day begins and is lived to its end before the next one. */
  async live(day: IsoDate): Promise<void> {
    const begun = this.store.present.filter((tenant) => tenant.begun);
    const lives = async ({ id }: Tenant): Promise<void> => {
      const settle = (): Promise<void> => this.pump.settledFor(id);
      await this.days.advance(this.system(id), day, { load: false, settle });
    };
    await inParallel(begun, lives);
    await this.pump.settled();
  }

  /** Outside the demonstration the days are the calendar's: today begins by itself, and what was missed before it. */
  async followCalendar(): Promise<void> {
    this.dayBreak ??= new DayBreak({
      today: () => this.clock.businessDate(),
      live: (day) => this.live(day),
      onError: (error) =>
        this.logger.error('follower.stopped', { follower: 'days', ...describeError(error) }),
    });
    await this.dayBreak.look();
  }

  /** Waits until every service has read what the tenant's log holds now. @throws DomainError unavailable */
  async current(id: string): Promise<void> {
    for (const runtime of this.runtimes.values()) await runtime.current(this.system(id));
  }

  async stop(): Promise<void> {
    await this.dayBreak?.stop();
    await this.pump.stop();
    await this.connections.close();
    await Promise.all(this.databases.map((database) => database.close()));
    await this.cluster.stop();
    this.logger.info('service.stopped');
  }

  /** Every service hears of the new head at once: what stands still lags from then on. */
  private onAppend(tenantId: string, seq: number): void {
    for (const { runner } of this.runtimes.values()) runner.seen(tenantId, seq);
    this.pump.wake(tenantId);
  }

  private caughtUp(tenantId: string): void {
    const position = this.runtime('agreement').runner.position(this.system(tenantId));
    this.changes.announce(tenantId, { position, topic: 'all' });
  }
}

function keysDirectory(config: PlatformConfig): string {
  const directory = join(config.dataDir, 'keys');
  void new KeyFiles(directory);
  return directory;
}
