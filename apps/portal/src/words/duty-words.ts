import type { ObligationView } from '@lien-ket/contracts';
import { isMessageKey, type Translate } from '../messages/translate.js';

/** What a report is called: as printed, or in the reader's language where no paper prints it. */
export function dutyTitle({ title, titled }: Pick<ObligationView, 'title' | 'titled'>, t: Translate): string {
  const key = `noticeTitle.${titled?.code}`;
  return titled && isMessageKey(key) ? t(key, { about: titled.text }) : title;
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
