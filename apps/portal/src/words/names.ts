import type { AgencyRef, DocumentRef, OrganisationView, OverviewRow, PlanView } from '@lien-ket/contracts';
import type { Organisations } from '../client/queries.js';
import type { Translate } from '../messages/translate.js';
import { isMessageKey } from '../messages/translate.js';
import { day, printedDate } from './dates.js';

/** Lower case without marks: what is typed finds what is meant ("so cong thuong", "hòa"/"hoà"). */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();
}

export const matches = (text: string, query: string): boolean =>
  fold(query)
    .split(/\s+/)
    .every((word) => fold(text).includes(word));

/** The name, with "(đến dd/mm/yyyy; nay: …)" once the organisation has ended. */
export function organisationName(organisation: OrganisationView, t: Translate): string {
  const until = endWords(organisation, t);
  return until ? `${organisation.name} ${until}` : organisation.name;
}

/** "(đến dd/mm/yyyy; nay: …)"; null while it acts. */
export function endWords(
  { endedOn, successor }: Pick<OverviewRow, 'endedOn' | 'successor'>,
  t: Translate,
): string | null {
  if (!endedOn) return null;
  const until = day(endedOn);
  return successor
    ? t('registers.endedNow', { day: until, name: successor })
    : t('registers.ended', { day: until });
}

export function nameById(organisations: Organisations, id: string | null | undefined, t: Translate): string {
  const found = organisations.find(id);
  return found ? organisationName(found, t) : '–';
}

/** One spelling for one authority, however a paper begins its name: "tỉnh Trà Vinh", "Tỉnh Kon Tum", "Cao Bằng". */
export function authorityName(printed: string): string {
  const name = printed.trim().replace(/^tỉnh\s+/iu, '');
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
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
