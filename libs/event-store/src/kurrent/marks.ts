import type { TenantId } from '@lien-ket/kernel';
import type { LogPlace } from './link.js';

/** So many events lie between two marks. */
export const MARK_EVERY = 1_000;

/** A point of the count: the event `seq` stands at `place`, and nothing up to it was recorded after `recordedAt`. */
export interface Mark {
  readonly seq: number;
  readonly place: LogPlace;
  readonly recordedAt: string;
}

/** Where a process keeps the marks of its count. They are a cache: without them the count begins at the first event. */
export interface MarkStore {
  /** In ascending order, each a multiple of `MARK_EVERY`. */
  load(tenantId: TenantId): Promise<readonly Mark[]>;
  add(tenantId: TenantId, mark: Mark): Promise<void>;
  forget(tenantId: TenantId): Promise<void>;
}

/** Marks that last as long as the process. */
export class MarksInMemory implements MarkStore {
  private readonly kept = new Map<TenantId, Mark[]>();

  load(tenantId: TenantId): Promise<readonly Mark[]> {
    return Promise.resolve(this.kept.get(tenantId) ?? []);
  }

  add(tenantId: TenantId, mark: Mark): Promise<void> {
    this.kept.set(tenantId, [...(this.kept.get(tenantId) ?? []), mark]);
    return Promise.resolve();
  }

  forget(tenantId: TenantId): Promise<void> {
    this.kept.delete(tenantId);
    return Promise.resolve();
  }
}
