import type { CommandOf, OrganisationEvent, organisationCommands } from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider, type Fault } from '@lien-ket/kernel';
import type { Sent } from '@lien-ket/runtime';
import { bodyOf } from './register.deciders.js';
import { mustBeKnown } from './unknown-names.js';

export interface OrganisationFold {
  readonly kind: string | null;
  readonly name: string | null;
  readonly endedOn: string | null;
  /** The events that a correction names: of its entry, and of its end while that stands. */
  readonly registered?: string;
  readonly ended?: string;
}
export type OrganisationCommand = CommandOf<typeof organisationCommands> & {
  /** Where what is entered would put it under itself: the controller looks up what stands above. */
  readonly misplaced?: readonly Fault[];
  /** The organisation itself, so that it does not take over from itself. */
  readonly self?: string;
};
type Command = Sent<OrganisationCommand>;
type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** Cơ quan: after its last day it keeps its history, owes nothing new and is sent nothing. */
export const organisationDecider: Decider<OrganisationFold, Command, OrganisationEvent> = {
  aggregate: 'organisation',
  initialState: () => ({ kind: null, name: null, endedOn: null }),
  decide(command, organisation) {
    switch (command.type) {
      case 'create': {
        if (organisation.kind !== null) throw new DomainError('conflict', 'organisation.exists');
        const { misplaced, ...entered } = command;
        mustBeKnown(misplaced);
        return [{ type: 'lk.agreement.organisation.registered.v1', data: bodyOf(entered) }];
      }
      case 'end':
        return [end(command, organisation)];
      case 'correctEntry':
        return correctEntry(command, organisation);
      case 'correctEnd':
        return correctEnd(command, organisation);
      case 'confirmList':
        if (organisation.kind !== 'group') throw new DomainError('conflict', 'organisation.notAGroup');
        return [{ type: 'lk.agreement.organisation.listConfirmed.v1', data: { members: command.members } }];
    }
    return unreachable(command);
  },
  evolve(organisation, event) {
    switch (event.type) {
      case 'lk.agreement.organisation.registered.v1':
        return { ...organisation, kind: event.data.kind, name: event.data.name, registered: event.id };
      case 'lk.agreement.organisation.entryCorrected.v1':
        return { ...organisation, kind: event.data.content.kind, name: event.data.content.name };
      case 'lk.agreement.organisation.ended.v1':
        return { ...organisation, endedOn: event.data.endedOn, ended: event.id };
      case 'lk.agreement.organisation.endCorrected.v1':
        return { ...organisation, endedOn: event.data.ended?.endedOn ?? null };
      case 'lk.agreement.organisation.listConfirmed.v1':
        return organisation;
    }
    return unreachable(event);
  },
};

function end(command: Of<'end'>, { endedOn }: OrganisationFold): OrganisationEvent {
  if (endedOn !== null) throw new DomainError('conflict', 'organisation.ended');
  const { self, ...rest } = command;
  refuseOwnSuccessor(rest.successor?.id, self, '/successor/id');
  return { type: 'lk.agreement.organisation.ended.v1', data: bodyOf(rest), effectiveOn: rest.endedOn };
}

/** @throws DomainError invalid organisation.ownSuccessor */
function refuseOwnSuccessor(id: string | undefined, self: string | undefined, pointer: string): void {
  const code = 'organisation.ownSuccessor';
  if (id !== undefined && id === self) throw new DomainError('invalid', code, {}, [{ pointer, code }]);
}

function correctEntry(
  { reason, content, misplaced }: Of<'correctEntry'>,
  { registered }: OrganisationFold,
): OrganisationEvent[] {
  if (registered === undefined) throw new DomainError('notFound', 'notFound');
  mustBeKnown(misplaced);
  const data = { corrects: registered, reason, content };
  return [{ type: 'lk.agreement.organisation.entryCorrected.v1', data }];
}

/** What followed from the end follows the correction: rights and reports ask for the end that stands. */
function correctEnd(
  { reason, ended, self }: Of<'correctEnd'>,
  organisation: OrganisationFold,
): OrganisationEvent[] {
  if (organisation.endedOn === null || organisation.ended === undefined)
    throw new DomainError('conflict', 'organisation.notEnded');
  refuseOwnSuccessor(ended?.successor?.id, self, '/ended/successor/id');
  const data = { corrects: organisation.ended, reason, ended };
  return [{ type: 'lk.agreement.organisation.endCorrected.v1', data }];
}
