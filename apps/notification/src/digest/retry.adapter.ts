/** Work that is tried again later; one wait per key. Nothing waits after `close`. */
export class Retry {
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private closed = false;

  later(key: string, milliseconds: number, work: () => void): void {
    if (this.closed || this.waiting.has(key)) return;
    const timer = setTimeout(() => {
      this.waiting.delete(key);
      work();
    }, milliseconds);
    timer.unref();
    this.waiting.set(key, timer);
  }

  close(): void {
    this.closed = true;
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }
}
