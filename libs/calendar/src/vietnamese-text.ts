/**
 * Text as the readers of this library compare it. Tolerates what scans and word processors do to a printed time
 * (NFD, capitals, double and no-break blanks, blanks around "/" and "-", Markdown stars), but keeps the diacritics:
 * folded, "quý" (quarter), "quỹ" (fund) and "quy" would be one word, and a time read wrongly is worse than one
 * left unread.
 */
export function normaliseVietnamese(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll(/[*_~"“”]/g, '')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/kì(?!\p{L})/gu, 'kỳ')
    .replaceAll(/quí(?!\p{L})/gu, 'quý')
    .replaceAll(/(\p{L})(?=\d)/gu, '$1 ')
    .replaceAll(/(\d)(?=\p{L})/gu, '$1 ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([/,;()-]) ?/g, '$1')
    .replace(/(?<![.,;: ])[.,;: ]+$/, '') // the look-behind keeps long dotted lines linear
    .trim();
}

const ROMAN_QUARTERS = ['i', 'ii', 'iii', 'iv'];

/** A quarter's number, Roman or Arabic; scans print the Roman I as l or |, and part "IV" as "I V". */
export function quarterNumber(token: string): number | undefined {
  if (/^[1-4]$/.test(token)) return Number(token);
  const index = ROMAN_QUARTERS.indexOf(token.replaceAll(/[l|]/g, 'i').replaceAll(' ', ''));
  return index < 0 ? undefined : index + 1;
}

/** The Roman number of a quarter (quý) as documents print it. */
export function romanQuarter(quarter: number): string {
  return (ROMAN_QUARTERS[quarter - 1] ?? String(quarter)).toUpperCase();
}

/** Decree 30/2020/NĐ-CP, Appendix I: days under 10 and months 1 and 2 are written with a leading 0. */
export function printedMonth(month: number): string {
  return month <= 2 ? `0${month}` : String(month);
}
