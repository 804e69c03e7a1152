import type { CampaignView } from '@lien-ket/contracts';
import { Link, useParams } from 'react-router';
import { useList, useOrganisations, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { CommandButton } from '../forms/command-button.js';
import { OrganisationField } from '../forms/document-fields.js';
import { DocumentName } from '../layout/document-name.js';
import { useAsked } from '../layout/asked.js';
import { Corrections } from '../layout/corrections.js';
import { List, SearchFilter } from '../layout/list.js';
import { Page, Panel } from '../layout/page.js';
import { Facts, type Column } from '../layout/records.js';
import { Loaded } from '../layout/states.js';
import { ExampleMark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { nameById, namesById, printedNames } from '../words/names.js';
import { AddCampaign, CorrectCampaign } from './campaign-entry.js';

/** "2/7"; while nobody is named who must answer, that. */
const answeredWords = ({ answered, owed }: CampaignView, t: Translate): string =>
  owed > 0 ? `${answered}/${owed}` : t('campaigns.unnamed');

function columns(t: Translate): Column<CampaignView>[] {
  return [
    {
      key: 'title',
      title: t('registers.campaigns'),
      cell: ({ id, title, example }) => (
        <>
          <Link to={`/campaigns/${id}`}>{title}</Link> <ExampleMark example={example} />
        </>
      ),
    },
    { key: 'receiver', title: t('obligations.to'), cell: ({ receiver }) => receiver.printed },
    { key: 'launched', title: t('campaigns.launchedOn'), cell: ({ launchedOn }) => day(launchedOn) },
    { key: 'due', title: t('input.dueOn'), cell: ({ dueOn }) => (dueOn ? day(dueOn) : t('due.none')) },
    {
      key: 'answered',
      title: t('campaigns.answered'),
      align: 'right',
      cell: (campaign) => answeredWords(campaign, t),
    },
  ];
}

export function Campaigns() {
  const { t } = useWords();
  const [asked] = useAsked();
  const list = useList(reads.campaigns({ q: asked('q') }));
  return (
    <List
      caption={t('registers.campaigns')}
      list={list}
      none={t('registers.none')}
      keyOf={({ id }) => id}
      columns={columns(t)}
      filters={
        <>
          <SearchFilter />
          <AddCampaign />
        </>
      }
    />
  );
}

/** What came in, heading by heading; who has not answered is without information, not late. */
function Answers({ campaign }: { campaign: CampaignView }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const list = useList(reads.needs({ campaignId: campaign.id }));
  return (
    <Panel
      title={t('campaigns.answers')}
      side={<Link to={`/obligations?role=all&campaignId=${campaign.id}`}>{t('campaigns.duties')} ›</Link>}
    >
      <List
        caption={t('campaigns.answers')}
        list={list}
        none={t('campaigns.noAnswers')}
        keyOf={({ obligationId, heading }) => `${obligationId}/${heading}`}
        columns={[
          {
            key: 'who',
            title: t('obligations.from'),
            cell: ({ obligationId, debtorId, example }) => (
              <>
                <Link to={`/obligations/${obligationId}`}>{nameById(organisations, debtorId, t)}</Link>{' '}
                <ExampleMark example={example} />
              </>
            ),
          },
          { key: 'heading', title: t('input.heading'), cell: ({ heading }) => heading },
          { key: 'text', title: t('input.text'), cell: ({ text }) => <span className="pre">{text}</span> },
          { key: 'sent', title: t('campaigns.sentOn'), cell: ({ sentOn }) => day(sentOn) },
        ]}
      />
    </Panel>
  );
}

/** Where the paper names its addressees only in words, the receiver says who they are; duties open from it. */
function ConfirmDebtors({ campaign, at }: { campaign: CampaignView; at: number }) {
  const { t } = useWords();
  const to = campaign.requests[at]?.to ?? '';
  return (
    <CommandButton
      primary
      wide
      resource="campaigns"
      command="confirmDebtors"
      target={campaign}
      initial={{ debtors: [...campaign.proposed] }}
      body={(v: { debtors: string[] }) => ({ request: at, debtors: v.debtors })}
    >
      <p>{t('campaigns.confirmHint', { to })}</p>
      <OrganisationField name="debtors" label={t('provisions.debtors')} many />
    </CommandButton>
  );
}

export function CampaignPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const organisations = useOrganisations();
  const query = useRead(reads.campaign(id));
  const confirmedNames = (at: number) => namesById(organisations, query.data?.confirmed[at] ?? [], t);
  return (
    <Loaded query={query}>
      {(campaign) => (
        <Page
          title={campaign.title}
          above={{ to: '/registers/campaigns', title: t('registers.campaigns') }}
          marks={<ExampleMark example={campaign.example} />}
          acts={
            <>
              {campaign.unconfirmed.map((at) => (
                <ConfirmDebtors key={at} campaign={campaign} at={at} />
              ))}
              <CorrectCampaign campaign={campaign} />
            </>
          }
        >
          <Panel title={t('campaigns.request')}>
            <Corrections corrections={campaign.corrections} />
            <Facts
              facts={[
                [t('obligations.to'), campaign.receiver.printed],
                [t('campaigns.launchedOn'), day(campaign.launchedOn)],
                [t('input.dueOn'), campaign.dueOn ? day(campaign.dueOn) : t('due.none')],
                [t('obligations.asPrinted'), campaign.asPrinted ?? '–'],
                [t('input.document'), <DocumentName key="paper" document={campaign.document} />],
                [t('campaigns.answered'), answeredWords(campaign, t)],
              ]}
            />
            {campaign.requests.map(({ to, debtors, headings }, at) => (
              <div key={to}>
                <h3 className="gap">
                  {to}
                  {debtors.length > 0 && ` (${debtors.length})`}
                </h3>
                <p className="quiet">
                  {debtors.length === 0 && !campaign.confirmed[at]?.length
                    ? t('campaigns.unnamed')
                    : [printedNames(debtors), confirmedNames(at)].filter(Boolean).join('; ')}
                </p>
                <ol>
                  {headings.map((heading) => (
                    <li key={heading}>{heading}</li>
                  ))}
                </ol>
              </div>
            ))}
          </Panel>
          <Answers campaign={campaign} />
        </Page>
      )}
    </Loaded>
  );
}
