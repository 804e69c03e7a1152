import type { ObligationView } from '@lien-ket/contracts';
import type { Organisations } from '../client/queries.js';
import { isMessageKey, type Translate } from '../messages/translate.js';
import { nameById } from './names.js';

/** What a report is called: as printed, or in the reader's language where no paper prints it. */
export function dutyTitle({ title, titled }: Pick<ObligationView, 'title' | 'titled'>, t: Translate): string {
  const key = `noticeTitle.${titled?.code}`;
  return titled && isMessageKey(key) ? t(key, { about: titled.text }) : title;
}

/** Who owes it: by our register, or under the name that another authority told, with that authority where it is known. */
export function debtorWords(
  { debtorId, debtorName, origin }: Pick<ObligationView, 'debtorId' | 'debtorName' | 'origin'>,
  { organisations, nameOf }: { organisations: Organisations; nameOf: (tenant: string) => string | undefined },
  t: Translate,
): string {
  if (!origin) return nameById(organisations, debtorId, t);
  return `${debtorName ?? '–'} (${nameOf(origin.tenant) ?? t('app.elsewhere')})`;
}

/** Why it is owed no more; what a person wrote stays in the person's words. */
export function waivedWords(
  { reason, because }: NonNullable<ObligationView['waived']>,
  t: Translate,
): string {
  const key = `obligations.fell.${because?.code}`;
  if (!because || !isMessageKey(key)) return reason;
  const { document } = because;
  const by = document ? t('obligations.byDocument', { document }) : '';
  return `${[t(key), by].filter(Boolean).join(' ')}: ${because.reason}`;
}
