import { describe, expect, it } from '@jest/globals';
import { confirmationDecider, type ConfirmationFold } from './confirmation.decider.js';

const [OLDER, NEWEST] = ['a', 'b'].map((digit) => digit.repeat(64));
const received = {
  tenant: 'hcmc',
  id: 'x',
  version: 3,
  open: [
    { version: 3, hash: NEWEST ?? '' },
    { version: 2, hash: OLDER ?? '' },
  ],
};
const by = { account: '', roles: [], system: true };
const said = (version: number, hash = '', fold: ConfirmationFold = { answers: [] }): unknown =>
  confirmationDecider
    .decide({ type: 'confirm', version, hash, received, by, on: '2025-11-05' }, fold)
    .map(({ data }) => data.version);

describe('a confirmation', () => {
  it('is of the newest version or of an extension by its own, never of another content', () => {
    expect([said(3, NEWEST), said(2, OLDER)]).toEqual([[3], [2]]);
    for (const [version, hash] of [[2, NEWEST] as const, [1, OLDER] as const])
      expect(() => said(version, hash)).toThrow('agreement.otherVersion');
  });

  it('is said once of each', () => {
    const answers = [
      { version: 2, answer: 'confirmed' as const },
      { version: 3, answer: 'refused' as const },
    ];
    expect([said(2, OLDER, { answers }), said(3, NEWEST, { answers })]).toEqual([[], [3]]);
  });
});
