import { answersTo } from './text.js';

const COMMITTEE = ['Ủy ban nhân dân Thành phố Hồ Chí Minh'];

it.each([
  'TP.HCM',
  'TP. HCM',
  'TP HCM',
  'tphcm',
  'TP.Hồ Chí Minh',
  'TP. Hồ Chí',
  'UBND TP.HCM',
  'ubnd  tp. hcm',
  'UBND Thành phố',
  'UBND TPHCM',
  'Uỷ ban nhân dân TP HCM',
  'uy ban',
])('the committee of the city answers to %s', (typed) => expect(answersTo(COMMITTEE, typed)).toBe(true));

it('a name in its short spelling answers to the long one, and to its beginning', () => {
  for (const typed of [
    'Ủy ban nhân dân TP. Hồ Chí Minh',
    'Thành phố Hồ Chí Minh',
    'UBN',
    'ubnd tp.h',
    'TP.HCM',
  ])
    expect([typed, answersTo(['UBND TP.HCM'], typed)]).toEqual([typed, true]);
});

it.each([
  ['UBND tỉnh Tiền Giang', 'TP.HCM'],
  ['Sở Công Thương', 'UBND'],
  ['Viện FTP', 'thành phố'],
])('%s does not answer to %s', (name, typed) => expect(answersTo([name], typed)).toBe(false));

it('anything answers to nothing typed', () => expect(answersTo(COMMITTEE, ' ')).toBe(true));
