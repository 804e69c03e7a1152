import { useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useWords } from '../messages/words.js';

/** The office of a contact: of the person nothing is read, so that looking at a request opens no one's data. */
export function useOfficeOf(): (contactId: string) => string {
  const { t } = useWords();
  const { data } = useRead(reads.contacts({ limit: 200 }));
  return (contactId) => {
    const office = data?.items.find(({ id }) => id === contactId)?.office;
    const words = [office?.title, office?.division, office?.organisation].filter(Boolean).join(', ');
    return words || t('registers.person');
  };
}
