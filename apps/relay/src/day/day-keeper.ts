import { dayEvents } from '@lien-ket/contracts';
import { addDays, makeDayContext, type Context, type IsoDate } from '@lien-ket/kernel';
import { appendEvents } from '@lien-ket/event-store';
import type { Runtime } from '@lien-ket/runtime';
import { uuidFrom } from '@lien-ket/kernel';

interface Last {
  revision: number;
  date: IsoDate | null;
}

/** Time is an event: `dayBegan` once per tenant and day, in order, none left out (DESIGN §4.6). */
export class DayKeeper {
  private readonly known = new Map<string, Last>();

  constructor(private readonly runtime: Runtime) {}

  /** Begins every day after the last one up to `until`, one at a time; `settle` runs after each. */
  async advance(
    ctx: Context,
    until: IsoDate,
    options: { load: boolean; settle: () => Promise<void> },
  ): Promise<number> {
    const last = await this.last(ctx);
    let begun = 0;
    for (let day = last.date ? addDays(last.date, 1) : until; day <= until; day = addDays(day, 1)) {
      await this.begin(ctx, day, options.load, last);
      await options.settle();
      begun += 1;
    }
    return begun;
  }

  /** The first day that is lived here after a load. */
  async liveFrom(ctx: Context, date: IsoDate): Promise<void> {
    const last = await this.last(ctx);
    if (last.date === null || last.date < date) await this.begin(ctx, date, false, last);
  }

  /**
   * Days of loading: only a day on which something is entered begins (docs/adr/0007); the days between were not lived
   * on the platform, and nothing that happens on a day of loading is notified.
   */
  async skipTo(ctx: Context, date: IsoDate): Promise<void> {
    const last = await this.last(ctx);
    if (last.date === null || last.date < date) await this.begin(ctx, date, true, last);
  }

  async lastDay(ctx: Context): Promise<IsoDate | null> {
    return (await this.last(ctx)).date;
  }

  private async begin(ctx: Context, date: IsoDate, load: boolean, last: Last): Promise<void> {
    const stream = streamOfDays(ctx.tenantId);
    const command = { id: uuidFrom('day', ctx.tenantId, date), name: 'beginDay', hash: '' };
    const events = [{ type: dayEvents.began.type, data: { date, load } }];
    const entry = { stream, command, events, revision: last.revision };
    // What follows from a day is told apart from what follows from the next one, also in traces.
    const day = { ...makeDayContext(ctx, date), correlationId: command.id };
    const { revision } = await appendEvents(this.runtime.store, day, entry);
    last.revision = revision;
    last.date = date;
  }

  private async last(ctx: Context): Promise<Last> {
    const known = this.known.get(ctx.tenantId);
    if (known) return known;
    const newest = (await this.runtime.store.read(ctx, streamOfDays(ctx.tenantId))).at(-1);
    const last = {
      revision: newest?.revision ?? -1,
      date: newest ? (newest.data as { date: IsoDate }).date : null,
    };
    this.known.set(ctx.tenantId, last);
    return last;
  }
}

function streamOfDays(tenantId: string): string {
  return `day-${uuidFrom('days', tenantId)}`;
}
