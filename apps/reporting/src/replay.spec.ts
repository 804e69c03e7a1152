import { categoriesOf, committedDigests, foldedDigests, type AnyDecider } from '@lien-ket/testing';
import { campaignDecider } from './campaign/campaign.decider.js';
import { debtorListDecider } from './debtorlist/debtorlist.decider.js';
import { decisionDecider } from './obligation/decision.decider.js';
import { obligationDecider } from './obligation/obligation.decider.js';

const DECIDERS = [
  campaignDecider,
  debtorListDecider,
  decisionDecider,
  obligationDecider,
] as unknown as readonly AnyDecider[];

describe('history that was kept', () => {
  it('is folded by every decider of this service', () => {
    const folded = DECIDERS.map(({ aggregate }) => aggregate);
    expect(folded.sort()).toEqual(categoriesOf('reporting').sort());
  });

  it('folds to the state that it did', () => {
    const digests = foldedDigests(DECIDERS);
    expect(Object.keys(digests).length).toBeGreaterThan(0);
    expect(digests).toEqual(committedDigests('reporting', digests));
  });
});
