import type { TenantId } from '@lien-ket/kernel';

const LOOK_MS = 3_000;

/** The tenants that a process serves: those it was told, or all of the platform, also those that join while it runs. */
export class TenantSet {
  private known: readonly TenantId[];
  private readonly listeners: ((tenants: readonly TenantId[]) => void)[] = [];
  private readonly timer: NodeJS.Timeout | undefined;

  private constructor(
    first: readonly TenantId[],
    private readonly read: (() => Promise<readonly TenantId[]>) | undefined,
  ) {
    this.known = first;
    this.timer = read && setInterval(() => void this.look().catch(() => undefined), LOOK_MS).unref();
  }

  static async of(
    told: readonly TenantId[] | undefined,
    read: () => Promise<readonly TenantId[]>,
  ): Promise<TenantSet> {
    return told ? new TenantSet(told, undefined) : new TenantSet(await read(), read);
  }

  get present(): readonly TenantId[] {
    return this.known;
  }

  onChange(listener: (tenants: readonly TenantId[]) => void): void {
    this.listeners.push(listener);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const found = (await this.read?.()) ?? this.known;
    if (found.join() === this.known.join()) return;
    this.known = found;
    this.listeners.forEach((listener) => listener(found));
  }
}
