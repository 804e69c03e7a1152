import { randomUUID } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import { EVENTS, categories } from '@lien-ket/contracts';
import { LOG_SCHEMA_SQL, encodeEvents, readerLogSql, serviceLogSql } from '@lien-ket/event-store';
import type { Clock, Context, NewEvent, Recorded, Role } from '@lien-ket/kernel';
import { Consumer, EmbeddedLogStrategy, pause, type Handler } from '@lien-ket/messaging';
import { SystemDatabase, type ClusterAddress } from '@lien-ket/read-model';
import { Runtime, type ServiceSpec } from '@lien-ket/runtime';
import { randomIds, startService, type RunningService, type ServicePorts } from '@lien-ket/service';
import { TestCluster } from './cluster.adapter.js';
import { contextOf } from './contexts.js';

/** The service under test: its stores, and the module that is started on HTTP with its message handlers. */
export interface Benched {
  readonly spec: ServiceSpec;
  module(runtime: Runtime, cluster: ClusterAddress): DynamicModule;
}

/** An answer over HTTP, as the client sees it. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly revision: number;
  readonly position: number;
}

const READERS = ['relay', 'audit'];
const OTHERS = ['agreement', 'activity', 'reporting', 'notification', 'relay'];
const bare = (service: string): ServiceSpec => ({ service, entities: [], projections: [], migrations: [] });

/**
 * One service on real stores and real HTTP; events of the other services are recorded as those would. The business day
 * is what the spec says. Specs only.
 */
export class ServiceBench {
  day = '2025-03-11';
  private strategy = new EmbeddedLogStrategy();
  private running: RunningService | undefined;

  private constructor(
    private readonly cluster: TestCluster,
    private readonly benched: Benched,
    readonly runtime: Runtime,
    private readonly writers: ReadonlyMap<string, Runtime>,
    readonly clock: Clock,
  ) {}

  static async start(benched: Benched, tenants: readonly string[]): Promise<ServiceBench> {
    const cluster = await TestCluster.start();
    const specs = [benched.spec, ...OTHERS.filter((name) => name !== benched.spec.service).map(bare)];
    const provisioner = cluster.provisioner(databasePlanOf(specs));
    await provisioner.ensureTemplate();
    for (const tenant of tenants) await provisioner.ensureTenant(tenant);
    let bench: ServiceBench | undefined = undefined;
    const clock: Clock = {
      now: () => new Date().toISOString(),
      businessDate: () => (bench as ServiceBench | undefined)?.day ?? '',
    };
    const parts = { connections: cluster.connections, clock, onAppend: () => undefined };
    const runtimes = new Map(specs.map((spec) => [spec.service, new Runtime(spec, parts)]));
    const runtime = runtimes.get(benched.spec.service) as Runtime;
    bench = new ServiceBench(cluster, benched, runtime, runtimes, clock);
    await bench.listen();
    return bench;
  }

  /** Records events of a service in a stream of a tenant, on the bench's day. */
  async record(
    tenant: string,
    stream: string,
    events: readonly NewEvent[],
    fields: { actor?: { role: Role; organisationId: string } } = {},
  ): Promise<Recorded[]> {
    const service = EVENTS.find(({ type }) => type === events[0]?.type)?.service ?? '';
    const store = (this.writers.get(service) as Runtime).store;
    const ctx = contextOf(tenant, { ...fields.actor, businessDate: this.day, now: this.clock.now() });
    const revision = (await store.read(ctx, stream)).at(-1)?.revision ?? -1;
    const command = { id: randomUUID(), name: 'recorded', hash: '' };
    await store.append(ctx, stream, encodeEvents(ctx, stream, command, events), revision);
    return store.read(ctx, stream, { from: revision + 1 });
  }

  /** Lets projections and handlers of the tenant come to rest. @throws Error when a projection stands still */
  async settle(tenant: string): Promise<void> {
    const ctx = this.system(tenant);
    const consumer = this.consumer();
    for (let done = -1; ;) {
      const until = await this.runtime.store.head(ctx);
      if (until === done) return;
      const { errors } = await this.runtime.runner.catchUp(ctx, until);
      if (errors[0]) throw errors[0];
      await consumer.catchUp(ctx, until);
      done = until;
    }
  }

  /** Delivers an event once more to every handler, as a broker may, with the inbox forgotten. */
  async deliverAgain(event: Recorded): Promise<void> {
    const handlers = this.handlers().filter(({ type }) => type === event.type);
    for (const handler of handlers) await handler.run(event, this.system(event.tenant, event));
  }

  parked(tenant: string): ReturnType<Runtime['consumerRows']['parked']> {
    return this.runtime.consumerRows.parked(this.system(tenant));
  }

  system(tenant: string, event?: Recorded): Context {
    const businessDate = event?.header.businessDate ?? this.day;
    return contextOf(tenant, { businessDate, now: this.clock.now() });
  }

  /** The whole log of a tenant, as the service sees it. */
  async log(tenant: string): Promise<Recorded[]> {
    const events: Recorded[] = [];
    for await (const batch of this.runtime.store.log(this.system(tenant), { after: 0 }))
      events.push(...batch);
    return events;
  }

  get<T>(tenant: string, account: string, path: string): Promise<Answer<T>> {
    return this.call<T>(tenant, account, path, { method: 'GET' });
  }

  post<T>(
    tenant: string,
    account: string,
    path: string,
    body: unknown,
    revision?: number,
  ): Promise<Answer<T>> {
    const headers = {
      'content-type': 'application/json',
      ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    };
    return this.call<T>(tenant, account, path, { method: 'POST', body: JSON.stringify(body), headers });
  }

  /** As one account, whatever the body is. */
  send(tenant: string, account: string, path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${tenant}/${account}`);
    return fetch(`${this.running?.url}/api/v1${path}`, { ...init, headers });
  }

  /** A database that no tenant owns, with its tables, as the platform makes it. */
  systemDatabase(name: string, tables: string): Promise<SystemDatabase> {
    const superuser = { user: 'postgres', password: 'test' };
    return SystemDatabase.open(this.cluster.address, superuser, name, tables);
  }

  async stop(): Promise<void> {
    await this.running?.close();
    await this.cluster.stop();
  }

  private async call<T>(
    tenant: string,
    account: string,
    path: string,
    init: { method: string; body?: string; headers?: Record<string, string> },
  ): Promise<Answer<T>> {
    const response = await this.send(tenant, account, path, init);
    const number = (name: string): number => Number((response.headers.get(name) ?? '').replaceAll('"', ''));
    return {
      status: response.status,
      body: (await response.json()) as T,
      revision: number('etag'),
      position: number('lk-position'),
    };
  }

  private async listen(): Promise<void> {
    const { spec } = this.benched;
    this.running = await startService(spec.service, this.benched.module(this.runtime, this.cluster.address), {
      port: 0,
      ports: this.ports(),
      signals: false,
      prepare: async (app) => {
        app.connectMicroservice({ strategy: this.strategy });
        await app.startAllMicroservices();
      },
    });
  }

  /** A token is `<tenant>/<account>`: who speaks is the verifier's business, what they may is the service's. */
  private ports(): ServicePorts {
    const silent = (): void => undefined;
    return {
      verifier: {
        verify: (authorization) => {
          const [tenant = '', account = ''] = (authorization ?? '').replace('Bearer ', '').split('/');
          return Promise.resolve({
            issuer: 'bench',
            subject: account,
            account,
            tenant,
            platformAdmin: false,
          });
        },
      },
      rights: {
        rightsOf: (tenant, account, businessDate) =>
          this.runtime.directory.rightsOf(contextOf(tenant, { businessDate }), account),
      },
      clock: this.clock,
      ids: randomIds,
      logger: { info: silent, warn: silent, error: silent },
      readiness: [],
    };
  }

  private handlers(): readonly Handler[] {
    return this.strategy.handlersOf(this.benched.spec.service);
  }

  private consumer(): Consumer {
    const { store: log, consumerRows: store } = this.runtime;
    const { clock, benched } = this;
    const [service, handlers] = [benched.spec.service, this.handlers()];
    return new Consumer({ service, handlers, log, store, clock, pause });
  }
}

export function databasePlanOf(specs: readonly ServiceSpec[]): Parameters<TestCluster['provisioner']>[0] {
  const types = EVENTS.map(({ type, service, public: open }) => `('${type}', '${service}', ${open})`);
  const owners = categories().map(({ category, service }) => `('${category}', '${service}')`);
  return {
    logSql: [
      LOG_SCHEMA_SQL,
      ...specs.map(({ service }) =>
        READERS.includes(service) ? readerLogSql(service) : serviceLogSql(service),
      ),
    ],
    services: specs.map(({ service, migrations }) => ({ service, migrations })),
    registerSql: `
      INSERT INTO log.category VALUES ${owners.join(', ')} ON CONFLICT DO NOTHING;
      INSERT INTO log.event_type VALUES ${types.join(', ')} ON CONFLICT DO NOTHING;`,
  };
}
