import type { ActivityListItem } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { useList, useMe, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { ExampleMark, Mark, OriginMark, SignalMark } from '../layout/tags.js';
import type { MessageKey } from '../messages/vi.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { nameById } from '../words/names.js';
import { namesMonth } from '../words/printed-time.js';
import { ACTIVITY_TONES, AMENDMENT_TONES } from '../words/tones.js';
import { Card } from './card.js';

const ALL = 500;

function ActivityLine({ activity }: { activity: ActivityListItem }) {
  const { t } = useWords();
  return (
    <>
      <Link to={`/activities/${activity.id}`}>
        {[activity.printedNumber, activity.title].filter(Boolean).join(' ')}
      </Link>{' '}
      <span className="marks">
        <Mark tone={ACTIVITY_TONES[activity.state]}>{t(`activity.state.${activity.state}`)}</Mark>
        <SignalMark signal={activity.signal} />
        <OriginMark origin={activity.origin} />
        <ExampleMark example={activity.example} />
      </span>
    </>
  );
}

interface ActivitiesCardProps {
  title: MessageKey;
  none: MessageKey;
  to: string;
  pick(activity: ActivityListItem): boolean;
  origin?: 'own';
}

function ActivitiesCard({ title, none, to, pick, origin }: ActivitiesCardProps) {
  const { t } = useWords();
  const list = useList(reads.activities({ limit: ALL, origin }));
  return (
    <Card
      title={t(title)}
      to={to}
      none={t(none)}
      list={list}
      pick={pick}
      keyOf={({ id }) => id}
      row={(activity) => <ActivityLine activity={activity} />}
    />
  );
}

/** What the plans print for this month, ours and what partners share: things may be done together. */
export function MonthCard() {
  const { data: me } = useMe();
  const [year, month] = (me?.businessDate ?? '').split('-').map(Number);
  return (
    <ActivitiesCard
      title="home.month"
      none="home.monthNone"
      to="/activities"
      pick={({ time }) => namesMonth(time, { year: year ?? 0, month: month ?? 0 })}
    />
  );
}

/** Past its printed time without a word: to be asked about, never called late. */
export function SilentCard() {
  return (
    <ActivitiesCard
      title="home.silent"
      none="home.silentNone"
      to="/activities?origin=own"
      origin="own"
      pick={({ signal }) => signal === 'noInformation'}
    />
  );
}

export function OnDemandCard() {
  return (
    <ActivitiesCard
      title="home.onDemand"
      none="home.onDemandNone"
      to="/activities?state=awaitingTrigger"
      pick={({ state }) => state === 'awaitingTrigger'}
    />
  );
}

/** The plan's activities in figures: how many are done, of how many nothing is known. */
export function StandingCard() {
  const { t } = useWords();
  const list = useList(reads.activities({ origin: 'own', limit: ALL }));
  return (
    <Card
      title={t('home.standing')}
      to="/activities?origin=own"
      none={t('activities.none')}
      list={list}
      note={(items) => {
        const count = (of: (each: ActivityListItem) => boolean) => items.filter(of).length;
        const words = {
          done: count(({ state }) => state === 'done'),
          doing: count(({ state }) => state === 'inProgress' || state === 'reportedDone'),
          unknown: count(({ lastProgressOn }) => lastProgressOn === null),
          total: items.length,
        };
        return <p>{t('home.standingCount', words)}</p>;
      }}
      keyOf={({ id }) => id}
      row={(activity) => <ActivityLine activity={activity} />}
    />
  );
}

/** The leader's written tasks; one without a printed deadline says so. */
export function TasksCard() {
  const { t } = useWords();
  const list = useList(reads.directives());
  return (
    <Card
      title={t('home.directives')}
      to="/registers/directives"
      none={t('home.directivesNone')}
      list={list}
      keyOf={({ id }) => id}
      row={({ id, text, tasks }) => (
        <>
          <Link to={`/directives/${id}`}>{text.slice(0, 140)}</Link>
          {tasks.map(({ lead, dueOn }, at) => (
            <div key={at} className="quiet">
              {lead.printed} · {dueOn ? day(dueOn) : t('home.noDeadline')}
            </div>
          ))}
        </>
      )}
    />
  );
}

export function AmendmentsCard() {
  const { t } = useWords();
  const organisations = useOrganisations();
  const list = useList(reads.allAmendments());
  return (
    <Card
      title={t('home.amendments')}
      to="/amendments"
      none={t('home.amendmentsNone')}
      list={list}
      pick={({ state }) => state !== 'decided' && state !== 'retracted'}
      keyOf={({ id }) => id}
      row={({ planId, reason, state, ownerId }) => (
        <>
          <Link to={`/plans/${planId}?tab=amendments`}>{reason.slice(0, 140)}</Link>{' '}
          <Mark tone={AMENDMENT_TONES[state]}>{t(`amendment.state.${state}`)}</Mark>
          <div className="quiet">{nameById(organisations, ownerId, t)}</div>
        </>
      )}
    />
  );
}

export function ListsCard() {
  const { t } = useWords();
  const list = useList(reads.debtorLists());
  return (
    <Card
      title={t('home.lists')}
      to="/debtor-lists"
      none={t('home.listsNone')}
      list={list}
      pick={({ confirmed }) => confirmed === null}
      keyOf={({ id }) => id}
      row={({ id, title, period, proposed, example }) => (
        <>
          <Link to={`/debtor-lists/${id}`}>{title}</Link> <ExampleMark example={example} />
          <div className="quiet">
            {period.label} · {t('debtors.proposed')}: {proposed.length}
          </div>
        </>
      )}
    />
  );
}

export function CampaignsCard() {
  const { t } = useWords();
  const list = useList(reads.campaigns());
  return (
    <Card
      title={t('home.asked')}
      to="/registers/campaigns"
      none={t('home.askedNone')}
      list={list}
      pick={({ answered, owed }) => answered < owed}
      keyOf={({ id }) => id}
      row={({ id, title, answered, owed, dueOn, example }) => (
        <>
          <Link to={`/campaigns/${id}`}>{title}</Link> <ExampleMark example={example} />
          <div className="quiet">
            {t('campaigns.answered')} {answered}/{owed} · {dueOn ? day(dueOn) : t('due.none')}
          </div>
        </>
      )}
    />
  );
}
