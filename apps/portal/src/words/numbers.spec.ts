import { numberFrom, numberText, numberTyped } from './numbers.js';

test('a figure is read as a Vietnamese office writes it', () => {
  expect(numberFrom('1.250,5', 'vi')).toBe(1250.5);
  expect(numberFrom('1250,5', 'vi')).toBe(1250.5);
  expect(numberFrom('1.250', 'vi')).toBe(1250);
  expect(numberFrom('12 500', 'vi')).toBe(12500);
  expect(numberFrom('-3', 'vi')).toBe(-3);
  expect(numberFrom('2023', 'vi')).toBe(2023);
  expect(numberFrom('1,250.5', 'en')).toBe(1250.5);
  expect(numberFrom(' ', 'vi')).toBeUndefined();
});

test('what may be meant two ways or is no number is not guessed', () => {
  for (const typed of ['1.5', '1.25', '1,250.5', '12.50,5', '1..250', 'mười', '5%', '1e3', '0x1f'])
    expect([typed, numberFrom(typed, 'vi')]).toEqual([typed, Number.NaN]);
});

test('it is shown with its thousands apart, and typed over without', () => {
  expect(numberText(1250.5, 'vi')).toBe('1.250,5');
  expect(numberText(1250.5, 'en')).toBe('1,250.5');
  expect(numberTyped(1250.5, 'vi')).toBe('1250,5');
  expect(numberTyped(2023, 'vi')).toBe('2023');
  for (const value of [0, 0.001, 1e9, -7.25, 123456.789])
    expect(numberFrom(numberText(value, 'vi'), 'vi')).toBe(value);
});
