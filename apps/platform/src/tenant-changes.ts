import type { Change, Changes } from '@lien-ket/gateway/module';

type Listener = (change: Change) => void;

/** Tells the open pages of a tenant that something changed. */
export class TenantChanges implements Changes {
  private readonly listeners = new Map<string, Set<Listener>>();

  subscribe(tenantId: string, listener: Listener): () => void {
    const of = this.listeners.get(tenantId) ?? new Set();
    this.listeners.set(tenantId, of.add(listener));
    return () => {
      of.delete(listener);
      if (of.size === 0) this.listeners.delete(tenantId);
    };
  }

  /** Tenants with an open page. */
  listening(): string[] {
    return [...this.listeners.keys()];
  }

  announce(tenantId: string, change: Change): void {
    this.listeners.get(tenantId)?.forEach((listener) => listener(change));
  }
}
