import { day } from '@lien-ket/calendar';
import { en } from './en.js';
import { vi } from './vi.js';

export type Language = 'vi' | 'en';
type Params = Readonly<Record<string, string | number>>;

/** Sentences of a service's own codes; both languages have the same keys. */
export interface Catalogue<Code extends string = string> {
  readonly vi: Readonly<Record<Code, string>>;
  readonly en: Readonly<Record<Code, string>>;
}

const SENTENCES: Readonly<Record<Language, Map<string, string>>> = {
  vi: new Map(Object.entries(vi)),
  en: new Map(Object.entries(en)),
};

/** Adds the sentences of a service. The same code with another sentence is a mistake of ours and ends the start. */
export function addCatalogue<Code extends string>(catalogue: Catalogue<Code>): void {
  const faults = catalogueFaults(catalogue);
  if (faults.length > 0) throw new Error(`message catalogue: ${faults.join('; ')}`);
  for (const language of ['vi', 'en'] as const)
    for (const [code, sentence] of Object.entries<string>(catalogue[language]))
      SENTENCES[language].set(code, sentence);
}

/** What is wrong with a catalogue: a code in one language only, another sentence for a known code, other parameters. */
export function catalogueFaults(catalogue: Catalogue): readonly string[] {
  const codes = [...new Set([...Object.keys(catalogue.vi), ...Object.keys(catalogue.en)])];
  return codes.flatMap((code) => {
    const [inVietnamese, inEnglish] = [catalogue.vi[code], catalogue.en[code]];
    if (inVietnamese === undefined || inEnglish === undefined) return [`${code} stands in one language only`];
    const known = SENTENCES.vi.get(code);
    if (known !== undefined && known !== inVietnamese) return [`${code} has a sentence already`];
    return paramsOf(inVietnamese) === paramsOf(inEnglish) ? [] : [`${code} has other parameters in English`];
  });
}

/** Every code with a sentence, for specs that hold the repository's codes against it. */
export function knownCodes(): readonly string[] {
  return [...SENTENCES.vi.keys()];
}

/** The sentence of a code with its parameters filled in; undefined for an unknown code. */
const A_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day in a sentence is written as offices write it, not as it travels. */
const shown = (value: string | number): string =>
  typeof value === 'string' && A_DAY.test(value) ? day(value) : String(value);

export function sentence(language: Language, code: string, params: Params = {}): string | undefined {
  return SENTENCES[language]
    .get(code)
    ?.replaceAll(/\{(\w+)\}/g, (_, name: string) => shown(params[name] ?? '…'));
}

/** Vietnamese unless English is preferred to it. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const weights = { vi: 0, en: 0 };
  for (const range of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const [tag = '', ...options] = range.split(';').map((part) => part.trim());
    const primary = tag.split('-')[0];
    const q = Number(options.find((option) => option.startsWith('q='))?.slice(2) ?? 1);
    if (primary === 'vi' || primary === 'en') weights[primary] = Math.max(weights[primary], q || 0);
  }
  return weights.en > weights.vi ? 'en' : 'vi';
}

function paramsOf(text: string): string {
  return [...text.matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1] ?? '')
    .sort()
    .join();
}
