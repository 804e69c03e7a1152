import { en } from './en.js';
import { vi, type Catalogue, type MessageKey } from './vi.js';

export type Language = 'vi' | 'en';
export type Params = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: Params) => string;

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { vi, en };

export function translator(language: Language): Translate {
  const catalogue = CATALOGUES[language];
  return (key, params = {}) =>
    catalogue[key].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** Whether a text made of data is a key: data may be newer than this portal. */
export const isMessageKey = (text: string): text is MessageKey => Object.hasOwn(vi, text);
