import { Link } from 'react-router';
import { useList, useMe, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { DocumentName } from '../layout/document-name.js';
import { ExampleMark, Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { nameById } from '../words/names.js';
import { AMENDMENT_TONES } from '../words/tones.js';
import { Card } from './card.js';
import { periodName } from '../words/period-name.js';

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
      row={({ id, text, tasks, document, deadlines = [], example = false }) => (
        <>
          <Link to={`/directives/${id}`}>{(tasks[0]?.text ?? text).slice(0, 140)}</Link>{' '}
          <ExampleMark example={example} />
          <div className="quiet">
            {document && <DocumentName document={document} />} {text.slice(0, 80)}
          </div>
          {tasks.map(({ lead, dueOn }, at) => (
            <div key={at} className="quiet">
              {lead.printed} ·{' '}
              {[...new Set([dueOn, ...deadlines.filter(({ task }) => task === at).map((one) => one.dueOn)])]
                .flatMap((one) => (one ? [day(one)] : []))
                .join(', ') || t('home.noDeadline')}
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
            {periodName(period, t)} · {t('debtors.proposed')}: {proposed.length}
          </div>
        </>
      )}
    />
  );
}

/** What is asked of ours and not answered; while nobody is named who must answer, until its due date. */
export function CampaignsCard() {
  const { t } = useWords();
  const { data: me } = useMe();
  const today = me?.businessDate ?? '';
  const list = useList(reads.campaigns());
  return (
    <Card
      title={t('home.asked')}
      to="/registers/campaigns"
      none={t('home.askedNone')}
      list={list}
      pick={({ answered, owed, dueOn }) =>
        owed > 0 ? answered < owed : dueOn === null || dueOn === undefined || dueOn >= today
      }
      keyOf={({ id }) => id}
      row={({ id, title, answered, owed, dueOn, example }) => (
        <>
          <Link to={`/campaigns/${id}`}>{title}</Link> <ExampleMark example={example} />
          <div className="quiet">
            {owed > 0 ? `${t('campaigns.answered')} ${answered}/${owed}` : t('campaigns.unnamed')} ·{' '}
            {dueOn ? t('home.until', { day: day(dueOn) }) : t('due.none')}
          </div>
        </>
      )}
    />
  );
}
