import type { ServiceLogger } from '@lien-ket/telemetry';
import type { Assignment, Clock, IsoDate, TenantId, Uuid } from '@lien-ket/kernel';

/** What an account may do in a tenant on a day: from the tenant's own dated staff events, never from the token. */
export interface RightsSource {
  rightsOf(tenantId: TenantId, account: Uuid, businessDate: IsoDate): Promise<readonly Assignment[]>;
}

/** Fresh ids; chance comes from an adapter. */
export interface IdSource {
  uuid(): Uuid;
}

/** One part of a service as `/health/ready` names it; `lag` is in events. */
export interface ReadinessPart {
  readonly name: string;
  readonly ready: boolean;
  readonly detail?: string;
  readonly lag?: number;
}

export interface ReadinessSource {
  parts(): Promise<readonly ReadinessPart[]>;
}

/** Who a verified token speaks for. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Absent for the platform's administrator. */
  readonly tenant?: TenantId;
  /** The account's random pseudonym, as events name it. */
  readonly account: Uuid;
  readonly name?: string;
  readonly platformAdmin: boolean;
}

/** What the guard asks of a verifier; `TokenVerifier` is the one for bearer tokens. */
export interface IdentityVerifier {
  verify(authorization: string | undefined): Promise<Identity>;
}

/** Everything a service needs from outside to answer HTTP. */
export interface ServicePorts {
  readonly verifier: IdentityVerifier;
  readonly rights: RightsSource;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: ServiceLogger;
  readonly readiness: readonly ReadinessSource[];
  /** Absent: every tenant's. What is not served here belongs to another group of processes. */
  readonly serves?: (tenantId: TenantId) => boolean;
}
