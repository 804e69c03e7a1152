import type {
  CommandOf,
  DocumentRef,
  ErasureEvent,
  KeyDestroyed,
  ErasureState,
  erasureCommands,
} from '@lien-ket/contracts';
import { DomainError, refuseDayToCome, unreachable, type Decider } from '@lien-ket/kernel';
import type { Sent } from '@lien-ket/runtime';

export interface Erasure {
  readonly state: ErasureState | null;
  readonly contactId: string;
  readonly files: readonly string[];
  readonly outcome: 'full' | 'partial' | 'refused' | null;
  readonly assessedBy: string;
  readonly approvals: readonly { readonly account: string; readonly role: string }[];
}

type Of<Name extends keyof typeof erasureCommands> = Extract<
  CommandOf<typeof erasureCommands>,
  { type: Name }
>;
/** By the platform itself, once two persons have approved. */
export interface Destroy {
  readonly type: 'destroy';
  readonly kids: readonly string[];
  readonly files: NonNullable<KeyDestroyed['files']>;
  readonly kept: KeyDestroyed['kept'];
}
export type ErasureCommand = Sent<CommandOf<typeof erasureCommands>> | Destroy;

/** Two persons, one of them a leader, neither of them who assessed (RELIABILITY §10.4, four eyes). */
export const APPROVALS = 2;

export const erasureDecider: Decider<Erasure, ErasureCommand, ErasureEvent> = {
  aggregate: 'erasure',
  initialState: () => ({
    state: null,
    contactId: '',
    files: [],
    outcome: null,
    assessedBy: '',
    approvals: [],
  }),
  decide,
  evolve,
};

function decide(command: ErasureCommand, erasure: Erasure): readonly ErasureEvent[] {
  switch (command.type) {
    case 'create':
      if (erasure.state !== null) throw new DomainError('conflict', 'register.exists');
      return [requested(command)];
    case 'assess':
      mayBe(erasure, ['requested']);
      return [assessed(command)];
    case 'approve':
      return [approved(command, erasure)];
    case 'destroy': {
      mayBe(erasure, ['approved']);
      const { kids, files, kept } = command;
      const named = files.length > 0 ? { files: [...files] } : {};
      const data = { contactId: erasure.contactId, kids: [...kids], ...named, ...(kept ? { kept } : {}) };
      return [{ type: 'lk.agreement.erasure.keyDestroyed.v1', data }];
    }
    case 'answer': {
      mayBe(erasure, ['erased', 'refused']);
      const { answeredOn, channel, document } = command;
      notLater(answeredOn, command.on);
      mustBeWritten(document, command.on);
      const data = { answeredOn, channel, ...(document ? { document } : {}) };
      return [{ type: 'lk.agreement.erasure.answered.v1', data }];
    }
  }
  return unreachable(command);
}

function requested({ contactId, receivedOn, ground, document, files, on }: Sent<Of<'create'>>): ErasureEvent {
  notLater(receivedOn, on);
  mustBeWritten(document, on);
  const data = {
    contactId,
    receivedOn,
    ground,
    ...(document ? { document } : {}),
    ...(files ? { files } : {}),
  };
  return { type: 'lk.agreement.erasure.requested.v1', data };
}

function assessed({ outcome, holds, reason, by }: Sent<Of<'assess'>>): ErasureEvent {
  // What is refused in part or whole is refused for a reason that the person is told.
  if (outcome !== 'full' && !reason) throw new DomainError('conflict', 'erasure.reasonNeeded');
  if (outcome === 'partial' && holds.length === 0) throw new DomainError('conflict', 'erasure.holdNeeded');
  const data = { account: by.account, outcome, holds: [...holds], ...(reason ? { reason } : {}) };
  return { type: 'lk.agreement.erasure.assessed.v1', data };
}

function approved({ by }: Sent<Of<'approve'>>, erasure: Erasure): ErasureEvent {
  mayBe(erasure, ['assessed']);
  const { account } = by;
  if (account === erasure.assessedBy || erasure.approvals.some((one) => one.account === account))
    throw new DomainError('forbidden', 'erasure.samePerson');
  const role = by.roles.some((one) => one.role === 'leader') ? 'leader' : (by.roles[0]?.role ?? '');
  if (
    role !== 'leader' &&
    erasure.approvals.length > 0 &&
    !erasure.approvals.some((one) => one.role === 'leader')
  )
    throw new DomainError('forbidden', 'erasure.leaderNeeded');
  return { type: 'lk.agreement.erasure.approved.v1', data: { account, role } };
}

function evolve(erasure: Erasure, event: ErasureEvent): Erasure {
  switch (event.type) {
    case 'lk.agreement.erasure.requested.v1': {
      const { contactId, files = [] } = event.data;
      return { ...erasure, state: 'requested', contactId, files };
    }
    case 'lk.agreement.erasure.assessed.v1': {
      const { outcome, account } = event.data;
      return {
        ...erasure,
        outcome,
        assessedBy: account,
        state: outcome === 'refused' ? 'refused' : 'assessed',
      };
    }
    case 'lk.agreement.erasure.approved.v1': {
      const approvals = [...erasure.approvals, event.data];
      return { ...erasure, approvals, state: approvals.length < APPROVALS ? 'assessed' : 'approved' };
    }
    case 'lk.agreement.erasure.keyDestroyed.v1':
      return { ...erasure, state: 'erased' };
    case 'lk.agreement.erasure.answered.v1':
      return { ...erasure, state: 'answered' };
  }
  return unreachable(event);
}

function mayBe({ state }: Erasure, states: readonly ErasureState[]): void {
  if (state === null) throw new DomainError('notFound', 'notFound');
  if (!states.includes(state)) throw new DomainError('conflict', 'erasure.wrongState', { state });
}

function notLater(day: string, today: string): void {
  if (day > today) throw new DomainError('conflict', 'erasure.dayToCome', { day });
}

function mustBeWritten(document: DocumentRef | undefined, today: string): void {
  refuseDayToCome(document?.date, today, { code: 'erasure.paperToCome', pointer: '/document/date' });
}
