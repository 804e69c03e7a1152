import { join } from 'node:path';
import { isTenantId, type Context, type IsoDate } from '@lien-ket/kernel';
import { KurrentLogs, MarkFiles } from '@lien-ket/event-store';
import { Courier, DayBreak, DayKeeper, ParkedCrossings, ShareInbox, Sharer } from '@lien-ket/relay/module';
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
  type ClusterAddress,
} from '@lien-ket/read-model';
import { ParkedMessages, Runtime, listenTo, rolePassword, type ParkedOwner } from '@lien-ket/runtime';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';
import { KeyFiles, Vault, readOrMake, systemRandomness } from '@lien-ket/vault';
import { PlatformClock } from './clock.adapter.js';
import { TenantDatabase } from './move/tenant-database.js';
import type { PlatformConfig } from './platform.config.js';
import { inParallel } from './parallel.js';
import { SERVICE_SPECS, databasePlan } from './services.js';
import { PLATFORM_TABLES, PlatformStore, type Tenant } from './store/platform-store.js';
import { TenantChanges } from './tenant-changes.js';
import { referenceFacts } from './reference.js';

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
  /** Filled in by `start`, when the handlers are known. */
  readonly parked = new Map<string, ParkedOwner>();
  private dayBreak: DayBreak | undefined;
  private readonly logs: KurrentLogs;

  private constructor(
    readonly config: PlatformConfig,
    readonly clock: PlatformClock,
    readonly store: PlatformStore,
    private readonly databases: readonly SystemDatabase[],
    private readonly cluster: EmbeddedCluster,
    private readonly connections: Connections,
    private readonly provisioner: Provisioner,
    private readonly address: ClusterAddress,
    private readonly logger: ServiceLogger,
    keys: PersonKeys,
    readonly reads: PersonReads,
  ) {
    this.logs = new KurrentLogs(
      config.connectionOf,
      new MarkFiles(join(config.dataDir, 'marks', 'platform')),
    );
    const parts = { connections, clock, logs: this.logs, onAppend: this.onAppend.bind(this) };
    this.runtimes = new Map(SERVICE_SPECS.map((spec) => [spec.service, new Runtime(spec, parts)]));
    this.vault = new Vault(keys, new KeyFiles(join(config.dataDir, 'keys')), systemRandomness, reads);
    this.days = new DayKeeper(this.runtime('relay'));
    this.pump = new Pump([this.projecting, this.consuming], clock, {
      onCaughtUp: (tenantId) => this.caughtUp(tenantId),
      onError: (tenantId, follower, error) =>
        logger.error('follower.stopped', { tenant: tenantId, follower, ...describeError(error) }),
    });
  }

  static async open(config: PlatformConfig, logger: ServiceLogger): Promise<Platform> {
    const secret = readOrMake(join(keysDirectory(config), 'cluster.secret'), 32);
    const passwordOf = (role: string): string => rolePassword(secret, role);
    const cluster = await EmbeddedCluster.start({
      directory: join(config.dataDir, 'pg'),
      password: passwordOf('postgres'),
      durable: true,
    });
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
      address,
      logger,
      new PersonKeys(keyDb),
      new PersonReads(readDb),
    );
    for (const { id } of await store.tenants()) await platform.provision(id);
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
      this.parked.set(service, { runtime, messages: new ParkedMessages(runtime, consumer) });
      this.projecting.push({ name: `${service} projections`, catchUp: (ctx) => runtime.runner.catchUp(ctx) });
      this.consuming.push({ name: `${service} consumer`, catchUp: (ctx) => consumer.catchUp(ctx) });
    }
    const begun = (): string[] => this.store.present.filter((tenant) => tenant.begun).map(({ id }) => id);
    const all = (): string[] => this.store.present.map(({ id }) => id);
    const inbox = new ShareInbox(relay);
    this.consuming.push(new Sharer(relay, all), new Courier(relay, inbox, begun, this.clock));
    const onFree = (): void => begun().forEach((id) => this.pump.wake(id));
    this.parked.set('relay', { runtime: relay, messages: new ParkedCrossings(relay, inbox, onFree) });
    for (const { id } of this.store.present) {
      this.pump.wake(id);
      void listenTo(this.logs, id, this.logger, (seq) => this.onAppend(id, seq));
    }
  }

  system(tenantId: string): Context {
    return contextOfTenant(tenantId, this.clock);
  }

  /** A new tenant while the platform runs: database from the template, roles, an entry in the platform store. */
  async createTenant(tenant: NewTenant): Promise<Tenant | undefined> {
    if (!isTenantId(tenant.id) || tenant.id === 'platform') throw new Error(`not a tenant id: ${tenant.id}`);
    await this.provision(tenant.id);
    const known = { ...referenceFacts(tenant.id), ...tenant };
    const { id, name, code = null, endsOn = null, successor = null } = known;
    await this.store.addTenant({ id, name, code, endsOn, successor });
    return this.store.present.find((one) => one.id === id);
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

  /** Readiness: each tenant's services and how far they lag. */
  async parts(): Promise<{ name: string; ready: boolean; detail?: string; lag?: number }[]> {
    const begun = this.store.present.filter((tenant) => tenant.begun);
    const parts = await Promise.all(
      begun.flatMap(({ id }) =>
        [...this.runtimes].map(async ([service, { runner }]) => {
          const status = await runner.status(this.system(id));
          const stopped = status.find(({ error }) => error !== undefined);
          return {
            name: `${id}/${service}`,
            ready: !stopped,
            lag: Math.max(0, ...status.map(({ lag }) => lag)),
            ...(stopped ? { detail: `${stopped.name}: ${stopped.error ?? ''}` } : {}),
          };
        }),
      ),
    );
    return parts;
  }

  async stop(): Promise<void> {
    await this.dayBreak?.stop();
    await this.pump.stop();
    await this.connections.close();
    await this.logs.close();
    await Promise.all(this.databases.map((database) => database.close()));
    await this.cluster.stop();
    this.logger.info('service.stopped');
  }

  private async provision(tenantId: string): Promise<void> {
    await this.provisioner.ensureTenant(tenantId);
    if (this.logs.has(tenantId)) await TenantDatabase.fenceEmpty(this.address, 'postgres', tenantId);
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
