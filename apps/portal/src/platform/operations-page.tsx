import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { List } from '../layout/list.js';
import { Page, Panel } from '../layout/page.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { useMayDo } from '../session/rights.js';
import { Parked } from './parked.js';
import { PostingButton } from './posting-button.js';
import { Rebuilds } from './rebuilds.js';

/** What the platform's machinery does for this tenant: how far each read model is, and what waits for a hand. */
export function OperationsPage() {
  const { t } = useWords();
  const may = useMayDo();
  const list = useList(reads.projections());
  return (
    <Page
      title={t('operations.title')}
      acts={
        <>
          {may('operations.rebuild') && <PostingButton operation="operations.rebuild" />}
          {may('operations.replaceKey') && <PostingButton operation="operations.replaceKey" />}
        </>
      }
    >
      <Parked />
      <Rebuilds />
      <Panel title={t('operations.projections')}>
        <List
          caption={t('operations.projections')}
          list={list}
          none={t('page.none')}
          keyOf={({ service }) => service}
          columns={[
            { key: 'service', title: t('operations.service'), cell: ({ service }) => service },
            {
              key: 'projections',
              title: t('operations.projections'),
              cell: ({ projections }) => projections.map(({ name, seq }) => `${name} (№ ${seq})`).join('; '),
            },
            {
              key: 'lag',
              title: t('operations.lag'),
              cell: ({ projections }) => {
                const behind = projections.reduce((most, { lag }) => Math.max(most, lag), 0);
                return (
                  <Mark tone={behind === 0 ? 'good' : 'wait'}>{t('operations.behind', { n: behind })}</Mark>
                );
              },
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
