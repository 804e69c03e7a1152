import type {
  CommandOf,
  DeadlineSet,
  DirectiveData,
  DirectiveEvent,
  directiveCommands,
} from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider } from '@lien-ket/kernel';
import type { Sent } from '@lien-ket/runtime';
import { bodyOf } from './register.deciders.js';

/** What the controller looked up for a deadline. */
export interface DirectiveLookups {
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
    switch (command.type) {
      case 'create':
        if (directive.issued) throw new DomainError('conflict', 'register.exists');
        return [{ type: 'lk.agreement.directive.issued.v1', data: bodyOf(command) }];
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

function deadline(command: Of<'setDeadline'>, { issued, deadlines }: DirectiveFold): DeadlineSet {
  const { task: index, dueOn, on, receiver, document, basis } = command;
  const task = issued?.tasks[index];
  if (!task || !receiver) throw new DomainError('notFound', 'directive.taskUnknown', { task: index });
  if (dueOn < on) throw new DomainError('conflict', 'directive.deadlineInPast');
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
  const expanded = (id: string | undefined): readonly string[] => (id ? (members[id] ?? [id]) : []);
  const named = [lead, ...coordinators].flatMap(({ organisationId }) => organisationId ?? []);
  const may = [...named, ...named.flatMap(expanded)];
  if (organisationIds?.some((id) => !may.includes(id)))
    throw new DomainError('conflict', 'directive.notNamed');
  const chosen = (organisationIds ?? [lead.organisationId]).flatMap(expanded);
  return [...new Set(chosen.flatMap((id) => (id in successors ? (successors[id] ?? []) : [id])))];
}
