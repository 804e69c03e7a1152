import type { Clock, Context, TenantId } from '@lien-ket/kernel';
import { contextOfTenant } from './contexts.js';

/** Something that follows a tenant's log: a service's projections, its consumer, the courier. */
export interface Follower {
  readonly name: string;
  /** @param until sequence number up to which it has to read; all of a round read up to the same */
  catchUp(ctx: Context, until: number): Promise<{ errors: readonly unknown[] }>;
}

export interface PumpEvents {
  /** After a tenant's followers have all reached the head. */
  onCaughtUp(tenantId: TenantId): void;
  onError(tenantId: TenantId, follower: string, error: unknown): void;
}

const PARALLEL_TENANTS = 16;
const RETRY_MS = 1_000;
/** So far the last phase may be behind while the others find ever more to do. */
const LAST_EVENTS = 100;

/**
 * Keeps the followers of every tenant at the head of its log. Woken in process by each append; one tenant's trouble
 * delays no other, since tenants take turns and a failing one waits by itself.
 */
export class Pump {
  private readonly dirty = new Set<TenantId>();
  /** Heads that who appended has told; a tenant without one is asked. */
  private readonly told = new Map<TenantId, number>();
  private readonly running = new Map<TenantId, Promise<void>>();
  private readonly retries = new Map<TenantId, NodeJS.Timeout>();
  /** Up to where the last phase has read. */
  private readonly ended = new Map<TenantId, number>();
  private idle: (() => void)[] = [];
  private stopped = false;

  constructor(
    /** Phases one after the other: what a handler looks up must be there before it runs. */
    private readonly phases: readonly (readonly Follower[])[],
    /** The newest sequence number of a tenant's log, asked where nobody told it. */
    private readonly head: (ctx: Context) => Promise<number>,
    private readonly clock: Clock,
    private readonly events: PumpEvents,
    /** In whose rows no handler looks anything up: they follow once, behind all that came of a command. */
    private readonly last: readonly Follower[] = [],
  ) {}

  /** @param head sequence number of what was appended; without it the log is asked */
  wake(tenantId: TenantId, head?: number): void {
    if (this.stopped) return;
    if (head === undefined) this.told.delete(tenantId);
    else if (!this.dirty.has(tenantId) || this.told.has(tenantId))
      this.told.set(tenantId, Math.max(head, this.told.get(tenantId) ?? 0));
    this.dirty.add(tenantId);
    this.spread();
  }

  /** Resolves when no tenant has anything left to do. */
  settled(): Promise<void> {
    if (this.isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  /** Resolves when one tenant has nothing left to do. */
  async settledFor(tenantId: TenantId): Promise<void> {
    while (this.dirty.has(tenantId) || this.running.has(tenantId)) {
      await (this.running.get(tenantId) ?? new Promise((resolve) => setImmediate(resolve)));
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.dirty.clear();
    for (const timer of this.retries.values()) clearTimeout(timer);
    await Promise.all(this.running.values());
  }

  private spread(): void {
    for (const tenantId of this.dirty) {
      if (this.running.size >= PARALLEL_TENANTS) return;
      if (this.running.has(tenantId)) continue;
      this.dirty.delete(tenantId);
      const run = this.round(tenantId).finally(() => {
        this.running.delete(tenantId);
        this.spread();
        if (this.isIdle()) this.idle.splice(0).forEach((resolve) => resolve());
      });
      this.running.set(tenantId, run);
    }
  }

  private isIdle(): boolean {
    return this.dirty.size === 0 && this.running.size === 0;
  }

  private async round(tenantId: TenantId): Promise<void> {
    const ctx = contextOfTenant(tenantId, this.clock);
    try {
      do {
        this.dirty.delete(tenantId);
        const until = this.told.get(tenantId) ?? (await this.head(ctx));
        for (const phase of this.phases) await this.advance(ctx, phase, until);
        await this.end(ctx, until);
      } while (this.dirty.has(tenantId) && !this.stopped);
      this.events.onCaughtUp(tenantId);
    } catch (error) {
      this.events.onError(tenantId, 'pump', error);
      this.retryLater(tenantId);
    }
  }

  private async end(ctx: Context, until: number): Promise<void> {
    const { tenantId } = ctx;
    const isAlmost = until - (this.ended.get(tenantId) ?? 0) < LAST_EVENTS;
    if (isAlmost && this.dirty.has(tenantId) && !this.stopped) return;
    await this.advance(ctx, this.last, until);
    this.ended.set(tenantId, until);
  }

  /** Followers of one phase are independent of each other: each has its own cursor. */
  private async advance(ctx: Context, followers: readonly Follower[], until: number): Promise<void> {
    const done = await Promise.all(
      followers.map(async (follower) => ({ follower, ...(await follower.catchUp(ctx, until)) })),
    );
    for (const { follower, errors } of done) {
      errors.forEach((error) => this.events.onError(ctx.tenantId, follower.name, error));
    }
  }

  private retryLater(tenantId: TenantId): void {
    if (this.stopped || this.retries.has(tenantId)) return;
    const timer = setTimeout(() => {
      this.retries.delete(tenantId);
      this.wake(tenantId);
    }, RETRY_MS);
    this.retries.set(tenantId, timer);
  }
}

/** Real waiting. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
