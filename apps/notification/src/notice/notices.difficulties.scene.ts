import { organisation } from '../duty/duty.scene.js';
import { DIFFICULTY, PLAN_ID, row, type Step } from './notices.things.scene.js';

export const difficultySteps: Step[] = [
  [
    'a difficulty assigned',
    DIFFICULTY,
    { type: 'lk.activity.difficulty.assigned.v1', data: { organisationId: organisation('syt') } },
    ['syt', 'officer'],
    'difficultyAssigned',
  ],
  [
    'a difficulty answered',
    DIFFICULTY,
    { type: 'lk.activity.difficulty.answered.v1', data: { from: 'hcmc', text: 'x' } },
    ['sct', 'officer'],
    'difficultyAnswered',
  ],
  [
    'a difficulty petitioned',
    DIFFICULTY,
    {
      type: 'lk.activity.difficulty.petitioned.v1',
      data: { authority: { printed: 'Bộ' }, text: 'x', document: {} },
    },
    ['skhdt', 'focal'],
    'difficultyPetitioned',
  ],
  [
    'the answer of an authority',
    DIFFICULTY,
    {
      type: 'lk.activity.difficulty.authorityAnswered.v1',
      data: { authority: { printed: 'Bộ' }, text: 'x' },
    },
    ['sct', 'head'],
    'difficultyAnswered',
  ],
  [
    'a difficulty that led to an amendment',
    DIFFICULTY,
    {
      type: 'lk.activity.difficulty.ledToAmendment.v1',
      data: { planId: PLAN_ID, amendmentId: row, planEventId: row, document: {} },
    },
    ['sct', 'officer'],
    'difficultyLedToAmendment',
  ],
  [
    'a difficulty submitted',
    DIFFICULTY,
    { type: 'lk.activity.difficulty.submittedToCommittee.v1', data: { text: 'x' } },
    ['ubnd', 'leader'],
    'difficultySubmitted',
  ],
  [
    'a difficulty resolved',
    DIFFICULTY,
    { type: 'lk.activity.difficulty.resolved.v1', data: { text: 'x' } },
    ['sct', 'head'],
    'difficultyResolved',
  ],
  [
    'a difficulty declined',
    DIFFICULTY,
    { type: 'lk.activity.difficulty.declined.v1', data: { reason: 'x' } },
    ['sct', 'officer'],
    'difficultyDeclined',
  ],
];
