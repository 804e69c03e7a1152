import fc from 'fast-check';
import { parseTimeExpression } from './time-expression.js';

describe('any text', () => {
  const words = fc.constantFrom(
    ...'quý tháng năm ngày trước trong vào đầu cả hàng định kỳ thường xuyên giai đoạn và đến từ I III IV l | , - / ( ) … 0 1 4 6 12 15 31 2023 2025'.split(
      ' ',
    ),
  );
  const timeLike = fc.array(words, { maxLength: 9 }).map((parts) => parts.join(' '));
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), timeLike);
  const context = fc
    .option(fc.integer({ min: 1990, max: 2100 }), { nil: undefined })
    .map((year) => ({ year }));

  it('is read without throwing, kept as printed, with a window in order', () => {
    fc.assert(
      fc.property(anyText, context, (printed, at) => {
        const read = parseTimeExpression(printed, at);
        expect(read.printed).toBe(printed);
        expect(read.basis === undefined).toBe(read.window === undefined);
        if (read.window) expect(read.window.from <= read.window.to).toBe(true);
        if (read.kind === 'unknown') expect(read.window).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
  });

  it('is read the same composed or decomposed, in capitals, with doubled blanks', () => {
    fc.assert(
      fc.property(timeLike, context, (printed, at) => {
        const meaning = parseTimeExpression(printed, at);
        const variant = printed.normalize('NFD').replaceAll('l', 'L').toUpperCase().replaceAll(' ', '  ');
        expect(parseTimeExpression(variant, at)).toEqual({ ...meaning, printed: variant });
      }),
      { numRuns: 1000 },
    );
  });

  it('without a year of its own or of its place gives no window', () => {
    fc.assert(
      fc.property(anyText, (printed) => {
        if (!/(?:19|20)\d{2}/.test(printed)) expect(parseTimeExpression(printed, {}).window).toBeUndefined();
      }),
    );
  });

  it('takes time in proportion to its length', () => {
    for (const text of [
      '.'.repeat(100_000) + 'x',
      'quý ' + 'I, '.repeat(50_000) + 'x',
      'định kỳ' + ' quý'.repeat(50_000),
    ]) {
      expect(parseTimeExpression(text, {}).printed).toBe(text);
    }
  }, 2_000);
});
