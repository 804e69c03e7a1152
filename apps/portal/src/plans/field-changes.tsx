import type { FieldChange } from '@lien-ket/contracts';
import { useOrganisations } from '../client/queries.js';
import { Records } from '../layout/records.js';
import { isMessageKey, type Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { plainWords } from '../words/plain-words.js';

export function partName(field: string | null, t: Translate): string {
  const key = `part.${field}`;
  return field === null ? '' : isMessageKey(key) ? t(key) : field;
}

/** Any value of a plan in words: names of agencies, dates, yes and no. */
export function Value({ value }: { value: unknown }) {
  const { find } = useOrganisations();
  return <span className="pre">{plainWords(value, (id) => find(id)?.name)}</span>;
}

/** Before → after, one row per field. */
export function FieldChanges({ changes }: { changes: readonly FieldChange[] }) {
  const { t } = useWords();
  return (
    <Records
      caption={t('history.what')}
      records={changes.map((change, at) => ({ ...change, at }))}
      keyOf={({ at }) => String(at)}
      columns={[
        {
          key: 'what',
          title: t('history.what'),
          cell: ({ kind, of, label, field }) => (
            <>
              <strong>
                {t(`change.${kind}`)} · {t(`of.${of}`)}
              </strong>
              <div>{label}</div>
              {field && <div className="quiet">{partName(field, t)}</div>}
            </>
          ),
        },
        {
          key: 'before',
          title: t('history.before'),
          cell: ({ before }) => (
            <div className="before">
              <Value value={before} />
            </div>
          ),
        },
        {
          key: 'after',
          title: t('history.after'),
          cell: ({ after }) => (
            <div className="after">
              <Value value={after} />
            </div>
          ),
        },
      ]}
    />
  );
}
