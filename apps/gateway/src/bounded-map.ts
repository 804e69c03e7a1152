/**
 * A map that cannot grow without end: entries expire, and when it is full the one written longest ago goes.
 * Time is given with each call, as milliseconds.
 */
export class BoundedMap<V> {
  private readonly entries = new Map<string, { readonly value: V; readonly expires: number }>();

  constructor(private readonly max: number) {}

  get(key: string, now: number): V | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    if (entry.expires > now) return entry.value;
    this.entries.delete(key);
    return undefined;
  }

  set(key: string, value: V, expires: number, now: number): void {
    this.entries.delete(key);
    if (this.entries.size >= this.max) this.makeRoom(now);
    this.entries.set(key, { value, expires });
  }

  delete(key: string): void {
    this.entries.delete(key);
  }

  get size(): number {
    return this.entries.size;
  }

  keys(): readonly string[] {
    return [...this.entries.keys()];
  }

  private makeRoom(now: number): void {
    for (const [key, { expires }] of this.entries) if (expires <= now) this.entries.delete(key);
    for (const key of this.entries.keys()) {
      if (this.entries.size < this.max) return;
      this.entries.delete(key);
    }
  }
}
