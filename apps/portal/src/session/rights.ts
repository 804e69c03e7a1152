import type { MeView } from '@lien-ket/contracts';
import { contractOf, type CommandName, type Operation, type Resource } from '../client/commands.js';
import { useMe } from '../client/queries.js';

/** What the role in words of the contract allows; the server decides, this only spares a refused click. */
export const hasRole = (me: MeView, ...roles: readonly string[]): boolean =>
  me.assignments.some(({ role }) => roles.includes(role));

export const isPlatformAdmin = (me: MeView): boolean => hasRole(me, 'platform-admin');

export const seesOverview = (me: MeView): boolean => me.tenant === 'hcmc' && !isPlatformAdmin(me);

/** Organisations I work for. */
export const isMine = (me: MeView | undefined, organisationId: string | null | undefined): boolean =>
  me?.assignments.some((assignment) => assignment.organisationId === organisationId) ?? false;

const FOR_THE_TENANT: readonly string[] = ['focal', 'leader', 'clerk', 'region-coordinator'];

/** Whether I act for the whole tenant, or for one of the organisations that have to do with the thing. */
export const touches = (me: MeView | undefined, organisations: readonly string[]): boolean =>
  me?.assignments.some(
    ({ role, organisationId }) => FOR_THE_TENANT.includes(role) || organisations.includes(organisationId),
  ) ?? false;

/** Whether one of my roles may do it; the server decides, this only spares a refused click. */
export function useMayDo(): (operation: Operation) => boolean {
  const { data: me } = useMe();
  return (operation) => me !== undefined && hasRole(me, ...contractOf(operation).roles);
}

export function useMay(): <R extends Resource>(resource: R, command: CommandName<R>) => boolean {
  const mayDo = useMayDo();
  return (resource, command) => mayDo(`${resource}.${command}` as Operation);
}
