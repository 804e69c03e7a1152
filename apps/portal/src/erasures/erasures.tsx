import { ERASURE_STATES, type ErasureView } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { oneOf, useAsked } from '../layout/asked.js';
import { ChoiceFilter, List } from '../layout/list.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { ERASURE_TONES } from '../words/tones.js';
import { useOfficeOf } from './office.js';

/** Where it stands; lateness is measured against the terms that the law sets. */
export function ErasureMarks({ erasure: { state, late } }: { erasure: ErasureView }) {
  const { t } = useWords();
  return (
    <>
      <Mark tone={ERASURE_TONES[state]}>{t(`erasure.state.${state}`)}</Mark>
      {late && <Mark tone="late">{t('erasures.late')}</Mark>}
    </>
  );
}

/** Requests of persons to be forgotten; each is called by the office of its contact, never by the person. */
export function Erasures() {
  const { t } = useWords();
  const [asked] = useAsked();
  const officeOf = useOfficeOf();
  const list = useList(reads.erasures({ state: oneOf(ERASURE_STATES, asked('state')) }));
  return (
    <List
      caption={t('erasures.title')}
      list={list}
      none={t('erasures.none')}
      keyOf={({ id }) => id}
      filters={
        <ChoiceFilter
          name="state"
          label={t('input.state')}
          options={ERASURE_STATES.map((value) => ({ value, label: t(`erasure.state.${value}`) }))}
        />
      }
      columns={[
        {
          key: 'contact',
          title: t('registers.office'),
          cell: ({ id, contactId }) => <Link to={`/erasures/${id}`}>{officeOf(contactId)}</Link>,
        },
        { key: 'received', title: t('erasures.receivedOn'), cell: ({ receivedOn }) => day(receivedOn) },
        {
          key: 'terms',
          title: t('erasures.terms'),
          cell: ({ answerBy, carryOutBy }) => (
            <>
              <div>{t('erasures.answerBy', { day: day(answerBy) })}</div>
              <div>{t('erasures.carryOutBy', { day: day(carryOutBy) })}</div>
            </>
          ),
        },
        { key: 'state', title: t('input.state'), cell: (erasure) => <ErasureMarks erasure={erasure} /> },
      ]}
    />
  );
}
