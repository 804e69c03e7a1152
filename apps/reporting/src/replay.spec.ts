import { foldEvents } from '@lien-ket/event-store';
import type { Decider, NewEvent } from '@lien-ket/kernel';
import { categoriesOf, committedDigests, digestOf, keptStreams } from '@lien-ket/testing';
import { campaignDecider } from './campaign/campaign.decider.js';
import { debtorListDecider } from './debtorlist/debtorlist.decider.js';
import { decisionDecider } from './obligation/decision.decider.js';
import { obligationDecider } from './obligation/obligation.decider.js';

/** What is folded of a stream, whatever its aggregate. */
type Any = Decider<unknown, never, NewEvent>;
const DECIDERS = [
  campaignDecider,
  debtorListDecider,
  decisionDecider,
  obligationDecider,
] as unknown as readonly Any[];

describe('history that was kept', () => {
  it('is folded by every decider of this service', () => {
    const folded = DECIDERS.map(({ aggregate }) => aggregate);
    expect(folded.sort()).toEqual(categoriesOf('reporting').sort());
  });

  it('folds to the state that it did', () => {
    const digests = Object.fromEntries(
      DECIDERS.flatMap((decider) =>
        [...keptStreams(decider.aggregate)].map(([key, events]) => [
          key,
          digestOf(foldEvents(decider, events)),
        ]),
      ),
    );
    expect(Object.keys(digests).length).toBeGreaterThan(0);
    expect(digests).toEqual(committedDigests('reporting', digests));
  });
});
