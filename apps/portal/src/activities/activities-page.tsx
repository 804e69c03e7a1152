import { Input, Segmented, Select } from 'antd';
import type { ActivityState } from '@lien-ket/contracts';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useAsked } from '../layout/asked.js';
import { Page } from '../layout/page.js';
import { Records } from '../layout/records.js';
import { LoadedList } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { ACTIVITY_TONES } from '../words/tones.js';
import { activityColumns } from './activity-columns.js';

const STATES = Object.keys(ACTIVITY_TONES) as ActivityState[];

export function ActivitiesPage() {
  const { t } = useWords();
  const [asked, ask] = useAsked();
  const list = useList(
    reads.activities({
      q: asked('q'),
      state: asked('state'),
      lead: asked('lead') || undefined,
      partner: asked('partner') || undefined,
    }),
  );
  return (
    <Page title={t('activities.title')}>
      <div className="panel">
        <div className="filters">
          <Segmented
            aria-label={t('table.leads')}
            value={asked('lead')}
            onChange={(value) => ask('lead', value)}
            options={[
              { value: '', label: t('activities.everyone') },
              { value: 'mine', label: t('activities.mine') },
            ]}
          />
          <label>
            {t('page.search')}
            <Input.Search allowClear defaultValue={asked('q')} onSearch={(value) => ask('q', value)} />
          </label>
          <label>
            {t('input.state')}
            <Select
              allowClear
              value={asked('state') || undefined}
              onChange={(value?: string) => ask('state', value)}
              options={STATES.map((value) => ({ value, label: t(`activity.state.${value}`) }))}
            />
          </label>
        </div>
        <LoadedList list={list} none={t('activities.none')}>
          {(items) => (
            <Records
              caption={t('activities.title')}
              columns={activityColumns(t)}
              records={items}
              keyOf={({ id }) => id}
            />
          )}
        </LoadedList>
      </div>
    </Page>
  );
}
