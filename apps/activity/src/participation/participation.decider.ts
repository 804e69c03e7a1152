import type {
  CommandOf,
  ParticipationEvent,
  ParticipationState,
  participationCommands,
} from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider, type Evolving } from '@lien-ket/kernel';
import { organisationsOf } from '@lien-ket/access';
import type { Sent } from '@lien-ket/runtime';
import { correctedIn } from '@lien-ket/plan-acts';
import { correctionOf } from '../activity/activity.corrections.js';
import { mustHaveHappened } from '../activity/activity.days.js';

type Joined = Extract<ParticipationEvent, { type: 'lk.activity.participation.joined.v1' }>['data'];
type Recorded = Extract<
  ParticipationEvent,
  { type: 'lk.activity.participation.progressRecorded.v1' }
>['data'];
type Entry = Omit<Recorded, 'sharedWith'> & {
  readonly kind: 'progress' | 'done' | 'proposal';
  readonly eventId: string;
};

/** What the controller knows of the activity, as its owner shared it. */
export interface ParticipationLookups {
  readonly activity?: Pick<Joined, 'activity' | 'title' | 'organisation' | 'example'>;
  /** Whether its plan leaves room for a lead of ours. */
  readonly mayLead?: boolean;
}
export type ParticipationCommand = CommandOf<typeof participationCommands> & ParticipationLookups;
type Of<T extends ParticipationCommand['type']> = Extract<Sent<ParticipationCommand>, { type: T }>;

export interface ParticipationFold {
  readonly joined: Joined | null;
  readonly state: ParticipationState;
  readonly entries: readonly Entry[];
}

/** Tham gia: our part in an activity whose plan belongs to another tenant; its owner learns the public facts. */
export const participationDecider: Decider<
  ParticipationFold,
  Sent<ParticipationCommand>,
  ParticipationEvent
> = {
  aggregate: 'participation',
  initialState: () => ({ joined: null, state: 'joined', entries: [] }),
  decide(command, state) {
    if (command.type === 'create') return [join(command, state)];
    if (!state.joined) throw new DomainError('notFound', 'notFound');
    ownPart(command, state.joined);
    if (command.type === 'correctEntry') return [correctEntry(command, state)];
    if (state.state === 'withdrawn') throw new DomainError('conflict', 'participation.withdrawn');
    return [go(command, state.joined)];
  },
  evolve,
};

function join(command: Of<'create'>, { joined, state }: ParticipationFold): ParticipationEvent {
  if (joined && state !== 'withdrawn') throw new DomainError('conflict', 'participation.exists');
  const { role, note, activity, mayLead = false } = command;
  if (!activity) throw new DomainError('conflict', 'participation.ownActivity');
  const code = 'participation.notLead';
  if (role === 'lead' && !mayLead) throw new DomainError('conflict', code, {}, [{ pointer: '/role', code }]);
  const sharedWith = [activity.activity.tenant];
  return { type: 'lk.activity.participation.joined.v1', data: { ...activity, role, note, sharedWith } };
}

/** What we typed wrong of our progress, whether we still take part or not. */
function correctEntry(
  command: Of<'correctEntry'>,
  { joined, entries }: ParticipationFold,
): ParticipationEvent {
  const entry = entries.find(({ kind, eventId }) => kind === 'progress' && eventId === command.corrects);
  const data = { ...correctionOf(command, entry), sharedWith: joined?.sharedWith };
  return { type: 'lk.activity.participation.progressCorrected.v1', data, effectiveOn: data.happenedOn };
}

function go(
  command: Exclude<Sent<ParticipationCommand>, { type: 'create' | 'correctEntry' }>,
  joined: Joined,
): ParticipationEvent {
  const sharedWith = joined.sharedWith;
  switch (command.type) {
    case 'progress': {
      mustHaveHappened(command.happenedOn, { today: command.on, pointer: '/happenedOn' });
      const { text, happenedOn, figures, links, evidence } = command;
      const data = { text, happenedOn, figures, links, evidence, sharedWith };
      return { type: 'lk.activity.participation.progressRecorded.v1', data, effectiveOn: happenedOn };
    }
    case 'reportDone': {
      mustHaveHappened(command.doneOn, { today: command.on, pointer: '/doneOn' });
      const { text, doneOn } = command;
      return {
        type: 'lk.activity.participation.reportedDone.v1',
        data: { text, doneOn, sharedWith },
        effectiveOn: doneOn,
      };
    }
    case 'propose':
      return { type: 'lk.activity.participation.proposed.v1', data: { text: command.text, sharedWith } };
    case 'withdraw':
      return { type: 'lk.activity.participation.withdrawn.v1', data: { reason: command.reason, sharedWith } };
  }
  return unreachable(command);
}

/** Who takes part writes of it, and the focal agency. */
function ownPart({ by }: Sent<ParticipationCommand>, { organisation }: Joined): void {
  const wide = organisationsOf(by, ['focal', 'region-coordinator']).length > 0;
  const own = organisationsOf(by, ['officer', 'head']).includes(organisation.organisationId ?? '');
  if (!wide && !own) throw new DomainError('forbidden', 'rights.organisation');
}

function evolve(fold: ParticipationFold, event: ParticipationEvent & Evolving): ParticipationFold {
  const entered = (
    kind: Entry['kind'],
    text: string,
    happenedOn: string,
    { figures = [], links = [], evidence = [] }: Partial<Recorded> = {},
  ): readonly Entry[] => [
    ...fold.entries,
    { kind, eventId: event.id, text, happenedOn, figures, links, evidence },
  ];
  switch (event.type) {
    case 'lk.activity.participation.joined.v1':
      return { ...fold, joined: event.data, state: 'joined' };
    case 'lk.activity.participation.progressRecorded.v1': {
      const { text, happenedOn } = event.data;
      return { ...fold, state: 'inProgress', entries: entered('progress', text, happenedOn, event.data) };
    }
    case 'lk.activity.participation.progressCorrected.v1':
      return { ...fold, entries: correctedIn(fold.entries, event.data) };
    case 'lk.activity.participation.reportedDone.v1':
      return { ...fold, state: 'reportedDone', entries: entered('done', event.data.text, event.data.doneOn) };
    case 'lk.activity.participation.proposed.v1':
      return { ...fold, entries: entered('proposal', event.data.text, event.businessDate) };
    case 'lk.activity.participation.withdrawn.v1':
      return { ...fold, state: 'withdrawn' };
  }
  return unreachable(event);
}
