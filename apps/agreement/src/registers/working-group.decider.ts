import type {
  CommandOf,
  RosterChange,
  WorkingGroupData,
  WorkingGroupEvent,
  workingGroupCommands,
} from '@lien-ket/contracts';
import { DomainError, refuseDayToCome, unreachable, type Decider } from '@lien-ket/kernel';
import { partiesChange } from '@lien-ket/plan-acts';
import type { Sent } from '@lien-ket/runtime';
import { dayOf, effect } from '../plan/plan.effect.js';
import { bodyOf } from './register.deciders.js';
import { rosterOf, rosterOn, type DatedChange } from './working-group.roster.js';

export type WorkingGroupCommand =
  | (CommandOf<typeof workingGroupCommands> & {
      /** Of `create` and `placeUnder`: the parties of its plan or agreement; the controller looks them up. */
      readonly parties?: readonly string[];
    })
  /** Reaction to another circle of parties of its plan or agreement. */
  | ({ readonly type: 'followParties' } & Parties);

/** The parties of what a group belongs to, as they are and all that there ever were. */
export interface Parties {
  readonly now: readonly string[];
  readonly ever: readonly string[];
}
type Of<T extends WorkingGroupCommand['type']> = Extract<Sent<WorkingGroupCommand>, { type: T }>;

export interface WorkingGroupFold {
  readonly established: WorkingGroupData | null;
  readonly changes: readonly DatedChange[];
  readonly sharedWith: readonly string[];
}

/** Tổ công tác: established once; afterwards its roster changes by documents, each from a day. */
export const workingGroupDecider: Decider<WorkingGroupFold, Sent<WorkingGroupCommand>, WorkingGroupEvent> = {
  aggregate: 'workinggroup',
  initialState: () => ({ established: null, changes: [], sharedWith: [] }),
  decide(command, group) {
    switch (command.type) {
      case 'create':
        if (group.established) throw new DomainError('conflict', 'register.exists');
        return [establish(command)];
      case 'changeRoster':
        return [changeRoster(command, group)];
      case 'placeUnder':
        return placeUnder(command, group);
      case 'followParties':
        return followParties(command, group);
    }
    return unreachable(command);
  },
  evolve(group, event) {
    switch (event.type) {
      case 'lk.agreement.workinggroup.established.v1':
        return { ...group, established: event.data, sharedWith: event.data.sharedWith };
      case 'lk.agreement.workinggroup.placed.v1': {
        const { underPlan, underAgreement } = event.data;
        const { established } = group;
        return {
          ...group,
          established: established && { ...established, ...under(underPlan, underAgreement) },
        };
      }
      case 'lk.agreement.workinggroup.partiesChanged.v1':
        return { ...group, sharedWith: event.data.parties };
      case 'lk.agreement.workinggroup.rosterChanged.v1': {
        const { document, changes } = event.data;
        const effectiveOn = event.effectiveOn ?? event.businessDate;
        return { ...group, changes: [...group.changes, { effectiveOn, document, changes }] };
      }
    }
    return unreachable(event);
  },
};

function establish({ parties = [], ...command }: Of<'create'>): WorkingGroupEvent {
  const data = bodyOf(command);
  const sharedWith = [...new Set([...data.sharedWith, ...parties])];
  return { type: 'lk.agreement.workinggroup.established.v1', data: { ...data, sharedWith } };
}

type Under = WorkingGroupData['underPlan'];
const under = (
  underPlan: Under,
  underAgreement: Under,
): Pick<WorkingGroupData, 'underPlan' | 'underAgreement'> => ({
  ...(underPlan ? { underPlan } : {}),
  ...(underAgreement ? { underAgreement } : {}),
});

/** Named once: what a group belongs to is not changed by this. Who comes to get it thereby gets its history too. */
function placeUnder(
  { underPlan, underAgreement, reason, parties = [] }: Of<'placeUnder'>,
  { established, sharedWith }: WorkingGroupFold,
): WorkingGroupEvent[] {
  if (!established) throw new DomainError('notFound', 'notFound');
  const named = Object.keys(under(underPlan, underAgreement)) as ('underPlan' | 'underAgreement')[];
  if (named.length === 0) refuse('workinggroup.nothingNamed', '/underPlan');
  for (const field of named) if (established[field]) refuse('workinggroup.placedAlready', `/${field}`);
  const data = { ...under(underPlan, underAgreement), reason, sharedWith: [...sharedWith] };
  const joined = partiesChange(sharedWith, [...new Set([...sharedWith, ...parties])]);
  return [
    { type: 'lk.agreement.workinggroup.placed.v1', data },
    ...(joined ? [{ type: 'lk.agreement.workinggroup.partiesChanged.v1' as const, data: joined }] : []),
  ];
}

/** Whom its recorder named besides the parties keeps getting it, whatever becomes of those. */
function followParties(
  { now, ever }: Of<'followParties'>,
  { established, sharedWith }: WorkingGroupFold,
): WorkingGroupEvent[] {
  if (!established) return [];
  const kept = sharedWith.filter((tenant) => now.includes(tenant) || !ever.includes(tenant));
  const data = partiesChange(sharedWith, [...new Set([...kept, ...now])]);
  return data ? [{ type: 'lk.agreement.workinggroup.partiesChanged.v1', data }] : [];
}

function changeRoster(
  { document, changes, ...command }: Of<'changeRoster'>,
  { established, changes: before, sharedWith }: WorkingGroupFold,
): WorkingGroupEvent {
  if (!established) throw new DomainError('notFound', 'notFound');
  const printedOn = dayOf(document);
  if (!document.number && !document.documentId) refuse('workinggroup.changedByDocument', '/document/number');
  const pointer = '/document/date';
  refuseDayToCome(document.date, command.on, { code: 'workinggroup.dayToCome', pointer });
  const at = effect(command, printedOn);
  changes.forEach((change, index) => {
    const made = [...before, { effectiveOn: at.effectiveOn, document, changes: changes.slice(0, index) }];
    mustFit(established, made, change, { on: at.effectiveOn, index });
  });
  return {
    type: 'lk.agreement.workinggroup.rosterChanged.v1',
    data: { document, changes, sharedWith: [...sharedWith] },
    ...at,
  };
}

/** Who changes or leaves is a member on the day; who joins does so once, and in a team of the group. */
function mustFit(
  data: WorkingGroupData,
  made: readonly DatedChange[],
  change: RosterChange,
  { on, index }: { readonly on: string; readonly index: number },
): void {
  if (change.op === 'join') {
    const roster = rosterOf(data, made);
    if (!roster.some(({ id }) => id === change.teamId)) clash('workinggroup.teamUnknown', index);
    if (roster.some(({ members }) => members.some(({ id }) => id === change.member.id)))
      clash('workinggroup.memberExists', index);
    return;
  }
  const present = rosterOn(data, made, on).flatMap(({ members }) => members);
  if (!present.some(({ id }) => id === change.memberId)) clash('workinggroup.memberUnknown', index);
}

function refuse(code: string, pointer: string): never {
  throw new DomainError('invalid', code, {}, [{ pointer, code }]);
}

function clash(code: string, index: number): never {
  throw new DomainError('conflict', code, {}, [{ pointer: `/changes/${index}`, code }]);
}
