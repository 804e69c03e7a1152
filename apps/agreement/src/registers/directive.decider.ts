import type {
  CommandOf,
  DeadlineSet,
  DirectiveData,
  DirectiveEvent,
  directiveCommands,
} from '@lien-ket/contracts';
import {
  DomainError,
  refuseDayPast,
  refuseDayToCome,
  unreachable,
  type Decider,
  type Fault,
} from '@lien-ket/kernel';
import type { Sent } from '@lien-ket/runtime';
import { bodyOf } from './register.deciders.js';
import { mustBeKnown } from './unknown-names.js';

/** What the controller looked up for a deadline. */
export interface DirectiveLookups {
  /** Where the body names organisations that our register does not have. */
  readonly unknown?: readonly Fault[];
  /** The sender's organisation, to which is reported. */
  readonly receiver?: { readonly printed: string; readonly organisationId: string };
  /** Confirmed lists of the open classes, by the class. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
  /** Who acts today for an organisation that has ended, by that; null where nobody took over. */
  readonly successors?: Readonly<Record<string, string | null>>;
}
export type DirectiveCommand = CommandOf<typeof directiveCommands> & DirectiveLookups;
type Of<T extends DirectiveCommand['type']> = Extract<Sent<DirectiveCommand>, { type: T }>;

export interface DirectiveFold {
  readonly issued: DirectiveData | null;
  readonly deadlines: readonly DeadlineSet[];
}

/** Chỉ đạo: recorded once; a deadline that it does not print may be set later, once for each who must report. */
export const directiveDecider: Decider<DirectiveFold, Sent<DirectiveCommand>, DirectiveEvent> = {
  aggregate: 'directive',
  initialState: () => ({ issued: null, deadlines: [] }),
  decide(command, directive) {
    const pointer = '/document/date';
    refuseDayToCome(command.document?.date, command.on, { code: 'directive.dayToCome', pointer });
    switch (command.type) {
      case 'create':
        if (directive.issued) throw new DomainError('conflict', 'register.exists');
        return issue(command);
      case 'setDeadline':
        return [{ type: 'lk.agreement.directive.deadlineSet.v1', data: deadline(command, directive) }];
    }
    return unreachable(command);
  },
  evolve(directive, event) {
    switch (event.type) {
      case 'lk.agreement.directive.issued.v1':
        return { ...directive, issued: event.data };
      case 'lk.agreement.directive.deadlineSet.v1':
        return { ...directive, deadlines: [...directive.deadlines, event.data] };
    }
    return unreachable(event);
  },
};

/** A deadline that the directive prints is owed from the day of its entry, by the lead of the task. */
function issue(command: Of<'create'>): readonly DirectiveEvent[] {
  const { receiver, members = {}, successors = {}, unknown, ...rest } = command;
  mustBeKnown(unknown);
  const data = bodyOf(rest);
  const printed = data.tasks.flatMap((task, index): DirectiveEvent[] => {
    if (task.dueOn === undefined || !receiver) return [];
    const debtors = actingFor([task.lead.organisationId], { members, successors }).filter(
      (id) => id !== receiver.organisationId,
    );
    if (debtors.length === 0) return [];
    const { document } = data;
    const set = { task: index, dueOn: task.dueOn, debtors, receiver, ...(document ? { document } : {}) };
    return [{ type: 'lk.agreement.directive.deadlineSet.v1', data: set }];
  });
  return [{ type: 'lk.agreement.directive.issued.v1', data }, ...printed];
}

function deadline(command: Of<'setDeadline'>, { issued, deadlines }: DirectiveFold): DeadlineSet {
  const { task: index, dueOn, on, receiver, document, basis } = command;
  const task = issued?.tasks[index];
  if (!task || !receiver) throw new DomainError('notFound', 'directive.taskUnknown', { task: index });
  refuseDayPast(dueOn, on, { code: 'directive.deadlineInPast', pointer: '/dueOn' });
  if (Object.keys(document ?? {}).length === 0 && !basis)
    throw new DomainError('conflict', 'directive.basisNeeded');
  const debtors = debtorsOf(command, task).filter((id) => id !== receiver.organisationId);
  if (debtors.length === 0) throw new DomainError('conflict', 'directive.nobodyNamed');
  const set = deadlines.filter((one) => one.task === index).flatMap((one) => one.debtors);
  if (task.dueOn !== undefined || debtors.some((id) => set.includes(id)))
    throw new DomainError('conflict', 'directive.deadlineExists');
  return {
    task: index,
    dueOn,
    debtors,
    receiver,
    ...(document ? { document } : {}),
    ...(basis ? { basis } : {}),
  };
}

/**
 * Those chosen among whom the task names: an open class by its confirmed list, who has ended by who took over.
 * @throws DomainError conflict directive.notNamed
 */
function debtorsOf(
  { organisationIds, members = {}, successors = {} }: Of<'setDeadline'>,
  { lead, coordinators }: DirectiveData['tasks'][number],
): string[] {
  const named = [lead, ...coordinators].flatMap(({ organisationId }) => organisationId ?? []);
  const may = [...named, ...named.flatMap((id) => members[id] ?? [id])];
  if (organisationIds?.some((id) => !may.includes(id)))
    throw new DomainError('conflict', 'directive.notNamed');
  return actingFor(organisationIds ?? [lead.organisationId], { members, successors });
}

function actingFor(
  ids: readonly (string | undefined)[],
  { members, successors }: Required<Pick<DirectiveLookups, 'members' | 'successors'>>,
): string[] {
  const chosen = ids.flatMap((id) => (id ? (members[id] ?? [id]) : []));
  return [...new Set(chosen.flatMap((id) => (id in successors ? (successors[id] ?? []) : [id])))];
}
