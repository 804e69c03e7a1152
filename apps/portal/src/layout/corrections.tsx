import type { EntryCorrection } from '@lien-ket/contracts';
import { useOrganisations } from '../client/queries.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { actorName } from '../words/names.js';

/** What was typed wrong was corrected: on which day, by whom, and why. What had been typed stands in the history. */
export function Corrections({ corrections = [] }: { corrections?: readonly EntryCorrection[] | undefined }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  return corrections.map(({ reason, on, by }, index) => (
    <p key={`${on}-${index}`} className="note">
      {[t('corrections.on', { day: day(on) }), actorName(by, organisations, t)].filter(Boolean).join(', ')}:{' '}
      {reason}
    </p>
  ));
}
