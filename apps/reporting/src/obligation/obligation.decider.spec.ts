import type { ObligationCommand } from './obligation.decider.js';
import {
  SCT,
  SKHDT,
  sender,
  sctOfficer,
  sctHead,
  focal,
  system,
  DUE,
  duty,
  report,
  nil,
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
} from './obligation.scene.js';

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

  it.each([
    ['one of its own', ['Nhu cầu', 'Mục lạ'], 'invalid obligation.headingNotAsked'],
    ['those asked for', ['Nhu cầu'], 'allowed'],
  ])('a campaign that asks by headings is answered under %s', (_, headings, outcome) => {
    const parts = headings.map((heading) => ({ heading, text: 'Đào tạo' }));
    const command = { type: 'sendReport' as const, report: { ...nil, nil: false, parts } };
    const send = (fields: object) =>
      refusal(() => when(given(opened({ headings: ['Nhu cầu'], ...fields })), command, sctHead));
    expect(send({ campaignId: SKHDT })).toBe(outcome);
    // A plan's report, and a campaign without headings, say what there is.
    expect([send({}), send({ campaignId: SKHDT, headings: [] })]).toEqual(['allowed', 'allowed']);
  });

  it.each([
    ['text', { parts: report.parts }, 'invalid obligation.nilSaysMore'],
    [
      'figures',
      { figures: [{ label: 'Hội nghị', value: 1, unit: 'cuộc' }] },
      'invalid obligation.nilSaysMore',
    ],
    ['the paper that says so', { document: { number: '1', symbol: 'BC-SCT' } }, 'allowed'],
    ['a copy of it', { evidence: [SKHDT] }, 'allowed'],
  ])('"không phát sinh" beside %s', (_, beside, outcome) => {
    const said = { ...nil, ...beside };
    expect(refusal(() => when(owed, { type: 'sendReport', report: said }, sctHead))).toBe(outcome);
  });

  it.each([
    ['of the day itself', { year: 2023, month: 12, day: 10 }, 'allowed'],
    ['of the year only', { year: 2023 }, 'allowed'],
    ['of tomorrow', { year: 2023, month: 12, day: 11 }, 'invalid obligation.dayToCome'],
    ['of the next month', { year: 2024, month: 1 }, 'invalid obligation.dayToCome'],
  ])('it is sent with a paper that is there: %s', (_, date, outcome) => {
    const named = { ...report, document: { number: '1', symbol: 'BC-SCT', date } };
    expect(refusal(() => when(owed, { type: 'sendReport', report: named }, sctHead))).toBe(outcome);
    expect(when(owed, { type: 'draftReport', report: named }, sctOfficer)).toHaveLength(1);
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
