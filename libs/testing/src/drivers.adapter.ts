import {
  KurrentEventStore,
  KurrentLogs,
  LOG_SCHEMA_SQL,
  MarksInMemory,
  PostgresEventStore,
  readerLogSql,
  registerSql,
  serviceLogSql,
  type EventStore,
  type LogRegistry,
  type MarkStore,
} from '@lien-ket/event-store';
import { TestCluster } from './cluster.adapter.js';
import { KurrentDouble } from './kurrent/kurrent-double.adapter.js';

/** An event store as a suite needs it, whatever lies below. */
export interface LogDriver {
  readonly name: string;
  /** A store of the service as a process that has just started has it. */
  store(service: string): EventStore;
  stop(): Promise<void>;
}

export interface PostgresDriver extends LogDriver {
  readonly cluster: TestCluster;
}

/** The event store on a PostgreSQL of its own, with the roles and views that the registry asks for. */
export async function postgresDriver(
  registry: LogRegistry,
  tenants: readonly string[],
): Promise<PostgresDriver> {
  const { types, readers } = registry;
  const cluster = await TestCluster.start();
  const services = [...new Set([...types.map(({ service }) => service), ...readers])];
  const provisioner = cluster.provisioner({
    logSql: [
      LOG_SCHEMA_SQL,
      ...services.map((name) => (readers.includes(name) ? readerLogSql(name) : serviceLogSql(name))),
    ],
    services: services.map((service) => ({ service, migrations: [] })),
    registerSql: registerSql(registry),
  });
  await provisioner.ensureTemplate();
  for (const tenant of tenants) await provisioner.ensureTenant(tenant);
  return {
    name: 'postgres',
    cluster,
    store: (service) => {
      const db = cluster.db(service);
      return new PostgresEventStore(service, (at, work) => db.sql(at, work));
    },
    stop: () => cluster.stop(),
  };
}

/** The event store on servers that are there already, one per tenant. */
export function kurrentDriver(
  registry: LogRegistry,
  servers: ReadonlyMap<string, string>,
  marks: MarkStore = new MarksInMemory(),
): LogDriver & { readonly logs: () => KurrentLogs } {
  const made: KurrentLogs[] = [];
  const logs = (): KurrentLogs => {
    const one = new KurrentLogs((tenant) => servers.get(tenant), marks);
    made.push(one);
    return one;
  };
  let shared: KurrentLogs | undefined;
  return {
    name: 'kurrentdb',
    logs,
    store: (service) => new KurrentEventStore(service, (shared ??= logs()), registry),
    stop: async () => {
      for (const one of made) await one.close();
    },
  };
}

/** The event store on doubles, one per tenant. */
export async function doubledDriver(
  registry: LogRegistry,
  tenants: readonly string[],
): Promise<LogDriver & { readonly doubles: ReadonlyMap<string, KurrentDouble> }> {
  const doubles = new Map<string, KurrentDouble>();
  for (const tenant of tenants) doubles.set(tenant, await KurrentDouble.start());
  const servers = new Map([...doubles].map(([tenant, double]) => [tenant, double.connectionString]));
  const driver = kurrentDriver(registry, servers);
  return {
    ...driver,
    doubles,
    stop: async () => {
      await driver.stop();
      for (const double of doubles.values()) await double.stop();
    },
  };
}
