import type {
  ActivityEvent,
  ActivityRef,
  ActivityState,
  CommandOf,
  DocumentRef,
  activityCommands,
} from '@lien-ket/contracts';
import { DomainError, refuseDayPast, unreachable, type Decider } from '@lien-ket/kernel';
import { requireTouch } from '@lien-ket/access';
import type { Sent } from '@lien-ket/runtime';
import {
  partiesChange,
  NO_ACTIVITY,
  evolveActivity,
  isGone,
  type ActivityFold,
  type Gone,
  type Planned,
} from '@lien-ket/plan-acts';
import { correctEntry, unconfirmDone } from './activity.corrections.js';
import { mustHaveHappened } from './activity.days.js';
import { linkSameAs, takeOver, unlinkSameAs, type TakenOver } from './activity.partners.js';

/** What the platform sends after an act on the plan: what the plan in force says of the item, or why it is gone. */
export type Follow = {
  readonly type: 'follow';
  readonly planEventId: string;
  readonly wanted: Planned | null;
  /** Whom the plan concerns now, whether the item stands in it or not. */
  readonly sharedWith: readonly string[];
  readonly gone: Gone;
  readonly reason: string;
  readonly document?: DocumentRef;
};

/** What the controller looked up for a command. */
export interface ActivityLookups {
  /** Of `carryOver`: the activity that the later plan's item has become. */
  readonly successorId?: string;
  /** Of `takeOver`: the participation as its tenant shared it. */
  readonly participation?: TakenOver;
  /** The activity itself, so that it is not linked with itself. */
  readonly self?: ActivityRef;
  /** Of `linkSameAs`: whether the other one is recorded here, or received from the tenant named. */
  readonly otherKnown?: boolean;
}
export type ActivityCommand = (CommandOf<typeof activityCommands> & ActivityLookups) | Follow;
export type SentTo<T extends ActivityCommand['type']> = Extract<Sent<ActivityCommand>, { type: T }>;

const OPEN: readonly ActivityState[] = [
  'planned',
  'awaitingTrigger',
  'inProgress',
  'suspended',
  'postponed',
  'reportedDone',
];
const AT_WORK: readonly ActivityState[] = ['planned', 'awaitingTrigger', 'inProgress'];

/** Hoạt động: an item of an issued plan being carried out. Only its plan's acts change what it is. */
export const activityDecider: Decider<ActivityFold, Sent<ActivityCommand>, ActivityEvent> = {
  aggregate: 'activity',
  initialState: () => NO_ACTIVITY,
  decide(command, activity) {
    if (command.type === 'follow') return follow(command, activity);
    if (!activity.planned) throw new DomainError('notFound', 'notFound');
    requireTouch(command.by, concerned(activity));
    switch (command.type) {
      case 'progress':
      case 'reportDone':
      case 'confirmDone':
      case 'refuseDone':
        return [report(command, activity)];
      case 'correctEntry':
        return [correctEntry(command, activity)];
      case 'unconfirmDone':
        return [unconfirmDone(command, activity)];
      case 'suspend':
      case 'resume':
      case 'postpone':
      case 'carryOver':
        return [reschedule(command, activity)];
      case 'linkSameAs':
        return linkSameAs(command, activity);
      case 'unlinkSameAs':
        return unlinkSameAs(command, activity);
      case 'takeOver':
        mayBe(activity, [...AT_WORK, 'suspended', 'postponed']);
        return [takeOver(command, activity)];
    }
    return unreachable(command);
  },
  evolve: evolveActivity,
};

/** Brings the activity to what its plan says now; nothing where it says so already, so that it is safe to repeat. */
function follow(command: SentTo<'follow'>, activity: ActivityFold): ActivityEvent[] {
  const { wanted, planEventId } = command;
  const { planned, state } = activity;
  if (!planned) return wanted ? [{ type: 'lk.activity.activity.planned.v1', data: wanted }] : [];
  const parties = partiesChange(planned.sharedWith ?? [], command.sharedWith);
  const told: ActivityEvent[] = parties
    ? [{ type: 'lk.activity.activity.partiesChanged.v1', data: parties }]
    : [];
  const sharedWith = [...command.sharedWith];
  if (!wanted) return [...told, ...gone(command, state)];
  const { definition, beganBeforeInForce } = wanted;
  const plan = planGiven(wanted, planned);
  const data = { definition, planEventId, beganBeforeInForce, sharedWith, ...plan };
  if (isGone(state)) return [...told, { type: 'lk.activity.activity.reinstated.v1', data }];
  const same =
    sameData(plan, {}) &&
    sameData(definition, activity.definition) &&
    beganBeforeInForce === activity.beganBeforeInForce;
  return same ? told : [...told, { type: 'lk.activity.activity.redefined.v1', data }];
}

/** What the plan is called and whose it is, where an act or a correction gave it others. */
function planGiven(
  wanted: Planned,
  { planNumber, ownerId }: Planned,
): Pick<Planned, 'planNumber' | 'ownerId'> {
  return {
    ...(wanted.planNumber && wanted.planNumber !== planNumber ? { planNumber: wanted.planNumber } : {}),
    ...(wanted.ownerId && wanted.ownerId !== ownerId ? { ownerId: wanted.ownerId } : {}),
  };
}

/** What was done or goes on elsewhere stays so, whatever becomes of its plan. */
function gone(command: SentTo<'follow'>, state: ActivityState): ActivityEvent[] {
  if (state === 'done' || state === 'carriedOver' || state === command.gone) return [];
  const { reason, document, planEventId } = command;
  const data = { reason, planEventId, sharedWith: [...command.sharedWith] };
  return command.gone === 'enteredInError'
    ? [{ type: 'lk.activity.activity.enteredInError.v1', data }]
    : [{ type: 'lk.activity.activity.cancelled.v1', data: { ...data, ...(document ? { document } : {}) } }];
}

/** Equal as JSON, whatever the order of keys and whether a missing value is written `undefined`. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameData((a as Fields)[key], (b as Fields)[key]));
}
type Fields = Readonly<Record<string, unknown>>;

function report(
  command: SentTo<'progress' | 'reportDone' | 'confirmDone' | 'refuseDone'>,
  activity: ActivityFold,
): ActivityEvent {
  const sharedWith = activity.planned?.sharedWith;
  const ofIt = { today: command.on, begins: activity.definition?.window?.from };
  switch (command.type) {
    case 'progress': {
      mayBe(activity, OPEN);
      mustHaveHappened(command.happenedOn, { ...ofIt, pointer: '/happenedOn' });
      const { text, happenedOn, figures, links, evidence } = command;
      const data = { text, happenedOn, figures, links, evidence, sharedWith };
      return { type: 'lk.activity.activity.progressRecorded.v1', data, effectiveOn: happenedOn };
    }
    case 'reportDone': {
      mayBe(activity, AT_WORK);
      mustHaveHappened(command.doneOn, { ...ofIt, pointer: '/doneOn' });
      const { text, doneOn, evidence } = command;
      const data = { text, doneOn, evidence, sharedWith };
      return { type: 'lk.activity.activity.reportedDone.v1', data, effectiveOn: doneOn };
    }
    case 'confirmDone':
      mayBe(activity, ['reportedDone']);
      return { type: 'lk.activity.activity.doneConfirmed.v1', data: { note: command.note, sharedWith } };
    case 'refuseDone':
      mayBe(activity, ['reportedDone']);
      return { type: 'lk.activity.activity.doneRefused.v1', data: { reasons: command.reasons, sharedWith } };
  }
  return unreachable(command);
}

function reschedule(
  command: SentTo<'suspend' | 'resume' | 'postpone' | 'carryOver'>,
  activity: ActivityFold,
): ActivityEvent {
  const sharedWith = activity.planned?.sharedWith;
  switch (command.type) {
    case 'suspend':
      mayBe(activity, AT_WORK);
      return { type: 'lk.activity.activity.suspended.v1', data: { reason: command.reason, sharedWith } };
    case 'resume':
      mayBe(activity, ['suspended', 'postponed']);
      return { type: 'lk.activity.activity.resumed.v1', data: { note: command.note, sharedWith } };
    case 'postpone': {
      mayBe(activity, [...AT_WORK, 'postponed']);
      const { reason, until } = command;
      refuseDayPast(until, command.on, { code: 'activity.postponedToPast', pointer: '/until' });
      withinPrintedTime(until, activity);
      return { type: 'lk.activity.activity.postponed.v1', data: { reason, until, sharedWith } };
    }
    case 'carryOver': {
      mayBe(activity, ['planned', 'awaitingTrigger', 'inProgress', 'suspended', 'postponed']);
      const { planId, itemId, note, successorId } = command;
      if (!successorId || planId === activity.planned?.planId)
        throw new DomainError('conflict', 'activity.noSuccessor', { plan: planId, item: itemId });
      const to = { planId, itemId, activityId: successorId };
      return { type: 'lk.activity.activity.carriedOver.v1', data: { to, note, sharedWith } };
    }
  }
  return unreachable(command);
}

/** LIVES: a changed printed time needs an amendment. @throws DomainError activity.printedTime */
function withinPrintedTime(until: string | undefined, { definition }: ActivityFold): void {
  const last = definition?.time ? definition.window?.to : undefined;
  if (until === undefined || last === undefined || until <= last) return;
  throw new DomainError('conflict', 'activity.printedTime', { last }, [
    { pointer: '/until', code: 'activity.printedTime', params: { last } },
  ]);
}

/** Organisations that own, lead or coordinate. */
export function concerned({
  planned,
  definition,
}: Pick<ActivityFold, 'planned' | 'definition'>): (string | undefined)[] {
  return [
    planned?.ownerId,
    ...[...(definition?.leads ?? []), ...(definition?.coordinators ?? [])].map(
      ({ organisationId }) => organisationId,
    ),
  ];
}

export function mayBe(activity: ActivityFold, states: readonly ActivityState[]): void {
  if (!states.includes(activity.state))
    throw new DomainError('conflict', 'activity.wrongState', { state: activity.state });
}
