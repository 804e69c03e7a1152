import type { AnswerEvent, DocumentRef } from '@lien-ket/contracts';
import type { Decider } from '@lien-ket/kernel';
import type { Sent } from '@lien-ket/runtime';
import { mustBeWritten } from './difficulty.rules.js';

/** Our answer to a difficulty that another tenant passed to us, in our own log. */
export type AnswerCommand = {
  readonly type: 'answer';
  readonly tenant: string;
  readonly difficultyId: string;
  readonly text: string;
  readonly document?: DocumentRef;
};

export const answerDecider: Decider<null, Sent<AnswerCommand>, AnswerEvent> = {
  aggregate: 'answer',
  initialState: () => null,
  decide: ({ tenant, difficultyId, text, document, on }) => {
    mustBeWritten(document, on);
    const difficulty = { tenant, id: difficultyId };
    return [
      { type: 'lk.activity.answer.given.v1', data: { difficulty, text, document, sharedWith: [tenant] } },
    ];
  },
  evolve: () => null,
};
