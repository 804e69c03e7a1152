import type { ActivityListItem } from '@lien-ket/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useList, useMe, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useTenantNames } from '../client/tenants.js';
import { ExampleMark, Mark, OriginMark, SignalMark } from '../layout/tags.js';
import type { MessageKey } from '../messages/vi.js';
import { useWords } from '../messages/words.js';
import { placedNumber, placesOf } from '../words/printed-place.js';
import { namesMonth } from '../words/printed-time.js';
import { ACTIVITY_TONES } from '../words/tones.js';
import { Card } from './card.js';
import { usePlaces, usePlanContents } from './places.js';
import { isTakenBack, openFirst, standingOf } from './standing.js';

const ALL = 500;

function ActivityLine({ activity }: { activity: ActivityListItem }) {
  const { t } = useWords();
  const { printedNumber, planId, itemId } = activity;
  const places = usePlaces(/^\d+$/.test(printedNumber ?? '') ? [planId] : []);
  const number = placedNumber(printedNumber, places.get(itemId));
  return (
    <>
      <Link to={`/activities/${activity.id}`}>{[number, activity.title].filter(Boolean).join(' ')}</Link>{' '}
      <span className="marks">
        <Mark tone={ACTIVITY_TONES[activity.state]}>{t(`activity.state.${activity.state}`)}</Mark>
        <SignalMark signal={activity.signal} />
        <OriginMark origin={activity.origin} />
        <ExampleMark example={activity.example} />
      </span>
    </>
  );
}

const row = (activity: ActivityListItem) => <ActivityLine activity={activity} />;
const keyOf = ({ id }: ActivityListItem) => id;

interface ActivitiesCardProps {
  title: MessageKey;
  none: MessageKey;
  to: string;
  pick(activity: ActivityListItem): boolean;
  origin?: 'own';
  note?(): ReactNode;
  below?(activity: ActivityListItem): ReactNode;
}

function ActivitiesCard({ title, none, to, pick, origin, note, below }: ActivitiesCardProps) {
  const { t } = useWords();
  const list = useList(reads.activities({ limit: ALL, origin }));
  return (
    <Card
      title={t(title)}
      none={t(none)}
      order={openFirst}
      row={(activity) => (
        <>
          <ActivityLine activity={activity} />
          {below?.(activity)}
        </>
      )}
      {...{ to, list, pick, keyOf, ...(note ? { note } : {}) }}
    />
  );
}

/** Conferences that our plans in force print for this month without a day; nobody owes them. */
function Conferences({ year, month }: { year: number; month: number }) {
  const { t } = useWords();
  const { items } = useList(reads.plans({ origin: 'own', state: 'issued', limit: 50 }));
  const contents = usePlanContents(items.map(({ id }) => id));
  const found = contents.flatMap(({ id, content }) =>
    content.provisions
      .filter(
        ({ subject, rule }) =>
          subject === 'conference' &&
          rule.kind === 'onceWithin' &&
          rule.year === year &&
          rule.month === month,
      )
      .map(({ id: provision, what, asPrinted }) => ({ id, provision, what, asPrinted })),
  );
  return found.map(({ id, provision, what, asPrinted }) => (
    <p key={provision}>
      <Link to={`/plans/${id}?tab=provisions`}>{what}</Link>{' '}
      <span className="quiet">
        {asPrinted && `“${asPrinted}” · `}
        {t('home.noDay')}
      </span>
    </p>
  ));
}

/** What the plans print for this month, ours and what partners share: things may be done together. */
export function MonthCard() {
  const { data: me } = useMe();
  const [year, month] = (me?.businessDate ?? '').split('-').map(Number);
  return (
    <ActivitiesCard
      note={() => <Conferences year={year ?? 0} month={month ?? 0} />}
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

/** Which provinces have asked for it: of what is done on demand, the only thing that moves it. */
function NeedsOf({ id }: { id: string }) {
  const { t } = useWords();
  const nameOf = useTenantNames();
  const { data } = useRead(reads.activity(id));
  if (!data) return null;
  const asking = data.participations.filter(({ entries }) => entries.some(({ kind }) => kind === 'proposal'));
  const names = [...new Set(asking.map(({ tenant }) => nameOf(tenant) ?? t('app.elsewhere')))];
  return (
    <div className="quiet">
      {names.length > 0 ? t('home.needsOf', { names: names.join(', ') }) : t('home.needsNone')}
    </div>
  );
}

export function OnDemandCard() {
  return (
    <ActivitiesCard
      title="home.onDemand"
      none="home.onDemandNone"
      to="/activities?state=awaitingTrigger"
      pick={({ state }) => state === 'awaitingTrigger'}
      below={({ id }) => <NeedsOf id={id} />}
    />
  );
}

/** The figures of each plan and horizon, in the printed order; examples are counted beside, by the card. */
function Horizons({ activities }: { activities: readonly ActivityListItem[] }) {
  const { t } = useWords();
  const real = activities.filter(({ example }) => !example);
  const plans = usePlanContents(real.map(({ planId }) => planId));
  const places = new Map(plans.flatMap(({ content }) => [...placesOf(content)]));
  const takenBack = plans.filter(isTakenBack).map(({ id }) => id);
  const groups = new Map<string, ActivityListItem[]>();
  for (const activity of real) {
    const { planId, planNumber, itemId } = activity;
    if (takenBack.includes(planId)) continue;
    const name = [planNumber ?? t('plans.noNumber'), places.get(itemId)?.horizon].filter(Boolean).join(', ');
    groups.set(name, [...(groups.get(name) ?? []), activity]);
  }
  return [...groups].map(([name, of]) => {
    const { undated, ...figures } = standingOf(of);
    if (figures.total === 0) return null;
    return (
      <p key={name}>
        <strong>{name}</strong>: {t('home.standingCount', { ...figures })}
        {undated > 0 && ` · ${t('home.undatedCount', { n: undated })}`}
      </p>
    );
  });
}

export function MyActivitiesCard() {
  const { t } = useWords();
  const list = useList(reads.activities({ lead: 'mine', limit: ALL }));
  return (
    <Card
      title={t('home.activities')}
      to="/activities?lead=mine"
      none={t('home.activitiesNone')}
      order={openFirst}
      note={(items) => <Horizons activities={items} />}
      {...{ list, row, keyOf }}
    />
  );
}

/** Whom what a partner shares is with: "Song phương: 8 · Cấp Vùng: 3". */
function Scopes({ activities }: { activities: readonly ActivityListItem[] }) {
  const { t } = useWords();
  const scopes = (['bilateral', 'regional', 'general'] as const).map((scope) => {
    const n = activities.filter((each) => each.scope === scope).length;
    return n > 0 && `${t(`scope.${scope}`)}: ${n}`;
  });
  return <p className="quiet">{scopes.filter(Boolean).join(' · ')}</p>;
}

/** The plans' activities in figures; of a tenant without a plan of its own, those that partners share with it. */
export function StandingCard() {
  const { t } = useWords();
  const { data: me } = useMe();
  const list = useList(reads.activities({ limit: ALL }));
  const own = list.items.some(({ origin, example }) => !origin && !example);
  const ours = ({ origin, partnerTenants }: ActivityListItem) =>
    own ? !origin : !origin || partnerTenants.includes(me?.tenant ?? '');
  return (
    <Card
      title={t(own || list.loading ? 'home.standing' : 'home.standingShared')}
      to={own ? '/activities?origin=own' : '/activities'}
      none={t('activities.none')}
      pick={ours}
      order={openFirst}
      note={(items) => (
        <>
          <Horizons activities={items} />
          {!own && <Scopes activities={items} />}
        </>
      )}
      {...{ list, row, keyOf }}
    />
  );
}
