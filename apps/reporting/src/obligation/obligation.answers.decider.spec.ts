import type { Sender } from '@lien-ket/access';
import type { Obligation, ObligationCommand } from './obligation.decider.js';
import {
  SCT,
  SKHDT,
  STC,
  UBND,
  sender,
  sctOfficer,
  sctHead,
  focal,
  leader,
  system,
  DUE,
  duty,
  report,
  opened,
  sent,
  received,
  sentBack,
  accepted,
  asked,
  ended,
  given,
  when,
  refusal,
  owed,
  waiting,
  SEND,
  ACCEPT,
  BACK,
  ASK,
  DECIDE,
} from './obligation.scene.js';

describe('the receiver', () => {
  it('receives once', () => {
    expect(when(waiting, { type: 'receiveReport' }, focal)).toEqual([received]);
    expect(refusal(() => when(given(opened(), sent(), received), { type: 'receiveReport' }, focal))).toBe(
      'conflict obligation.alreadyReceived',
    );
    expect(refusal(() => when(owed, { type: 'receiveReport' }, focal))).toBe(
      'conflict obligation.nothingToDecide',
    );
  });

  it('sends back with a new term, not past', () => {
    const events = when(waiting, BACK, focal);
    expect(events[0]?.data).toEqual({ version: 1, note: 'bổ sung', newDueOn: '2023-12-20' });
    expect(given(opened(), sent(), sentBack())).toMatchObject({
      state: 'sentBack',
      dueOn: '2023-12-20',
      opened: { dueOn: DUE },
      versions: [{ state: 'sentBack', note: 'bổ sung số liệu' }],
    });
    const [code, params] = ['obligation.newDueInPast', { today: '2023-12-21' }];
    expect(() => when(waiting, BACK, focal, '2023-12-21')).toThrow(
      expect.objectContaining({ kind: 'invalid', code, faults: [{ pointer: '/newDueOn', code, params }] }),
    );
    expect(when(waiting, BACK, focal, '2023-12-20')).toHaveLength(1);
  });

  it('takes no day from the debtor that the document gave', () => {
    const back = (newDueOn: string) => ({ ...BACK, newDueOn }) as ObligationCommand;
    const early = '2023-12-11';
    const [code, params] = ['obligation.newDueShortens', { dueOn: DUE }];
    const refused = { kind: 'invalid', code, faults: [{ pointer: '/newDueOn', code, params }] };
    expect(() => when(waiting, back('2023-12-13'), focal, early)).toThrow(expect.objectContaining(refused));
    expect(when(waiting, back(DUE), focal, early)).toHaveLength(1);
    const longer = given(opened(), sent(), sentBack(), sent(2));
    expect(refusal(() => when(longer, back('2023-12-19'), focal, early))).toBe(`invalid ${code}`);
    const undated = given(opened({ dueOn: undefined }), sent());
    expect(when(undated, back('2023-12-13'), focal, early)).toHaveLength(1);
  });

  it('sends back nothing that was not sent', () => {
    expect(refusal(() => when(owed, BACK, focal))).toBe('conflict obligation.nothingToDecide');
  });

  it('accepts; what was shared of the plan goes to whom the plan went', () => {
    expect(when(waiting, { ...ACCEPT, sharedWith: ['hcmc'] } as ObligationCommand, focal)).toEqual([
      received,
      {
        type: 'lk.reporting.obligation.reportAccepted.v1',
        data: {
          version: 1,
          title: duty.title,
          planId: duty.planId,
          period: duty.period,
          report,
          example: false,
          sharedWith: ['hcmc'],
        },
      },
    ]);
    // What was received already is not received again.
    const types = when(given(opened(), sent(), received), ACCEPT, focal).map(({ type }) => type);
    expect(types).toEqual([accepted.type]);
    expect(refusal(() => when(given(opened(), sent(), accepted), ACCEPT, focal))).toBe(
      'conflict obligation.nothingToDecide',
    );
  });

  it('is the organisation named, or its successor, and nobody else of the tenant', () => {
    expect(refusal(() => when(waiting, ACCEPT, sender('focal', STC)))).toBe('forbidden rights.organisation');
    expect(refusal(() => when(waiting, ACCEPT, leader))).toBe('forbidden rights.organisation');
    expect(refusal(() => when(waiting, ACCEPT, sctHead))).toBe('forbidden rights.organisation');
    const succeeded = { ...ACCEPT, receivers: [SKHDT, STC] } as ObligationCommand;
    expect(when(waiting, succeeded, sender('focal', STC))).toHaveLength(2);
  });

  it('is the leader where the receiver is the committee', () => {
    const toCommittee = given(
      opened({ receiver: { printed: 'UBND tỉnh', organisationId: UBND }, debtorId: SKHDT }),
      sent(),
    );
    expect(when(toCommittee, ACCEPT, leader)).toHaveLength(2);
    expect(refusal(() => when(toCommittee, ACCEPT, focal))).toBe('forbidden rights.organisation');
    expect(refusal(() => when(toCommittee, ACCEPT, sender('clerk', UBND)))).toBe(
      'forbidden rights.organisation',
    );
  });
});

describe('extension', () => {
  it('is asked by the debtor and granted by the receiver; the first due date stays', () => {
    expect(when(owed, ASK, sctOfficer)).toEqual([asked()]);
    const pending = given(opened(), asked());
    const granted = when(pending, DECIDE, focal);
    expect(granted[0]?.data).toEqual({ granted: true, dueOn: '2023-12-20' });
    expect(given(opened(), asked(), ...granted)).toMatchObject({
      state: 'open',
      dueOn: '2023-12-20',
      opened: { dueOn: DUE },
      extension: { granted: true, dueOn: '2023-12-20', proposedOn: '2023-12-20' },
    });
  });

  it('refused leads back to where it was', () => {
    const events = when(given(opened(), asked()), { type: 'decideExtension', granted: false }, focal);
    expect(given(opened(), asked(), ...events)).toMatchObject({
      state: 'open',
      dueOn: DUE,
      extension: { granted: false, dueOn: null },
    });
  });

  it('does not hold up a report', () => {
    expect(when(given(opened(), asked()), SEND, sctHead)).toHaveLength(1);
  });

  it.each([
    ['twice', given(opened(), asked()), ASK, sctOfficer, 'obligation.extensionPending'],
    ['earlier than due', owed, { ...ASK, proposedOn: DUE }, sctOfficer, 'obligation.extensionNotLater'],
    [
      'without a due date',
      given(opened({ dueOn: undefined })),
      ASK,
      sctOfficer,
      'obligation.extensionNotLater',
    ],
    ['of history', given(opened({ historic: true })), ASK, sctOfficer, 'obligation.historic'],
    ['after sending', waiting, ASK, sctOfficer, 'obligation.notOwed'],
    ['decided unasked', owed, DECIDE, focal, 'obligation.noExtensionAsked'],
    [
      'granted to the same day',
      given(opened(), asked()),
      { ...DECIDE, dueOn: DUE },
      focal,
      'obligation.extensionNotLater',
    ],
  ] as [string, Obligation, ObligationCommand, Sender, string][])(
    'is refused: %s',
    (_, state, command, by, code) => {
      expect(refusal(() => when(state, command, by))).toBe(`conflict ${code}`);
    },
  );

  it.each([
    ['asked for', owed, { ...ASK, proposedOn: DUE }, sctOfficer, '/proposedOn'],
    ['granted', given(opened(), asked()), { ...DECIDE, dueOn: DUE }, focal, '/dueOn'],
  ] as [string, Obligation, ObligationCommand, Sender, string][])(
    'is refused at the date that is %s where it is no later',
    (_, state, command, by, pointer) => {
      const code = 'obligation.extensionNotLater';
      const refused = expect.objectContaining({ code, faults: [{ pointer, code }] });
      expect(() => when(state, command, by)).toThrow(refused as Error);
    },
  );

  it('is asked and decided by the right side only', () => {
    expect(refusal(() => when(owed, ASK, focal))).toBe('forbidden rights.organisation');
    expect(refusal(() => when(given(opened(), asked()), DECIDE, sctHead))).toBe(
      'forbidden rights.organisation',
    );
  });
});

describe('waiving, falling away, successors', () => {
  it('is waived with its reason while owed', () => {
    expect(when(owed, { type: 'waive', reason: 'không có nhiệm vụ' }, focal)).toEqual([
      { type: 'lk.reporting.obligation.waived.v1', data: { reason: 'không có nhiệm vụ' } },
    ]);
    expect(refusal(() => when(waiting, { type: 'waive', reason: 'x' }, focal))).toBe(
      'conflict obligation.notOwed',
    );
  });

  it('falls away with the plan, except what was already sent', () => {
    const because = { code: 'planEnded', reason: 'ban hành nhầm' } as const;
    const reason = 'Kế hoạch không còn hiệu lực: ban hành nhầm';
    const fall: ObligationCommand = { type: 'fallAway', reason, because };
    expect(when(owed, fall, system)).toEqual([
      { type: 'lk.reporting.obligation.waived.v1', data: { reason, because } },
    ]);
    expect(when(waiting, fall, system)).toEqual([]);
  });

  it('waits for a successor after the debtor’s last day, once, and goes on where it stood', () => {
    const wait: ObligationCommand = { type: 'awaitSuccessor', endedOn: '2023-12-01' };
    expect(when(owed, wait, system)).toEqual([ended]);
    expect(when(given(opened(), ended), wait, system)).toEqual([]);
    expect(when(waiting, wait, system)).toEqual([]);
    expect(when(given(opened({ historic: true })), wait, system)).toEqual([]);
    const transfer: ObligationCommand = { type: 'transfer', toId: STC, basis: 'Nghị quyết' };
    const moved = when(given(opened(), sent(), sentBack(), ended), transfer, focal);
    const after = given(opened(), sent(), sentBack(), ended, ...moved);
    expect(after).toMatchObject({ state: 'sentBack', debtorId: STC });
    expect(when(after, SEND, sender('head', STC))).toHaveLength(1);
    expect(refusal(() => when(after, SEND, sctHead))).toBe('forbidden rights.organisation');
  });

  it('drops a pending request for more time with the debtor that made it', () => {
    const moved = when(
      given(opened(), asked(), ended),
      { type: 'transfer', toId: STC, basis: 'Nghị quyết' },
      focal,
    );
    expect(given(opened(), asked(), ended, ...moved).state).toBe('open');
  });

  it('is transferred only then, and to another', () => {
    const to = (toId: string): ObligationCommand => ({ type: 'transfer', toId, basis: 'x' });
    expect(refusal(() => when(owed, to(STC), focal))).toBe('conflict obligation.notAwaitingSuccessor');
    expect(refusal(() => when(given(opened(), ended), to(SCT), focal))).toBe(
      'conflict obligation.sameDebtor',
    );
  });
});

describe('an answer from the tenant of the receiver', () => {
  const foreign = opened({ receiver: { printed: 'UBND TP.HCM', tenant: 'hcmc' } });
  const answered = (answer: object): ObligationCommand => {
    const about = { obligation: { tenant: 'tien-giang', id: SCT }, version: 1 };
    return { type: 'takeDecision', from: 'hcmc', decision: { ...about, ...answer } } as ObligationCommand;
  };
  const AFTER = '2024-02-01';

  it('is kept as it is where it arrives after the very term that it sets', () => {
    const command = answered({ decision: 'sentBack', note: 'bổ sung', dueOn: '2023-12-20' });
    const events = when(given(foreign, sent()), command, system, AFTER);
    expect(events.map(({ data }) => data)).toEqual([{ version: 1, note: 'bổ sung', newDueOn: '2023-12-20' }]);
  });

  it('is kept so of an extension, too', () => {
    const command = answered({ decision: 'extensionGranted', dueOn: '2023-12-20' });
    const events = when(given(foreign, asked()), command, system, AFTER);
    expect(events.map(({ data }) => data)).toEqual([{ granted: true, dueOn: '2023-12-20' }]);
  });
});
