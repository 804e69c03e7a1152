import { DomainError } from '@lien-ket/kernel';
import { expect, it } from '@jest/globals';
import { erasureDecider, type ErasureCommand } from './erasure.decider.js';

const CONTACT = '00000000-0000-4000-8000-0000000000a1';
const asked = (day: number): ErasureCommand => ({
  type: 'create',
  contactId: CONTACT,
  receivedOn: '2026-03-02',
  ground: 'person',
  document: { number: '1', date: { year: 2026, month: 3, day } },
  by: { account: 'a', roles: [], system: false },
  on: '2026-03-02',
});
const answeredBy = (day: number): ErasureCommand => ({
  type: 'answer',
  answeredOn: '2026-03-02',
  channel: 'letter',
  document: { number: '2', date: { year: 2026, month: 3, day } },
  by: { account: 'a', roles: [], system: false },
  on: '2026-03-02',
});
const told = (command: ErasureCommand): string => {
  try {
    const state = erasureDecider.initialState();
    return (
      erasureDecider.decide(command, command.type === 'create' ? state : { ...state, state: 'erased' })[0]
        ?.type ?? ''
    );
  } catch (error) {
    return error instanceof DomainError ? `${error.code} ${error.faults[0]?.pointer}` : 'other';
  }
};

it('is asked for and answered by papers that are there', () => {
  expect([asked(2), answeredBy(2)].map(told)).toEqual([
    'lk.agreement.erasure.requested.v1',
    'lk.agreement.erasure.answered.v1',
  ]);
  const refused = 'erasure.paperToCome /document/date';
  expect([asked(3), answeredBy(3)].map(told)).toEqual([refused, refused]);
});
