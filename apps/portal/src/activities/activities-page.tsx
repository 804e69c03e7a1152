import type { ActivityState } from '@lien-ket/contracts';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { oneOf, useAsked } from '../layout/asked.js';
import { DayFilter } from '../layout/day-filter.js';
import { ChoiceFilter, ListPage, SearchFilter, ViewFilter } from '../layout/list.js';
import { useWords } from '../messages/words.js';
import { ACTIVITY_TONES } from '../words/tones.js';
import { activityColumns } from './activity-columns.js';

const STATES = Object.keys(ACTIVITY_TONES) as ActivityState[];

export function ActivitiesPage() {
  const { t } = useWords();
  const [asked] = useAsked();
  const asOf = asked('asOf');
  const list = useList(
    reads.activities({
      q: asked('q'),
      state: oneOf(STATES, asked('state')),
      lead: oneOf(['mine'], asked('lead')),
      origin: oneOf(['own', 'received'], asked('origin')),
      asOf,
    }),
  );
  return (
    <ListPage
      title={t('activities.title')}
      list={list}
      none={t(asOf ? 'activities.noneAsOf' : 'activities.none')}
      columns={activityColumns(t)}
      keyOf={({ id }) => id}
      filters={
        <>
          <ViewFilter
            name="lead"
            label={t('table.leads')}
            options={[
              { value: '', label: t('activities.everyone') },
              { value: 'mine', label: t('activities.mine') },
            ]}
          />
          <SearchFilter />
          <DayFilter />
          <ChoiceFilter
            name="state"
            label={t('input.state')}
            options={STATES.map((value) => ({ value, label: t(`activity.state.${value}`) }))}
          />
          <ChoiceFilter
            name="origin"
            label={t('plans.origin')}
            options={[
              { value: 'own', label: t('plans.own') },
              { value: 'received', label: t('plans.received') },
            ]}
          />
        </>
      }
    />
  );
}
