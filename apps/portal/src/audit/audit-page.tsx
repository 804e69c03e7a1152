import { EVENTS, type AuditEventView } from '@lien-ket/contracts';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useList, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useAsked } from '../layout/asked.js';
import { Page } from '../layout/page.js';
import { Records } from '../layout/records.js';
import { LoadedList } from '../layout/states.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { day, instant } from '../words/dates.js';
import { eventName, fold, nameById, roleName } from '../words/names.js';
import { isBackdated } from './backdated.js';

function Filters() {
  const { t } = useWords();
  const [asked, ask] = useAsked();
  return (
    <div className="filters">
      <label>
        {t('audit.type')}
        <Select
          allowClear
          popupMatchSelectWidth={false}
          value={asked('type') || undefined}
          onChange={(value?: string) => ask('type', value)}
          showSearch={{ filterOption: (typed, option) => fold(option?.label ?? '').includes(fold(typed)) }}
          options={EVENTS.map(({ type }) => ({ value: type, label: eventName(type, t) }))}
        />
      </label>
      <label>
        {t('audit.stream')}
        <Input.Search
          allowClear
          key={asked('stream')}
          defaultValue={asked('stream')}
          onSearch={(value) => ask('stream', value)}
        />
      </label>
      <label>
        {t('audit.after')}
        <InputNumber
          min={0}
          {...(asked('after') ? { defaultValue: Number(asked('after')) } : {})}
          onBlur={({ target }) => ask('after', target.value)}
        />
      </label>
    </div>
  );
}

function What({ event }: { event: AuditEventView }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <strong>{eventName(event.type, t)}</strong>{' '}
      {isBackdated(event) && <Mark tone="wait">{t('audit.backdated')}</Mark>}
      <div className="quiet">{event.stream}</div>
      <Button size="small" type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('audit.details')}
      </Button>
      {open && (
        <pre className="code" tabIndex={0}>
          {JSON.stringify({ type: event.type, command: event.command, data: event.data }, null, 2)}
        </pre>
      )}
    </>
  );
}

/** The whole log in its order; read only. */
export function AuditPage() {
  const { t } = useWords();
  const organisations = useOrganisations();
  const [asked] = useAsked();
  const list = useList(
    reads.audit({ type: asked('type'), stream: asked('stream'), after: asked('after') || undefined }),
  );
  return (
    <Page title={t('audit.title')}>
      <p>{t('audit.intro')}</p>
      <div className="panel">
        <Filters />
        <LoadedList list={list} none={t('audit.none')}>
          {(items) => (
            <Records
              caption={t('audit.title')}
              records={items}
              keyOf={({ eventId }) => eventId}
              columns={[
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
              ]}
            />
          )}
        </LoadedList>
      </div>
    </Page>
  );
}
