import type { NumberEvent } from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider, type Evolving } from '@lien-ket/kernel';

type DataOf<T extends NumberEvent['type']> = Extract<NumberEvent, { type: T }>['data'];
type Taken = DataOf<'lk.agreement.number.taken.v1'>;
type TakenForDocument = DataOf<'lk.agreement.number.takenForDocument.v1'>;
/** The plan itself, or an amendment of it: the document that bears the number. */
export type PlanBearer = Pick<Taken, 'planId' | 'amendmentId'>;
/** The same, or an entry of the register of documents; their numbers are never held in one stream. */
export type Bearer = PlanBearer | Pick<TakenForDocument, 'documentId'>;
/** A number, and what takes it. */
export type Taking = Taken | TakenForDocument;
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
        return { heldBy: bearerOf(event.data) };
      case 'lk.agreement.number.freed.v1':
      case 'lk.agreement.number.freedByDocument.v1':
        return { heldBy: null };
    }
    return unreachable(event);
  },
};

function takenFor(taking: Taking): NumberEvent {
  return 'documentId' in taking
    ? { type: 'lk.agreement.number.takenForDocument.v1', data: taking }
    : { type: 'lk.agreement.number.taken.v1', data: taking };
}

function freedBy(bearer: Bearer): NumberEvent {
  return 'documentId' in bearer
    ? { type: 'lk.agreement.number.freedByDocument.v1', data: bearer }
    : { type: 'lk.agreement.number.freed.v1', data: bearer };
}

/** Names what bears or holds the number already. */
export function numberTaken(asked: Bearer | Taking, by: Bearer): DomainError {
  if (!('documentId' in by)) return new DomainError('conflict', 'plan.numberTaken', { plan: by.planId });
  const isIncoming = 'of' in asked && asked.of === 'incoming';
  const [code, pointer] = isIncoming
    ? ['document.incomingNumberTaken', '/incoming/number']
    : ['document.numberTaken', '/number'];
  return new DomainError('conflict', code, { document: by.documentId }, [{ pointer, code }]);
}

/** What tells bearers apart. */
export function idOfBearer(bearer: Bearer): string {
  if ('documentId' in bearer) return bearer.documentId;
  return bearer.amendmentId ?? bearer.planId;
}

export function isSame(one: Bearer, other: Bearer): boolean {
  return JSON.stringify(bearerOf(one)) === JSON.stringify(bearerOf(other));
}

export function bearerOf(of: Bearer): Bearer {
  if ('documentId' in of) return { documentId: of.documentId };
  return of.amendmentId ? { planId: of.planId, amendmentId: of.amendmentId } : { planId: of.planId };
}
