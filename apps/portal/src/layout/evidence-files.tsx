import { useQuery } from '@tanstack/react-query';
import { fileAddress, fileFacts } from '../client/client.js';
import { useWords } from '../messages/words.js';
import { kindAndSize } from '../words/file-words.js';

/** What is stored never changes: it is asked for once. */
export function useFileFacts(id: string) {
  return useQuery({
    queryKey: ['file', id],
    queryFn: ({ signal }) => fileFacts(id, signal),
    staleTime: 'static',
  }).data;
}

function EvidenceFile({ id, n }: { id: string; n: number }) {
  const { t, language } = useWords();
  const facts = useFileFacts(id);
  const more = facts && kindAndSize(facts, t, language);
  const name = facts?.name ?? t('files.name', { n });
  return (
    <div>
      <a href={fileAddress(id)} download aria-label={t('files.download', { name })}>
        {name}
      </a>
      {more && <span className="quiet"> ({more})</span>}
    </div>
  );
}

/** Files kept as evidence, each to be fetched. */
export function EvidenceFiles({ ids }: { ids: readonly string[] }) {
  return ids.map((id, at) => <EvidenceFile key={id} id={id} n={at + 1} />);
}
