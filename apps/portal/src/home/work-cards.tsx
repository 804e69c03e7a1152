import { Link } from 'react-router';
import { useList, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useTenantNames } from '../client/tenants.js';
import { ExampleMark, Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { NoticeLine } from '../notices/notice-line.js';
import { DueText } from '../obligations/due-text.js';
import { isWaiting } from '../words/due.js';
import { debtorWords, dutyTitle } from '../words/duty-words.js';
import { DIFFICULTY_TONES } from '../words/tones.js';
import { Card } from './card.js';
import { CompileNote } from './compile-note.js';
import { reportCounts } from './standing.js';

/** What I owe, soonest first as the service sorts it. */
export function DueCard({ compiles }: { compiles: boolean }) {
  const { t } = useWords();
  const list = useList(reads.obligations({ role: 'debtor' }));
  return (
    <Card
      title={t('home.due')}
      to="/obligations?role=debtor"
      none={t('home.dueNone')}
      list={list}
      pick={(each) => isWaiting(each) && !each.historic}
      note={(items) => {
        const n = items.filter(({ state, example }) => state === 'sentBack' && !example).length;
        return n > 0 && <p>{t('home.sentBackCount', { n })}</p>;
      }}
      keyOf={({ id }) => id}
      row={(each) => (
        <>
          <Link to={`/obligations/${each.id}`}>{dutyTitle(each, t)}</Link>{' '}
          <ExampleMark example={each.example} />
          {each.planNumber && (
            <div className="quiet">
              {t('obligations.underPlan')} {each.planNumber} · {t('obligations.to')}: {each.receiver.printed}
            </div>
          )}
          <DueText obligation={each} /> · <Link to={`/obligations/${each.id}`}>{t('home.write')}</Link>
          {compiles && <CompileNote obligation={each} />}
        </>
      )}
    />
  );
}

/** Reports owed to me: how many of how many were sent, received and accepted, and who has not sent. */
export function ReceivedCard() {
  const { t } = useWords();
  const organisations = useOrganisations();
  const nameOf = useTenantNames();
  const list = useList(reads.obligations({ role: 'receiver' }));
  return (
    <Card
      title={t('home.received')}
      to="/obligations?role=receiver"
      none={t('home.receivedNone')}
      list={list}
      pick={({ historic, state }) => !historic && state !== 'unknownOutcome'}
      order={(items) => [...items].sort((one, other) => Number(isWaiting(other)) - Number(isWaiting(one)))}
      note={(items) => {
        const counts = reportCounts(items);
        return counts.total > 0 && <p>{t('home.receivedCount', { ...counts })}</p>;
      }}
      keyOf={({ id }) => id}
      row={(each) => (
        <>
          <Link to={`/obligations/${each.id}`}>{debtorWords(each, { organisations, nameOf }, t)}</Link>{' '}
          <ExampleMark example={each.example} />
          <br />
          <span className="quiet">
            {[dutyTitle(each, t), each.planNumber].filter(Boolean).join(' · ')}
          </span> · <DueText obligation={each} />
        </>
      )}
    />
  );
}

const CLOSED = ['confirmed', 'declined'];

export function DifficultiesCard({ raises }: { raises: boolean }) {
  const { t } = useWords();
  const list = useList(reads.difficulties());
  return (
    <Card
      title={t('home.difficulties')}
      foot={raises && <Link to="/activities?lead=mine">{t('home.raise')}</Link>}
      to="/difficulties"
      none={t('home.difficultiesNone')}
      list={list}
      pick={({ state }) => !CLOSED.includes(state)}
      keyOf={({ id }) => id}
      row={(each) => (
        <>
          <Link to={`/difficulties/${each.id}`}>{each.text.slice(0, 140)}</Link>{' '}
          <span className="marks">
            <Mark tone={DIFFICULTY_TONES[each.state]}>{t(`difficulty.state.${each.state}`)}</Mark>
            <ExampleMark example={each.example} />
          </span>
        </>
      )}
    />
  );
}

export function NoticesCard() {
  const { t } = useWords();
  const list = useList(reads.notifications());
  return (
    <Card
      title={t('home.notices')}
      to="/notifications"
      none={t('home.noticesNone')}
      list={list}
      pick={({ read }) => !read}
      keyOf={({ id }) => id}
      row={(each) => <NoticeLine notice={each} />}
    />
  );
}
