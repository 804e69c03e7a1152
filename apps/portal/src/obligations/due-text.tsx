import type { ObligationView } from '@lien-ket/contracts';
import { useWords } from '../messages/words.js';
import { dueWords, isWaiting } from '../words/due.js';

/** The due date in words; red only for what is really overdue. */
export function DueText({ obligation }: { obligation: ObligationView }) {
  const { t } = useWords();
  const late = obligation.signal === 'overdue' && isWaiting(obligation) && !obligation.historic;
  return <span className={late ? 'late' : 'quiet'}>{dueWords(obligation, t)}</span>;
}
