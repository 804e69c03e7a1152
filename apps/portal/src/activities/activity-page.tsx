import type { ActivityView, ProgressView } from '@lien-ket/contracts';
import { Link, useParams } from 'react-router';
import { BundleLink } from '../audit/bundle-link.js';
import { useList, useMe, useOrganisations, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useTenantNames } from '../client/tenants.js';
import { DifficultyLine } from '../difficulties/difficulty-line.js';
import { RaiseDifficulty } from '../difficulties/raise-difficulty.js';
import { figureFacts } from '../forms/figures.js';
import { ACTIVITY_WHY } from '../history/fields.js';
import { Why } from '../history/why.js';
import { Corrections } from '../layout/corrections.js';
import { EvidenceFiles } from '../layout/evidence-files.js';
import { Page, Panel } from '../layout/page.js';
import { Facts } from '../layout/records.js';
import { Loaded, LoadedList } from '../layout/states.js';
import { ExampleMark, Mark, OriginMark, SignalMark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { touches } from '../session/rights.js';
import { day } from '../words/dates.js';
import { actorName, fieldName, printedNames } from '../words/names.js';
import { ACTIVITY_TONES } from '../words/tones.js';
import { isWebAddress } from '../words/web-address.js';
import { ActivityCommands, CorrectProgress } from './activity-commands.js';
import { Participations, Relations } from './participations.js';

function Definition({ activity }: { activity: ActivityView }) {
  const { t } = useWords();
  const nameOf = useTenantNames();
  const { definition } = activity;
  const { scope, window } = definition;
  return (
    <Panel
      title={t('activities.details')}
      side={
        <span className="marks">
          <Why scope="activity" id={activity.id} fields={ACTIVITY_WHY} name={activity.title} />
          <Link to={`/history?scope=activity&id=${activity.id}`}>{t('history.open')}</Link>
        </span>
      }
    >
      <Facts
        facts={[
          [
            t('activities.plan'),
            <Link key="plan" to={`/plans/${activity.planId}`}>
              {activity.planNumber ?? t('plans.noNumber')}
            </Link>,
          ],
          [t('activities.section'), activity.sectionTitle ?? '–'],
          [t('table.leads'), printedNames(definition.leads) || '–'],
          [t('part.coordinators'), printedNames(definition.coordinators) || '–'],
          [t('table.deliverable'), definition.deliverable ?? '–'],
          [
            t('table.time'),
            <>
              {definition.time ?? '–'}
              {window && (
                <div className="quiet">
                  {t(definition.time ? 'activities.window' : 'activities.windowOfPart', {
                    from: day(window.from),
                    to: day(window.to),
                  })}
                </div>
              )}
            </>,
          ],
          [t('activities.scope'), scope ? t(`scope.${scope}`) : '–'],
          [
            t('activities.partners'),
            definition.partnerTenants.map((each) => nameOf(each) ?? t('app.elsewhere')).join(', ') || '–',
          ],
          [t('activities.host'), definition.host ?? '–'],
          [t('activities.place'), definition.place ?? '–'],
          [t('input.field'), fieldName(definition.field ?? null, t)],
          [t('table.note'), definition.note ?? '–'],
        ]}
      />
    </Panel>
  );
}

function EvidenceLink({ link }: { link: string }) {
  if (!isWebAddress(link)) return link;
  return (
    <a href={link} rel="noreferrer noopener" target="_blank">
      {link}
    </a>
  );
}

interface EntryProps {
  activity: ActivityView;
  entry: ProgressView;
}

function Entry({ activity, entry }: EntryProps) {
  const { t, language } = useWords();
  const organisations = useOrganisations();
  const { text, happenedOn, figures, links, evidence, actor, corrections } = entry;
  return (
    <li>
      <strong>{day(happenedOn)}</strong> <span className="quiet">{actorName(actor, organisations, t)}</span>
      <p className="pre">{text}</p>
      {figures.length > 0 && <Facts facts={figureFacts(figures, language)} />}
      {links.map((link) => (
        <div key={link}>
          <EvidenceLink link={link} />
        </div>
      ))}
      <EvidenceFiles ids={evidence} />
      <Corrections corrections={corrections} />
      <CorrectProgress activity={activity} entry={entry} />
    </li>
  );
}

function Progress({ activity }: { activity: ActivityView }) {
  const { t } = useWords();
  return (
    <Panel title={t('activities.progress')}>
      {activity.progress.length === 0 && <p className="quiet">{t('activities.progressNone')}</p>}
      <ul className="entries">
        {activity.progress.map((entry) => (
          <Entry key={entry.eventId} activity={activity} entry={entry} />
        ))}
      </ul>
    </Panel>
  );
}

function Difficulties({ activity }: { activity: ActivityView }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const list = useList(reads.activityDifficulties(activity.id));
  // Which of our organisations another tenant's activity concerns, no id says.
  const mayRaise = activity.origin !== null || touches(me, activity.concerned);
  return (
    <Panel title={t('difficulties.title')} side={mayRaise && <RaiseDifficulty activity={activity} />}>
      <LoadedList list={list} none={t('difficulties.none')}>
        {(items) => (
          <ul className="short-list">
            {items.map((difficulty) => (
              <li key={difficulty.id}>
                <DifficultyLine difficulty={difficulty} />
              </li>
            ))}
          </ul>
        )}
      </LoadedList>
    </Panel>
  );
}

export function ActivityPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const query = useRead(reads.activity(id));
  return (
    <Loaded query={query}>
      {(activity) => (
        <Page
          title={[activity.printedNumber, activity.title].filter(Boolean).join(' ')}
          above={{ to: '/activities', title: t('activities.title') }}
          marks={
            <>
              <Mark tone={ACTIVITY_TONES[activity.state]}>{t(`activity.state.${activity.state}`)}</Mark>
              <SignalMark signal={activity.signal} />
              <ExampleMark example={activity.example} />
              <OriginMark origin={activity.origin} />
            </>
          }
          acts={
            !activity.origin && (
              <>
                <ActivityCommands activity={activity} />
                <BundleLink activity={activity.id} />
              </>
            )
          }
        >
          <Definition activity={activity} />
          <Progress activity={activity} />
          <Relations activity={activity} />
          <Participations activity={activity} />
          <Difficulties activity={activity} />
        </Page>
      )}
    </Loaded>
  );
}
