import pg from 'pg';
import type { Context, TenantId } from '@lien-ket/kernel';
import { databaseOf, roleOf, type ClusterAddress } from './connections.adapter.js';
import type { TenantDb } from './tenant-db.js';

const CHANNEL = 'lk_log';
/** One NOTIFY for what was appended within this time, outside the append: each one alone would halve the appends. */
const GATHER_MS = 2;
const RECONNECT_MS = 1_000;

/** Tells other processes that a tenant's log has grown. Nothing depends on it: who listens also looks now and then. */
export class LogAnnouncer {
  private readonly waiting = new Map<TenantId, { ctx: Context; seq: number }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly db: TenantDb) {}

  announce(ctx: Context, seq: number): void {
    this.waiting.set(ctx.tenantId, { ctx, seq });
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  private flush(): void {
    this.timer = undefined;
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const { ctx, seq } of all)
      void this.db
        .use(ctx, (db) => db.query('SELECT pg_notify($1, $2)', [CHANNEL, String(seq)]))
        .catch(() => undefined);
  }
}

/** The relay's standing connection to each tenant's database: woken when any process has appended. */
export class LogListener {
  private readonly clients = new Map<TenantId, pg.Client | undefined>();
  private closed = false;

  constructor(
    private readonly cluster: ClusterAddress,
    private readonly service: string,
    private readonly onAppend: (tenantId: TenantId) => void,
  ) {}

  /** Listens to these tenants, and to none that is not among them. */
  follow(tenants: readonly TenantId[]): void {
    for (const tenant of tenants) if (!this.clients.has(tenant)) void this.listen(tenant);
    for (const [tenant, client] of this.clients)
      if (!tenants.includes(tenant)) {
        this.clients.delete(tenant);
        void client?.end().catch(() => undefined);
      }
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.clients.values()].map((client) => client?.end().catch(() => undefined)));
  }

  private async listen(tenant: TenantId): Promise<void> {
    const client = this.clientOf(tenant);
    this.clients.set(tenant, client);
    client.on('notification', () => this.onAppend(tenant));
    client.on('error', () => this.lost(tenant, client));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      // What was appended while nobody listened.
      this.onAppend(tenant);
    } catch {
      this.lost(tenant, client);
    }
  }

  private clientOf(tenant: TenantId): pg.Client {
    const user = roleOf(tenant, this.service);
    const { host, port, passwordOf } = this.cluster;
    return new pg.Client({
      host,
      port,
      user,
      password: passwordOf(user),
      database: databaseOf(tenant),
      application_name: `lien-ket ${this.service} listener`,
      keepAlive: true,
    });
  }

  /** A connection may tell more than once that it is lost, by what was asked and by itself: another is made once. */
  private lost(tenant: TenantId, client: pg.Client): void {
    void client.end().catch(() => undefined);
    if (this.clients.get(tenant) !== client) return;
    this.clients.set(tenant, undefined);
    setTimeout(() => {
      const isAwaited = this.clients.has(tenant) && this.clients.get(tenant) === undefined;
      if (!this.closed && isAwaited) void this.listen(tenant);
    }, RECONNECT_MS).unref();
  }
}
