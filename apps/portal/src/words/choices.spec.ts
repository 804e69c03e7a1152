import { CHOICE_SEARCH } from './choices.js';

const TRADE = { value: '1', label: 'Sở Công Thương tỉnh Tiền Giang', alike: ['Sở CT', 'SCT', 'CT'] };
const PLANNING = {
  value: '2',
  label: 'Sở Kế hoạch và Đầu tư tỉnh Tiền Giang (đến 28/02/2025; nay: Sở Tài chính tỉnh Tiền Giang)',
  alike: ['Sở KH&ĐT', 'Sở KHĐT', 'SKHĐT'],
};
const CITY = { value: '3', label: 'Ủy ban nhân dân Thành phố Hồ Chí Minh' };
const ALL = [TRADE, PLANNING, CITY];

it.each([
  ['CT', [TRADE]],
  ['Sở KHĐT', [PLANNING]],
  ['skhdt', [PLANNING]],
  ['TP. HCM', [CITY]],
  ['cong thuong', [TRADE]],
  ['Sở', [TRADE, PLANNING]],
  ['', ALL],
  ['Sở Y tế', []],
])('“%s” finds what it is short for', (typed, found) =>
  expect(ALL.filter((choice) => CHOICE_SEARCH.filterOption(typed, choice))).toEqual(found),
);
