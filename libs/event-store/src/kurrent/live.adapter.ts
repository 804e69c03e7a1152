import type { Count } from './count.js';
import { isBefore, type KurrentLink, type LogPlace } from './link.js';

export interface LiveEvents {
  /** The log has grown to this number. */
  onNews(seq: number): void;
  /** The subscription was made anew, and why; `inARow` counts those that brought nothing in between. */
  onRenewed(reason: 'silent' | 'ended', inARow: number): void;
  /** A tick could not look at the log. */
  onError(error: unknown): void;
}

/** How often the log itself is looked at, and after how many looks in a row that found more than was heard. */
export interface Ticks {
  readonly everyMs: number;
  readonly patience: number;
  /** First pause before a subscription that ended is made anew; doubled each time. */
  readonly againMs: number;
}

const TICKS: Ticks = { everyMs: 10_000, patience: 2, againMs: 100 };
const LONGEST_PAUSE_MS = 10_000;

/**
 * Wakes a process when others append. The subscription only says that there is something: what is read, is read by the
 * count. A subscription can fall silent without an error, so each tick compares what it has told with the log itself; no
 * tick is ever written.
 */
export class LiveLog {
  private heard: LogPlace | undefined;
  private told = 0;
  private behind = 0;
  private inARow = 0;
  private stopped = false;
  private unsubscribe: () => void = () => undefined;
  private again: NodeJS.Timeout | undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly link: KurrentLink,
    private readonly count: Count,
    private readonly events: LiveEvents,
    private readonly ticks: Ticks = TICKS,
  ) {
    this.told = count.seq;
    this.timer = setInterval(() => void this.tick(), ticks.everyMs);
    this.subscribe();
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.timer);
    clearTimeout(this.again);
    this.unsubscribe();
  }

  private subscribe(): void {
    this.heard = this.count.newest?.place;
    this.behind = 0;
    this.unsubscribe = this.link.follow(this.heard, {
      heard: (place) => {
        this.heard = place;
        this.inARow = 0;
        void this.look();
      },
      ended: () => this.renew('ended'),
    });
  }

  /** Counts to the end; events of this process are counted already and cost no request. */
  private async look(): Promise<void> {
    const newest = this.count.newest;
    try {
      if (!newest || !this.heard || isBefore(newest.place, this.heard)) await this.count.advance();
      this.tell();
    } catch (error) {
      this.events.onError(error);
    }
  }

  private async tick(): Promise<void> {
    try {
      await this.count.advance();
    } catch (error) {
      return this.events.onError(error);
    }
    this.tell();
    const newest = this.count.newest;
    const silent = newest !== undefined && (!this.heard || isBefore(this.heard, newest.place));
    this.behind = silent ? this.behind + 1 : 0;
    if (this.behind >= this.ticks.patience) this.renew('silent');
  }

  private tell(): void {
    if (this.count.seq <= this.told || this.stopped) return;
    this.told = this.count.seq;
    this.events.onNews(this.told);
  }

  private renew(reason: 'silent' | 'ended'): void {
    if (this.stopped) return;
    this.unsubscribe();
    this.behind = 0;
    this.inARow += 1;
    this.events.onRenewed(reason, this.inARow);
    clearTimeout(this.again);
    const pause = Math.min(LONGEST_PAUSE_MS, this.ticks.againMs * 2 ** (this.inARow - 1));
    this.again = setTimeout(() => this.subscribe(), pause);
  }
}
