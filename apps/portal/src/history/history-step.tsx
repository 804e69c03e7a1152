import type { HistoryEntry, HistoryLink } from '@lien-ket/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { AccountName } from '../audit/account-name.js';
import { kindWords, pageOfRecord } from '../audit/record-of.js';
import { useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useTenantNames } from '../client/tenants.js';
import { DocumentName } from '../layout/document-name.js';
import { Facts } from '../layout/records.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { FieldChanges } from '../plans/field-changes.js';
import { day, instant } from '../words/dates.js';
import { eventName, roleName } from '../words/names.js';

/** Its changes; an entry with very many shows the rest when asked. */
function Changes({ entry }: { entry: HistoryEntry }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const more = entry.changed > entry.changes.length;
  const { data } = useRead(reads.history({ seq: entry.seq }), all && more);
  if (entry.changed === 0) return <p className="quiet">{t('history.unchanged')}</p>;
  return (
    <>
      <FieldChanges changes={data?.items[0]?.changes ?? entry.changes} />
      {more && !all && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('history.allChanges', { n: entry.changed })}
        </Button>
      )}
    </>
  );
}

/** What a record is, by kind and name, with the way to its page. */
export function EntryRecord({ record, label }: Pick<HistoryLink, 'record' | 'label'>) {
  const { t } = useWords();
  const words = [kindWords(record, t), label].filter(Boolean).join(': ');
  const page = pageOfRecord(record);
  return page ? <Link to={page}>{words}</Link> : words;
}

function Ties({ links }: { links: readonly HistoryLink[] }) {
  const { t } = useWords();
  return (
    <ul className="short-list">
      {links.map((link) => (
        <li key={link.seq}>
          {eventName(link.type, t)} · <EntryRecord {...link} />
        </li>
      ))}
    </ul>
  );
}

export function Who({ entry: { actor, seq } }: { entry: HistoryEntry }) {
  const { t } = useWords();
  const { account, role, kind, organisation, organisationId } = actor;
  return (
    <>
      {[roleName(role, t), organisation].filter(Boolean).join(', ')}
      {account !== null && (
        <AccountName
          key={seq}
          actor={{ account, role, kind, ...(organisationId ? { organisationId } : {}) }}
        />
      )}
    </>
  );
}

export function Grounds({ entry }: { entry: HistoryEntry }) {
  const { t } = useWords();
  const { kind, document, record } = entry.grounds;
  return (
    <>
      {t(`grounds.${kind}`)}
      {document && (
        <>
          : <DocumentName document={document} />
        </>
      )}
      {record && record.kind !== 'document' && (
        <div>
          <EntryRecord record={record} label="" />
        </div>
      )}
    </>
  );
}

/** One step: what, who, when by both clocks, on what grounds, what changed, and what came of it. */
export function HistoryStep({ entry }: { entry: HistoryEntry }) {
  const { t } = useWords();
  const tenantName = useTenantNames();
  const { origin, correctedBy, causedBy, caused, grounds } = entry;
  const ties = [
    ['history.correctedBy', correctedBy ? [correctedBy] : []],
    ['history.causedBy', causedBy ? [causedBy] : []],
    ['history.caused', caused],
  ] as const;
  return (
    <>
      <h2>
        {eventName(entry.type, t)} {correctedBy && <Mark tone="wait">{t('why.corrected')}</Mark>}
      </h2>
      <p>
        <EntryRecord record={entry.record} label={entry.label} />
      </p>
      <Facts
        facts={[
          [t('history.who'), <Who key="who" entry={entry} />],
          [t('history.recorded'), instant(entry.recordedAt)],
          [t('history.business'), day(entry.businessDate)],
          [t('history.effective'), day(entry.effectiveOn)],
          [t('history.grounds'), <Grounds key="grounds" entry={entry} />],
          [t('input.reason'), grounds.reason ?? '–'],
          ...(origin
            ? [[t('history.origin'), tenantName(origin.tenant) ?? t('app.elsewhere')] as const]
            : []),
          ...ties.flatMap(([key, links]) =>
            links.length > 0 ? [[t(key), <Ties key={key} links={links} />] as const] : [],
          ),
        ]}
      />
      <div className="gap">
        <Changes key={entry.seq} entry={entry} />
      </div>
    </>
  );
}
