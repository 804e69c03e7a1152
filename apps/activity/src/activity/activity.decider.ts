import type {
  ActivityDefinition,
  ActivityEvent,
  ActivityState,
  CommandOf,
  DocumentRef,
  activityCommands,
} from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider, type Evolving } from '@lien-ket/kernel';
import { requireTouch } from '@lien-ket/access';
import type { Sent } from '@lien-ket/runtime';

type Planned = Extract<ActivityEvent, { type: 'lk.activity.activity.planned.v1' }>['data'];
type Progress = Extract<ActivityEvent, { type: 'lk.activity.activity.progressRecorded.v1' }>['data'];

/** What the platform itself does in reaction to acts on the plan. */
export type ActivityReaction =
  | { readonly type: 'plan'; readonly data: Planned }
  | {
      readonly type: 'redefine';
      readonly definition: ActivityDefinition;
      readonly planEventId: string;
      readonly beganBeforeInForce: boolean;
    }
  | {
      readonly type: 'cancel';
      readonly reason: string;
      readonly document?: DocumentRef;
      readonly planEventId: string;
    };
export type ActivityCommand = CommandOf<typeof activityCommands> | ActivityReaction;

export interface ActivityFold {
  readonly planned: Planned | null;
  readonly definition: ActivityDefinition | null;
  readonly state: ActivityState;
  readonly beganBeforeInForce: boolean;
  readonly progress: readonly (Progress & { readonly eventId: string; readonly businessDate: string })[];
}

const OPEN: readonly ActivityState[] = [
  'planned',
  'awaitingTrigger',
  'inProgress',
  'suspended',
  'reportedDone',
];

/** Hoạt động: an item of an issued plan being carried out. Only its plan's acts change what it is. */
export const activityDecider: Decider<ActivityFold, Sent<ActivityCommand>, ActivityEvent> = {
  aggregate: 'activity',
  initialState: () => ({
    planned: null,
    definition: null,
    state: 'planned',
    beganBeforeInForce: false,
    progress: [],
  }),
  decide(command, activity) {
    switch (command.type) {
      case 'plan':
        return activity.planned ? [] : [{ type: 'lk.activity.activity.planned.v1', data: command.data }];
      case 'redefine':
      case 'cancel':
        return react(command, activity);
      case 'progress':
      case 'suspend':
      case 'resume':
      case 'reportDone':
      case 'confirmDone':
      case 'refuseDone':
        return [work(command, activity)];
    }
    return unreachable(command);
  },
  evolve,
};

function react(
  command: Extract<Sent<ActivityCommand>, { type: 'redefine' | 'cancel' }>,
  activity: ActivityFold,
): ActivityEvent[] {
  if (!activity.planned || activity.state === 'cancelled') return [];
  const { sharedWith } = activity.planned;
  if (command.type === 'redefine') {
    const { definition, planEventId, beganBeforeInForce } = command;
    return [
      {
        type: 'lk.activity.activity.redefined.v1',
        data: { definition, planEventId, beganBeforeInForce, sharedWith },
      },
    ];
  }
  // What was done stays done, whatever becomes of its plan.
  if (activity.state === 'done') return [];
  const { reason, document, planEventId } = command;
  return [{ type: 'lk.activity.activity.cancelled.v1', data: { reason, document, planEventId, sharedWith } }];
}

type Work = Exclude<Sent<ActivityCommand>, { type: 'plan' | 'redefine' | 'cancel' }>;

function work(command: Work, activity: ActivityFold): ActivityEvent {
  if (!activity.planned) throw new DomainError('notFound', 'notFound');
  const { sharedWith } = activity.planned;
  requireTouch(command.by, concerned(activity));
  switch (command.type) {
    case 'progress': {
      mayBe(activity, OPEN);
      notAfter(command.happenedOn, command.on, '/happenedOn');
      const { text, happenedOn, figures, links, evidence } = command;
      return {
        type: 'lk.activity.activity.progressRecorded.v1',
        data: { text, happenedOn, figures, links, evidence, sharedWith },
        effectiveOn: happenedOn,
      };
    }
    case 'suspend':
      mayBe(activity, ['planned', 'awaitingTrigger', 'inProgress']);
      return { type: 'lk.activity.activity.suspended.v1', data: { reason: command.reason, sharedWith } };
    case 'resume':
      mayBe(activity, ['suspended']);
      return { type: 'lk.activity.activity.resumed.v1', data: { note: command.note, sharedWith } };
    case 'reportDone':
      mayBe(activity, ['planned', 'awaitingTrigger', 'inProgress']);
      notAfter(command.doneOn, command.on, '/doneOn');
      return {
        type: 'lk.activity.activity.reportedDone.v1',
        data: { text: command.text, doneOn: command.doneOn, evidence: command.evidence, sharedWith },
        effectiveOn: command.doneOn,
      };
    case 'confirmDone':
      mayBe(activity, ['reportedDone']);
      return { type: 'lk.activity.activity.doneConfirmed.v1', data: { note: command.note, sharedWith } };
    case 'refuseDone':
      mayBe(activity, ['reportedDone']);
      return { type: 'lk.activity.activity.doneRefused.v1', data: { reasons: command.reasons, sharedWith } };
  }
  return unreachable(command);
}

/** Organisations that own, lead or coordinate. */
export function concerned({ planned, definition }: ActivityFold): (string | undefined)[] {
  return [
    planned?.ownerId,
    ...[...(definition?.leads ?? []), ...(definition?.coordinators ?? [])].map(
      ({ organisationId }) => organisationId,
    ),
  ];
}

function mayBe(activity: ActivityFold, states: readonly ActivityState[]): void {
  if (!states.includes(activity.state))
    throw new DomainError('conflict', 'activity.wrongState', { state: activity.state });
}

/** A result is dated by the day it happened, never by one to come. */
function notAfter(day: string, today: string, pointer: string): void {
  if (day > today)
    throw new DomainError('invalid', 'activity.dayToCome', { today }, [
      { pointer, code: 'activity.dayToCome', params: { today } },
    ]);
}

function evolve(activity: ActivityFold, event: ActivityEvent & Evolving): ActivityFold {
  switch (event.type) {
    case 'lk.activity.activity.planned.v1': {
      const { definition, beganBeforeInForce } = event.data;
      return {
        ...activity,
        planned: event.data,
        definition,
        beganBeforeInForce,
        state: definition.awaitsTrigger ? 'awaitingTrigger' : 'planned',
      };
    }
    case 'lk.activity.activity.redefined.v1':
      return {
        ...activity,
        definition: event.data.definition,
        beganBeforeInForce: event.data.beganBeforeInForce,
      };
    case 'lk.activity.activity.cancelled.v1':
      return { ...activity, state: 'cancelled' };
    case 'lk.activity.activity.progressRecorded.v1': {
      const entry = { ...event.data, eventId: event.id, businessDate: event.businessDate };
      const state =
        activity.state === 'planned' || activity.state === 'awaitingTrigger' ? 'inProgress' : activity.state;
      return { ...activity, state, progress: [...activity.progress, entry] };
    }
    case 'lk.activity.activity.suspended.v1':
      return { ...activity, state: 'suspended' };
    case 'lk.activity.activity.resumed.v1':
    case 'lk.activity.activity.doneRefused.v1':
      return { ...activity, state: 'inProgress' };
    case 'lk.activity.activity.reportedDone.v1':
      return { ...activity, state: 'reportedDone' };
    case 'lk.activity.activity.doneConfirmed.v1':
      return { ...activity, state: 'done' };
  }
  return unreachable(event);
}
