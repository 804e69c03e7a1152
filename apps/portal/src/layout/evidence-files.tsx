import { fileAddress } from '../client/client.js';
import { useWords } from '../messages/words.js';

/** Files kept as evidence, each to be fetched. */
export function EvidenceFiles({ ids }: { ids: readonly string[] }) {
  const { t } = useWords();
  return ids.map((fileId, at) => (
    <div key={fileId}>
      <a href={fileAddress(fileId)} download>
        {t('files.download', { n: at + 1 })}
      </a>
    </div>
  ));
}
