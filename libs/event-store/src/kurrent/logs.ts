import type { TenantId } from '@lien-ket/kernel';
import { KurrentClient, newAttempt, present } from './client.adapter.js';
import { Count } from './count.js';
import type { KurrentLink } from './link.js';
import { LiveLog, type LiveEvents, type Ticks } from './live.adapter.js';
import type { MarkStore } from './marks.js';
import { TenantLog } from './tenant-log.js';

/** Tells where a tenant's own KurrentDB is, or undefined when the tenant is not on one. */
export type ConnectionOf = (tenantId: TenantId) => string | undefined;

/** The logs of the tenants that are on KurrentDB, one database each, shared by the services of a process. */
export class KurrentLogs {
  private readonly opened = new Map<TenantId, Promise<TenantLog>>();
  private readonly live = new Map<TenantId, LiveLog>();

  constructor(
    private readonly connectionOf: ConnectionOf,
    private readonly marks: MarkStore,
    private readonly open: (connectionString: string) => Promise<KurrentLink> = (at) =>
      KurrentClient.open(at),
    /** A log that has moved away is opened by whoever moves it, and by nobody else. */
    private readonly moving = false,
  ) {}

  has(tenantId: TenantId): boolean {
    return this.connectionOf(tenantId) !== undefined;
  }

  /** A log that could not be opened is tried again by whoever asks next. */
  of(tenantId: TenantId): Promise<TenantLog> {
    const known = this.opened.get(tenantId);
    if (known) return known;
    const opening = this.openLog(tenantId);
    this.opened.set(tenantId, opening);
    opening.catch(() => this.opened.delete(tenantId));
    return opening;
  }

  /** Listens to the log of a tenant from now on; once is enough. */
  async listen(tenantId: TenantId, events: LiveEvents, ticks?: Ticks): Promise<void> {
    const { link, count } = await this.of(tenantId);
    if (!this.live.has(tenantId)) this.live.set(tenantId, new LiveLog(link, count, events, ticks));
  }

  async close(): Promise<void> {
    for (const live of this.live.values()) live.stop();
    const logs = await Promise.allSettled(this.opened.values());
    for (const log of logs) if (log.status === 'fulfilled') await log.value.link.close();
  }

  private async openLog(tenantId: TenantId): Promise<TenantLog> {
    const at = this.connectionOf(tenantId);
    if (at === undefined) throw new Error(`the tenant ${tenantId} is not on KurrentDB`);
    const link = await this.open(at);
    if (!this.moving && (await link.fenced())) {
      await link.close();
      throw new Error(`the log of ${tenantId} has moved away from this KurrentDB`);
    }
    const count = await Count.open(tenantId, link, this.marks);
    return new TenantLog(link, count, { now: present, attempt: newAttempt });
  }
}
