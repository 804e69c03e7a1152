import type { DocumentRef } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { documentName } from '../words/names.js';

/** A paper by number, symbol and date, with its incoming number, and the way to it where it is registered. */
export function DocumentName({ document }: { document: DocumentRef | null | undefined }) {
  const { t } = useWords();
  const id = document?.documentId;
  const { data } = useRead(reads.document(id ?? ''), id !== undefined);
  if (!id) return documentName(document, t);
  const named = documentName(data ?? document, t);
  return (
    <>
      <Link to={`/documents/${id}`}>{named === '–' ? (data?.abstract ?? t('input.document')) : named}</Link>
      {data?.incoming && (
        <div className="quiet">
          {t('registers.incoming', { number: data.incoming.number, day: day(data.incoming.on) })}
        </div>
      )}
    </>
  );
}
