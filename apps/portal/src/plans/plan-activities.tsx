import type { PlanView } from '@lien-ket/contracts';
import { activityColumns } from '../activities/activity-columns.js';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { Records } from '../layout/records.js';
import { LoadedList } from '../layout/states.js';
import { useWords } from '../messages/words.js';

export function PlanActivities({ plan, past }: { plan: PlanView; past: boolean }) {
  const { t } = useWords();
  const list = useList(reads.activities({ planId: plan.id }));
  return (
    <LoadedList list={list} none={t('activities.none')}>
      {(items) => (
        <>
          {past && <p className="note">{t('plans.activitiesNow')}</p>}
          <Records
            caption={t('activities.title')}
            columns={activityColumns(t).filter(({ key }) => key !== 'plan')}
            records={items}
            keyOf={({ id }) => id}
          />
        </>
      )}
    </LoadedList>
  );
}
