import { periodLabel, periodOfKey, type ReportingPeriod } from '@lien-ket/calendar';
import type { Translate } from '../messages/translate.js';

interface Named {
  readonly key: string;
  readonly label: string;
}

/** A period in the reader's language; words that are not the platform's own stay as they are. */
export function periodName({ key, label }: Named, t: Translate): string {
  const period = periodOfKey(key);
  if (period) return periodLabel(period) === label ? wordsOf(period, t) : label;
  const [, document] = /^Theo văn bản (.+)$/.exec(label) ?? [];
  if (document) return t('period.byDocument', { document });
  const [, askedOn] = /^Yêu cầu ngày (.+)$/.exec(label) ?? [];
  if (askedOn) return t('period.askedOn', { day: askedOn });
  const [, before] = /^Trước ngày (.+)$/.exec(label) ?? [];
  return before ? t('period.before', { day: before }) : label;
}

function wordsOf(period: ReportingPeriod, t: Translate): string {
  const { year } = period;
  switch (period.cycle) {
    case 'month':
      return t('period.month', { month: period.month < 3 ? `0${period.month}` : period.month, year });
    case 'quarter':
      return t('period.quarter', { roman: ['I', 'II', 'III', 'IV'][period.quarter - 1] ?? '', year });
    case 'halfYear':
      return t(period.half === 1 ? 'period.firstHalf' : 'period.secondHalf', { year });
    case 'year':
      return t('period.year', { year });
  }
}
