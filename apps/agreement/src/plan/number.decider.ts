import type { NumberEvent } from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider, type Evolving } from '@lien-ket/kernel';

type DataOf<T extends NumberEvent['type']> = Extract<NumberEvent, { type: T }>['data'];
type Taken = DataOf<'lk.agreement.number.taken.v1'>;
type TakenForDocument = DataOf<'lk.agreement.number.takenForDocument.v1'>;
type TakenForOrganisation = DataOf<'lk.agreement.number.takenForOrganisation.v1'>;
/** The plan itself, or an amendment of it: the document that bears the number. */
export type PlanBearer = Pick<Taken, 'planId' | 'amendmentId'>;
/** The same, an entry of the register of documents, or an organisation with its name; never held in one stream. */
export type Bearer =
  PlanBearer | Pick<TakenForDocument, 'documentId'> | Pick<TakenForOrganisation, 'organisationId'>;
/** A number, or a name, and what takes it. */
export type Taking = Taken | TakenForDocument | TakenForOrganisation;
export type NumberCommand =
  | { readonly type: 'take'; readonly mayTakeOver: boolean; readonly taking: Taking }
  | { readonly type: 'free'; readonly bearer: Bearer };
export interface NumberFold {
  readonly heldBy: Bearer | null;
}

/** The document that holds a number and symbol in a year; the stream's id is made of the three. */
export const numberDecider: Decider<NumberFold, NumberCommand, NumberEvent> = {
  aggregate: 'number',
  initialState: () => ({ heldBy: null }),
  decide(command, { heldBy }) {
    switch (command.type) {
      case 'take':
        if (heldBy !== null && isSame(heldBy, command.taking)) return [];
        if (heldBy !== null && !command.mayTakeOver) throw numberTaken(command.taking, heldBy);
        return [takenFor(command.taking)];
      case 'free':
        return heldBy !== null && isSame(heldBy, command.bearer) ? [freedBy(bearerOf(heldBy))] : [];
    }
    return unreachable(command);
  },
  evolve(_state, event: NumberEvent & Evolving) {
    switch (event.type) {
      case 'lk.agreement.number.taken.v1':
      case 'lk.agreement.number.takenForDocument.v1':
      case 'lk.agreement.number.takenForOrganisation.v1':
        return { heldBy: bearerOf(event.data) };
      case 'lk.agreement.number.freed.v1':
      case 'lk.agreement.number.freedByDocument.v1':
      case 'lk.agreement.number.freedByOrganisation.v1':
        return { heldBy: null };
    }
    return unreachable(event);
  },
};

function takenFor(taking: Taking): NumberEvent {
  if ('organisationId' in taking)
    return { type: 'lk.agreement.number.takenForOrganisation.v1', data: taking };
  return 'documentId' in taking
    ? { type: 'lk.agreement.number.takenForDocument.v1', data: taking }
    : { type: 'lk.agreement.number.taken.v1', data: taking };
}

function freedBy(bearer: Bearer): NumberEvent {
  if ('organisationId' in bearer) return { type: 'lk.agreement.number.freedByOrganisation.v1', data: bearer };
  return 'documentId' in bearer
    ? { type: 'lk.agreement.number.freedByDocument.v1', data: bearer }
    : { type: 'lk.agreement.number.freed.v1', data: bearer };
}

/** Names what bears or holds the number already. */
export function numberTaken(asked: Bearer | Taking, by: Bearer): DomainError {
  if ('organisationId' in by) return nameTaken('name' in asked ? asked.name : '', by.organisationId);
  if (!('documentId' in by)) return new DomainError('conflict', 'plan.numberTaken', { plan: by.planId });
  const isIncoming = 'of' in asked && asked.of === 'incoming';
  const [code, pointer] = isIncoming
    ? ['document.incomingNumberTaken', '/incoming/number']
    : ['document.numberTaken', '/number'];
  return new DomainError('conflict', code, { document: by.documentId }, [{ pointer, code }]);
}

/** Names the organisation that is called so already. */
export function nameTaken(name: string, organisation: string): DomainError {
  const code = 'organisation.nameTaken';
  return new DomainError('conflict', code, { name, organisation }, [
    { pointer: '/name', code, params: { name } },
  ]);
}

/** What tells bearers apart. */
export function idOfBearer(bearer: Bearer): string {
  if ('organisationId' in bearer) return bearer.organisationId;
  if ('documentId' in bearer) return bearer.documentId;
  return bearer.amendmentId ?? bearer.planId;
}

export function isSame(one: Bearer, other: Bearer): boolean {
  return JSON.stringify(bearerOf(one)) === JSON.stringify(bearerOf(other));
}

export function bearerOf(of: Bearer): Bearer {
  if ('organisationId' in of) return { organisationId: of.organisationId };
  if ('documentId' in of) return { documentId: of.documentId };
  return of.amendmentId ? { planId: of.planId, amendmentId: of.amendmentId } : { planId: of.planId };
}
