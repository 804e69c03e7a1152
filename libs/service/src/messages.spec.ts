import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { addCatalogue, catalogueFaults, knownCodes, languageOf, sentence } from './messages/catalogue.js';
import { en } from './messages/en.js';
import { vi } from './messages/vi.js';
import { STATUS } from './problem.js';

const ROOT = new URL('../../..', import.meta.url);

function* sourcesUnder(folder: URL): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const skipped = entry.name.startsWith('.') || ['node_modules', 'dist', 'canary'].includes(entry.name);
    if (entry.isDirectory() && !skipped) yield* sourcesUnder(new URL(`${entry.name}/`, folder));
    else if (entry.isFile() && /(?<!\.spec)\.ts$/.test(entry.name))
      yield readFileSync(new URL(entry.name, folder), 'utf8');
  }
}

/** Codes of refusals thrown in libs, whose sentences stand in this lib. */
function codesThrownInLibs(): readonly string[] {
  const thrown = /DomainError\(\s*'\w+',\s*'([^']+)'/g;
  const sources = [...sourcesUnder(new URL('libs/', ROOT))];
  return sources.flatMap((source) => [...source.matchAll(thrown)].map((match) => match[1] ?? ''));
}

describe('message catalogues', () => {
  it('have the same codes and parameters in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    const pairs = Object.keys(vi) as (keyof typeof vi)[];
    const params = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const code of pairs) expect([code, params(en[code])]).toEqual([code, params(vi[code])]);
  });

  it('have a title and a general sentence for every status of a refusal', () => {
    for (const status of [...Object.values(STATUS), 405, 415, 429, 500, 502])
      for (const code of [`title.${status}`, `general.${status}`]) expect(knownCodes()).toContain(code);
  });

  it('have a sentence for every code that libs throw', () => {
    const thrown = codesThrownInLibs();
    expect(thrown).toContain('revision.stale');
    expect(thrown.filter((code) => !knownCodes().includes(code))).toEqual([]);
  });

  it('take the sentences of a service, and refuse one-sided or contradicting ones', () => {
    addCatalogue({ vi: { 'test.own': 'Riêng {n}.' }, en: { 'test.own': 'Own {n}.' } });
    expect(sentence('en', 'test.own', { n: 3 })).toBe('Own 3.');
    expect(sentence('vi', 'test.own', { n: '2023-12-05' })).toBe('Riêng 05/12/2023.');
    expect(catalogueFaults({ vi: { 'test.a': 'a' }, en: {} })).toHaveLength(1);
    expect(catalogueFaults({ vi: { 'test.b': '{x}' }, en: { 'test.b': '{y}' } })).toHaveLength(1);
    expect(() => addCatalogue({ vi: { notFound: 'khác' }, en: { notFound: 'other' } })).toThrow(/notFound/);
  });
});

describe('languageOf', () => {
  it.each([
    [undefined, 'vi'],
    ['*', 'vi'],
    ['fr', 'vi'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['vi,en;q=0.9', 'vi'],
    ['en;q=0.3, vi-VN;q=0.8', 'vi'],
    ['en;q=0', 'vi'],
  ])('%p → %s', (header, language) => expect(languageOf(header)).toBe(language));
});
