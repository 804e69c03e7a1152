import { authorityWithCode, callsItselfBy, endOf, hasEnded } from './authorities.js';

it('an authority has ended when its last day is over, and what is there now is told then', () => {
  expect([hasEnded('tien-giang', '2025-06-30'), endOf('tien-giang', '2025-06-30')]).toEqual([
    false,
    undefined,
  ]);
  expect([hasEnded('tien-giang', '2025-07-01'), endOf('tien-giang', '2025-07-01')]).toEqual([
    true,
    { endedOn: '2025-06-30', successor: 'Tỉnh Đồng Tháp' },
  ]);
  for (const slug of ['hcmc', 'cao-bang', 'dong-thap-2025', 'no-such'])
    expect([slug, endOf(slug, '2030-01-01')]).toEqual([slug, undefined]);
});

it('a code is of one authority on one day', () => {
  expect(['2025-06-30', '2025-07-01'].map((day) => authorityWithCode('82', day))).toEqual([
    'tien-giang',
    'dong-thap-2025',
  ]);
  expect(authorityWithCode('87', '2025-07-01')).toBeUndefined();
});

it('an organisation is of the authority that it calls itself by, in any of the usual spellings', () => {
  const centre = 'Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh Nghệ An';
  const slugs = ['nghe-an', 'ha-tinh', 'hcmc', 'no-such'];
  const of = (printed: string): string[] => slugs.filter((slug) => callsItselfBy(printed, slug));
  expect([of(centre), of('Sở Du lịch TP.HCM'), of('Sở Công Thương')]).toEqual([['nghe-an'], ['hcmc'], []]);
});
