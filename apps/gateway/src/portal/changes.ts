import type { TenantId, Uuid } from '@lien-ket/kernel';

/** That something changed, never what: the page asks again with its own rights. */
export interface Change {
  /** Position in the tenant's log up to which reads will show it. */
  readonly position: number;
  /** Resource of the interface: `plans`, `notifications`, … */
  readonly topic: string;
  readonly id?: Uuid;
  /** For this account only (its inbox); absent for everybody of the tenant. */
  readonly account?: Uuid;
}

export interface Changes {
  /** Answers how to end it. The listener must not throw. */
  subscribe(tenantId: TenantId, listener: (change: Change) => void): () => void;
}
