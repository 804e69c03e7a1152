import { numberKey } from './numbers.js';

const date = { year: 2023 };
const key = (number: string, symbol: string): string | undefined => numberKey({ number, symbol, date });

describe('number and symbol of a document', () => {
  it.each([
    ['777', 'kh-ubnd'],
    ['0777', 'KH-UBND'],
    [' 777 ', ' KH - UBND '],
    ['777', 'KH–UBND'],
    ['777', 'KH‑UBND'],
    ['777', 'KH−UBND'],
  ])('are the same as %s, %s', (number, symbol) => {
    expect(key(number, symbol)).toBe(key('777', 'KH-UBND'));
  });

  it.each([
    ['77', 'KH-UBND'],
    ['7770', 'KH-UBND'],
    ['777', 'QĐ-UBND'],
    ['777', 'QD-UBND'],
    ['777', 'KH-HĐND'],
    ['777-VD', 'KH-UBND'],
  ])('are others than %s, %s', (number, symbol) => {
    const others = [key('777', 'KH-UBND'), key('777', 'QĐ-UBNDT')];
    expect(others).not.toContain(key(number, symbol));
  });

  it('are those of a year: without one, or without a number, there is nothing to hold', () => {
    expect(numberKey({ number: '777', symbol: 'KH-UBND' })).toBeUndefined();
    expect(numberKey({ symbol: 'KH-UBND', date })).toBeUndefined();
    expect(numberKey({ number: '0', date })).toBe('2023/0/');
  });
});
