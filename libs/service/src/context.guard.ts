import {
  createParamDecorator,
  SetMetadata,
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  DomainError,
  highest,
  makeActingContext,
  makeContext,
  type Actor,
  type Assignment,
  type Context,
  type Role,
} from '@lien-ket/kernel';
import type { FastifyRequest } from 'fastify';
import { positionAfter } from './command-request.js';
import type { Identity, ServicePorts } from './ports.js';
import { headerOf, stateOf } from './request-state.js';
import { refuseUnknownQuery } from './query-guard.js';
import { PLATFORM_TENANT } from './token-verifier.js';

const PUBLIC = 'lk:public';
const ANY_ACCOUNT = 'lk:anyAccount';
const OPERATOR = 'lk:operator';

/** Opens a route to everybody: no token, and no context either. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

/** Lets in accounts that hold no right in their tenant today (`/api/v1/me`): `ctx.assignments` may be empty. */
export const AnyAccount = (): CustomDecorator => SetMetadata(ANY_ACCOUNT, true);

/** Lets in the platform's administrator, who has no tenant: to every other route he is a stranger. */
export const Operator = (): CustomDecorator => SetMetadata(OPERATOR, true);

/** The context of the request, first parameter of everything that does I/O. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): Context => {
  const { ctx } = stateOf(execution.switchToHttp().getRequest<FastifyRequest>());
  if (!ctx) throw new DomainError('unauthenticated', 'token.missing');
  return ctx;
});

/** Who signed in, with the name the token gives; for the screen, never for an event. */
export const Who = createParamDecorator((_: unknown, execution: ExecutionContext): Identity => {
  const { identity } = stateOf(execution.switchToHttp().getRequest<FastifyRequest>());
  if (!identity) throw new DomainError('unauthenticated', 'token.missing');
  return identity;
});

/** Makes the context of a request: one of the two places where contexts are made. */
export class ContextGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(private readonly ports: Pick<ServicePorts, 'verifier' | 'rights' | 'clock' | 'serves'>) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType() !== 'http' || this.marked(PUBLIC, execution)) return true;
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const ctx = await this.admit(request);
    refuseUnknownQuery(request);
    // One form everywhere, also where the answer needs no waiting.
    if (request.method === 'GET') positionAfter(request);
    if (this.marked(ANY_ACCOUNT, execution)) return true;
    // There is no store of tenant `platform` to ask: without this, every read would end as a fault of ours.
    const operator = ctx.actor.role === 'platform-admin';
    if (operator && !this.marked(OPERATOR, execution)) throw new DomainError('forbidden', 'rights.none');
    if (!operator && ctx.assignments.length === 0) throw new DomainError('forbidden', 'rights.none');
    return true;
  }

  /** Also for routes that are not Nest's own (streams, forwarding): verifies, asks for the rights, keeps the context. */
  async admit(request: FastifyRequest): Promise<Context> {
    const state = stateOf(request);
    const identity = await this.ports.verifier.verify(headerOf(request, 'authorization'));
    const tenantId = identity.tenant ?? PLATFORM_TENANT;
    // Written here all the same, nothing would carry it on: that tenant's projections and messages are elsewhere.
    if (identity.tenant !== undefined && this.ports.serves?.(identity.tenant) === false)
      throw new DomainError('unavailable', 'tenant.servedElsewhere');
    await this.ports.clock.refresh?.();
    const businessDate = this.ports.clock.businessDate();
    const assignments = identity.platformAdmin
      ? []
      : await this.ports.rights.rightsOf(tenantId, identity.account, businessDate);
    const ctx = makeContext({
      tenantId,
      actor: actorOf(identity, assignments),
      assignments,
      correlationId: state.correlationId,
      now: this.ports.clock.now(),
      businessDate,
      ...(state.traceparent === undefined ? {} : { traceparent: state.traceparent }),
    });
    state.identity = identity;
    state.ctx = ctx;
    return ctx;
  }

  private marked(key: string, execution: ExecutionContext): boolean {
    const targets = [execution.getHandler(), execution.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(key, targets) === true;
  }
}

function actorOf(identity: Identity, assignments: readonly Assignment[]): Actor {
  const { account } = identity;
  if (identity.platformAdmin) return { account, role: 'platform-admin', kind: 'person' };
  const first = highest(assignments);
  // Without any right the role is only a label: requireRole asks the assignments.
  if (!first) return { account, role: 'officer', kind: 'person' };
  return { account, role: first.role, organisationId: first.organisationId, kind: 'person' };
}

/** The assignment under which the account may do this. @throws DomainError forbidden rights.role */
export function requireRole(ctx: Context, roles: readonly Role[]): Assignment | undefined {
  if (ctx.actor.role === 'platform-admin' && roles.includes('platform-admin')) return undefined;
  const found = highest(ctx.assignments, roles);
  if (!found) throw new DomainError('forbidden', 'rights.role', { roles: roles.join(', ') });
  return found;
}

/** The same context under the right that an act rests on, which its events then name. @throws DomainError forbidden rights.role */
export function actingUnder(ctx: Context, roles: readonly Role[]): Context {
  const right = requireRole(ctx, roles);
  return right ? makeActingContext(ctx, right) : ctx;
}
