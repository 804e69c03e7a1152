import { App } from 'antd';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import type { ParkedView } from '../client/registers.js';
import { List } from '../layout/list.js';
import { Page, Panel } from '../layout/page.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { eventName } from '../words/names.js';
import { useMayDo } from '../session/rights.js';
import { PostingButton } from './posting-button.js';
import { AreaField } from '../forms/fields.js';

function Parked() {
  const { t } = useWords();
  const { message } = App.useApp();
  const may = useMayDo();
  const list = useList(reads.parked());
  return (
    <Panel title={t('operations.parked')}>
      <List<ParkedView>
        caption={t('operations.parked')}
        list={list}
        none={t('operations.parkedNone')}
        keyOf={(each) => `${each.service}/${each.message}/${each.handler}`}
        columns={[
          { key: 'type', title: t('audit.event'), cell: ({ type }) => eventName(type, t) },
          {
            key: 'where',
            title: t('operations.handler'),
            cell: ({ service, handler }) => `${service}: ${handler}`,
          },
          {
            key: 'why',
            title: t('input.reason'),
            cell: ({ reason, attempts }) => t('operations.tries', { reason, n: attempts }),
          },
          { key: 'on', title: t('history.business'), cell: ({ businessDate }) => day(businessDate) },
          {
            key: 'acts',
            title: t('table.acts'),
            cell: ({ service, message: id }) =>
              may('operations.redrive') && (
                <PostingButton<{ reason: string }>
                  operation="operations.redrive"
                  parts={{ service, message: id }}
                  onDone={() => void message.success(t('operations.redriven'))}
                >
                  <AreaField name="reason" label={t('input.reason')} max={500} />
                </PostingButton>
              ),
          },
        ]}
      />
    </Panel>
  );
}

/** What the platform's machinery does for this tenant: how far each read model is, and what waits for a hand. */
export function OperationsPage() {
  const { t } = useWords();
  const may = useMayDo();
  const list = useList(reads.projections());
  return (
    <Page
      title={t('operations.title')}
      acts={may('operations.rebuild') && <PostingButton operation="operations.rebuild" />}
    >
      <Parked />
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
