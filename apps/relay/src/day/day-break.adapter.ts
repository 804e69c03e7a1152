import type { IsoDate } from '@lien-ket/kernel';

const LOOK_MS = 15_000;

/** What the daybreak of one process needs: today, and how a day is begun for every tenant that it serves. */
export interface Days {
  today(): IsoDate;
  /** Begins every day up to `day` that a tenant has not lived yet, in order. */
  live(day: IsoDate): Promise<void>;
  onError(error: unknown): void;
}

/**
 * Lets the calendar's days begin where nobody moves them by hand: at start, with all days missed while nothing ran, and
 * soon after midnight. A look costs one comparison; what failed is tried again at the next look.
 */
export class DayBreak {
  private readonly timer: NodeJS.Timeout;
  private lived: IsoDate | undefined;
  private living: Promise<void> | undefined;

  constructor(private readonly days: Days) {
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    this.timer.unref();
  }

  /** Resolves when today has begun, or could not. */
  look(): Promise<void> {
    this.living ??= this.live().finally(() => {
      this.living = undefined;
    });
    return this.living;
  }

  stop(): Promise<void> {
    clearInterval(this.timer);
    return this.living ?? Promise.resolve();
  }

  private async live(): Promise<void> {
    const today = this.days.today();
    if (today === this.lived) return;
    try {
      await this.days.live(today);
      this.lived = today;
    } catch (error) {
      this.days.onError(error);
    }
  }
}
