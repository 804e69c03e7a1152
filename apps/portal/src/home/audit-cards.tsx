import type { AuditEventView } from '@lien-ket/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { RecordName } from '../audit/record-name.js';
import { useList, useMe } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useWords } from '../messages/words.js';
import { day, instant } from '../words/dates.js';
import { documentName, eventName, planNumber, roleName } from '../words/names.js';
import { Card } from './card.js';

function EventLine({ event }: { event: AuditEventView }) {
  const { t } = useWords();
  return (
    <>
      <Link to={`/audit?stream=${encodeURIComponent(event.stream)}`}>{eventName(event.type, t)}</Link>
      <br />
      <RecordName event={event} />
      <br />
      <span className="quiet">
        {instant(event.recordedAt)} · {roleName(event.actor.role, t)}
        {event.effectiveOn && ` · ${t('history.effective')} ${day(event.effectiveOn)}`}
      </span>
    </>
  );
}

const keyOf = ({ eventId }: AuditEventView) => eventId;
const row = (event: AuditEventView) => <EventLine event={event} />;

/** How far this auditor had read, kept in this browser only: the log itself knows nothing of its readers. */
function useSeen(): [number, (seq: number) => void] {
  const { data: me } = useMe();
  const name = `lien-ket.seen.${me?.account ?? ''}`;
  const [, redraw] = useState(0);
  const mark = (seq: number) => {
    localStorage.setItem(name, String(seq));
    redraw(seq);
  };
  return [Number(localStorage.getItem(name) ?? 0), mark];
}

/** What the log is asked for; with `total` its answer says how many there are, however few it carries. */
const SHOWN = { sort: '-seq', limit: 4 } as const;

const CONTENT = ['issued', 'amended', 'entryCorrected', 'rectified', 'recalled', 'ended']
  .map((act) => `.plan.${act}.`)
  .join();

function SinceCard() {
  const { t } = useWords();
  const [seen, mark] = useSeen();
  const list = useList(reads.audit({ ...SHOWN, after: seen || undefined, type: CONTENT }));
  const newest = list.items[0]?.seq;
  return (
    <Card
      title={t('home.newSince')}
      to="/audit"
      none={t('home.newSinceNone')}
      list={list}
      note={() =>
        newest !== undefined && (
          <p>
            <Button size="small" onClick={() => mark(newest)}>
              {t('home.markSeen')}
            </Button>
          </p>
        )
      }
      {...{ row, keyOf }}
    />
  );
}

const POWERS = ['extensionDecided', 'waived', 'transferred', 'assigned', 'assignmentEnded']
  .map((act) => `.${act}.v`)
  .join();

/** Who changed leads, extended, waived, or was given a right: the acts an auditor asks about first. */
function PowersCard() {
  const { t } = useWords();
  const backdated = useList(reads.audit({ ...SHOWN, backdated: 'true' }));
  const powers = useList(reads.audit({ ...SHOWN, type: POWERS }));
  return (
    <>
      <Card
        title={t('home.backdated')}
        to="/audit"
        none={t('home.backdatedNone')}
        list={backdated}
        {...{ row, keyOf }}
      />
      <Card
        title={t('home.rights')}
        to="/audit"
        none={t('home.rightsNone')}
        list={powers}
        {...{ row, keyOf }}
      />
    </>
  );
}

/** Documents whose statements do not agree, and plans that are in force without number or date. */
function UngroundedCards() {
  const { t } = useWords();
  const documents = useList(reads.documents({ limit: 200 }));
  const plans = useList(reads.plans({ origin: 'own', limit: 200 }));
  return (
    <>
      <Card
        title={t('home.ungrounded')}
        to="/registers/documents"
        none={t('home.ungroundedNone')}
        list={documents}
        pick={({ conflicts }) => conflicts.length > 0}
        keyOf={({ id }) => id}
        row={(document) => (
          <>
            <Link to={`/documents/${document.id}`}>{document.abstract}</Link>
            <div className="quiet">
              {documentName(document, t)} · {document.conflicts.join('; ')}
            </div>
          </>
        )}
      />
      <Card
        title={t('home.numberless')}
        to="/plans?origin=own"
        none={t('home.numberlessNone')}
        list={plans}
        pick={({ state, number, issuedOn }) => state === 'issued' && (!number || !issuedOn)}
        keyOf={({ id }) => id}
        row={({ id, title, number, symbol, issuedOn }) => (
          <>
            <Link to={`/plans/${id}`}>{title}</Link>
            <div className="quiet">
              {planNumber({ number, symbol }) ?? t('plans.noNumber')} ·{' '}
              {issuedOn ? day(issuedOn) : t('plans.noDate')}
            </div>
          </>
        )}
      />
    </>
  );
}

export function AuditCards() {
  return (
    <>
      <SinceCard />
      <PowersCard />
      <UngroundedCards />
    </>
  );
}
