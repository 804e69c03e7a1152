import type { AmendmentEvent, PlanChange } from '@lien-ket/contracts';
import { DomainError, uuidFrom, type Evolving } from '@lien-ket/kernel';
import { amendmentDecider, type AmendmentCommand, type AmendmentFold } from './amendment.decider.js';

const [PLAN, OWNER, ACT] = ['plan', 'owner', 'act'].map((name) => uuidFrom('spec', name)) as [
  string,
  string,
  string,
];
const by = { account: 'a', roles: [], system: true };
const change = (note: string): PlanChange => ({ op: 'setItem', itemId: PLAN, fields: { note } });
const CREATE: AmendmentCommand = {
  type: 'create',
  planId: PLAN,
  reason: 'x',
  changes: [change('a')],
  difficulties: [],
  ownerId: OWNER,
  baseRevision: 3,
};
const REVISE: AmendmentCommand = {
  type: 'revise',
  reason: 'y',
  changes: [change('b')],
  difficulties: [],
  baseRevision: 5,
};
const SEND_BACK: AmendmentCommand = { type: 'sendBack', reasons: 'thiếu căn cứ' };

function after(...commands: AmendmentCommand[]): AmendmentFold {
  return commands.reduce((fold, command) => {
    const events: readonly AmendmentEvent[] = amendmentDecider.decide(
      { ...command, by, on: '2024-03-01' },
      fold,
    );
    return events.reduce(
      (now, event) => amendmentDecider.evolve(now, event as AmendmentEvent & Evolving),
      fold,
    );
  }, amendmentDecider.initialState());
}
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof DomainError ? error.code : 'other';
  }
};

describe('an amendment that was proposed', () => {
  it('is revised before it is submitted, once taken back, and once sent back: what it says then counts', () => {
    const told = { state: 'sentBack', reason: 'y', changes: [change('b')], baseRevision: 5 };
    expect(after(CREATE, { type: 'submit' }, SEND_BACK, REVISE)).toMatchObject(told);
    expect(after(CREATE, { type: 'retract' }, REVISE)).toMatchObject({ ...told, state: 'retracted' });
    expect(after(CREATE, REVISE, { type: 'submit' })).toMatchObject({ ...told, state: 'submitted' });
  });

  it('is not revised while a leader reads it, nor once it is decided', () => {
    const close: AmendmentCommand = { type: 'close', planEventId: ACT };
    for (const commands of [[{ type: 'submit' } as const], [{ type: 'submit' } as const, close]])
      expect(codeOf(() => after(CREATE, ...commands, REVISE))).toBe('amendment.wrongState');
  });

  it('is not revised by another organisation', () => {
    const other = {
      account: 'b',
      system: false,
      roles: [{ role: 'officer' as const, organisationId: PLAN }],
    };
    const fold = after(CREATE);
    expect(codeOf(() => amendmentDecider.decide({ ...REVISE, by: other, on: '2024-03-01' }, fold))).toBe(
      'rights.organisation',
    );
  });

  it('waits again when the act that decided it was entered by mistake, and only then', () => {
    const decided = [CREATE, { type: 'submit' }, { type: 'close', planEventId: ACT }] as const;
    expect(after(...decided).state).toBe('decided');
    expect(after(...decided, { type: 'reopen', planEventId: PLAN }).state).toBe('decided');
    expect(after(...decided, { type: 'reopen', planEventId: ACT }).state).toBe('submitted');
    expect(after({ type: 'reopen', planEventId: ACT }).state).toBeNull();
  });
});
