import type { Context, TenantId } from '@lien-ket/kernel';
import { PUBLISHED } from '@lien-ket/relay/module';
import { Pump, pause } from '@lien-ket/messaging';
import type { Runtime } from '@lien-ket/runtime';
import { HANDLING, type Followers, type FollowersParts } from './followers.js';
import type { TenantChanges } from './tenant-changes.js';

const LOOK_MS = 25;
const CHANGES_MS = 1_000;

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly last: number;
}

/**
 * The services follow in processes of their own; this one only reads how far they are, from the rows in which they keep
 * it. Its own projections are read when somebody here waits for them.
 */
export class RemoteFollowers implements Followers {
  private readonly pump: Pump;
  private readonly timer: NodeJS.Timeout;
  private readonly heads = new Map<TenantId, number>();
  private stopped = false;

  constructor(
    private readonly parts: FollowersParts,
    private readonly changes: TenantChanges,
  ) {
    const projecting = [...parts.runtimes].map(([service, { runner }]) => ({
      name: `${service} projections`,
      catchUp: runner.catchUp.bind(runner),
    }));
    const head = (ctx: Context): Promise<number> => this.relay.store.head(ctx);
    this.pump = new Pump([projecting], head, parts.clock, parts.events);
    this.timer = setInterval(() => void this.look().catch(() => undefined), CHANGES_MS);
  }

  start(): void {
    // The other processes start by themselves.
  }

  wake(tenantId: TenantId): void {
    this.pump.wake(tenantId);
  }

  async settled(): Promise<void> {
    for (;;) {
      const before = await this.headsNow();
      for (const tenant of before.keys()) await this.settledFor(tenant);
      const carried = await this.allCarried();
      const after = await this.headsNow();
      if (this.stopped || (carried && same(before, after))) return;
      await pause(LOOK_MS);
    }
  }

  async settledFor(tenantId: TenantId): Promise<void> {
    for (;;) {
      const head = await this.relay.store.head(this.parts.system(tenantId));
      if (this.stopped) return;
      if ((await this.handledUpTo(tenantId)) >= head) return;
      await pause(LOOK_MS);
    }
  }

  stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    return this.pump.stop();
  }

  private get relay(): Runtime {
    const relay = this.parts.runtimes.get('relay');
    if (!relay) throw new Error('no service relay');
    return relay;
  }

  private async handledUpTo(tenantId: TenantId): Promise<number> {
    const ctx = this.parts.system(tenantId);
    const published = await this.relay.db.use(ctx, (db) =>
      db.query<{ seq: string }[]>('SELECT seq FROM cursor WHERE name = $1', [PUBLISHED]),
    );
    const handled = await Promise.all(
      HANDLING.map((service) => this.parts.runtimes.get(service)?.consumerRows.handledAll(ctx)),
    );
    return Math.min(Number(published[0]?.seq ?? 0), ...handled.map((seq) => seq ?? 0));
  }

  private begun(): string[] {
    return this.parts.store.begun.map(({ id }) => id);
  }

  private async headsNow(): Promise<Map<TenantId, number>> {
    const heads = this.begun().map(
      async (id) => [id, await this.relay.store.head(this.parts.system(id))] as const,
    );
    return new Map(await Promise.all(heads));
  }

  /** Whether every crossing that was numbered has been kept by its receiver. */
  private async allCarried(): Promise<boolean> {
    const begun = this.begun();
    const sent = (await Promise.all(begun.map((id) => this.pairs(id, 'share-')))).flat();
    const kept = (await Promise.all(begun.map((id) => this.pairs(id, 'received-')))).flat();
    const lasts = new Map(kept.map(({ from, to, last }) => [`${to}/${from}`, last]));
    return sent
      .filter(({ to }) => begun.includes(to))
      .every(({ from, to, last }) => (lasts.get(`${from}/${to}`) ?? -1) >= last);
  }

  private async pairs(tenantId: TenantId, prefix: string): Promise<Pair[]> {
    const rows = await this.relay.db.use(this.parts.system(tenantId), (db) =>
      db.query<{ stream: string; last: number }[]>(
        'SELECT stream, max(revision) AS last FROM log.log_relay WHERE starts_with(stream, $1) GROUP BY stream',
        [prefix],
      ),
    );
    return rows.map(({ stream, last }) => ({ from: tenantId, to: stream.slice(prefix.length), last }));
  }

  /** Open pages are told of what other processes have appended. */
  private async look(): Promise<void> {
    for (const tenant of this.changes.listening()) {
      const head = await this.relay.store.head(this.parts.system(tenant));
      if (this.heads.get(tenant) === head) continue;
      this.heads.set(tenant, head);
      this.changes.announce(tenant, { position: head, topic: 'all' });
    }
  }
}

function same(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([tenant, head]) => other.get(tenant) === head);
}
