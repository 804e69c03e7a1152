interface Waiter {
  readonly seq: number;
  readonly resolve: (arrived: boolean) => void;
  readonly timer: NodeJS.Timeout;
}

/** Who waits for a position is told when it is reached: nobody polls. */
export class Arrivals {
  private readonly waiters = new Map<string, Set<Waiter>>();

  /** Resolves with true once `key` has reached `seq`, with false after `milliseconds`. */
  wait(key: string, seq: number, milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const waiting = this.waiters.get(key) ?? new Set();
      this.waiters.set(key, waiting);
      const timer = setTimeout(() => this.leave(key, waiter, false), milliseconds);
      const waiter: Waiter = { seq, resolve, timer };
      waiting.add(waiter);
    });
  }

  reached(key: string, seq: number): void {
    for (const waiter of this.waiters.get(key) ?? []) if (waiter.seq <= seq) this.leave(key, waiter, true);
  }

  private leave(key: string, waiter: Waiter, arrived: boolean): void {
    clearTimeout(waiter.timer);
    const waiting = this.waiters.get(key);
    waiting?.delete(waiter);
    if (waiting?.size === 0) this.waiters.delete(key);
    waiter.resolve(arrived);
  }
}
