import { DomainError, type Role } from '@lien-ket/kernel';
import type { ObligationEvent, ObligationOpened } from '@lien-ket/contracts';
import type { Sender } from '@lien-ket/access';
import { obligationDecider, type Obligation, type ObligationCommand } from './obligation.decider.js';

const SCT = '00000000-0000-4000-8000-0000000000c1';
const SKHDT = '00000000-0000-4000-8000-0000000000d1';
const STC = '00000000-0000-4000-8000-0000000000e1';
const UBND = '00000000-0000-4000-8000-0000000000f1';

function sender(role: Role, organisationId: string): Sender {
  return { account: 'a', roles: [{ role, organisationId }], system: false };
}
const sctOfficer = sender('officer', SCT);
const sctHead = sender('head', SCT);
const focal = sender('focal', SKHDT);
const leader = sender('leader', UBND);
const system: Sender = { account: 's', roles: [], system: true };

const DUE = '2023-12-14';
const duty: ObligationOpened = {
  title: 'Báo cáo tình hình thực hiện Kế hoạch',
  planId: '00000000-0000-4000-8000-000000000419',
  planNumber: '419/KH-UBND',
  provisionId: '00000000-0000-4000-8000-000000000a01',
  debtorId: SCT,
  receiver: { printed: 'Sở Kế hoạch và Đầu tư', organisationId: SKHDT },
  period: { key: '2023', label: 'Năm 2023' },
  dueOn: DUE,
  dueBasis: 'printed',
  headings: [],
  example: false,
  historic: false,
};
const report = {
  nil: false,
  parts: [{ heading: 'Kết quả', text: 'Đã tổ chức hội nghị' }],
  figures: [],
  evidence: [],
};
const nil = { nil: true, parts: [], figures: [], evidence: [] };

const opened = (fields: Partial<ObligationOpened> = {}): ObligationEvent => ({
  type: 'lk.reporting.obligation.opened.v1',
  data: { ...duty, ...fields },
});
const sent = (version = 1, sentOn = '2023-12-10', daysLate = 0): ObligationEvent => ({
  type: 'lk.reporting.obligation.reportSent.v1',
  data: { version, report, sentOn, daysLate },
});
const received: ObligationEvent = {
  type: 'lk.reporting.obligation.reportReceived.v1',
  data: { version: 1 },
};
const sentBack = (newDueOn = '2023-12-20'): ObligationEvent => ({
  type: 'lk.reporting.obligation.reportSentBack.v1',
  data: { version: 1, note: 'bổ sung số liệu', newDueOn },
});
const accepted: ObligationEvent = {
  type: 'lk.reporting.obligation.reportAccepted.v1',
  data: { version: 1, title: duty.title, period: duty.period, report, example: false },
};
const asked = (proposedOn = '2023-12-20'): ObligationEvent => ({
  type: 'lk.reporting.obligation.extensionRequested.v1',
  data: { reason: 'chờ số liệu', proposedOn },
});
const ended: ObligationEvent = {
  type: 'lk.reporting.obligation.awaitsSuccessor.v1',
  data: { endedOn: '2023-12-01' },
};

function given(...events: ObligationEvent[]): Obligation {
  return events.reduce(
    (state, event, revision) =>
      obligationDecider.evolve(state, {
        ...event,
        id: String(revision),
        revision,
        businessDate: '2023-12-01',
        recordedAt: '2023-12-01T00:00:00.000Z',
      }),
    obligationDecider.initialState(),
  );
}
function when(state: Obligation, command: ObligationCommand, by: Sender, on = '2023-12-10') {
  return obligationDecider.decide({ ...command, by, on }, state);
}
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return `${error.kind} ${error.code}`;
    throw error;
  }
  return 'allowed';
}

const owed = given(opened());
const waiting = given(opened(), sent());
const SEND: ObligationCommand = { type: 'sendReport', report };
const ACCEPT: ObligationCommand = { type: 'acceptReport' };
const BACK: ObligationCommand = { type: 'sendBackReport', note: 'bổ sung', newDueOn: '2023-12-20' };
const ASK: ObligationCommand = { type: 'requestExtension', reason: 'chờ số liệu', proposedOn: '2023-12-20' };
const DECIDE: ObligationCommand = { type: 'decideExtension', granted: true };

describe('opening', () => {
  it('opens once, whatever asks again', () => {
    const open: ObligationCommand = { type: 'open', data: duty };
    expect(when(given(), open, system)).toEqual([opened()]);
    expect(when(owed, open, system)).toEqual([]);
    expect(owed).toMatchObject({ state: 'open', dueOn: DUE, debtorId: SCT });
  });

  it('of history is "chưa có thông tin"', () => {
    expect(given(opened({ historic: true })).state).toBe('unknownOutcome');
  });
});

describe('drafting and sending', () => {
  it('the debtor’s officer drafts; another organisation may not', () => {
    expect(when(owed, { type: 'draftReport', report }, sctOfficer)).toEqual([
      { type: 'lk.reporting.obligation.reportDrafted.v1', data: { report } },
    ]);
    expect(refusal(() => when(owed, { type: 'draftReport', report }, focal))).toBe(
      'forbidden rights.organisation',
    );
  });

  it('only the debtor’s head sends', () => {
    expect(when(owed, SEND, sctHead)).toEqual([sent()]);
    expect(refusal(() => when(owed, SEND, sctOfficer))).toBe('forbidden rights.organisation');
    expect(refusal(() => when(owed, SEND, sender('head', SKHDT)))).toBe('forbidden rights.organisation');
  });

  it.each([
    ['on the last day', '2023-12-14', 0],
    ['the day after', '2023-12-15', 1],
    ['four days after', '2023-12-18', 4],
  ])('measures lateness at sending: %s', (_, on, daysLate) => {
    expect(when(owed, SEND, sctHead, on)).toEqual([sent(1, on, daysLate)]);
  });

  it('measures it against the present due date after a sending back or an extension', () => {
    expect(when(given(opened(), sent(), sentBack()), SEND, sctHead, '2023-12-21')).toEqual([
      sent(2, '2023-12-21', 1),
    ]);
    const extended = given(opened(), asked(), {
      type: 'lk.reporting.obligation.extensionDecided.v1',
      data: { granted: true, dueOn: '2023-12-20' },
    });
    expect(when(extended, SEND, sctHead, '2023-12-20')).toEqual([sent(1, '2023-12-20', 0)]);
  });

  it('"không phát sinh" is a report; nothing at all is none', () => {
    expect(when(owed, { type: 'sendReport', report: nil }, sctHead)).toHaveLength(1);
    const empty = { ...nil, nil: false };
    expect(refusal(() => when(owed, { type: 'sendReport', report: empty }, sctHead))).toBe(
      'conflict obligation.emptyReport',
    );
  });

  it('history may be reported on late, and is not late', () => {
    expect(when(given(opened({ historic: true })), SEND, sctHead, '2025-03-11')).toEqual([
      sent(1, '2025-03-11', 0),
    ]);
    expect(when(owed, { ...SEND, lapsed: true } as ObligationCommand, sctHead, '2025-03-11')).toEqual([
      sent(1, '2025-03-11', 0),
    ]);
  });

  it.each([
    ['sent', waiting],
    ['accepted', given(opened(), sent(), accepted)],
    ['waived', given(opened(), { type: 'lk.reporting.obligation.waived.v1', data: { reason: 'x' } })],
    ['awaiting a successor', given(opened(), ended)],
  ])('nothing is sent when it is %s', (_, state) => {
    expect(refusal(() => when(state, SEND, sctHead))).toBe('conflict obligation.notOwed');
    expect(refusal(() => when(state, { type: 'draftReport', report }, sctOfficer))).toBe(
      'conflict obligation.notOwed',
    );
  });
});

describe('retracting', () => {
  const RETRACT: ObligationCommand = { type: 'retractReport', note: 'nhầm bản' };
  it('gives the text back as a draft, before the decision', () => {
    const events = when(given(opened(), sent(), received), RETRACT, sctHead);
    expect(events).toEqual([
      { type: 'lk.reporting.obligation.reportRetracted.v1', data: { version: 1, note: 'nhầm bản' } },
    ]);
    expect(given(opened(), sent(), received, ...events)).toMatchObject({
      state: 'retracted',
      draft: report,
      versions: [{ version: 1, state: 'retracted' }],
    });
  });
  it('is refused after it, and to anybody but the debtor’s head', () => {
    expect(refusal(() => when(given(opened(), sent(), accepted), RETRACT, sctHead))).toBe(
      'conflict obligation.retractedTooLate',
    );
    expect(refusal(() => when(owed, RETRACT, sctHead))).toBe('conflict obligation.retractedTooLate');
    expect(refusal(() => when(waiting, RETRACT, sctOfficer))).toBe('forbidden rights.organisation');
  });
});

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
    expect(refusal(() => when(waiting, BACK, focal, '2023-12-21'))).toBe('conflict obligation.newDueInPast');
    expect(when(waiting, BACK, focal, '2023-12-20')).toHaveLength(1);
    expect(refusal(() => when(owed, BACK, focal))).toBe('conflict obligation.nothingToDecide');
  });

  it('accepts; what was shared of the plan goes to whom the plan went', () => {
    expect(when(waiting, { ...ACCEPT, sharedWith: ['hcmc'] } as ObligationCommand, focal)).toEqual([
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
    expect(refusal(() => when(given(opened(), sent(), accepted), ACCEPT, focal))).toBe(
      'conflict obligation.nothingToDecide',
    );
  });

  it('is the organisation named, or its successor, and nobody else of the tenant', () => {
    expect(refusal(() => when(waiting, ACCEPT, sender('focal', STC)))).toBe('forbidden rights.organisation');
    expect(refusal(() => when(waiting, ACCEPT, leader))).toBe('forbidden rights.organisation');
    expect(refusal(() => when(waiting, ACCEPT, sctHead))).toBe('forbidden rights.organisation');
    const succeeded = { ...ACCEPT, receivers: [SKHDT, STC] } as ObligationCommand;
    expect(when(waiting, succeeded, sender('focal', STC))).toHaveLength(1);
  });

  it('is the leader where the receiver is the committee', () => {
    const toCommittee = given(
      opened({ receiver: { printed: 'UBND tỉnh', organisationId: UBND }, debtorId: SKHDT }),
      sent(),
    );
    expect(when(toCommittee, ACCEPT, leader)).toHaveLength(1);
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
    const fall: ObligationCommand = { type: 'fallAway', reason: 'Kế hoạch bị thu hồi' };
    expect(when(owed, fall, system)).toHaveLength(1);
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
