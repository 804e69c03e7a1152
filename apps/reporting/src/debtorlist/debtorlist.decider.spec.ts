import type { DebtorListEvent } from '@lien-ket/contracts';
import { debtorListDecider, type DebtorList, type DebtorListCommand } from './debtorlist.decider.js';

const [A, B, RECEIVER] = ['a', 'b', 'r'];
const by = { account: 's', roles: [], system: true };
const propose: Extract<DebtorListCommand, { type: 'propose' }> = {
  type: 'propose',
  planId: 'p',
  provisionId: 'q',
  periodKey: '2023',
  debtors: ['a', 'b'],
  title: 'Báo cáo',
  example: false,
  settled: false,
};
const proposed: DebtorListEvent = {
  type: 'lk.reporting.debtorlist.proposed.v1',
  data: {
    planId: 'p',
    provisionId: 'q',
    periodKey: '2023',
    debtors: ['a', 'b'],
    title: 'Báo cáo',
    example: false,
  },
};
const confirmed = (debtors: string[]): DebtorListEvent => ({
  type: 'lk.reporting.debtorlist.confirmed.v1',
  data: { debtors },
});

function given(...events: DebtorListEvent[]): DebtorList {
  return events.reduce(
    (state, event, revision) =>
      debtorListDecider.evolve(state, {
        ...event,
        id: '',
        revision,
        businessDate: '2023-11-01',
        recordedAt: '',
      }),
    debtorListDecider.initialState(),
  );
}
const when = (state: DebtorList, command: DebtorListCommand) =>
  debtorListDecider.decide({ ...command, by, on: '2023-11-01' }, state);

describe('list of debtors of an open class', () => {
  it('is proposed once and waits for the focal agency', () => {
    expect(when(given(), propose)).toEqual([proposed]);
    expect(when(given(proposed), propose)).toEqual([]);
  });

  it('of history or of the load is taken as confirmed', () => {
    expect(when(given(), { ...propose, settled: true })).toEqual([proposed, confirmed(['a', 'b'])]);
  });

  it('is confirmed as it is or changed, once, each organisation once', () => {
    expect(
      when(given(proposed), { type: 'confirm', debtors: ['b', 'c', 'b'], receiverId: RECEIVER }),
    ).toEqual([confirmed(['b', 'c'])]);
    expect(() => when(given(proposed, confirmed(['a'])), { type: 'confirm', debtors: ['a'] })).toThrow(
      'conflict debtorlist.alreadyConfirmed',
    );
    expect(() => when(given(), { type: 'confirm', debtors: ['a'] })).toThrow(
      'conflict debtorlist.notProposed',
    );
  });

  it('takes up who was forgotten, whoever confirmed it, and lets nobody off', () => {
    const settled = given(proposed, confirmed(['a', 'b']));
    const confirm = (...debtors: string[]) =>
      when(settled, { type: 'confirm', debtors, receiverId: RECEIVER });
    expect(confirm('a', 'b', 'c')).toEqual([confirmed(['a', 'b', 'c'])]);
    expect(() => confirm('b', 'a', 'b')).toThrow('conflict debtorlist.alreadyConfirmed');
    expect(() => confirm('a', 'c')).toThrow('conflict debtorlist.letOffByWaiving');
    expect(() => confirm('a', 'b', RECEIVER)).toThrow('conflict debtorlist.receiverOwesNothing');
  });

  it('does not hold the receiver', () => {
    expect(() =>
      when(given(proposed), { type: 'confirm', debtors: [A ?? '', B ?? '', 'r'], receiverId: RECEIVER }),
    ).toThrow('conflict debtorlist.receiverOwesNothing');
  });
});
