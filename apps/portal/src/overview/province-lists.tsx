import { Link } from 'react-router';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { List } from '../layout/list.js';
import { Panel } from '../layout/page.js';
import { LoadedList } from '../layout/states.js';
import { ExampleMark, Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { ReportText } from '../obligations/report-text.js';
import { day } from '../words/dates.js';
import { DIFFICULTY_TONES } from '../words/tones.js';
import { periodName } from '../words/period-name.js';

const ALL = 500;

/** Accepted reports that the province shared, each opened in its place. */
export function SharedReports({ tenant }: { tenant: string }) {
  const { t } = useWords();
  const reports = useList(reads.sharedReports({ tenant, limit: ALL }));
  return (
    <Panel title={t('overview.reports')}>
      <LoadedList list={reports} none={t('overview.noInformation')}>
        {(items) =>
          items.map(({ obligationId, title, period, report, receivedOn, example }) => (
            <details key={obligationId}>
              <summary>
                {title} – {periodName(period, t)} <ExampleMark example={example} />{' '}
                <span className="quiet">{t('overview.receivedOn', { day: day(receivedOn) })}</span>
              </summary>
              <ReportText report={report} />
            </details>
          ))
        }
      </LoadedList>
    </Panel>
  );
}

/** Difficulties that the province passed to us and that wait for our answer. */
export function OpenDifficulties({ tenant }: { tenant: string }) {
  const { t } = useWords();
  const received = useList(reads.difficulties({ origin: 'received', limit: ALL }));
  const items = received.items.filter(
    ({ origin, state }) => origin?.tenant === tenant && (state === 'petitioned' || state === 'reopened'),
  );
  return (
    <Panel title={t('overview.difficulties')}>
      <List
        caption={t('overview.difficulties')}
        list={{ ...received, items }}
        none={t('overview.noInformation')}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'text',
            title: t('nav.difficulties'),
            cell: ({ id, text, example }) => (
              <>
                <Link to={`/difficulties/${id}`}>{text}</Link> <ExampleMark example={example} />
              </>
            ),
          },
          { key: 'raised', title: t('overview.lastReceived'), cell: ({ raisedOn }) => day(raisedOn) },
          {
            key: 'state',
            title: t('input.state'),
            cell: ({ state }) => <Mark tone={DIFFICULTY_TONES[state]}>{t(`difficulty.state.${state}`)}</Mark>,
          },
        ]}
      />
    </Panel>
  );
}
