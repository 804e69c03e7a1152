import type { DebtorListView } from '@lien-ket/contracts';
import { Link, useParams } from 'react-router';
import { useList, useOrganisations, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { CommandButton } from '../forms/command-button.js';
import { OrganisationField } from '../forms/document-fields.js';
import { AreaField } from '../forms/fields.js';
import { Corrections } from '../layout/corrections.js';
import { ListPage } from '../layout/list.js';
import { Page, Panel } from '../layout/page.js';
import { Facts, type Column } from '../layout/records.js';
import { Loaded } from '../layout/states.js';
import { ExampleMark, Mark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { nameById, namesById } from '../words/names.js';
import { periodName } from '../words/period-name.js';

interface Props {
  list: DebtorListView;
}

function Standing({ list }: Props) {
  const { t } = useWords();
  if (list.confirmed === null) return <Mark tone="wait">{t('debtors.toConfirm')}</Mark>;
  return <Mark tone="good">{t(list.confirmedBySystem ? 'debtors.bySystem' : 'debtors.confirmed')}</Mark>;
}

function columns(t: Translate): Column<DebtorListView>[] {
  return [
    {
      key: 'title',
      title: t('obligations.report'),
      cell: ({ id, title, example }) => (
        <>
          <Link to={`/debtor-lists/${id}`}>{title}</Link> <ExampleMark example={example} />
        </>
      ),
    },
    { key: 'plan', title: t('activities.plan'), cell: ({ planNumber }) => planNumber ?? t('plans.noNumber') },
    { key: 'period', title: t('obligations.period'), cell: ({ period }) => periodName(period, t) },
    { key: 'due', title: t('obligations.due'), cell: ({ dueOn }) => day(dueOn) },
    {
      key: 'count',
      title: t('debtors.count'),
      align: 'right',
      cell: ({ proposed, confirmed }) => (confirmed ?? proposed).length,
    },
    { key: 'state', title: t('input.state'), cell: (list) => <Standing list={list} /> },
  ];
}

export function DebtorListsPage() {
  const { t } = useWords();
  const list = useList(reads.debtorLists());
  return (
    <ListPage
      title={t('debtors.title')}
      above={{ to: '/obligations', title: t('obligations.title') }}
      intro={<p>{t('debtors.intro')}</p>}
      list={list}
      none={t('debtors.none')}
      columns={columns(t)}
      keyOf={({ id }) => id}
    />
  );
}

function Confirm({ list }: Props) {
  const { t } = useWords();
  return (
    <CommandButton
      primary={list.confirmed === null}
      wide
      resource="debtor-lists"
      command="confirm"
      target={list}
      initial={{ debtors: [...(list.confirmed ?? list.proposed)] }}
      body={(v: { debtors: string[] }) => ({ debtors: v.debtors })}
    >
      <p>{t(list.confirmed === null ? 'debtors.hint' : 'debtors.hintAdd')}</p>
      <OrganisationField name="debtors" label={t('provisions.debtors')} many />
    </CommandButton>
  );
}

/** Who was confirmed by mistake is taken out, or another put in. */
function Correct({ list }: Props) {
  const { t } = useWords();
  if (list.confirmed === null) return null;
  return (
    <CommandButton
      wide
      resource="debtor-lists"
      command="correctEntry"
      target={list}
      initial={{ debtors: [...list.confirmed] }}
      body={(v: { reason: string; debtors: string[] }) => v}
    >
      <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      <OrganisationField name="debtors" label={t('provisions.debtors')} many />
    </CommandButton>
  );
}

/** What was confirmed beside what was proposed: a name that was left out stays readable. */
function Names({ list }: Props) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const shown = list.confirmed ?? list.proposed;
  const leftOut = list.confirmed ? list.proposed.filter((id) => !shown.includes(id)) : [];
  return (
    <Panel title={`${t(list.confirmed ? 'debtors.confirmed' : 'debtors.proposed')} (${shown.length})`}>
      <ol className="names">
        {shown.map((id) => (
          <li key={id}>{nameById(organisations, id, t)}</li>
        ))}
      </ol>
      {leftOut.length > 0 && (
        <p className="quiet">
          {t('debtors.leftOut')}: {namesById(organisations, leftOut, t)}
        </p>
      )}
    </Panel>
  );
}

export function DebtorListPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const organisations = useOrganisations();
  const query = useRead(reads.debtorList(id));
  return (
    <Loaded query={query}>
      {(list) => (
        <Page
          title={`${list.title} (${periodName(list.period, t)})`}
          above={{ to: '/debtor-lists', title: t('debtors.title') }}
          marks={
            <>
              <Standing list={list} />
              <ExampleMark example={list.example} />
            </>
          }
          acts={
            <>
              <Confirm list={list} />
              <Correct list={list} />
            </>
          }
        >
          <section className="panel" aria-label={t('obligations.report')}>
            <Facts
              facts={[
                [
                  t('activities.plan'),
                  <Link key="plan" to={`/plans/${list.planId}`}>
                    {list.planNumber ?? t('plans.noNumber')}
                  </Link>,
                ],
                [t('obligations.to'), nameById(organisations, list.receiverId, t)],
                [t('obligations.due'), day(list.dueOn)],
              ]}
            />
          </section>
          <Names list={list} />
          <Corrections corrections={list.corrections} />
        </Page>
      )}
    </Loaded>
  );
}
