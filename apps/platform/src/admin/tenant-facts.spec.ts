import { refuseFacts } from './tenant-facts.js';

const TIEN_GIANG = { id: 'tien-giang', code: '82', endsOn: '2025-06-30' };

it.each<[string, object, string, string | undefined]>([
  ['Đồng Tháp of that time', { id: 'dong-thap' }, '2023-12-05', undefined],
  ['with its own code', { id: 'dong-thap', code: '87' }, '2023-12-05', undefined],
  [
    'with the code that it got later',
    { id: 'dong-thap', code: '82' },
    '2023-12-05',
    'tenant.otherFact /code',
  ],
  ['with another end', { id: 'dong-thap', endsOn: '2026-01-01' }, '2023-12-05', 'tenant.otherFact /endsOn'],
  ['before it is formed', { id: 'dong-thap-2025' }, '2025-06-30', 'tenant.notYet /id'],
  ['with the code of one that is no more', { id: 'dong-thap-2025' }, '2025-07-01', undefined],
  [
    'unknown, with a code that another bears',
    { id: 'ma', code: '82' },
    '2025-06-30',
    'tenant.codeTaken /code',
  ],
  ['unknown, without a code', { id: 'ma' }, '2025-06-30', undefined],
])('a tenant %s', (_, given, today, refused) => {
  const act = (): string | undefined => {
    try {
      refuseFacts([TIEN_GIANG], given as { id: string }, today);
      return undefined;
    } catch (error) {
      const { code, faults } = error as { code: string; faults: { pointer: string }[] };
      return `${code} ${faults[0]?.pointer}`;
    }
  };
  expect(act()).toBe(refused);
});
