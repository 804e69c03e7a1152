import type { AgencyRef, DocumentRef, OrganisationView, PlanView } from '@lien-ket/contracts';
import { foldForSearch } from '@lien-ket/kernel';
import type { Organisations } from '../client/queries.js';
import type { Translate } from '../messages/translate.js';
import { isMessageKey } from '../messages/translate.js';
import { day, printedDate } from './dates.js';

/** What is typed finds what is meant, word by word and without marks ("so cong thuong", "hòa"/"hoà"). */
export const matches = (text: string, query: string): boolean =>
  foldForSearch(query)
    .split(' ')
    .every((word) => foldForSearch(text).includes(word));

/** What may have ended: an organisation, a province. */
type Ending = Pick<OrganisationView, 'name' | 'endedOn' | 'successor'>;

/** The name, with "(đến dd/mm/yyyy; nay: …)" once it has ended. */
export function organisationName({ name, endedOn, successor }: Ending, t: Translate): string {
  if (!endedOn) return name;
  const until = day(endedOn);
  const ended = successor
    ? t('registers.endedNow', { day: until, name: successor })
    : t('registers.ended', { day: until });
  return `${name} ${ended}`;
}

type Named = Pick<Organisations, 'find' | 'known'>;

/** Nothing until it is known whether there is one: a dash says that there is none. */
export function nameById(organisations: Named, id: string | null | undefined, t: Translate): string {
  const found = organisations.find(id);
  if (found) return organisationName(found, t);
  return id && !organisations.known ? '' : '–';
}

export const namesById = (organisations: Named, ids: readonly string[], t: Translate): string =>
  ids
    .map((id) => nameById(organisations, id, t))
    .filter(Boolean)
    .join('; ');

/** Who did it: in which role, and for which organisation. */
export function actorName(
  {
    role,
    organisationId,
  }: { readonly role?: string | undefined; readonly organisationId?: string | undefined },
  organisations: Named,
  t: Translate,
): string {
  const words = [role && roleName(role, t), organisationId && nameById(organisations, organisationId, t)];
  return words.filter(Boolean).join(', ');
}

/** One spelling for one authority, however a paper begins its name: "tỉnh Trà Vinh", "Tỉnh Kon Tum", "Cao Bằng". */
export function authorityName(printed: string): string {
  const name = printed.trim().replace(/^tỉnh\s+/iu, '');
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
}

/** A province by its name, as an organisation is shown. */
export function provinceName({ name, endedOn, successor }: Ending, t: Translate): string {
  const now = successor === null ? null : authorityName(successor);
  return organisationName({ name: authorityName(name), endedOn, successor: now }, t);
}

/** A title that a paper prints in capitals over the signature, as it stands in a line: "Phó Chủ tịch". */
export function titleInLine(title: string): string {
  if (title !== title.toLocaleUpperCase('vi')) return title;
  const small = title.toLocaleLowerCase('vi');
  return small.replace(/^(phó )?\p{L}/u, (start) =>
    start.replace(/^\p{L}|\p{L}$/gu, (letter) => letter.toLocaleUpperCase('vi')),
  );
}

/** As a document prints them, in the printed order. */
export const printedNames = (agencies: readonly AgencyRef[]): string =>
  agencies.map(({ printed }) => printed).join('; ');

/** "419/KH-UBND ngày 02/10/2023", as much of it as there is. */
export function documentName(document: DocumentRef | null | undefined, t: Translate): string {
  if (!document) return '–';
  // Papers of the Party stand with a dash: 13-NQ/TW.
  const joint = document.symbol?.startsWith('NQ/') ? '-' : '/';
  const number = [document.number, document.symbol].filter(Boolean).join(joint);
  const date = document.date ? t('document.dated', { date: printedDate(document.date) }) : '';
  return [number, date].filter(Boolean).join(' ') || '–';
}

export function planNumber(plan: Pick<PlanView, 'number' | 'symbol'>): string | null {
  if (!plan.number) return null;
  return plan.symbol && !plan.number.includes('/') ? `${plan.number}/${plan.symbol}` : plan.number;
}

/** Words of a wire name `lk.<service>.<aggregate>.<event>.v<n>`; the wire name itself when it is newer than we are. */
export function eventName(type: string, t: Translate): string {
  const [, , aggregate, event] = type.split('.');
  const key = `event.${aggregate}.${event}`;
  return isMessageKey(key) ? t(key) : type;
}

export function roleName(role: string, t: Translate): string {
  const key = `role.${role}`;
  return isMessageKey(key) ? t(key) : role;
}

export function fieldName(field: string | null, t: Translate): string {
  const key = `field.${field}`;
  return field !== null && isMessageKey(key) ? t(key) : (field ?? '–');
}
