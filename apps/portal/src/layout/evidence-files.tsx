import { useQuery } from '@tanstack/react-query';
import { fileAddress, fileFacts } from '../client/client.js';
import type { FileFacts } from '../client/file-facts.js';
import { isProblem } from '../client/problem.js';
import { useWords } from '../messages/words.js';
import { kindAndSize } from '../words/file-words.js';

type Known = { readonly facts?: FileFacts; readonly erased: boolean };

async function known(id: string, signal: AbortSignal): Promise<Known> {
  try {
    return { facts: await fileFacts(id, signal), erased: false };
  } catch (error) {
    // The answer to HEAD has no body, and so no code but its status.
    if (isProblem(error) && error.status === 410) return { erased: true };
    throw error;
  }
}

/** What is stored never changes but may be erased, which is asked again when something was done; erased it stays. */
export function useFile(id: string, enabled = true): Known {
  const { data } = useQuery({
    queryKey: ['file', id],
    queryFn: ({ signal }) => known(id, signal),
    staleTime: ({ state }) => (state.data?.erased ? 'static' : Infinity),
    enabled,
  });
  return data ?? { erased: false };
}

function EvidenceFile({ id, n }: { id: string; n: number }) {
  const { t, language } = useWords();
  const { facts, erased } = useFile(id);
  const more = facts && kindAndSize(facts, t, language);
  const name = facts?.name ?? t('files.name', { n });
  if (erased) return <div className="quiet">{t('files.erased', { name: t('files.name', { n }) })}</div>;
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
