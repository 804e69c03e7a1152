import { DataSource, type EntitySchema } from 'typeorm';
import type { Pool } from 'pg';
import type { TenantId } from '@lien-ket/kernel';
import { observe, stopwatch, type Reading } from '@lien-ket/telemetry';
import { HeldBeginClient } from './held-begin.adapter.js';
import { openCopyConnection, type CopyConnection, type Login } from './copy.adapter.js';

/** A TypeORM entity class. */
export type Entity = (new () => object) | EntitySchema;

export interface ClusterAddress {
  readonly host: string;
  readonly port: number;
  /** Password of a login role; derived, so that nothing stores a list of passwords. */
  passwordOf(role: string): string;
  /** Upper bound of connections of all pools of this process (PostgreSQL's own limit is shared). */
  readonly maxConnections: number;
}

/** One (tenant, service): a pool under that tenant's role of that service. */
interface Entry {
  readonly source: DataSource;
  readonly ready: Promise<DataSource>;
  leases: number;
  lastUsed: number;
}

const PER_POOL = 2;
/** Copies at a time; who finds no room reads in pages and waits for nobody, so that no reader can lock out another. */
const MAX_COPIES = 4;
const POOL = { pipeline: true, Client: HeldBeginClient };
const IDLE_MS = 30_000;
const SWEEP_MS = 5_000;

/** No slug meets `lk_platform`, `lk_keys`, `lk_reads`, `lk_template` or a group role: docs/adr/0020. */
export function databaseOf(tenantId: TenantId): string {
  return `lk_t_${tenantId.replaceAll('-', '_')}`;
}

/** Login role of one service in one tenant; it can connect to that tenant's database only. */
export function roleOf(tenantId: TenantId, service: string): string {
  return `${databaseOf(tenantId)}__${service}`;
}

/**
 * Pools of a process, bounded however many tenants there are: a pool in use is leased, the least recently used idle
 * one gives way to a new tenant, and one that nobody used for 30 s is closed.
 */
export class Connections {
  private readonly entries = new Map<string, Entry>();
  private readonly queue: (() => void)[] = [];
  private readonly sweeper: NodeJS.Timeout;
  private readonly stopObserving: () => void;
  private copies = 0;
  private apartOnes = 0;

  constructor(private readonly cluster: ClusterAddress) {
    this.sweeper = setInterval(() => this.sweep(), SWEEP_MS);
    this.sweeper.unref();
    this.stopObserving = observe('db.client.connection.pending_requests', () => this.readPending());
  }

  /** Leases the pool of (tenant, service) for the length of `work`. */
  async use<T>(
    tenantId: TenantId,
    service: string,
    entities: readonly Entity[],
    work: (db: DataSource) => Promise<T>,
  ): Promise<T> {
    const entry = await this.lease(tenantId, service, entities);
    try {
      return await work(await entry.ready);
    } finally {
      entry.leases -= 1;
      entry.lastUsed = Date.now();
      this.queue.shift()?.();
    }
  }

  /** A connection of its own for COPY, within the bound of all connections; undefined when there is no room for it. */
  openCopy(tenantId: TenantId, service: string): CopyConnection | undefined {
    if (this.copies >= MAX_COPIES || !this.hasRoom()) return undefined;
    this.copies += 1;
    return openCopyConnection(this.loginOf(tenantId, service), () => {
      this.copies -= 1;
      this.queue.shift()?.();
    });
  }

  /**
   * A connection of its own for as long as `work` takes, within the bound of all connections: a lock of its session
   * stays. Tables are looked for in the schemas in their order.
   */
  async apart<T>(
    tenantId: TenantId,
    service: string,
    { entities, schemas }: { readonly entities: readonly Entity[]; readonly schemas: readonly string[] },
    work: (db: DataSource) => Promise<T>,
  ): Promise<T> {
    while (!this.hasRoom() && !(await this.evict())) await this.room(tenantId, service);
    this.apartOnes += 1;
    const db = new DataSource({
      ...this.optionsOf(tenantId, service),
      entities: [...entities],
      poolSize: 1,
      applicationName: `lien-ket ${service} rebuild`,
      extra: { ...POOL, idleTimeoutMillis: 0, options: `-c search_path=${schemas.join()}` },
    });
    try {
      return await work(await db.initialize());
    } finally {
      this.apartOnes -= 1;
      if (db.isInitialized) await db.destroy();
      this.queue.shift()?.();
    }
  }

  get open(): number {
    return this.entries.size;
  }

  async close(): Promise<void> {
    clearInterval(this.sweeper);
    this.stopObserving();
    const all = [...this.entries.values()];
    this.entries.clear();
    await Promise.all(all.map(async (entry) => (await entry.ready).destroy()));
  }

  private async lease(tenantId: TenantId, service: string, entities: readonly Entity[]): Promise<Entry> {
    const key = roleOf(tenantId, service);
    for (;;) {
      const known = this.entries.get(key);
      if (known) {
        known.leases += 1;
        return known;
      }
      if (this.hasRoom() || (await this.evict())) {
        if (this.entries.has(key)) continue;
        return this.openPool(key, tenantId, service, entities);
      }
      await this.room(tenantId, service);
    }
  }

  private async room(tenantId: TenantId, service: string): Promise<void> {
    const waited = stopwatch('db.client.connection.wait_time', {
      'db.client.connection.pool.name': service,
      'lk.tenant': tenantId,
    });
    await new Promise<void>((resolve) => this.queue.push(resolve));
    waited();
  }

  /** Who waits for a pool, and who waits for a connection of one. */
  private readPending(): Reading[] {
    const within = [...this.entries.values()].map(({ source }) =>
      source.isInitialized ? poolOf(source).waitingCount : 0,
    );
    return [{ value: within.reduce((sum, one) => sum + one, this.queue.length), attributes: {} }];
  }

  private hasRoom(): boolean {
    return (this.entries.size + 1) * PER_POOL + this.copies + this.apartOnes <= this.cluster.maxConnections;
  }

  private openPool(key: string, tenantId: TenantId, service: string, entities: readonly Entity[]): Entry {
    const source = new DataSource({
      ...this.optionsOf(tenantId, service),
      schema: service,
      entities: [...entities],
      poolSize: PER_POOL,
      applicationName: `lien-ket ${service}`,
      extra: { ...POOL, idleTimeoutMillis: 10_000 },
    });
    const entry: Entry = { source, ready: source.initialize(), leases: 1, lastUsed: Date.now() };
    this.entries.set(key, entry);
    entry.ready.catch(() => this.entries.delete(key));
    return entry;
  }

  private optionsOf(
    tenantId: TenantId,
    service: string,
  ): Omit<Login, 'user'> & {
    readonly type: 'postgres';
    readonly username: string;
    readonly installExtensions: false;
  } {
    const { user: username, ...login } = this.loginOf(tenantId, service);
    return { type: 'postgres', ...login, username, installExtensions: false };
  }

  private loginOf(tenantId: TenantId, service: string): Login {
    const user = roleOf(tenantId, service);
    const { host, port } = this.cluster;
    return { host, port, user, password: this.cluster.passwordOf(user), database: databaseOf(tenantId) };
  }

  private async evict(): Promise<boolean> {
    const idle = [...this.entries].filter(([, entry]) => entry.leases === 0);
    const oldest = idle.sort(([, a], [, b]) => a.lastUsed - b.lastUsed)[0];
    if (!oldest) return false;
    await this.closeEntry(oldest[0], oldest[1]);
    return true;
  }

  private sweep(): void {
    for (const [key, entry] of this.entries) {
      if (entry.leases === 0 && Date.now() - entry.lastUsed > IDLE_MS) void this.closeEntry(key, entry);
    }
  }

  private async closeEntry(key: string, entry: Entry): Promise<void> {
    this.entries.delete(key);
    await (await entry.ready).destroy();
  }
}

/** The pg pool beneath a TypeORM source: the event store shares it, so that a tenant costs one pool per service. */
export function poolOf(source: DataSource): Pool {
  return (source.driver as unknown as { master: Pool }).master;
}
