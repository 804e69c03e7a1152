import { Link } from 'react-router';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { ChoiceField } from '../forms/fields.js';
import { useWords } from '../messages/words.js';

/** The difficulties that an amendment answers, by what they say. */
export function AnsweredDifficulties({ ids }: { ids: readonly string[] }) {
  const { t } = useWords();
  const { items } = useList(reads.difficulties({ limit: 200 }));
  if (ids.length === 0) return null;
  return (
    <p>
      {t('difficulties.answeredBy')}:{' '}
      {ids.map((id, index) => (
        <span key={id}>
          {index > 0 && '; '}
          <Link to={`/difficulties/${id}`}>
            {items.find((one) => one.id === id)?.text.slice(0, 160) ?? t('page.open')}
          </Link>
        </span>
      ))}
    </p>
  );
}

/** Field `difficulties` of an amendment's form: own ones only, newest first. */
export function AnsweredField() {
  const { t } = useWords();
  const { items } = useList(reads.difficulties({ origin: 'own', limit: 200 }));
  return (
    <ChoiceField
      name="difficulties"
      label={t('difficulties.answeredBy')}
      options={items.map(({ id, text }) => ({ value: id, label: text.slice(0, 160) }))}
      many
      optional
    />
  );
}
