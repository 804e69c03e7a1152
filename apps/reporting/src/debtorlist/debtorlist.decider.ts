import { DomainError, unreachable, type Decider } from '@lien-ket/kernel';
import type { CommandOf, DebtorListEvent, debtorListCommands } from '@lien-ket/contracts';
import type { Sent } from '@lien-ket/runtime';

/** Danh sách nơi phải báo cáo of one provision for one period, where the plan names an open class. */
export interface DebtorList {
  readonly list: { readonly planId: string; readonly provisionId: string; readonly periodKey: string } | null;
  readonly proposed: readonly string[] | null;
  readonly confirmed: readonly string[] | null;
  /** The event that confirmed it last: what a correction names. */
  readonly said?: string;
}

export type DebtorListCommand =
  | (CommandOf<typeof debtorListCommands> & {
      /** The organisation that receives; it owes itself nothing. */
      readonly receiverId?: string;
      /** Of `correctEntry`: those whose reports are in. */
      readonly answered?: readonly string[];
    })
  | {
      readonly type: 'propose';
      readonly planId: string;
      readonly provisionId: string;
      readonly periodKey: string;
      readonly debtors: readonly string[];
      readonly title: string;
      readonly dueOn?: string;
      readonly example: boolean;
      /** History and days of the load wait for nobody: the proposal is taken as confirmed by the system. */
      readonly settled: boolean;
    };

export const debtorListDecider: Decider<DebtorList, Sent<DebtorListCommand>, DebtorListEvent> = {
  aggregate: 'debtorlist',
  initialState: () => ({ list: null, proposed: null, confirmed: null }),
  decide(command, state) {
    switch (command.type) {
      case 'propose':
        return propose(command, state);
      case 'confirm':
        return confirm(command, state);
      case 'correctEntry':
        return correctEntry(command, state);
    }
    return unreachable(command);
  },
  evolve(state, event) {
    switch (event.type) {
      case 'lk.reporting.debtorlist.proposed.v1':
        return { ...state, list: event.data, proposed: event.data.debtors };
      case 'lk.reporting.debtorlist.confirmed.v1':
        return { ...state, confirmed: event.data.debtors, said: event.id };
      case 'lk.reporting.debtorlist.entryCorrected.v1':
        return { ...state, confirmed: event.data.debtors };
    }
    return unreachable(event);
  },
};

type Of<T extends DebtorListCommand['type']> = Extract<Sent<DebtorListCommand>, { type: T }>;

function propose(command: Of<'propose'>, state: DebtorList): readonly DebtorListEvent[] {
  if (state.proposed) return [];
  const { planId, provisionId, periodKey, settled, title, dueOn, example } = command;
  const debtors = [...command.debtors];
  const proposed: DebtorListEvent = {
    type: 'lk.reporting.debtorlist.proposed.v1',
    data: { planId, provisionId, periodKey, debtors, title, ...(dueOn ? { dueOn } : {}), example },
  };
  return settled
    ? [proposed, { type: 'lk.reporting.debtorlist.confirmed.v1', data: { debtors } }]
    : [proposed];
}

/** Danh sách do cơ quan đầu mối xác nhận khi mở kỳ; what differs from the proposal stays readable in both events. */
function confirm(command: Of<'confirm'>, state: DebtorList): readonly DebtorListEvent[] {
  if (!state.proposed) throw new DomainError('conflict', 'debtorlist.notProposed');
  const debtors = owing(command);
  if (state.confirmed) mustAdd(debtors, state.confirmed);
  return [{ type: 'lk.reporting.debtorlist.confirmed.v1', data: { debtors } }];
}

function owing({ debtors, receiverId }: Of<'confirm' | 'correctEntry'>): string[] {
  if (receiverId !== undefined && debtors.includes(receiverId))
    throw new DomainError('conflict', 'debtorlist.receiverOwesNothing');
  return [...new Set(debtors)];
}

/** Who was confirmed by mistake owes nothing and never did; whose report is in stays on the list that it rests on. */
function correctEntry(command: Of<'correctEntry'>, state: DebtorList): readonly DebtorListEvent[] {
  const { confirmed, said } = state;
  if (!confirmed || said === undefined) throw new DomainError('conflict', 'debtorlist.notConfirmed');
  const { reason, answered = [] } = command;
  const debtors = owing(command);
  const lost = confirmed.filter((one) => !debtors.includes(one));
  if (lost.length === 0 && debtors.length === confirmed.length)
    throw new DomainError('conflict', 'debtorlist.alreadyConfirmed');
  const n = lost.filter((one) => answered.includes(one)).length;
  if (n > 0) throw new DomainError('conflict', 'debtorlist.answered', { n });
  return [{ type: 'lk.reporting.debtorlist.entryCorrected.v1', data: { corrects: said, reason, debtors } }];
}

/**
 * Said again, the list takes up who had been forgotten, also where the system confirmed it. Who stands on it owes already:
 * that one is let off by waiving the duty, with a reason, or was confirmed by mistake.
 */
function mustAdd(debtors: readonly string[], confirmed: readonly string[]): void {
  if (confirmed.some((one) => !debtors.includes(one)))
    throw new DomainError('conflict', 'debtorlist.letOffByWaiving', {}, [
      { pointer: '/debtors', code: 'debtorlist.letOffByWaiving' },
    ]);
  if (debtors.length === confirmed.length) throw new DomainError('conflict', 'debtorlist.alreadyConfirmed');
}
