import { isBackdated } from '@lien-ket/calendar';
import { EVENTS, type AuditEventView } from '@lien-ket/contracts';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useList, useOrganisations, type Organisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useAsked } from '../layout/asked.js';
import { ChoiceFilter, ListPage, ViewFilter } from '../layout/list.js';
import type { Column } from '../layout/records.js';
import { Mark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { day, instant } from '../words/dates.js';
import { eventName, nameById, roleName } from '../words/names.js';
import { AccountName } from './account-name.js';
import { RecordName } from './record-name.js';
import { kindWords, recordOf } from './record-of.js';

function Filters() {
  const { t } = useWords();
  const [asked, ask] = useAsked();
  return (
    <>
      <ViewFilter
        name="order"
        label={t('audit.order')}
        options={[
          { value: '', label: t('audit.newest') },
          { value: 'asc', label: t('audit.oldest') },
        ]}
      />
      <ChoiceFilter
        name="type"
        label={t('audit.type')}
        options={EVENTS.map(({ type }) => ({ value: type, label: eventName(type, t) }))}
      />
      {asked('stream') && (
        <Button onClick={() => ask('stream', undefined)}>
          {kindWords(recordOf(asked('stream')), t)} × {t('audit.every')}
        </Button>
      )}
      <label>
        {t('audit.after')}
        <InputNumber
          min={0}
          {...(asked('after') ? { defaultValue: Number(asked('after')) } : {})}
          onBlur={({ target }) => ask('after', target.value)}
        />
      </label>
    </>
  );
}

function What({ event }: { event: AuditEventView }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [asked, ask] = useAsked();
  const { type } = event;
  return (
    <>
      <strong>{eventName(type, t)}</strong>{' '}
      {isBackdated(event.effectiveOn, event.businessDate) && <Mark tone="wait">{t('audit.backdated')}</Mark>}
      <div>
        <RecordName event={event} />
      </div>
      <Button size="small" type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('audit.details')}
      </Button>
      {asked('stream') === '' && (
        <Button size="small" type="link" onClick={() => ask('stream', event.stream)}>
          {t('audit.only')}
        </Button>
      )}
      {open && (
        <pre className="code" tabIndex={0}>
          {JSON.stringify({ stream: event.stream, type, command: event.command, data: event.data }, null, 2)}
        </pre>
      )}
    </>
  );
}

function columns(t: Translate, organisations: Organisations): Column<AuditEventView>[] {
  return [
    { key: 'seq', title: t('audit.seq'), cell: ({ seq }) => `№ ${seq}` },
    { key: 'what', title: t('audit.event'), cell: (event) => <What event={event} /> },
    {
      key: 'who',
      title: t('history.who'),
      cell: ({ actor }) => (
        <>
          {roleName(actor.role, t)}
          {actor.organisationId && (
            <div className="quiet">{nameById(organisations, actor.organisationId, t)}</div>
          )}
          <AccountName actor={actor} />
        </>
      ),
    },
    {
      key: 'recorded',
      title: t('history.recorded'),
      cell: ({ recordedAt }) => instant(recordedAt),
    },
    {
      key: 'business',
      title: t('history.business'),
      cell: ({ businessDate }) => day(businessDate),
    },
    {
      key: 'effective',
      title: t('history.effective'),
      cell: ({ effectiveOn }) => day(effectiveOn),
    },
  ];
}

/** The whole log, newest first unless its own order is asked for; read only. */
export function AuditPage() {
  const { t } = useWords();
  const organisations = useOrganisations();
  const [asked] = useAsked();
  const list = useList(
    reads.audit({
      type: asked('type'),
      stream: asked('stream'),
      after: Number(asked('after')) || undefined,
      sort: asked('order') === 'asc' ? 'seq' : '-seq',
    }),
  );
  return (
    <ListPage
      title={t('audit.title')}
      intro={
        <p>
          {t('audit.intro')} <Link to="/audit/verify">{t('verify.title')}</Link> ·{' '}
          <Link to="/audit/rights">{t('rights.title')}</Link>
        </p>
      }
      list={list}
      none={t('audit.none')}
      keyOf={({ eventId }) => eventId}
      columns={columns(t, organisations)}
      filters={<Filters />}
    />
  );
}
