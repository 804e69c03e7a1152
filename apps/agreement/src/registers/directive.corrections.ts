import type { DeadlineSet, DirectiveData, DirectiveEvent } from '@lien-ket/contracts';
import { DomainError } from '@lien-ket/kernel';
import type { Deadline, DirectiveFold } from '@lien-ket/plan-acts';
import { actingFor, deadline, namedBy, printedDeadline, type Of } from './directive.decider.js';
import { mustBeKnown } from './unknown-names.js';

type Correction = Of<'correctEntry'>;

/** What the paper says, as a whole. The deadlines that it prints follow; one that was set later must keep its ground. */
export function correctEntry(command: Correction, directive: DirectiveFold): DirectiveEvent[] {
  const { reason, content, unknown } = command;
  const { issued, issuedBy, deadlines } = directive;
  if (!issued) throw new DomainError('notFound', 'notFound');
  mustBeKnown(unknown);
  const data = { corrects: issuedBy, reason, content };
  const count = Math.max(issued.tasks.length, content.tasks.length);
  const followed = Array.from({ length: count }, (_, task) => {
    const set = deadlines.filter((one) => one.set.task === task);
    const isPrinted = issued.tasks[task]?.dueOn !== undefined;
    if (!isPrinted && set.length > 0) return mustStayGrounded(command, task, set);
    return printedAnew(command, task, { issued, before: isPrinted ? set[0] : undefined });
  });
  return [{ type: 'lk.agreement.directive.entryCorrected.v1', data }, ...followed.flat()];
}

/** @throws DomainError conflict directive.deadlineLosesGround, at the task that no more names who was given one */
function mustStayGrounded(
  { content, members = {}, successors = {} }: Correction,
  task: number,
  set: readonly Deadline[],
): [] {
  const named = content.tasks[task];
  const may = named ? namedBy(named, members) : [];
  const all = [...may, ...actingFor(may, { members, successors })];
  const stays =
    named?.dueOn === undefined && set.every((one) => one.set.debtors.every((id) => all.includes(id)));
  if (stays) return [];
  const code = 'directive.deadlineLosesGround';
  throw new DomainError('conflict', code, { task: task + 1 }, [
    { pointer: `/content/tasks/${task}`, code, params: { task: task + 1 } },
  ]);
}

interface Before {
  readonly issued: DirectiveData;
  /** The deadline that was entered as printed. */
  readonly before: Deadline | undefined;
}

function printedAnew(command: Correction, task: number, { issued, before }: Before): DirectiveEvent[] {
  const { reason, content, receiver, ...lookups } = command;
  const to = before?.set.receiver;
  const printed = printedDeadline(content, task, { ...lookups, ...(receiver ? { receiver } : {}) });
  const isSameLead = issued.tasks[task]?.lead.organisationId === content.tasks[task]?.lead.organisationId;
  // Whose duty it was then stays so where nothing else is said; so does to whom is reported.
  const kept = printed &&
    before && { ...printed, receiver: to, ...(isSameLead ? { debtors: before.set.debtors } : {}) };
  const now = (kept ?? printed) as DeadlineSet | undefined;
  if (!before) return now ? [{ type: 'lk.agreement.directive.deadlineSet.v1', data: now }] : [];
  if (now && isSame(now, before.set)) return [];
  const data = { corrects: before.id, reason, deadline: now ?? null };
  return [{ type: 'lk.agreement.directive.deadlineCorrected.v1', data }];
}

function isSame(one: DeadlineSet, other: DeadlineSet): boolean {
  const said = ({ dueOn, debtors, document = {} }: DeadlineSet): string =>
    JSON.stringify([dueOn, debtors, document]);
  return said(one) === said(other);
}

/**
 * One that was set later, as a whole, even if its day is over: then nobody is late by it. What the directive itself prints is
 * corrected with its entry.
 */
export function correctDeadline(command: Of<'correctDeadline'>, directive: DirectiveFold): DirectiveEvent[] {
  const { corrects, reason, deadline: asked, ...rest } = command;
  const { issued, deadlines } = directive;
  const before = deadlines.find(({ id }) => id === corrects);
  if (!issued || !before) throw new DomainError('notFound', 'directive.deadlineUnknown');
  const { task } = before.set;
  if (issued.tasks[task]?.dueOn !== undefined) throw new DomainError('conflict', 'directive.deadlinePrinted');
  const others = { ...directive, deadlines: deadlines.filter((one) => one !== before) };
  const set = asked && deadline({ ...rest, ...asked, task }, others);
  const data = { corrects, reason, deadline: set };
  return [{ type: 'lk.agreement.directive.deadlineCorrected.v1', data }];
}
