import type { Language } from '../messages/translate.js';

interface Marks {
  readonly groups: string;
  readonly decimal: string;
}
const MARKS: Readonly<Record<Language, Marks>> = {
  vi: { groups: '.', decimal: ',' },
  en: { groups: ',', decimal: '.' },
};
const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

/**
 * A number as an office writes it: in Vietnamese "1.250,5" is one thousand two hundred and fifty and a half.
 * What cannot be read so is refused (NaN), never guessed: "1.5" may be meant either way.
 */
export function numberFrom(typed: string, language: Language): number | undefined {
  const text = typed.trim().replaceAll(/[\s\u00a0]/g, '');
  if (text === '') return undefined;
  const { groups, decimal } = MARKS[language];
  const form = new RegExp(String.raw`^[-−]?(\d+|\d{1,3}([${groups}]\d{3})+)([${decimal}]\d+)?$`);
  if (!form.test(text)) return Number.NaN;
  return Number(text.replaceAll(groups, '').replace(decimal, '.').replace('−', '-'));
}

/** As it is shown, with its thousands apart. */
export function numberText(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 20 }).format(value);
}

/** As it stands in a field to be typed over. */
export function numberTyped(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 20, useGrouping: false }).format(
    value,
  );
}
