import { foldEvents } from '@lien-ket/event-store';
import type { Decider, NewEvent } from '@lien-ket/kernel';
import { categoriesOf, committedDigests, digestOf, keptStreams } from '@lien-ket/testing';
import { activityDecider } from './activity/activity.decider.js';
import { answerDecider } from './difficulty/answer.decider.js';
import { difficultyDecider } from './difficulty/difficulty.decider.js';
import { fileDecider } from './file/file.decider.js';
import { participationDecider } from './participation/participation.decider.js';

/** What is folded of a stream, whatever its aggregate. */
type Any = Decider<unknown, never, NewEvent>;
const DECIDERS = [
  activityDecider,
  answerDecider,
  difficultyDecider,
  fileDecider,
  participationDecider,
] as unknown as readonly Any[];

describe('history that was kept', () => {
  it('is folded by every decider of this service', () => {
    const folded = DECIDERS.map(({ aggregate }) => aggregate);
    expect(folded.sort()).toEqual(categoriesOf('activity').sort());
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
    expect(digests).toEqual(committedDigests('activity', digests));
  });
});
