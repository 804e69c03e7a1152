import {
  DomainError,
  streamOf,
  type Clock,
  type Context,
  type Decider,
  type NewEvent,
  type TenantId,
  type Uuid,
} from '@lien-ket/kernel';
import { Directory, OrganisationRow, AssignmentRow, directoryProjection } from '@lien-ket/access';
import {
  KurrentEventStore,
  PLATFORM_REGISTRY,
  PostgresEventStore,
  RoutedEventStore,
  handle,
  type Envelope,
  type EventStore,
  type Handled,
  type KurrentLogs,
  type StoredEvent,
} from '@lien-ket/event-store';
import { contextOfTenant } from '@lien-ket/messaging';
import {
  ConsumerRows,
  LogAnnouncer,
  ProjectionRunner,
  TenantDb,
  type Connections,
  type Entity,
  type MigrationClass,
  type Projection,
} from '@lien-ket/read-model';
import { DayWork, type DailyConditions } from './day-work.js';
import { RecentLog, type AppendedTypes } from './recent-log.js';

/** What one service is, apart from its HTTP and message handlers. */
export interface ServiceSpec {
  readonly service: string;
  readonly entities: readonly Entity[];
  readonly projections: readonly Projection[];
  readonly migrations: readonly MigrationClass[];
  /** What its handlers of a day that begins have to do, if anything. */
  readonly daily?: DailyConditions;
}

/** What the process gives to each service. */
export interface ProcessParts {
  readonly connections: Connections;
  readonly clock: Clock;
  /** Logs of the tenants that are on KurrentDB; all others are on PostgreSQL. */
  readonly logs?: KurrentLogs;
  /** Told after each commit, so that followers wake without polling. */
  readonly onAppend: (tenantId: TenantId, seq: number) => void;
  /** Told when somebody waits for a position that another process may have written. */
  readonly onBehind?: (tenantId: TenantId) => void;
  /** What this process appends, told to the followers of all its services. */
  readonly appended?: AppendedTypes;
  /** Tenants whose own first day has come; without it none is told apart. */
  readonly begun?: () => Promise<readonly TenantId[]>;
  /** True where other processes follow the same logs: each append is announced to them. */
  readonly announces?: boolean;
}

const WAIT_MS = 2_000;

/** The stores of one service: its tenant databases, the event store under its role, its projections and directory. */
export class Runtime {
  readonly service: string;
  readonly db: TenantDb;
  readonly store: EventStore;
  /** The log for those who follow it. */
  readonly recent: RecentLog;
  readonly runner: ProjectionRunner;
  readonly day: DayWork;
  readonly directory: Directory;
  readonly consumerRows: ConsumerRows;
  readonly clock: Clock;
  private readonly onBehind: (tenantId: TenantId) => void;
  private readonly begun: ProcessParts['begun'];

  constructor(spec: ServiceSpec, parts: ProcessParts) {
    this.service = spec.service;
    this.clock = parts.clock;
    this.begun = parts.begun;
    this.onBehind = parts.onBehind ?? (() => undefined);
    this.db = new TenantDb(
      spec.service,
      [...spec.entities, AssignmentRow, OrganisationRow],
      parts.connections,
    );
    this.store = this.storeOf(parts);
    this.recent = new RecentLog(this.store, parts.appended);
    const reader = {
      log: this.recent.log.bind(this.recent),
      head: (ctx: Context): Promise<number> => this.store.head(ctx),
    };
    this.runner = new ProjectionRunner(this.db, reader, [directoryProjection, ...spec.projections]);
    this.day = new DayWork(this.db, this.runner, spec.daily ?? {});
    this.directory = new Directory(this.db);
    this.consumerRows = new ConsumerRows(this.db);
  }

  /** Which driver a tenant is on is configuration; no code above this line knows it. */
  private storeOf({ logs, onAppend, appended: noted, announces, clock }: ProcessParts): EventStore {
    const announcer = announces ? new LogAnnouncer(this.db) : undefined;
    const appended = (tenantId: TenantId, seq: number, types?: readonly string[]): void => {
      if (types) noted?.note(tenantId, seq, types);
      this.runner.seen(tenantId, seq);
      announcer?.announce(contextOfTenant(tenantId, clock), seq);
      onAppend(tenantId, seq);
    };
    const postgres = new PostgresEventStore(
      this.service,
      (ctx, work) => this.db.sql(ctx, work),
      appended,
      (ctx) => this.db.openCopy(ctx),
    );
    if (!logs) return postgres;
    const there = (ctx: Context): Promise<number> => postgres.head(ctx);
    const kurrent = new KurrentEventStore(this.service, logs, PLATFORM_REGISTRY, appended, there);
    return new RoutedEventStore(({ tenantId }) => (logs.has(tenantId) ? kurrent : postgres));
  }

  handle<S, C, E extends NewEvent>(
    ctx: Context,
    decider: Decider<S, C, E>,
    envelope: Envelope<C>,
  ): Promise<Handled<S>> {
    return handle(this.store, decider, ctx, envelope);
  }

  /** Events of one aggregate. @throws DomainError notFound when there are none (a foreign id looks the same) */
  async history(ctx: Context, aggregate: string, id: Uuid): Promise<StoredEvent[]> {
    const events = await this.store.read(ctx, streamOf(aggregate, id));
    if (events.length === 0) throw new DomainError('notFound', 'notFound');
    return events;
  }

  /** Of the tenants those whose own log has begun: nothing is delivered to others. */
  async begunOf(tenants: readonly TenantId[]): Promise<readonly TenantId[]> {
    const begun = await this.begun?.();
    return begun ? tenants.filter((tenant) => begun.includes(tenant)) : tenants;
  }

  /** Those that are tenants of the platform, as far as the process knows any. */
  async tenantsAmong(slugs: readonly string[]): Promise<readonly TenantId[]> {
    if (slugs.length === 0) return [];
    const begun = (await this.begun?.()) ?? [];
    return slugs.filter((slug) => begun.includes(slug));
  }

  /** Waits until the projections have read everything that is in the log now: for look-ups that a command depends on. */
  async current(ctx: Context): Promise<void> {
    await this.waitFor(ctx, await this.store.head(ctx));
  }

  /** Read your own write: waits until the projections have read up to the position. @throws DomainError unavailable */
  async waitFor(ctx: Context, position: number | undefined): Promise<void> {
    if (position === undefined) return;
    if (this.runner.position(ctx) < position) this.onBehind(ctx.tenantId);
    if (await this.runner.reaches(ctx, position, WAIT_MS)) return;
    throw new DomainError('unavailable', 'projection.behind', { position });
  }
}
