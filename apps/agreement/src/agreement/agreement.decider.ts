import type { AgreementData, AgreementEvent, CommandOf, agreementCommands } from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider } from '@lien-ket/kernel';
import { hashBody } from '@lien-ket/event-store';
import type { Sent } from '@lien-ket/runtime';

export type AgreementCommand =
  | CommandOf<typeof agreementCommands>
  | {
      readonly type: 'takeAnswer';
      readonly tenant: string;
      readonly version: number;
      readonly hash: string;
      readonly answer: 'confirmed' | 'refused';
      readonly reason?: string;
    };

type Answer = Extract<AgreementEvent, { type: 'lk.agreement.agreement.answerTaken.v1' }>['data'];

export interface AgreementFold {
  readonly version: number;
  readonly hash: string;
  readonly content: AgreementData | null;
  /** `withdrawn` only where another tenant's agreement is shown: its recorder names us a party no more. */
  readonly state: 'recorded' | 'closed' | 'withdrawn';
  /** Latest answer of each party, with the version it was about. */
  readonly answers: readonly Answer[];
  readonly onPaper: readonly { readonly party: string; readonly version: number }[];
}

export const noAgreement: AgreementFold = {
  version: 0,
  hash: '',
  content: null,
  state: 'recorded',
  answers: [],
  onPaper: [],
};

/** Thỏa thuận: owned by the tenant that recorded it; every changed content is a new version to confirm anew. */
export const agreementDecider: Decider<AgreementFold, Sent<AgreementCommand>, AgreementEvent> = {
  aggregate: 'agreement',
  initialState: () => noAgreement,
  decide,
  evolve(agreement, event) {
    switch (event.type) {
      case 'lk.agreement.agreement.recorded.v1':
      case 'lk.agreement.agreement.revised.v1':
        return {
          ...agreement,
          state: 'recorded',
          version: event.data.version,
          hash: event.data.hash,
          content: event.data.content,
        };
      case 'lk.agreement.agreement.confirmedOnPaper.v1':
        return {
          ...agreement,
          onPaper: [...agreement.onPaper, { party: event.data.party, version: event.data.version }],
        };
      case 'lk.agreement.agreement.answerTaken.v1':
        return {
          ...agreement,
          answers: [...agreement.answers.filter(({ tenant }) => tenant !== event.data.tenant), event.data],
        };
      case 'lk.agreement.agreement.withdrawn.v1':
        // To its recorder the agreement goes on; the projection shows it to the one who was dropped.
        return agreement;
      case 'lk.agreement.agreement.closed.v1':
        return { ...agreement, state: 'closed' };
    }
    return unreachable(event);
  },
};

function decide(command: Sent<AgreementCommand>, agreement: AgreementFold): readonly AgreementEvent[] {
  if (command.type === 'create') return [create(command, agreement)];
  if (command.type === 'takeAnswer') return takeAnswer(command, agreement);
  if (command.type === 'revise') return revise(command, agreement);
  return [change(command, agreement)];
}

function create(
  command: Extract<Sent<AgreementCommand>, { type: 'create' }>,
  agreement: AgreementFold,
): AgreementEvent {
  if (agreement.content) throw new DomainError('conflict', 'agreement.exists');
  const { type: _type, by: _by, on: _on, ...content } = command;
  return {
    type: 'lk.agreement.agreement.recorded.v1',
    data: { version: 1, hash: hashOf(content), content, sharedWith: tenantsOf(content) },
  };
}

type Change = Exclude<Sent<AgreementCommand>, { type: 'create' | 'revise' | 'takeAnswer' }>;

/** New content is a new version for its parties; who is dropped learns that, and nothing of the content. */
function revise(
  { content, reason }: Extract<Sent<AgreementCommand>, { type: 'revise' }>,
  agreement: AgreementFold,
): AgreementEvent[] {
  mustBeOpen(agreement);
  const version = agreement.version + 1;
  const sharedWith = tenantsOf(content);
  const dropped = tenantsOf(agreement.content).filter((tenant) => !sharedWith.includes(tenant));
  const revised: AgreementEvent = {
    type: 'lk.agreement.agreement.revised.v1',
    data: { version, hash: hashOf(content), content, reason, sharedWith },
  };
  return dropped.length === 0
    ? [revised]
    : [revised, { type: 'lk.agreement.agreement.withdrawn.v1', data: { version, sharedWith: dropped } }];
}

function change(command: Change, agreement: AgreementFold): AgreementEvent {
  mustBeOpen(agreement);
  const sharedWith = tenantsOf(agreement.content);
  switch (command.type) {
    case 'confirmOnPaper': {
      const { party, document } = command;
      if (!agreement.content?.parties.some(({ name }) => name === party))
        throw new DomainError('invalid', 'agreement.partyUnknown', {}, [
          { pointer: '/party', code: 'agreement.partyUnknown' },
        ]);
      return {
        type: 'lk.agreement.agreement.confirmedOnPaper.v1',
        data: { party, version: agreement.version, document, sharedWith },
      };
    }
    case 'close':
      return {
        type: 'lk.agreement.agreement.closed.v1',
        data: { closedOn: command.closedOn, document: command.document, sharedWith },
      };
  }
  return unreachable(command);
}

/** A party that is not one is ignored: what arrives from another tenant is treated as hostile. */
function takeAnswer(
  command: Extract<Sent<AgreementCommand>, { type: 'takeAnswer' }>,
  agreement: AgreementFold,
): AgreementEvent[] {
  const party = agreement.content?.parties.some(({ tenant }) => tenant === command.tenant);
  if (!party) throw new DomainError('forbidden', 'agreement.notAParty', { tenant: command.tenant });
  const { tenant, version, hash, answer, reason } = command;
  return [
    {
      type: 'lk.agreement.agreement.answerTaken.v1',
      data: {
        tenant,
        version,
        hash,
        answer,
        ...(reason ? { reason } : {}),
        sharedWith: tenantsOf(agreement.content),
      },
    },
  ];
}

/** SHA-256 over the content with sorted keys: what a party confirms. */
export function hashOf(content: AgreementData): string {
  return hashBody(content);
}

function tenantsOf(content: AgreementData | null): string[] {
  return (content?.parties ?? []).flatMap(({ tenant }) => tenant ?? []);
}

function mustBeOpen(agreement: AgreementFold): void {
  if (!agreement.content || agreement.state !== 'recorded')
    throw new DomainError('conflict', 'agreement.wrongState');
}
