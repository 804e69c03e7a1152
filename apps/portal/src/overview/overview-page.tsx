import type { CountedState, OverviewField, OverviewRow, OverviewView, OwnReports } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { Page, Panel } from '../layout/page.js';
import { Facts, Records, type Column } from '../layout/records.js';
import { Loaded, Nothing } from '../layout/states.js';
import { Mark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { fieldName, provinceName } from '../words/names.js';
import { FieldsChart, ProvincesChart, total } from './charts.js';

function columns(t: Translate): Column<OverviewRow>[] {
  const shown = (row: OverviewRow, figure: number | string) => (row.shared ? figure : '–');
  return [
    {
      key: 'province',
      title: t('overview.province'),
      cell: ({ examples, ...province }) => (
        <>
          <Link to={`/overview/${province.tenant}`}>{provinceName(province, t)}</Link>
          {examples > 0 && <div className="quiet">{t('overview.examples', { n: examples })}</div>}
        </>
      ),
    },
    {
      key: 'shared',
      title: t('input.state'),
      cell: ({ shared }) =>
        shared ? (
          <Mark tone="good">{t('overview.shared')}</Mark>
        ) : (
          <Mark tone="unknown">{t('overview.noInformation')}</Mark>
        ),
    },
    {
      key: 'agreements',
      title: t('overview.agreements'),
      align: 'right',
      cell: ({ agreements, confirmed }) => `${confirmed}/${agreements}`,
    },
    {
      key: 'plans',
      title: t('overview.plans'),
      align: 'right',
      cell: (row) => (
        <>
          {shown(row, row.plans)}
          {row.endedPlans > 0 && <div className="quiet">{t('overview.ended', { n: row.endedPlans })}</div>}
        </>
      ),
    },
    {
      key: 'activities',
      title: t('overview.activities'),
      align: 'right',
      cell: (row) => shown(row, total(row)),
    },
    {
      key: 'done',
      title: t('overview.done'),
      align: 'right',
      cell: (row) => shown(row, row.activities.done),
    },
    {
      key: 'doing',
      title: t('overview.doing'),
      align: 'right',
      cell: (row) => shown(row, row.activities.inProgress + row.activities.reportedDone),
    },
    {
      key: 'unknown',
      title: t('overview.unknown'),
      align: 'right',
      cell: (row) => <span className="unknown">{shown(row, row.noInformation)}</span>,
    },
    {
      key: 'difficulties',
      title: t('overview.difficulties'),
      align: 'right',
      cell: (row) => shown(row, row.openDifficulties),
    },
    {
      key: 'reports',
      title: t('overview.reports'),
      align: 'right',
      cell: (row) => shown(row, row.acceptedReports),
    },
    { key: 'last', title: t('overview.lastReceived'), cell: ({ lastReceivedOn }) => day(lastReceivedOn) },
  ];
}

const FIELD_FIGURES = [
  ['agreements', 'overview.agreementsNamed'],
  ['plans', 'overview.plans'],
  ['openDifficulties', 'overview.difficulties'],
  ['acceptedReports', 'overview.reports'],
] as const;

function statesOf(byState: OverviewField['byState'], t: Translate): string {
  return (Object.keys(byState) as CountedState[])
    .filter((state) => byState[state] > 0)
    .map((state) => `${t(`activity.state.${state}`)} ${byState[state]}`)
    .join(' · ');
}

/** HCMC's own house: what its organisations owe each other. */
function OwnReportsPanel({ figures }: { figures: OwnReports }) {
  const { t } = useWords();
  return (
    <Panel title={t('ownReports.title')} side={<Link to="/obligations">{t('nav.obligations')}</Link>}>
      <Facts
        facts={[
          [t('ownReports.open'), figures.open],
          [t('ownReports.overdue'), figures.overdue],
          [t('ownReports.awaitsSuccessor'), figures.awaitsSuccessor],
          [t('overview.unknown'), figures.noInformation],
        ]}
      />
    </Panel>
  );
}

function ByField({ overview }: { overview: OverviewView }) {
  const { t } = useWords();
  if (overview.byField.length === 0) return <Nothing>{t('overview.none')}</Nothing>;
  return (
    <>
      <FieldsChart fields={overview.byField} />
      <Records
        caption={t('overview.byField')}
        records={overview.byField}
        keyOf={({ field }) => field}
        columns={[
          { key: 'field', title: t('input.field'), cell: ({ field }) => fieldName(field, t) },
          {
            key: 'activities',
            title: t('overview.activities'),
            align: 'right',
            cell: ({ activities }) => activities,
          },
          { key: 'done', title: t('overview.done'), align: 'right', cell: ({ done }) => done },
          ...FIELD_FIGURES.map(([key, title]) => ({
            key,
            title: t(title),
            align: 'right' as const,
            cell: (record: OverviewField) => record[key],
          })),
          { key: 'states', title: t('input.state'), cell: ({ byState }) => statesOf(byState, t) },
        ]}
      />
    </>
  );
}

/** The sum of all provinces; examples, which are no figures, are said beside it. */
function Totals({ rows }: { rows: readonly OverviewRow[] }) {
  const { t } = useWords();
  const sum = (of: (row: OverviewRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const examples = sum((row) => row.examples);
  return (
    <p>
      <strong>{t('overview.total')}</strong>: {t('overview.plans')} {sum(({ plans }) => plans)} ·{' '}
      {t('overview.activities')} {sum(total)} · {t('overview.done')}{' '}
      {sum(({ activities }) => activities.done)}
      {' · '}
      <span className="unknown">
        {t('overview.unknown')} {sum(({ noInformation }) => noInformation)}
      </span>
      {examples > 0 && <> · {t('overview.withoutExamples', { n: examples })}</>}
    </p>
  );
}

/** What the provinces have shared, in the printed order; nobody is ranked and nobody is late. */
export function OverviewPage() {
  const { t } = useWords();
  const query = useRead(reads.overview());
  return (
    <Page title={t('overview.title')}>
      <Loaded query={query}>
        {(overview) => (
          <>
            <p>{t('overview.intro')}</p>
            <Panel
              title={t('overview.bases')}
              side={<span className="quiet">{t('overview.fresh', { day: day(overview.asOf) })}</span>}
            >
              <ul className="short-list">
                {overview.bases.map(({ agreementId, name, parties, onPlatform, shared }) => (
                  <li key={agreementId}>
                    <Link to={`/agreements/${agreementId}`}>
                      {t('overview.complete', { name, parties, onPlatform, shared })}
                    </Link>
                  </li>
                ))}
              </ul>
            </Panel>
            <Panel title={t('home.provinces')}>
              {overview.rows.length === 0 ? (
                <Nothing>{t('overview.none')}</Nothing>
              ) : (
                <>
                  <ProvincesChart rows={overview.rows} />
                  <Totals rows={overview.rows} />
                  <Records
                    caption={t('home.provinces')}
                    columns={columns(t)}
                    records={overview.rows}
                    keyOf={({ tenant }) => tenant}
                  />
                </>
              )}
            </Panel>
            <Panel title={t('overview.byField')}>
              <ByField overview={overview} />
            </Panel>
            <OwnReportsPanel figures={overview.ownReports} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
