import type { TenantId } from '@lien-ket/kernel';
import { serves, type ServedTenants } from './served-tenants.js';

const LOOK_MS = 3_000;

/** The tenants that a process serves: those it was told, or all of the platform, also those that join while it runs. */
export class TenantSet {
  private known: readonly TenantId[];
  private readonly listeners: ((tenants: readonly TenantId[]) => void)[] = [];
  private readonly timer: NodeJS.Timeout | undefined;

  private constructor(
    first: readonly TenantId[],
    private readonly served: ServedTenants,
    private readonly read: (() => Promise<readonly TenantId[]>) | undefined,
  ) {
    this.known = first;
    this.timer = read && setInterval(() => void this.look().catch(() => undefined), LOOK_MS).unref();
  }

  static async of(served: ServedTenants, readAll: () => Promise<readonly TenantId[]>): Promise<TenantSet> {
    if ('only' in served) return new TenantSet(served.only, served, undefined);
    const read = async (): Promise<readonly TenantId[]> =>
      (await readAll()).filter((tenant) => serves(served, tenant));
    return new TenantSet(await read(), served, read);
  }

  /** Whether commands and questions of this tenant belong here. */
  serves(tenant: TenantId): boolean {
    return serves(this.served, tenant);
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
