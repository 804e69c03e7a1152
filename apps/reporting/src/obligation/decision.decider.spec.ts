import { decisionDecider } from './decision.decider.js';
import { DECIDE, DUE, SCT, asked, focal, given, opened, refusal, when } from './obligation.scene.js';

const foreign = {
  tenant: 'tien-giang',
  revision: 3,
  state: 'sent',
  version: 1,
  dueOn: DUE,
  receivers: [],
} as const;

it('a report of another tenant that is sent back keeps its days', () => {
  const back = (newDueOn: string, dueOn: string | null = DUE) =>
    decisionDecider.decide(
      {
        type: 'sendBackReport',
        note: 'bổ sung',
        newDueOn,
        obligationId: SCT,
        foreign: { ...foreign, dueOn },
        by: focal,
        on: '2023-12-11',
      },
      null,
    );
  expect(refusal(() => back('2023-12-13'))).toBe('invalid obligation.newDueShortens');
  expect(refusal(() => back('2023-12-10', null))).toBe('invalid obligation.newDueInPast');
  expect([back(DUE), back('2023-12-13', null)].map(({ length }) => length)).toEqual([1, 1]);
});

it('an extension granted to another tenant moves the term on, as one given here does', () => {
  const waiting = { ...foreign, state: 'extensionRequested', proposedOn: '2023-12-12' } as const;
  const grant = (dueOn?: string, known: string | null = DUE) =>
    decisionDecider.decide(
      {
        type: 'decideExtension',
        granted: true,
        ...(dueOn ? { dueOn } : {}),
        obligationId: SCT,
        foreign: { ...waiting, dueOn: known },
        by: focal,
        on: '2023-12-11',
      },
      null,
    );
  const here = (dueOn: string) =>
    when(given(opened(), asked()), { ...DECIDE, dueOn } as typeof DECIDE, focal, '2023-12-11');
  for (const act of [grant, here]) {
    expect(refusal(() => act('2023-12-13'))).toBe('invalid obligation.newDueShortens');
    expect(refusal(() => act(DUE))).toBe('conflict obligation.extensionNotLater');
    expect(act('2023-12-15')).toHaveLength(1);
  }
  expect(refusal(() => grant('2023-12-10', null))).toBe('conflict obligation.extensionNotLater');
  expect(refusal(() => grant())).toBe('invalid obligation.newDueShortens');
  expect([grant(undefined, null), grant('2023-12-11', null)].map(({ length }) => length)).toEqual([1, 1]);
});
