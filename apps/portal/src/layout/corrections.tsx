import type { EntryCorrection } from '@lien-ket/contracts';
import { useOrganisations } from '../client/queries.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { nameById, roleName } from '../words/names.js';

/** What was typed wrong was corrected: on which day, by whom, and why. What had been typed stands in the history. */
export function Corrections({ corrections = [] }: { corrections?: readonly EntryCorrection[] | undefined }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  return corrections.map(({ reason, on, by: { role, organisationId } }, index) => {
    const who = [role && roleName(role, t), organisationId && nameById(organisations, organisationId, t)];
    return (
      <p key={`${on}-${index}`} className="note">
        {[t('corrections.on', { day: day(on) }), ...who].filter(Boolean).join(', ')}: {reason}
      </p>
    );
  });
}
