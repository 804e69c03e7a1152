import { categoriesOf, committedDigests, foldedDigests, type AnyDecider } from '@lien-ket/testing';
import { activityDecider } from './activity/activity.decider.js';
import { answerDecider } from './difficulty/answer.decider.js';
import { difficultyDecider } from './difficulty/difficulty.decider.js';
import { fileDecider } from './file/file.decider.js';
import { participationDecider } from './participation/participation.decider.js';

const DECIDERS = [
  activityDecider,
  answerDecider,
  difficultyDecider,
  fileDecider,
  participationDecider,
] as unknown as readonly AnyDecider[];

describe('history that was kept', () => {
  it('is folded by every decider of this service', () => {
    const folded = DECIDERS.map(({ aggregate }) => aggregate);
    expect(folded.sort()).toEqual(categoriesOf('activity').sort());
  });

  it('folds to the state that it did', () => {
    const digests = foldedDigests(DECIDERS);
    expect(Object.keys(digests).length).toBeGreaterThan(0);
    expect(digests).toEqual(committedDigests('activity', digests));
  });
});
