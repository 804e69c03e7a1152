import type { ActivityDefinition, ActivityEvent, ActivityRef, ActivityState } from '@lien-ket/contracts';
import { unreachable, type Evolving } from '@lien-ket/kernel';

type Named<N extends string> = Extract<ActivityEvent, { type: `lk.activity.activity.${N}.v1` }>;
type DataOf<N extends string> = Named<N>['data'];
export type Planned = DataOf<'planned'>;
type ProgressEntry = DataOf<'progressRecorded'> & {
  readonly eventId: string;
  readonly businessDate: string;
  /** What a participant of another tenant had said: its words, and no entry of ours. */
  readonly taken?: true;
};

export interface ActivityFold {
  readonly planned: Planned | null;
  readonly definition: ActivityDefinition | null;
  readonly state: ActivityState;
  readonly beganBeforeInForce: boolean;
  readonly progress: readonly ProgressEntry[];
  readonly postponedUntil: string | null;
  readonly sameAs: readonly ActivityRef[];
  readonly carriedOverTo: DataOf<'carriedOver'>['to'] | null;
  /** The event that confirmed it done, while it stands. */
  readonly confirmation?: string;
  /** Participations whose report was taken over, with the revision that was. */
  readonly takenOver: readonly DataOf<'participationTakenOver'>['participation'][];
}

export const NO_ACTIVITY: ActivityFold = {
  planned: null,
  definition: null,
  state: 'planned',
  beganBeforeInForce: false,
  progress: [],
  postponedUntil: null,
  sameAs: [],
  carriedOverTo: null,
  takenOver: [],
};

type Any = ActivityEvent & Evolving;
/** How an activity goes that its plan in force has no more: by a document, or because it never stood in one. */
export type Gone = 'cancelled' | 'enteredInError';
const GONE: readonly ActivityState[] = ['cancelled', 'enteredInError'] satisfies Gone[];
export const isGone = (state: ActivityState): boolean => GONE.includes(state);

type Defining = Extract<
  Any,
  {
    type: `lk.activity.activity.${'planned' | 'redefined' | 'reinstated' | Gone | 'partiesChanged'}.v1`;
  }
>;

export function evolveActivity(activity: ActivityFold, event: Any): ActivityFold {
  switch (event.type) {
    case 'lk.activity.activity.planned.v1':
    case 'lk.activity.activity.redefined.v1':
    case 'lk.activity.activity.reinstated.v1':
    case 'lk.activity.activity.cancelled.v1':
    case 'lk.activity.activity.enteredInError.v1':
    case 'lk.activity.activity.partiesChanged.v1':
      return define(activity, event);
    case 'lk.activity.activity.sameAsLinked.v1':
      return { ...activity, sameAs: [...without(activity.sameAs, event.data.with), event.data.with] };
    case 'lk.activity.activity.sameAsUnlinked.v1':
      return { ...activity, sameAs: without(activity.sameAs, event.data.with) };
    case 'lk.activity.activity.progressRecorded.v1':
    case 'lk.activity.activity.progressCorrected.v1':
    case 'lk.activity.activity.participationTakenOver.v1':
    case 'lk.activity.activity.suspended.v1':
    case 'lk.activity.activity.postponed.v1':
    case 'lk.activity.activity.resumed.v1':
    case 'lk.activity.activity.reportedDone.v1':
    case 'lk.activity.activity.doneConfirmed.v1':
    case 'lk.activity.activity.doneUnconfirmed.v1':
    case 'lk.activity.activity.doneRefused.v1':
    case 'lk.activity.activity.carriedOver.v1':
      return work(activity, event);
  }
  return unreachable(event);
}

/** Acts on the plan. */
function define(activity: ActivityFold, event: Defining): ActivityFold {
  switch (event.type) {
    case 'lk.activity.activity.planned.v1': {
      const { definition, beganBeforeInForce } = event.data;
      const state = definition.awaitsTrigger ? 'awaitingTrigger' : 'planned';
      return { ...activity, planned: event.data, definition, beganBeforeInForce, state };
    }
    case 'lk.activity.activity.redefined.v1':
    case 'lk.activity.activity.reinstated.v1': {
      const { definition, beganBeforeInForce, planNumber, ownerId } = event.data;
      const of = { ...(planNumber ? { planNumber } : {}), ...(ownerId ? { ownerId } : {}) };
      const planned = activity.planned && { ...activity.planned, ...of };
      const waiting = definition.awaitsTrigger ? 'awaitingTrigger' : 'planned';
      const back = activity.progress.length > 0 ? 'inProgress' : waiting;
      const isOpen = isGone(activity.state) || !hasBegun(activity.state);
      return { ...activity, planned, definition, beganBeforeInForce, state: isOpen ? back : activity.state };
    }
    case 'lk.activity.activity.cancelled.v1':
      return { ...activity, state: 'cancelled' };
    case 'lk.activity.activity.enteredInError.v1':
      return { ...activity, state: 'enteredInError' };
    case 'lk.activity.activity.partiesChanged.v1': {
      const { parties: sharedWith } = event.data;
      return { ...activity, planned: activity.planned && { ...activity.planned, sharedWith } };
    }
  }
  return unreachable(event);
}

/** What is done in it. */
function work(
  activity: ActivityFold,
  event: Exclude<Any, Defining | { type: `lk.activity.activity.${'sameAsLinked' | 'sameAsUnlinked'}.v1` }>,
): ActivityFold {
  switch (event.type) {
    case 'lk.activity.activity.progressRecorded.v1': {
      const entry = { ...event.data, eventId: event.id, businessDate: event.businessDate };
      return { ...activity, state: begun(activity.state), progress: [...activity.progress, entry] };
    }
    case 'lk.activity.activity.progressCorrected.v1':
      return { ...activity, progress: correctedIn(activity.progress, event.data) };
    case 'lk.activity.activity.participationTakenOver.v1': {
      const { participation, text, happenedOn, done } = event.data;
      const said = { text, happenedOn, figures: [], links: [], evidence: [], taken: true as const };
      const entry = { ...said, eventId: event.id, businessDate: event.businessDate };
      return {
        ...activity,
        state: done ? 'reportedDone' : begun(activity.state),
        progress: [...activity.progress, entry],
        takenOver: [...activity.takenOver, participation],
      };
    }
    case 'lk.activity.activity.suspended.v1':
      return { ...activity, state: 'suspended' };
    case 'lk.activity.activity.postponed.v1':
      return { ...activity, state: 'postponed', postponedUntil: event.data.until ?? null };
    case 'lk.activity.activity.resumed.v1':
    case 'lk.activity.activity.doneRefused.v1':
      return { ...activity, state: 'inProgress', postponedUntil: null };
    case 'lk.activity.activity.reportedDone.v1':
      return { ...activity, state: 'reportedDone' };
    case 'lk.activity.activity.doneUnconfirmed.v1':
      return unconfirmed(activity);
    case 'lk.activity.activity.doneConfirmed.v1':
      return { ...activity, state: 'done', confirmation: event.id };
    case 'lk.activity.activity.carriedOver.v1':
      return { ...activity, state: 'carriedOver', carriedOverTo: event.data.to };
  }
  return unreachable(event);
}

type Said = Pick<ProgressEntry, 'eventId' | 'text' | 'happenedOn' | 'figures' | 'links' | 'evidence'>;

/** In the place of the entry that it names, on the day on which that was entered. */
export function correctedIn<E extends Said>(
  entries: readonly E[],
  correction: Omit<Said, 'eventId'> & { readonly corrects: string },
): E[] {
  const { corrects, text, happenedOn, figures, links, evidence } = correction;
  return entries.map((entry) =>
    entry.eventId === corrects ? { ...entry, text, happenedOn, figures, links, evidence } : entry,
  );
}

function unconfirmed({ confirmation: _mistaken, ...activity }: ActivityFold): ActivityFold {
  return { ...activity, state: 'reportedDone' };
}

/** The first entry begins the work; later ones leave the state as it is. */
function begun(state: ActivityState): ActivityState {
  return hasBegun(state) ? state : 'inProgress';
}

function hasBegun(state: ActivityState): boolean {
  return state !== 'planned' && state !== 'awaitingTrigger';
}

function without(refs: readonly ActivityRef[], one: ActivityRef): ActivityRef[] {
  return refs.filter(({ tenant, activityId }) => tenant !== one.tenant || activityId !== one.activityId);
}
