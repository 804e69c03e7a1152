import type { LogRange, StoredEvent } from '@lien-ket/event-store';
import type { Context, TenantId } from '@lien-ket/kernel';

export interface RangedLog {
  log(ctx: Context, range: LogRange): AsyncIterable<readonly StoredEvent[]>;
}

interface Read {
  readonly after: number;
  readonly until: number;
  readonly events: Promise<readonly StoredEvent[]>;
}

/** More than so many at once are streamed to each follower for itself. */
const KEPT_EVENTS = 200;

/** Of which types a tenant's newest events are, as this process appended them: shared by all of its services. */
export class AppendedTypes {
  private readonly tenants = new Map<TenantId, Map<number, string>>();

  /** @param types of the events up to `seq`, oldest first */
  note(tenantId: TenantId, seq: number, types: readonly string[]): void {
    const known = this.tenants.get(tenantId) ?? new Map<number, string>();
    this.tenants.set(tenantId, known);
    types.forEach((type, index) => known.set(seq - types.length + 1 + index, type));
    for (const old of known.keys()) {
      if (known.size <= KEPT_EVENTS) break;
      known.delete(old);
    }
  }

  /** Whether it is known that no event of the range is of these types. */
  hasNone(tenantId: TenantId, after: number, until: number, types: readonly string[]): boolean {
    const known = this.tenants.get(tenantId);
    if (!known || until - after > KEPT_EVENTS) return false;
    for (let seq = after + 1; seq <= until; seq += 1) {
      const type = known.get(seq);
      if (type === undefined || types.includes(type)) return false;
    }
    return true;
  }
}

/**
 * What was appended to a log just now, read once for all followers of one service: its projections, its consumer, the
 * share channel follow one another over the same few events. What lies in a log never changes, so the last range that was
 * read stays true.
 */
export class RecentLog implements RangedLog {
  private readonly last = new Map<TenantId, Read>();

  constructor(
    private readonly store: RangedLog,
    private readonly appended = new AppendedTypes(),
  ) {}

  async *log(ctx: Context, range: LogRange): AsyncIterable<readonly StoredEvent[]> {
    const { after, until, types } = range;
    if (until === undefined || until - after > KEPT_EVENTS) return yield* this.store.log(ctx, range);
    if (types && this.appended.hasNone(ctx.tenantId, after, until, types)) return;
    const known = this.last.get(ctx.tenantId);
    const read = known && known.after <= after && known.until >= until ? known : this.read(ctx, after, until);
    const events = (await read.events).filter(
      ({ seq, type }) => seq > after && seq <= until && (types?.includes(type) ?? true),
    );
    if (events.length > 0) yield events;
  }

  private read(ctx: Context, after: number, until: number): Read {
    const read = { after, until, events: all(this.store.log(ctx, { after, until })) };
    this.last.set(ctx.tenantId, read);
    read.events.catch(() => {
      if (this.last.get(ctx.tenantId) === read) this.last.delete(ctx.tenantId);
    });
    return read;
  }
}

async function all(batches: AsyncIterable<readonly StoredEvent[]>): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const batch of batches) events.push(...batch);
  return events;
}
