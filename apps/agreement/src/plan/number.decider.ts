import type { NumberEvent } from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider, type Evolving } from '@lien-ket/kernel';

type Taken = Extract<NumberEvent, { type: 'lk.agreement.number.taken.v1' }>['data'];
export type NumberCommand =
  | ({ readonly type: 'take'; readonly mayTakeOver: boolean } & Taken)
  | { readonly type: 'free'; readonly planId: string };

/** The plan that holds a number and symbol in a year; the stream's id is made of the three. */
export const numberDecider: Decider<{ readonly planId: string | null }, NumberCommand, NumberEvent> = {
  aggregate: 'number',
  initialState: () => ({ planId: null }),
  decide(command, { planId }) {
    switch (command.type) {
      case 'take': {
        const { number, symbol, year, mayTakeOver } = command;
        if (planId === command.planId) return [];
        if (planId !== null && !mayTakeOver)
          throw new DomainError('conflict', 'plan.numberTaken', { plan: planId });
        const data = { planId: command.planId, number, symbol, year };
        return [{ type: 'lk.agreement.number.taken.v1', data }];
      }
      case 'free':
        return planId === command.planId ? [{ type: 'lk.agreement.number.freed.v1', data: { planId } }] : [];
    }
    return unreachable(command);
  },
  evolve(_state, event: NumberEvent & Evolving) {
    switch (event.type) {
      case 'lk.agreement.number.taken.v1':
        return { planId: event.data.planId };
      case 'lk.agreement.number.freed.v1':
        return { planId: null };
    }
    return unreachable(event);
  },
};
