import { DomainError, highest, type Context, type Role } from '@lien-ket/kernel';

/** Who sends a command, as deciders see it: plain data, no I/O. */
export interface Sender {
  readonly account: string;
  readonly roles: readonly { readonly role: Role; readonly organisationId: string }[];
  /** The platform itself (reactions, scheduler). */
  readonly system: boolean;
}

export function senderOf(ctx: Context): Sender {
  return { account: ctx.actor.account, roles: ctx.assignments, system: ctx.actor.kind === 'system' };
}

/** Organisations in which the sender holds one of the roles. */
export function organisationsOf(sender: Sender, roles: readonly Role[]): string[] {
  return sender.roles.filter(({ role }) => roles.includes(role)).map(({ organisationId }) => organisationId);
}

/**
 * Officers and heads write where theirs owns, leads or coordinates; `focal`, `leader`, `clerk`, `region-coordinator`
 * act for the whole tenant (DESIGN §4.11).
 * @throws DomainError forbidden
 */
export function requireTouch(sender: Sender, organisations: readonly (string | undefined)[]): void {
  if (sender.system) return;
  const wide: readonly Role[] = ['focal', 'leader', 'clerk', 'region-coordinator'];
  const allowed = sender.roles.some(
    ({ role, organisationId }) =>
      wide.includes(role) ||
      (role !== 'auditor' && role !== 'admin' && organisations.includes(organisationId)),
  );
  if (!allowed) throw new DomainError('forbidden', 'rights.organisation');
}

/** The organisation for which the sender acts in one of the roles. @throws DomainError forbidden */
export function actingFor(ctx: Context, roles: readonly Role[]): string {
  const found = highest(ctx.assignments, roles);
  if (!found) throw new DomainError('forbidden', 'rights.role');
  return found.organisationId;
}
