import type { ActivityEvent } from '@lien-ket/contracts';
import { DomainError } from '@lien-ket/kernel';
import type { ActivityFold } from '@lien-ket/plan-acts';
import { mustHaveHappened } from './activity.days.js';
import { mayBe, type SentTo } from './activity.decider.js';

type Correction = Omit<SentTo<'correctEntry'>, 'type' | 'by'>;

/**
 * What we typed wrong of an entry, whatever became of the activity since; the entry stays in the history. What a
 * participant reported is corrected by that one.
 */
export function correctEntry(command: SentTo<'correctEntry'>, activity: ActivityFold): ActivityEvent {
  const entry = activity.progress.find(({ eventId }) => eventId === command.corrects);
  if (entry?.taken) throw new DomainError('conflict', 'activity.entryOfParticipant');
  const begins = activity.definition?.window?.from;
  const data = { ...correctionOf(command, entry, begins), sharedWith: activity.planned?.sharedWith };
  return { type: 'lk.activity.activity.progressCorrected.v1', data, effectiveOn: data.happenedOn };
}

/** What an entry should have said. @param begins first day of the activity's time, where it says one. @throws DomainError activity.entryUnknown */
export function correctionOf(command: Correction, entry: object | undefined, begins?: string) {
  const { corrects, reason, text, happenedOn, figures, links, evidence, on } = command;
  if (!entry) throw new DomainError('notFound', 'activity.entryUnknown', { event: corrects });
  mustHaveHappened(happenedOn, { today: on, pointer: '/happenedOn', begins });
  return { corrects, reason, text, happenedOn, figures, links, evidence };
}

/** Waits for its confirmation again: nobody else had a say in between, for what is done takes no other act. */
export function unconfirmDone({ reason }: SentTo<'unconfirmDone'>, activity: ActivityFold): ActivityEvent {
  mayBe(activity, ['done']);
  const data = { corrects: activity.confirmation ?? '', reason, sharedWith: activity.planned?.sharedWith };
  return { type: 'lk.activity.activity.doneUnconfirmed.v1', data };
}
