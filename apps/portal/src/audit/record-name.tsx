import type { AuditEventView } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { useList, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useTenantNames } from '../client/tenants.js';
import { useWords } from '../messages/words.js';
import { nameById } from '../words/names.js';
import { kindWords, nameInData, pageOfRecord, recordOf } from './record-of.js';

const ALL = 200;
const MANY = 500;

/** Titles of the records that a person knows by title; one list per kind, asked only where the kind is met. */
function useTitles(kind: string): ReadonlyMap<string, string> {
  const plans = useList(reads.plans({ limit: ALL }), kind === 'plan');
  const activities = useList(reads.activities({ limit: MANY }), kind === 'activity');
  const obligations = useList(reads.obligations({ limit: ALL }), kind === 'obligation');
  const difficulties = useList(reads.difficulties({ limit: ALL }), kind === 'difficulty');
  const lists = useList(reads.debtorLists({ limit: ALL }), kind === 'debtorlist');
  const campaigns = useList(reads.campaigns({ limit: ALL }), kind === 'campaign');
  const agreements = useList(reads.agreements({ limit: ALL }), kind === 'agreement');
  const titled = [...plans.items, ...activities.items, ...obligations.items, ...lists.items];
  return new Map([
    ...[...titled, ...campaigns.items].map(({ id, title }) => [id, title] as const),
    ...difficulties.items.map(({ id, text }) => [id, text] as const),
    ...agreements.items.map(({ id, content }) => [id, content.name] as const),
  ]);
}

type Entry = Pick<AuditEventView, 'stream' | 'type' | 'data'>;

function organisationIn(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { organisationId, debtorId } = data as { organisationId?: unknown; debtorId?: unknown };
  return [organisationId, debtorId].find((id) => typeof id === 'string');
}

/** What an entry of the log is about, by kind and title, with the way to it; its stream's id says nothing to a person. */
export function RecordName({ event }: { event: Entry }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const tenantName = useTenantNames();
  const record = recordOf(event.stream);
  const titles = useTitles(record.kind);
  const { kind, id } = record;
  const crosses = kind === 'share' || kind === 'received';
  const where = crosses ? (tenantName(id) ?? t('app.elsewhere')) : undefined;
  const registered = kind === 'organisation' && organisations.find(id) ? nameById(organisations, id, t) : '';
  const whose = organisations.find(organisationIn(event.data))?.name;
  const title = registered || titles.get(id) || nameInData(event, t);
  const words = [`${kindWords(record, t)}${where ? ` ${where}` : ''}`, title].filter(Boolean).join(': ');
  const page = pageOfRecord(record);
  return (
    <span className="record">
      {page ? <Link to={page}>{words}</Link> : words}
      {whose && ` · ${whose}`}
    </span>
  );
}
