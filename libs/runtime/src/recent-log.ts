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

/**
 * What was appended to a log just now, read once for all followers of one service: its projections, its consumer, the
 * share channel follow one another over the same few events. What lies in a log never changes, so the last range that was
 * read stays true.
 */
export class RecentLog implements RangedLog {
  private readonly last = new Map<TenantId, Read>();

  constructor(private readonly store: RangedLog) {}

  async *log(ctx: Context, range: LogRange): AsyncIterable<readonly StoredEvent[]> {
    const { after, until, types } = range;
    if (until === undefined || until - after > KEPT_EVENTS) return yield* this.store.log(ctx, range);
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
