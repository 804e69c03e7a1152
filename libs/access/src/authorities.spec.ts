import { endOf, hasEnded } from './authorities.js';

it.each([
  ['tien-giang', '2025-06-30', null, null],
  ['tien-giang', '2025-07-01', '2025-06-30', 'Tỉnh Đồng Tháp'],
  ['nghe-an', '2030-01-01', null, null],
  ['no-such', '2030-01-01', null, null],
])('%s on %s: ended %s, now %s', (slug, day, endedOn, successor) => {
  expect(endOf(slug, day)).toEqual({ endedOn, successor });
  expect(hasEnded(slug, day)).toBe(endedOn !== null);
});
