import { isBackdated } from '@lien-ket/calendar';
import type { Context, Recorded } from '@lien-ket/kernel';
import type { EventStore } from '@lien-ket/event-store';
import type { listOf } from '@lien-ket/service';

export type LogFilter = ReturnType<typeof listOf<'audit-events'>>['filter'];

/** Whether an event of the log is among those asked for; `after` is a place in the log, not a property of the event. */
export function matches(event: Recorded, filter: LogFilter): boolean {
  const { businessDate, actor, effectiveOn } = event.header;
  return (
    (!filter.type || filter.type.split(',').some((type) => event.type.includes(type))) &&
    (filter.backdated === undefined || isBackdated(effectiveOn, businessDate) === filter.backdated) &&
    (!filter.stream || event.stream === filter.stream) &&
    (!filter.from || businessDate >= filter.from) &&
    (!filter.to || businessDate <= filter.to) &&
    (!filter.actor || actor.account === filter.actor || actor.role === filter.actor)
  );
}

interface Counted {
  readonly until: number;
  readonly count: number;
}

const KEPT = 200;
const BATCH = 500;

/**
 * How many events of a log are under a filter. A log only grows, so what was counted once stays counted: the pages that
 * follow, and a later look, read only what came since.
 */
export class LogCounts {
  private readonly known = new Map<string, Counted>();

  constructor(private readonly store: Pick<EventStore, 'log'>) {}

  async under(ctx: Context, filter: LogFilter, until: number): Promise<number> {
    const { after = 0, ...properties } = filter;
    if (Object.values(properties).every((wanted) => wanted === undefined || wanted === ''))
      return Math.max(until - after, 0);
    const key = JSON.stringify([ctx.tenantId, Object.entries(filter).sort()]);
    const before = this.known.get(key);
    // A head that another process has not reached yet: its count is not ours to cut down.
    const usable = before && before.until <= until ? before : { until: after, count: 0 };
    const count = usable.count + (await this.between(ctx, filter, usable.until, until));
    this.keep(key, { until, count });
    return count;
  }

  private async between(ctx: Context, filter: LogFilter, after: number, until: number): Promise<number> {
    let count = 0;
    if (after >= until) return count;
    for await (const batch of this.store.log(ctx, { after, until, batch: BATCH }))
      count += batch.filter((event) => matches(event, filter)).length;
    return count;
  }

  private keep(key: string, counted: Counted): void {
    this.known.delete(key);
    this.known.set(key, counted);
    const [oldest] = this.known.keys();
    if (this.known.size > KEPT && oldest !== undefined) this.known.delete(oldest);
  }
}
