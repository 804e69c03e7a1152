import { GROUNDS, HISTORY_SCOPES, recordWordsVi } from '@lien-ket/contracts';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { useList, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { DayPicker } from '../forms/day-fields.js';
import { oneOf, useAsked } from '../layout/asked.js';
import { ChoiceFilter, SearchFilter } from '../layout/list.js';
import { Page } from '../layout/page.js';
import { LoadedList } from '../layout/states.js';
import { isMessageKey, type Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { partName } from '../plans/field-changes.js';
import { HistoryPlayer } from './history-player.js';

/** Every field that has words. */
const FIELDS = Object.keys(recordWordsVi).flatMap((key) => (key.startsWith('part.') ? [key.slice(5)] : []));
const KINDS = [
  'plan',
  'amendment',
  'activity',
  'agreement',
  'obligation',
  'difficulty',
  'participation',
] as const;
const DAYS = [
  ['from', 'history.inForceFrom'],
  ['to', 'history.inForceTo'],
  ['knownFrom', 'history.knownFrom'],
  ['knownTo', 'history.knownTo'],
] as const;

const kindName = (kind: string, t: Translate): string => {
  const key = `record.${kind}`;
  return isMessageKey(key) ? t(key) : kind;
};

/** Another choice begins with the first step again. */
function Filters() {
  const { t } = useWords();
  const [asked, ask] = useAsked();
  const { all } = useOrganisations();
  const options = (words: readonly string[], name: (word: string) => string) =>
    words.map((value) => ({ value, label: name(value) }));
  return (
    <details className="moment" open={['field', 'kind', 'cause', 'organisationId', 'from', 'to'].some(asked)}>
      <summary>
        {t('history.field')}, {t('history.cause').toLowerCase()}…
      </summary>
      <div className="filters">
        <ChoiceFilter
          name="field"
          label={t('history.field')}
          options={options(FIELDS, (field) => partName(field, t))}
        />
        <ChoiceFilter
          name="kind"
          label={t('history.kind')}
          options={options(KINDS, (kind) => kindName(kind, t))}
        />
        <ChoiceFilter
          name="cause"
          label={t('history.cause')}
          options={GROUNDS.map((value) => ({ value, label: t(`grounds.${value}`) }))}
        />
        <ChoiceFilter
          name="organisationId"
          label={t('history.agency')}
          options={all.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {DAYS.map(([name, label]) => (
          <DayPicker
            key={name}
            label={t(label)}
            value={asked(name) || undefined}
            change={(value) => ask(name, value)}
          />
        ))}
      </div>
    </details>
  );
}

/** What happened, of one record or of everything, step by step. The question stands in the address. */
export function HistoryPage() {
  const { t } = useWords();
  const [asked] = useAsked();
  const [search, setSearch] = useSearchParams();
  const scope = oneOf(HISTORY_SCOPES, asked('scope'));
  const list = useList(
    reads.history({
      scope,
      id: asked('id'),
      q: asked('q'),
      field: asked('field'),
      kind: oneOf(KINDS, asked('kind')),
      cause: oneOf(GROUNDS, asked('cause')),
      organisationId: asked('organisationId'),
      actor: asked('actor'),
      from: asked('from'),
      to: asked('to'),
      knownFrom: asked('knownFrom'),
      knownTo: asked('knownTo'),
      limit: 100,
    }),
  );
  const about = list.items.find(({ record }) => record.id === asked('id'))?.label;
  return (
    <Page title={t('history.title')}>
      {about && <p>{about}</p>}
      <div className="panel">
        <div className="filters">
          <SearchFilter />
          {scope && <Button onClick={() => setSearch({})}>× {t('history.wholeScope')}</Button>}
        </div>
        <Filters />
        <LoadedList list={list} none={t('history.none')}>
          {() => <HistoryPlayer key={search.toString()} list={list} />}
        </LoadedList>
      </div>
    </Page>
  );
}
