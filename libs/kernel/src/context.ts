import type { IsoDate, Instant } from './dates.js';
import type { TenantId, Uuid } from './ids.js';

/**
 * `platform-admin` belongs to the platform store and sees no tenant's data; `system` is the platform's own hand
 * (reactions to events, the scheduler).
 */
export type Role =
  | 'officer'
  | 'head'
  | 'focal'
  | 'leader'
  | 'clerk'
  | 'admin'
  | 'auditor'
  | 'region-coordinator'
  | 'platform-admin'
  | 'system';

export const ROLES: readonly Role[] = [
  'officer',
  'head',
  'focal',
  'leader',
  'clerk',
  'admin',
  'auditor',
  'region-coordinator',
  'platform-admin',
];

/** One dated right of an account: a role in an organisation. */
export interface Assignment {
  readonly organisationId: Uuid;
  readonly role: Role;
}

/**
 * Who acts, as stored in every event's header: a random pseudonym, never a name, an e-mail or the provider's subject.
 */
export interface Actor {
  readonly account: string;
  readonly role: Role;
  readonly organisationId?: Uuid;
  readonly onBehalfOf?: string;
  readonly kind: 'person' | 'system' | 'import';
}

declare const MADE_BY_RECEIVER: unique symbol;

/**
 * First parameter of every function that does I/O. Made in two places only: from a verified token (HTTP guard) and
 * from a message's envelope (message receiver). Without a context there is no database handle.
 */
export interface Context {
  readonly [MADE_BY_RECEIVER]: true;
  readonly tenantId: TenantId;
  readonly actor: Actor;
  /** All rights of the account on `businessDate`; empty for the system. */
  readonly assignments: readonly Assignment[];
  readonly correlationId: string;
  readonly causationId?: string;
  /** True time of the request or message. */
  readonly now: Instant;
  /** The platform's calendar day (in the demonstration its own day). */
  readonly businessDate: IsoDate;
  /** W3C trace context of the caller, when there is one. */
  readonly traceparent?: string;
}

/**
 * The only way to a context. Called by the HTTP guard (verified token) and the message receiver (checked envelope);
 * lint refuses it anywhere else but in specs.
 */
export function makeContext(fields: Omit<Context, typeof MADE_BY_RECEIVER>): Context {
  return fields as Context;
}

/** The same context on another business day: for the events of a day that begins. */
export function makeDayContext(ctx: Context, businessDate: IsoDate): Context {
  return { ...ctx, businessDate };
}

/** The same context, of a person who acts by one of the rights held: what is recorded names that one. */
export function makeActingContext(ctx: Context, { role, organisationId }: Assignment): Context {
  return { ...ctx, actor: { ...ctx.actor, role, organisationId } };
}

/** Of several rights a person uses the one that decides most. */
const RANK: readonly Role[] = [
  'leader',
  'head',
  'focal',
  'region-coordinator',
  'clerk',
  'admin',
  'officer',
  'auditor',
];

/** Of the rights held the one that decides most, among the roles that may do it where they are given. */
export function highest(held: readonly Assignment[], roles?: readonly Role[]): Assignment | undefined {
  const may = held.filter(({ role }) => roles?.includes(role) ?? true);
  return may.sort((a, b) => rankOf(a.role) - rankOf(b.role))[0];
}

function rankOf(role: Role): number {
  const rank = RANK.indexOf(role);
  return rank < 0 ? RANK.length : rank;
}

/** Time as an adapter gives it; the domain never reads a clock. */
export interface Clock {
  now(): Instant;
  /** The business day of a tenant's platform: today at Asia/Ho_Chi_Minh, or the demonstration day. */
  businessDate(): IsoDate;
  /** Where the day is kept elsewhere (a demonstration of several processes): asks for it before a request is admitted. */
  refresh?(): Promise<void>;
}
