import { decisionDecider } from './decision.decider.js';
import { DUE, SCT, focal, refusal } from './obligation.scene.js';

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
