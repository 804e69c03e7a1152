import type { DifficultyEvent } from '@lien-ket/contracts';
import type { Cmd, DifficultyFold, LedTo } from './difficulty.decider.js';

/** Named by an amendment that was put in force. */
export function leadToAmendment(
  command: Cmd<'leadToAmendment'>,
  difficulty: DifficultyFold,
): DifficultyEvent[] {
  const { planId, amendmentId, planEventId, document } = command;
  const isKnown = difficulty.amendments.some((one) => one.planEventId === planEventId);
  if (difficulty.state === null || isKnown) return [];
  const data = { planId, amendmentId, planEventId, document };
  return [{ type: 'lk.activity.difficulty.ledToAmendment.v1', data }];
}

/** The amendment was entered by mistake. */
export function takeBackAmendment(
  { planEventId }: Cmd<'takeBackAmendment'>,
  difficulty: DifficultyFold,
): DifficultyEvent[] {
  if (!difficulty.amendments.some((one) => one.planEventId === planEventId)) return [];
  return [{ type: 'lk.activity.difficulty.amendmentTakenBack.v1', data: { planEventId } }];
}

export function withoutAct({ amendments }: DifficultyFold, planEventId: string): readonly LedTo[] {
  return amendments.filter((one) => one.planEventId !== planEventId);
}
