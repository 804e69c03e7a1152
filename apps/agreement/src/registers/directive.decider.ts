import type {
  CommandOf,
  DeadlineSet,
  DirectiveData,
  DirectiveEvent,
  DocumentRef,
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
import { NO_DIRECTIVE, evolveDirective, type DirectiveFold } from '@lien-ket/plan-acts';
import type { Sent } from '@lien-ket/runtime';
import { correctDeadline, correctEntry } from './directive.corrections.js';
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
export type Of<T extends DirectiveCommand['type']> = Extract<Sent<DirectiveCommand>, { type: T }>;

/** Chỉ đạo: recorded once, and corrected; a deadline that it does not print may be set later, once for each debtor. */
export const directiveDecider: Decider<DirectiveFold, Sent<DirectiveCommand>, DirectiveEvent> = {
  aggregate: 'directive',
  initialState: () => NO_DIRECTIVE,
  decide(command, directive) {
    switch (command.type) {
      case 'create':
        if (directive.issued) throw new DomainError('conflict', 'register.exists');
        mustBeWritten(command.document, command.on, '');
        return issue(command);
      case 'setDeadline':
        mustBeWritten(command.document, command.on, '');
        refuseDayPast(command.dueOn, command.on, { code: 'directive.deadlineInPast', pointer: '/dueOn' });
        return [{ type: 'lk.agreement.directive.deadlineSet.v1', data: deadline(command, directive) }];
      case 'correctEntry':
        mustBeWritten(command.content.document, command.on, '/content');
        return correctEntry(command, directive);
      case 'correctDeadline':
        mustBeWritten(command.deadline?.document, command.on, '/deadline');
        return correctDeadline(command, directive);
    }
    return unreachable(command);
  },
  evolve: evolveDirective,
};

function mustBeWritten(document: DocumentRef | undefined, on: string, at: string): void {
  refuseDayToCome(document?.date, on, { code: 'directive.dayToCome', pointer: `${at}/document/date` });
}

/** A deadline that the directive prints is owed from the day of its entry, by the lead of the task. */
function issue(command: Of<'create'>): readonly DirectiveEvent[] {
  const { receiver, members, successors, unknown, ...rest } = command;
  mustBeKnown(unknown);
  const data = bodyOf(rest);
  const printed = data.tasks.flatMap((_, index): DirectiveEvent[] => {
    const set = printedDeadline(data, index, { receiver, members, successors });
    return set ? [{ type: 'lk.agreement.directive.deadlineSet.v1', data: set }] : [];
  });
  return [{ type: 'lk.agreement.directive.issued.v1', data }, ...printed];
}

/** What the directive prints itself for a task; undefined where it prints none, or nobody is to report. */
export function printedDeadline(
  { tasks, document }: DirectiveData,
  index: number,
  { receiver, members = {}, successors = {} }: Pick<DirectiveLookups, 'receiver' | 'members' | 'successors'>,
): DeadlineSet | undefined {
  const { dueOn, lead } = tasks[index] ?? {};
  if (dueOn === undefined || !receiver) return undefined;
  const acting = actingFor([lead?.organisationId], { members, successors });
  const debtors = acting.filter((id) => id !== receiver.organisationId);
  if (debtors.length === 0) return undefined;
  return { task: index, dueOn, debtors, receiver, ...(document ? { document } : {}) };
}

/** What is asked for: to be set, or as it should have been. */
type Asked = Omit<Of<'setDeadline'>, 'type'>;

/** @throws DomainError also where another deadline of the task asks the same organisation */
export function deadline(command: Asked, { issued, deadlines }: DirectiveFold): DeadlineSet {
  const { task: index, dueOn, receiver, document, basis } = command;
  const task = issued?.tasks[index];
  if (!task || !receiver) throw new DomainError('notFound', 'directive.taskUnknown', { task: index });
  if (Object.keys(document ?? {}).length === 0 && !basis)
    throw new DomainError('conflict', 'directive.basisNeeded');
  const debtors = debtorsOf(command, task).filter((id) => id !== receiver.organisationId);
  if (debtors.length === 0) throw new DomainError('conflict', 'directive.nobodyNamed');
  const set = deadlines.filter((one) => one.set.task === index).flatMap((one) => one.set.debtors);
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
  { organisationIds, members = {}, successors = {} }: Asked,
  { lead, coordinators }: DirectiveData['tasks'][number],
): string[] {
  const may = namedBy({ lead, coordinators }, members);
  if (organisationIds?.some((id) => !may.includes(id)))
    throw new DomainError('conflict', 'directive.notNamed');
  return actingFor(organisationIds ?? [lead.organisationId], { members, successors });
}

/** Whom a task names: also each of the confirmed list of an open class. */
export function namedBy(
  { lead, coordinators }: Pick<DirectiveData['tasks'][number], 'lead' | 'coordinators'>,
  members: NonNullable<DirectiveLookups['members']>,
): string[] {
  const named = [lead, ...coordinators].flatMap(({ organisationId }) => organisationId ?? []);
  return [...named, ...named.flatMap((id) => members[id] ?? [id])];
}

export function actingFor(
  ids: readonly (string | undefined)[],
  { members, successors }: Required<Pick<DirectiveLookups, 'members' | 'successors'>>,
): string[] {
  const chosen = ids.flatMap((id) => (id ? (members[id] ?? [id]) : []));
  return [...new Set(chosen.flatMap((id) => (id in successors ? (successors[id] ?? []) : [id])))];
}
