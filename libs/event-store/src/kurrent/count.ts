import type { TenantId } from '@lien-ket/kernel';
import { isBefore, isSame, type KurrentLink, type LogPlace, type WireEvent } from './link.js';
import { MARK_EVERY, type Mark, type MarkStore } from './marks.js';

/** An event with its number in the tenant's log, and its time as the log tells it: never before that of an earlier one. */
export interface CountedEvent extends WireEvent {
  readonly seq: number;
}

const PAGE = 500;
/** So many stretches between marks are kept: enough for the streams that people work on. */
const KEPT_STRETCHES = 64;

/** Places and times of the events after one mark, at most up to the next. */
interface Stretch {
  readonly after: Mark | undefined;
  readonly marks: Mark[];
}

/**
 * Counts the events of one tenant's log: the server numbers nothing. What it counts is the same for everybody who begins
 * anywhere, so numbers agree between processes and after a restart. Times are made monotone in the same pass, since
 * writers in several processes can't agree on one clock.
 */
export class Count {
  private readonly marks: Mark[] = [];
  private readonly stretches = new Map<number, Stretch>();
  private readonly watched = new Map<string, CountedEvent | undefined>();
  private flying: Promise<void> | undefined;
  private queued: Promise<void> | undefined;
  private tail: Stretch = { after: undefined, marks: [] };

  private constructor(
    private readonly tenantId: TenantId,
    private readonly link: KurrentLink,
    private readonly store: MarkStore,
  ) {}

  /** Goes on from the marks kept, if they belong to this very log. */
  static async open(tenantId: TenantId, link: KurrentLink, store: MarkStore): Promise<Count> {
    const count = new Count(tenantId, link, store);
    const kept = await store.load(tenantId);
    const newest = kept.at(-1);
    if (newest && (await count.holds(newest))) {
      count.marks.push(...kept);
      count.tail = { after: newest, marks: [] };
    } else if (newest) await store.forget(tenantId);
    await count.advance();
    return count;
  }

  /** Number of the newest event counted so far. */
  get seq(): number {
    return this.newest?.seq ?? 0;
  }

  /** The newest event counted so far. */
  get newest(): Mark | undefined {
    return this.tail.marks.at(-1) ?? this.tail.after;
  }

  /** Counts to the end of the log as it is at this call or later: a read on its way may have begun too early. */
  advance(): Promise<void> {
    if (this.queued) return this.queued;
    if (!this.flying) return (this.flying = this.fly());
    const next = async (): Promise<void> => {
      this.queued = undefined;
      await (this.flying = this.fly());
    };
    return (this.queued = this.flying.then(next, next));
  }

  /** Keeps the event with this id when it comes past, until `take`. */
  watch(id: string): void {
    this.watched.set(id, undefined);
  }

  take(id: string): CountedEvent | undefined {
    const event = this.watched.get(id);
    this.watched.delete(id);
    return event;
  }

  /** Number and time of events that are in the log. @throws Error for a place that holds no counted event */
  async locate(events: readonly WireEvent[]): Promise<CountedEvent[]> {
    const last = events.reduce<LogPlace | undefined>(
      (max, { place }) => (max && isBefore(place, max) ? max : place),
      undefined,
    );
    if (last && (!this.newest || isBefore(this.newest.place, last))) await this.advance();
    const found: CountedEvent[] = [];
    for (const event of events) {
      const stretch = await this.stretchOf((mark) => isBefore(mark.place, event.place));
      const mark = stretch.marks.find(({ place }) => isSame(place, event.place));
      if (!mark)
        throw new Error(`event ${event.id} of ${this.tenantId} was not found where the log says it is`);
      found.push({ ...event, seq: mark.seq, recordedAt: mark.recordedAt });
    }
    return found;
  }

  /** Events after a number, counted; in pages, to the number `until`, which has been counted. */
  async *after(seq: number, until: number): AsyncGenerator<readonly CountedEvent[]> {
    if (seq >= until) return;
    const stretch = await this.stretchOf((mark) => mark.seq <= seq);
    let from = seq === 0 ? undefined : (stretch.marks.find((mark) => mark.seq === seq) ?? stretch.after);
    while ((from?.seq ?? 0) < until) {
      const page = await this.page(from);
      const last = page.at(-1);
      if (!last) throw new Error(`the log of ${this.tenantId} ends at ${from?.seq ?? 0}, before ${until}`);
      from = last;
      yield page.filter((event) => event.seq > seq && event.seq <= until);
    }
  }

  private async fly(): Promise<void> {
    try {
      for (let page = await this.page(this.newest); page.length > 0;) {
        for (const event of page) await this.note(event);
        page = page.length < PAGE - 1 ? [] : await this.page(this.newest);
      }
    } finally {
      this.flying = undefined;
    }
  }

  private async note(event: CountedEvent): Promise<void> {
    const mark = markOf(event);
    this.tail.marks.push(mark);
    if (this.watched.has(event.id)) this.watched.set(event.id, event);
    if (event.seq % MARK_EVERY !== 0) return;
    this.keep(this.marks.length, this.tail);
    this.marks.push(mark);
    this.tail = { after: mark, marks: [] };
    await this.store.add(this.tenantId, mark);
  }

  /** Events after a mark; the server begins at the place, so one more is asked for. */
  private async page(from: Mark | undefined, size = PAGE): Promise<CountedEvent[]> {
    const events = await this.link.all(from?.place, size);
    const counted: CountedEvent[] = [];
    let { seq, recordedAt } = from ?? { seq: 0, recordedAt: '' };
    for (const event of events) {
      if (from && !isBefore(from.place, event.place)) continue;
      seq += 1;
      if (event.recordedAt > recordedAt) ({ recordedAt } = event);
      counted.push({ ...event, seq, recordedAt });
    }
    return counted;
  }

  /** The stretch behind the last mark that fits; marks that fit are a beginning of all marks. */
  private async stretchOf(fits: (mark: Mark) => boolean): Promise<Stretch> {
    let low = 0;
    for (let high = this.marks.length; low < high;) {
      const middle = (low + high) >> 1;
      const mark = this.marks[middle];
      if (mark && fits(mark)) low = middle + 1;
      else high = middle;
    }
    if (low === this.marks.length) return this.tail;
    const known = this.stretches.get(low);
    return this.keep(low, known ?? (await this.loaded(low)));
  }

  private async loaded(index: number): Promise<Stretch> {
    const after = this.marks[index - 1];
    const end = this.marks[index];
    const marks: Mark[] = [];
    for (let from = after; from?.seq !== end?.seq; from = marks.at(-1)) {
      const page = await this.page(from);
      if (page.length === 0) throw new Error(`the log of ${this.tenantId} has become shorter`);
      marks.push(...page.map(markOf).slice(0, MARK_EVERY - marks.length));
    }
    const last = marks.at(-1);
    if (!end || !last || !isSame(last.place, end.place) || last.recordedAt !== end.recordedAt)
      throw new Error(`the count of ${this.tenantId} does not agree with its mark ${end?.seq ?? 0}`);
    return { after, marks };
  }

  /** The newest used last; the oldest goes. */
  private keep(index: number, stretch: Stretch): Stretch {
    this.stretches.delete(index);
    this.stretches.set(index, stretch);
    if (this.stretches.size > KEPT_STRETCHES) {
      const [oldest] = this.stretches.keys();
      if (oldest !== undefined) this.stretches.delete(oldest);
    }
    return stretch;
  }

  /** Another log, or one that was restored from before the mark, holds no event there. */
  private async holds(mark: Mark): Promise<boolean> {
    try {
      const [event] = await this.link.all(mark.place, 1);
      return event !== undefined && isSame(event.place, mark.place);
    } catch {
      // A place that is none in this log is an error of the server's; a server that is away fails here again.
      await this.link.all(undefined, 1);
      return false;
    }
  }
}

function markOf({ seq, place, recordedAt }: CountedEvent): Mark {
  return { seq, place, recordedAt };
}
