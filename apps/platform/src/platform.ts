import { referenceFacts } from '@lien-ket/access';
import { join } from 'node:path';
import { newTenantId } from '@lien-ket/contracts';
import { DomainError, type Context, type IsoDate } from '@lien-ket/kernel';
import { KurrentLogs, MarkFiles } from '@lien-ket/event-store';
import { Checkpoints } from '@lien-ket/audit/module';
import { DayBreak, DayKeeper } from '@lien-ket/relay/module';
import { contextOfTenant } from '@lien-ket/messaging';
import { Connections, Provisioner, type PersonKeys, type PersonReads } from '@lien-ket/read-model';
import {
  AppendedTypes,
  Runtime,
  listenTo,
  openVault,
  rolePassword,
  type PersonsVault,
} from '@lien-ket/runtime';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';
import { readOrMake, type Vault } from '@lien-ket/vault';
import { KeptAnswers } from './admin/kept-answers.js';
import { Rebuilds } from './admin/rebuilds.adapter.js';
import { joinBroker } from './broker-rights.js';
import { PlatformClock } from './clock.adapter.js';
import { EmbeddedFollowers, type Followers } from './followers.js';
import type { PlatformConfig } from './platform.config.js';
import { rememberErased } from './erased.js';
import { inParallel } from './parallel.js';
import { oneAtATime, provisionTenant, provisionTenants, type Provisioning } from './provisioning.js';
import { keysDirectory, serverOf, superuserOf, type Server } from './server.js';
import { RemoteFollowers } from './remote-followers.adapter.js';
import { SERVICE_SPECS, databasePlan } from './services.js';
import type { NewTenant, PlatformStore, Tenant } from './store/platform-store.js';
import { openSystemStores, type SystemStores } from './system-databases.js';
import { finishReplacing } from './tenant-keys.js';
import { TenantChanges } from './tenant-changes.js';

/** All parts of the platform below HTTP, joined once. */
export class Platform {
  readonly runtimes: ReadonlyMap<string, Runtime>;
  readonly followers: Followers;
  /** The services' handlers and parked messages, where they run in this process. */
  readonly embedded: EmbeddedFollowers | undefined;
  readonly days: DayKeeper;
  readonly checkpoints: Checkpoints;
  readonly rebuilds: Rebuilds;
  readonly changes = new TenantChanges();
  private dayBreak: DayBreak | undefined;
  private readonly logs: KurrentLogs;

  private constructor(
    readonly config: PlatformConfig,
    readonly clock: PlatformClock,
    private readonly stores: SystemStores,
    readonly server: Server,
    private readonly connections: Connections,
    private readonly provisioner: Provisioner,
    private readonly logger: ServiceLogger,
    readonly answers: KeptAnswers,
    readonly personal: PersonsVault,
  ) {
    this.logs = new KurrentLogs(
      config.connectionOf,
      new MarkFiles(join(config.dataDir, 'marks', 'platform')),
    );
    const parts = {
      connections,
      clock,
      logs: this.logs,
      onAppend: this.onAppend.bind(this),
      appended: new AppendedTypes(),
      onBehind: (tenantId: string) => this.followers.wake(tenantId),
      begun: async () => this.store.begun.map(({ id }) => id),
      announces: config.broker !== undefined,
    };
    this.runtimes = new Map(SERVICE_SPECS.map((spec) => [spec.service, new Runtime(spec, parts)]));
    this.rebuilds = new Rebuilds(this.runtimes, logger);
    this.days = new DayKeeper(this.runtime('relay'));
    this.checkpoints = new Checkpoints(this.runtime('audit'), config.dataDir, logger);
    this.embedded = config.broker ? undefined : new EmbeddedFollowers(this.followersParts());
    this.followers = this.embedded ?? new RemoteFollowers(this.followersParts(), this.changes);
  }

  /** @param signal aborted while it opens: what is running by then is stopped. @throws Error its reason */
  static async open(config: PlatformConfig, logger: ServiceLogger, signal?: AbortSignal): Promise<Platform> {
    const secret = config.postgres?.secret ?? readOrMake(join(keysDirectory(config), 'cluster.secret'), 32);
    const passwordOf = (role: string): string => rolePassword(secret, role);
    const server = await serverOf(config, passwordOf, signal);
    try {
      return await oneAtATime(server.address, superuserOf(config, server.address), () =>
        Platform.on(server, secret, config, logger, signal),
      );
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  private static async on(
    server: Server,
    secret: Buffer,
    config: PlatformConfig,
    logger: ServiceLogger,
    signal: AbortSignal | undefined,
  ): Promise<Platform> {
    signal?.throwIfAborted();
    const { address } = server;
    const superuser = superuserOf(config, address);
    const provisioner = new Provisioner(address, superuser, databasePlan());
    const [stores] = await Promise.all([openSystemStores(address, superuser), provisioner.ensureTemplate()]);
    const clock = new PlatformClock();
    const platform = new Platform(
      config,
      clock,
      stores,
      server,
      new Connections(address),
      provisioner,
      logger,
      new KeptAnswers(stores.store, secret),
      await openVault(stores.persons, stores.reads, config),
    );
    const known = (await stores.store.tenants()).map(({ id }) => id);
    await provisionTenants(platform.provisioning, known, signal);
    signal?.throwIfAborted();
    if (platform.personal.isBegun) for (const tenant of known) await rememberErased(platform, tenant);
    await finishReplacing(platform);
    if (config.broker) await joinBroker(platform, config.broker);
    return platform;
  }

  get store(): PlatformStore {
    return this.stores.store;
  }

  get persons(): PersonKeys {
    return this.stores.persons;
  }

  get reads(): PersonReads {
    return this.stores.reads;
  }

  get vault(): Vault {
    return this.personal.vault;
  }

  runtime(service: string): Runtime {
    const runtime = this.runtimes.get(service);
    if (!runtime) throw new Error(`no service ${service}`);
    return runtime;
  }

  /** After the handlers are known. */
  start(): void {
    this.followers.start();
    for (const { id } of this.store.present)
      void listenTo(this.logs, id, this.logger, (seq) => this.onAppend(id, seq));
    void this.rebuilds.notice(this.store.present.map(({ id }) => this.system(id)));
  }

  system(tenantId: string): Context {
    return contextOfTenant(tenantId, this.clock);
  }

  /** While the platform runs: databases and roles side by side, since each waits for the disk; entries in their order. */
  async createTenants(...tenants: readonly NewTenant[]): Promise<void> {
    if (!tenants.every(({ id }) => newTenantId.safeParse(id).success))
      throw new DomainError('invalid', 'tenant.reserved');
    await inParallel(tenants, ({ id }) => provisionTenant(this.provisioning, id));
    for (const tenant of tenants) {
      const known = { ...tenant, ...referenceFacts(tenant.id) };
      const { id, name, code = null, endsOn = null, successor = null } = known;
      await this.store.addTenant({ id, name, code, endsOn, successor });
    }
    if (this.config.broker) await joinBroker(this, this.config.broker);
  }

  /**
   * The tenant's own first day: its log begins, and what others have shared with it is delivered.
   * @param load true while what is on paper is entered: such a day notifies nobody
   */
  async beginTenant(id: string, load: boolean): Promise<void> {
    await this.store.begin(id);
    const settle = async (): Promise<void> => undefined;
    await this.days.advance(this.system(id), this.clock.businessDate(), { load, settle });
    for (const { id: tenant } of this.store.begun) this.followers.wake(tenant);
  }

  /** Every tenant's day begins and is lived to its end before the next one. */
  async live(day: IsoDate): Promise<void> {
    const lives = async ({ id }: Tenant): Promise<void> => {
      const settle = (): Promise<void> => this.followers.settledFor(id);
      await this.days.advance(this.system(id), day, { load: false, settle });
    };
    await inParallel(this.store.begun, lives);
    await this.followers.settled();
  }

  /** Outside the demonstration the days are the calendar's: today begins by itself, and what was missed before it. */
  async followCalendar(): Promise<void> {
    this.dayBreak ??= new DayBreak({
      today: () => this.clock.businessDate(),
      live: (day) => this.live(day),
      onError: (error) => this.onStopped({ follower: 'days' }, error),
    });
    await this.dayBreak.look();
  }

  /** Waits until every service has read what the tenant's log holds now. @throws DomainError unavailable */
  async current(id: string): Promise<void> {
    for (const runtime of this.runtimes.values()) await runtime.current(this.system(id));
  }

  /** Once everything has settled: writes down that it was handled, so that other processes begin behind it. */
  async noteHandled(): Promise<void> {
    await this.followers.settled();
    for (const { id } of this.store.begun)
      for (const { store, consumerRows } of this.runtimes.values())
        await consumerRows.advance(this.system(id), await store.head(this.system(id)));
  }

  async stop(): Promise<void> {
    await this.dayBreak?.stop();
    for (const part of [this.rebuilds, this.followers, this.checkpoints]) await part.stop();
    await this.connections.close();
    await this.logs.close();
    await this.stores.close();
    await this.server.stop();
    this.logger.info('service.stopped');
  }

  /** In the demonstration the day is this process's to move; others read it from the platform store. */
  async setDay(day: IsoDate): Promise<void> {
    this.clock.setDay(day);
    await this.store.set('clockDay', day);
  }

  private followersParts(): ConstructorParameters<typeof EmbeddedFollowers>[0] {
    return {
      runtimes: this.runtimes,
      clock: this.clock,
      store: this.store,
      system: (tenantId) => this.system(tenantId),
      events: {
        onCaughtUp: (tenantId) => this.caughtUp(tenantId),
        onError: (tenantId, follower, error) => this.onStopped({ tenant: tenantId, follower }, error),
      },
      also: [this.checkpoints],
    };
  }

  private onStopped(which: { tenant?: string; follower: string }, error: unknown): void {
    this.logger.error('follower.stopped', { ...which, ...describeError(error) });
  }

  private get provisioning(): Provisioning {
    const { provisioner, logs, logger } = this;
    return { provisioner, logs, logger, address: this.server.address };
  }

  /** Every service hears of the new head at once: what stands still lags from then on. */
  private onAppend(tenantId: string, seq: number): void {
    for (const { runner } of this.runtimes.values()) runner.seen(tenantId, seq);
    this.followers.wake(tenantId, seq);
  }

  private caughtUp(tenantId: string): void {
    const position = this.runtime('agreement').runner.position(this.system(tenantId));
    this.changes.announce(tenantId, { position, topic: 'all' });
  }
}
