import type { NumberEvent } from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider, type Evolving } from '@lien-ket/kernel';

type Taken = Extract<NumberEvent, { type: 'lk.agreement.number.taken.v1' }>['data'];
/** The plan itself, or an amendment of it: the document that bears the number. */
export type Bearer = Pick<Taken, 'planId' | 'amendmentId'>;
export type NumberCommand =
  ({ readonly type: 'take'; readonly mayTakeOver: boolean } & Taken) | ({ readonly type: 'free' } & Bearer);
export interface NumberFold {
  readonly heldBy: Bearer | null;
}

/** The document that holds a number and symbol in a year; the stream's id is made of the three. */
export const numberDecider: Decider<NumberFold, NumberCommand, NumberEvent> = {
  aggregate: 'number',
  initialState: () => ({ heldBy: null }),
  decide(command, { heldBy }) {
    const isHeld = heldBy !== null && isSame(heldBy, command);
    switch (command.type) {
      case 'take': {
        if (isHeld) return [];
        const { type: _type, mayTakeOver, ...data } = command;
        if (heldBy !== null && !mayTakeOver)
          throw new DomainError('conflict', 'plan.numberTaken', { plan: heldBy.planId });
        return [{ type: 'lk.agreement.number.taken.v1', data }];
      }
      case 'free': {
        const { type: _type, ...data } = command;
        return isHeld ? [{ type: 'lk.agreement.number.freed.v1', data }] : [];
      }
    }
    return unreachable(command);
  },
  evolve(_state, event: NumberEvent & Evolving) {
    switch (event.type) {
      case 'lk.agreement.number.taken.v1':
        return { heldBy: bearerOf(event.data) };
      case 'lk.agreement.number.freed.v1':
        return { heldBy: null };
    }
    return unreachable(event);
  },
};

export function isSame(one: Bearer, other: Bearer): boolean {
  return one.planId === other.planId && one.amendmentId === other.amendmentId;
}

export function bearerOf({ planId, amendmentId }: Bearer): Bearer {
  return amendmentId ? { planId, amendmentId } : { planId };
}
