import { Link, useParams } from 'react-router';
import { activityColumns } from '../activities/activity-columns.js';
import { useList, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { List } from '../layout/list.js';
import { NotFound } from '../layout/not-found.js';
import { Page, Panel } from '../layout/page.js';
import { Facts } from '../layout/records.js';
import { ExampleMark, Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { planNumber, provinceName } from '../words/names.js';
import { PLAN_TONES } from '../words/tones.js';
import { total } from './charts.js';
import { OpenDifficulties, SharedReports } from './province-lists.js';

const ALL = 500;

/** One province, as far as it has shared: its figures, its plans, its activities. */
export function ProvincePage() {
  const { t } = useWords();
  const noNumber = t('plans.noNumber');
  const { tenant = '' } = useParams();
  const { data } = useRead(reads.overview());
  const row = data?.rows.find((each) => each.tenant === tenant);
  const plans = useList(reads.plans({ origin: 'received', limit: ALL }));
  const activities = useList(reads.activities({ origin: 'received', limit: ALL }));
  const ofHere = <T extends { origin: { tenant: string } | null }>(items: readonly T[]) =>
    items.filter(({ origin }) => origin?.tenant === tenant);
  if (data && !row) return <NotFound />;
  return (
    <Page
      title={row ? provinceName(row, t) : t('app.elsewhere')}
      above={{ to: '/overview', title: t('overview.title') }}
      marks={
        row && (
          <Mark tone={row.shared ? 'good' : 'unknown'}>
            {t(row.shared ? 'overview.shared' : 'overview.noInformation')}
          </Mark>
        )
      }
    >
      {row && (
        <Panel title={t('overview.fresh', { day: day(data?.asOf) })}>
          <Facts
            facts={[
              [t('overview.agreements'), `${row.confirmed}/${row.agreements}`],
              [t('overview.plans'), row.plans],
              [t('overview.endedPlans'), row.endedPlans],
              [t('overview.activities'), total(row)],
              [t('overview.done'), row.activities.done],
              [t('overview.unknown'), row.noInformation],
              [t('overview.difficulties'), row.openDifficulties],
              [t('overview.reports'), row.acceptedReports],
              [t('overview.lastReceived'), day(row.lastReceivedOn)],
              [t('app.example'), row.examples],
            ]}
          />
        </Panel>
      )}
      <Panel title={t('nav.plans')}>
        <List
          caption={t('nav.plans')}
          list={{ ...plans, items: ofHere(plans.items) }}
          none={t('overview.noInformation')}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'title',
              title: t('nav.plans'),
              cell: ({ id, title, example }) => (
                <>
                  <Link to={`/plans/${id}`}>{title}</Link> <ExampleMark example={example} />
                </>
              ),
            },
            { key: 'number', title: t('plans.number'), cell: (plan) => planNumber(plan) ?? noNumber },
            {
              key: 'state',
              title: t('input.state'),
              cell: ({ state }) => <Mark tone={PLAN_TONES[state]}>{t(`plan.state.${state}`)}</Mark>,
            },
          ]}
        />
      </Panel>
      <SharedReports tenant={tenant} />
      <OpenDifficulties tenant={tenant} />
      <Panel title={t('overview.activities')}>
        <List
          caption={t('overview.activities')}
          list={{ ...activities, items: ofHere(activities.items) }}
          none={t('overview.noInformation')}
          keyOf={({ id }) => id}
          columns={activityColumns(t)}
        />
      </Panel>
    </Page>
  );
}
