import type { AuditEventView } from '@lien-ket/contracts';
import { isMessageKey, type Translate } from '../messages/translate.js';
import { day } from '../words/dates.js';
import { eventName, roleName } from '../words/names.js';

export interface RecordRef {
  /** The aggregate as the stream names it. */
  readonly kind: string;
  readonly id: string;
}

/** "plan-<id>" → the plan and its id; what crosses stands in "share-<tenant>" and "received-<tenant>". */
export function recordOf(stream: string): RecordRef {
  const at = stream.indexOf('-');
  return { kind: stream.slice(0, at), id: stream.slice(at + 1) };
}

const PAGES: Readonly<Record<string, string>> = {
  plan: '/plans',
  activity: '/activities',
  agreement: '/agreements',
  obligation: '/obligations',
  difficulty: '/difficulties',
  document: '/documents',
  directive: '/directives',
  workinggroup: '/working-groups',
  campaign: '/campaigns',
  debtorlist: '/debtor-lists',
  erasure: '/erasures',
};

export function pageOfRecord({ kind, id }: RecordRef): string | undefined {
  const page = PAGES[kind];
  return page && `${page}/${id}`;
}

export function kindWords({ kind }: RecordRef, t: Translate): string {
  const key = `record.${kind}`;
  return isMessageKey(key) ? t(key) : t('audit.stream');
}

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;
const textOf = (data: unknown, ...path: string[]): string | undefined => {
  const found = path.reduce<unknown>((value, name) => (isData(value) ? value[name] : undefined), data);
  return typeof found === 'string' ? found : undefined;
};

/** How the record is called in what the entry itself recorded; nothing where it recorded only a step. */
export function nameInData(
  { type, data }: Pick<AuditEventView, 'type' | 'data'>,
  t: Translate,
): string | undefined {
  const origin = textOf(data, 'origin', 'type');
  if (origin) return eventName(origin, t);
  const role = textOf(data, 'role');
  if (role && type.includes('.staff.')) return roleName(role, t);
  const [number, symbol] = [textOf(data, 'number'), textOf(data, 'symbol')];
  if (type.includes('.number.') && number) return [number, symbol].filter(Boolean).join('/');
  const notice = `notice.${textOf(data, 'kind')}`;
  if (type.includes('.notice.') && isMessageKey(notice)) return t(notice);
  if (type.includes('.day.')) return day(textOf(data, 'date'));
  const paths = [
    ['content', 'title'],
    ['content', 'name'],
    ['definition', 'title'],
    ['office', 'organisation'],
  ];
  const own = [['title'], ['abstract'], ['name']];
  return [...paths, ...own].map((path) => textOf(data, ...path)).find((text) => text !== undefined);
}
