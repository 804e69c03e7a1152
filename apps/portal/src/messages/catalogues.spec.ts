import { EVENTS, NOTICE_KINDS } from '@lien-ket/contracts';
import { en } from './en.js';
import { isMessageKey, translator } from './translate.js';
import { vi } from './vi.js';

const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  });

  it('have the same holes in every text, and composed letters', () => {
    const keys = Object.keys(vi) as (keyof typeof vi)[];
    expect(keys.filter((key) => holes(en[key]).join() !== holes(vi[key]).join())).toEqual([]);
    expect(keys.filter((key) => vi[key].normalize('NFC') !== vi[key])).toEqual([]);
  });

  it('have words for every registered event and every kind of notice', () => {
    const wanted = [
      ...EVENTS.map(({ type }) => `event.${type.split('.').slice(2, 4).join('.')}`),
      ...NOTICE_KINDS.map((kind) => `notice.${kind}`),
    ];
    expect(wanted.filter((key) => !isMessageKey(key))).toEqual([]);
  });

  it('never call another authority late or owing', () => {
    const overview = Object.entries(vi).filter(([key]) => key.startsWith('overview.'));
    for (const [, text] of overview) expect(text).not.toMatch(/nợ|trễ|muộn|quá hạn/i);
  });

  it('fill their holes', () => {
    expect(translator('vi')('page.more', { n: 20, total: 34 })).toBe('Xem thêm (20 trên 34)');
  });
});
